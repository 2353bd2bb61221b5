// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

import { Begriffe } from "../../generator/sozialraum/site/assets/begriffe.js";
import { rank } from "../../generator/sozialraum/site/assets/rang.js";
import { distance, Tippfehler } from "../../generator/sozialraum/site/assets/tippfehler.js";
import { Suche } from "../../generator/sozialraum/site/assets/treffer.js";
import { Verzeichnis } from "../../generator/sozialraum/site/assets/verzeichnis.js";
import { bare } from "../../generator/sozialraum/site/assets/wortteile.js";

// Ten texts. A digit is a level, a letter how far on the next text is: "A" the next, "B" the one after it.
const index = new Verzeichnis({
  anzahl: 10,
  stopp: "der die das",
  beiwerk: "unterschied",
  worte: ["A#kita", "Afahrrad", "Hwerkstatt", "Best", "Akindergart", "Cta", "Awerkstatt"].join("\n"),
  stellen: ["", "7A3A", "9B", "", "8A", "8C", ""].join(" "),
  haeufig: ["", "5AAAAAAAA", ""].join(" "),
  dazu: ["0EA", "", "", "", "", "", "3C"].join(" "),
});
const search = new Suche(index, new Begriffe([{ k: "kita", n: "Kita", f: ["Kindergarten", "betreuen", "fast drei"] }], index.stop));
const understood = (/** @type {string} */ query) => search.understand(query).map(({ term }) => term);
const texts = (/** @type {string} */ query, worth = 0) => search.find(query, worth).found.map(({ text }) => text);

test("A whole word counts more than the beginning of one; of equals the first text stands first", () => {
  assert.deepEqual(texts("Fahrrad"), [0, 1]); // Text 1 says Fahrradwerkstatt, and Fahrrad with level 3.
  assert.deepEqual(texts("Fest"), [0, 1, 2, 3, 4, 5, 6, 7]);
});

test("A rare word tells more than a common one", () => {
  assert.equal(texts("Fest Werkstatt")[0], 1);
});

test("What is worth less than the asked share of the best score is left out", () => {
  assert.deepEqual(texts("Fest Werkstatt", 0.9), [1]);
});

test("Each text says on which way a word reached it", () => {
  const { words, via } = search.find("Kindergarten");
  const way = (/** @type {number} */ text) => words[0].ways[via[0][text] - 1];
  assert.equal(way(2).concept, "kita"); // Text 2 says only Kita.
  assert.equal(way(0).concept, undefined); // Text 0 says Kindergarten itself.
  assert.equal(way(5), undefined);
});

test("What only frames a question is left out, unless nothing else is said", () => {
  assert.deepEqual(understood("der Unterschied Fest"), ["fest"]);
  assert.deepEqual(understood("der Unterschied"), ["unterschied"]);
});

test("A compound that no text has is two words, the last as long as can be", () => {
  assert.deepEqual(understood("Festfahrradwerkstatt"), ["fest", "fahrradwerkstatt"]);
  assert.deepEqual(texts("Kindergartenfest").slice(0, 2), [0, 2]); // Text 0 says Kindergarten and Fest, text 2 Kita and Fest.
});

test("Two words that are one where they are written together mean that one", () => {
  assert.equal(texts("Werkstatt Fahrrad")[0], 1); // Text 1 says Fahrradwerkstatt.
});

test("Of a word that nobody knows its longer half counts, if that is known", () => {
  assert.deepEqual(texts("Kindergartenzaun"), texts("Kindergarten"));
  assert.deepEqual(texts("Zaunlattenmacher"), []);
});

test("A verb is found by what is left without its ending", () => {
  assert.equal(search.find("wer betreut").words.at(-1)?.ways[0].concept, "kita");
  assert.deepEqual(["pflegt", "gepflegt", "angezeigt", "arzt", "amt"].map(bare), ["pfleg", "pfleg", "anzeig", "arz", "amt"]);
});

test("A word that the vocabulary knows is no typing error", () => {
  assert.deepEqual(texts("fasd"), []);
  assert.deepEqual(texts("fesd"), texts("fest"));
  assert.deepEqual(texts("fast"), []);
});

test("No word, no result", () => {
  assert.deepEqual(rank(index, [], 0.5), { found: [], via: [] });
  assert.deepEqual(texts("der die das"), []);
});

test("A wrong letter is put right from four letters on, two from seven on", () => {
  const mistyped = new Tippfehler(["fest", "kita", "fahrrad", "werkstatt", "rad"]);
  assert.deepEqual(mistyped.closest("kitta"), [["kita", 1]]);
  assert.deepEqual(mistyped.closest("rat"), []);
  assert.deepEqual(mistyped.closest("fahrat"), []);
  assert.deepEqual(mistyped.closest("werkstad"), [["werkstatt", 2]]);
  assert.deepEqual(mistyped.closest("ewrkstatt"), [], "neither of the first two letters stands where it should");
});

test("The nearest words only are meant, in the order of the alphabet", () => {
  assert.deepEqual(new Tippfehler(["haus", "maus", "hauss"]).closest("hau"), []);
  assert.deepEqual(new Tippfehler(["laus", "haus"]).closest("taus"), [["haus", 1], ["laus", 1]]);
});

test("Letters that changed places count as one mistake", () => {
  assert.equal(distance("fahrrad", "fahrrda", 2), 1);
  assert.equal(distance("fest", "kita", 1), 2);
});
