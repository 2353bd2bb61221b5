"""The search in a real browser, from file://: by keyboard, on a phone, without JavaScript, asking no other server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browsers import AXE, RUN, TAGS
from site_builds import Handbook

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = ("site_fixtures", "browser_fixtures")

FIELD = "#sr-suchfeld"


@pytest.fixture
def page(browser, request) -> Iterator[object]:
    """A page that remembers errors and requests to anywhere but files."""
    opened = browser.new_page(**getattr(request, "param", {}))
    opened.trouble = []
    opened.on("pageerror", lambda error: opened.trouble.append(str(error)))
    opened.on(
        "request", lambda each: None if each.url.startswith(("file:", "data:")) else opened.trouble.append(each.url)
    )
    yield opened
    opened.close()


def go(page, sample: Handbook, path: str) -> None:
    file, sign, words = path.partition("#")
    page.goto((sample.site / file).as_uri() + sign + words)


def test_suggestions_by_keyboard(page, sample: Handbook) -> None:
    """Type, choose with the arrows, open with Enter; Escape closes; no other server is asked."""
    go(page, sample, "ressourcen/buergerbus.html")
    page.focus(FIELD)
    page.keyboard.type("Kindergarten")
    page.wait_for_selector("#sr-vorschlaege li")
    assert page.get_attribute(FIELD, "aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert page.is_hidden("#sr-vorschlaege")
    page.keyboard.press("ArrowDown")
    chosen = page.get_attribute(FIELD, "aria-activedescendant")
    assert "Kita Spatzennest" in page.inner_text(f"#{chosen}")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ressourcen/kita-spatzennest.html")
    assert page.trouble == []


def test_enter_leads_to_the_page_of_results(page, sample: Handbook) -> None:
    """Enter without a choice opens all results at an address that can be passed on; arrows walk through them."""
    go(page, sample, "index.html")
    page.focus(FIELD)
    page.keyboard.type("Fahrrad kaputt")
    page.wait_for_selector("#sr-vorschlaege li")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche.html#q=Fahrrad%20kaputt")
    page.wait_for_selector("#sr-ergebnis .sr-karte")
    assert page.input_value(FIELD) == "Fahrrad kaputt"
    page.focus(FIELD)
    page.keyboard.press("ArrowDown")
    assert "Fahrradwerkstatt" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "sr-suchfeld"
    page.locator("#sr-anzahl", has_text="Ergebnis").wait_for(state="attached")
    assert (
        page.evaluate(
            "Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter((k) => /such|query/i.test(k))"
        )
        == []
    )
    assert page.trouble == []


@pytest.mark.parametrize("page", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_danger_on_a_phone(page, sample: Handbook) -> None:
    """The box with the numbers stands above all results and fits the screen; numbers can be called."""
    go(page, sample, "suche.html#q=mein%20mann%20schlaegt%20mich")
    page.wait_for_selector(".sr-gefahr")
    assert page.evaluate("document.querySelector('#sr-ergebnis').firstElementChild.className") == "sr-gefahr"
    assert page.get_attribute(".sr-gefahr a", "href") == "tel:110"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.trouble == []


def test_nothing_found(page, sample: Handbook) -> None:
    """Where nothing is found stand other ways: every letter, topics, places, whom to ask."""
    go(page, sample, "suche.html#q=Xylophonbau")
    page.wait_for_selector("#sr-ergebnis .sr-leer")
    assert page.is_visible("#sr-ohne-suche")
    assert page.locator("#sr-ohne-suche a[href='a-z/index.html']").is_visible()
    assert "Gemeinde Moorwinkel" in page.inner_text("#sr-ohne-suche")


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript(page, sample: Handbook) -> None:
    """The form in the header leads to the page that leads to A to Z, the topics and the numbers, and tells no server a word."""
    go(page, sample, "ressourcen/buergerbus.html")
    page.fill(FIELD, "Kita")
    page.press(FIELD, "Enter")
    page.wait_for_url(re.compile(r"/suche\.html\?$"))
    page.click("#sr-ohne-suche a[href='themen/index.html']")
    page.wait_for_url("**/themen/index.html")


@pytest.mark.parametrize("page", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True)
def test_no_violation_of_wcag(page, sample: Handbook) -> None:
    """axe-core finds nothing against WCAG 2.2 AA among results, dangers, meanings, neighbours and other ways, in light and in dark."""
    page.emulate_media(reduced_motion="reduce")
    for query, part in (
        ("Kindergarten", ".sr-grund"),
        ("mein Mann schlägt mich", ".sr-gefahr"),
        ("spz", ".sr-mehrdeutig"),
        ("Xylophonbau Moorwinkel", ".sr-mehrdeutig"),
        ("Xylophonbau", ".sr-leer"),
    ):
        go(page, sample, f"suche.html#q={query.replace(' ', '%20')}")
        page.locator(f"#sr-ergebnis {part}").first.wait_for()
        page.evaluate(AXE)
        assert page.evaluate(RUN, TAGS) == [], query
    go(page, sample, "index.html")
    page.focus(FIELD)
    page.keyboard.type("Schuldn")
    page.wait_for_selector("#sr-vorschlaege li")
    page.keyboard.press("ArrowDown")
    page.evaluate(AXE)
    assert page.evaluate(RUN, TAGS) == []


def test_what_a_record_says_is_text(page, own: Handbook) -> None:
    """Markup in a title or one-liner is shown as written, in suggestions and results."""
    from site_builds import built

    own.replace("records/ressourcen/buergerbus.md", "kurz: ", "kurz: <img src=x onerror=alert(1)> ")
    built(own)
    go(page, own, "suche.html#q=B%C3%BCrgerbus%20%3Cimg%20src=x%3E")
    page.wait_for_selector("#sr-ergebnis .sr-karte")
    assert "<img src=x" in page.inner_text("#sr-ergebnis")
    assert page.locator("#sr-ergebnis img").count() == 0
    assert page.trouble == []
