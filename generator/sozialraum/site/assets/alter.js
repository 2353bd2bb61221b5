// @ts-check
/** How long ago a day was, said when the page is read rather than when it was built. */

const DAY = 86_400_000;

/**
 * @param {string} day ISO 8601, e.g. 2026-05-12
 * @param {string} today ISO 8601
 * @returns {string} „heute“, „vor 3 Wochen“; "" for days to come
 */
export function age(day, today) {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / DAY);
  if (Number.isNaN(days) || days < 0) return "";
  if (days === 0) return "heute";
  if (days === 1) return "gestern";
  if (days < 14) return `vor ${days} Tagen`;
  const months = wholeMonths(day, today);
  if (months < 2) return `vor ${Math.round(days / 7)} Wochen`;
  if (months < 24) return `vor ${months} Monaten`;
  return `vor ${Math.floor(months / 12)} Jahren`;
}

/**
 * Whole months, as `fields/dates.py` counts them for the check.
 * @param {string} day ISO 8601
 * @param {string} today ISO 8601
 */
function wholeMonths(day, today) {
  const [year, month, date] = day.split("-").map(Number);
  const [thisYear, thisMonth, thisDate] = today.split("-").map(Number);
  return (thisYear - year) * 12 + thisMonth - month - Number(thisDate < date);
}

/**
 * @param {string} due ISO 8601 or "" for never
 * @param {string} today ISO 8601
 */
function isOverdue(due, today) {
  return due !== "" && due < today;
}

/** @param {Date} now */
export function isoDay(now) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Adds to every day on the page how long ago it was, and marks what is due. */
export function showAges() {
  const today = isoDay(new Date());
  for (const time of document.querySelectorAll("time[data-alter]")) {
    const words = age(time.getAttribute("datetime") ?? "", today);
    if (words) time.after(` (${words})`);
    if (isOverdue(time.getAttribute("data-bis") ?? "", today)) time.parentElement?.classList.add("sr-faellig");
  }
}
