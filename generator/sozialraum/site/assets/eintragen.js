// @ts-check
/** The forms of „Eintragen“: check, show what would be written, hand it over. Nothing leaves the browser by itself. */

import { editAddress, issueAddress, mailAddress, newAddress } from "./adressen.js";
import { complaint, trimmed } from "./regeln.js";
import { button, copied, saved, way } from "./weitergeben.js";
import { frontMatter, nested, recordText, slug } from "./schreiben.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLFieldSetElement} Feld */
/** @typedef {{ titel: string, text: string, pfad: string, datei: string, dazu: string, neu: boolean }} Ergebnis */

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const root = byId("sr-eintragen");
const known = JSON.parse(byId("sr-eintragen-daten").textContent ?? "");
const taken = new Set(/** @type {any} */ (globalThis).sozialraumDaten?.kennungen);
const query = new URLSearchParams(location.search);
const record = /^[a-z]+\/[a-z0-9-]+$/.test(query.get("eintrag") ?? "") ? /** @type {string} */ (query.get("eintrag")) : "";
/** @type {string[]} */
const facts = own(known.fakten, record.split("/")[0]) ?? [];
const proof = /^[0-9a-f]{12}$/.test(query.get("nachweis") ?? "") ? query.get("nachweis") : "";
const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
const say = (/** @type {string} */ sentence) => { find("[data-getan]").textContent = sentence; };
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date());

/** @type {Record<string, (form: HTMLFormElement) => Ergebnis>} */
const RESULTS = {
  neu(form) {
    const given = new Map([["status", known.status], ["angelegt_am", today()], ["geprueft_am", today()], ...values(form)]);
    const ordered = known.reihenfolge.filter((/** @type {string} */ name) => given.has(name)).map((/** @type {string} */ name) => [name, given.get(name)]);
    const text = recordText(nested(ordered), /** @type {HTMLTextAreaElement} */ (find("[data-text]")).value);
    const name = free(slug(String(given.get("titel"))) || "ressource");
    return { titel: `Neuer Eintrag: ${given.get("titel")}`, text, pfad: `ressourcen/${name}.md`, datei: `${name}.md`, dazu: `Eine neue Datei: ressourcen/${name}.md`, neu: true };
  },
  pruefen(form) {
    const said = values(form);
    const changed = said.filter(([field]) => !field.startsWith("geprueft."));
    const holds = proof && !changed.some(([field]) => facts.includes(field.split(".")[0]));
    const verified = [["geprueft.am", today()], ...said.filter(([field]) => field.startsWith("geprueft.")), ...(holds ? [["geprueft.nachweis", proof]] : [])];
    const text = frontMatter(nested([...verified, ...changed]));
    const name = changed.length ? "Geändert" : "Stimmt noch";
    const dazu = `In ${record}.md ersetzen diese Zeilen die gleichnamigen; geprueft steht anstelle von geprueft_am. Alles andere bleibt.`;
    return { titel: `${name}: ${record}`, text, pfad: `${record}.md`, datei: "aenderung.txt", dazu, neu: false };
  },
  wahrnehmung(form) {
    const team = /** @type {HTMLSelectElement} */ (find("[data-team]")).value;
    const question = /** @type {HTMLSelectElement} */ (find("[data-frage]")).value;
    const place = known.runden.includes(question) ? `${question}.extern` : question;
    const entry = nested(values(form));
    const text = frontMatter(nested([[`top_einzelfallunspezifisch.${place}`, [entry]]]));
    const dazu = `Für das nächste Protokoll von ${team}; steht die Frage dort schon, kommt nur der Punkt mit dem Strich dazu.`;
    return { titel: `Wahrnehmung für ${team}`, text, pfad: own(known.offen, team) ?? "", datei: "wahrnehmung.txt", dazu, neu: false };
  },
};

for (const [name, result] of Object.entries(RESULTS)) {
  const form = /** @type {HTMLFormElement} */ (byId(`sr-${name}`));
  form.hidden = query.get("was") !== name;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isRight(form)) show(result(form));
  });
  form.addEventListener("input", () => { byId("sr-fertig").hidden = true; });
}
find(".sr-wahl").hidden = false;
find(`[data-was="${CSS.escape(query.get("was") ?? "")}"]`)?.setAttribute("aria-current", "page");
if (record) {
  find("[data-ohne-eintrag]").hidden = true;
  find("[data-mit-eintrag]").hidden = false;
  find("[data-eintrag]").textContent = record;
  let changeable = false;
  for (const field of fields(byId("sr-pruefen"))) {
    const name = (field.dataset.name ?? "").split(".")[0];
    const own = facts.includes(name) || (name === "status" && record.startsWith("ressourcen/"));
    /** @type {HTMLElement} */ (field.closest(".sr-eingabe")).hidden = !own && name !== "geprueft";
    changeable ||= own;
  }
  find("[data-aendern]").hidden = !changeable;
}
for (const field of fields(byId("sr-neu"))) {
  const value = query.get(field.dataset.name ?? "");
  if (value === null) continue;
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (field.querySelectorAll("input"));
  if (field instanceof HTMLFieldSetElement) boxes.forEach((box) => { box.checked = value.split(",").includes(box.value); });
  else field.value = value;
}

