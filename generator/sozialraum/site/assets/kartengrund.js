// @ts-check
/**
 * What lies below the areas of the map: nothing, pictures by their address, or
 * those of one archive. Where pictures fail to come, the map works without.
 *
 * @typedef {{ kacheln: string, nachweis: string, zoom: number }} Grund
 */

import { Kachelarchiv, pieces } from "./kachelarchiv.js";

/**
 * @param {any} L Leaflet
 * @param {Grund} ground
 * @param {number} closest
 * @returns {any} a layer, null for nothing
 */
export function groundLayer(L, { kacheln, nachweis, zoom }, closest) {
  if (!kacheln) return null;
  const credit = document.createElement("span");
  credit.textContent = nachweis;
  const how = { maxZoom: closest, maxNativeZoom: zoom, attribution: credit.innerHTML };
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
