// @ts-check
/**
 * Hours of a plain week: read from a cell of the search's rows, and in words,
 * as `one_line` in sozialraum/fields/hours_table.py says them.
 *
 * @typedef {import("./zeiten.js").Zeiten} Zeiten
 * @typedef {import("./zeiten.js").Intervals} Intervals
 */

import { numberAt } from "./spalten.js";
import { clock, listed } from "./zeitworte.js";

const MINUTES = 5;
const DAY = 24 * 60, NIGHT = 6 * 60;
const DAYS = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];

/**
 * @param {string} cell as `hours_cell` writes it
 * @param {(Zeiten & { text: string })[]} special hours that do not fit a cell
 * @returns {Zeiten | null} null where none are given
 */
export function hours(cell, special) {
  if (!cell) return null;
  if (cell[0] === "#") return special[Number(cell.slice(1))];
  /** @type {Intervals[]} */
  const week = DAYS.map(() => []);
  for (const part of cell.split(" ")) {
    const days = numberAt(part, 0, 2);
    for (let from = 2; from < part.length; from += 4) {
      const start = numberAt(part, from, 2) * MINUTES, end = start + numberAt(part, from + 2, 2) * MINUTES;
      for (let day = 0; day < 7; day++) if (days & (1 << day)) week[day].push([start, end]);
    }
  }
  return { w: week };
}

/**
 * @param {Intervals[]} week
 * @returns {string} "Mo, Mi 9–12 Uhr; Do 14–18 Uhr"
 */
export function inWords(week) {
  /** @type {Map<string, number[]>} */
  const of = new Map();
  for (const [day, intervals] of week.entries()) {
    const words = phrase(intervals);
    if (words) of.set(words, [...(of.get(words) ?? []), day]);
  }
  return [...of].map(([words, days]) => withDays(words, days)).join("; ") || "geschlossen";
}

/**
 * @param {string} words
 * @param {number[]} days
 */
function withDays(words, days) {
  if (days.length === DAYS.length) return /^\d/.test(words) ? `täglich ${words}` : words;
  const runs = [];
  for (let from = 0, to; from < days.length; from = to + 1) {
    to = from;
    while (days[to + 1] === days[to] + 1) to++;
    if (to - from > 1) runs.push(`${DAYS[days[from]]}–${DAYS[days[to]]}`);
    else runs.push(...days.slice(from, to + 1).map((day) => DAYS[day]));
  }
  return `${runs.join(", ")} ${words}`;
}

/** @param {Intervals} intervals */
function phrase(intervals) {
  const early = intervals.filter(([, end]) => end <= DAY).map(([start, end]) => `${clock(start)}–${clock(end)}`);
  const late = intervals.filter(([, end]) => end > DAY).map(([start, end]) =>
    `${clock(start)} Uhr bis ${clock(end - DAY)} Uhr ${end - DAY <= NIGHT ? "nachts" : "am nächsten Tag"}`);
  const all = early.length === 1 && early[0] === "0–24" ? "rund um die Uhr" : `${listed(early)} Uhr`;
  return listed([...(early.length ? [all] : []), ...late]);
}
