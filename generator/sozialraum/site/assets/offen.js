// @ts-check
/**
 * Whether a place is open at a moment: yes, no, or nobody knows. The last is an
 * answer of its own, so that no place vanishes only because its hours are not written down.
 *
 * @typedef {import("./zeiten.js").Zeiten} Zeiten
 */

import { afterMidnight, isUnsaid, nightBefore, openOn, weekday } from "./zeiten.js";

const CLOSED = 0;
export const OPEN = 1;
export const UNKNOWN = 2;

/**
 * @param {Zeiten | null} data null where no hours are given
 * @param {string} isoDate
 * @param {number} minute since midnight
 * @param {Set<string>} holidays
 * @returns {0 | 1 | 2}
 */
export function openAt(data, isoDate, minute, holidays) {
  if (!data) return UNKNOWN;
  const within = (/** @type {[number, number]} */ [start, end]) => start <= minute && minute < end;
  if (afterMidnight(data, isoDate, holidays).some(within)) return nightBefore(data, isoDate, holidays).length ? OPEN : UNKNOWN;
  const intervals = openOn(data, isoDate, holidays);
  if (intervals === null) return UNKNOWN;
  const maybe = (data.v ?? []).includes(weekday(isoDate)) && !(holidays.has(isoDate) && data.f);
  if (isUnsaid(data, isoDate, holidays) && (intervals.length > 0 || maybe)) return UNKNOWN;
  if (intervals.some(within)) return OPEN;
  return maybe ? UNKNOWN : CLOSED;
}

/**
 * The moment a choice of time means; a weekday is the next one, today included.
 *
 * @param {string} chosen "jetzt" or "3-14:30"
 * @param {string} today ISO 8601
 * @param {number} now minutes since midnight
 * @returns {[string, number]}
 */
export function moment(chosen, today, now) {
  if (chosen === "jetzt") return [today, now];
  const [day, clock] = chosen.split("-");
  const [hour, minute] = clock.split(":").map(Number);
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((Number(day) - weekday(today) + 7) % 7));
  return [date.toISOString().slice(0, 10), hour * 60 + minute];
}
