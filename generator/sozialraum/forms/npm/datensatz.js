// @ts-check
/**
 * Records as the form editor reads and writes them: every value a text, in the one form of `sozialraum format`.
 *
 * What a CMS does by itself would take `00410` for the number 410 and write the whole head anew.
 */
import { parse } from "yaml";
import { recordText } from "./schreiben.js";

/** @typedef {import("./schreiben.js").Wert} Wert */

const HEAD = /^---\n([\s\S]*?\n)?---(?:\n|$)/;

/**
 * @param {string} text of a file
 * @returns {Record<string, any>} its values, and the text below them as `body`
 */
export function fromFile(text) {
  const lines = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  const head = HEAD.exec(lines);
  if (!head) return { body: lines };
  const values = parse(head[1] ?? "", { schema: "failsafe", uniqueKeys: true }) ?? {};
  return { ...values, body: lines.slice(head[0].length).trim() };
}

/**
 * @param {Record<string, any>} content
 * @returns {string} the text of a file
 */
export function toFile(content) {
  const { body, ...values } = content;
  return recordText(/** @type {any} */ (said(values) ?? {}), body ?? "");
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
  const pairs = Object.entries(value).map(([key, each]) => /** @type {const} */ ([key, said(each)]));
  const kept = pairs.filter(([, each]) => each !== undefined);
  return kept.length ? /** @type {any} */ (Object.fromEntries(kept)) : undefined;
}
