// @ts-check
/**
 * What is looked for, as the part of an address after `#`: that part never
 * leaves the browser. What old bookmarks say after `?` is understood.
 *
 * @typedef {{ hash: string, search: string }} Adresse `location`, or what is like it
 */

/**
 * @param {Adresse} address
 * @returns {string} what was chosen, with its sign; a `#` without `=` is a place on the page
 */
export function chosen({ hash, search }) {
  return hash.includes("=") ? hash : search;
}

/**
 * @param {Adresse} address
 * @returns {string} the words looked for, "" where there are none
 */
export function asked(address) {
  return (new URLSearchParams(chosen(address).slice(1)).get("q") ?? "").trim();
}

/**
 * @param {string} page address of the page of results
 * @param {string} query
 * @returns {string} where the answer to the query stands
 */
export function answered(page, query) {
  return query ? `${page}#q=${encodeURIComponent(query)}` : page;
}
