// @ts-check
/** Numbers as people read them. */

const NUMBERS = new Intl.NumberFormat("de-DE"); // Made once: toLocaleString makes one for every number.

/**
 * @param {number} count
 * @returns {string} "1.234"
 */
export function figure(count) {
  return NUMBERS.format(count);
}
