// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

const { cell, csv, escaped, folded, vcards } = await import(new URL("../../generator/sozialraum/site/assets/ausgabe.js", import.meta.url).href);

const ENTRY = {
  titel: "Café am Markt", kurz: "Kaffee, Kuchen; Zeit", herkunft: "Lebenswelt", format: "Treffpunkt", themen: "Begegnung", orte: "Nordhang",
  zeiten: "Mo 9–12 Uhr", kosten: "kostet nichts", sprachen: "Deutsch, Arabisch", strasse: "Am Hang 1", plz: "01067", stadt: "Auenstadt",
  telefon: "030 23125 117", waehlbar: "+493023125117", email: "info@example.org", web: "https://www.example.org/a,b", geprueft: "2026-05-12",
  punkt: /** @type {[number, number]} */ ([54.3, 9.6]),
};

test("What a spreadsheet would calculate is text.", () => {
  for (const text of ["=1+1", "+49 30", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1"]) assert.match(cell(text), /^"?'/, text);
  for (const text of ["030 1", "a=b", "Mo-Fr", ""]) assert.equal(cell(text), text);
});

test("Quotes, semicolons, commas and lines stay within their cell.", () => {
  assert.equal(cell('Er sagt "ja"; dann\ngeht er'), '"Er sagt ""ja""; dann\ngeht er"');
});

test("A table has its mark, its heading, and a row for each entry.", () => {
  const rows = csv([ENTRY]).split("\r\n");
  assert.equal(rows[0].slice(0, 20), "\ufeffTitel;Kurz gesagt;H");
  assert.equal(rows[1], 'Café am Markt;"Kaffee, Kuchen; Zeit";Lebenswelt;Treffpunkt;Begegnung;Nordhang;Mo 9–12 Uhr;kostet nichts;"Deutsch, Arabisch";Am Hang 1;01067;Auenstadt;030 23125 117;info@example.org;https://www.example.org/a\u002cb;2026-05-12'.replace("https://www.example.org/a,b", '"https://www.example.org/a,b"'));
  assert.equal(rows.length, 3);
});

test("A contact holds what an address book needs.", () => {
  assert.equal(vcards([ENTRY]), [
    "BEGIN:VCARD", "VERSION:3.0", "N:Café am Markt;;;;", "FN:Café am Markt", "ORG:Café am Markt", "ADR;TYPE=WORK:;;Am Hang 1;Auenstadt;;01067;Deutschland",
    "TEL;TYPE=WORK,VOICE:+493023125117", "EMAIL;TYPE=INTERNET:info@example.org", "URL:https://www.example.org/a\\,b", "GEO:54.3;9.6",
    "NOTE:Kaffee\\, Kuchen\\; Zeit\\nMo 9–12 Uhr", "END:VCARD", "",
  ].join("\r\n"));
});

test("No text becomes a line of its own.", () => {
  assert.equal(escaped("a\r\nTEL:1\u2028b\\;,\u0007"), "a\\nTEL:1\\nb\\\\\\;\\,");
  const lines = vcards([{ ...ENTRY, titel: "X\nEND:VCARD\r\nBEGIN:VCARD" }]).split("\r\n");
  assert.equal(lines.filter((line) => line === "END:VCARD").length, 1);
});

test("A line is never longer than 75 octets, and no letter is cut.", () => {
  const line = `NOTE:${"äöü😀".repeat(40)}`;
  const parts = folded(line).split("\r\n");
  assert.ok(parts.every((part) => new TextEncoder().encode(part).length <= 75));
  assert.equal(parts.map((part, at) => (at ? part.slice(1) : part)).join(""), line);
  assert.ok(parts.slice(1).every((part) => part.startsWith(" ")));
});

test("An entry without address and telephone has no empty lines.", () => {
  const bare = vcards([{ ...ENTRY, strasse: "", plz: "", stadt: "", waehlbar: "", email: "", web: "", punkt: null }]);
  assert.doesNotMatch(bare, /ADR|TEL|EMAIL|URL|GEO/);
});
