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

/**
 * The words closest to what was typed: one letter may be wrong from four
 * letters on, two from seven on. One of the first two letters is right.
 *
 * @param {string} typed a term
 * @param {Iterable<string>} known terms
 * @returns {[string, number][]} terms with their distance, the nearest only
 */
export function closest(typed, known) {
  let most = typed.length > 6 ? 2 : typed.length > 3 ? 1 : 0;
  /** @type {[string, number][]} */
  let found = [];
  for (const term of known) {
    if (Math.abs(term.length - typed.length) > most || (term[0] !== typed[0] && term[1] !== typed[1])) continue;
    const far = distance(typed, term, most);
    if (far > most) continue;
    if (far < most) {
      most = far;
      found = [];
    }
    found.push([term, far]);
  }
  return found;
}
