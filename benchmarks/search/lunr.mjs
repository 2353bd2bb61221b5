// Material's search as it comes, with `lang: de`: lunr, the German stemmer, its own query building.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const require = createRequire(process.argv[2]);
const lunr = require("lunr");
require("lunr-languages/lunr.stemmer.support")(lunr);
require("lunr-languages/lunr.de")(lunr);
const { documents, queries, most } = JSON.parse(readFileSync(0, "utf8"));
lunr.tokenizer.separator = /[\s\-]+/; // MkDocs' default for the search plugin.
const index = lunr(function () {
  this.use(lunr.de);
  // Material's default pipeline has the trimmer and the stop words, and no stemmer.
  const keep = [lunr.de.trimmer, lunr.de.stopWordFilter];
  this.pipeline.reset(); this.searchPipeline.reset();
  for (const each of keep) { this.pipeline.add(each); this.searchPipeline.add(each); }
  this.field("title", { boost: 1e3 });
  this.field("text", { boost: 1 });
  this.ref("id");
  documents.forEach(([title, text], id) => this.add({ id, title, text }));
});
const ranked = (query) => {
  // Material turns every word but the operators into a required prefix: "word*"; here as its transform does.
  const words = query.replace(/["“”„?!.,;:()~^+\-]/g, " ").split(/\s+/).filter(Boolean).map((word) => `${word}*`);
  if (!words.length) return [];
  try { return index.search(words.join(" ")).slice(0, most).map(({ ref }) => Number(ref)); } catch { return []; }
};
console.log(JSON.stringify(queries.map(ranked)));
