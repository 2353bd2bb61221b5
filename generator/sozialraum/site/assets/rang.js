// @ts-check
/**
 * What a text is worth for a query: for each word what its best term is worth.
 * Every key asks for it, so it runs over arrays of numbers, and only what is worth
 * showing is sorted.
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
 *
 * @typedef {object} Rangfolge
 * @property {Fund[]} found the best text first
 * @property {Uint16Array[]} via per word of the query: text → 1 + which of its ways best reached it, 0 for none
 *
 * @typedef {import("./verzeichnis.js").Verzeichnis} Verzeichnis
 */

const SURE = 0.5; // Weight from which on a way is more than a beginning or a guess.

/**
 * @param {Verzeichnis} index
 * @param {Wort[]} words
 * @param {number} worth share of the best score a text must have
 * @returns {Rangfolge}
 */
export function rank(index, words, worth) {
  const { count } = index;
  const score = new Float32Array(count), best = new Float32Array(count);
  const rarest = rarity(count, 1);
  const all = [];
  const via = [];
  for (const { ways } of words) {
    const reached = new Uint16Array(count);
    const touched = [];
    const having = commonest(index, ways);
    for (let way = 0; way < ways.length; way++) {
      const { texts, levels } = index.postings(ways[way].at);
      const each = (ways[way].weight * rarity(count, Math.max(having, texts.length))) / rarest / 10;
      for (let i = 0; i < texts.length; i++) {
        const text = texts[i], value = each * (levels[i] + 1);
        if (reached[text] === 0) touched.push(text);
        else if (value <= best[text]) continue;
        best[text] = value;
        reached[text] = way + 1;
      }
    }
    for (const text of touched) {
      if (score[text] === 0) all.push(text);
      score[text] += best[text];
    }
    via.push(reached);
  }
  return { found: inOrder(all, score, worth), via };
}

const STEPS = 2 ** 20; // Of a score that are told apart.

/**
 * Numbers sort far faster than objects: a score, and how far from the end its text stands.
 *
 * @param {number[]} all
 * @param {Float32Array} score
 * @param {number} worth
 * @returns {Fund[]}
 */
function inOrder(all, score, worth) {
  let most = 0;
  for (const text of all) if (score[text] > most) most = score[text];
  const least = most * worth, { length } = score;
  const keys = Float64Array.from(all.filter((text) => score[text] >= least), (text) => (
    Math.round((score[text] / most) * STEPS) * length + (length - 1 - text))).sort().reverse();
  return Array.from(keys, (key) => {
    const text = length - 1 - (key % length);
    return { text, score: score[text] };
  });
}

/**
 * A word with several ways is as common as the most common of them.
 *
 * @param {Verzeichnis} index
 * @param {Weg[]} ways
 */
function commonest(index, ways) {
  let most = 1;
  for (const { at, weight } of ways) if (weight >= SURE) most = Math.max(most, index.postings(at).texts.length);
  return most;
}

/**
 * @param {number} count
 * @param {number} having texts that have a term
 */
function rarity(count, having) {
  return Math.log(1 + (count - having + 0.5) / (having + 0.5));
}
