"""The handbook for everyone: WCAG 2.2 AA, keyboard, narrow screens, paper."""

from __future__ import annotations

import re

import pytest
from browsers import AXE, EVERY_KIND, EVERY_TYPE, PHONE, RUN, TAGS, opened

pytest_plugins = ("site_fixtures", "browser_fixtures")

SHORTER = "for (const row of [...document.querySelectorAll('main .sr-felder > div, main .sr-regel, main td')].slice(40)) row.remove()"
"""The references repeat themselves hundreds of times; forty rows say the same."""


@pytest.fixture(scope="module", params=EVERY_KIND)
def page(request: pytest.FixtureRequest, browser, address: str):
    """One page of each kind, opened once for all tests that only look at it."""
    with opened(browser, address + request.param, color_scheme="light", reduced_motion="reduce") as found:
        found.evaluate(SHORTER)
        yield found


def test_no_violation_of_wcag(page) -> None:
    """axe-core finds nothing against WCAG 2.2 AA on a page of any kind; in the dark its colours are as readable."""
    page.evaluate(AXE)
    assert page.evaluate(RUN, TAGS) == []
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert page.evaluate(RUN, ["color-contrast", "link-in-text-block"]) == []


def test_a_phone_never_scrolls_sideways(page) -> None:
    """At 390 pixels every page fits, and its title stands in the upper half of the first screen."""
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    box = page.locator("main h1").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < PHONE["height"] / 2


def test_dark_where_the_system_is_dark(browser, address: str) -> None:
    """A reader whose system is dark gets dark pages, and one button changes that for good."""
    with opened(browser, address + "index.html", color_scheme="dark") as page:
        page.wait_for_selector("body[data-md-color-scheme=slate]")
        page.get_by_title("Hell darstellen").click()
        page.wait_for_selector("body[data-md-color-scheme=default]")
        page.goto(address + "themen/index.html")
        page.wait_for_selector("body[data-md-color-scheme=default]")


def test_the_first_key_jumps_to_the_content(browser, address: str) -> None:
    """Tab shows a link to the content, Enter goes there, and the next Tab reaches the first link in it."""
    with opened(browser, address + EVERY_TYPE["ressourcen"]) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Zum Inhalt"
        assert page.locator(".sr-sprung").bounding_box()["y"] >= 0
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_of_a_phone_opens_by_key(browser, address: str) -> None:
    """On a phone the menu is one stop, opens with the space bar, and only then can its links be reached."""
    with opened(browser, address + "index.html", viewport=PHONE) as page:
        topics = page.locator(".sr-leiste a", has_text="Themen")
        assert not topics.is_visible()
        page.locator("#__drawer").focus()
        page.keyboard.press("Space")
        topics.wait_for(state="visible")
        topics.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/themen/index.html")


def test_every_stop_of_the_keyboard_is_seen(browser, address: str) -> None:
    """Whatever Tab reaches on a record's page has a visible outline and lies on the screen."""
    seen = """() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
      const label = e.id && document.querySelector(`label[for="${e.id}"]`);
      const shown = [e, e.nextElementSibling, label].some((x) => x && getComputedStyle(x).outlineStyle !== "none"
        && parseFloat(getComputedStyle(x).outlineWidth) >= 2);
      return [e.tagName, e.textContent.trim().slice(0, 40), shown, r.bottom > 0 && r.top < innerHeight]; }"""
    with opened(browser, address + EVERY_TYPE["schluesselpersonen"], reduced_motion="reduce") as page:
        stops = []
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            stops.append(page.evaluate(seen))
    assert len(stops) > 20
    assert [stop for stop in stops if not (stop[2] and stop[3])] == []


def test_a_record_is_one_sheet(browser, address: str) -> None:
    """A record of any type prints to one A4 page, also one that says a lot."""
    long = ("sozialraeume/seebrueck.html", "vorhaben/mitfahrbank-aufstellen.html", "beratungen/beratung-2026-001.html")
    with opened(browser, address) as page:
        for path in (*EVERY_TYPE.values(), *long):
            page.goto(address + path)
            sheets = page.pdf(format="A4", prefer_css_page_size=True)
            assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == 1, path
