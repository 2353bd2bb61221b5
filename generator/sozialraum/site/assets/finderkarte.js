// @ts-check
/** The map beside the list of results: opened when there is room or somebody asks, drawn when the list stands. */

import { script, style } from "./daten.js";
import { afterPaint } from "./malen.js";

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

export class Finderkarte {
  /**
   * @param {any} data columns of the finder
   * @param {import("./kartenansicht.js").Anliegen} ask
   */
  constructor(data, ask) {
    this.data = data;
    this.ask = ask;
    /** @type {import("./kartenansicht.js").Kartenansicht | null} */
    this.view = null;
    /** @type {[number[], string | null]} */
    this.wanted = [[], null];
    this.waiting = false;
  }

  /** @returns {any} areas and centres, known from the beginning */
  static get district() {
    return /** @type {any} */ (globalThis).sozialraumDaten?.karte;
  }

  /** @param {string} look "lat,lon,zoom", "" for everything */
  async open(look) {
    const box = byId("karte-kasten");
    if (!box.hidden) return;
    box.hidden = false;
    byId("karte-zeigen").hidden = true;
    const parts = ["leaflet.js", "landkarte.js"].map((name) => script(`assets/sozialraum/${name}`));
    await Promise.all([...parts, style("assets/sozialraum/leaflet.css")]);
    const { L, sozialraumLandkarte: Kartenansicht } = /** @type {any} */ (globalThis);
    this.view = new Kartenansicht(L, byId("karte"), this.data, Finderkarte.district, this.ask);
    if (look) this.view?.look(look);
    this.view?.show(...this.wanted);
  }

  /**
   * Shows these records once the list has been painted. Of several wishes the last one counts.
   *
   * @param {number[]} records
   * @param {string | null} topic whose sign all of them get
   */
  show(records, topic) {
    this.wanted = [records, topic];
    if (!this.view || this.waiting) return;
    this.waiting = true;
    afterPaint(() => {
      this.waiting = false;
      this.view?.show(...this.wanted);
    });
  }
}
