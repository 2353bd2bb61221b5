// @ts-check
/**
 * What a form hands back, as the text of a record: in the one form of `sozialraum format`, and where nothing was changed
 * as it was before.
 */
import { recordText } from "./schreiben.js";

/** @typedef {import("./schreiben.js").Wert} Wert */
/** @typedef {{ [key: string]: Wert }} Gruppe */

/** Under this name a record carries through the form what its file said before. */
export const BEFORE = "_vorher";
/** And under this one the comments above its outermost keys, which no form shows. */
export const COMMENTS = "_kommentare";

/**
 * @param {Record<string, any>} content
 * @returns {string} the text of a file
 */
export function toFile(content) {
  const { body, [BEFORE]: before, [COMMENTS]: comments, ...values } = content;
  const now = /** @type {Gruppe} */ (said(values) ?? {});
  const text = recordText(before ? together(verified(now, JSON.parse(before)), JSON.parse(before)) : now, body ?? "");
  return comments ? commented(text, JSON.parse(comments)) : text;
}

/**
 * @param {string} text of a record
 * @param {Record<string, string[]>} comments key → the lines above it; they go with a key that is gone
 * @returns {string}
 */
function commented(text, comments) {
  const [, ...lines] = text.split("\n");
  const end = lines.indexOf("---");
  const head = lines.slice(0, end).flatMap((line) => {
    const [key] = line.split(":");
    return [...(Object.hasOwn(comments, key) ? comments[key] : []), line];
  });
  return ["---", ...head, ...lines.slice(end)].join("\n");
}

/**
 * Who changes the day of a verification has looked again: what stood for the facts of that time stands for nothing
 * now. Where only facts changed it stays, does not fit them any more, and the verification lapses.
 *
 * @param {Gruppe} now
 * @param {Gruppe} before
 * @returns {Gruppe}
 */
function verified(now, before) {
  const [proof, old] = [now.geprueft, before.geprueft];
  if (!isGroup(proof) || !isGroup(old) || proof.am === old.am || proof.nachweis !== old.nachweis) return now;
  const { nachweis, ...rest } = proof;
  return { ...now, geprueft: rest };
}

/**
 * @param {string} front
 * @returns {Record<string, string[]>} outermost key → the comments on the lines above it
 */
export function commentsOf(front) {
  const found = /** @type {Record<string, string[]>} */ ({});
  let waiting = /** @type {string[]} */ ([]);
  for (const line of front.split("\n")) {
    const [key] = line.split(":");
    if (line.startsWith("#")) waiting.push(line);
    else if (waiting.length && /^\w/.test(line)) [found[key], waiting] = [waiting, []];
  }
  return found;
}

/**
 * @param {any} value
 * @returns {Wert | undefined} the same as texts; nothing for what says nothing
 */
function said(value) {
  if (value === null || value === undefined || value === "") return undefined;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== "object") return String(value).normalize("NFC");
  if (Array.isArray(value)) {
    const items = value.map(said).filter((each) => each !== undefined);
    return items.length ? /** @type {Wert[]} */ (items) : undefined;
  }
  const pairs = Object.entries(value).map(([key, each]) => [key, said(each)]).filter(([, each]) => each !== undefined);
  return pairs.length ? Object.fromEntries(pairs) : undefined;
}

/**
 * Keys that a file holds without a value stay, and keys stay in its order: neither is a change that somebody made.
 *
 * @param {Gruppe} now
 * @param {Gruppe} before
 * @returns {Gruppe}
 */
function together(now, before) {
  const made = /** @type {Gruppe} */ ({});
  for (const key of order(Object.keys(now), Object.keys(before))) {
    if (key in now) made[key] = both(now[key], before[key]);
    else if (isEmpty(before[key])) made[key] = before[key];
  }
  return made;
}

/**
 * @param {Wert} now
 * @param {Wert | undefined} before
 * @returns {Wert}
 */
function both(now, before) {
  if (Array.isArray(now)) return Array.isArray(before) ? now.map((each, i) => both(each, before[i])) : now;
  return isGroup(now) && isGroup(before) ? together(now, before) : now;
}

/**
 * @param {string[]} now
 * @param {string[]} before
 * @returns {string[]} the keys of before, each new one behind its neighbour in the form
 */
function order(now, before) {
  const keys = [...before];
  now.forEach((key, i) => {
    if (!keys.includes(key)) keys.splice(i ? keys.indexOf(now[i - 1]) + 1 : 0, 0, key);
  });
  return keys;
}

/**
 * @param {Wert | undefined} value
 * @returns {value is Gruppe}
 */
function isGroup(value) {
  return typeof value === "object" && !Array.isArray(value);
}

/** @param {Wert} value @returns {boolean} */
function isEmpty(value) {
  return typeof value === "string" ? value === "" : Object.values(value).every(isEmpty);
}
