"""A value in another spelling comes back as it should stand, where it is certain what was meant."""

from __future__ import annotations

from typing import Annotated

import pytest
from kinds import refused
from pydantic import PlainValidator
from sozialraum.fields.contact import Email, Telefon, Url
from sozialraum.fields.language import Sprache
from sozialraum.fields.link import slug
from sozialraum.fields.place import Koordinaten, Plz
from sozialraum.fields.text import Zahl, Zeile
from sozialraum.fields.times import Oeffnungszeiten

Kennung = Annotated[str, PlainValidator(slug)]


@pytest.mark.parametrize(
    ("kind", "written", "remedy"),
    [
        (Telefon, "030 23125 117 oder 030 23125 118", "Eine Nummer schreiben und sonst nichts: 030 23125 117"),
        (Telefon, "030 23125 117 (Empfang)", "Eine Nummer schreiben und sonst nichts: 030 23125 117"),
        (Telefon, "siehe Aushang", "Mit Vorwahl schreiben: 030 23125 117."),
        (Email, "mailto:info@example.org", "Richtig ist: info@example.org"),
        (Email, "info (at) example.org", "Richtig ist: info@example.org"),
        (Telefon, "☎ 030 23125 117", "Eine Nummer schreiben und sonst nichts: 030 23125 117"),
        (Telefon, "Telefonnummer: 030 23125 117", "Eine Nummer schreiben und sonst nichts: 030 23125 117"),
        (Telefon, "030 23125-0 Durchwahl 17", "Eine Nummer schreiben und sonst nichts: 030 23125-0"),
        (Telefon, "030 23125 117 Mo-Fr 9-12", "Eine Nummer schreiben und sonst nichts: 030 23125 117"),
        (Telefon, "030 23125 - 117 / 18", "Eine Nummer schreiben und sonst nichts: 030 23125 - 117"),
        (Telefon, "030 23125-117 / Fax -118", "Eine Nummer schreiben und sonst nichts: 030 23125-117"),
        (Email, "Treff <info@example.org>", "Richtig ist: info@example.org"),
        (Email, "info@example.org (Frau Holm)", "Richtig ist: info@example.org"),
        (Email, "info@müller.example", "Richtig ist: info@xn--mller-kva.example"),
        (Email, "info@example.org, post@example.org", "Richtig ist zum Beispiel: info@example.org."),
        (Email, "info at home", "Richtig ist zum Beispiel: info@example.org."),
        (Url, "www.example.org/treff", "Richtig ist: https://www.example.org/treff"),
        (Url, "javascript:alert(1)", "Richtig ist zum Beispiel: https://www.example.org/treff."),
        (Plz, "1067", "Fünf Ziffern schreiben; fehlt vorn die Null? 01067"),
        (Plz, "D-24941", "Nur die fünf Ziffern schreiben: 24941"),
        (Plz, "Auenstadt", "Fünf Ziffern schreiben, zum Beispiel 00123."),
        (
            Koordinaten,
            "54,7892 / 9,4331",
            "Breite und Länge mit Dezimalpunkt, durch Komma getrennt: 54.7892, 9.4331.",
        ),
        (
            Koordinaten,
            "https://karte.example/#17/54.11/9.22",
            "Breite und Länge mit Dezimalpunkt, durch Komma getrennt: 54.11, 9.22.",
        ),
        (
            Koordinaten,
            "54° 47′ 21″ N, 9° 25′ 59″ O",
            "Breite und Länge mit Dezimalpunkt, durch Komma getrennt: 54.78917, 9.43306.",
        ),
        (
            Koordinaten,
            "54 47.35, 9 25.98",
            "Breite und Länge mit Dezimalpunkt, durch Komma getrennt: 54.7892, 9.4331.",
        ),
        (Sprache, "Tuerkisch", "Richtig ist: tr."),
        (Sprache, "Farsi", "Richtig ist: fa."),
        (Sprache, "Dari", "Richtig ist: fa-AF."),
        (Sprache, "fa_AF", "Richtig ist: fa-AF."),
        (Sprache, "Gebärdensprache", "Richtig ist: dgs."),
        (Oeffnungszeiten, ["Mi 16-19", "Do 9-12"], "Richtig ist zum Beispiel: Mi 16-19; Do 9-12"),
        (Oeffnungszeiten, {"Mi": "16-19", "Do": "9-12"}, "Richtig ist zum Beispiel: Mi 16-19; Do 9-12"),
        (Oeffnungszeiten, ["Mi", ["Do"]], "Richtig ist zum Beispiel: Di 14:00-17:00; Do 10:00-12:00"),
        (Oeffnungszeiten, ["Mi nachmitags"], "Richtig ist zum Beispiel: Di 14:00-17:00; Do 10:00-12:00"),
        (Zahl, "6.200", "Nur Ziffern schreiben, zum Beispiel 6200."),
        (Zahl, "ca. 5 Stunden", "Nur Ziffern schreiben, zum Beispiel 5."),
        (Zahl, "5 bis 10", "Nur Ziffern schreiben, zum Beispiel 45."),
        (Zahl, "4,5", "Nur Ziffern schreiben, zum Beispiel 45."),
        (Zeile, {"Markt": "jeden Samstag"}, 'Den Text in Anführungszeichen setzen: "Markt: jeden Samstag".'),
        (Zeile, [["team-nord"]], "Ohne eckige Klammern und ohne Strich davor schreiben: team-nord"),
        (Zeile, ["Räder", "Werkzeug"], "Nur einen Wert angeben, ohne eckige Klammern und ohne Striche davor."),
    ],
)
def test_what_was_meant(kind: object, written: object, remedy: str) -> None:
    """The remedy holds the value as it should stand, or an example where nobody can know."""
    assert refused(kind, written)[2] == remedy


@pytest.mark.parametrize(
    "written",
    [
        "team-nord.md", "teams/team-nord", "../teams/team-nord.md", "[[team-nord]]", "[[team-nord|Das Team]]", "Team Nord",
        "https://handbuch.example/teams/team-nord/", "https://handbuch.example/teams/team-nord.html",
    ],
)  # fmt: skip
def test_the_name_in_an_address(written: str) -> None:
    """Of a file, an address or a link in double brackets the id comes back."""
    assert refused(Kennung, written)[2] == "Nur Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel team-nord."
