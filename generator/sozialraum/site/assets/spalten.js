// @ts-check
/** Numbers of many records as one text, as sozialraum/site/columns.py writes them. */

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = new Uint8Array(128);
for (let value = 0; value < SIGNS.length; value++) VALUE[SIGNS.charCodeAt(value)] = value;

/**
 * @param {string} written
 * @param {number} from position of its first sign
 * @param {number} width signs of a number
 * @returns {number}
 */
export function numberAt(written, from, width) {
  let number = 0;
  for (let at = from; at < from + width; at++) number = number * 64 + VALUE[written.charCodeAt(at)];
  return number;
}

/**
 * @param {string} written
 * @param {number} width signs of a number
 * @returns {Uint32Array} all numbers
 */
export function numbers(written, width) {
  const found = new Uint32Array(width ? written.length / width : 0);
  for (let at = 0; at < found.length; at++) found[at] = numberAt(written, at * width, width);
  return found;
}

/** A column of which single numbers are asked for. */
export class Spalte {
  /**
   * @param {string} written
   * @param {number} count of its numbers
   */
  constructor(written, count) {
    this.written = written;
    this.width = count ? written.length / count : 0;
  }

  /** @param {number} at */
  at(at) {
    return numberAt(this.written, at * this.width, this.width);
  }

  all() {
    return numbers(this.written, this.width);
  }
}
