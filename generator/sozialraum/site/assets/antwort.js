// @ts-check
/**
 * What the handbook answers to a query: danger first, then results by the
 * support sequence with the reason of each match, or ways to go on.
 *
 * @typedef {object} Daten what the three scripts daten/suche-*.js hand over
 * @property {import("./verzeichnis.js").IndexData} suche-index
 * @property {import("./zeilen.js").ZeilenData} suche-eintraege
 * @property {Woerter} suche-woerter
 *
 * @typedef {object} Woerter
 * @property {string} begriffe a line each, as `concepts` reads them
 * @property {Record<string, string[]>} kuerzel abbreviation in small letters → meanings
 * @property {import("./gefahr.js").Notfall[]} notfall
 * @property {Record<string, string>} themen code → name
 * @property {Record<string, [number, number][]>} nachbarn as `Nachbarn` reads them
 *
 * @typedef {import("./zeilen.js").Zeile & { grund: string }} Treffer
 *
 * @typedef {object} Antwort
 * @property {import("./gefahr.js").Notfall[]} gefahren
 * @property {{ kuerzel: string, bedeutet: string[] } | null} mehrdeutig
 * @property {string} gemeint "" or what was probably meant
 * @property {{ titel: string, treffer: Treffer[], mehr: number }[]} gruppen
 * @property {number} anzahl
 * @property {{ titel: string, seite: string }[]} themen topics nearby
 * @property {import("./nachbarn.js").Nachbarschaft | null} nachbarn places around, where nothing has all that was asked
 *
 * @typedef {ReturnType<Suche["find"]>} Ergebnis
 */

import { Begriffe, concepts } from "./begriffe.js";
import { fold, spelled, stem, words } from "./deutsch.js";
import { dangers, rules } from "./gefahr.js";
import { hasAll, Nachbarn } from "./nachbarn.js";
import { Suche } from "./treffer.js";
import { Verzeichnis } from "./verzeichnis.js";
import { Zeilen } from "./zeilen.js";

const WORTH = 0.5; // Of the best score; what is further behind fits by chance.
const SCORED = 0.15; // The same, where others choose among them further.

export class Auskunft {
  /** @param {Daten} data */
  constructor(data) {
    const woerter = data["suche-woerter"];
    const known = new Verzeichnis(data["suche-index"]);
    this.zeilen = new Zeilen(data["suche-eintraege"]);
    this.woerter = woerter;
    this.nachbarn = new Nachbarn(woerter.nachbarn, this.zeilen, known.stop);
    this.suche = new Suche(known, new Begriffe(concepts(woerter.begriffe), known.stop), this.nachbarn.places);
    this.gefahren = rules(woerter.notfall);
    /** @type {Map<string, string>} the words of the last question as they were typed */
    this.typed = new Map();
  }

  /**
   * @param {string} query
   * @returns {Map<string, number>} name of each record that fits → score, the best first
   */
  scores(query) {
    const scores = new Map();
    for (const [text, score] of this.ranked(query)) { // A list of a place is named as the place is.
      if (!scores.has(this.zeilen.name(text))) scores.set(this.zeilen.name(text), score);
    }
    return scores;
  }

  /**
   * @param {string} query
   * @returns {Map<number, number>} number of each text that fits → score, the best first
   */
  ranked(query) {
    return new Map(this.suche.find(query, SCORED).found.map(({ text, score }) => [text, score]));
  }

  /** @param {string} query */
  dangers(query) {
    return dangers(query, this.gefahren);
  }

  /**
   * @param {string} query
   * @param {number} most results shown per group
   * @returns {Antwort}
   */
  answer(query, most) {
    const result = this.suche.find(query, WORTH);
    const asked = result.words;
    this.typed = spelled(query);
    return {
      gefahren: this.dangers(query),
      mehrdeutig: this.ambiguous(query),
      gemeint: this.meant(asked),
      gruppen: this.grouped(result, most),
      anzahl: result.found.length,
      themen: this.topics(asked),
      nachbarn: hasAll(result) ? null : this.nachbarn.around(asked),
    };
  }

