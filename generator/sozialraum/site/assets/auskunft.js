// @ts-check
/** The search without any page: handed over in a global, so that header, results and finder load it once. */

import { Auskunft } from "./antwort.js";

/** @type {any} */ (globalThis).sozialraumAuskunft = Auskunft;
