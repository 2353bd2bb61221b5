// @ts-check
/**
 * The Ressourcenfinder and the Sozialraumkarte: one page in two arrangements,
 * one state, kept in the address. Nothing is remembered anywhere else.
 *
 * @typedef {import("./zustand.js").Zustand} Zustand
 */

import { chosen } from "./anfrage.js";
import { data as load, script } from "./daten.js";
import { columns, evaluate } from "./facetten.js";
import { read, write, writeCounts } from "./formular.js";
import { finderData } from "./finderdaten.js";
import { Finderkarte } from "./finderkarte.js";
import { chips, emptyOffers, statement } from "./finderworte.js";
import { afterPaint } from "./malen.js";
import { distanceBar, ordered, textBar, timeBar } from "./sperren.js";
import { Textsuche } from "./textsuche.js";
import { Trefferliste } from "./trefferliste.js";
import { centre, named } from "./umkreis.js";
import { holidaysOfPage, inGermany, todaySentence } from "./zeiten.js";
import { format, parse, toggled, withoutFilters } from "./zustand.js";

const TYPING = 150;
const STILL = 300; // Milliseconds without a move before the address follows the map.
const WIDE = matchMedia("(min-width: 60em)");

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

class Finder {
  /** @param {any} data */
  constructor(data) {
    this.data = data;
    const [today, now] = inGermany(new Date());
    this.clock = { today, now, holidays: holidaysOfPage() };
    this.facets = columns(data, today);
    this.search = new Textsuche(data.zeile, () => this.render());
    this.form = /** @type {HTMLFormElement} */ (byId("filter"));
    this.list = new Trefferliste(byId("finder-liste"), /** @type {HTMLButtonElement} */ (byId("finder-mehr")), /** @type {HTMLTemplateElement} */ (byId("vorlage-treffer")));
    this.state = parse(chosen(location));
    /** @type {number[]} */
    this.hits = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.moving = undefined;
    this.map = new Finderkarte(data, this.wishes());
    this.listen();
    this.render();
  }

  listen() {
    let typing = 0;
    this.form.addEventListener("input", (event) => {
      const field = /** @type {HTMLInputElement} */ (event.target);
      clearTimeout(typing);
      if (field.name === "q") typing = window.setTimeout(() => this.become(read(this.form, this.state), { quiet: true }), TYPING);
      else this.become(read(this.form, this.state));
    });
    /** @type {HTMLElement} */ (this.form.elements.namedItem("q")).addEventListener("focus", () => this.search.load());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    byId("finder").addEventListener("click", (event) => this.clicked(/** @type {Element} */ (event.target)));
    const back = () => {
      if (location.hash && !location.hash.includes("=")) return;
      this.state = parse(chosen(location));
      this.render();
    };
    addEventListener("popstate", back);
  }

  /** @param {Element} target */
  clicked(target) {
    const button = target.closest("button, [data-sprung]");
    if (!button) return;
    const wanted = button.getAttribute("data-zustand");
    const file = button.getAttribute("data-datei");
    if (button.classList.contains("sr-merken")) this.keep(/** @type {HTMLButtonElement} */ (button));
    else if (wanted !== null) this.become(parse(wanted), { focus: true });
    else if (button.classList.contains("sr-leeren")) this.become(withoutFilters(this.state), { focus: true });
    else if (button.id === "merken-leeren") this.become({ ...this.state, merken: [] }, { focus: true });
    else if (file) this.takeAlong(file);
    else if (button.id === "karte-zeigen") this.map.open(this.state.karte);
  }

  /** @param {string} kind */
  async takeAlong(kind) {
    await script("assets/sozialraum/mitnehmen.js");
    /** @type {any} */ (globalThis).sozialraumMitnehmen(kind, this.data, this.hits);
  }

  /** @param {HTMLButtonElement} button */
  keep(button) {
    const record = Number(button.closest("[data-nummer]")?.getAttribute("data-nummer"));
    this.state = { ...this.state, merken: toggled(this.state.merken, this.data.satz(record).id) };
    this.remember({ quiet: true });
    this.list.keep(record, this.state.merken);
    this.showKept();
  }

