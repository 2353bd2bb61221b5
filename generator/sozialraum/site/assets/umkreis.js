// @ts-check
/** Where distances count from: a place, or a record that has one. */

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLSelectElement}
 */
function choice(form) {
  return /** @type {HTMLSelectElement} */ (form.elements.namedItem("bei"));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} id what distances count from
 * @returns {string} its name, "" where it is not known
 */
export function named(form, id) {
  return [...choice(form).options].find(({ value }) => value === id)?.textContent ?? "";
}

/**
 * @param {HTMLFormElement} form
 * @param {any} data columns of the finder
 * @param {any} district data of the map
 * @param {string} id
 * @returns {number[] | null} null where nothing is chosen, or it has no place
 */
export function centre(form, data, district, id) {
  if (!id) return null;
  const place = district?.raeume.find((/** @type {any} */ each) => each.id === id);
  if (place?.mitte) return place.mitte;
  const record = data.nummer(id);
  if (record < 0 || !data.lat[record]) return null;
  if (!named(form, id)) choice(form).append(new Option(data.satz(record).titel, id));
  return [data.lat[record], data.lon[record]];
}
