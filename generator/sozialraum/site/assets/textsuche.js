// @ts-check
/**
 * Words typed into the finder, answered by the handbook's own search. Its index
 * is loaded when it is needed for the first time.
 */

import { data as load, script } from "./daten.js";
import { dangerBox } from "./ergebnis.js";

const PARTS = ["suche-index", "suche-eintraege", "suche-woerter"];
const WORTH = 0.4; // Of the best score; what is further behind fits by chance.

export class Textsuche {
  /**
   * @param {ArrayLike<number>} rows where the finder's records stand among the texts of the search
   * @param {() => void} ready called when the index is there
   */
  constructor(rows, ready) {
    this.numbers = new Map(Array.from(rows, (row, record) => [row, record]));
    this.ready = ready;
    /** @type {import("./antwort.js").Auskunft | null} */
    this.known = null;
    this.loading = false;
  }

  /** Loads the index, once. */
  async load() {
    if (this.loading) return;
    this.loading = true;
    const [[index, rows, words]] = await Promise.all([Promise.all(PARTS.map(load)), script("assets/sozialraum/auskunft.js")]);
    this.known = new /** @type {any} */ (globalThis).sozialraumAuskunft({ "suche-index": index, "suche-eintraege": rows, "suche-woerter": words });
    this.ready();
  }

  /**
   * @param {string} query
   * @returns {Map<number, number> | null} record → score; null where no words are looked for, or not yet
   */
  find(query) {
    if (!query) return null;
    if (!this.known) this.load();
    return this.known ? fitting(this.known.ranked(query), this.numbers) : null;
  }

  /**
   * @param {string} query
   * @returns {HTMLElement[]} what helps at once, where the words speak of danger
   */
  warnings(query) {
    return this.known && query ? this.known.dangers(query).map((each) => dangerBox(each, "")) : [];
  }
}

/**
 * @param {Map<number, number>} scores text → score, the best first
 * @param {Map<number, number>} numbers text → record of the finder
 * @returns {Map<number, number>} what fits well among the finder's records
 */
export function fitting(scores, numbers) {
  /** @type {Map<number, number>} */
  const found = new Map();
  let best = 0;
  for (const [text, score] of scores) {
    const number = numbers.get(text);
    if (number === undefined) continue;
    best ||= score;
    if (score < best * WORTH) break;
    found.set(number, score);
  }
  return found;
}