/**
 * @param {ParentNode} form
 * @returns {Feld[]}
 */
function fields(form) {
  return [.../** @type {NodeListOf<Feld>} */ (form.querySelectorAll("[data-name], [data-team]"))];
}

/**
 * @param {Feld} field
 * @returns {string[]} what was typed or chosen
 */
function written(field) {
  if (field instanceof HTMLFieldSetElement) return [...field.querySelectorAll("input")].filter((box) => box.checked).map((box) => box.value);
  const texts = "viele" in field.dataset ? field.value.split(",") : [field.value];
  return texts.map(trimmed).filter(Boolean);
}

/**
 * @param {ParentNode} form
 * @returns {[string, any][]}
 */
function values(form) {
  return fields(form).filter((field) => field.dataset.name && written(field).length)
    .map((field) => [field.dataset.name ?? "", "viele" in field.dataset ? written(field) : written(field)[0]]);
}

/**
 * @param {HTMLFormElement} form
 * @returns {boolean} whether nothing has to be mended; else it is said at the fields, and the first gets the focus
 */
function isRight(form) {
  const wrong = fields(form).filter((field) => {
    const texts = written(field);
    const rule = known.regeln[field.dataset.art ?? ""];
    const sentence = !texts.length ? ("pflicht" in field.dataset ? "Diese Angabe wird gebraucht." : "")
      : rule ? texts.map((text) => complaint(rule, text, known.unerlaubt)).find(Boolean) ?? "" : "";
    mark(field, sentence);
    return sentence;
  });
  byId("sr-meldung").textContent = wrong.length === 1 ? "Eine Angabe fehlt noch oder stimmt nicht." : wrong.length ? `${wrong.length} Angaben fehlen noch oder stimmen nicht.` : "";
  const details = wrong[0]?.closest("details");
  if (details) details.open = true;
  wrong[0]?.focus();
  return !wrong.length;
}

/**
 * @param {Feld} field
 * @param {string} sentence
 */
function mark(field, sentence) {
  const id = `${field.id}-fehler`, help = document.getElementById(`${field.id}-hilfe`)?.id ?? "";
  document.getElementById(id)?.remove();
  field.toggleAttribute("aria-invalid", false);
  if (help) field.setAttribute("aria-describedby", help);
  else field.removeAttribute("aria-describedby");
  if (!sentence) return;
  const said = document.createElement("p");
  said.id = id;
  said.className = "sr-fehler";
  said.textContent = sentence;
  field.before(said);
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", `${id} ${help}`.trim());
}

/** @param {Ergebnis} made */
function show(made) {
  const open = fields(root).filter((field) => written(field).length && known.regeln[field.dataset.art ?? ""]?.genau === false);
  find("[data-dazu]").textContent = made.dazu;
  find("[data-ergebnis]").textContent = made.text;
  find("[data-nachsehen]").textContent = open.length ? "Telefonnummern, Webadressen, Sprachen und Zeiten sieht sich die Prüfung nach dem Vorschlagen noch genauer an." : "";
  const body = `${made.dazu}\n\n${made.text}`;
  find("[data-wege]").replaceChildren(...[
    made.neu ? way(beginning(made), newAddress(known.ablage, made.pfad, made.text)) : way("Datei in der Ablage öffnen", made.pfad && editAddress(known.ablage, made.pfad)),
    made.neu ? null : way("Als Meldung in die Ablage", issueAddress(known.ablage, made.titel, `${made.dazu}\n\n\`\`\`yaml\n${made.text}\`\`\`\n`)),
    button("Text kopieren", async () => say(await copied(find("[data-ergebnis]")))),
    button("Herunterladen", () => say(saved(made.datei, made.text))),
    way("Per Mail schicken", mailAddress(known.ablage, made.titel, body)),
  ].filter((each) => each !== null));
  say("");
  byId("sr-fertig").hidden = false;
  byId("sr-fertig").focus();
}

/** @param {Ergebnis} made */
function beginning(made) {
  const empty = newAddress(known.ablage, made.pfad, "");
  const taken = newAddress(known.ablage, made.pfad, made.text).length > empty.length;
  return taken ? "In der Ablage anlegen" : "In der Ablage anlegen (Text vorher kopieren)";
}

/** What a table says under a name; nothing where the name is one that every object knows (`constructor`). @param {any} table @param {string} name */
function own(table, name) {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** @param {string} name */
function free(name) {
  let found = name;
  for (let number = 2; taken.has(found); number++) found = `${name}-${number}`;
  return found;
}
