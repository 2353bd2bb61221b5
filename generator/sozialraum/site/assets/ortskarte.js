// @ts-check
/** What a map for choosing a place needs, handed over in a global: loaded with Leaflet, and only where one is opened. */

import { STEPS } from "./entfernung.js";
import { finderData } from "./finderdaten.js";
import { Nadelkarte } from "./nadelkarte.js";
import { point } from "./punkt.js";

/** @returns {Promise<Map<string, [number, number]>>} title of every place the finder knows → where it lies */
async function knownPlaces() {
  const finder = await finderData();
  const found = new Map();
  finder.lat.forEach((/** @type {number} */ lat, /** @type {number} */ record) => {
    if (lat) found.set(finder.satz(record).titel, [lat / STEPS, finder.lon[record] / STEPS]);
  });
  return found;
}

/** @type {any} */ (globalThis).sozialraumOrtskarte = { Nadelkarte, knownPlaces, point };
