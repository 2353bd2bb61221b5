"""Steps in a real browser: `python -m benchmarks.web DISTRICT [SMALL DISTRICT]` for districts built by `sozialraum build`.

Each step is done in Chromium in a fresh page, five times as it is and five
times with the processor throttled four times; the median counts. What takes
long is done less often, and the table says how often. A step is one row of STEPS. Beside them are the same steps with Material's built-in search and
with Pagefind over the same records (RIVALS). Of a further, smaller district only
the sizes are told.
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
from time import monotonic
from typing import TYPE_CHECKING

from playwright.sync_api import TimeoutError, sync_playwright  # noqa: A004 - the library's own

from benchmarks.web_rivals import documents, material_page, pagefind_page
from benchmarks.web_steps import LONGEST, RIVALS, STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from benchmarks.web_steps import Step

TIMES = 5
THROTTLED = 4
ENOUGH = 60
"""Seconds after which a step is not begun again."""

INDEX = ("auskunft.js", "daten/suche-index.js", "daten/suche-eintraege.js", "daten/suche-woerter.js")
FINDER = ("finder.js", "daten/suche-eintraege.js", "daten/finder.js", "daten/karte.js")
SIZES = {
    "finder and index together": {*INDEX, *FINDER},
    "the same with the page of results": {*INDEX, *FINDER, "suche.js"},
    "page of results alone": {*INDEX, "suche.js"},
    "finder alone, without free text": {*FINDER},
    "map, when it is opened": {"landkarte.js", "leaflet.js", "leaflet.css"},
    "contacts, on demand": {"daten/kontakte.js"},
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


def measured(browser: Browser, site: Path, step: Step) -> tuple[str, str]:
    """Return the median of a step as it is and throttled, as the table says them."""
    with served(site) as address:
        usual, throttled = (_median(_rounds(browser, address, step, rate)) for rate in (1, THROTTLED))
    return usual, throttled


def _rounds(browser: Browser, address: str, step: Step, rate: int) -> list[float]:
    """Do a step until it was done often enough or for long enough, or nobody waits any more; [] where it was never done."""
    found: list[float] = []
    began = monotonic()
    while len(found) < TIMES and (not found or monotonic() - began < ENOUGH):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(LONGEST * 1000)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
        try:
            found.append(step.of(page, address))
        except TimeoutError:
            break
        finally:
            page.close()
    _tell(f"{step.name}, {rate}× slower: {len(found)} times in {monotonic() - began:.0f} s")
    return found


def _median(found: list[float]) -> str:
    if not found:
        return f"none in {LONGEST} s"
    return f"{median(found):.0f}{'' if len(found) == TIMES else f' ({len(found)}×)'}"


def size(site: Path, names: set[str]) -> int:
    """Return how many bytes these files of the site have, compressed."""
    files = [site / "assets/sozialraum" / name for name in names]
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files if file.is_file())


def main() -> None:
    """Print the table of steps and that of sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("district", type=Path, nargs="+", help="a folder with records/ and site/")
    parser.add_argument("--without-others", action="store_true", help="only the handbook")
    chosen = parser.parse_args()
    districts: list[Path] = chosen.district
    others = [] if chosen.without_others else _others(districts[0])
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        _print(f"| | step | target | as it is | target | {THROTTLED}× slower |", "|---|---|--:|--:|--:|--:|")
        for name, site, steps in (("handbook", districts[0] / "site", STEPS), *others):
            for step in steps:
                usual, slow = measured(browser, site, step)
                _print(f"| {name} | {step.name} | {step.target} | {usual} | {step.throttled} | {slow} |")
        loaded = [(name, transferred(browser, site, steps[0])) for name, site, steps in others]
        browser.close()
    _print("", "Targets for finder and index together: 900 kB at 10,000 records, 120 kB at 1,000.", "")
    _print(f"| kB, compressed | {' | '.join(each.name for each in districts)} |", "|---|" + "--:|" * len(districts))
    for name, files in SIZES.items():
        sizes = " | ".join(f"{size(each / 'site', files) / 1000:.0f}" for each in districts)
        _print(f"| {name} | {sizes} |")
    for name, octets in loaded:
        _print(f"| {name}, until the first result | {octets / 1000:.0f} |{' |' * (len(districts) - 1)}")


def _others(district: Path) -> list[tuple[str, Path, tuple[Step, ...]]]:
    """Return name, site and steps of the others, built beside the district."""
    texts = documents(district / "records")
    pages = (material_page(texts, district / "material"), pagefind_page(texts, district / "pagefind"))
    return [(name, site, steps) for (name, steps), site in zip(RIVALS.items(), pages, strict=True)]


def transferred(browser: Browser, site: Path, step: Step) -> int:
    """Return how many bytes of a search are loaded until the first result, compressed where that is worth it."""
    page = browser.new_page()
    page.set_default_timeout(LONGEST * 1000)
    bodies: list[bytes] = []
    page.on(
        "requestfinished",
        lambda request: (
            bodies.append(request.response().body()) if "search" in request.url or "pagefind" in request.url else None
        ),
    )
    with served(site) as address:
        step.of(page, address)
        page.wait_for_timeout(1000)
    page.close()
    return sum(min(len(body), len(gzip.compress(body, 9))) for body in bodies)


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _print(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
