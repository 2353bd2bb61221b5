// @ts-check
/**
 * What is chosen in the finder, as the part of the address after `#`. That part
 * never leaves the browser: no server's log learns what someone looked for.
 *
 * @typedef {object} Zustand
 * @property {string} q words looked for
 * @property {Record<string, string[]>} wahl facet → chosen codes
 * @property {string} zeit "" | "jetzt" | "3-14:30" (Wednesday at half past two)
 * @property {boolean} unklar also those of whom nobody knows whether they are open then
 * @property {string} bei id of a place or resource from which distances count
 * @property {number} km
 * @property {boolean} ortlos also those without a place
 * @property {string[]} merken ids put aside
 * @property {string} karte "lat,lon,zoom" of the map
 */

export const FACETS = ["thema", "ort", "format", "herkunft", "sprache", "barriere", "kosten", "mitmachen", "geprueft"];
const RADII = [1, 2, 5, 10];
const RADIUS = 2;
const MOST_KEPT = 30;
const CODE = /^[a-z0-9_-]{1,120}$/;
const TIME = /^(?:jetzt|[1-7]-(?:[01]\d|2[0-3]):[0-5]\d)$/;
const VIEW = /^-?\d{1,2}(?:\.\d+)?,-?\d{1,3}(?:\.\d+)?,\d{1,2}$/;

/**
 * @param {string} written `location.hash` or `location.search`, with or without its sign
 * @returns {Zustand} whatever was written; what makes no sense is left out
 */
export function parse(written) {
  const given = new URLSearchParams(written.replace(/^[#?]/, ""));
  const codes = (/** @type {string} */ name) => [...new Set((given.get(name) ?? "").split(",").filter((code) => CODE.test(code)))];
  const matching = (/** @type {string} */ name, /** @type {RegExp} */ form) => (form.test(given.get(name) ?? "") ? given.get(name) ?? "" : "");
  const km = Number(given.get("km"));
  return {
    q: (given.get("q") ?? "").slice(0, 200),
    wahl: Object.fromEntries(FACETS.map((name) => [name, codes(name)])),
    zeit: matching("zeit", TIME),
    unklar: given.get("unklar") === "1",
    bei: matching("bei", CODE),
    km: RADII.includes(km) ? km : RADIUS,
    ortlos: given.get("ortlos") === "1",
    merken: codes("merken").slice(0, MOST_KEPT),
    karte: matching("karte", VIEW),
  };
}

/**
 * @param {Zustand} state
 * @returns {string} without `#`; "" where nothing is chosen
 */
export function format(state) {
  const pairs = [
    ["q", state.q],
    ...FACETS.map((name) => [name, state.wahl[name].join(",")]),
    ["zeit", state.zeit],
    ["unklar", state.zeit && state.unklar ? "1" : ""],
    ["bei", state.bei],
    ["km", state.bei ? String(state.km) : ""],
    ["ortlos", state.bei && state.ortlos ? "1" : ""],
    ["merken", state.merken.join(",")],
    ["karte", state.karte],
  ];
  const written = pairs.filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return written.join("&").replaceAll("%2C", ",").replaceAll("%3A", ":");
}

/**
 * @param {Zustand} state
 * @returns {Zustand} the same without any filter; what is put aside stays
 */
export function withoutFilters(state) {
  return { ...parse(""), merken: state.merken };
}

/**
 * @param {Zustand} state
 * @param {string} name a facet, or "q", "zeit", "bei"
 * @returns {Zustand} the same without this one filter
 */
export function without(state, name) {
  if (name in state.wahl) return { ...state, wahl: { ...state.wahl, [name]: [] } };
  return { ...state, [name]: "" };
}

/** @param {Zustand} state */
export function filters(state) {
  const chosen = FACETS.filter((name) => state.wahl[name].length > 0);
  return [...chosen, ...["q", "zeit", "bei"].filter((name) => state[/** @type {"q"} */ (name)] !== "")];
}

/**
 * @param {string[]} list
 * @param {string} id
 * @returns {string[]} the list with or without `id`, whichever it was not
 */
export function toggled(list, id) {
  return list.includes(id) ? list.filter((each) => each !== id) : [...list, id].slice(-MOST_KEPT);
}
