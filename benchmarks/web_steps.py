"""What `python -m benchmarks.web` does in the browser, with the targets of each step."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Step(NamedTuple):
    """A step; `of` does it in a page, given the address of the site. Targets as it is and throttled."""

    name: str
    of: Callable[[Any, str], float]
    target: str = ""
    throttled: str = ""


LONGEST = 120
"""Seconds after which nobody waits any more for whatever a step waits for."""

FIRST_RESULT = """
(selector) => {
  new MutationObserver((_changes, watcher) => {
    if (!document.querySelector(selector)) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.firstResult = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });
}
"""
SINCE_THERE = "window.firstResult - performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
KEYS = """
async ([selector, text, list]) => {
  const field = document.querySelector(selector), results = document.querySelector(list);
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const settled = () => new Promise((done) => {
    let last = NaN, quiet = 0;
    const end = () => { watcher.disconnect(); clearTimeout(quiet); clearTimeout(latest); done(last); };
    const watcher = new MutationObserver(() => {
      last = performance.now();
      clearTimeout(quiet);
      quiet = setTimeout(end, 250);
    });
    const latest = setTimeout(end, 4000);
    watcher.observe(results, { childList: true, subtree: true, characterData: true });
  });
  const times = [];
  for (let end = 1; end <= text.length; end++) {
    await painted();
    const start = performance.now(), changed = settled();
    field.value = text.slice(0, end);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: text[end - 1] }));
    const done = window.sozialraumDaten ? await painted().then(() => performance.now()) : await changed;
    if (!Number.isNaN(done)) times.push(done - start);
  }
  return times.length ? Math.max(...times) : NaN;
}
"""
"""Types letter by letter; the slowest letter counts.

The handbook answers within the event, and a key is done when it is painted.
Others answer later and say meanwhile that they search: there a key is done when
the list of results changes no more for a quarter of a second, without the
paint, and one that changes nothing within four seconds is not counted.
"""
QUERY = "Schuldnerberatung am Nachmittag"

_USABLE = """
const look = () => {
  if (document.querySelector("#finder-stand")?.textContent) window.usable = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
_CLICK = """
async (value) => {
  const field = document.querySelector(`[name=thema][value=${value}]`);
  const start = performance.now();
  field.click();
  await new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));
  return performance.now() - start;
}
"""
_ZOOM = """
async () => {
  let frames = 0, going = true;
  const count = () => { frames += 1; if (going) requestAnimationFrame(count); };
  requestAnimationFrame(count);
  const start = performance.now();
  for (const way of ["in", "in", "out", "in", "out", "out"]) {
    document.querySelector(`.leaflet-control-zoom-${way}`).click();
    await new Promise((done) => setTimeout(done, 400));
  }
  going = false;
  return frames / (performance.now() - start) * 1000;
}
"""


def first_result(page: Any, address: str) -> float:
    """Milliseconds from the page being there to the first result painted; 0 where the result was there before."""
    return _first(page, f"{address}/suche.html?q=Fahrrad", "#sr-ergebnis .sr-karte")


def slowest_key(page: Any, address: str) -> float:
    """Milliseconds for the slowest further key of a query typed letter by letter, until painted."""
    _first(page, f"{address}/suche.html?q=Fahrrad", "#sr-ergebnis .sr-karte")
    return float(page.evaluate(KEYS, ["#sr-suchfeld", QUERY, "#sr-ergebnis"]))


def _first(page: Any, address: str, result: str) -> float:
    page.add_init_script(f"({FIRST_RESULT})({result!r})")
    page.goto(address)
    page.wait_for_function("window.firstResult")
    return max(0.0, float(page.evaluate(SINCE_THERE)))


def finder_usable(page: Any, address: str) -> float:
    """Milliseconds until the finder says how many entries there are."""
    page.add_init_script(_USABLE)
    page.goto(f"{address}/finder.html")
    page.wait_for_function("window.usable")
    return float(page.evaluate("window.usable"))


def facet_painted(page: Any, address: str) -> float:
    """Milliseconds from choosing a topic to the paint of list and counts; the median of six topics."""
    _finder_with_map(page, address)
    topics = page.eval_on_selector_all("[name=thema]", "(fields) => fields.slice(0, 6).map((field) => field.value)")
    return median(float(page.evaluate(_CLICK, topic)) for topic in topics)


def map_zoom(page: Any, address: str) -> float:
    """Frames per second while the map zooms."""
    _finder_with_map(page, address)
    return float(page.evaluate(_ZOOM))


def _finder_with_map(page: Any, address: str) -> None:
    page.goto(f"{address}/finder.html")
    page.wait_for_selector("#karte .sr-haufen, #karte .sr-zeichen")


STEPS = (
    Step("first result, ms", first_result, "300", "1200"),
    Step("slowest further key, ms", slowest_key, "50"),
    Step("finder usable, ms", finder_usable, "1200", "3000"),
    Step("facet painted, ms", facet_painted, "50", "200"),
    Step("map zoom, fps", map_zoom, "at least 50"),
)
"""Everything that is measured of the handbook, each in a fresh page."""


def material_first(page: Any, address: str) -> float:
    """The same with Material's built-in search."""
    return _first(page, f"{address}/index.html?q=Fahrrad", ".md-search-result__item")


def material_key(page: Any, address: str) -> float:
    """The same with Material's built-in search, which answers from a worker."""
    material_first(page, address)
    return float(page.evaluate(KEYS, [".md-search__input", QUERY, ".md-search-result"]))


def pagefind_first(page: Any, address: str) -> float:
    """The same with Pagefind's own interface."""
    return _first(page, f"{address}/index.html?q=Fahrrad", ".pagefind-ui__result-title")


def pagefind_key(page: Any, address: str) -> float:
    """The same with Pagefind's own interface, which fetches parts of its index for every key."""
    pagefind_first(page, address)
    return float(page.evaluate(KEYS, [".pagefind-ui__search-input", QUERY, ".pagefind-ui__drawer"]))


RIVALS: dict[str, tuple[Step, ...]] = {
    "Material (lunr)": (
        Step("first result, ms", material_first),
        Step("slowest further key, ms", material_key),
    ),
    "Pagefind": (Step("first result, ms", pagefind_first), Step("slowest further key, ms", pagefind_key)),
}
"""The steps that others have too, on a page of theirs."""
