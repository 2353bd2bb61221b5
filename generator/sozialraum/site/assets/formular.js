// @ts-check
/**
 * The filter form: shows a state, and says what was chosen.
 *
 * @typedef {import("./zustand.js").Zustand} Zustand
 */

import { figure } from "./zahlen.js";
import { FACETS } from "./zustand.js";

/**
 * @param {HTMLFormElement} form
 * @param {Zustand} before what the form does not hold stays
 * @returns {Zustand}
 */
export function read(form, before) {
  const given = new FormData(form);
  const all = (/** @type {string} */ name) => given.getAll(name).map(String).filter(Boolean);
  const one = (/** @type {string} */ name) => String(given.get(name) ?? "");
  const kind = one("zeit");
  return {
    ...before,
    q: one("q").trim(),
    wahl: Object.fromEntries(FACETS.map((name) => [name, all(name)])),
    zeit: kind === "dann" ? `${one("tag")}-${one("uhr") || "10:00"}` : kind,
    unklar: given.has("unklar"),
    bei: one("bei"),
    km: Number(one("km")) || before.km,
    ortlos: given.has("ortlos"),
  };
}

/**
 * @param {HTMLFormElement} form
 * @param {Zustand} state
 */
export function write(form, state) {
  for (const input of form.querySelectorAll("input")) {
    if (input.type === "checkbox") input.checked = checked(input, state);
    else if (input.type === "radio") input.checked = input.value === (state.zeit.includes("-") ? "dann" : state.zeit);
  }
  const query = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  if (query.value.trim() !== state.q) query.value = state.q;
  if (state.zeit.includes("-")) {
    const [day, clock] = state.zeit.split("-");
    set(form, "tag", day);
    set(form, "uhr", clock);
  }
  set(form, "bei", state.bei);
  set(form, "km", String(state.km));
  form.classList.toggle("sr-mit-zeit", state.zeit !== "");
  form.classList.toggle("sr-mit-dann", state.zeit.includes("-"));
  form.classList.toggle("sr-mit-umkreis", state.bei !== "");
}

/**
 * @param {HTMLInputElement} input
 * @param {Zustand} state
 */
function checked(input, state) {
  if (input.name in state.wahl) return state.wahl[input.name].includes(input.value);
  return Boolean(state[/** @type {"unklar"} */ (input.name)]);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} value
 */
function set(form, name, value) {
  const field = /** @type {HTMLSelectElement | HTMLInputElement | null} */ (form.elements.namedItem(name));
  if (field) field.value = value;
}

/** Where the counts of a form stand, looked up once. @type {WeakMap<HTMLFormElement, { element: Element, label: Element | null, name: string, at: number, shown: number }[]>} */
const places = new WeakMap();

/**
 * Counts beside the words; a word that would leave nothing is pale, and can still be chosen.
 *
 * @param {HTMLFormElement} form
 * @param {Record<string, Uint32Array>} counts
 * @param {Record<string, import("./facetten.js").Spalte>} facets
 */
export function writeCounts(form, counts, facets) {
  for (const place of placesOf(form, facets)) {
    const count = counts[place.name]?.[place.at] ?? 0;
    if (count === place.shown) continue;
    place.shown = count;
    place.element.textContent = figure(count);
    place.label?.classList.toggle("sr-matt", count === 0);
  }
  const chosen = new Map();
  for (const { name } of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input:checked"))) chosen.set(name, (chosen.get(name) ?? 0) + 1);
  for (const element of form.querySelectorAll("[data-gewaehlt]")) {
    element.textContent = String(chosen.get(element.getAttribute("data-gewaehlt")) ?? "");
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Record<string, import("./facetten.js").Spalte>} facets
 */
function placesOf(form, facets) {
  let known = places.get(form);
  if (!known) {
    known = [...form.querySelectorAll("[data-zahl]")].map((element) => {
      const [name, code] = (element.getAttribute("data-zahl") ?? "").split(":");
      return { element, label: element.closest("label"), name, at: facets[name].worte.indexOf(code), shown: -1 };
    });
    places.set(form, known);
  }
  return known;
}
