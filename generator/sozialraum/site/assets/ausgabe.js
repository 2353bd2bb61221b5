// @ts-check
/**
 * Results as a table and as contacts. What a record says is not trusted: no cell
 * becomes a formula, no line of a contact becomes a property.
 *
 * @typedef {object} Angabe one entry with everything a file says of it
 * @property {string} titel
 * @property {string} kurz
 * @property {string} herkunft
 * @property {string} format
 * @property {string} themen
 * @property {string} orte
 * @property {string} zeiten
 * @property {string} kosten
 * @property {string} sprachen
 * @property {string} strasse
 * @property {string} plz
 * @property {string} stadt
 * @property {string} telefon
 * @property {string} waehlbar
 * @property {string} email
 * @property {string} web
 * @property {string} geprueft ISO 8601
 * @property {[number, number] | null} punkt latitude, longitude in degrees
 */

/** @type {[string, (each: Angabe) => string][]} */
const TABLE = [
  ["Titel", (each) => each.titel],
  ["Kurz gesagt", (each) => each.kurz],
  ["Herkunft", (each) => each.herkunft],
  ["Format", (each) => each.format],
  ["Themen", (each) => each.themen],
  ["Sozialräume", (each) => each.orte],
  ["Zeiten", (each) => each.zeiten],
  ["Kosten", (each) => each.kosten],
  ["Sprachen", (each) => each.sprachen],
  ["Straße", (each) => each.strasse],
  ["PLZ", (each) => each.plz],
  ["Ort", (each) => each.stadt],
  ["Telefon", (each) => each.telefon],
  ["E-Mail", (each) => each.email],
  ["Internet", (each) => each.web],
  ["Zuletzt geprüft", (each) => each.geprueft],
];
const FORMULA = /^[\s\u0000-\u001f\u0085]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/; // As in reports/writing.py.
const MOST_OCTETS = 75;

/**
 * @param {Angabe[]} entries
 * @returns {string} a table as German spreadsheets open it: semicolons, UTF-8 with its mark
 */
export function csv(entries) {
  const rows = [TABLE.map(([name]) => name), ...entries.map((each) => TABLE.map(([, value]) => value(each)))];
  return `\ufeff${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

/**
 * @param {string} text
 * @returns {string} a cell; what a spreadsheet would calculate begins with an apostrophe
 */
export function cell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n\t,]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Contacts as every address book reads them (vCard 3.0, RFC 2426).
 *
 * @param {Angabe[]} entries
 * @returns {string}
 */
export function vcards(entries) {
  return entries.map((each) => `${lines(each).map(folded).join("\r\n")}\r\n`).join("");
}

/** @param {Angabe} each */
function lines(each) {
  /** @type {[string, string][]} */
  const optional = [
    ["TEL;TYPE=WORK,VOICE", each.waehlbar],
    ["EMAIL;TYPE=INTERNET", each.email],
    ["URL", each.web],
    ["GEO", each.punkt ? each.punkt.join(";") : ""],
    ["NOTE", [each.kurz, each.zeiten].filter(Boolean).join("\n")],
  ];
  const address = each.strasse || each.stadt ? [`ADR;TYPE=WORK:;;${[each.strasse, each.stadt, "", each.plz, "Deutschland"].map(escaped).join(";")}`] : [];
  const told = optional.filter(([, value]) => value).map(([name, value]) => `${name}:${name === "GEO" ? value : escaped(value)}`);
  return ["BEGIN:VCARD", "VERSION:3.0", `N:${escaped(each.titel)};;;;`, `FN:${escaped(each.titel)}`, `ORG:${escaped(each.titel)}`, ...address, ...told, "END:VCARD"];
}

/**
 * @param {string} text
 * @returns {string} a value that ends where it should
 */
export function escaped(text) {
  return text.replace(/[\\,;]/g, "\\$&").replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, "\\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

/**
 * Lines are at most 75 octets long; a longer one goes on after a space, never within a letter.
 *
 * @param {string} line
 * @returns {string}
 */
export function folded(line) {
  const parts = [""];
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > MOST_OCTETS) {
      parts.push(" ");
      octets = 1;
    }
    parts[parts.length - 1] += sign;
    octets += size;
  }
  return parts.join("\r\n");
}
