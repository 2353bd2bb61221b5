"""Measure finder and map in Chromium: `python -m benchmarks.finder SITE`.

SITE is a built handbook. Each step is measured five times in a fresh window
over HTTP, with the machine as it is and with its processor slowed down four
times; shown is the median. Times are milliseconds as the page itself sees them.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import shutil
import statistics
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RUNS = 5
SLOWER = 4
DATA = "assets/sozialraum"
FILES = {
    "finder, first view": ["finder.js", "daten/finder.js", "daten/karte.js"],
    "map library": ["leaflet.js", "leaflet.css"],
    "search index": ["daten/suche-index.js", "daten/suche-eintraege.js", "daten/suche-woerter.js"],
    "contacts, on demand": ["daten/kontakte.js"],
}

WATCH = """
const look = () => {
  if (document.querySelector('#finder-stand')?.textContent) globalThis.bereit = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
CLICK = """async (selector) => {
  const field = document.querySelector(selector);
  const start = performance.now();
  field.click();
  await new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  }));
  return performance.now() - start;
}"""
ZOOM = """async () => {
  let frames = 0;
  let going = true;
  const count = () => { frames += 1; if (going) requestAnimationFrame(count); };
  requestAnimationFrame(count);
  const start = performance.now();
  const keys = ['.leaflet-control-zoom-in', '.leaflet-control-zoom-in', '.leaflet-control-zoom-out', '.leaflet-control-zoom-in', '.leaflet-control-zoom-out', '.leaflet-control-zoom-out'];
  for (const key of keys) {
    document.querySelector(key).click();
    await new Promise((done) => setTimeout(done, 400));
  }
  going = false;
  return frames / (performance.now() - start) * 1000;
}"""


class Figures(NamedTuple):
    """One run: finder usable, a facet painted, frames per second while zooming."""

    usable: float
    facet: float
    zoom: float


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    """Serve the site, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    site: Path = parser.parse_args().site
    handler = functools.partial(_Silent, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening, sync_playwright() as playwright:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        url = f"http://127.0.0.1:{listening.server_port}/finder.html"
        print("| processor | finder usable, ms | facet painted, ms | zoom, fps |\n|---|--:|--:|--:|")
        for slower in (1, SLOWER):
            runs = [_run(browser, url, slower) for _ in range(RUNS)]
            usable, facet, zoom = (statistics.median(column) for column in zip(*runs, strict=True))
            print(f"| {'as it is' if slower == 1 else f'{slower}× slower'} | {usable:.0f} | {facet:.0f} | {zoom:.0f} |")
        listening.shutdown()
    print("\n| files | kB gz |\n|---|--:|")
    for name, paths in FILES.items():
        print(f"| {name} | {sum(_compressed(site / DATA / path) for path in paths) / 1000:.0f} |")


def _run(browser: Browser, url: str, slower: int) -> Figures:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(WATCH)
    page.goto(url)
    page.wait_for_function("globalThis.bereit")
    usable = page.evaluate("globalThis.bereit")
    page.wait_for_selector("#karte .sr-haufen, #karte .sr-zeichen")
    facet = statistics.median(_facets(page))
    zoom = page.evaluate(ZOOM)
    context.close()
    return Figures(usable, facet, zoom)


def _facets(page: Page) -> list[float]:
    names = page.eval_on_selector_all("[name=thema]", "(fields) => fields.slice(0, 6).map((field) => field.value)")
    return [page.evaluate(CLICK, f"[name=thema][value={name}]") for name in names]


def _compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9)) if file.is_file() else 0


if __name__ == "__main__":
    main()
