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

    from playwright.sync_api import Page

HERE = Path(__file__).parent
SITE = HERE.parent / "site"
PAGES = HERE.parent / "docs" / "mitarbeiten" / "bilder"
"""Pictures that the hand-written pages show lie beside them, so that every district has them."""


def start(page: Page) -> None:
    """Show the start page, for the README."""
    page.goto((SITE / "index.html").as_uri())
    page.screenshot(path=HERE / "start.png")


def record(page: Page) -> None:
    """Show where every way begins: the end of a record's page."""
    page.goto((SITE / "ressourcen" / "stadtteilcafe-auenblick.html").as_uri())
    page.locator("section.sr-pflege").screenshot(path=PAGES / "stand-und-pflege.png")


def still_right(page: Page) -> None:
    """Show the form in which a changed hour is written."""
    page.goto((SITE / "ressourcen" / "stadtteilcafe-auenblick.html").as_uri())
    page.get_by_role("link", name="Stimmt noch").click()
    page.select_option("#pruefen-geprueft-durch", "team-stadt")
    page.select_option("#pruefen-geprueft-wie", "telefon")
    page.fill("#pruefen-zeiten", "Di 15:00-17:00")
    page.locator("#pruefen-zeiten").scroll_into_view_if_needed()
    page.screenshot(path=PAGES / "stimmt-noch.png")


def result(page: Page) -> None:
    """Show the finished lines and how they are handed over; follows `still_right`."""
    page.press("#pruefen-zeiten", "Enter")
    page.locator("#sr-fertig").screenshot(path=PAGES / "fertige-zeilen.png")


def place(page: Page) -> None:
    """Show how a place is chosen on the map."""
    page.goto(f"{(SITE / 'eintragen.html').as_uri()}?was=neu")
    page.locator("#sr-neu summary").click()
    page.locator("#sr-neu").get_by_role("button", name="Auf der Karte wählen").click()
    page.get_by_label("Am selben Ort wie").first.fill("Stadtteilcafé Auenblick")
    page.locator("#sr-neu .sr-stecknadel").press("ArrowLeft")
    page.locator(".sr-eingabe:has(#neu-ort-koordinaten)").screenshot(path=PAGES / "ort-waehlen.png")


def due(page: Page) -> None:
    """Show the list of the month."""
    page.goto((SITE / "pruefen" / "index.html").as_uri())
    page.locator(".sr-liste").screenshot(path=PAGES / "zu-pruefen.png")


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
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 860})
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
