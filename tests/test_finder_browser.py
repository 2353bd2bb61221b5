"""Finder, map and Handzettel in a real browser: by keyboard, on a phone, from a file, without scripts, on paper."""

from __future__ import annotations

import functools
import http.server
import re
import threading
import zlib
from collections.abc import Iterator

import pytest
from browsers import AXE, PHONE, RUN, TAGS, opened
from site_builds import Handbook

pytest_plugins = ("site_fixtures", "browser_fixtures")

POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'; img-src 'self' data:"
"""No style in markup; scripts in markup are the theme's own."""
KEPT = "merken=fahrradwerkstatt-nordhang,formularhilfe-nordhang,sprachcafe-am-markt,buergerbus"


class Strict(http.server.SimpleHTTPRequestHandler):
    """Serves pages under a strict content security policy."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def strict(sample: Handbook) -> Iterator[str]:
    """Where the sample district is served under a strict policy."""
    handler = functools.partial(Strict, directory=str(sample.site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}/"
        listening.shutdown()


def status(page) -> str:
    return page.locator("#finder-stand").inner_text()


def focused(page) -> str:
    return page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent")


def test_finder_by_keyboard(browser, strict: str) -> None:
    """Space chooses a word, the count is said, the address holds it, Back takes it away, and the focus stays."""
    with opened(browser, f"{strict}finder.html") as page:
        page.wait_for_function("document.querySelector('#finder-stand').textContent")
        everything = status(page)
        page.locator("input[value=sprache]").focus()
        page.keyboard.press("Space")
        assert status(page) == "3 Ressourcen: 2 aus der Lebenswelt, 1 von Fachdiensten."
        assert page.locator("#finder-stand").get_attribute("role") == "status"
        assert page.evaluate("location.hash") == "#thema=sprache"
        assert page.evaluate("document.activeElement.value") == "sprache"
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert page.evaluate("location.hash") == "#thema=sprache,kinderbetreuung"
        page.go_back()
        assert status(page).startswith("3 Ressourcen")
        page.go_back()
        assert status(page) == everything


def test_a_shared_address_shows_the_same(browser, strict: str) -> None:
    """Who gets the address sees the same filters, the same results and what was put aside."""
    with opened(browser, f"{strict}finder.html#q=Briefe%20vom%20Amt&ort=auenstadt-nordhang&{KEPT}") as page:
        page.wait_for_selector(".sr-treffer a:has-text('Formularhilfe')")
        assert page.locator("input[value=auenstadt-nordhang]").is_checked()
        assert page.locator("#filter input[name=q]").input_value() == "Briefe vom Amt"
        assert page.locator("#merken-zahl").inner_text() == "4 gemerkt"
        page.get_by_role("button", name="Filter entfernen: Stichwort „Briefe vom Amt“").click()
        assert status(page).startswith("11 Ressourcen")


def test_no_result_says_what_to_loosen(browser, strict: str) -> None:
    """Where nothing is left, buttons say what each filter holds back; choosing one brings that many."""
    with opened(browser, f"{strict}finder.html#thema=kinderbetreuung&sprache=pl&ort=moorwinkel") as page:
        page.wait_for_selector(".sr-angebot")
        assert status(page) == "Keine Ressource passt zu allem."
        offer = page.locator(".sr-angebot").first
        count = re.search(r"Ohne „.+“: (\d+) Ressource", offer.inner_text())
        assert count
        offer.press("Enter")
        assert status(page).startswith(f"{count[1]} Res")
        assert page.evaluate("document.activeElement.id") == "finder-stand"


def test_places_without_hours_are_counted(browser, strict: str) -> None:
    """„An einem Tag“ leaves out whom nobody knows about, says how many, and shows them on demand; Back undoes it.

    The address is one from before, with what was chosen behind `?`.
    """
    with opened(browser, f"{strict}finder.html?zeit=2-14:30") as page:
        page.wait_for_selector(".sr-angebot")
        before = int(status(page).split()[0])
        words = page.locator(".sr-angebot").inner_text()
        unknown = int(words.split()[0])
        assert words.endswith("ohne bekannte Zeiten auch zeigen")
        page.locator(".sr-angebot").click()
        assert int(status(page).split()[0]) == before + unknown
        page.go_back()
        assert int(status(page).split()[0]) == before


def test_map_by_keyboard(browser, strict: str) -> None:
    """The map can be skipped; each stop has a name; a crowd opens and hands the focus on; an area tells and opens."""
    with opened(browser, f"{strict}karte.html") as page:
        page.wait_for_selector(".sr-haufen")
        page.locator("#karte-sprung").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "nach-der-karte"
        stops = page.locator("#karte [tabindex='0']:not(.leaflet-container)")
        assert all(stop.get_attribute("aria-label") for stop in stops.all())
        small = "[...document.querySelectorAll('#karte [role=button], #karte .leaflet-marker-icon[tabindex]')]"
        assert page.evaluate(f"{small}.filter((e) => e.getBoundingClientRect().width < 24).length") == 0
        page.locator(".sr-haufen").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.matches('#karte [data-stelle]')")
        page.locator("path[data-stelle=amoorwinkel]").focus()
        assert "Nach 18:10 Uhr fährt kein Bus" in page.locator(".leaflet-tooltip").inner_text()
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.textContent === 'Gemeinde Moorwinkel'")
        assert page.get_by_title("Näher heran", exact=True).count() == 1
        assert "Leaflet" not in page.locator("#karte").inner_text()


def archive() -> bytes:
    """Return a PMTiles archive in which every picture is the same red dot."""
    dot = b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)
        for kind, data in (
            (b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])),
            (b"IDAT", zlib.compress(b"\0\xff\0\0")),
            (b"IEND", b""),
        )
    )
    directory = bytes([1, 0, *[255] * 6, 127, len(dot), 1])  # One entry from picture 0 on, which holds for 2 ** 49.
    header = bytearray(127)
    header[:8] = b"PMTiles\3"
    for place, value in ((8, 127), (16, len(directory)), (56, 127 + len(directory))):
        header[place : place + 8] = value.to_bytes(8, "little")
    header[97] = 1
    return bytes(header) + directory + dot


def test_an_archive_of_map_pictures(browser, strict: str) -> None:
    """Pictures of a PMTiles archive lie below the areas, read piece by piece, under the strict policy."""
    asked, whole = [], archive()

    def piece(route) -> None:
        asked.append(route.request.headers["range"])
        first, last = map(int, asked[-1].removeprefix("bytes=").split("-"))
        route.fulfill(status=206, body=whole[first : last + 1])

    def with_ground(route) -> None:
        body = route.fetch().text().replace('"kacheln":""', '"kacheln":"kreis.pmtiles"')
        route.fulfill(body=body, content_type="text/javascript")

    with opened(browser, "about:blank") as page:
        page.route("**/kreis.pmtiles", piece)
        page.route("**/daten/karte.js", with_ground)
        page.goto(f"{strict}karte.html")
        page.wait_for_selector("#karte .leaflet-tile-loaded")
        colour = "(tile) => [...tile.getContext('2d').getImageData(0, 0, 1, 1).data]"
        assert page.locator("#karte .leaflet-tile-loaded").first.evaluate(colour) == [255, 0, 0, 255]
    assert len(asked) > 2


def test_from_a_file(browser, sample: Handbook) -> None:
    """On a network share, opened by a double click, finder, search, map and Handzettel work; nothing is asked of anyone."""
    asked: list[str] = []
    with opened(browser, "about:blank") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto((sample.site / "finder.html").as_uri() + "#q=Briefe%20vom%20Amt")
        page.wait_for_selector(".sr-treffer a:has-text('Formularhilfe')")
        page.wait_for_selector("#karte .sr-zeichen")
        page.locator(".sr-merken").first.click()
        page.locator("#merken-handzettel").click()
        page.wait_for_selector(".sr-zettel h2:has-text('Formularhilfe')")
        assert page.locator(".sr-qr svg").count() == 1
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_nothing_breaks_a_strict_policy(browser, strict: str) -> None:
    """No style in markup, no other server, no error: on the finder, the map with all its parts, the Handzettel."""
    found: list[str] = []
    asked: list[str] = []
    with opened(browser, "about:blank") as page:
        page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: found.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{strict}finder.html#q=Deutsch")
        page.wait_for_selector("#karte .sr-haufen, #karte .sr-zeichen")
        page.goto(f"{strict}karte.html")
        page.wait_for_selector("#karte .sr-haufen, #karte .sr-zeichen")
        page.locator("path[data-stelle=amoorwinkel]").focus()
        page.goto(f"{strict}handzettel.html#{KEPT}")
        page.wait_for_selector(".sr-zettel")
    assert found == []
    assert [url for url in asked if not url.startswith((strict, "data:", "about:"))] == []


def test_on_a_phone(browser, strict: str) -> None:
    """At 390 pixels nothing scrolls sideways, the filters are closed, the first result stands above the map."""
    with opened(browser, f"{strict}finder.html", viewport=PHONE) as page:
        page.wait_for_selector(".sr-treffer .sr-karte")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert not page.locator("#filter-alle").evaluate("(details) => details.open")
        first = page.locator(".sr-treffer .sr-karte").first.bounding_box()
        button = page.locator("#karte-zeigen").bounding_box()
        assert first
        assert button
        assert first["y"] < PHONE["height"]
        assert first["y"] < button["y"]
        page.locator("#karte-zeigen").click()
        page.wait_for_selector("#karte .sr-haufen, #karte .sr-zeichen")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_scripts(browser, strict: str) -> None:
    """Without JavaScript there are the ways to every list, the drawn map with its text, and no dead control."""
    with opened(browser, f"{strict}finder.html", java_script_enabled=False) as page:
        assert not page.locator("#filter").is_visible()
        assert page.locator("main a[href='themen/wohnen.html']").is_visible()
        page.goto(f"{strict}karte.html")
        assert page.locator(".sr-karte-fest svg").is_visible()
        assert not page.locator("#karte-zeigen").is_visible()


def test_on_paper(browser, strict: str) -> None:
    """Four entries of a Handzettel fill at most two sheets, each with its symbol; the map prints as a drawing."""
    with opened(browser, f"{strict}handzettel.html#{KEPT}") as page:
        page.wait_for_selector("[data-fertig]")
        assert page.locator(".sr-qr svg").count() == 4
        page.emulate_media(media="print")
        assert not page.locator("#handzettel-drucken").is_visible()
        assert 1 <= len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 2
        page.goto(f"{strict}karte.html")
        page.wait_for_selector(".sr-karte-fest svg")
        assert not page.locator("#karte").is_visible()


def test_files_to_take_along(browser, strict: str) -> None:
    """The filtered results come as a table and as contacts, with what the records say."""
    with opened(browser, f"{strict}finder.html#thema=sprache", accept_downloads=True) as page:
        page.wait_for_selector(".sr-treffer")
        for kind, name, words in (
            ("csv", "ressourcen.csv", "Sprachcafé am Markt;"),
            ("vcard", "ressourcen.vcf", "FN:Sprachcafé am Markt"),
        ):
            with page.expect_download() as waiting:
                page.locator(f"[data-datei={kind}]").click()
            assert waiting.value.suggested_filename == name
            text = waiting.value.path().read_text("utf-8")
            assert words in text
            assert text.count("\nFN:" if kind == "vcard" else "\n") == (3 if kind == "vcard" else 4)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "name", ["finder.html#thema=sprache&merken=buergerbus", "karte.html", f"handzettel.html#{KEPT}"]
)
def test_no_violation_of_wcag(browser, sample: Handbook, name: str, scheme: str) -> None:
    """axe-core finds nothing against WCAG 2.2 AA, in light and in dark."""
    path, _, state = name.partition("#")
    with opened(
        browser, f"{(sample.site / path).as_uri()}#{state}", color_scheme=scheme, reduced_motion="reduce"
    ) as page:
        page.wait_for_selector(
            "[data-fertig]" if path == "handzettel.html" else "#karte .sr-haufen, #karte .sr-zeichen"
        )
        page.evaluate("for (const each of document.querySelectorAll('main details')) each.open = true")
        page.evaluate(AXE)
        assert page.evaluate(RUN, TAGS) == []
