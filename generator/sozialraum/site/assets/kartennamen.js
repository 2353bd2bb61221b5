// @ts-check
/** The names of the areas on the map, each where its area has room for it beside the signs. */

import { pairs } from "./kartenflaechen.js";

const STEP = 4; // Pixels between two heights at which a name is tried.
const WIDER = 1.1; // Than its area a name may be.
const BEYOND = 4; // Pixels that it may stand below or above its area.

/**
 * @typedef {object} Feld in pixels
 * @property {number} left
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 */

/**
 * @param {any} L
 * @param {any} district
 * @param {any} map
 * @returns {() => void} to be called when signs have moved
 */
export function nameLayer(L, district, map) {
  const named = district.raeume.filter((/** @type {any} */ place) => place.schild).map((/** @type {any} */ place) => {
    const html = Object.assign(document.createElement("span"), { textContent: place.titel });
    const icon = L.divIcon({ html, className: "sr-raumschild", iconSize: [0, 0] });
    const [at] = pairs(place.schild);
    const marker = L.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: -1000 }).addTo(map);
    marker.getElement().setAttribute("aria-hidden", "true");
    return { html, at, corners: L.latLngBounds(place.flaeche.flatMap((/** @type {number[][]} */ polygon) => pairs(polygon[0]))) };
  });
  return () => {
    const areas = named.map(({ corners }) => area(map, corners));
    named.forEach(({ html }, number) => { html.style.maxWidth = `${Math.round((areas[number].right - areas[number].left) * WIDER)}px`; });
    const taken = signs(map);
    const sizes = named.map(({ html }) => [html.offsetWidth, html.scrollWidth, html.offsetHeight]);
    named.forEach(({ html, at }, number) => {
      const [wide, needed, high] = sizes[number];
      const best = map.latLngToContainerPoint(at);
      const found = needed > wide + 1 ? null : room(areas[number], best, [wide, high], taken);
      html.parentElement?.classList.toggle("sr-zu-eng", !found);
      if (!found) return;
      taken.push(found);
      html.style.transform = `translate(-50%, ${Math.round(found.top - best.y)}px)`;
    });
  };
}

/**
 * @param {Feld} area
 * @param {{ x: number, y: number }} best where in it a name fits best
 * @param {[number, number]} size width and height of the name
 * @param {Feld[]} taken where something stands already
 * @returns {Feld | null} as close to `best` as nothing stands in its way, null where it would stand beyond the area
 */
export function room(area, best, [wide, high], taken) {
  for (let away = 0; away <= area.bottom - area.top; away += STEP) {
    for (const y of [best.y + away, best.y - away]) {
      const found = { left: best.x - wide / 2, right: best.x + wide / 2, top: y - high / 2, bottom: y + high / 2 };
      const inside = found.top >= area.top - BEYOND && found.bottom <= area.bottom + BEYOND;
      if (inside && !taken.some((other) => overlap(found, other))) return found;
    }
  }
  return null;
}

/**
 * @param {Feld} a
 * @param {Feld} b
 */
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * @param {any} map
 * @param {any} corners
 * @returns {Feld}
 */
function area(map, corners) {
  const { x: left, y: top } = map.latLngToContainerPoint(corners.getNorthWest());
  const { x: right, y: bottom } = map.latLngToContainerPoint(corners.getSouthEast());
  return { left, top, right, bottom };
}

/** @param {any} map @returns {Feld[]} */
function signs(map) {
  const { x, y } = map.getContainer().getBoundingClientRect();
  return [...map.getContainer().querySelectorAll(".leaflet-marker-icon:not(.sr-raumschild)")].map((each) => {
    const { left, top, right, bottom } = each.getBoundingClientRect();
    return { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
  });
}
