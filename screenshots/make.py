"""Take the screenshots of the README and of the pages for editors: the sample district, in headless Chromium."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from screenshots import forms

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FloatRect, Page

HERE = Path(__file__).parent
SITE = HERE.parent / "site"
PAGES = HERE.parent / "docs" / "mitarbeiten" / "bilder"
"""Pictures that the hand-written pages show lie beside them, so that every district has them."""
WHOLE = 1280
COLUMN = 760
"""So wide that a picture is read at its own size in the column of a page."""
TALL = 6000
"""A window in which no page scrolls."""
MARGIN = 12
FLAGS = ("--no-sandbox", "--disable-partial-raster")
"""Without the second, what is drawn anew over something else differs from run to run by a shade."""


def start(page: Page) -> None:
    """Show the start page with all topics, for the README."""
    page.set_viewport_size({"width": WHOLE, "height": TALL})
    page.goto((SITE / "index.html").as_uri())
    page.screenshot(path=HERE / "start.png", clip=_between(page, "body", "section:has(#themen)"))
    page.set_viewport_size({"width": COLUMN, "height": TALL})


def record(page: Page) -> None:
    """Show where every way begins: the end of a record's page."""
    page.goto((SITE / "ressourcen" / "stadtteilcafe-auenblick.html").as_uri())
    _taken(page, "stand-und-pflege", "section.sr-pflege")


def still_right(page: Page) -> None:
    """Show the form in which a changed hour is written."""
    page.goto((SITE / "ressourcen" / "stadtteilcafe-auenblick.html").as_uri())
    page.get_by_role("link", name="Stimmt noch").click()
    page.select_option("#pruefen-geprueft-durch", "team-stadt")
    page.select_option("#pruefen-geprueft-wie", "telefon")
    page.fill("#pruefen-zeiten", "Di 15:00-17:00")
    _taken(page, "stimmt-noch", "#was", ".sr-eingabe:has(#pruefen-zeiten)")


def result(page: Page) -> None:
    """Show the finished lines and how they are handed over; follows `still_right`."""
    page.press("#pruefen-zeiten", "Enter")
    page.locator("#sr-fertig").blur()
    _taken(page, "fertige-zeilen", "#sr-fertig")


def place(page: Page) -> None:
    """Show how a place is chosen on the map."""
    page.goto(f"{(SITE / 'eintragen.html').as_uri()}?was=neu")
    page.locator("#sr-neu summary").click()
    page.locator("#sr-neu").get_by_role("button", name="Auf der Karte wählen").click()
    page.get_by_label("Am selben Ort wie").first.fill("Stadtteilcafé Auenblick")
    page.locator("#sr-neu .sr-ortskarte").press("ArrowUp")
    page.wait_for_timeout(forms.SETTLED)
    page.locator("#sr-neu .sr-stecknadel").press("ArrowLeft")
    page.mouse.move(0, 0)
    _taken(page, "ort-waehlen", ".sr-eingabe:has(#neu-ort-koordinaten)")


def due(page: Page) -> None:
    """Show the list of the month."""
    page.goto((SITE / "pruefen" / "index.html").as_uri())
    _taken(page, "zu-pruefen", ".sr-krumen", ".sr-liste")


def _taken(page: Page, name: str, first: str, last: str = "") -> None:
    """Write what lies from the first element to the end of the last, for the pages of the handbook."""
    page.screenshot(path=PAGES / f"{name}.png", clip=_between(page, first, last or first), animations="disabled")


def _between(page: Page, first: str, last: str) -> FloatRect:
    """Return where both lie and what is between, with a margin; raise ValueError for what is not shown."""
    upper, lower = (page.locator(part).bounding_box() for part in (first, last))
    if upper is None or lower is None:
        message = f"{page.url} shows no {first} or no {last}"
        raise ValueError(message)
    left, top = max(min(upper["x"], lower["x"]) - MARGIN, 0), max(upper["y"] - MARGIN, 0)
    right = max(box["x"] + box["width"] for box in (upper, lower)) + MARGIN
    bottom = lower["y"] + lower["height"] + MARGIN
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


PICTURES: tuple[Callable[[Page], None], ...] = (start, record, still_right, result, place, due)
"""Every picture, in the order in which they are taken."""


def main() -> int:
    """Write every picture from the site that `make site` has built."""
    browser_path = which("chromium") or which("chromium-browser") or which("google-chrome")
    if browser_path is None or not (SITE / "index.html").is_file():
        sys.stderr.write("Chromium and a built site (make site) are needed.\n")
        return 1
    PAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=list(FLAGS))
        page = browser.new_page(viewport={"width": COLUMN, "height": TALL}, reduced_motion="reduce")
        page.clock.install(time="2026-06-30T10:00:00")
        for picture in PICTURES:
            picture(page)
        problem = forms.take(browser, PAGES)
        browser.close()
    if problem:
        sys.stderr.write(f"The pictures of the form editor stay as they are: {problem}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
