// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

const { filters, format, parse, toggled, without, withoutFilters } = await import(new URL("../../generator/sozialraum/site/assets/zustand.js", import.meta.url).href);

test("A state survives the way through the address.", () => {
  const written = "q=Briefe%20vom%20Amt&thema=wohnen,geld_schulden&ort=nordhang&sprache=ar&zeit=3-14:30&unklar=1&bei=nordhang&km=5&ortlos=1&merken=cafe,garten&karte=54.3000,9.6000,13";
  assert.equal(format(parse(`#${written}`)), written);
  assert.equal(format(parse(`?${written}`)), written);
});

test("Nothing chosen is an empty address.", () => {
  assert.equal(format(parse("")), "");
  assert.equal(format(parse("#seite")), "");
});

test("What makes no sense is left out.", () => {
  const state = parse("#thema=<b>,wohnen,wohnen&zeit=9-25:00&km=7&bei=../x&karte=alert(1)&merken=%22onload&unbekannt=1");
  assert.deepEqual(state.wahl.thema, ["wohnen"]);
  assert.deepEqual([state.zeit, state.km, state.bei, state.karte, state.merken], ["", 2, "", "", []]);
});

test("A very long list put aside is cut, so that the address stays usable.", () => {
  assert.equal(parse(`#merken=${Array.from({ length: 99 }, (_, at) => `a${at}`).join(",")}`).merken.length, 30);
  assert.equal(toggled(Array.from({ length: 30 }, (_, at) => `a${at}`), "neu").length, 30);
});

test("Putting aside twice takes away again.", () => {
  assert.deepEqual(toggled(["a", "b"], "a"), ["b"]);
  assert.deepEqual(toggled(["b"], "a"), ["b", "a"]);
});

test("One filter is taken away without the others; all of them without what was put aside.", () => {
  const state = parse("#q=Rad&thema=wohnen&zeit=jetzt&merken=cafe");
  assert.deepEqual(filters(state), ["thema", "q", "zeit"]);
  assert.equal(format(without(state, "thema")), "q=Rad&zeit=jetzt&merken=cafe");
  assert.equal(format(without(state, "zeit")), "q=Rad&thema=wohnen&merken=cafe");
  assert.equal(format(withoutFilters(state)), "merken=cafe");
});
