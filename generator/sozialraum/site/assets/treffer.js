// @ts-check
/**
 * From a query to texts: every word of the query finds terms of the index, by
 * itself, by its beginning, by what it means, by its parts, or with a letter
 * wrong.
 *
 * @typedef {import("./rang.js").Weg} Weg
 * @typedef {import("./rang.js").Wort} Wort
 */

import { stem, terms } from "./deutsch.js";
import { rank } from "./rang.js";
import { SHORTEST, Tippfehler } from "./tippfehler.js";

const EXACT = 1, MEANING = 0.8, PHRASE = 1, VERB = 0.7, PART = 0.6, PLACE = 0.6;
const ENOUGH = 3; // Ways from which on nothing is guessed.
const MOST_BEGINNINGS = 120;
const MOST_SIGNS = 20_000; // Of postings that beginnings may bring: what three letters begin is half of an index.

/** @typedef {import("./verzeichnis.js").Verzeichnis} Verzeichnis */
/** @typedef {import("./begriffe.js").Begriffe} Begriffe */

export class Suche {
  /**
   * @param {Verzeichnis} index
   * @param {Begriffe} concepts
   * @param {Set<string>} [places] terms that name one place
   */
  constructor(index, concepts, places = new Set()) {
    this.index = index;
    this.concepts = concepts;
    this.places = places;
    /** @type {Tippfehler | null} */
    this.mistyped = null;
  }

  /**
   * @param {string} query
   * @param {number} [worth] share of the best score a text must have
   * @returns {{ words: Wort[] } & import("./rang.js").Rangfolge}
   */
  find(query, worth = 0) {
    const words = this.understand(query);
    return { words, ...rank(this.index, words, worth) };
  }

  /**
   * @param {string} query
   * @returns {Wort[]}
   */
  understand(query) {
    const typed = new Map(terms(query, this.index.stop).map(({ word, term }) => [term, word]));
    const meanings = this.concepts.among([...typed.keys()].flatMap((term) => [term, bare(term)]));
    const inOne = (/** @type {string} */ term) => meanings.filter(({ needed }) => needed.includes(term) || needed.includes(bare(term)));
    const words = this.telling(typed, inOne).flatMap(([term, word]) => this.read(word, term, inOne(term).length > 0));
    for (const each of words) for (const { key } of inOne(each.term)) this.addConcept(each.ways, key, PHRASE);
    this.placesLess(words);
    return words;
  }

  /** @param {Wort[]} words where something is asked for in a place, it matters more than the place */
  placesLess(words) {
    const places = words.filter(({ term }) => this.places.has(term));
    if (places.length === words.length) return;
    for (const { ways } of places) for (const way of ways) way.weight *= PLACE;
  }

  /**
   * @param {Map<string, string>} typed term → word
   * @param {(term: string) => object[]} meanings what a term means with others
   * @returns {[string, string][]} without what only frames a question; all of them where nothing else is said
   */
  telling(typed, meanings) {
    const found = [...typed].filter(([term]) => !this.index.framing.has(term) || meanings(term).length > 0);
    return found.length ? found : [...typed];
  }

  /**
   * @param {string} word
   * @param {string} term
   * @param {boolean} whole whether it means something with others
   * @returns {Wort[]} one, or one for each part of a compound that the index does not know
   */
  read(word, term, whole) {
    const ways = this.direct(term, EXACT);
    const known = whole || ways.length > 0;
    this.addBeginnings(ways, term);
    if (known) return [{ word, term, ways }];
    if (bare(term) !== term) ways.push(...this.direct(bare(term), VERB));
    const parts = ways.length < ENOUGH ? this.parts(word, term) : [];
    if (parts.length) return ways.length ? [{ word, term, ways }, ...parts] : parts;
    if (ways.length < ENOUGH && term.length >= SHORTEST && !this.concepts.said.has(term)) this.addCorrected(ways, term);
    return [{ word, term, ways }];
  }

  /**
   * @param {string} term
   * @param {number} weight
   * @returns {Weg[]} the term itself and what it means
   */
  direct(term, weight) {
    /** @type {Weg[]} */
    const ways = [];
    const at = this.index.at(term);
    if (at >= 0) ways.push({ at, weight });
    for (const key of this.concepts.single.get(term) ?? []) this.addConcept(ways, key, weight * MEANING);
    return ways;
  }

  /**
   * @param {Weg[]} ways
   * @param {string} key
   * @param {number} weight
   */
  addConcept(ways, key, weight) {
    const at = this.index.at(`#${key}`);
    if (at >= 0) ways.push({ at, weight, concept: key });
  }

  /**
   * @param {Weg[]} ways
   * @param {string} term
   */
  addBeginnings(ways, term) {
    if (term.length < 3) return;
    const { terms: known } = this.index;
    const found = [];
    for (let at = this.index.from(term); at < known.length && known[at].startsWith(term); at++) {
      if (known[at] !== term) found.push(at);
    }
    found.sort((a, b) => known[a].length - known[b].length || a - b);
    let signs = 0;
    for (const at of found.slice(0, MOST_BEGINNINGS)) {
      signs += this.index.signs(at);
      if (signs > MOST_SIGNS) return;
      ways.push({ at, weight: 0.55 * (term.length / known[at].length) + 0.15 });
    }
  }

  /**
   * A compound the index does not know, as two words it knows, the last as long as can be.
   *
   * @param {string} word
   * @param {string} term
   * @returns {Wort[]}
   */
  parts(word, term) {
    for (let cut = SHORTEST; cut <= term.length - SHORTEST; cut++) {
      const tail = stem(term.slice(cut)), last = this.direct(tail, PART);
      if (!last.length) continue;
      const head = term.slice(0, cut);
      for (const form of [head, head.replace(/s$/, ""), stem(head)]) {
        const first = this.direct(form, PART);
        if (first.length) return [{ word, term: form, ways: first }, { word, term: tail, ways: last }];
      }
    }
    return [];
  }

  /**
   * @param {Weg[]} ways
   * @param {string} term
   */
  addCorrected(ways, term) {
    this.mistyped ??= new Tippfehler(this.vocabulary());
    for (const [meant, far] of this.mistyped.closest(term)) {
      for (const way of this.direct(meant, far === 1 ? 0.5 : 0.3)) ways.push({ ...way, meant });
    }
  }

  /** @returns {Iterable<string>} every word that can be meant */
  *vocabulary() {
    for (const term of this.index.terms) if (term[0] !== "#") yield term;
    for (const term of this.concepts.single.keys()) if (this.index.at(term) < 0) yield term;
  }
}

/**
 * @param {string} term
 * @returns {string} „pflegt“, „schwänzt“: what is left of a verb without its ending; other terms as they are
 */
function bare(term) {
  return /..[^aeiou]t$/.test(term) ? stem(term.slice(0, -1)) : term;
}
