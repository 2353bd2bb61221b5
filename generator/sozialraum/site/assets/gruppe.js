// @ts-check
/** A group of results on their page: the first few, and the others as they are asked for. */

import { element, facts, link } from "./ergebnis.js";

const MORE = 100; // At a time: thousands of cards at once would hold up the window.

/**
 * @param {{ titel: string, treffer: import("./antwort.js").Treffer[], mehr: number }} group
 * @param {(most: number) => import("./antwort.js").Treffer[]} upTo the first of the group
 * @param {string} from
 */
export function results({ titel, treffer, mehr }, upTo, from) {
  const list = element("ul", "sr-karten", ...treffer.map((each) => card(each, from)));
  const section = element("section", "", element("h2", "", titel), list);
  if (!mehr) return section;
  const button = element("button", "sr-taste", saysMore(mehr));
  button.addEventListener("click", () => {
    const shown = list.children.length, rest = treffer.length + mehr - shown - MORE;
    const more = upTo(shown + MORE).slice(shown).map((each) => card(each, from));
    list.append(...more);
    if (rest > 0) button.textContent = saysMore(rest);
    else button.remove();
    more[0]?.querySelector("a")?.focus();
  });
  section.append(button);
  return section;
}

/** @param {number} rest */
const saysMore = (rest) => `Weitere zeigen (noch ${rest})`;

/**
 * @param {import("./antwort.js").Treffer} treffer
 * @param {string} from
 */
function card(treffer, from) {
  const made = element("li", treffer.hinweis ? "sr-karte sr-karte--matt" : "sr-karte", link(from + treffer.seite, "", treffer.titel));
  if (treffer.kurz) made.append(element("span", "sr-karte-kurz", treffer.kurz));
  const more = facts(treffer);
  if (more) made.append(element("span", "sr-karte-merkmale", more));
  if (treffer.grund) made.append(element("span", "sr-karte-merkmale sr-grund", `gefunden über: ${treffer.grund}`));
  return made;
}
