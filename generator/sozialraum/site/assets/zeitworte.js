// @ts-check
/** What hours in words are made of, for today and for a week. */

/**
 * @param {string[]} words
 * @returns {string} "a, b und c"
 */
export function listed(words) {
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} und ${words[words.length - 1]}` : words.join("");
}

/**
 * @param {number} minute
 * @returns {string} "9" or "9:30"
 */
export function clock(minute) {
  const rest = minute % 60;
  return `${Math.floor(minute / 60)}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}
