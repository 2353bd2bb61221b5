// @ts-check
/**
 * What a text is worth for a query: for each word what its best term is worth.
 *
 * @typedef {object} Weg how a word of the query reached a term
 * @property {number} at position of the term
 * @property {number} weight
 * @property {string} [concept] key of the concept that led there
 * @property {string} [meant] term that was probably meant
 *
 * @typedef {object} Wort a word of the query
 * @property {string} word as typed, in small letters
 * @property {string} term
 * @property {Weg[]} ways
 *
 * @typedef {object} Fund
 * @property {number} text number of the text
 * @property {number} score
 * @property {number} words how many words of the query it has
 *
 * @typedef {import("./verzeichnis.js").Verzeichnis} Verzeichnis
 */

/** Weight from which on a way is more than a beginning or a guess. */
export const PART = 0.5;
const BONUS = 0.16; // For every word of the query a text has, however common the word is.

/**
 * @param {Verzeichnis} index
 * @param {Wort[]} words
 * @returns {Fund[]} the best text first
 */
export function rank(index, words) {
  const { count } = index;
  const score = new Float32Array(count), best = new Float32Array(count), matched = new Uint8Array(count);
  const rarest = rarity(count, 1);
  const all = [];
  for (const { ways } of words) {
    const touched = [];
    const having = Math.max(1, ...ways.map(({ at, weight }) => (weight >= PART ? index.postings(at).texts.length : 0)));
    for (const { at, weight } of ways) {
      const { texts, levels } = index.postings(at);
      const each = (weight * rarity(count, Math.max(having, texts.length))) / rarest / 10;
      for (let i = 0; i < texts.length; i++) {
        const text = texts[i], value = each * (levels[i] + 1);
        if (best[text] === 0) touched.push(text);
        if (value > best[text]) best[text] = value;
      }
    }
    for (const text of touched) {
      if (matched[text]++ === 0) all.push(text);
      score[text] += best[text] + BONUS;
      best[text] = 0;
    }
  }
  all.sort((a, b) => score[b] - score[a] || a - b);
  return all.map((text) => ({ text, score: score[text], words: matched[text] }));
}

/**
 * @param {number} count
 * @param {number} having texts that have a term; a word with several ways is as common as the most common of them
 */
function rarity(count, having) {
  return Math.log(1 + (count - having + 0.5) / (having + 0.5));
}

/**
 * @param {Verzeichnis} index
 * @param {Weg[]} ways
 * @param {number} text
 * @returns {Weg | undefined} the way on which a word of the query best reached a text
 */
export function bestWay(index, ways, text) {
  let best, most = 0;
  for (const way of ways) {
    const { texts, levels } = index.postings(way.at);
    const value = way.weight * ((levels[texts.indexOf(text)] ?? -1) + 1);
    if (value > most) [best, most] = [way, value];
  }
  return best;
}
