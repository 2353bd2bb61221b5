// @ts-check
/**
 * Where nothing fits everything that was asked, the places around the one that was named.
 *
 * @typedef {object} Nachbarschaft
 * @property {string} um name of the place
 * @property {{ titel: string, seite: string, weit: string }[]} orte the closest first
 */

import { terms } from "./deutsch.js";
import { spoken } from "./entfernung.js";

export class Nachbarn {
  /**
   * @param {Record<string, [number, number][]>} data number of a place → those closest to it, with tenths of a kilometre
   * @param {import("./zeilen.js").Zeilen} rows
   * @param {Set<string>} stop
   */
  constructor(data, rows, stop) {
    this.data = data;
    this.rows = rows;
    /** @type {Map<string, number>} term → place that alone has it in its name, -1 for several */
    this.named = new Map();
    for (const place of Object.keys(data).map(Number)) {
      for (const { term } of terms(rows.titles[place], stop)) this.named.set(term, this.named.has(term) ? -1 : place);
    }
  }

  /** @returns {Set<string>} terms that name one place */
  get places() {
    return new Set([...this.named].filter(([, place]) => place >= 0).map(([term]) => term));
  }

  /**
   * @param {import("./rang.js").Wort[]} asked
   * @returns {Nachbarschaft | null} null where no place is named, or it has no neighbours
   */
  around(asked) {
    const place = asked.map(({ term }) => this.named.get(term) ?? -1).find((each) => each >= 0);
    if (place === undefined || !this.data[place].length) return null;
    const orte = this.data[place].map(([text, tenths]) => {
      const { titel, seite } = this.rows.at(text);
      return { titel, seite, weit: spoken(tenths / 10) };
    });
    return { um: this.rows.titles[place], orte };
  }
}

/**
 * @param {import("./rang.js").Rangfolge} result
 * @returns {boolean} whether the best text has every word that was asked
 */
export function hasAll({ found, via }) {
  return found.length > 0 && via.every((reached) => reached[found[0].text] > 0);
}
