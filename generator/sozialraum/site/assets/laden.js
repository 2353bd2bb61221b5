// @ts-check
/** Scripts that a page needs only when somebody searches. */

const FOLDER = "assets/sozialraum/";

/** @returns {string} address of the site's root, told by where this script lies */
export function root() {
  const own = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  return own ? own.src.slice(0, own.src.lastIndexOf(FOLDER)) : "";
}

/**
 * @param {string} address
 * @returns {Promise<void>}
 */
export function load(address) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.async = false; // Run in the order asked for, however they arrive.
    script.onload = () => done();
    script.onerror = () => failed(new Error(address));
    document.head.append(script);
  });
}

/**
 * @param {string} from the site's root
 * @returns {Promise<void>} done when the search is there, with all it knows
 */
export async function loadSearch(from) {
  const files = [...["index", "eintraege", "woerter"].map((name) => `daten/suche-${name}.js`), "auskunft.js", "suche.js"];
  await Promise.all(files.map((file) => load(`${from}${FOLDER}${file}`)));
}
