// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

const assets = new URL("../../generator/sozialraum/site/assets/", import.meta.url).href;
const { columns, evaluate } = await import(`${assets}facetten.js`);
const { distanceBar, ordered, textBar, timeBar } = await import(`${assets}sperren.js`);
const { parse } = await import(`${assets}zustand.js`);

const TODAY = "2026-06-30";
const day = (/** @type {string} */ iso) => Date.parse(iso) / 86_400_000 + 719163;
const MORNING = { w: [[[540, 720]], [[540, 720]], [], [], [], [], []] };

/** Four resources: two from the life-world, two professional. */
const DATA = {
  anzahl: 4,
  lebenswelt: 2,
  thema: { worte: [["begegnung", "Begegnung"], ["wohnen", "Wohnen"]], kombi: [[0], [0, 1], [1]], je: [0, 1, 2, 2] },
  ort: { worte: [["nord", "Nord"], ["sued", "Süd"], ["landkreisweit", "landkreisweit"]], kombi: [[0], [1], [2]], je: [0, 1, 2, 1] },
  format: { worte: [["treffpunkt", "Treffpunkt"], ["beratung", "Beratung"]], je: [0, 0, 1, 1] },
  sprache: { worte: [["ar", "Arabisch"], ["de", "Deutsch"]], kombi: [[], [0, 1], [1]], je: [1, 0, 2, 1] },
  barriere: { worte: [["stufenlos", "stufenlos"], ["wc", "WC"]], kombi: [[], [0], [0, 1]], je: [1, 2, 0, 2] },
  kosten: { worte: [["kostenfrei", "kostet nichts"], ["gering", "kostet wenig"]], je: [0, 1, 0, 0] },
  zeiten: () => ({ werte: [null, MORNING], je: [1, 0, 1, 0] }),
  mitmachen: "0100",
  geprueft: [day("2026-06-01"), day("2026-01-15"), day("2024-01-01"), 0],
  lat: [5430000, 5430000, 0, 5435000],
  lon: [960000, 961000, 0, 960000],
};
const facets = columns(DATA, TODAY);
const nothing = parse("").wahl;
const counts = (/** @type {any} */ result, /** @type {string} */ name) => [...result.zahlen[name]];

test("Without a choice everything passes, and each word counts what has it.", () => {
  const result = evaluate(facets, nothing, []);
  assert.deepEqual(result.treffer, [0, 1, 2, 3]);
  assert.deepEqual(counts(result, "thema"), [2, 3]);
  assert.deepEqual(counts(result, "herkunft"), [2, 2]);
  assert.deepEqual(counts(result, "mitmachen"), [1]);
});

test("What there is in the whole district there is in each of its places.", () => {
  const result = evaluate(facets, { ...nothing, ort: ["nord"] }, []);
  assert.deepEqual(result.treffer, [0, 2]);
  assert.deepEqual(counts(result, "ort"), [2, 3, 1]);
});

test("Words of one facet add up, facets narrow down; a word's own facet does not lower its count.", () => {
  const result = evaluate(facets, { ...nothing, thema: ["begegnung"], kosten: ["gering"] }, []);
  assert.deepEqual(result.treffer, [1]);
  assert.deepEqual(counts(result, "thema"), [1, 1]);
  assert.deepEqual(counts(result, "kosten"), [1, 1]);
  assert.deepEqual(counts(result, "format"), [1, 0]);
});

test("Of Barrierefreiheit everything chosen must hold.", () => {
  const result = evaluate(facets, { ...nothing, barriere: ["stufenlos", "wc"] }, []);
  assert.deepEqual(result.treffer, [1, 3]);
  assert.deepEqual(counts(result, "barriere"), [2, 2]);
});

test("The months since the last verification include the shorter ones.", () => {
  assert.deepEqual(counts(evaluate(facets, nothing, []), "geprueft"), [1, 2, 2]);
  assert.deepEqual(evaluate(facets, { ...nothing, geprueft: ["6"] }, []).treffer, [0, 1]);
});

test("Codes that do not exist filter nothing.", () => {
  assert.equal(evaluate(facets, { ...nothing, thema: ["gibt-es-nicht"] }, []).treffer.length, 4);
});

test("Where nothing is left, it is known what each filter alone holds back.", () => {
  const result = evaluate(facets, { ...nothing, thema: ["wohnen"], sprache: ["ar"], herkunft: ["lebensweltlich"] }, []);
  assert.deepEqual(result.treffer, []);
  assert.equal(result.allein.sprache, 1);
  assert.equal(result.allein.herkunft, 1);
  assert.equal(result.allein.thema, 1);
  assert.equal(result.allein.kosten, 0);
});

test("Counts are those of filtering once more with the word, whatever is chosen.", () => {
  const choices = [nothing, { ...nothing, ort: ["sued"] }, { ...nothing, thema: ["wohnen"], sprache: ["de"] }, { ...nothing, barriere: ["wc"], kosten: ["kostenfrei"] }];
  for (const chosen of choices) {
    const result = evaluate(facets, chosen, []);
    for (const name of Object.keys(facets)) {
      facets[name].worte.forEach((/** @type {string} */ code, /** @type {number} */ at) => {
        const wanted = facets[name].alle ? [...chosen[name], code] : [code];
        assert.equal(result.zahlen[name][at], evaluate(facets, { ...chosen, [name]: wanted }, []).treffer.length, `${name}:${code}`);
      });
    }
  }
});

const CLOCK = { today: TODAY, now: 600, holidays: new Set() }; // A Tuesday, ten o'clock.

test("Places without hours are no results of „jetzt offen“, but they are counted and can be had.", () => {
  const state = parse("#zeit=jetzt");
  const time = timeBar(DATA, state, CLOCK);
  const result = evaluate(facets, nothing, [time.bar]);
  assert.deepEqual(result.treffer, [0, 2]);
  assert.equal(time.unklar(result.klassen.zeit), 2);
  assert.deepEqual(evaluate(facets, nothing, [timeBar(DATA, { ...state, unklar: true }, CLOCK).bar]).treffer, [0, 1, 2, 3]);
  assert.equal(timeBar(DATA, parse(""), CLOCK), null);
});

test("A distance holds back what is farther, and counts what has no place.", () => {
  const near = distanceBar(DATA, parse("#bei=nord&km=1"), [5430000, 960000]);
  const result = evaluate(facets, nothing, [near.bar]);
  assert.deepEqual(result.treffer, [0, 1]);
  assert.equal(result.klassen.bei[2], 1);
  assert.ok(Math.abs(near.km[1] - 0.649) < 0.005);
});

test("Life-world stays first, whatever matches better or lies nearer.", () => {
  const found = new Map([[0, 1], [1, 4], [3, 9]]);
  assert.deepEqual(ordered([0, 1, 3], 2, found, null), [1, 0, 3]);
  assert.deepEqual(ordered([0, 1, 2, 3], 2, null, Float32Array.from([2, 1, Infinity, 0.5])), [1, 0, 3, 2]);
  assert.deepEqual(ordered([0, 2], 2, null, null), [0, 2]);
  assert.deepEqual(evaluate(facets, nothing, [textBar(4, found)]).treffer, [0, 1, 3]);
});
