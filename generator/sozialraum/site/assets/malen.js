// @ts-check
/** What need not be seen at once waits until the window has been painted. */

/** The second frame begins when the first has been painted. @param {() => void} work */
export function afterPaint(work) {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(work, 0)));
}
