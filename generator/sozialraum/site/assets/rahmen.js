// @ts-check
/**
 * What the theme's script expects to find, and the colour scheme, before the page is painted.
 *
 * The theme writes this into every page; a page that forbids inline scripts loads it from here.
 */

import { root } from "./laden.js";

const page = /** @type {any} */ (globalThis);
const scope = new URL(root(), location.href);
page.__md_scope = scope;
page.__md_hash = (/** @type {string} */ text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
/** Asked for inside `try`: where a browser keeps nothing, already its name may throw. @param {Storage} [store] */
const kept = (store) => store ?? localStorage;
page.__md_get = (/** @type {string} */ name, /** @type {Storage | undefined} */ store, at = scope) => {
  try {
    return JSON.parse(kept(store).getItem(`${at.pathname}.${name}`) ?? "null");
  } catch {
    return null;
  }
};
page.__md_set = (/** @type {string} */ name, /** @type {unknown} */ value, /** @type {Storage | undefined} */ store, at = scope) => {
  try {
    kept(store).setItem(`${at.pathname}.${name}`, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing shows the scheme of the system next time.
  }
};

showScheme();

/** The scheme chosen last, else the one of the system; its radio button is the one keys start from. */
function showScheme() {
  const chosen = page.__md_get("__palette")?.color?.scheme;
  const scheme = chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default");
  const options = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[name=__palette]"));
  const option = [...options].find((each) => each.dataset.mdColorScheme === scheme);
  if (options.length) document.body.setAttribute("data-md-color-scheme", scheme);
  if (option) option.checked = true;
}
