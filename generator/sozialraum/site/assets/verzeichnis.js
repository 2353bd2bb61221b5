// @ts-check
/**
 * The index as sozialraum/search/index.py writes it. Postings stay text until
 * a term is asked for.
 *
 * @typedef {object} IndexData
 * @property {number} anzahl
 * @property {string} worte a line per term, in order
 * @property {string} stellen the postings of each term, between spaces
 * @property {string} stopp
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

export class Verzeichnis {
  /** @param {IndexData} data */
  constructor(data) {
    this.count = data.anzahl;
    this.terms = data.worte.split("\n");
    this.stop = new Set(data.stopp.split(" "));
    this.written = data.stellen.split(" ");
    /** @type {Map<number, Postings>} */
    this.read = new Map();
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
   * @returns {Postings}
   */
  postings(position) {
    let found = this.read.get(position);
    if (!found) this.read.set(position, found = postings(this.written[position]));
    return found;
  }
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
