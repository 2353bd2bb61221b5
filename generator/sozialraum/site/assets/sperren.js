// @ts-check
/**
 * What holds records back beside the facets: words looked for, a time, a distance.
 *
 * @typedef {import("./facetten.js").Sperre} Sperre
 * @typedef {import("./zustand.js").Zustand} Zustand
 */

import { kilometres } from "./entfernung.js";
import { moment, openAt, OPEN, UNKNOWN } from "./offen.js";

const FAR = 0, NEAR = 1, NOWHERE = 2;

/**
 * @param {any} data columns of the finder
 * @param {Zustand} state
 * @param {{ today: string, now: number, holidays: Set<string> }} clock
 * @returns {{ bar: Sperre, unklar: (klassen: number[]) => number } | null} null where no time is chosen
 */
export function timeBar(data, state, clock) {
  if (!state.zeit) return null;
  const [day, minute] = moment(state.zeit, clock.today, clock.now);
  const { werte, je } = data.zeiten();
  const states = werte.map((/** @type {any} */ hours) => openAt(hours, day, minute, clock.holidays));
  const passes = states.map((/** @type {number} */ each) => each === OPEN || (each === UNKNOWN && state.unklar));
  return {
    bar: { name: "zeit", je, offen: passes },
    unklar: (classes) => classes.reduce((sum, count, at) => sum + (states[at] === UNKNOWN ? count : 0), 0),
  };
}

/**
 * @param {any} data
 * @param {Zustand} state
 * @param {number[] | null} centre latitude and longitude in hundred-thousandths of a degree
 * @returns {{ bar: Sperre, km: Float32Array } | null} null where no place is chosen
 */
export function distanceBar(data, state, centre) {
  if (!centre) return null;
  const km = Float32Array.from(data.lat, (/** @type {number} */ lat, at) => (lat ? kilometres([lat, data.lon[at]], centre) : Infinity));
  const je = Uint8Array.from(km, (each) => (each === Infinity ? NOWHERE : each <= state.km ? NEAR : FAR));
  return { bar: { name: "bei", je, offen: [false, true, state.ortlos] }, km };
}

/**
 * @param {number} count
 * @param {Map<number, number> | null} found record → score; null where no words are looked for
 * @returns {Sperre | null}
 */
export function textBar(count, found) {
  if (!found) return null;
  const je = new Uint8Array(count);
  for (const record of found.keys()) je[record] = 1;
  return { name: "q", je, offen: [false, true] };
}

/**
 * In the order of the support sequence; within it the best match or the nearest first.
 *
 * @param {number[]} hits
 * @param {number} lebenswelt number of records from the life-world, which stand first
 * @param {Map<number, number> | null} found
 * @param {Float32Array | null} km
 * @returns {number[]}
 */
export function ordered(hits, lebenswelt, found, km) {
  if (!found && !km) return hits;
  const group = (/** @type {number} */ record) => Number(record >= lebenswelt);
  const score = (/** @type {number} */ record) => found?.get(record) ?? 0;
  const far = (/** @type {number} */ record) => Math.min(km?.[record] ?? 0, 1e6);
  return [...hits].sort((a, b) => group(a) - group(b) || score(b) - score(a) || far(a) - far(b) || a - b);
}
