// @ts-check
/**
 * Different words for the same: „Kindergarten“ is „Kita“. The index has a term
 * for each concept, "#kita"; here a query finds out which concepts it names.
 *
 * @typedef {object} Begriff
 * @property {string} k key
 * @property {string} n name people read
 * @property {string[]} f other ways to say it, in everyday words
 * @property {string} [t] code of the Thema it belongs to
 */

import { terms } from "./deutsch.js";

/**
 * @param {string} written a line each: key, topic, name and other ways, between tabs
 * @returns {Begriff[]}
 */
export function concepts(written) {
  return written.split("\n").filter(Boolean).map((line) => {
    const [k, t, n, ...f] = line.split("\t");
    return { k, t, n, f };
  });
}

export class Begriffe {
  /**
   * @param {Begriff[]} data
   * @param {Set<string>} stop
   */
  constructor(data, stop) {
    /** @type {Map<string, Begriff>} */
    this.known = new Map(data.map((each) => [each.k, each]));
    /** @type {Map<string, Set<string>>} term → keys of the concepts it alone stands for */
    this.single = new Map();
    /** @type {Map<string, { needed: string[], key: string }[]>} longest term → forms of several words */
    this.several = new Map();
    /** @type {Set<string>} every term of those forms */
    this.said = new Set();
    for (const each of data) {
      for (const form of [each.n, ...each.f]) this.add(each.k, [...new Set(terms(form, stop).map(({ term }) => term))]);
    }
  }

  /**
   * @param {string} key
   * @param {string[]} needed
   */
  add(key, needed) {
    if (needed.length === 1) {
      const keys = this.single.get(needed[0]);
      if (keys) keys.add(key);
      else this.single.set(needed[0], new Set([key]));
    } else if (needed.length) {
      const longest = needed.reduce((a, b) => b.length > a.length ? b : a);
      const forms = this.several.get(longest);
      if (forms) forms.push({ needed, key });
      else this.several.set(longest, [{ needed, key }]);
      for (const each of needed) this.said.add(each);
    }
  }

  /**
   * @param {string[]} queried terms of a query
   * @returns {{ needed: string[], key: string }[]} the forms of several words that stand in it, in any order
   */
  among(queried) {
    const present = new Set(queried);
    const found = [];
    for (const term of present) {
      for (const form of this.several.get(term) ?? []) {
        if (form.needed.every((each) => present.has(each))) found.push(form);
      }
    }
    return found;
  }
}