  /**
   * @param {Zustand} state
   * @param {{ quiet?: boolean, focus?: boolean }} [how] quiet: no step for the back button; focus: to the count, for the control is gone
   */
  become(state, how = {}) {
    this.state = state;
    this.remember(how);
    this.render();
    if (how.focus) byId("finder-stand").focus();
  }

  /** @param {{ quiet?: boolean }} how */
  remember({ quiet }) {
    const written = format(this.state);
    const address = `${location.pathname}${written ? `#${written}` : location.search ? "" : "#"}`;
    if (quiet) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }

  render() {
    const { data, state } = this;
    const found = this.search.find(state.q);
    const time = timeBar(data, state, this.clock);
    const far = distanceBar(data, state, centre(this.form, data, Finderkarte.district, state.bei));
    const bars = [time?.bar, far?.bar, textBar(data.anzahl, found)].filter((bar) => bar !== undefined && bar !== null);
    const result = evaluate(this.facets, state.wahl, bars);
    this.hits = ordered(result.treffer, data.lebenswelt, found, far?.km ?? null);
    write(this.form, state);
    writeCounts(this.form, result.zahlen, this.facets);
    const heute = (/** @type {number} */ record) => this.today(record);
    this.list.show(this.hits, { data, merken: state.merken, km: far?.km ?? null, heute });
    const unclear = { zeit: time?.unklar(result.klassen.zeit) ?? 0, bei: result.klassen.bei?.[2] ?? 0 };
    byId("finder-stand").textContent = statement(this.hits, data);
    byId("finder-gefahr").replaceChildren(...this.search.warnings(state.q));
    byId("finder-gewaehlt").replaceChildren(...chips(state, this.facets, named(this.form, state.bei)));
    emptyOffers(state, result.allein, this.hits.length, unclear);
    this.showKept();
    const { thema } = state.wahl;
    this.map.show(this.hits, thema.length === 1 ? thema[0] : null);
    for (const link of document.querySelectorAll("[data-mit-zustand]")) {
      /** @type {HTMLAnchorElement} */ (link).href = `${link.getAttribute("data-mit-zustand")}#${format(state)}`;
    }
  }

  /** @param {number} record */
  today(record) {
    const { zeiten: hours } = this.data.satz(record);
    return hours ? todaySentence(hours, this.clock.today, this.clock.now, this.clock.holidays) : "";
  }

  showKept() {
    const kept = this.state.merken.length;
    byId("merkzettel").hidden = kept === 0;
    byId("merken-zahl").textContent = kept === 1 ? "1 gemerkt" : `${kept} gemerkt`;
    /** @type {HTMLAnchorElement} */ (byId("merken-handzettel")).href = `handzettel.html#merken=${this.state.merken.join(",")}`;
  }

  /** @returns {import("./kartenansicht.js").Anliegen} */
  wishes() {
    return {
      bewegt: (view) => {
        this.state = { ...this.state, karte: view };
        clearTimeout(this.moving);
        this.moving = setTimeout(() => this.remember({ quiet: true }), STILL);
      },
      blase: (record) => this.list.entry(record),
      gehaeuft: (records) => {
        this.list.show(records, { .../** @type {any} */ (this.list.with) });
        byId("finder-stand").textContent = `${records.length} Ressourcen an dieser Stelle.`;
        byId("finder-stand").focus();
      },
    };
  }
}

async function start() {
  const page = byId("finder");
  document.documentElement.classList.add("sr-mit-skript");
  byId("finder-raster").hidden = false;
  /** @type {HTMLDetailsElement} */ (byId("filter-alle")).open = WIDE.matches;
  byId("karte-sprung").addEventListener("click", (event) => {
    event.preventDefault();
    byId("nach-der-karte").focus();
  });
  const [data] = await Promise.all([finderData(), load("karte")]);
  const finder = new Finder(data);
  if (WIDE.matches || page.getAttribute("data-ansicht") === "karte") afterPaint(() => finder.map.open(finder.state.karte));
}

if (typeof document !== "undefined") start();
