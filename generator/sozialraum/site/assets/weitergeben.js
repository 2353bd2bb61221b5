// @ts-check
/** Ways to hand a text over: an address, a button, the clipboard, a file. Nothing is sent by itself. */

/**
 * @param {string} name
 * @param {string} address
 * @returns {HTMLAnchorElement | null} null without an address
 */
export function way(name, address) {
  const link = document.createElement("a");
  link.className = "sr-taste";
  link.textContent = name;
  link.href = address;
  return address ? link : null;
}

/**
 * @param {string} name
 * @param {() => void} act
 */
export function button(name, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "sr-taste";
  made.textContent = name;
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {HTMLElement} shown what holds the text
 * @returns {Promise<string>} what to say to the reader
 */
export async function copied(shown) {
  const done = await navigator.clipboard?.writeText(shown.textContent ?? "").then(() => true, () => false);
  if (!done) getSelection()?.selectAllChildren(shown);
  return done ? "Der Text ist kopiert." : "Der Text ist markiert; kopieren Sie ihn mit Strg und C.";
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {string} what to say to the reader
 */
export function saved(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return `Gespeichert als ${name}.`;
}
