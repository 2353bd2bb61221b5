// MiniSearch with the settings its documentation recommends: prefix and fuzzy search, the title boosted.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const MiniSearch = createRequire(process.argv[2])("minisearch");
const { documents, queries, most } = JSON.parse(readFileSync(0, "utf8"));
const index = new MiniSearch({ fields: ["title", "text"], searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true } });
index.addAll(documents.map(([title, text], id) => ({ id, title, text })));
console.log(JSON.stringify(queries.map((query) => index.search(query).slice(0, most).map(({ id }) => id))));
