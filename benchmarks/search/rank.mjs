// Reads {index, begriffe, places, queries} from stdin; writes for each query the numbers of the best texts.
import { readFileSync } from "node:fs";
const assets = new URL(`file://${process.argv[2]}/`);
const { Begriffe } = await import(new URL("begriffe.js", assets));
const { Nachbarn } = await import(new URL("nachbarn.js", assets));
const { Suche } = await import(new URL("treffer.js", assets));
const { Verzeichnis } = await import(new URL("verzeichnis.js", assets));
const { index, begriffe, places, queries, most } = JSON.parse(readFileSync(0, "utf8"));
const known = new Verzeichnis(index);
const around = new Nachbarn(Object.fromEntries(places.map((_, place) => [place, []])), { titles: places }, known.stop);
const search = new Suche(known, new Begriffe(begriffe, known.stop), around.places);
console.log(JSON.stringify(queries.map((query) => search.find(query).found.slice(0, most).map(({ text }) => text))));
