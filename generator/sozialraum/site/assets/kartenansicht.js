// @ts-check
/**
 * The map: areas with their names, places as signs, crowded places as one number.
 * Every stop of the tab key is a button or an area with a name of its own.
 *
 * @typedef {object} Ort what a sign on the map stands for
 * @property {string} name
 * @property {() => void} wahl what happens when it is chosen
 *
 * @typedef {object} Anliegen what the page wants to hear
 * @property {(view: string) => void} bewegt
 * @property {(record: number) => HTMLElement} blase what is said about a record
 * @property {(records: number[]) => void} gehaeuft a crowd that cannot be pulled apart
 */

import { STEPS } from "./entfernung.js";
import { clustering, MOST_NAMED } from "./haufen.js";
import { areaLayer, presenceLayer } from "./kartenflaechen.js";
import { CLOSEST, emptyMap } from "./kartengrund.js";
import { nameLayer } from "./kartennamen.js";
import { becomeCrowd, crowd, sign } from "./kartenzeichen.js";
import { afterPaint } from "./malen.js";

export class Kartenansicht {
  /**
   * @param {any} L Leaflet
   * @param {HTMLElement} place
   * @param {any} finder columns of the finder
   * @param {any} district data of the map
   * @param {Anliegen} ask
   */
  constructor(L, place, finder, district, ask) {
    this.L = L;
    this.finder = finder;
    this.district = district;
    this.ask = ask;
    this.cluster = clustering(finder.lat, finder.lon);
    /** @type {number[]} */
    this.records = [];
    /** @type {Map<string, any>} what a sign stands for → the sign */
    this.drawn = new Map();
    /** @type {string | null} */
    this.topic = null;
    this.map = emptyMap(L, place, district.hintergrund, "Karte. Mit den Pfeiltasten verschieben, mit Plus und Minus näher heran oder weiter weg.");
    this.areas = areaLayer(L, district, { silent: false }).addTo(this.map);
    this.signs = L.layerGroup().addTo(this.map);
    presenceLayer(L, district).addTo(this.map);
    this.map.fitBounds(this.bounds(), { animate: false, padding: [24, 24] });
    this.names = nameLayer(L, district, this.map);
    this.map.on("moveend", () => { // Also after zooming.
      this.draw();
      const middle = this.map.getCenter();
      ask.bewegt(`${middle.lat.toFixed(4)},${middle.lng.toFixed(4)},${Math.round(this.map.getZoom())}`);
    });
  }

  /** @returns {any} what encloses all areas, else all places */
  bounds() {
    const bounds = this.L.latLngBounds([]);
    if (this.areas.getLayers().length > 0) bounds.extend(this.areas.getBounds());
    this.finder.lat.forEach((/** @type {number} */ lat, /** @type {number} */ at) => {
      if (lat) bounds.extend([lat / STEPS, this.finder.lon[at] / STEPS]);
    });
    return bounds.isValid() ? bounds : this.L.latLngBounds([[47.3, 5.9], [55.1, 15.0]]);
  }

  /**
   * @param {number[]} records
   * @param {string | null} topic number of the topic whose sign all of them get, where one is chosen
   */
  show(records, topic) {
    this.records = records.filter((record) => this.finder.lat[record]);
    this.topic = topic;
    this.draw();
  }

  /** @param {string} view "lat,lon,zoom" */
  look(view) {
    const [lat, lon, zoom] = view.split(",").map(Number);
    this.map.setView([lat, lon], zoom, { animate: false });
  }

  /** Draws what lies in view; whatever had the focus keeps it, if it is still there. */
  draw() {
    const focus = document.activeElement?.getAttribute("data-stelle");
    const view = this.map.getBounds().pad(0.15);
    const [south, north, west, east] = [view.getSouth(), view.getNorth(), view.getWest(), view.getEast()].map((each) => each * STEPS);
    const { lat, lon } = this.finder;
    const within = this.records.filter((record) => lat[record] >= south && lat[record] <= north && lon[record] >= west && lon[record] <= east);
    this.replace(this.cluster(within, this.map.getZoom()));
    afterPaint(this.names);
    if (focus) /** @type {HTMLElement | null} */ (this.map.getContainer().querySelector(`[data-stelle="${focus}"]`))?.focus({ preventScroll: true });
  }

