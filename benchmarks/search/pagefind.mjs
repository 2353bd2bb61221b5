// Pagefind's own script, run outside a browser on the index its program has written to a folder.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const folder = pathToFileURL(`${process.argv[2]}/`);
globalThis.fetch = async (address) => new Response(readFileSync(new URL(String(address).split("?")[0], folder)));
const pagefind = await import(new URL("pagefind.js", folder));
await pagefind.options({ basePath: folder.href, baseUrl: "/" });
await pagefind.init("de");
const { queries, most, anyWord } = JSON.parse(readFileSync(0, "utf8"));

// Pagefind shows only pages that have every word of a query, so whole sentences find nothing. `anyWord` is what one
// could build around it: each word searched by itself, the scores of a page added up.
const found = new Map();
const search = async (/** @type {string} */ words) => {
  if (!found.has(words)) found.set(words, (await pagefind.search(words)).results);
  return found.get(words);
};
const ranked = async (/** @type {string} */ query) => {
  if (!anyWord) return search(query);
  const pages = new Map();
  for (const word of new Set(query.match(/[\p{L}\p{N}]{3,}/gu) ?? [])) {
    for (const page of await search(word)) {
      const known = pages.get(page.id) ?? { page, score: 0 };
      known.score += page.score;
      pages.set(page.id, known);
    }
  }
  return [...pages.values()].sort((a, b) => b.score - a.score).map(({ page }) => page);
};
const ranking = [];
for (const query of queries) {
  const data = await Promise.all((await ranked(query)).slice(0, most).map((each) => each.data()));
  ranking.push(data.map(({ meta }) => Number(meta.number)));
}
console.log(JSON.stringify(ranking));
