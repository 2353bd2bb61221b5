// @ts-check
/**
 * Data and libraries that come as scripts: the only way that also works where a
 * handbook is opened from a network share.
 */

import { loaded } from "./nachladen.js";

/** @type {Map<string, Promise<void>>} */
const loading = new Map();

/**
 * @param {string} path from the site's root
 * @returns {Promise<void>}
 */
export function script(path) {
  return once(path, () => Object.assign(document.createElement("script"), { src: wayToRoot() + path }));
}

/**
 * @param {string} path from the site's root
 * @returns {Promise<void>}
 */
export function style(path) {
  return once(path, () => Object.assign(document.createElement("link"), { rel: "stylesheet", href: wayToRoot() + path }));
}

/**
 * @param {string} name
 * @returns {Promise<any>} what `as_script` wrote under this name
 */
export async function data(name) {
  const known = /** @type {any} */ (globalThis).sozialraumDaten ?? {};
  if (!known[name]) await script(`assets/sozialraum/daten/${name}.js`);
  return /** @type {any} */ (globalThis).sozialraumDaten[name];
}

/** @returns {string} the way from this page to the site's root */
export function wayToRoot() {
  return document.querySelector("[data-wurzel]")?.getAttribute("data-wurzel") ?? "";
}

/**
 * @param {string} path
 * @param {() => HTMLScriptElement | HTMLLinkElement} element
 */
function once(path, element) {
  let known = loading.get(path);
  if (!known) {
    known = loaded(element());
    loading.set(path, known);
  }
  return known;
}
