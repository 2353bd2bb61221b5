// @ts-check
/**
 * Says on a page what is open today. The page itself lists all hours, so
 * nothing is missing without JavaScript.
 *
 * What the page gives:
 *   <p data-zeiten='{"w":[[[540,720]],[],[],[],[],[],[]],"f":[]}'></p>
 *   <tr data-tag="1">             Monday; "1 2 3" for several days
 *   <script type="application/json" id="feiertage">["2026-10-03"]</script>
 *
 * The data comes from `for_browser` in sozialraum/fields/hours.py. Minutes count
 * from midnight of the day on which hours begin; beyond 1440 they are past
 * midnight.
 *
 * @typedef {[number, number][]} Intervals
 * @typedef {object} Zeiten
 * @property {Intervals[]} w hours from Monday to Sunday
 * @property {Intervals} [f] hours on a public holiday; absent: nobody knows
 * @property {Record<string, Intervals>} [t] days on which neither w nor f is right
 * @property {string} [bis] last day for which t was worked out
 * @property {number[]} [v] weekdays, 1 to 7, on which it is worth asking
 * @property {boolean} [s] true where school holidays differ
 */

import { clock, listed } from "./zeitworte.js";

const DAY = 24 * 60;
const NIGHT = 6 * 60;

/**
 * When a place is open on a day. On a holiday about which the data says nothing
 * these are the hours of the weekday.
 *
 * @param {Zeiten} data
 * @param {string} isoDate
 * @param {Set<string>} holidays
 * @returns {Intervals | null} null where the data is too old to tell
 */
export function openOn(data, isoDate, holidays) {
  if (data.bis && isoDate > data.bis) return null;
  if (data.t && isoDate in data.t) return data.t[isoDate];
  if (data.f && holidays.has(isoDate)) return data.f;
  return data.w[weekday(isoDate) - 1];
}

/**
 * The hours of a day as a sentence. What is over is left out.
 *
 * @param {Intervals} intervals
 * @param {number} now minutes since midnight of that day
 * @returns {string}
 */
export function sentence(intervals, now) {
  if (intervals.length === 0) return "Heute geschlossen";
  const current = intervals.find(([start, end]) => start <= now && now < end);
  if (current) return current[1] === DAY ? "Jetzt offen" : `Jetzt offen bis ${until(current[1])}`;
  const coming = intervals.filter(([start]) => start > now);
  return coming.length === 0 ? "Heute schon geschlossen" : `Heute ${hours(coming)}`;
}

/**
 * The sentence for a page, with all that may make it uncertain.
 *
 * @param {Zeiten} data
 * @param {string} isoDate
 * @param {number} now minutes since midnight
 * @param {Set<string>} holidays
 * @returns {string} empty where the data is too old to tell
 */
export function todaySentence(data, isoDate, now, holidays) {
  const night = nightBefore(data, isoDate, holidays).find(([, end]) => now < end);
  if (night) return sentence([night], now);
  const intervals = openOn(data, isoDate, holidays);
  if (intervals === null) return "";
  const maybe = (data.v ?? []).includes(weekday(isoDate)) && !(holidays.has(isoDate) && data.f);
  if (isUnsaid(data, isoDate, holidays) && (intervals.length > 0 || maybe)) return "Heute ist Feiertag: bitte nachfragen";
  if (intervals.length === 0 && maybe) return "Heute bitte nachfragen";
  const words = sentence(intervals, now);
  return data.s && intervals.length > 0 ? `${words} (außerhalb der Schulferien)` : words;
}

/**
 * What of yesterday's hours lies after midnight, in minutes of today.
 *
 * @param {Zeiten} data
 * @param {string} isoDate
 * @param {Set<string>} holidays
 * @returns {Intervals}
 */
export function nightBefore(data, isoDate, holidays) {
  return isUnsaid(data, dayBefore(isoDate), holidays) ? [] : afterMidnight(data, isoDate, holidays);
}

/**
 * The same, as if yesterday had been no holiday.
 *
 * @param {Zeiten} data
 * @param {string} isoDate
 * @param {Set<string>} holidays
 * @returns {Intervals}
 */
export function afterMidnight(data, isoDate, holidays) {
  const late = (openOn(data, dayBefore(isoDate), holidays) ?? []).filter(([, end]) => end > DAY);
  return late.map(([start, end]) => [start - DAY, end - DAY]);
}

/**
 * @param {Zeiten} data
 * @param {string} isoDate
 * @param {Set<string>} holidays
 * @returns {boolean} whether it is a holiday about which the data says nothing
 */
export function isUnsaid(data, isoDate, holidays) {
  return holidays.has(isoDate) && !data.f && !(data.t && isoDate in data.t);
}

/** @param {string} isoDate */
function dayBefore(isoDate) {
  const day = new Date(`${isoDate}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/**
 * @param {string} isoDate
 * @returns {number} 1 for Monday to 7 for Sunday
 */
export function weekday(isoDate) {
  return new Date(`${isoDate}T00:00:00Z`).getUTCDay() || 7;
}

/**
 * @param {Intervals} intervals
 * @returns {string} "9–12 und 14–17 Uhr"
 */
function hours(intervals) {
  const early = intervals.filter(([, end]) => end < DAY).map(([start, end]) => `${clock(start)}–${clock(end)}`);
  const late = intervals.filter(([, end]) => end >= DAY).map(([start, end]) =>
    end === DAY ? `ab ${clock(start)} Uhr` : `${clock(start)} Uhr bis ${until(end)}`);
  return listed([...(early.length ? [`${listed(early)} Uhr`] : []), ...late]);
}

/**
 * @param {number} minute
 * @returns {string} "17 Uhr", "2 Uhr nachts"
 */
function until(minute) {
  const words = `${clock(minute > DAY ? minute - DAY : minute)} Uhr`;
  if (minute % DAY <= NIGHT) return `${words} nachts`;
  return minute > DAY ? `${words} am nächsten Tag` : words;
}

/**
 * Day and minute in Germany, wherever the page is read.
 *
 * @param {Date} moment
 * @returns {[string, number]}
 */
export function inGermany(moment) {
  const zone = { timeZone: "Europe/Berlin", hourCycle: /** @type {const} */ ("h23") };
  const [day, time] = moment.toLocaleString("sv-SE", zone).split(" ");
  const [hour, minute] = time.split(":").map(Number);
  return [day, hour * 60 + minute];
}

/** @returns {Set<string>} the public holidays the page names */
export function holidaysOfPage() {
  const written = document.getElementById("feiertage")?.textContent;
  return new Set(/** @type {string[]} */ (written ? JSON.parse(written) : []));
}

/** Fills the page; its hours are written for every day, today gets marked. */
export function showHours() {
  const [day, now] = inGermany(new Date());
  const holidays = holidaysOfPage();
  for (const element of document.querySelectorAll("[data-zeiten]")) {
    const data = JSON.parse(element.getAttribute("data-zeiten") ?? "null");
    if (data) element.textContent = todaySentence(data, day, now, holidays);
  }
  for (const row of document.querySelectorAll("[data-tag]")) {
    const isToday = (row.getAttribute("data-tag") ?? "").split(" ").includes(String(weekday(day)));
    row.classList.toggle("heute", isToday);
    if (isToday) row.setAttribute("aria-current", "date");
    else row.removeAttribute("aria-current");
  }
}
