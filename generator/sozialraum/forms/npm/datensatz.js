// @ts-check
/**
 * Records as both programs read them: every value a text, as `sozialraum` reads it.
 *
 * What they do by themselves would take `00410` for the number 410.
 */
import { parse } from "yaml";
import { BEFORE, COMMENTS, commentsOf } from "./aufschreiben.js";

const HEAD = /^---\n([\s\S]*?\n)?---(?:\n|$)/;

/**
 * @param {string} text of a file
 * @returns {Record<string, any>} its values, and the text below them as `body`
 */
export function fromFile(text) {
  const lines = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  const head = HEAD.exec(lines);
  if (!head) return { body: lines };
  const values = parse(head[1] ?? "", { schema: "failsafe" }) ?? {};
  const comments = commentsOf(head[1] ?? "");
  const carried = Object.keys(comments).length ? { [COMMENTS]: JSON.stringify(comments) } : {};
  return { ...values, [BEFORE]: JSON.stringify(values), ...carried, body: lines.slice(head[0].length).trim() };
}
