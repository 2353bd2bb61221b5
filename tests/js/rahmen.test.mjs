// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

const script = new URL("../../generator/sozialraum/site/assets/rahmen.js", import.meta.url).href;

test("Where the browser keeps nothing, and even its name throws, a page follows the system.", async () => {
  const page = /** @type {any} */ (globalThis);
  const options = ["default", "slate"].map((mdColorScheme) => ({ dataset: { mdColorScheme }, checked: false }));
  const said = /** @type {Record<string, string>} */ ({});
  Object.defineProperty(page, "localStorage", { configurable: true, get: () => { throw new Error("SecurityError"); } });
  Object.assign(page, {
    location: { href: "https://handbuch.example/index.html" },
    matchMedia: () => ({ matches: true }),
    document: { currentScript: null, querySelectorAll: () => options, body: { setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => { said[name] = value; } } },
  });
  await import(script);
  assert.equal(said["data-md-color-scheme"], "slate");
  assert.deepEqual(options.map(({ checked }) => checked), [false, true]);
  page.__md_set("__palette", {});
  assert.equal(page.__md_get("__palette"), null);
  const broken = { getItem: () => "{" };
  assert.equal(page.__md_get("__palette", broken), null);
});
