// @ts-check
/**
 * What a typed text lacks, by the rules that the model exports as data (`fields/data_rules.py`).
 *
 * @typedef {object} Regel
 * @property {string} satz
 * @property {string} muster
 * @property {number} hoechstens
 * @property {boolean} zeilig
 * @property {boolean} tag
 * @property {number[]} grenzen
 * @property {boolean} genau whether the rule has the last word
 */

/**
 * @param {Regel} rule
 * @param {string} written not empty
 * @param {string} unwanted signs that no text may contain, as a pattern
 * @returns {string} what to mend, "" where the text passes
 */
export function complaint(rule, written, unwanted) {
  const text = trimmed(written);
  if (new RegExp(unwanted, "u").test(written)) return "Darin steht ein unsichtbares Zeichen. Die Stelle löschen und neu tippen.";
  if (rule.zeilig && /[\n\r]/.test(text)) return "Das passt nur in eine Zeile.";
  const length = [...text].length;
  if (rule.hoechstens && length > rule.hoechstens) return `Das hat ${length} Zeichen, hier passen höchstens ${rule.hoechstens}.`;
  if (rule.muster && !new RegExp(rule.muster, "u").test(text)) return rule.satz;
  if (rule.tag && !isDay(text)) return rule.satz;
  const numbers = text.split(",").map(Number);
  return rule.grenzen.some((most, i) => Math.abs(numbers[i]) > most) ? rule.satz : "";
}

/**
 * @param {string} text
 * @returns {string} without outer space, as Python's strip() sees it
 */
export function trimmed(text) {
  return text.replace(/^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/gu, "");
}

/** @param {string} text four digits, two, two */
function isDay(text) {
  const [year, month, day] = text.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month > 0;
}
