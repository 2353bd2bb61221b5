// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

const assets = new URL("../../generator/sozialraum/site/assets/", import.meta.url).href;
const { fitting } = await import(`${assets}textsuche.js`);
const { target, way } = await import(`${assets}handzettel.js`);

test("Only the finder's own records count, and only what fits nearly as well as the best.", () => {
  const numbers = new Map([["cafe", 0], ["garten", 1], ["amt", 2]]);
  const scores = new Map([["vorhaben", 99], ["amt", 10], ["cafe", 4], ["garten", 3.9]]);
  assert.deepEqual([...fitting(scores, numbers)], [[2, 10], [0, 4]]);
  assert.deepEqual([...fitting(new Map(), numbers)], []);
});

test("The symbol on paper opens what the reader can open.", () => {
  const contact = { web: "https://www.example.org", waehlbar: "+4930" };
  assert.equal(target("https://handbuch.example.org/", "cafe", contact)[0], "https://handbuch.example.org/ressourcen/cafe.html");
  assert.equal(target("", "cafe", contact)[0], "https://www.example.org");
  assert.equal(target("", "cafe", { ...contact, web: "mailto:a@example.org" })[0], "tel:+4930");
  assert.deepEqual(target("", "cafe", { web: "", waehlbar: "" }), ["", ""]);
});

test("The way is one line of where and one of how.", () => {
  const contacts = { haus: ["Dorfhaus"], strasse: [""], plz: ["00123"], stadt: ["Moorwinkel"], lage: ["hinter der Kirche"], haltestelle: ["Markt, Bus 21"], weg: ["Eingang im Hof"] };
  assert.deepEqual(way(contacts, 0), { wo: "Dorfhaus, 00123 Moorwinkel, hinter der Kirche", hin: "Haltestelle Markt, Bus 21. Eingang im Hof" });
});
