// @ts-check
/** Words that were meant although others were typed. */

const LONGEST = 64;
/** Three rows of a table as wide as the longest word, used again and again: a query asks for thousands of distances. */
const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1));

/**
 * @param {string} a
 * @param {string} b
 * @param {number} most
 * @returns {number} letters to change, add, leave out or swap; most + 1 where it is more than `most`
 */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most || b.length > LONGEST || a.length > LONGEST) return most + 1;
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const sign = a.charCodeAt(i - 1);
    let least = row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (sign === other ? 0 : 1));
      if (i > 1 && j > 1 && sign === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) value = Math.min(value, before[j - 2] + 1);
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return last[b.length];
}

/** Letters from which on one of them may be wrong; two from TWO_WRONG on. */
export const SHORTEST = 4;
const TWO_WRONG = 7;

/** All words that can be meant. */
export class Tippfehler {
  /** @param {Iterable<string>} known terms */
  constructor(known) {
    this.known = [...known];
  }

  /**
   * @param {string} typed a term
   * @returns {[string, number][]} terms with their distance, the nearest only; one of the first two letters has to be right
   */
  closest(typed) {
    let most = typed.length >= TWO_WRONG ? 2 : typed.length >= SHORTEST ? 1 : 0;
    const first = typed.charCodeAt(0), second = typed.charCodeAt(1);
    /** @type {Map<string, number>} */
    let found = new Map();
    for (const term of this.known) {
      if (Math.abs(term.length - typed.length) > most) continue;
      if (term.charCodeAt(0) !== first && term.charCodeAt(1) !== second) continue;
      const far = distance(typed, term, most);
      if (far > most) continue;
      if (far < most) {
        most = far;
        found = new Map();
      }
      found.set(term, far);
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
