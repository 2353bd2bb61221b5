"""Pictures of the form editor: an opening hour changed and saved, in Sveltia on a folder of the browser's own."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sozialraum import project
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.forms.building import build_forms
from sozialraum.site.form_editor import PAGE
from sozialraum.site.headers import form_headers

from benchmarks.forms import sveltia
from benchmarks.forms.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FloatRect, Page, ViewportSize

REPOSITORY = Path(__file__).parents[1]
TODAY = date(2026, 6, 30)
ENTRY = "#/collections/ressourcen/entries/stadtteilcafe-auenblick"
TALL: ViewportSize = {"width": 1040, "height": 9000}
"""The form makes its fields only where they are seen."""
SEEN: ViewportSize = {"width": 1040, "height": 700}
BELOW: FloatRect = {"x": 250, "y": 440, "width": 790, "height": 260}
PATIENCE = 60_000
SETTLED = 800
"""Milliseconds until a message has faded in."""


def take(browser: Browser, pictures: Path) -> str:
    """Write the pictures; return "" or why there are none, in which case the old ones stay."""
    with TemporaryDirectory() as folder:
        base = Path(folder)
        problem = _laid_out(base)
        if not problem:
            _photographed(browser, base, pictures)
    return problem.partition("\n")[0]


def _laid_out(base: Path) -> str:
    """Make the sample district with forms."""
    shutil.copytree(REPOSITORY / "records", base / "records")
    with (base / "records" / "handbuch.yml").open("a", encoding="utf-8") as settings:
        settings.write("  formular: ja\n  anwendung: beispiel\n")
    (base / "site").mkdir()
    return build_forms(_district(base), base / "site", REPOSITORY / ".cache", print)


def _district(base: Path) -> project.Project:
    return project.read(base / "records", TODAY, Sichtbarkeit.team)


def _photographed(browser: Browser, base: Path, pictures: Path) -> None:
    headers = form_headers(_district(base).district.settings)
    records = {
        path.relative_to(base).as_posix(): path.read_text("utf-8")
        for path in (base / "records").rglob("*")
        if path.suffix in (".md", ".yml")
    }
    with served(base / "site", headers) as address:
        page = browser.new_context(locale="de-DE", viewport=TALL, reduced_motion="reduce").new_page()
        page.add_init_script(sveltia.PICKER)
        page.set_default_timeout(PATIENCE)
        page.clock.install(time=f"{TODAY.isoformat()}T10:00:00")
        page.goto(f"{address}/{PAGE}")
        sveltia.enter(page, records)
        page.goto(f"{address}/{PAGE}{ENTRY}")
        _changed(page, pictures)
        _saved(page, pictures)


def _changed(page: Page, pictures: Path) -> None:
    """Show the new hour in the open form; the date of the check is no picture, its order is the browser's."""
    hours, checked = (page.locator(f'section[data-key-path="{name}"]') for name in ("zeiten", "geprueft_am"))
    hours.get_by_role("textbox").fill("Di 15:00-17:00")
    checked.get_by_role("button", name="Heute").click()
    page.set_viewport_size(SEEN)
    hours.get_by_role("textbox").focus()
    hours.scroll_into_view_if_needed()
    page.screenshot(path=pictures / "formular-zeiten.png", animations="disabled")


def _saved(page: Page, pictures: Path) -> None:
    """Show what is said after saving, without the corner that tells of a local folder."""
    page.get_by_role("button", name="Speichern").click()
    page.get_by_text("Eintrag gespeichert.").filter(visible=True).wait_for()
    page.wait_for_timeout(SETTLED)
    page.screenshot(path=pictures / "formular-gespeichert.png", clip=BELOW, animations="disabled")
