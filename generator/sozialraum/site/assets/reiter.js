// @ts-check
/** A tab of a hand-written page is open when the address names it. */

export function openTab() {
  const tab = document.getElementById(location.hash.slice(1));
  if (tab instanceof HTMLInputElement && tab.name.startsWith("__tabbed_")) tab.checked = true;
}
