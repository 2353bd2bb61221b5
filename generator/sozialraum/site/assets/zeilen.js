// @ts-check
/**
 * What is shown of each text, column by column; sozialraum/site/search_rows.py
 * writes it. Of ten thousand texts a few are shown, so cells are read when asked for.
 *
 * @typedef {{ worte: string[], je: string }} Liste what repeats, and the number of each text's
 *
 * @typedef {object} ZeilenData
 * @property {number} anzahl
 * @property {string[]} gruppen titles of the groups, in the order of the support sequence
 * @property {string} gruppe
 * @property {string} name a line per text: "" where it follows from the title
 * @property {string} titel
 * @property {string} kurz
 * @property {Liste} ordner
 * @property {Liste} ort
 * @property {Liste} hinweis
 * @property {string} zeiten a cell per line
 * @property {(import("./zeiten.js").Zeiten & { text: string })[]} besondere hours that do not fit a cell
 * @property {number} erster ordinal of the first day of `geprueft`
 * @property {string} geprueft days from there, counted from 1; 0 for never
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

import { Spalte } from "./spalten.js";
import { dayOf } from "./tage.js";
import { hours } from "./woche.js";

export class Zeilen {
  /** @param {ZeilenData} data */
  constructor(data) {
    const column = (/** @type {string} */ written) => new Spalte(written, data.anzahl);
    this.data = data;
    this.groups = data.gruppen;
    this.names = data.name.split("\n");
    this.titles = data.titel.split("\n");
    this.shorts = data.kurz.split("\n");
    this.cells = data.zeiten.split("\n");
    this.columns = {
      gruppe: column(data.gruppe), geprueft: column(data.geprueft),
      ordner: column(data.ordner.je), ort: column(data.ort.je), hinweis: column(data.hinweis.je),
    };
  }

  /**
   * @param {number} text its number in the index
   * @returns {Zeile}
   */
  at(text) {
    const name = this.name(text), folder = this.word("ordner", text), day = this.day(text);
    return {
      name,
      seite: folder ? `${folder}/${name}.html` : `${name}.html`,
      titel: this.titles[text],
      kurz: this.shorts[text],
      ort: this.word("ort", text),
      zeiten: hours(this.cells[text], this.data.besondere),
      hinweis: this.word("hinweis", text),
      geprueft: day ? dayOf(day) : "",
      gruppe: this.group(text),
    };
  }

  /**
   * @param {"ordner" | "ort" | "hinweis"} column
   * @param {number} text
   */
  word(column, text) {
    return this.data[column].worte[this.columns[column].at(text)];
  }

  /**
   * @param {number} text
   * @returns {string} the id of a record
   */
  name(text) {
    return named(this.names[text], this.titles[text]);
  }

  /**
   * @param {number} text
   * @returns {number} ordinal of the day it was verified, as Python counts days; 0 for never
   */
  day(text) {
    const days = this.columns.geprueft.at(text);
    return days && days + this.data.erster - 1;
  }

  /** @returns {Int32Array} that day of every text */
  days() {
    const { erster } = this.data;
    return Int32Array.from(this.columns.geprueft.all(), (days) => days && days + erster - 1);
  }

  /** @param {number} text */
  group(text) {
    return this.columns.gruppe.at(text);
  }
}

/**
 * @param {string} cell a name, or behind a slash its words: those of the title by capital letters; "" for all of them
 * @param {string} title
 * @returns {string} the id: "/C-A-ost" of „Café am Markt“ → markt-cafe-ost
 */
export function named(cell, title) {
  if (!cell) return expected(title);
  if (!cell.startsWith("/")) return cell;
  const words = expected(title).split("-");
  return cell.slice(1).replace(/[A-Z]/g, (letter) => words[letter.charCodeAt(0) - 65]);
}

/**
 * @param {string} title
 * @returns {string} the id of most titles, „Café am Markt“ → cafe-am-markt; search_rows.py writes out where it is another
 */
function expected(title) {
  const plain = title.toLowerCase().replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss");
  return plain.replace(/[–„“]/g, "").split(/[^a-z0-9]+/).filter(Boolean).join("-");
}
