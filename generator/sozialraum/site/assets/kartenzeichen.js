// @ts-check
/** Signs on the map: buttons of 24 pixels and more, with a name, a shape and a letter. */

import { figure } from "./zahlen.js";

const SIZE = 26;
const SVG = "http://www.w3.org/2000/svg";

/** Outlines in a box of 26 by 26. @type {Record<string, string>} */
const SHAPES = {
  kreis: "M13 1a12 12 0 1 1 0 24a12 12 0 1 1 0-24z",
  quadrat: "M2.5 2.5h21v21h-21z",
  raute: "M13 0L26 13L13 26L0 13z",
  sechseck: "M7 1.5h12L25.5 13L19 24.500h-12L.5 13z",
  schild: "M2.500 2h21v13c0 5-5 8-10.500 10.500C7.500 23 2.500 20 2.500 15z",
  haus: "M13 0L25 9V25H1V9z",
};

/**
 * @param {any} L Leaflet
 * @param {number[]} at
 * @param {[string, string, string]} look shape, letter, name of the topic
 * @param {string} name
 * @param {string} key by which the sign is found again
 */
export function sign(L, at, [shape, letter, topic], name, key) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", "0 0 26 26");
  drawn.setAttribute("aria-hidden", "true");
  const outline = document.createElementNS(SVG, "path");
  outline.setAttribute("d", SHAPES[shape] ?? SHAPES.kreis);
  const text = document.createElementNS(SVG, "text");
  text.setAttribute("x", "13");
  text.setAttribute("y", "17.500");
  text.textContent = letter;
  drawn.append(outline, text);
  const above = shape === "haus" ? SIZE * 1.15 : 0; // A house stands beside the sign of the place it is in.
  return button(L, at, { html: drawn, size: SIZE, above, kind: `sr-zeichen sr-zeichen-${shape}` }, topic ? `${name} (${topic})` : name, key);
}

/**
 * @param {any} L
 * @param {number[]} at
 * @param {number} count
 * @param {string} key
 */
export function crowd(L, at, count, key) {
  const text = document.createElement("span");
  text.textContent = figure(count);
  return button(L, at, { html: text, size: crowdSize(count), above: 0, kind: "sr-haufen" }, crowdName(count), key);
}

/**
 * A crowd becomes another one: after every zoom all crowds are others, and making them anew costs frames.
 *
 * @param {any} marker made by `crowd`, on the map
 * @param {number[]} at
 * @param {number} count
 * @param {string} key
 */
export function becomeCrowd(marker, at, count, key) {
  const element = marker.getElement(), size = crowdSize(count);
  marker.setLatLng(at);
  element.firstElementChild.textContent = figure(count);
  Object.assign(element.style, { width: `${size}px`, height: `${size}px`, marginLeft: `${-size / 2}px`, marginTop: `${-size / 2}px` });
  for (const name of ["title", "alt", "aria-label"]) element.setAttribute(name, crowdName(count));
  element.setAttribute("data-stelle", key);
}

/** @param {number} count */
function crowdSize(count) {
  return count < 10 ? 30 : count < 100 ? 36 : count < 1000 ? 44 : 52;
}

/** @param {number} count */
function crowdName(count) {
  return `${figure(count)} Ressourcen, näher heran`;
}

/**
 * @param {any} L
 * @param {number[]} at
 * @param {{ html: Element, size: number, above: number, kind: string }} look
 * @param {string} name
 * @param {string} key
 */
function button(L, at, { html, size, above, kind }, name, key) {
  const icon = L.divIcon({ html, className: kind, iconSize: [size, size], iconAnchor: [size / 2 - above, size / 2 + above] });
  const marker = L.marker(at, { icon, title: name, alt: name, riseOnHover: true });
  marker.on("add", () => {
    const element = marker.getElement();
    element.setAttribute("aria-label", name);
    element.setAttribute("data-stelle", key);
  });
  return marker;
}
