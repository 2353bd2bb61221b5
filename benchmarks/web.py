"""Steps in a real browser: `python -m benchmarks.web SITE` for a site that `sozialraum build` has written.

Each step is done in Chromium in a fresh page, five times as it is and five
times with the processor throttled four times; the median counts. A step is
one row of STEPS.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TIMES = 5
THROTTLED = 4

_FIRST_RESULT = """
new MutationObserver((_changes, watcher) => {
  if (!document.querySelector("#sr-ergebnis .sr-karte")) return;
  watcher.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.firstResult = performance.now(); }));
}).observe(document, { childList: true, subtree: true });
"""
_SINCE_THERE = "window.firstResult - performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
_KEYS = """
async (text) => {
  const field = document.getElementById("sr-suchfeld");
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const times = [];
  for (let end = 1; end <= text.length; end++) {
    await painted();
    const start = performance.now();
    field.value = text.slice(0, end);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await painted();
    times.push(performance.now() - start);
  }
  return Math.max(...times);
}
"""
"""Types letter by letter; the slowest letter counts, until it is painted."""


def first_result(page: Any, address: str) -> float:
    """Milliseconds from the page being there to the first result painted."""
    page.add_init_script(_FIRST_RESULT)
    page.goto(f"{address}/suche.html?q=Fahrrad")
    page.wait_for_function("window.firstResult")
    return float(page.evaluate(_SINCE_THERE))


def slowest_key(page: Any, address: str) -> float:
    """Milliseconds for the slowest key of a query typed letter by letter, until painted."""
    page.goto(f"{address}/suche.html?q=a")
    page.wait_for_function("document.getElementById('sr-ergebnis').childElementCount > 0")
    return float(page.evaluate(_KEYS, "Schuldnerberatung am Nachmittag"))


STEPS: tuple[Callable[[Any, str], float], ...] = (first_result, slowest_key)
"""What is measured; each gets a fresh page and the address of the site."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on this machine; give its address."""
    handler = partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


def measured(site: Path) -> Iterator[tuple[str, float, float]]:
    """Yield each step with its median as it is and throttled."""
    with served(site) as address, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for step in STEPS:
            medians = []
            for rate in (1, THROTTLED):
                found = []
                for _ in range(TIMES):
                    page = browser.new_page()
                    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
                    found.append(step(page, address))
                    page.close()
                medians.append(median(found))
            yield step.__name__, medians[0], medians[1]
        browser.close()


def sizes(site: Path) -> Iterator[tuple[str, int]]:
    """Yield what the search loads, compressed."""
    for file in sorted((site / "assets/sozialraum").rglob("suche*.js")):
        yield file.name, len(gzip.compress(file.read_bytes()))


def main() -> None:
    """Print two tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    site = parser.parse_args().site
    sys.stdout.write(f"| step | ms | ms, throttled {THROTTLED} times |\n|---|--:|--:|\n")
    for name, usual, slow in measured(site):
        sys.stdout.write(f"| {name.replace('_', ' ')} | {usual:.0f} | {slow:.0f} |\n")
    sys.stdout.write("\n| file | kB, compressed |\n|---|--:|\n")
    for name, size in sizes(site):
        sys.stdout.write(f"| {name} | {size / 1000:.1f} |\n")


if __name__ == "__main__":
    main()
