// @ts-check
/**
 * Suggestions below the field in the header (ARIA combobox with a listbox):
 * arrows choose, Enter opens what is chosen or the page of results, Escape closes.
 */

import { answered } from "./anfrage.js";
import { element, facts } from "./ergebnis.js";

const MOST = 3;

/**
 * @param {import("./antwort.js").Auskunft} known
 * @param {HTMLInputElement} field
 * @param {string} from the site's root
 */
export function suggest(known, field, from) {
  const list = element("ul", "sr-vorschlaege");
  const status = element("p", "sr-nur-vorlesen");
  status.setAttribute("role", "status");
  list.id = "sr-vorschlaege";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Vorschläge");
  list.hidden = true;
  field.form?.append(list, status);
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"]]) {
    field.setAttribute(name, value);
  }
  let chosen = -1;

  /** @param {number} next */
  const choose = (next) => {
    const options = [...list.children];
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = next < -1 ? options.length - 1 : next >= options.length ? -1 : next;
    options[chosen]?.setAttribute("aria-selected", "true");
    options[chosen]?.scrollIntoView({ block: "nearest" });
    if (chosen < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", options[chosen].id);
  };
  /** @param {boolean} open */
  const open = (open) => {
    list.hidden = !open;
    field.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  };
  const show = () => {
    const query = field.value.trim();
    const options = query ? offers(known.answer(query, MOST), answered(`${from}suche.html`, query), from) : [];
    chosen = -1;
    list.replaceChildren(...options.map((node, i) => {
      node.id = `sr-vorschlag-${i}`;
      return node;
    }));
    open(options.length > 0);
    status.textContent = query ? counted(options.length - 1) : "";
  };

  field.addEventListener("input", show);
  field.addEventListener("blur", () => open(false));
  field.addEventListener("focus", () => { if (field.value.trim()) show(); });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = /** @type {HTMLElement} */ (event.target).closest("li");
    if (option?.dataset.seite) location.assign(option.dataset.seite);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      open(false);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && list.children.length) {
      event.preventDefault();
      if (list.hidden) open(true);
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(/** @type {HTMLElement} */ (list.children[chosen]).dataset.seite ?? "");
    }
  });
  if (document.activeElement === field && field.value.trim()) show();
}

/** @param {number} count of suggestions, without the line that leads on */
function counted(count) {
  return count === 0 ? "Nichts gefunden" : count === 1 ? "1 Vorschlag" : `${count} Vorschläge`;
}

/**
 * @param {import("./antwort.js").Antwort} answer
 * @param {string} all address of the page of results
 * @param {string} from
 * @returns {HTMLElement[]}
 */
function offers(answer, all, from) {
  const found = answer.gruppen.flatMap(({ titel, treffer }) => treffer.map((each) => ({ ...each, group: titel }))).slice(0, 8);
  const made = [
    ...answer.gefahren.map((each) => option(all, "sr-vorschlag--gefahr", each.name, each.nummern.slice(0, 2).join(" · "))),
    ...(answer.mehrdeutig ? [option(all, "", `${answer.mehrdeutig.kuerzel} kann mehreres heißen`, answer.mehrdeutig.bedeutet.join(" · "))] : []),
    ...found.map(({ group, ...each }) => {
      const twice = found.filter(({ titel }) => titel === each.titel).length > 1;
      const more = [twice ? group : "", each.grund ? `gefunden über: ${each.grund}` : "", facts(each) || each.kurz];
      return option(from + each.seite, "", each.titel, more.filter(Boolean).join(" · "));
    }),
  ];
  const rest = answer.anzahl ? `Alle ${answer.anzahl} Ergebnisse zeigen` : "Nichts gefunden. Wie es weitergehen kann";
  return [...made, option(all, "sr-vorschlag--alle", rest, answer.gemeint ? `Meinten Sie ${answer.gemeint}?` : "")];
}

/**
 * @param {string} address
 * @param {string} className
 * @param {string} title
 * @param {string} more
 */
function option(address, className, title, more) {
  const node = element("li", className, element("strong", "", title));
  if (more) node.append(element("span", "sr-karte-merkmale", more));
  node.setAttribute("role", "option");
  node.setAttribute("aria-selected", "false");
  node.dataset.seite = address;
  return node;
}
