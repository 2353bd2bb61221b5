// @ts-check
/** What a word may consist of, and what two words are where they are written together. */

import { fold, stem } from "./deutsch.js";

const SHORTEST_PART = 4;
const LINKS = ["", "e", "s", "n", "en", "er"];
const PARTICIPLE = /^(ab|an|auf|aus|ein|mit|um|vor|weg|zu)?ge(.{3,})$/;

/**
 * A compound as two words, the last as long as can be.
 *
 * @param {string} term
 * @returns {Generator<{ heads: string[], tail: string }>} the ways to cut it; of the first word all forms it may have
 */
export function* cuts(term) {
  for (let cut = SHORTEST_PART; cut <= term.length - SHORTEST_PART; cut++) {
    const head = term.slice(0, cut);
    yield { heads: [head, head.replace(/s$/, ""), stem(head)], tail: stem(term.slice(cut)) };
  }
}

/**
 * @param {string} term
 * @returns {Generator<string>} its beginnings and ends down to its half, the longest first: „Lebensmittelretter“
 */
export function* halves(term) {
  const least = Math.max(SHORTEST_PART, Math.ceil(term.length / 2));
  for (let size = term.length - 1; size >= least; size--) {
    const beginning = term.slice(0, size);
    yield beginning;
    yield stem(beginning);
    yield term.slice(-size);
  }
}

/**
 * @param {string} first a term
 * @param {string} last a word
 * @returns {string[]} the terms they may be together: Senior and Wohnung a Seniorenwohnung
 */
export function together(first, last) {
  return LINKS.map((link) => stem(first + link + fold(last)));
}

/**
 * @param {string} term
 * @returns {string} „pflegt“, „angezeigt“: what is left of a verb without its endings; other terms as they are
 */
export function bare(term) {
  return /..[^aeiou]t$/.test(term) ? stem(term.slice(0, -1)).replace(PARTICIPLE, "$1$2") : term;
}
