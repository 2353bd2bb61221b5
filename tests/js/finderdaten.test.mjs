// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

const assets = new URL("../../generator/sozialraum/site/assets/", import.meta.url).href;
const { completed } = await import(`${assets}finderdaten.js`);

const ROWS = {
  ordner: [""], ort: [""], zeiten: [null], hinweis: [""], gruppen: [""],
  zeilen: ["\tCafe am Markt\tKaffee für alle\t\t\t\t\t\t0", "treff-ost\tOffener Treff\t\t\t\t\t\t260630\t0"].join("\n"),
};

test("The finder's records have titles and days from the rows of the search, in the finder's own order.", () => {
  const data = completed({ zeile: [1, -1], lebenswelt: 2 }, ROWS);
  assert.deepEqual(data.id, ["treff-ost", "cafe-am-markt"]);
  assert.deepEqual(data.titel, ["Offener Treff", "Cafe am Markt"]);
  assert.deepEqual(data.kurz, ["", "Kaffee für alle"]);
  assert.deepEqual(data.geprueft, [739797, 0]); // 2026-06-30 as Python's date.toordinal counts.
  assert.equal(data.lebenswelt, 2);
});
