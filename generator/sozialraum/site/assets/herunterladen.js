// @ts-check
/** The chosen entries as a file, made in the browser: nothing is asked of a server. */

import { csv, vcards } from "./ausgabe.js";
import { data as load } from "./daten.js";
import { STEPS } from "./entfernung.js";
import { dayOf } from "./tage.js";

/** @type {Record<string, { name: string, typ: string, aus: (entries: import("./ausgabe.js").Angabe[]) => string }>} */
const KINDS = {
  csv: { name: "ressourcen.csv", typ: "text/csv;charset=utf-8", aus: csv },
  vcard: { name: "ressourcen.vcf", typ: "text/vcard;charset=utf-8", aus: vcards },
};

/**
 * @param {string} kind key of KINDS
 * @param {any} data columns of the finder
 * @param {number[]} records
 */
export async function download(kind, data, records) {
  const contacts = await load("kontakte");
  const { name, typ, aus } = KINDS[kind];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([aus(records.map((record) => entry(data, contacts, record)))], { type: typ }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * @param {any} data
 * @param {any} contacts
 * @param {number} record
 * @returns {import("./ausgabe.js").Angabe}
 */
export function entry(data, contacts, record) {
  const of = (/** @type {string} */ name) => contacts[name][record];
  const word = (/** @type {any} */ column) => column.worte[column.je[record]][1];
  const words = (/** @type {any} */ column) => column.kombi[column.je[record]].map((/** @type {number} */ at) => column.worte[at][1]).join(", ");
  const { titel, kurz, wann } = data.satz(record);
  return {
    titel,
    kurz,
    herkunft: record < data.lebenswelt ? "Lebenswelt" : "Fachdienst",
    format: word(data.format),
    themen: words(data.thema),
    orte: words(data.ort),
    zeiten: wann,
    kosten: word(data.kosten),
    sprachen: words(data.sprache),
    strasse: of("strasse"),
    plz: of("plz"),
    stadt: of("stadt"),
    telefon: of("telefon"),
    waehlbar: of("waehlbar"),
    email: of("email"),
    web: of("web"),
    geprueft: data.geprueft[record] ? dayOf(data.geprueft[record]) : "",
    punkt: data.lat[record] ? [data.lat[record] / STEPS, data.lon[record] / STEPS] : null,
  };
}
