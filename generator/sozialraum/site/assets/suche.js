// @ts-check
/** The search of a page: suggestions below the field in the header, or the page of results. */

import { Auskunft } from "./antwort.js";
import { root } from "./laden.js";
import { suggest } from "./suchfeld.js";
import { showResults } from "./suchseite.js";

const from = root();
const data = /** @type {any} */ (globalThis).sozialraumDaten;
const field = /** @type {HTMLInputElement | null} */ (document.getElementById("sr-suchfeld"));
const page = document.getElementById("sr-ergebnis");
if (field && data) {
  const known = new Auskunft(data);
  if (page) showResults(known, field, page, from);
  else suggest(known, field, from);
}
