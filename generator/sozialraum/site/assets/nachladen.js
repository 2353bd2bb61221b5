// @ts-check
/** What a page fetches only when it is used. */

/**
 * @param {HTMLScriptElement | HTMLLinkElement} element not yet on the page
 * @returns {Promise<void>} done when it is there
 */
export function loaded(element) {
  return new Promise((done, failed) => {
    element.addEventListener("load", () => done());
    element.addEventListener("error", () => failed(new Error("src" in element ? element.src : element.href)));
    document.head.append(element);
  });
}
