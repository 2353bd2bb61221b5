// @ts-check
/** The areas of the Sozialräume, and where the Jobcenter is to be met in them. */

import { STEPS } from "./entfernung.js";
import { sign } from "./kartenzeichen.js";
import { figure } from "./zahlen.js";

/**
 * @param {any} L Leaflet
 * @param {any} district
 * @param {{ silent: boolean }} how silent areas are no buttons: a click goes through to the map
 */
export function areaLayer(L, district, { silent }) {
  const layer = L.featureGroup();
  for (const place of district.raeume) {
    if (place.flaeche.length === 0) continue;
    const rings = place.flaeche.map((/** @type {number[][]} */ polygon) => polygon.map(pairs));
    const area = L.polygon(rings, { className: "sr-flaeche", weight: 1.5, interactive: !silent });
    layer.addLayer(area);
    if (silent) continue;
    area.bindTooltip(() => lines(place), { sticky: true, className: "sr-raumname" });
    area.bindPopup(() => bubble(place), { maxWidth: 280 });
    area.on("add", () => reachable(area, place));
  }
  return layer;
}

/**
 * @param {any} L
 * @param {any} district
 */
export function presenceLayer(L, district) {
  const layer = L.layerGroup();
  for (const [number, place] of district.praesenz.entries()) {
    if (!place.punkt) continue;
    const name = `Jobcenter vor Ort: ${place.titel}, ${place.zeiten}`;
    const marker = sign(L, place.punkt.map((/** @type {number} */ each) => each / STEPS), ["haus", "JC", "Jobcenter vor Ort"], name, `p${number}`);
    marker.bindPopup(() => linked(place.titel, place.url, [`Jobcenter vor Ort: ${place.zeiten}`]));
    layer.addLayer(marker);
  }
  return layer;
}

/** An area as a stop of the tab key: what hovering shows, focus says. @param {any} area @param {any} place */
function reachable(area, place) {
  const path = area.getElement();
  if (!path) return;
  path.setAttribute("tabindex", "0");
  path.setAttribute("role", "button");
  path.setAttribute("aria-label", [place.titel, ...facts(place)].join(". "));
  path.setAttribute("data-stelle", `a${place.id}`);
  path.addEventListener("focus", () => area.openTooltip(area.getBounds().getCenter()));
  path.addEventListener("blur", () => area.closeTooltip());
  path.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    area.openPopup(area.getBounds().getCenter());
    area.getPopup().getElement()?.querySelector("a")?.focus();
  });
}

/** @param {any} place @returns {string[]} */
function facts(place) {
  const resources = `${figure(place.ressourcen)} ${place.ressourcen === 1 ? "Ressource" : "Ressourcen"} am Ort`;
  const needs = place.bedarfslagen.map((/** @type {[string, string]} */ [title]) => title);
  return needs.length ? [resources, `Bedarfslagen: ${needs.join("; ")}`] : [resources];
}

/** @param {any} place */
function lines(place) {
  const box = document.createElement("div");
  box.append(Object.assign(document.createElement("strong"), { textContent: place.titel }));
  for (const fact of facts(place)) box.append(document.createElement("br"), fact);
  return box;
}

/** @param {any} place */
function bubble(place) {
  const box = linked(place.titel, place.url, facts(place).slice(0, 1));
  const needs = document.createElement("ul");
  for (const [title, url] of place.bedarfslagen) {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("a"), { href: url, textContent: title }));
    needs.append(item);
  }
  if (place.bedarfslagen.length) box.append(Object.assign(document.createElement("p"), { textContent: "Bedarfslagen:" }), needs);
  const filter = document.createElement("p");
  filter.append(Object.assign(document.createElement("a"), { href: `finder.html#ort=${place.id}`, textContent: "Ressourcen hier ansehen" }));
  box.append(filter);
  return box;
}

/**
 * @param {string} title
 * @param {string} url
 * @param {string[]} texts
 */
function linked(title, url, texts) {
  const box = document.createElement("div");
  const name = document.createElement("strong");
  name.append(Object.assign(document.createElement("a"), { href: url, textContent: title }));
  box.append(name, ...texts.map((textContent) => Object.assign(document.createElement("p"), { textContent })));
  return box;
}

/** @param {number[]} ring latitude and longitude in turns */
export function pairs(ring) {
  return ring.filter((_, at) => at % 2 === 0).map((lat, at) => [lat / STEPS, ring[2 * at + 1] / STEPS]);
}
