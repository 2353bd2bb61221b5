// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const site = new URL("../../generator/sozialraum/site/", import.meta.url);
const { answered, asked, chosen } = await import(new URL("assets/anfrage.js", site).href);

test("Words looked for survive the way through the address, and stand only behind `#`.", () => {
  for (const query of ["Schulden & Gewalt", "50 % + #1?", "Café „Mütter“", "a=b"]) {
    const address = new URL(answered("https://handbuch.example/suche.html", query));
    assert.equal(asked(address), query);
    assert.equal(address.search, "");
  }
  assert.equal(answered("suche.html", ""), "suche.html");
});

test("An address from before, with the words behind `?`, is understood.", () => {
  assert.equal(asked({ hash: "", search: "?q=schulden+gewalt" }), "schulden gewalt");
  assert.equal(asked({ hash: "#wege", search: "?q=Rad" }), "Rad");
  assert.equal(asked({ hash: "#q=Kita", search: "?q=Rad" }), "Kita");
  assert.equal(chosen({ hash: "", search: "?bei=dorfhaus&km=2" }), "?bei=dorfhaus&km=2");
});

test("What the field in the header holds is never sent with its form.", () => {
  const [field] = readFileSync(new URL("theme/partials/search.html", site), "utf8").match(/<input[^>]*>/) ?? [""];
  assert.match(field, /id="sr-suchfeld"/);
  assert.doesNotMatch(field, /\sname=/);
});
