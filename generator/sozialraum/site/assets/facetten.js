// @ts-check
/**
 * Filters and counts in one pass over all records.
 *
 * Every facet is a column of small numbers (of words, or of combinations of
 * words), so whether a record passes is a look into a table. The count beside a
 * word says how many records there would be with it: those that pass every
 * facet, and those that only this word's own facet holds back.
 *
 * @typedef {object} Spalte a column
 * @property {string[]} worte codes
 * @property {string[]} namen what people read
 * @property {number[][]} kombi words of each number in `je`
 * @property {ArrayLike<number>} je number of each record
 * @property {boolean} [alle] true where all chosen words must hold, not one of them
 *
 * @typedef {object} Sperre what else may hold a record back
 * @property {string} name
 * @property {ArrayLike<number>} je class of each record
 * @property {boolean[]} offen whether records of a class pass
 *
 * @typedef {object} Ergebnis
 * @property {number[]} treffer numbers of the records that pass everything
 * @property {Record<string, Uint32Array>} zahlen facet → count of each word
 * @property {Record<string, number[]>} klassen further bar → records of each class that nothing else holds back
 * @property {Record<string, number>} allein facet or bar → records that only it holds back
 */

import { ordinalOf } from "./tage.js";
import { FACETS } from "./zustand.js";

const ANYWHERE = "landkreisweit";
const MONTHS = [3, 6, 12];
const DAYS_PER_MONTH = 30.44;

/**
 * @param {any} data columns as `finder_data.py` writes them
 * @param {string} today ISO 8601
 * @returns {Record<string, Spalte>}
 */
export function columns(data, today) {
  const count = data.anzahl;
  const single = (/** @type {any} */ column) => ({ ...named(column.worte), kombi: column.worte.map((/** @type {any} */ _, /** @type {number} */ at) => [at]), je: column.je });
  const several = (/** @type {any} */ column) => ({ ...named(column.worte), kombi: column.kombi, je: column.je });
  return {
    thema: several(data.thema),
    ort: everywhere(several(data.ort)),
    format: single(data.format),
    herkunft: {
      ...named([["lebensweltlich", "Aus der Lebenswelt"], ["professionell", "Von Fachdiensten"]]),
      kombi: [[0], [1]],
      je: Uint8Array.from({ length: count }, (_, at) => Number(at >= data.lebenswelt)),
    },
    sprache: several(data.sprache),
    barriere: { ...several(data.barriere), alle: true },
    kosten: single(data.kosten),
    mitmachen: { ...named([["ja", "Mitmachen möglich"]]), kombi: [[], [0]], je: Uint8Array.from(data.mitmachen, Number) },
    geprueft: verified(data.geprueft, today),
  };
}

/** @param {string[][]} words */
function named(words) {
  return { worte: words.map(([code]) => code), namen: words.map(([, name]) => name) };
}

/**
 * What there is in the whole district there is in each of its places.
 *
 * @param {Spalte} column
 * @returns {Spalte}
 */
function everywhere(column) {
  const anywhere = column.worte.indexOf(ANYWHERE);
  const all = column.worte.map((_, at) => at);
  return { ...column, kombi: column.kombi.map((words) => (words.includes(anywhere) ? all : words)) };
}

/**
 * @param {ArrayLike<number>} days ordinals of the last verification, 0 for never
 * @param {string} today
 * @returns {Spalte}
 */
function verified(days, today) {
  const now = ordinalOf(today);
  const since = MONTHS.map((months) => now - months * DAYS_PER_MONTH);
  const je = new Uint8Array(days.length).fill(MONTHS.length);
  for (let record = 0; record < days.length; record += 1) {
    for (let at = MONTHS.length - 1; at >= 0 && days[record] > 0 && days[record] >= since[at]; at -= 1) je[record] = at;
  }
  return {
    worte: MONTHS.map(String),
    namen: MONTHS.map((months) => `in den letzten ${months} Monaten geprüft`),
    kombi: [[0, 1, 2], [1, 2], [2], []],
    je,
  };
}

/**
 * @param {Record<string, Spalte>} facets
 * @param {Record<string, string[]>} chosen facet → codes; unknown ones count for nothing
 * @param {Sperre[]} bars
 * @returns {Ergebnis}
 */
export function evaluate(facets, chosen, bars) {
  const names = [...FACETS, ...bars.map((bar) => bar.name)];
  const je = [...FACETS.map((name) => facets[name].je), ...bars.map((bar) => bar.je)];
  const passes = [...FACETS.map((name) => allowed(facets[name], chosen[name])), ...bars.map((bar) => bar.offen)];
  const tallies = passes.map((classes) => new Uint32Array(classes.length));
  const alone = new Uint32Array(names.length);
  const hits = [];
  const active = names.map((_, at) => at).filter((at) => passes[at].includes(false));
  const count = je[0].length;
  for (let record = 0; record < count; record += 1) {
    let failed = -1;
    let fails = 0;
    for (const at of active) {
      if (!passes[at][je[at][record]]) {
        failed = at;
        fails += 1;
        if (fails > 1) break;
      }
    }
    if (fails === 0) {
      hits.push(record);
      for (let at = 0; at < names.length; at += 1) tallies[at][je[at][record]] += 1;
    } else if (fails === 1) {
      alone[failed] += 1;
      if (!facets[names[failed]]?.alle) tallies[failed][je[failed][record]] += 1;
    }
  }
  return {
    treffer: hits,
    zahlen: Object.fromEntries(FACETS.map((name, at) => [name, perWord(facets[name], tallies[at])])),
    klassen: Object.fromEntries(bars.map((bar, at) => [bar.name, [...tallies[FACETS.length + at]]])),
    allein: Object.fromEntries(names.map((name, at) => [name, alone[at]])),
  };
}

/**
 * @param {Spalte} column
 * @param {string[]} codes
 * @returns {boolean[]} whether records with each number pass
 */
function allowed(column, codes) {
  const wanted = codes.map((code) => column.worte.indexOf(code)).filter((at) => at >= 0);
  if (wanted.length === 0) return column.kombi.map(() => true);
  const passes = (/** @type {number[]} */ words) => (column.alle ? wanted.every((at) => words.includes(at)) : wanted.some((at) => words.includes(at)));
  return column.kombi.map(passes);
}

/**
 * @param {Spalte} column
 * @param {Uint32Array} tally
 */
function perWord(column, tally) {
  const counts = new Uint32Array(column.worte.length);
  column.kombi.forEach((words, at) => {
    for (const word of words) counts[word] += tally[at];
  });
  return counts;
}
