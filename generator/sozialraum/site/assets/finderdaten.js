// @ts-check
/** What finder and Handzettel know of each record: the finder's own columns, and what the search shows of it too. */

import { data as load } from "./daten.js";
import { numbers } from "./spalten.js";
import { hours, inWords } from "./woche.js";
import { Zeilen } from "./zeilen.js";

const CODED = ["thema", "ort", "format", "kosten", "sprache", "barriere"];

/** @returns {Promise<any>} */
export async function finderData() {
  const [columns, rows] = await Promise.all([load("finder"), load("suche-eintraege")]);
  return completed(columns, rows);
}

/**
 * @param {any} columns as `finder_data.py` writes them; `zeile` says how far on among the rows each record stands
 * @param {import("./zeilen.js").ZeilenData} rows
 * @returns {any} the columns as lists, with id, title, short line, notice, hours and day of the last verification
 */
export function completed(columns, rows) {
  const known = new Zeilen(rows);
  let row = 0;
  const row_of = columns.zeile.map((/** @type {number} */ step) => row += step);
  const each = (/** @type {(row: number) => any} */ cell) => row_of.map(cell);
  const count = row_of.length;
  const read = (/** @type {string} */ written) => numbers(written, count && written.length / count);
  return {
    ...columns,
    ...Object.fromEntries(CODED.map((name) => [name, { ...columns[name], je: read(columns[name].je) }])),
    id: each((at) => known.name(at)),
    titel: each((at) => known.titles[at]),
    kurz: each((at) => known.shorts[at]),
    hinweis: each((at) => known.word("hinweis", at)),
    geprueft: each((at) => known.day(at)),
    zeiten: times(each((at) => known.cells[at]), rows.besondere),
    lat: placed(read(columns.lat), columns.sued),
    lon: placed(read(columns.lon), columns.west),
  };
}

/**
 * @param {string[]} cells
 * @param {import("./zeilen.js").ZeilenData["besondere"]} special
 * @returns {{ werte: (import("./zeiten.js").Zeiten | null)[], text: string[], je: Uint16Array }} the different hours; 0 stands for none
 */
function times(cells, special) {
  const of = new Map([["", 0]]);
  const je = Uint16Array.from(cells, (cell) => {
    const known = of.get(cell) ?? of.size;
    of.set(cell, known);
    return known;
  });
  const werte = [...of.keys()].map((cell) => hours(cell, special));
  return { werte, text: werte.map((each) => (each ? /** @type {any} */ (each).text ?? inWords(each.w) : "")), je };
}

/**
 * @param {Uint32Array} steps from the edge, counted from 1; 0 for no place
 * @param {number} edge
 */
function placed(steps, edge) {
  return Array.from(steps, (step) => step && step + edge - 1);
}
