// @ts-check
/**
 * A map beside a field for coordinates, opened by a button. The field stays what counts: whatever is chosen on the map
 * is written there, and whatever is written there moves the pin.
 *
 * @typedef {object} Koordinatenfeld
 * @property {() => string} text
 * @property {(text: string) => void} set
 */

import { data, script, style, wayToRoot } from "./daten.js";
import { button } from "./weitergeben.js";

const HOW = "Klicken Sie auf die Karte, oder setzen Sie die Nadel in die Mitte und schieben Sie sie mit den Pfeiltasten.";
let count = 0;

/**
 * @param {Element} place that gets button and map
 * @param {Koordinatenfeld} field
 * @returns {() => void} to be called whenever the text of the field has changed
 */
function offer(place, field) {
  /** @type {() => void} */
  let changed = () => {};
  /** @type {Promise<() => void> | null} */
  let opened = null;
  const opener = button("Auf der Karte wählen", async () => {
    opened ??= open(box, field); // Once, however often somebody clicks meanwhile.
    changed = await opened;
    box.hidden = !box.hidden;
    opener.setAttribute("aria-expanded", String(!box.hidden));
    changed();
  });
  const box = element("div", "sr-ortswahl");
  box.id = `sr-ortswahl-${++count}`;
  box.hidden = true;
  opener.setAttribute("aria-expanded", "false");
  opener.setAttribute("aria-controls", box.id);
  place.append(opener, box);
  return () => changed();
}

/**
 * @param {HTMLElement} box
 * @param {Koordinatenfeld} field
 * @returns {Promise<() => void>}
 */
async function open(box, field) {
  const [district] = await Promise.all([
    data("karte"),
    ...["leaflet.js", "ortskarte.js"].map((name) => script(`assets/sozialraum/${name}`)),
    ...["leaflet.css", "ortswahl.css"].map((name) => style(`assets/sozialraum/${name}`)),
  ]);
  const { L, sozialraumOrtskarte: { Nadelkarte, knownPlaces, point } } = /** @type {any} */ (globalThis);
  const set = (/** @type {string} */ text) => { field.set(text); show(text); };
  const show = (text = field.text()) => { told.textContent = map.show(point(text)); };
  const area = element("div", "sr-ortskarte");
  const told = element("p", "sr-klein");
  told.setAttribute("role", "status");
  const known = await knownPlaces();
  box.append(Object.assign(element("p", "sr-klein"), { textContent: HOW }), ...sameAs(known, set), area, told);
  box.hidden = false; // A map measures its place.
  const map = new Nadelkarte(L, area, below(district), known, set);
  box.append(button("Nadel in die Mitte der Karte", () => map.middle()));
  box.hidden = true;
  return () => show();
}

/**
 * Many things happen where something else is already.
 *
 * @param {Map<string, [number, number]>} known
 * @param {(text: string) => void} set
 */
function sameAs(known, set) {
  const label = element("label", "sr-derselbe-ort");
  const list = document.createElement("datalist");
  const input = Object.assign(document.createElement("input"), { autocomplete: "off" });
  list.id = `sr-orte-${count}`;
  list.append(...[...known.keys()].map((value) => Object.assign(document.createElement("option"), { value })));
  input.setAttribute("list", list.id);
  input.addEventListener("input", (event) => {
    const at = known.get(input.value);
    event.stopPropagation(); // Nothing of the record is written here.
    if (at) set(at.map((each) => each.toFixed(5)).join(", "));
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // It chooses, and hands in no form.
  });
  label.append("Am selben Ort wie (Titel tippen)", input);
  return [label, list];
}

/** The pictures below, by an address that holds on this page too. @param {any} district */
function below(district) {
  const { hintergrund } = district;
  const kacheln = /^(?:https?:|$)/.test(hintergrund.kacheln) ? hintergrund.kacheln : wayToRoot() + hintergrund.kacheln;
  return { ...district, hintergrund: { ...hintergrund, kacheln } };
}

/**
 * @param {string} name
 * @param {string} className
 */
function element(name, className) {
  return Object.assign(document.createElement(name), { className });
}

/** @type {any} */ (globalThis).sozialraumOrtswahl = offer;
for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[data-art="Koordinaten"]'))) {
  const changed = offer(/** @type {Element} */ (input.closest(".sr-eingabe")), {
    text: () => input.value,
    set: (text) => {
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  input.addEventListener("input", changed);
}
