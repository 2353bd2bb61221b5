// @ts-check
/**
 * From a query to texts: every word of the query finds terms of the index, by
 * itself, by its beginning, by what it means, by its parts, or with a letter
 * wrong.
 *
 * @typedef {import("./rang.js").Weg} Weg
 * @typedef {import("./rang.js").Wort} Wort
 */

import { terms } from "./deutsch.js";
import { rank } from "./rang.js";
import { SHORTEST, Tippfehler } from "./tippfehler.js";
import { bare, cuts, halves, together } from "./wortteile.js";

const EXACT = 1, MEANING = 0.8, PHRASE = 1, VERB = 0.7, PART = 0.6, PLACE = 0.6;
const JOINED = 0.9, MOST_JOINED = 6; // Words of a query that are tried together.
const MOST_FEW = 10; // Texts that a word may have and still say much, however small the handbook is.
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
    this.addCompounds(words);
    this.placesLess(words);
    return words;
  }

  /** @param {Wort[]} words two of which are one where they are written together: „Wohnung für Senioren“ */
  addCompounds(words) {
    const some = words.slice(0, MOST_JOINED);
    for (const [first, last] of some.flatMap((a) => some.filter(({ word }) => word !== a.word).map((b) => [a, b]))) {
      const found = together(first.term, last.word).flatMap((term) => this.direct(term, JOINED));
      for (const { ways } of [first, last]) ways.push(...found.map((way) => ({ ...way })));
    }
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
    const verb = bare(term), asVerb = verb === term ? [] : this.direct(verb, VERB);
    ways.push(...asVerb);
    if (verb !== term && !asVerb.length) this.addBeginnings(ways, verb);
    const parts = ways.length < ENOUGH ? this.parts(word, term) : [];
    if (parts.length) return ways.length ? [{ word, term, ways }, ...parts] : parts;
    if (ways.length < ENOUGH && term.length >= SHORTEST && !this.concepts.said.has(term)) this.addCorrected(ways, term);
    return [{ word, term, ways: ways.length ? ways : this.half(term) }];
  }

  /** @param {string} term @returns {Weg[]} of a word that nobody knows, its longer half if that is known and says much: „Bibliothekarin“ */
  half(term) {
    for (const part of halves(term)) {
      const ways = this.direct(part, PART);
      if (ways.some(({ at }) => this.index.postings(at).texts.length > Math.max(MOST_FEW, this.index.count / 10))) return [];
      if (ways.length) return ways;
    }
    return [];
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
   * A compound the index does not know, as two words it knows.
   *
   * @param {string} word
   * @param {string} term
   * @returns {Wort[]}
   */
  parts(word, term) {
    for (const { heads, tail } of cuts(term)) {
      const last = this.direct(tail, PART);
      for (const form of last.length ? heads : []) {
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
