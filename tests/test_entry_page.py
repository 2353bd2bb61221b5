"""„Eintragen“ in a real browser, from file://."""

from __future__ import annotations

from playwright.sync_api import Browser, Page
from site_builds import Handbook

pytest_plugins = ("site_fixtures", "browser_fixtures")


def latitude(page: Page) -> float:
    """Return where the pin stands, as the field says it."""
    return float(page.input_value("#neu-ort-koordinaten").split(",")[0])


def chosen_on_the_map(page: Page) -> None:
    """Set the pin by a click, move it by the arrow keys, write coordinates, and take those of a known place."""
    page.locator("#sr-neu").get_by_role("button", name="Auf der Karte wählen").click()
    page.locator(".sr-ortskarte").click(position={"x": 150, "y": 120})
    clicked = latitude(page)
    assert 54 < clicked < 55
    page.press(".sr-stecknadel", "ArrowUp")
    page.press(".sr-stecknadel", "ArrowDown")
    page.press(".sr-stecknadel", "Shift+ArrowDown")
    assert latitude(page) < clicked - 0.0001
    page.fill("#neu-ort-koordinaten", "54.2989, 9.6044")
    assert page.inner_text("#sr-neu [role=status]") == "Die Nadel steht bei 54.29890, 9.60440, in Auenstadt-Mitte."
    page.get_by_label("Am selben Ort wie").first.fill("Stadtteilcafé Auenblick")
    assert page.input_value("#neu-ort-koordinaten") == "54.29860, 9.60120"


def test_the_three_forms(sample: Handbook, browser: Browser) -> None:
    """What is missing is said and gets the focus; then the text is shown, ready to be handed over, on a phone too.

    A place is chosen on the map with the finger or the arrow keys, or from a known place; the text stays what counts.
    """
    address = (sample.site / "eintragen.html").as_uri()
    page = browser.new_page(viewport={"width": 390, "height": 800})
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(f"{address}?was=neu&sozialraeume=auenstadt-mitte")
    page.press("#neu-titel", "Enter")
    assert page.inner_text("#sr-meldung") == "8 Angaben fehlen noch oder stimmen nicht."
    assert page.evaluate("document.activeElement.id") == "neu-titel"
    page.click("#sr-neu summary")
    chosen_on_the_map(page)
    page.fill("#neu-titel", "Café: Süd")
    page.fill("#neu-kurz", "Ein Treff.")
    page.check("#neu-themen [value=begegnung]")
    page.check("#neu-art [value=materiell]")
    for name, word in {
        "verantwortlich": "team-stadt",
        "herkunft": "lebensweltlich",
        "format": "treffpunkt",
    }.items():
        page.select_option(f"#neu-{name}", word)
    page.select_option("#neu-kosten", "kostenfrei")
    page.press("#neu-titel", "Enter")
    text = page.inner_text("[data-ergebnis]")
    assert text.startswith('---\ntitel: "Café: Süd"\nstatus: neu_entdeckt\nangelegt_am: 20')
    assert "\nsozialraeume: [auenstadt-mitte]\nthemen: [begegnung]\nverantwortlich: team-stadt\n" in text
    assert page.get_attribute("[data-wege] a", "href").endswith("/records/ressourcen?file_name=cafe-sued.md")
    page.goto(f"{address}?was=pruefen&eintrag=ressourcen/buergerbus")
    page.fill("#pruefen-zeiten", "Di 15:00-17:00")
    page.press("#pruefen-zeiten", "Enter")
    lines = page.inner_text("[data-ergebnis]").splitlines()
    assert (lines[0], lines[2:]) == ("geprueft:", ["zeiten: Di 15:00-17:00"])
    page.goto((sample.site / "ressourcen/buecherei-auenstadt.html").as_uri())
    page.get_by_role("link", name="Stimmt noch").click()
    page.select_option("#pruefen-geprueft-wie", "telefon")
    page.press("#pruefen-zeiten", "Enter")
    lines = page.inner_text("[data-ergebnis]").splitlines()
    assert [lines[0], *lines[2:]] == ["geprueft:", "  wie: telefon", "  nachweis: aedfbb81bd64"]
    page.goto(f"{address}?was=wahrnehmung")
    page.select_option("[data-team]", "team-stadt")
    page.fill("#wahrnehmung-text", "Der Spielplatz ist wieder offen.")
    page.press("#wahrnehmung-text", "Enter")
    assert "    - text: Der Spielplatz ist wieder offen.\n" in page.inner_text("[data-ergebnis]") + "\n"
    assert page.get_attribute("[data-team]", "aria-describedby") is None  # It has no help that could be read out.
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.goto(f"{address}?was=pruefen&eintrag=constructor/x")  # A name that every object knows is no folder.
    assert page.inner_text("[data-eintrag]") == "constructor/x"
    assert page.is_hidden("[data-aendern]")
    assert trouble == []
    page.close()
