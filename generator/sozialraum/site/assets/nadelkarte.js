// @ts-check
/** A map on which one pin is set: with the mouse, the finger or the arrow keys. */

import { areaLayer } from "./kartenflaechen.js";
import { CLOSEST, emptyMap } from "./kartengrund.js";
import { nameLayer } from "./kartennamen.js";
import { spaceAt, written } from "./punkt.js";

const NEAR = 15, NEAR_ENOUGH = 13; // Zoom at which a street is told from the next; at which known places are, where there is nothing below.
const STEP = 4, LEAP = 40; // Pixels that an arrow key moves the pin, without and with the shift key.
const SVG = "http://www.w3.org/2000/svg";

/** @type {Record<string, [number, number]>} */
const WAYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export class Nadelkarte {
  /**
   * @param {any} L Leaflet
   * @param {HTMLElement} place
   * @param {any} district data of the map
   * @param {Map<string, [number, number]>} known places by their titles, for finding one's way
   * @param {(text: string) => void} set hears where the pin was set
   */
  constructor(L, place, district, known, set) {
    this.L = L;
    this.district = district;
    this.set = set;
    this.map = emptyMap(L, place, district.hintergrund, "Karte. Ein Klick setzt die Nadel. Mit den Pfeiltasten verschieben, mit Plus und Minus näher heran oder weiter weg.");
    const areas = areaLayer(L, district, { silent: true }).addTo(this.map);
    this.whole = areas.getLayers().length ? areas.getBounds() : L.latLngBounds([[47.3, 5.9], [55.1, 15.0]]);
    this.map.fitBounds(this.whole, { animate: false, padding: [16, 16] });
    const names = nameLayer(L, district, this.map);
    this.map.on("zoomend", names);
    names();
    this.dots(known);
    this.pin = pin(L);
    this.pin.on("add", () => this.reachable());
    this.pin.on("dragend", () => this.place(this.pin.getLatLng()));
    this.map.on("click", (/** @type {any} */ event) => this.place(event.latlng));
  }

  /**
   * @param {[number, number] | null} at
   * @returns {string} what to say of it
   */
  show(at) {
    if (!at) {
      this.pin.remove();
      return "Noch keine Nadel gesetzt.";
    }
    const known = this.map.hasLayer(this.pin);
    this.pin.setLatLng(at).addTo(this.map);
    const near = this.district.hintergrund.kacheln ? NEAR : NEAR_ENOUGH;
    if (!known) this.map.setView(at, Math.max(this.map.getZoom(), near), { animate: false });
    else this.map.panInside(at, { padding: this.map.getSize().divideBy(5), animate: false });
    const space = spaceAt(this.district.raeume, ...at);
    return `Die Nadel steht bei ${written(...at)}, ${space ? `in ${space}` : "außerhalb der eingezeichneten Sozialräume"}.`;
  }

  /**
   * Places one knows; a click on one sets the pin there. They are found by keyboard in the list above the map.
   *
   * @param {Map<string, [number, number]>} known
   */
  dots(known) {
    this.map.createPane("sr-orte").style.zIndex = "450"; // Above the areas.
    const renderer = this.L.canvas({ pane: "sr-orte", tolerance: 4 });
    for (const [title, at] of known) {
      const dot = this.L.circleMarker(at, { renderer, radius: 4, weight: 1, color: "#fff", fillColor: "#0a5c55", fillOpacity: 1, bubblingMouseEvents: false });
      const name = Object.assign(document.createElement("span"), { textContent: title });
      dot.bindTooltip(name).on("click", () => this.place(dot.getLatLng())).addTo(this.map);
    }
  }

  /** Sets the pin into the middle of what is seen, and the focus on it. */
  middle() {
    this.place(this.map.getCenter());
    this.pin.getElement()?.focus();
  }

  /** @param {{ lat: number, lng: number }} at */
  place({ lat, lng }) {
    this.set(written(lat, ((((lng + 180) % 360) + 360) % 360) - 180));
  }

  /** The pin as a stop of the tab key, moved by the arrow keys. */
  reachable() {
    const element = this.pin.getElement();
    element.setAttribute("aria-label", "Nadel. Mit den Pfeiltasten verschieben, mit Umschalt in großen Schritten, mit Plus und Minus näher heran oder weiter weg.");
    element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      const way = WAYS[event.key];
      if (way) this.move(way, event.shiftKey ? LEAP : STEP);
      else if (event.key === "+") this.map.zoomIn();
      else if (event.key === "-") this.map.zoomOut();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /**
   * @param {[number, number]} way
   * @param {number} pixels
   */
  move([right, down], pixels) {
    const at = this.map.latLngToContainerPoint(this.pin.getLatLng());
    this.place(this.map.containerPointToLatLng(at.add([right * pixels, down * pixels])));
  }
}

/** @param {any} L Leaflet */
function pin(L) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", "0 0 26 36");
  drawn.setAttribute("aria-hidden", "true");
  for (const d of ["M13 1a12 12 0 0 1 12 12c0 8-8 12-12 22C9 25 1 21 1 13A12 12 0 0 1 13 1z", "M13 8a5 5 0 1 1 0 10a5 5 0 1 1 0-10z"]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    drawn.append(path);
  }
  const icon = L.divIcon({ html: drawn, className: "sr-stecknadel", iconSize: [26, 36], iconAnchor: [13, 35] });
  return L.marker([0, 0], { icon, draggable: true, autoPan: true, zIndexOffset: 1000 });
}
