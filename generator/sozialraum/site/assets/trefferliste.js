// @ts-check
/**
 * The list of results: life-world first, a screenful at a time.
 *
 * @typedef {object} Anzeige what the list needs to know
 * @property {any} data columns of the finder
 * @property {string[]} merken
 * @property {Float32Array | null} km
 * @property {(record: number) => string} heute what is open today
 */

import { spoken } from "./entfernung.js";
import { afterPaint } from "./malen.js";
import { figure } from "./zahlen.js";

const AT_ONCE = 24;
const IN_WINDOW = 8; // Seen without scrolling; the rest follows when these are painted.
const GROUPS = ["Aus der Lebenswelt", "Von Fachdiensten"];

export class Trefferliste {
  /**
   * @param {HTMLElement} place where the list goes
   * @param {HTMLButtonElement} more
   * @param {HTMLTemplateElement} card
   */
  constructor(place, more, card) {
    this.place = place;
    this.more = more;
    this.card = card;
    /** @type {number[]} */
    this.hits = [];
    this.shown = 0;
    /** @type {Anzeige | null} */
    this.with = null;
    more.addEventListener("click", () => this.continue());
  }

  /**
   * @param {number[]} hits
   * @param {Anzeige} show
   */
  show(hits, show) {
    this.hits = hits;
    this.with = show;
    this.shown = 0;
    this.place.replaceChildren();
    this.append(IN_WINDOW);
    afterPaint(() => { if (this.hits === hits && this.shown === Math.min(IN_WINDOW, hits.length)) this.append(AT_ONCE - IN_WINDOW); });
  }

  /** Shows more, and puts the focus on the first of them. */
  continue() {
    const first = this.shown;
    this.append(AT_ONCE);
    /** @type {HTMLElement | null} */ (this.place.querySelector(`[data-nummer="${this.hits[first]}"] a`))?.focus();
  }

  /** @param {number} count */
  append(count) {
    const { data } = /** @type {Anzeige} */ (this.with);
    for (const record of this.hits.slice(this.shown, this.shown + count)) {
      this.group(Number(record >= data.lebenswelt)).append(this.entry(record));
    }
    this.shown = Math.min(this.shown + count, this.hits.length);
    const rest = this.hits.length - this.shown;
    this.more.hidden = rest === 0;
    this.more.textContent = `Weitere zeigen (noch ${figure(rest)})`;
  }

  /**
   * @param {number} number of GROUPS
   * @returns {Element} its list, with a heading above
   */
  group(number) {
    const known = this.place.querySelector(`[data-gruppe="${number}"]`);
    if (known) return known;
    const heading = Object.assign(document.createElement("h2"), { textContent: GROUPS[number] });
    const list = Object.assign(document.createElement("ul"), { className: "sr-karten sr-treffer" });
    list.setAttribute("data-gruppe", String(number));
    this.place.append(heading, list);
    return list;
  }

  /**
   * Every button of a record says whether it is put aside, in a bubble of the map too.
   *
   * @param {number} record
   * @param {string[]} merken
   */
  keep(record, merken) {
    const { data } = /** @type {Anzeige} */ (this.with);
    const { id, titel } = data.satz(record);
    this.with = { .../** @type {Anzeige} */ (this.with), merken };
    for (const button of document.querySelectorAll(`[data-nummer="${record}"] .sr-merken`)) mark(button, titel, merken.includes(id));
  }

  /** @param {number} record */
  entry(record) {
    const { data, km, merken, heute } = /** @type {Anzeige} */ (this.with);
    const made = /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (this.card.content.cloneNode(true)).firstElementChild);
    made.setAttribute("data-nummer", String(record));
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (made.querySelector(name));
    const link = /** @type {HTMLAnchorElement} */ (part("a"));
    const { id, titel, kurz, hinweis, wann } = data.satz(record);
    link.href = `ressourcen/${id}.html`;
    link.textContent = titel;
    part(".sr-marke").textContent = hinweis;
    part(".sr-marke").hidden = !hinweis;
    part(".sr-karte-kurz").textContent = kurz;
    const distance = km && km[record] !== Infinity ? `${spoken(km[record])} Luftlinie` : "";
    const facts = [distance, places(data, record), data.format.worte[data.format.je[record]][1], wann];
    part(".sr-karte-merkmale").textContent = facts.filter(Boolean).join(" · ");
    part(".sr-heute").textContent = heute(record);
    mark(/** @type {HTMLButtonElement} */ (part("button")), titel, merken.includes(id));
    return made;
  }
}

/**
 * What is seen stays as it is, and so does the name: that it is pressed says the rest.
 *
 * @param {Element} button
 * @param {string} title
 * @param {boolean} kept
 */
function mark(button, title, kept) {
  button.setAttribute("aria-pressed", String(kept));
  button.setAttribute("aria-label", `Merken: ${title}`);
  button.textContent = "Merken";
}

/**
 * @param {any} data
 * @param {number} record
 * @returns {string}
 */
export function places(data, record) {
  const names = data.ort.kombi[data.ort.je[record]].map((/** @type {number} */ at) => data.ort.worte[at][1]);
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} …` : names.join(", ");
}
