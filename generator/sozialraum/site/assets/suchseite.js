// @ts-check
/** The page of results: what stands in the field, answered as one types, at an address that can be passed on. */

import { answered, asked } from "./anfrage.js";
import { dangerBox, element, link } from "./ergebnis.js";
import { results } from "./gruppe.js";
import { afterPaint } from "./malen.js";

const MOST = 5;
const AT_ONCE = 3; // Parts of the answer that fill a window; what is below follows when these are painted.
const PAUSE = 600; // Milliseconds without a key before a screen reader is told how many there are.

/**
 * @param {import("./antwort.js").Auskunft} known
 * @param {HTMLInputElement} field
 * @param {HTMLElement} page
 * @param {string} from the site's root
 */
export function showResults(known, field, page, from) {
  const status = /** @type {HTMLElement} */ (document.getElementById("sr-anzahl"));
  const without = /** @type {HTMLElement} */ (document.getElementById("sr-ohne-suche"));
  let timer = 0, round = 0;
  /** @type {Map<string, HTMLElement>} what stands on the page, by what it says */
  let shown = new Map();
  const show = () => {
    const query = field.value.trim();
    const answer = known.answer(query, MOST);
    without.hidden = query !== "" && answer.anzahl > 0;
    const all = query ? parts(answer, query) : [];
    shown = replace(page, shown, all.filter(([says], at) => at < AT_ONCE || shown.has(says)));
    const mine = ++round;
    if (shown.size < all.length) afterPaint(() => { if (mine === round) shown = replace(page, shown, all); });
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      status.textContent = query ? counted(answer.anzahl) : "";
      keepAddress();
    }, PAUSE);
  };
  const keepAddress = () => {
    const query = field.value.trim();
    if (query !== asked(location) || location.search) history.replaceState(null, "", address(query));
  };
  /**
   * @param {import("./antwort.js").Antwort} answer
   * @param {string} query
   * @returns {[string, () => HTMLElement][]} what each part says, and how it is made
   */
  const parts = (answer, query) => [
    ...answer.gefahren.map((each) => part(each.name, () => dangerBox(each, from))),
    ...(answer.mehrdeutig ? [part(answer.mehrdeutig.kuerzel, meanings, answer.mehrdeutig)] : []),
    ...(answer.gemeint ? [part(`? ${answer.gemeint}`, meant, answer.gemeint)] : []),
    ...(answer.nachbarn ? [part(`um ${answer.nachbarn.um}`, () => around(/** @type {any} */ (answer.nachbarn), from))] : []),
    ...answer.gruppen.map((group) => part(saying(group), () => results(group, (most) => upTo(most, group.titel), from))),
    ...(answer.anzahl ? [] : [part(`0 ${query}`, () => element("p", "sr-leer", `Zu „${query}“ steht hier noch nichts.`))]),
    ...(answer.themen.length && answer.anzahl < 3 ? [part(JSON.stringify(answer.themen), () => nearby(answer.themen, from))] : []),
  ];
  const upTo = (/** @type {number} */ most, /** @type {string} */ title) => (
    known.answer(field.value.trim(), most).gruppen.find(({ titel }) => titel === title)?.treffer ?? []);
  field.addEventListener("input", show);
  field.addEventListener("blur", keepAddress);
  field.form?.addEventListener("submit", () => page.querySelector("a")?.focus());
  page.addEventListener("keydown", (event) => move(event, page, field));
  field.addEventListener("keydown", (event) => move(event, page, field));
  addEventListener("hashchange", () => {
    if (location.hash && !location.hash.includes("=")) return;
    field.value = asked(location);
    show();
    if (document.activeElement === document.body) page.querySelector("a")?.focus(); // The link that was followed is gone.
  });
  if (!field.value) field.value = asked(location);
  show();
  if (!field.value) field.focus();
}

/**
 * @template T
 * @param {string} says
 * @param {(about: T) => HTMLElement} make
 * @param {T} [about]
 * @returns {[string, () => HTMLElement]}
 */
function part(says, make, about) {
  return [says, () => make(/** @type {T} */ (about))];
}

/**
 * What says the same as before stays where it is: most keys change few results.
 *
 * @param {HTMLElement} page
 * @param {Map<string, HTMLElement>} before
 * @param {[string, () => HTMLElement][]} parts
 * @returns {Map<string, HTMLElement>} what stands there now
 */
function replace(page, before, parts) {
  const now = new Map(parts.map(([says, make]) => [says, before.get(says) ?? make()]));
  for (const [says, node] of before) if (!now.has(says)) node.remove();
  let at = page.firstElementChild;
  for (const node of now.values()) {
    if (node === at) at = node.nextElementSibling;
    else page.insertBefore(node, at);
  }
  return now;
}

/** @param {import("./antwort.js").Antwort["gruppen"][number]} group */
function saying({ titel, treffer, mehr }) {
  return [titel, mehr, ...treffer.map(({ seite, grund }) => `${seite} ${grund}`)].join("\n");
}

/** @param {string} said */
function meant(said) {
  return element("p", "sr-gemeint", "Meinten Sie ", link(address(said), "", said), "?");
}

/** @param {string} query */
function address(query) {
  return answered(location.pathname, query);
}

/** @param {number} count */
function counted(count) {
  return count === 0 ? "Nichts gefunden" : count === 1 ? "1 Ergebnis" : `${count} Ergebnisse`;
}

/** @param {{ kuerzel: string, bedeutet: string[] }} ambiguous */
function meanings({ kuerzel, bedeutet }) {
  const ways = bedeutet.map((each) => element("li", "", link(address(each), "", each)));
  return element("section", "sr-mehrdeutig", element("h2", "", `${kuerzel} kann heißen:`), element("ul", "", ...ways));
}

/**
 * @param {{ titel: string, seite: string }[]} topics
 * @param {string} from
 */
function nearby(topics, from) {
  const ways = topics.map(({ titel, seite }) => element("li", "", link(from + seite, "", titel)));
  return element("section", "", element("h2", "", "Verwandte Themen"), element("ul", "", ...ways));
}

/**
 * @param {import("./nachbarn.js").Nachbarschaft} places
 * @param {string} from
 */
function around({ um, orte }, from) {
  const ways = orte.map(({ titel, seite, weit }) => element("li", "", link(from + seite, "", titel), ` ${weit}`));
  return element("section", "sr-mehrdeutig", element("h2", "", `Rund um ${um}`),
    element("p", "", "Hier passt nichts zu allen Wörtern. Am nächsten liegen, in Luftlinie:"), element("ul", "", ...ways));
}

/**
 * Arrows go from result to result, Escape back to the field.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLElement} page
 * @param {HTMLInputElement} field
 */
function move(event, page, field) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" && document.activeElement !== field) field.focus();
  if (!step) return;
  const places = [field, ...page.querySelectorAll("a")];
  const next = places[places.indexOf(/** @type {any} */ (document.activeElement)) + step];
  if (next) {
    event.preventDefault();
    /** @type {HTMLElement} */ (next).focus();
  }
}
