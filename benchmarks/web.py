"""Steps in a real browser: `python -m benchmarks.web SITE [SMALL SITE]` for sites that `sozialraum build` has written.

Each step is done in Chromium in a fresh page, five times as it is and five
times with the processor throttled four times; the median counts. A step is one
row of STEPS. Of a further, smaller site only the sizes are told.
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
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks.web_steps import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from benchmarks.web_steps import Step

TIMES = 5
THROTTLED = 4

SIZES = {
    "search and finder": [
        "auskunft.js",
        "suche.js",
        "finder.js",
        "daten/suche-index.js",
        "daten/suche-eintraege.js",
        "daten/suche-woerter.js",
        "daten/finder.js",
        "daten/karte.js",
    ],
    "search alone": [
        "auskunft.js",
        "suche.js",
        "daten/suche-index.js",
        "daten/suche-eintraege.js",
        "daten/suche-woerter.js",
    ],
    "finder alone": ["finder.js", "daten/suche-eintraege.js", "daten/finder.js", "daten/karte.js"],
    "map, when it is opened": ["landkarte.js", "leaflet.js", "leaflet.css"],
    "contacts, on demand": ["daten/kontakte.js"],
}
"""What is loaded together, from the scripts of the site; the rows of the search serve both."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on this machine; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


def measured(browser: Browser, site: Path, step: Step) -> tuple[float, float]:
    """Return the median of a step as it is and throttled."""
    medians = []
    with served(site) as address:
        for rate in (1, THROTTLED):
            found = []
            for _ in range(TIMES):
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
                found.append(step.of(page, address))
                page.close()
            medians.append(median(found))
    return medians[0], medians[1]


def size(site: Path, names: list[str]) -> int:
    """Return how many bytes these files of the site have, compressed."""
    files = [site / "assets/sozialraum" / name for name in names]
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files if file.is_file())


def main() -> None:
    """Print the table of steps and that of sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path, nargs="+")
    sites: list[Path] = parser.parse_args().site
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        _print(f"| step | target | as it is | target | {THROTTLED}× slower |", "|---|--:|--:|--:|--:|")
        for step in STEPS:
            usual, slow = measured(browser, sites[0], step)
            _print(f"| {step.name} | {step.target} | {usual:.0f} | {step.throttled} | {slow:.0f} |")
        browser.close()
    _print("", f"| kB, compressed | {' | '.join(map(str, sites))} |", "|---|" + "--:|" * len(sites))
    for name, files in SIZES.items():
        _print(f"| {name} | {' | '.join(f'{size(site, files) / 1000:.0f}' for site in sites)} |")


def _print(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
