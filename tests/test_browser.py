"""The handbook in a real browser: it asks nobody else for anything, and works when double-clicked."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from browsers import EVERY_KIND, EVERY_TYPE, opened
from site_builds import Handbook

pytest_plugins = ("site_fixtures", "browser_fixtures")


def test_no_request_leaves_the_server(browser, address: str) -> None:
    """No page of any kind asks another server for anything, and none complains in the browser's console."""
    asked, complaints = set(), []
    window = browser.new_context()
    page = window.new_page()
    page.on("request", lambda request: asked.add(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for path in EVERY_KIND:
        page.goto(address + path)
    window.close()
    assert {url for url in asked if not url.startswith((address, "data:", "blob:"))} == set()
    assert complaints == []


def test_from_the_start_to_a_record(browser, address: str) -> None:
    """A person in a hurry gets from „Was suchen Sie?“ over a topic to a telephone number in two clicks."""
    with opened(browser, address + "index.html") as page:
        assert page.locator("h1").inner_text() == "Was suchen Sie?"
        page.get_by_role("link", name="Unterwegs sein").first.click()
        page.get_by_role("link", name="Bürgerbus Seebrück").first.click()
        assert page.locator("h1").inner_text() == "Bürgerbus Seebrück"
        assert page.locator("a[href^='tel:']").first.is_visible()


def test_a_record_shows_its_parts(browser, address: str) -> None:
    """A record of any type shows kind, facts and upkeep on its page; nothing lies over the title."""
    on_top = "e => e.contains(document.elementFromPoint(...['x','y'].map(k => e.getBoundingClientRect()[k] + 5)))"
    with opened(browser, address) as page:
        for path in EVERY_TYPE.values():
            page.goto(address + path)
            for part in (".sr-art", ".sr-tafel", ".sr-pflege"):
                assert page.locator(part).is_visible(), path
            assert page.locator("h1").evaluate(on_top), path


@pytest.mark.parametrize(
    ("today", "words", "due"), [("2026-05-03", "vor 10 Tagen", False), ("2027-05-03", "vor 12 Monaten", True)]
)
def test_the_age_is_that_of_the_reader(browser, address: str, today: str, words: str, due: bool) -> None:
    """The same page says another day how long ago it was verified, and asks to verify it when that is due."""
    window = browser.new_context(locale="de-DE")
    page = window.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(f"{today}T12:00:00"))
    page.goto(address + "ressourcen/dorfhaus-moorwinkel.html")
    upkeep = page.locator(".sr-pflege")
    assert f"23. April 2026 ({words})" in upkeep.inner_text()
    assert (page.locator(".sr-faellig").count() == 1) is due
    window.close()


def test_double_click(browser, team_sample: Handbook) -> None:
    """Opened from a network share, without a server, pages have their look, their links and „heute“."""
    with opened(browser, (team_sample.site / "index.html").as_uri()) as page:
        page.get_by_role("link", name="Gemeinde Moorwinkel").first.click()
        page.get_by_role("link", name="Dorfhaus Moorwinkel").first.click()
        page.locator(".sr-heute", has_text=re.compile("^(Heute|Jetzt)")).first.wait_for()  # by the clock of the wall
        assert page.locator(".sr-tafel").evaluate("e => getComputedStyle(e).display") == "grid"
