// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

const assets = new URL("../../generator/sozialraum/site/assets/", import.meta.url).href;
const { completed } = await import(`${assets}finderdaten.js`);

// Two texts. Numbers are written to the base of 64, "A" for 0; two days lie between the two.
const ROWS = {
  anzahl: 3, gruppen: [""], gruppe: "AAA", erster: 739797,
  name: "\ntreff-ost\n/B-A-nord", titel: "Cafe am Markt\nOffener Treff\nHaus See", kurz: "Kaffee für alle\n\n",
  ordner: { worte: ["", "ressourcen"], je: "BBB" }, ort: { worte: [""], je: "AAA" }, hinweis: { worte: ["", "macht Pause"], je: "ABA" },
  zeiten: "ABBsAk\n#0\n", besondere: [{ w: [[], [], [], [], [], [], []], v: [2], text: "nach Vereinbarung" }],
  geprueft: "ABC",
};
const COLUMN = { worte: [["a", "A"]], kombi: [[0]], je: "AAA" };
const FINDER = {
  zeile: [1, -1, 2], lebenswelt: 2, thema: COLUMN, ort: COLUMN, format: COLUMN, kosten: COLUMN, sprache: COLUMN, barriere: COLUMN,
  sued: 5430000, lat: "BAB", west: 960000, lon: "CAB",
};

test("The finder's records have what the rows of the search say of them, in the finder's own order.", () => {
  const data = completed(FINDER, ROWS);
  const each = [0, 1, 2].map((record) => data.satz(record));
  assert.deepEqual(each.map(({ id }) => id), ["treff-ost", "cafe-am-markt", "see-haus-nord"]);
  assert.deepEqual(each.map(({ titel }) => titel), ["Offener Treff", "Cafe am Markt", "Haus See"]);
  assert.deepEqual(each.map(({ kurz }) => kurz), ["", "Kaffee für alle", ""]);
  assert.deepEqual(each.map(({ hinweis }) => hinweis), ["macht Pause", "", ""]);
  assert.deepEqual(each.map(({ wann }) => wann), ["nach Vereinbarung", "Mo 9–12 Uhr", ""]);
  assert.deepEqual([...data.geprueft], [739797, 0, 739798]); // 2026-06-30 as Python's date.toordinal counts.
  assert.deepEqual([[...data.lat], [...data.lon]], [[5430000, 0, 5430000], [960001, 0, 960000]]);
  assert.deepEqual([data.anzahl, data.lebenswelt, [...data.zeile]], [3, 2, [1, 0, 2]]);
  assert.deepEqual(["cafe-am-markt", "gibt-es-nicht"].map(data.nummer), [1, -1]);
});

test("Hours are told apart once each; none given is the first.", () => {
  const { werte, je } = completed(FINDER, ROWS).zeiten();
  assert.deepEqual([...je], [1, 2, 0]);
  assert.equal(werte[0], null);
  assert.deepEqual(werte[2], { w: [[[540, 720]], [], [], [], [], [], []] }); // 108 and 36 times five minutes.
});

test("A page written by hand keeps the capitals of its name, whatever its title.", () => {
  const data = completed(FINDER, { ...ROWS, name: "\nImpressum\nueber-Uns" });
  assert.deepEqual([0, 1, 2].map((record) => data.satz(record).id), ["Impressum", "cafe-am-markt", "ueber-Uns"]);
});
