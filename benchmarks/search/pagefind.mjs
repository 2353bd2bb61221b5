// Pagefind's own script, run outside a browser on the index its program has written to a folder.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const folder = pathToFileURL(`${process.argv[2]}/`);
globalThis.fetch = async (address) => new Response(readFileSync(new URL(String(address).split("?")[0], folder)));
const pagefind = await import(new URL("pagefind.js", folder));
await pagefind.options({ basePath: folder.href, baseUrl: "/" });
await pagefind.init("de");
const { queries, most } = JSON.parse(readFileSync(0, "utf8"));
const ranking = [];
for (const query of queries) {
  const { results } = await pagefind.search(query);
  const data = await Promise.all(results.slice(0, most).map((each) => each.data()));
  ranking.push(data.map(({ meta }) => Number(meta.number)));
}
console.log(JSON.stringify(ranking));