  /**
   * @param {Ergebnis} result
   * @param {number} most
   */
  grouped({ words: asked, found, via }, most) {
    /** @type {number[][]} */
    const of = this.zeilen.groups.map(() => []);
    for (const { text } of found) of[this.zeilen.group(text)].push(text);
    return this.zeilen.groups.map((titel, i) => ({
      titel,
      treffer: of[i].slice(0, most).map((text) => ({ ...this.zeilen.at(text), grund: this.reason(asked, via, text) })),
      mehr: Math.max(0, of[i].length - most),
    })).filter(({ treffer }) => treffer.length > 0);
  }

  /**
   * @param {import("./treffer.js").Wort[]} asked
   * @param {Uint16Array[]} via
   * @param {number} text
   * @returns {string} "Kindergarten = Kita" where a text was found by what a word means
   */
  reason(asked, via, text) {
    /** @type {Map<string, string[]>} */
    const found = new Map();
    for (const [at, { word, ways }] of asked.entries()) {
      const way = ways[via[at][text] - 1];
      if (!way?.concept || way.meant) continue;
      const name = this.suche.concepts.known.get(way.concept)?.n ?? "";
      if (fold(name) !== fold(word)) found.set(name, [...(found.get(name) ?? []), this.typed.get(word) ?? word]);
    }
    return [...found].slice(0, 2).map(([name, said]) => `${said.join(" ")} = ${name}`).join(", ");
  }

  /**
   * @param {string} query
   * @returns {{ kuerzel: string, bedeutet: string[] } | null} an abbreviation that means several things
   */
  ambiguous(query) {
    for (const word of words(query)) {
      if (Object.hasOwn(this.woerter.kuerzel, word)) return { kuerzel: word.toUpperCase(), bedeutet: this.woerter.kuerzel[word] };
    }
    return null;
  }

  /**
   * @param {import("./treffer.js").Wort[]} asked
   * @returns {string} the query as it was probably meant, "" where every word is known
   */
  meant(asked) {
    let changed = false;
    const said = asked.map(({ word, ways }) => {
      const better = ways.find(({ meant }) => meant)?.meant;
      if (!better) return word;
      changed = true;
      return this.spelled(better, ways);
    });
    return changed ? [...new Set(said)].map(asTyped).join(" ") : ""; // Parts of a compound name it each.
  }

  /**
   * A term as people write it: a concept's name, or a word of a title that has it.
   *
   * @param {string} term
   * @param {import("./treffer.js").Weg[]} ways
   */
  spelled(term, ways) {
    for (const concept of this.suche.concepts.single.get(term) ?? []) {
      const known = this.suche.concepts.known.get(concept);
      const form = [known?.n ?? "", ...(known?.f ?? [])].find((each) => stem(fold(each.toLowerCase())) === term);
      if (form) return form;
    }
    for (const { at } of ways) {
      for (const text of this.suche.index.own(at).texts.subarray(0, 5)) {
        const { titel, kurz } = this.zeilen.at(text);
        const word = words(`${titel} ${kurz}`).find((each) => stem(fold(each)) === term);
        if (word) return word;
      }
    }
    return term;
  }

  /**
   * @param {import("./treffer.js").Wort[]} asked
   * @returns {{ titel: string, seite: string }[]} topics of what the words mean
   */
  topics(asked) {
    const { concepts } = this.suche;
    const keys = asked.flatMap(({ term }) => [...(concepts.single.get(term) ?? [])]);
    const several = concepts.among(asked.map(({ term }) => term)).map(({ key }) => key);
    const codes = [...several, ...keys].map((key) => concepts.known.get(key)?.t ?? "").filter((code) => Object.hasOwn(this.woerter.themen, code));
    return [...new Set(codes)].slice(0, 3).map((code) => (
      { titel: this.woerter.themen[code], seite: `themen/${code.replaceAll("_", "-")}.html` }));
  }
}

/** @param {string} word */
const asTyped = (word) => (word.length < 5 ? word.toUpperCase() : word[0].toUpperCase() + word.slice(1));
