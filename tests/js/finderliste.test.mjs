// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

import { page } from "./seite.mjs";

const assets = new URL("../../generator/sozialraum/site/assets/", import.meta.url).href;
const { chips, spokenFilter } = await import(`${assets}finderworte.js`);
const { Trefferliste } = await import(`${assets}trefferliste.js`);
const { parse } = await import(`${assets}zustand.js`);

test("What is put aside in a bubble of the map is so in the list too; name and word of the button stay.", () => {
  const buttons = [page.createElement("button"), page.createElement("button")];
  Object.assign(page, { querySelectorAll: (/** @type {string} */ selector) => (selector === '[data-nummer="7"] .sr-merken' ? buttons : []) });
  const list = new Trefferliste(/** @type {any} */ (null), /** @type {any} */ (page.createElement("button")), /** @type {any} */ (null));
  list.with = { data: { satz: () => ({ id: "see", titel: "Angelverein am See" }) }, merken: [], km: null, heute: () => "" };
  for (const merken of [["see"], []]) {
    list.keep(7, merken);
    for (const button of buttons) {
      assert.deepEqual(button.attributes, { "aria-pressed": String(merken.length === 1), "aria-label": "Merken: Angelverein am See" });
      assert.equal(button.textContent, "Merken");
    }
    assert.equal(list.with?.merken, merken);
  }
});

test("A filter says what it takes away, and an unknown middle is called by its id.", () => {
  const state = parse("#bei=constructor&km=5");
  assert.equal(spokenFilter(state, "bei", ""), "5 km um constructor");
  const [chip] = chips(state, {}, "Dorfhaus");
  assert.equal(chip.children[0].getAttribute("aria-label"), "Filter entfernen: Umkreis 5 km um Dorfhaus");
});
