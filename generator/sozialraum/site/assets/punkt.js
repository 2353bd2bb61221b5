// @ts-check
/** Coordinates as records hold them, and the place they lie in. */

import { STEPS } from "./entfernung.js";

const PAIR = /^\s*(-?[0-9]{1,3}(?:\.[0-9]+)?)\s*,\s*(-?[0-9]{1,3}(?:\.[0-9]+)?)\s*$/;

/**
 * @param {string} text
 * @returns {[number, number] | null} latitude and longitude, null where the text says no place on earth
 */
export function point(text) {
  const pair = PAIR.exec(text);
  if (!pair) return null;
  const [lat, lon] = [Number(pair[1]), Number(pair[2])];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lat, lon] : null;
}

/**
 * @param {number} lat
 * @param {number} lon
 * @returns {string} to a metre, as `sozialraum` writes it
 */
export function written(lat, lon) {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

/**
 * @param {{ titel: string, flaeche: number[][][] }[]} spaces
 * @param {number} lat
 * @param {number} lon
 * @returns {string} title of the Sozialraum in whose area the place lies, "" for none
 */
export function spaceAt(spaces, lat, lon) {
  const within = (/** @type {number[][]} */ polygon) => polygon.filter((ring) => encloses(ring, lat * STEPS, lon * STEPS)).length % 2 === 1;
  return spaces.find((space) => space.flaeche.some(within))?.titel ?? "";
}

/**
 * A way from the place straight north crosses the outline an odd number of times.
 *
 * @param {number[]} ring latitude and longitude in turns
 * @param {number} lat
 * @param {number} lon
 */
function encloses(ring, lat, lon) {
  let inside = false;
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
    const [y, x, otherY, otherX] = [ring[at], ring[at + 1], ring[before], ring[before + 1]];
    if (x > lon !== otherX > lon && lat < y + ((lon - x) * (otherY - y)) / (otherX - x)) inside = !inside;
  }
  return inside;
}
