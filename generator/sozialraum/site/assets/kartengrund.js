// @ts-check
/**
 * An empty map, and what lies below its areas: nothing, pictures by their address, or
 * those of one archive. Where pictures fail to come, the map works without.
 *
 * @typedef {{ kacheln: string, nachweis: string, zoom: number }} Grund
 */

import { Kachelarchiv, pieces } from "./kachelarchiv.js";

export const CLOSEST = 18;

/**
 * @param {any} L Leaflet
 * @param {HTMLElement} place
 * @param {Grund} ground
 * @param {string} name what it is, and its keys
 */
export function emptyMap(L, place, ground, name) {
  const map = L.map(place, { zoomControl: false, attributionControl: false, zoomSnap: 0.5, maxZoom: CLOSEST, markerZoomAnimation: false });
  L.control.zoom({ zoomInTitle: "Näher heran", zoomOutTitle: "Weiter weg", position: "topleft" }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  const below = groundLayer(L, ground);
  if (below) {
    L.control.attribution({ prefix: false }).addTo(map);
    below.addTo(map);
  }
  map.getContainer().setAttribute("role", "application");
  map.getContainer().setAttribute("aria-label", name);
  return map;
}

/**
 * @param {any} L Leaflet
 * @param {Grund} ground
 * @returns {any} a layer, null for nothing
 */
function groundLayer(L, { kacheln, nachweis, zoom }) {
  if (!kacheln) return null;
  const credit = document.createElement("span");
  credit.textContent = nachweis;
  const how = { maxZoom: CLOSEST, maxNativeZoom: zoom, attribution: credit.innerHTML };
  return kacheln.endsWith(".pmtiles") ? archiveLayer(L, kacheln, how) : L.tileLayer(kacheln, how);
}

/**
 * Pictures are drawn on a canvas: a policy that knows no `blob:` need not be loosened.
 *
 * @param {any} L
 * @param {string} address
 * @param {object} how
 */
function archiveLayer(L, address, how) {
  const archive = new Kachelarchiv(pieces(address));
  const Layer = L.GridLayer.extend({
    createTile({ z, x, y }, done) {
      const tile = document.createElement("canvas");
      archive.picture(z, x, y).then((bytes) => bytes && createImageBitmap(new Blob([bytes]))).then((picture) => {
        if (picture) {
          tile.width = picture.width;
          tile.height = picture.height;
          tile.getContext("2d")?.drawImage(picture, 0, 0);
        }
        done(null, tile);
      }).catch((problem) => done(problem, tile));
      return tile;
    },
  });
  return new Layer(how);
}
