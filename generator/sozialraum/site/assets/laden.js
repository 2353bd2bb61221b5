// @ts-check
/** Scripts that a page needs only when somebody searches. */

import { loaded } from "./nachladen.js";

const FOLDER = "assets/sozialraum/";

/** @returns {string} address of the site's root, told by where this script lies */
export function root() {
  const own = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  return own ? own.src.slice(0, own.src.lastIndexOf(FOLDER)) : "";
}

/**
 * @param {string} from the site's root
 * @returns {Promise<void>} done when the search is there, with all it knows
 */
export async function loadSearch(from) {
  const files = [...["index", "eintraege", "woerter"].map((name) => `daten/suche-${name}.js`), "auskunft.js", "suche.js"];
  // Run in the order asked for, however they arrive.
  await Promise.all(files.map((file) => loaded(Object.assign(document.createElement("script"), { src: `${from}${FOLDER}${file}`, async: false }))));
}
