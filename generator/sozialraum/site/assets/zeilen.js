// @ts-check
/**
 * What is shown of each text. `_table` in sozialraum/site/search.py writes it.
 *
 * @typedef {object} ZeilenData
 * @property {string[]} ordner
 * @property {string[]} ort
 * @property {(import("./zeiten.js").Zeiten | null)[]} zeiten
 * @property {string[]} hinweis
 * @property {string[]} gruppen titles of the groups, in the order of the support sequence
 * @property {string} zeilen a line per text: name, title, one line, positions in the lists, day verified, group
 *
 * @typedef {object} Zeile
 * @property {string} name the id of a record
 * @property {string} seite from the root of the site
 * @property {string} titel
 * @property {string} kurz
 * @property {string} ort
 * @property {import("./zeiten.js").Zeiten | null} zeiten
 * @property {string} hinweis
 * @property {string} geprueft ISO 8601 or ""
 * @property {number} gruppe
 */

export class Zeilen {
  /** @param {ZeilenData} data */
  constructor(data) {
    this.data = data;
    this.groups = data.gruppen;
    this.lines = data.zeilen.split("\n");
  }

  /**
   * @param {number} text its number in the index
   * @returns {Zeile}
   */
  at(text) {
    const [name, titel, kurz, ordner, ort, zeiten, hinweis, day, gruppe] = this.lines[text].split("\t");
    const { data } = this;
    const own = name || slug(titel);
    const folder = data.ordner[Number(ordner)];
    return {
      name: own,
      seite: folder ? `${folder}/${own}.html` : `${own}.html`,
      titel,
      kurz,
      ort: data.ort[Number(ort)],
      zeiten: data.zeiten[Number(zeiten)],
      hinweis: data.hinweis[Number(hinweis)],
      geprueft: day ? `20${day.slice(0, 2)}-${day.slice(2, 4)}-${day.slice(4)}` : "",
      gruppe: Number(gruppe),
    };
  }

  /**
   * @param {number} text
   * @returns {string} the id of a record, without reading the rest
   */
  name(text) {
    const line = this.lines[text];
    const end = line.indexOf("\t");
    return line.slice(0, end) || slug(line.slice(end + 1, line.indexOf("\t", end + 1)));
  }

  /**
   * @param {number} text
   * @returns {{ name: string, titel: string, kurz: string, day: string }} what needs no list; day as "260630"
   */
  plain(text) {
    const [name, titel, kurz, , , , , day] = this.lines[text].split("\t");
    return { name: name || slug(titel), titel, kurz, day };
  }

  /**
   * @param {number} text
   * @returns {number} the group of a text, without reading the rest
   */
  group(text) {
    const line = this.lines[text];
    return Number(line.slice(line.lastIndexOf("\t") + 1));
  }
}

/**
 * @param {string} title
 * @returns {string} the id people would expect: „Café am Markt“ → cafe-am-markt
 */
export function slug(title) {
  const plain = title.toLowerCase().replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss");
  return plain.replace(/[–„“]/g, "").split(/[^a-z0-9]+/).filter(Boolean).join("-");
}
