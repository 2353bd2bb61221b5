// @ts-check
/**
 * Whether a query speaks of danger: rules a district can read and change
 * (vokabular/notfall.yml), not answers to single queries.
 *
 * @typedef {object} Notfall
 * @property {string} name
 * @property {string} rat what to do
 * @property {string[]} nummern "110: Polizei"
 * @property {[string, string][]} orte title and address of pages of this handbook
 * @property {string[]} saetze groups of words, "mann|freund + schlägt|haut": one of each must be there
 * @property {string[]} ausser words beside which it is about something else
 * @property {string[]} nie words that only look alike
 */

import { fold, words } from "./deutsch.js";
import { distance } from "./tippfehler.js";

/** @param {string} text */
const folded = (text) => words(text.replaceAll("*", "")).map(fold);

/** @param {string} written @returns {Muster} */
const pattern = (written) => ({ words: folded(written), open: written.trim().endsWith("*") });

/**
 * @typedef {object} Muster words that follow each other; the last may go on where `open`
 * @property {string[]} words
 * @property {boolean} open
 *
 * @typedef {object} Regel
 * @property {Notfall} notfall
 * @property {Muster[][][]} sentences
 * @property {Muster[]} except
 * @property {Set<string>} never
 */

/**
 * @param {Notfall[]} data
 * @returns {Regel[]}
 */
export function rules(data) {
  return data.map((notfall) => ({
    notfall,
    sentences: notfall.saetze.map((each) => each.split("+").map((group) => group.split("|").map(pattern))),
    except: notfall.ausser.map(pattern),
    never: new Set(notfall.nie.map(fold)),
  }));
}

/**
 * @param {string} query
 * @param {Regel[]} known
 * @returns {Notfall[]} the dangers a query speaks of
 */
export function dangers(query, known) {
  const said = folded(query);
  return known.filter(({ sentences, except, never }) => {
    if (except.some((each) => stands(each, said, never, false))) return false;
    return sentences.some((groups) => groups.every((group) => group.some((each) => stands(each, said, never, true))));
  }).map(({ notfall }) => notfall);
}

/**
 * @param {Muster} wanted
 * @param {string[]} said
 * @param {Set<string>} never
 * @param {boolean} mistyped whether letters may be wrong
 */
function stands(wanted, said, never, mistyped) {
  const last = said.length - wanted.words.length;
  for (let start = 0; start <= last; start++) {
    const fits = wanted.words.every((word, i) => {
      const typed = said[start + i];
      const open = wanted.open && i === wanted.words.length - 1;
      return open && typed.startsWith(word) || typed === word || mistyped && isMeant(word, typed, never, open);
    });
    if (fits) return true;
  }
  return false;
}

/**
 * @param {string} word
 * @param {string} typed
 * @param {Set<string>} never
 * @param {boolean} open
 */
function isMeant(word, typed, never, open) {
  const most = word.length >= 10 ? 2 : word.length >= 6 ? 1 : 0;
  if (most === 0 || never.has(typed) || typed[0] !== word[0]) return false;
  return distance(word, open ? typed.slice(0, word.length) : typed, most) <= most;
}
