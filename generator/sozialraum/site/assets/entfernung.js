// @ts-check
/** Straight-line distances between places given in hundred-thousandths of a degree. */

export const STEPS = 100_000;
const KM_PER_STEP = 111.195 / STEPS;

/**
 * Within a district the earth is flat: longitude shortened by the latitude's cosine.
 *
 * @param {number[]} first latitude, longitude
 * @param {number[]} second
 * @returns {number} kilometres
 */
export function kilometres([lat, lon], [otherLat, otherLon]) {
  const shrink = Math.cos(((lat + otherLat) / 2 / STEPS) * (Math.PI / 180));
  return Math.hypot(lat - otherLat, (lon - otherLon) * shrink) * KM_PER_STEP;
}

/**
 * @param {number} km
 * @returns {string} „350 m“, „2,4 km“
 */
export function spoken(km) {
  if (km < 0.95) return `${Math.max(50, Math.round(km * 20) * 50)} m`;
  return `${km.toFixed(1).replace(".", ",")} km`;
}
