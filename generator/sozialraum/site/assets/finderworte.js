// @ts-check
/**
 * What the finder says beside its results: how many, what is chosen, and what
 * could be loosened where nothing is left.
 *
 * @typedef {import("./zustand.js").Zustand} Zustand
 */

import { figure } from "./zahlen.js";
import { format, filters, without } from "./zustand.js";

/** @type {Record<string, string>} */
const NAMES = {
  thema: "Thema", ort: "Sozialraum", format: "Format", herkunft: "Herkunft", sprache: "Sprache", barriere: "Barrierefreiheit",
  kosten: "Kosten", mitmachen: "Mitmachen", geprueft: "Zuletzt geprüft", q: "Stichwort", zeit: "Zeit", bei: "Umkreis",
};
const DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];

/**
 * @param {number[]} hits
 * @param {{ lebenswelt: number, anzahl: number }} data how many there are, those of the life-world first
 * @returns {string}
 */
export function statement(hits, { lebenswelt, anzahl }) {
  if (anzahl === 0) return "Noch ist keine Ressource eingetragen.";
  if (hits.length === 0) return "Keine Ressource passt zu allem.";
  const own = hits.filter((record) => record < lebenswelt).length;
    return `${entries(hits.length)}: ${figure(own)} aus der Lebenswelt, ${figure(hits.length - own)} von Fachdiensten.`;
}

/**
 * @param {Zustand} state
 * @param {string} name
 * @param {string} middle name of what distances count from
 * @returns {string} what is chosen, in words
 */
export function spokenFilter(state, name, middle) {
  if (name === "q") return `„${state.q}“`;
  if (name === "bei") return `${state.km} km um ${middle || state.bei}`;
  if (state.zeit === "jetzt") return "jetzt offen";
  const [day, clock] = state.zeit.split("-");
  return `${DAYS[Number(day) - 1]} um ${clock} Uhr offen`;
}

/**
 * A button for everything chosen, which takes it away again.
 *
 * @param {Zustand} state
 * @param {Record<string, import("./facetten.js").Spalte>} facets
 * @param {string} middle name of what distances count from
 * @returns {HTMLElement[]}
 */
export function chips(state, facets, middle) {
  const made = filters(state).flatMap((name) => {
    if (!(name in state.wahl)) return [chip(spokenFilter(state, name, middle), NAMES[name], without(state, name))];
    return state.wahl[name].map((code) => {
      const left = state.wahl[name].filter((each) => each !== code);
      const word = facets[name].namen[facets[name].worte.indexOf(code)] ?? code;
      return chip(word, NAMES[name], { ...state, wahl: { ...state.wahl, [name]: left } });
    });
  });
  if (made.length > 1) made.push(item(Object.assign(document.createElement("button"), { type: "button", className: "sr-leeren", textContent: "Alles zurücksetzen" })));
  return made;
}

/**
 * @param {string} word
 * @param {string} facet
 * @param {Zustand} rest
 */
function chip(word, facet, rest) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "sr-chip", textContent: word });
  button.setAttribute("aria-label", `Filter entfernen: ${facet} ${word}`);
  button.setAttribute("data-zustand", format(rest));
  return item(button);
}

/** @param {HTMLElement} inside */
function item(inside) {
  const made = document.createElement("li");
  made.append(inside);
  return made;
}

/**
 * Which filter to loosen, with what that would bring; and who is left out only because nobody knows.
 *
 * @param {Zustand} state
 * @param {Record<string, number>} alone filter → entries that only it holds back
 * @param {number} hits
 * @param {{ zeit: number, bei: number }} unclear
 */
export function emptyOffers(state, alone, hits, unclear) {
  const offers = [];
  if (unclear.zeit && !state.unklar) offers.push(offer(`${entries(unclear.zeit)} ohne bekannte Zeiten auch zeigen`, { ...state, unklar: true }));
  if (unclear.bei && !state.ortlos) offers.push(offer(`${entries(unclear.bei)} ohne genauen Ort auch zeigen`, { ...state, ortlos: true }));
  if (hits === 0) {
    const loosened = filters(state).filter((name) => alone[name] > 0).sort((a, b) => alone[b] - alone[a]);
    offers.push(...loosened.map((name) => offer(`Ohne „${NAMES[name]}“: ${entries(alone[name])}`, without(state, name))));
    if (loosened.length === 0 && filters(state).length > 0) offers.push(item(Object.assign(document.createElement("button"), { type: "button", className: "sr-leeren", textContent: "Alle Filter zurücksetzen" })));
  }
  document.getElementById("finder-angebote")?.replaceChildren(...offers);
}

/**
 * @param {string} words
 * @param {Zustand} state
 */
function offer(words, state) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "sr-angebot", textContent: words });
  button.setAttribute("data-zustand", format(state));
  return item(button);
}

/** @param {number} count */
function entries(count) {
  return count === 1 ? "1 Ressource" : `${figure(count)} Ressourcen`;
}
