"""Words that put a label on people: matched whole and with their endings, never in quotations and names."""

from __future__ import annotations

from pathlib import Path

import pytest
from districts import RESSOURCE, District, found
from sozialraum.diagnostics import Severity
from sozialraum.project import check
from sozialraum.wording import default_wording

ROOT = Path(__file__).parents[1]


def heard(text: str, ordner: str = "beratungen") -> list[str]:
    """Return the words in a text that could be said better."""
    return [text[each.start : each.end] for each in default_wording().find(text, ordner)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ein Kunde, zwei Kunden, drei Kund*innen, vier Kund:innen.", ["Kunde", "Kunden", "Kund*innen", "Kund:innen"]),
        ("Die Kundennummer, eine Kundgebung, Heimatkunde, eine Urkunde, das Kunden-Portal.", []),
        ("Das ist mein Fall, und zwar ein schwieriger Fall.", ["mein Fall", "schwieriger Fall"]),
        ("Auf jeden Fall, im Notfall, Einzelfall, Fallberatung, Falleingabe.", []),
        ("Eine sozial schwache Gegend, bildungsferne Eltern. Unmotiviert ist niemand.", ["sozial schwache", "bildungsferne", "Unmotiviert"]),
        ("Langzeitarbeitslose treffen Arbeitslosen.", ["Langzeitarbeitslose", "Arbeitslosen"]),
        ("Hier leben Illegale. Illegale Rennen stören.", ["Illegale"]),
        ("Die Ausländerbehörde, die Schwerbehindertenvertretung, die Suchtberatung, die Obdachlosenhilfe e. V.", []),
        ("Schwierige Familien; schwierige Busverbindung.", ["Schwierige Familien"]),
        ("Eine technische Störung, ein Defizit im Haushalt.", ["Defizit"]),
        ('Sie sagt: „Ich bin kein Kunde“ und »kein Klientel« und "kein Klient".', []),
        ("> Wer Kunde sagt, meint Ware.\n\nEin Kunde kam.", ["Kunde"]),
        ("Siehe [[kunde|die Kunde]] und https://example.org/Kunde und `Kunde`.", []),
        ('titel: "Kunde: wer ist das"', ["Kunde"]),
        ("U25 und Ü25, aber U250.", ["U25", "Ü25"]),
    ],
)  # fmt: skip
def test_words(text: str, words: list[str]) -> None:
    """Whole words with their endings count; parts of words, other meanings, quotations and addresses do not."""
    assert heard(text) == words


def test_only_where_it_matters() -> None:
    """„U25“ may stand among the conditions of a resource, „Kunde“ in the text of a shop."""
    assert heard("Zugang nur U25. Jeder Kunde bekommt Kaffee.", "ressourcen") == []


@pytest.mark.parametrize("file", sorted((ROOT / "docs").rglob("*.md")), ids=lambda file: file.stem)
def test_hand_written_pages(file: Path) -> None:
    """The pages that explain the method keep to it."""
    assert heard(file.read_text("utf-8"), "") == []


def test_the_sample_district() -> None:
    """The sample shows how it is done: nothing in it could be said better, or gives a person away."""
    _checked, diagnostics = check(ROOT / "records")
    own = {"wortwahl", "wortwahl_hinweis", "personenkennung", "kontaktdaten", "personenname", "merkmal_einer_person"}
    assert [each for each in diagnostics if each.code in own] == []


def test_names_of_organisations(district: District) -> None:
    """What an organisation calls itself is its own affair, wherever it is named."""
    district.write(
        "organisationen/rat.md",
        "---\ntitel: Flüchtling und Nachbar e. V.\nstatus: aktiv\nangelegt_am: 2026-01-15\ngeprueft_am: 2026-05-12\n"
        "kurz: Ein Verein.\nart: verein\nverantwortlich: team-nord\n---\n\nFlüchtling und Nachbar e. V. lädt ein.\n",
    )
    district.replace(
        RESSOURCE, "Wer schrauben kann", "Flüchtling und Nachbar e. V. hilft. Ein Flüchtling auch. Wer schrauben kann"
    )
    assert [each for each in found(district.check()) if "wortwahl" in each] == [
        "records/ressourcen/fahrradwerkstatt.md:18:41: wortwahl"
    ]


def test_a_district_has_its_own_words(district: District) -> None:
    """A district adds advice, changes it by key, and switches it off."""
    district.write(
        "vokabular/sprache.yml",
        "kiez:\n  statt: Kiez\n  besser: Stadtteil\nzielgruppe:\n  gilt: nein\nklientel:\n  statt: Stammgast\n  besser: Gast\n  gewicht: hinweis\n",
    )
    district.replace(
        RESSOURCE,
        "Wer schrauben kann",
        "Im Kiez: Zielgruppe, Klientel, Stammgäste und ein Stammgast. Wer schrauben kann",
    )
    advice = [each for each in district.check() if each.code.startswith("wortwahl")]
    assert [(each.severity, each.message, each.remedy) for each in advice] == [
        (Severity.WARNUNG, "„Kiez“ lässt sich besser sagen.", "Zum Beispiel: Stadtteil."),
        (Severity.HINWEIS, "„Stammgast“ lässt sich besser sagen.", "Zum Beispiel: Gast."),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kiez:\n  statt: Kiez\n", "Dem Rat „kiez“ fehlt „statt“ oder „besser“."),
        ("kiez:\n  statt: '{person}'\n  besser: x\n", "Dem Rat „kiez“ fehlt „statt“ oder „besser“."),
        ("kiez: Stadtteil\n", "Der Rat „kiez“ hat unbekannte Angaben."),
        ("kiez:\n  regex: .*\n", "Der Rat „kiez“ hat unbekannte Angaben."),
    ],
)
def test_a_wrong_list(district: District, text: str, message: str) -> None:
    """A list that says too little is itself a mistake with a place."""
    district.write("vokabular/sprache.yml", text)
    (only,) = district.check()
    assert (str(only.span), only.code, only.message) == (
        "records/vokabular/sprache.yml:1:1",
        "vokabular_fehlerhaft",
        message,
    )
