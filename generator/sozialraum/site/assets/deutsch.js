// @ts-check
/**
 * German words made comparable, as sozialraum/search/german.py does it for the
 * index: folded, stemmed, without the words every sentence has.
 */

const WORD = /[\p{L}\p{N}]+/gu;
const LETTER = /(?<![\p{L}\p{N}])((?!\p{Nd})[\p{L}\p{N}])-(?=(?!\p{Nd})[\p{L}\p{N}])/gu; // One word with what follows: P-Konto, E-Mail.
const PLAIN = /^[a-z0-9]*$/;

/**
 * @param {string} word
 * @returns {string} small letters without accents; ä, ae and a, ß and ss are the same
 */
export function fold(word) {
  const lower = word.toLowerCase();
  const small = PLAIN.test(lower) ? lower : lower.replaceAll("ß", "ss").normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return small.replace(/ae|oe|(?<![aeiouq])ue/g, (found) => found[0]);
}

/**
 * @param {string} word folded
 * @returns {string} without its ending, lightly: what remains need not be a word
 */
export function stem(word) {
  if (word.length > 7 && word.endsWith("innen")) word = word.slice(0, -5);
  else if (word.length > 6 && /(?:er|t|d)in$/.test(word)) word = word.slice(0, -2);
  return second(first(word));
}

/** @param {string} word */
function first(word) {
  if (word.length > 5 && word.endsWith("ern")) return word.slice(0, -3);
  if (word.length > 4 && /(?:em|en|er|es)$/.test(word)) return word.slice(0, -2);
  if (word.length > 4 && /(?:e|[bdfghklmnt]s)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** @param {string} word */
function second(word) {
  return word.length > 5 && /(?:en|er)$/.test(word) ? word.slice(0, -2) : word;
}

/**
 * @param {string} text
 * @returns {string[]} the words in small letters, not yet folded
 */
export function words(text) {
  return plain(text).toLowerCase().match(WORD) ?? [];
}

/** @param {string} text */
function plain(text) {
  return text.replaceAll("\u00ad", "").normalize("NFC").replace(LETTER, "$1");
}

/**
 * @param {string} text
 * @returns {Map<string, string>} each word of `words` with its capitals as they were typed
 */
export function spelled(text) {
  const typed = plain(text);
  return new Map([...typed.toLowerCase().matchAll(WORD)].map(({ 0: word, index }) => [word, typed.slice(index, index + word.length)]));
}

/**
 * @param {string} text
 * @param {Set<string>} stop folded words that are not searched
 * @returns {{ word: string, term: string }[]} the words of a text that are searched, with their terms
 */
export function terms(text, stop) {
  const found = [];
  for (const word of words(text)) {
    const folded = fold(word);
    if (folded.length > 1 && !stop.has(folded)) found.push({ word, term: stem(folded) });
  }
  return found;
}
