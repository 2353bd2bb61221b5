// @ts-check
/**
 * The Handzettel: what was put aside, on paper, in large type, with a QR symbol
 * for a telephone. The list comes with the address and is kept nowhere.
 */

import { data as load } from "./daten.js";
import { finderData } from "./finderdaten.js";
import { path, qr } from "./qr.js";
import { places } from "./trefferliste.js";
import { parse } from "./zustand.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * What a telephone should open: the page of the record where everyone can read
 * it, else the place's own address, else its number.
 *
 * @param {string} site address of the public handbook, "" where there is none
 * @param {string} id
 * @param {{ web: string, waehlbar: string }} contact
 * @returns {[string, string]} what the symbol holds, and what is said of it
 */
export function target(site, id, contact) {
  if (site) return [`${site.replace(/\/$/, "")}/ressourcen/${id}.html`, "Diese Seite auf dem Telefon öffnen"];
  if (/^https?:/.test(contact.web)) return [contact.web, "Im Internet ansehen"];
  if (contact.waehlbar) return [`tel:${contact.waehlbar}`, "Anrufen"];
  return ["", ""];
}

/**
 * @param {any} contacts
 * @param {number} record
 * @returns {{ wo: string, hin: string }} where it is and how one gets there, each in one line
 */
export function way(contacts, record) {
  const of = (/** @type {string} */ name) => contacts[name][record];
  const town = [of("plz"), of("stadt")].filter(Boolean).join(" ");
  const stop = of("haltestelle") ? `Haltestelle ${of("haltestelle")}` : "";
  return {
    wo: [of("haus"), of("strasse"), town, of("lage")].filter(Boolean).join(", "),
    hin: [stop, of("weg")].filter(Boolean).join(". "),
  };
}

/** @param {string} text @param {string} name @returns {SVGElement | null} */
function symbol(text, name) {
  const made = text ? qr(text) : null;
  if (!made) return null;
  const size = made.raster.length + 8;
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", `0 0 ${size} ${size}`);
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", name);
  drawn.setAttribute("shape-rendering", "crispEdges");
  const ground = document.createElementNS(SVG, "rect");
  ground.setAttribute("width", String(size));
  ground.setAttribute("height", String(size));
  ground.setAttribute("fill", "#fff");
  const dark = document.createElementNS(SVG, "path");
  dark.setAttribute("d", path(made.raster));
  dark.setAttribute("fill", "#000");
  drawn.append(ground, dark);
  return drawn;
}

/**
 * @param {HTMLTemplateElement} form
 * @param {any} data
 * @param {any} contacts
 * @param {number} record
 * @param {string} site
 */
function entry(form, data, contacts, record, site) {
  const made = /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (form.content.cloneNode(true)).firstElementChild);
  const { wo, hin } = way(contacts, record);
  const web = contacts.web[record].replace(/^https?:\/\//, "").replace(/\/$/, "");
  const cost = data.kosten.worte[data.kosten.je[record]];
  const { id, titel, kurz, wann } = data.satz(record);
  /** @type {Record<string, string>} */
  const values = {
    titel,
    kurz,
    wo: wo || (data.lat[record] ? "" : places(data, record)),
    wann: [wann, contacts.zeitenhinweis[record]].filter(Boolean).join(". "),
    hin,
    telefon: [contacts.telefon[record], contacts.stelle[record] && `(${contacts.stelle[record]})`].filter(Boolean).join(" "),
    web,
    kosten: cost[0] === "unbekannt" ? "" : cost[1],
    einstieg: contacts.einstieg[record],
  };
  for (const field of made.querySelectorAll("[data-feld]")) {
    const value = values[field.getAttribute("data-feld") ?? ""];
    field.textContent = value;
    if (!value) (field.closest("[data-zeile]") ?? field).remove();
  }
  const [code, says] = target(site, id, { web: contacts.web[record], waehlbar: contacts.waehlbar[record] });
  const drawn = symbol(code, says);
  const place = /** @type {HTMLElement} */ (made.querySelector(".sr-qr"));
  if (drawn) place.prepend(drawn);
  else place.remove();
  const caption = place.querySelector("figcaption");
  if (caption) caption.textContent = says;
  return made;
}

async function show() {
  const sheet = /** @type {HTMLElement} */ (document.getElementById("handzettel"));
  const [data, contacts] = await Promise.all([finderData(), load("kontakte")]);
  const form = /** @type {HTMLTemplateElement} */ (document.getElementById("vorlage-handzettel"));
  const { merken } = parse(location.hash);
  const records = merken.map((id) => data.nummer(id)).filter((record) => record >= 0);
  const own = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? "";
  const site = sheet.hasAttribute("data-oeffentlich") ? own.replace(/[^/]*$/, "") : "";
  const list = /** @type {HTMLElement} */ (document.getElementById("handzettel-liste"));
  list.replaceChildren(...records.map((record) => entry(form, data, contacts, record, site)));
  list.classList.toggle("sr-eng", records.length > 3);
  /** @type {HTMLElement} */ (document.getElementById("handzettel-leer")).hidden = records.length > 0;
  const back = /** @type {HTMLAnchorElement} */ (document.getElementById("handzettel-zurueck"));
  back.href = `finder.html${merken.length ? `#merken=${merken.join(",")}` : ""}`;
  sheet.setAttribute("data-fertig", "");
}

if (typeof document !== "undefined") {
  document.documentElement.classList.add("sr-mit-skript");
  const button = /** @type {HTMLElement} */ (document.getElementById("handzettel-drucken"));
  button.hidden = false;
  button.addEventListener("click", () => print());
  addEventListener("hashchange", show);
  show();
}
