// @ts-check
/** What happens on every page. */

import { showAges } from "./alter.js";
import { loadSearch, root } from "./laden.js";
import { openTab } from "./reiter.js";
import { showHours } from "./zeiten.js";

const from = root();
showHours();
showAges();
openTab();

const field = document.getElementById("sr-suchfeld");
if (field) {
  if (document.getElementById("sr-ergebnis")) loadSearch(from);
  else field.addEventListener("focus", () => loadSearch(from), { once: true });
}
