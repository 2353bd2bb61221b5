// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

import { page } from "./seite.mjs";

const assets = new URL("../../generator/sozialraum/site/assets/", import.meta.url).href;
const { Auskunft } = await import(`${assets}antwort.js`);
const { results } = await import(`${assets}gruppe.js`);
const { suggest } = await import(`${assets}suchfeld.js`);

const hits = Array.from({ length: 310 }, (_, at) => ({ seite: `ressourcen/r${at}.html`, titel: `R${at}`, kurz: "", hinweis: "", ort: "", zeiten: null, geprueft: "", grund: "" }));
const nothing = { gefahren: [], mehrdeutig: null, gemeint: "", gruppen: [], anzahl: 0, themen: [], nachbarn: null };

test("Every result of a group can be reached, a hundred more at a time, and the first of them has the focus.", () => {
  const section = results({ titel: "Angebote", treffer: hits.slice(0, 5), mehr: 305 }, (/** @type {number} */ most) => hits.slice(0, most), "");
  const list = section.querySelector("ul");
  /** @type {[string, number][]} */
  const seen = [];
  for (let button; (button = section.querySelector("button"));) {
    seen.push([button.textContent, list.children.length]);
    button.hear("click");
    assert.equal(page.activeElement?.textContent, `R${seen.at(-1)?.[1]}`);
  }
  assert.deepEqual(seen, [["Weitere zeigen (noch 305)", 5], ["Weitere zeigen (noch 205)", 105], ["Weitere zeigen (noch 105)", 205], ["Weitere zeigen (noch 5)", 305]]);
  assert.deepEqual(list.children.map((/** @type {any} */ each) => each.textContent), hits.map(({ titel }) => titel));
});

test("A screen reader hears how many suggestions there are, without the line that leads on.", () => {
  const field = Object.assign(page.createElement("input"), { value: "", form: page.createElement("form") });
  /** @type {any} */
  let answer = nothing;
  suggest(/** @type {any} */ ({ answer: () => answer }), /** @type {any} */ (field), "");
  const [list, status] = field.form.children;
  const heard = (/** @type {any[]} */ treffer) => {
    answer = treffer.length ? { ...nothing, anzahl: treffer.length, gruppen: [{ titel: "Angebote", treffer, mehr: 0 }] } : nothing;
    field.value = "Rad & Tat";
    field.hear("input");
    return status.textContent;
  };
  assert.deepEqual([0, 1, 2].map((count) => heard(hits.slice(0, count))), ["Nichts gefunden", "1 Vorschlag", "2 Vorschläge"]);
  assert.equal(list.children.at(-1)?.dataset.seite, "suche.html#q=Rad%20%26%20Tat");
});

test("Suggestions of one title are told apart by what they are.", () => {
  const field = Object.assign(page.createElement("input"), { value: "", form: page.createElement("form") });
  const [one, other] = [hits[0], hits[1]].map((each) => ({ ...each, titel: "Fahrradtag" }));
  const gruppen = [{ titel: "Vorhaben", treffer: [one], mehr: 0 }, { titel: "Aus dem Team", treffer: [other, hits[2]], mehr: 0 }];
  suggest(/** @type {any} */ ({ answer: () => ({ ...nothing, anzahl: 3, gruppen }) }), /** @type {any} */ (field), "");
  field.value = "Rad";
  field.hear("input");
  const shown = field.form.children[0].children.map((/** @type {any} */ each) => each.textContent);
  assert.deepEqual(shown, ["FahrradtagVorhaben", "FahrradtagAus dem Team", "R2", "Alle 3 Ergebnisse zeigen"]);
});

test("A word that every object knows is a word like any other.", () => {
  const ambiguous = (/** @type {string} */ query) => Auskunft.prototype.ambiguous.call(/** @type {any} */ ({ woerter: { kuerzel: { spz: ["a", "b"] } } }), query);
  assert.deepEqual(["constructor", "toString hasOwnProperty", "__proto__", "spz"].map(ambiguous), [null, null, null, { kuerzel: "SPZ", bedeutet: ["a", "b"] }]);
});
