// @ts-check
/**
 * The index as sozialraum/search/index.py writes it. Postings stay text until
 * a term is asked for.
 *
 * @typedef {object} IndexData
 * @property {number} anzahl
 * @property {string} worte a line per term, in order: how many letters of the one before, and the others
 * @property {string} stellen the postings of each term, between spaces
 * @property {string} haeufig those that are missing there
 * @property {string} dazu of each term the terms whose texts it has too, with how many levels it stands below them
 * @property {string} stopp words that are not searched, folded
 * @property {string} beiwerk terms that only frame a question
 *
 * @typedef {object} Postings
 * @property {Uint32Array} texts
 * @property {Uint8Array} levels 0 to 9, how well each text fits
 */

const LAST = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuv";
const MORE = "wxyz!#$%&()*+,-./:;=>?@[]^_`{|}~";
const PLACE = places(LAST), HIGHER = places(MORE);
const ZERO = "0".charCodeAt(0);

/**
 * @param {string} signs
 * @returns {Int8Array} code of a sign → its place, -1 for others
 */
function places(signs) {
  const found = new Int8Array(128).fill(-1);
  for (let place = 0; place < signs.length; place++) found[signs.charCodeAt(place)] = place;
  return found;
}

/** As in sozialraum/search/postings.py: of a compound its parts have what its best texts say. */
const PART = 3, WORTH_PARTS = 5;

export class Verzeichnis {
  /** @param {IndexData} data */
  constructor(data) {
    this.count = data.anzahl;
    this.terms = inFull(data.worte.split("\n"));
    this.stop = new Set(data.stopp.split(" "));
    this.framing = new Set(data.beiwerk.split(" "));
    const common = data.haeufig.split(" ").values();
    this.written = data.stellen.split(" ").map((signs) => signs || (common.next().value ?? ""));
    this.related = data.dazu.split(" ");
    this.sizes = new Uint32Array(this.terms.length);
    /** @type {Map<number, Postings>} */
    this.read = new Map();
    /** @type {Map<number, Postings>} */
    this.whole = new Map();
  }

  /**
   * @param {string} term
   * @returns {number} position of the first term that is not before `term`
   */
  from(term) {
    let low = 0, high = this.terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.terms[middle] < term) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * @param {string} term
   * @returns {number} position of the term, -1 where no text has it
   */
  at(term) {
    const found = this.from(term);
    return this.terms[found] === term ? found : -1;
  }

  /**
   * @param {number} position of a term
   * @returns {Postings} of the texts that have this very term, the best first
   */
  own(position) {
    let found = this.read.get(position);
    if (!found) this.read.set(position, found = postings(this.written[position]));
    return found;
  }

  /**
   * @param {number} position of a term
   * @returns {Postings} also of the texts that have it as a part of a word, or by what a word means
   */
  postings(position) {
    if (!this.related[position]) return this.own(position);
    let found = this.whole.get(position);
    if (!found) this.whole.set(position, found = this.together(position));
    return found;
  }

  /**
   * @param {number} position
   * @returns {number} about how many signs its postings have
   */
  signs(position) {
    if (this.sizes[position] === 0) {
      let sum = this.written[position].length;
      if (this.related[position]) for (const other of postings(this.related[position]).texts) sum += this.written[other].length;
      this.sizes[position] = sum + 1; // Never 0, which says that nobody asked yet.
    }
    return this.sizes[position];
  }

  /** @param {number} position */
  together(position) {
    const found = new Gesammelt(this.count);
    found.add(this.own(position), 0, 0);
    const { texts: others, levels: less } = postings(this.related[position]);
    for (let i = 0; i < others.length; i++) {
      if (less[i] === PART) found.add(this.own(others[i]), PART, WORTH_PARTS);
      else found.add(this.postings(others[i]), less[i], 0);
    }
    return found.postings();
  }
}

/** Postings of several terms as those of one: of each text its best level. */
class Gesammelt {
  /** @param {number} count of all texts */
  constructor(count) {
    this.best = new Uint8Array(count); // Level and one.
    /** @type {number[]} */
    this.texts = [];
  }

  /**
   * @param {Postings} postings
   * @param {number} less levels below
   * @param {number} least level that counts
   */
  add({ texts, levels }, less, least) {
    const { best } = this;
    for (let i = 0; i < texts.length; i++) {
      if (levels[i] < least) continue;
      const value = Math.max(0, levels[i] - less) + 1, text = texts[i];
      if (best[text] === 0) this.texts.push(text);
      if (value > best[text]) best[text] = value;
    }
  }

  /** @returns {Postings} */
  postings() {
    const texts = Uint32Array.from(this.texts);
    return { texts, levels: Uint8Array.from(texts, (text) => this.best[text] - 1) };
  }
}

/**
 * @param {string[]} lines
 * @returns {string[]}
 */
function inFull(lines) {
  let before = "";
  return lines.map((line) => before = before.slice(0, PLACE[line.charCodeAt(0)]) + line.slice(1));
}

/**
 * @param {string} written
 * @returns {Postings}
 */
export function postings(written) {
  const texts = new Uint32Array(written.length), levels = new Uint8Array(written.length);
  let count = 0, level = 0, text = -1, base = 0, unit = 1;
  for (let i = 0; i < written.length; i++) {
    const sign = written.charCodeAt(i);
    if (PLACE[sign] >= 0) {
      text += base + PLACE[sign] * unit + 1;
      texts[count] = text;
      levels[count++] = level;
      base = 0;
      unit = 1;
    } else if (HIGHER[sign] >= 0) {
      base += (HIGHER[sign] + 48) * unit;
      unit *= 32;
    } else {
      level = sign - ZERO;
      text = -1;
    }
  }
  return { texts: texts.subarray(0, count), levels: levels.subarray(0, count) };
}
