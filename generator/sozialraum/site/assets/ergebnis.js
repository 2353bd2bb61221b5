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

/**
 * @param {import("./antwort.js").Treffer} treffer
 * @returns {string} "Nordhang · Jetzt offen bis 17 Uhr · geprüft vor 3 Wochen"
 */
export function facts(treffer) {
  const [day, now] = inGermany(new Date());
  const verified = treffer.geprueft && age(treffer.geprueft, isoDay(new Date()));
  return [
    treffer.hinweis,
    treffer.ort,
    treffer.zeiten ? todaySentence(treffer.zeiten, day, now, holidaysOfPage()) : "",
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
