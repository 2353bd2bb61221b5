// @ts-check
/** Days as Python counts them: `date.toordinal()`. */

const ORDINAL_1970 = 719163, DAY = 86_400_000;

/**
 * @param {number} ordinal
 * @returns {string} ISO 8601
 */
export function dayOf(ordinal) {
  return new Date((ordinal - ORDINAL_1970) * DAY).toISOString().slice(0, 10);
}

/**
 * @param {string} isoDate
 * @returns {number}
 */
export function ordinalOf(isoDate) {
  return Date.parse(isoDate) / DAY + ORDINAL_1970;
}
