// @ts-check
/** What happens on every page. */

import { showAges } from "./alter.js";
import { answered } from "./anfrage.js";
import { loadSearch, root } from "./laden.js";
import { openTab } from "./reiter.js";
import { showHours } from "./zeiten.js";

const from = root();
showHours();
showAges();
openTab();

const field = /** @type {HTMLInputElement | null} */ (document.getElementById("sr-suchfeld"));
if (field) {
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(answered(`${from}suche.html`, field.value.trim()));
  });
  if (document.getElementById("sr-ergebnis")) loadSearch(from);
  else field.addEventListener("focus", () => loadSearch(from), { once: true });
}
