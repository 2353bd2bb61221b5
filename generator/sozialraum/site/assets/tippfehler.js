// @ts-check
/** Words that were meant although others were typed. */

/**
 * @param {string} a
 * @param {string} b
 * @param {number} most
 * @returns {number} letters to change, add, leave out or swap; most + 1 where it is more than `most`
 */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = new Array(b.length + 1).fill(0);
  let last = before.map((_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2] + 1);
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** Letters from which on one of them may be wrong; two from TWO_WRONG on. */
export const SHORTEST = 4;
const TWO_WRONG = 7;

/**
 * All words that can be meant, by their length and one of their first two
 * letters, of which one has to be right.
 */
export class Tippfehler {
  /** @param {Iterable<string>} known terms */
  constructor(known) {
    /** @type {Map<string, string[]>} length, place and letter → terms */
    this.known = new Map();
    for (const term of known) {
      this.add(`${term.length}0${term[0]}`, term);
      this.add(`${term.length}1${term[1]}`, term);
    }
  }

  /**
   * @param {string} key
   * @param {string} term
   */
  add(key, term) {
    const terms = this.known.get(key);
    if (terms) terms.push(term);
    else this.known.set(key, [term]);
  }

  /**
   * @param {string} typed a term
   * @returns {[string, number][]} terms with their distance, the nearest only
   */
  closest(typed) {
    let most = typed.length >= TWO_WRONG ? 2 : typed.length >= SHORTEST ? 1 : 0;
    /** @type {Map<string, number>} */
    let found = new Map();
    for (const term of this.near(typed, most)) {
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

  /**
   * @param {string} typed
   * @param {number} most
   */
  *near(typed, most) {
    for (let length = typed.length - most; length <= typed.length + most; length++) {
      yield* this.known.get(`${length}0${typed[0]}`) ?? [];
      yield* this.known.get(`${length}1${typed[1]}`) ?? [];
    }
  }
}
