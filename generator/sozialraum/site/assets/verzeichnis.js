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
 * @property {number[]} texts
 * @property {number[]} levels 0 to 9, how well each text fits
 */

const LAST = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuv";
const MORE = "wxyz!#$%&()*+,-./:;=>?@[]^_`{|}~";
const PLACE = new Map([...LAST].map((sign, place) => [sign.charCodeAt(0), place]));
const HIGHER = new Map([...MORE].map((sign, place) => [sign.charCodeAt(0), place]));
const ZERO = "0".charCodeAt(0);

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
  const texts = [], levels = [];
  let level = 0, text = -1;
  /** @type {number[]} */
  let places = [];
  for (let i = 0; i < written.length; i++) {
    const sign = written.charCodeAt(i);
    const last = PLACE.get(sign);
    if (last !== undefined) {
      let distance = last;
      for (let j = places.length - 1; j >= 0; j--) distance = distance * 32 + places[j] + 48;
      if (places.length) places = [];
      text += distance + 1;
      texts.push(text);
      levels.push(level);
    } else if (HIGHER.has(sign)) places.push(/** @type {number} */ (HIGHER.get(sign)));
    else {
      level = sign - ZERO;
      text = -1;
    }
  }
  return { texts, levels };
}
