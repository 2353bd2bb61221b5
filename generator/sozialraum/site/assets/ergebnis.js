// @ts-check
/** How a result looks, in the list below the field as on the page of results. */

import { age, isoDay } from "./alter.js";
import { holidaysOfPage, inGermany, todaySentence } from "./zeiten.js";

/**
 * @param {string} tag
 * @param {string} className
 * @param {(Node | string)[]} content text, never markup: what a record says is not trusted
 * @returns {HTMLElement}
 */
export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/**
 * @param {string} address
 * @param {string} className
 * @param {(Node | string)[]} content
 */
export function link(address, className, ...content) {
  const made = /** @type {HTMLAnchorElement} */ (element("a", className, ...content));
  made.href = address;
  return made;
}

/** @typedef {{ day: string, now: number, today: string, holidays: Set<string> }} Uhr */

let minute = NaN;
/** @type {Uhr} */
let known;

/** @returns {Uhr} what all results share, worked out once a minute */
function clock() {
  const date = new Date();
  const current = Math.floor(date.getTime() / 60_000);
  if (current !== minute) {
    const [day, now] = inGermany(date);
    known = { day, now, today: isoDay(date), holidays: holidaysOfPage() };
    minute = current;
  }
  return known;
}

/**
 * @param {import("./antwort.js").Treffer} treffer
 * @returns {string} "Nordhang · Jetzt offen bis 17 Uhr · geprüft vor 3 Wochen"
 */
export function facts(treffer) {
  const { day, now, today, holidays } = clock();
  const verified = treffer.geprueft && age(treffer.geprueft, today);
  return [
    treffer.hinweis,
    treffer.ort,
    treffer.zeiten ? todaySentence(treffer.zeiten, day, now, holidays) : "",
    verified ? `geprüft ${verified}` : "",
  ].filter(Boolean).join(" · ");
}

/**
 * @param {import("./gefahr.js").Notfall} notfall
 * @param {string} from the site's root
 * @returns {HTMLElement} the box that stands above all results
 */
export function dangerBox(notfall, from) {
  const numbers = notfall.nummern.map((line) => {
    const [, number, name] = /** @type {RegExpMatchArray} */ (line.match(/^([\d /]+): (.*)$/));
    return element("li", "", link(`tel:${number.replace(/\D/g, "")}`, "sr-taste sr-anruf", number), ` ${name}`);
  });
  const places = notfall.orte.map(([title, page]) => element("li", "", link(from + page, "", title)));
  const box = element("section", "sr-gefahr", element("h2", "", notfall.name), element("p", "", notfall.rat));
  box.append(element("ul", "", ...numbers, ...places));
  return box;
}
