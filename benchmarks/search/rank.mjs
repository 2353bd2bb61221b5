// Reads {index, begriffe, places, queries, right} from stdin; writes for each query what `Answer` in contenders.py says.
import { readFileSync } from "node:fs";
const assets = new URL(`file://${process.argv[2]}/`);
const { Begriffe } = await import(new URL("begriffe.js", assets));
const { Nachbarn } = await import(new URL("nachbarn.js", assets));
const { Suche } = await import(new URL("treffer.js", assets));
const { Verzeichnis } = await import(new URL("verzeichnis.js", assets));
const { index, begriffe, places, queries, right, most } = JSON.parse(readFileSync(0, "utf8"));
const known = new Verzeichnis(index);
const around = new Nachbarn(Object.fromEntries(places.map((_, place) => [place, []])), { titles: places }, known.stop);
const search = new Suche(known, new Begriffe(begriffe, known.stop), around.places);
console.log(JSON.stringify(queries.map((query, i) => {
  const { words, found, via } = search.find(query);
  const rank = found.findIndex(({ text }) => right[i].includes(text)) + 1;
  const best = rank ? found[rank - 1].text : right[i][0];
  const having = (text) => via.map((reached) => text !== undefined && reached[text] > 0);
  return [found.slice(0, most).map(({ text }) => text), rank, words.map(({ word }) => word), having(best), having(found[0]?.text)];
})));