  /**
   * Signs that stay where they were stay what they were; crowds that are gone become new ones.
   *
   * @param {import("./haufen.js").Haufen[]} groups
   */
  replace(groups) {
    const before = this.drawn;
    this.drawn = new Map(groups.map((group) => [this.keyOf(group), group]));
    const gone = [...before].filter(([key]) => !this.drawn.has(key)).map(([, marker]) => marker);
    const crowds = gone.filter((marker) => marker.haufen);
    for (const [key, group] of this.drawn) {
      const known = before.get(key) ?? (group.n > 1 ? this.another(crowds.pop(), group) : null);
      this.drawn.set(key, known ?? (group.n === 1 ? this.single(group.ids[0]) : this.several(group)).addTo(this.signs));
    }
    for (const marker of gone) if (!marker.haufen || crowds.includes(marker)) this.signs.removeLayer(marker);
  }

  /** @param {import("./haufen.js").Haufen} group */
  keyOf(group) {
    return group.n === 1 ? `${group.ids[0]} ${this.topic}` : `${group.n} ${group.lat} ${group.lon}`;
  }

  /**
   * @param {any} marker of a crowd that is gone, if there is one left
   * @param {import("./haufen.js").Haufen} group
   * @returns {any}
   */
  another(marker, group) {
    if (!marker) return null;
    becomeCrowd(marker, [group.lat, group.lon], group.n, `h${group.ids[0]}`);
    marker.haufen = group;
    return marker;
  }

  /** @param {number} record */
  single(record) {
    const at = [this.finder.lat[record] / STEPS, this.finder.lon[record] / STEPS];
    const made = sign(this.L, at, this.signOf(record), this.finder.satz(record).titel, `r${record}`);
    return made.bindPopup(() => this.ask.blase(record), { maxWidth: 260, autoPanPadding: [20, 20] });
  }

  /** @param {import("./haufen.js").Haufen} group */
  several(group) {
    const made = crowd(this.L, [group.lat, group.lon], group.n, `h${group.ids[0]}`);
    made.haufen = group;
    return made.on("click", () => this.enter(made.haufen));
  }

  /**
   * Looks closer at a crowd. What cannot be pulled apart is told to the list.
   * The focus goes to the first sign of what was the crowd.
   *
   * @param {import("./haufen.js").Haufen} group
   */
  enter(group) {
    const bounds = this.L.latLngBounds(group.ids.map((record) => [this.finder.lat[record] / STEPS, this.finder.lon[record] / STEPS]));
    const zoom = Math.min(this.map.getBoundsZoom(bounds.pad(0.3)), CLOSEST);
    if (zoom <= this.map.getZoom() && group.n <= MOST_NAMED) {
      this.ask.gehaeuft(group.ids);
      return;
    }
    const wanted = new Set(group.ids.flatMap((record) => [`r${record}`, `h${record}`]));
    this.map.once("moveend", () => setTimeout(() => this.focusOn(wanted), 0));
    this.map.setView(group.n > MOST_NAMED ? [group.lat, group.lon] : bounds.getCenter(), Math.max(zoom, this.map.getZoom() + 1));
  }

  /** @param {Set<string>} wanted */
  focusOn(wanted) {
    const signs = /** @type {NodeListOf<HTMLElement>} */ (this.map.getContainer().querySelectorAll("[data-stelle]"));
    const found = [...signs].find((each) => wanted.has(each.getAttribute("data-stelle") ?? ""));
    (found ?? this.map.getContainer()).focus({ preventScroll: true });
  }

  /**
   * @param {number} record
   * @returns {[string, string, string]} shape, letter and name of its topic
   */
  signOf(record) {
    const { worte, kombi, je } = this.finder.thema;
    const first = kombi[je[record]][0];
    const code = this.topic ?? (first === undefined ? "" : worte[first][0]);
    return Object.hasOwn(this.district.zeichen, code) ? this.district.zeichen[code] : ["kreis", "·", ""];
  }
}
