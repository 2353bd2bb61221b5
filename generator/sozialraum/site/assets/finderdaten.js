// @ts-check
/**
 * What finder and Handzettel know of each record: the finder's own columns, and
 * what the search shows of it too, read when it is asked for.
 *
 * @typedef {object} Satz what is said of a record
 * @property {string} id
 * @property {string} titel
 * @property {string} kurz
 * @property {string} hinweis
 * @property {string} wann its hours in words
 * @property {import("./zeiten.js").Zeiten | null} zeiten
 */

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
 * @returns {any} the columns as lists, with the number of records, the row of each, and what the rows say
 */
export function completed(columns, rows) {
  const known = new Zeilen(rows);
  const zeile = places(columns.zeile);
  const anzahl = zeile.length;
  const read = (/** @type {string} */ written) => numbers(written, anzahl && written.length / anzahl);
  const verified = known.days();
  return {
    ...columns,
    ...Object.fromEntries(CODED.map((name) => [name, { ...columns[name], je: read(columns[name].je) }])),
    anzahl,
    zeile,
    geprueft: zeile.map((row) => verified[row]),
    zeiten: times(zeile, known),
    lat: placed(read(columns.lat), columns.sued),
    lon: placed(read(columns.lon), columns.west),
    satz: (/** @type {number} */ record) => said(known, zeile[record]),
    nummer: numbered(zeile, known),
  };
}

/**
 * @param {number[]} steps
 * @returns {Int32Array} where each record stands among the rows
 */
function places(steps) {
  let row = 0;
  return Int32Array.from(steps, (step) => row += step);
}

/**
 * @param {Zeilen} known
 * @param {number} row
 * @returns {Satz}
 */
function said(known, row) {
  const zeiten = hours(known.cells[row], known.data.besondere);
  const wann = zeiten ? /** @type {any} */ (zeiten).text ?? inWords(zeiten.w) : "";
  return { id: known.name(row), titel: known.titles[row], kurz: known.shorts[row], hinweis: known.word("hinweis", row), wann, zeiten };
}

/**
 * @param {Int32Array} zeile
 * @param {Zeilen} known
 * @returns {(id: string) => number} the record with this id, -1 for none
 */
function numbered(zeile, known) {
  /** @type {Map<string, number> | null} */
  let of = null;
  return (id) => {
    of ??= new Map(Array.from(zeile, (row, record) => [known.name(row), record]));
    return of.get(id) ?? -1;
  };
}

/**
 * The different hours, worked out when a time is chosen; 0 stands for none.
 *
 * @param {Int32Array} zeile
 * @param {Zeilen} known
 * @returns {() => { werte: (import("./zeiten.js").Zeiten | null)[], je: Uint16Array }}
 */
function times(zeile, known) {
  /** @type {ReturnType<ReturnType<typeof times>> | null} */
  let found = null;
  return () => found ??= (() => {
    const of = new Map([["", 0]]);
    const je = Uint16Array.from(zeile, (row) => {
      const cell = known.cells[row], number = of.get(cell) ?? of.size;
      of.set(cell, number);
      return number;
    });
    return { werte: [...of.keys()].map((cell) => hours(cell, known.data.besondere)), je };
  })();
}

/**
 * @param {Uint32Array} steps from the edge, counted from 1; 0 for no place
 * @param {number} edge
 */
function placed(steps, edge) {
  return Int32Array.from(steps, (step) => step && step + edge - 1);
}
