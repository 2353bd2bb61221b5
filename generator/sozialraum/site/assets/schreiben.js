// @ts-check
/**
 * Values as the text of a record, in the form in which `sozialraum` writes them (`source/write.py`).
 *
 * @typedef {string | Wert[] | { [key: string]: Wert }} Wert
 */

const WIDEST_LIST = 80;
const WORD = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?$/u;
const MISLEADING = /^(?:[-?:,[\]{}#&*!|>'"%@`=~]|\.\.\.|<<|.*(?::\s|:$|\s#))/u;
const UNPRINTABLE = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/gu;
const UMLAUTS = /** @type {Record<string, string>} */ ({
  ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", œ: "oe", ø: "oe", ł: "l", đ: "d", "–": "-", "—": "-",
});

/**
 * @param {{ [key: string]: Wert }} values
 * @param {string} body
 * @returns {string} the text of a record's file
 */
export function recordText(values, body) {
  const text = `---\n${frontMatter(values)}---\n`;
  const told = body.replace(/^[ \t\r\n]+/, "").replace(/[ \t\r\n]+$/, "");
  return told ? `${text}\n${told}\n` : text;
}

/**
 * @param {{ [key: string]: Wert }} values
 * @returns {string} as YAML
 */
export function frontMatter(values) {
  const lines = mapping(values);
  return lines.length ? `${lines.join("\n")}\n` : "{}\n";
}

/**
 * @param {[string, Wert][]} named `kontakt.telefon` and what is said there
 * @returns {{ [key: string]: Wert }} the same in groups
 */
export function nested(named) {
  const values = /** @type {any} */ ({});
  for (const [name, value] of named) {
    const groups = name.split(".");
    const last = /** @type {string} */ (groups.pop());
    let place = values;
    for (const group of groups) place = place[group] ??= {};
    place[last] = value;
  }
  return values;
}

/**
 * @param {string} name
 * @returns {string} the id that people would expect: „Café Süd“ → cafe-sued
 */
export function slug(name) {
  const plain = name.normalize("NFC").toLowerCase().replace(/[äöüßæœøłđ–—]/g, (sign) => UMLAUTS[sign]);
  const ascii = plain.normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
  return ascii.split(/[^a-zA-Z0-9]+/).filter(Boolean).join("-").toLowerCase();
}

/**
 * @param {{ [key: string]: Wert }} values
 * @returns {string[]}
 */
function mapping(values) {
  return Object.entries(values).flatMap(([key, value]) => attached(`${scalar(key)}:`, value));
}

/**
 * @param {string} head
 * @param {Wert} value
 * @returns {string[]} the lines behind `key:`
 */
function attached(head, value) {
  if (typeof value === "string") {
    if (isLiteral(value)) return [`${head} ${value.endsWith("\n") ? "|" : "|-"}`, ...indented(value.replace(/\n$/, "").split("\n"))];
    return value === "" && head.endsWith(":") ? [head] : [`${head} ${scalar(value)}`];
  }
  if (Array.isArray(value)) return isFlow(value) ? [`${head} [${value.join(", ")}]`] : [head, ...indented(value.flatMap(item))];
  const lines = mapping(value);
  return lines.length ? [head, ...indented(lines)] : [`${head} {}`];
}

/**
 * @param {Wert} value
 * @returns {string[]} the lines of one entry of a list
 */
function item(value) {
  if (typeof value === "string" || Array.isArray(value) || !Object.keys(value).length) return attached("-", value);
  const [first, ...others] = mapping(value);
  return [`- ${first}`, ...indented(others)];
}

/** @param {string[]} lines */
function indented(lines) {
  return lines.map((line) => (line ? `  ${line}` : ""));
}

/** @param {Wert[]} values */
function isFlow(values) {
  return values.every((each) => typeof each === "string" && WORD.test(each)) && [...values.join(", ")].length <= WIDEST_LIST;
}

/** @param {string} text */
function isLiteral(text) {
  const lines = text.replace(/\n$/, "").split("\n");
  return text.includes("\n") && lines.join("").search(UNPRINTABLE) < 0 && lines[0] !== "" && lines[0].trimStart() === lines[0]
    && lines[lines.length - 1] !== "" && lines.every((line) => line === line.trimEnd());
}

/** @param {string} text */
function scalar(text) {
  if (text.search(UNPRINTABLE) >= 0) {
    return JSON.stringify(text).replace(UNPRINTABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  }
  if (text && text === text.trim() && !MISLEADING.test(text)) return text;
  if (/["\\]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `"${text}"`;
}
