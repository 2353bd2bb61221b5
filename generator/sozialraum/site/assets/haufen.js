// @ts-check
/**
 * Points on a map that lie too close to be told apart become one: sorted into
 * the cells of a grid, then neighbouring cells merged, the fullest first.
 *
 * @typedef {object} Haufen
 * @property {number} n number of points
 * @property {number} lat
 * @property {number} lon
 * @property {number[]} ids numbers of the points, at most MOST_NAMED
 */

import { STEPS } from "./entfernung.js";

const TILE = 256;
const RADIUS = 52;
export const MOST_NAMED = 30;

/**
 * @param {number[]} lats in hundred-thousandths of a degree, 0 for none
 * @param {number[]} lons
 * @returns {(numbers: ArrayLike<number>, zoom: number) => Haufen[]}
 */
export function clustering(lats, lons) {
  const x = Float64Array.from(lons, (lon) => (lon / STEPS + 180) / 360);
  const y = Float64Array.from(lats, (lat) => mercator(lat / STEPS));
  return (numbers, zoom) => {
    const world = TILE * 2 ** zoom;
    return merged(cells(numbers, x, y, world / (RADIUS / 2)), (RADIUS / world) ** 2).map((cell) => ({
      n: cell.n,
      lat: degrees(cell.y / cell.n),
      lon: (cell.x / cell.n) * 360 - 180,
      ids: cell.ids,
    }));
  };
}

/** @typedef {{ gx: number, gy: number, x: number, y: number, n: number, ids: number[] }} Zelle */

/**
 * @param {ArrayLike<number>} numbers
 * @param {Float64Array} x
 * @param {Float64Array} y
 * @param {number} scale cells across the world
 * @returns {Map<number, Zelle>}
 */
function cells(numbers, x, y, scale) {
  /** @type {Map<number, Zelle>} */
  const found = new Map();
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at];
    const gx = Math.floor(x[number] * scale);
    const gy = Math.floor(y[number] * scale);
    const key = keyOf(gx, gy);
    let cell = found.get(key);
    if (!cell) found.set(key, (cell = { gx, gy, x: 0, y: 0, n: 0, ids: [] }));
    cell.x += x[number];
    cell.y += y[number];
    cell.n += 1;
    if (cell.ids.length < MOST_NAMED) cell.ids.push(number);
  }
  return found;
}

/**
 * @param {Map<number, Zelle>} found
 * @param {number} nearest square of the distance below which cells become one
 * @returns {Zelle[]}
 */
function merged(found, nearest) {
  const taken = new Set();
  const result = [];
  for (const cell of [...found.values()].sort((first, second) => second.n - first.n || first.gy - second.gy || first.gx - second.gx)) {
    if (taken.has(cell)) continue;
    taken.add(cell);
    const sum = { ...cell, ids: [...cell.ids] };
    for (let dx = -2; dx <= 2; dx += 1) {
      for (let dy = -2; dy <= 2; dy += 1) {
        const other = found.get(keyOf(cell.gx + dx, cell.gy + dy));
        if (!other || taken.has(other)) continue;
        if ((other.x / other.n - cell.x / cell.n) ** 2 + (other.y / other.n - cell.y / cell.n) ** 2 >= nearest) continue;
        taken.add(other);
        sum.x += other.x;
        sum.y += other.y;
        sum.n += other.n;
        sum.ids.push(...other.ids.slice(0, MOST_NAMED - sum.ids.length));
      }
    }
    result.push(sum);
  }
  return result;
}

/**
 * @param {number} gx
 * @param {number} gy
 */
function keyOf(gx, gy) {
  return gx * 2 ** 26 + gy;
}

/** @param {number} lat */
function mercator(lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** @param {number} y */
function degrees(y) {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
