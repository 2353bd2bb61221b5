// @ts-check
/** Results as files, handed over in a global: loaded where somebody takes some along. */

import { download } from "./herunterladen.js";

/** @type {any} */ (globalThis).sozialraumMitnehmen = download;
