// @ts-check
/** The map, handed over in a global: loaded with Leaflet, and only where a map is opened. */

import { Kartenansicht } from "./kartenansicht.js";

/** @type {any} */ (globalThis).sozialraumLandkarte = Kartenansicht;
