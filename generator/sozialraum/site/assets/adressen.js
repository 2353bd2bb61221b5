// @ts-check
/**
 * Where a forge takes a text, filled in as `site/forge.py` does; what does not fit is left out.
 *
 * @typedef {{ edit: string, new: string, content: string, issue: string, body: string }} Schmiede
 * @typedef {{ schmiede: Schmiede | null, ordner: string, email: string, laengste: number, laengsteMail: number }} Ablage
 */

/**
 * @param {Ablage} ablage
 * @param {string} path from the folder of records
 * @returns {string} "" without a forge, as below
 */
export function editAddress(ablage, path) {
  return ablage.schmiede ? filled(ablage.schmiede.edit, file(ablage, path)) : "";
}

/**
 * @param {Ablage} ablage
 * @param {string} path
 * @param {string} content
 */
export function newAddress(ablage, path, content) {
  if (!ablage.schmiede) return "";
  const empty = filled(ablage.schmiede.new, file(ablage, path));
  return fitting(empty, empty + filled(ablage.schmiede.content, { inhalt: content }), ablage.laengste);
}

/**
 * @param {Ablage} ablage
 * @param {string} title
 * @param {string} body
 */
export function issueAddress(ablage, title, body) {
  if (!ablage.schmiede) return "";
  const empty = filled(ablage.schmiede.issue, { titel: title });
  return fitting(empty, empty + filled(ablage.schmiede.body, { text: body }), ablage.laengste);
}

/**
 * @param {Ablage} ablage
 * @param {string} subject
 * @param {string} body
 */
export function mailAddress(ablage, subject, body) {
  if (!ablage.email) return "";
  const empty = `mailto:${encoded(ablage.email).replaceAll("%40", "@")}?subject=${encoded(subject)}`;
  return fitting(empty, `${empty}&body=${encoded(body.replaceAll("\n", "\r\n"))}`, ablage.laengsteMail);
}

/**
 * @param {string} empty
 * @param {string} full
 * @param {number} most
 */
function fitting(empty, full, most) {
  return full.length <= most ? full : empty;
}

/**
 * @param {Ablage} ablage
 * @param {string} path
 */
function file(ablage, path) {
  const parts = `${ablage.ordner}/${path}`.replace(/^\/+/, "").split("/");
  const datei = /** @type {string} */ (parts.pop());
  return { ordner: parts.join("/"), datei };
}

/**
 * @param {string} template
 * @param {Record<string, string>} values
 */
function filled(template, values) {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, () => (name === "ordner" ? encoded(value).replaceAll("%2F", "/") : encoded(value))),
    template,
  );
}

/**
 * @param {string} text
 * @returns {string} percent-encoded as RFC 3986 wants it
 */
function encoded(text) {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
