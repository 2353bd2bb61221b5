// @ts-check
/** What finder and Handzettel know of each record: the finder's own columns, and what the search shows of it too. */

import { data as load } from "./daten.js";
import { Zeilen } from "./zeilen.js";

const ORDINAL_1970 = 719163; // Day number of 1970-01-01 as Python counts days.

/** @returns {Promise<any>} */
export async function finderData() {
  const [columns, rows] = await Promise.all([load("finder"), load("suche-eintraege")]);
  return completed(columns, rows);
}

/**
 * @param {any} columns as `finder_data.py` writes them; `zeile` says how far on among the rows each record stands
 * @param {import("./zeilen.js").ZeilenData} rows
 * @returns {any} the columns with id, title, short line and day of the last verification (0 for never)
 */
export function completed(columns, rows) {
  const known = new Zeilen(rows);
  const found = { id: /** @type {string[]} */ ([]), titel: /** @type {string[]} */ ([]), kurz: /** @type {string[]} */ ([]), geprueft: /** @type {number[]} */ ([]) };
  let row = 0;
  for (const step of columns.zeile) {
    row += step;
    const { name, titel, kurz, day } = known.plain(row);
    found.id.push(name);
    found.titel.push(titel);
    found.kurz.push(kurz);
    found.geprueft.push(day ? Date.UTC(2000 + Number(day.slice(0, 2)), Number(day.slice(2, 4)) - 1, Number(day.slice(4))) / 86_400_000 + ORDINAL_1970 : 0);
  }
  return { ...columns, ...found };
}
