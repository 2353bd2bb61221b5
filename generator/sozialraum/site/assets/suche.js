// @ts-check
/** The search of a page: suggestions below the field in the header, or the page of results. */

import { root } from "./laden.js";
import { suggest } from "./suchfeld.js";
import { showResults } from "./suchseite.js";

const from = root();
const { sozialraumDaten: data, sozialraumAuskunft: Auskunft } = /** @type {any} */ (globalThis);
const field = /** @type {HTMLInputElement | null} */ (document.getElementById("sr-suchfeld"));
const page = document.getElementById("sr-ergebnis");
if (field && data && Auskunft) {
  const known = new Auskunft(data);
  if (page) showResults(known, field, page, from);
  else suggest(known, field, from);
  // The first key shall not wait until the browser has read all that a query runs through.
  globalThis.requestIdleCallback?.(() => known.answer("begegnumg im", 1));
}
