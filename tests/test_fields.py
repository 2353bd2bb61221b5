"""Kinds of value: what a person may write, what becomes of it, and what is refused with which remedy."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kinds import read, refused
from pydantic import ValidationError
from sozialraum.fields import contact
from sozialraum.fields.contact import Email, Telefon, Telefonnummer, Url
from sozialraum.fields.dates import Datum
from sozialraum.fields.language import Sprache, language_name
from sozialraum.fields.place import Koordinaten, Plz
from sozialraum.fields.text import Monate, Text, Titel, Zahl, Zeile

# Text.


@pytest.mark.parametrize("kind", [Titel, Zeile, Text, Zahl, Plz, Datum, Telefon, Email, Url, Sprache, Koordinaten])
@pytest.mark.parametrize("written", [["a"], {"a": "b"}, []])
def test_one_value(kind: Any, written: object) -> None:
    """A list or a group where one value belongs is refused as no text, whatever the kind."""
    assert refused(kind, written)[0] == "kein_text"


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (Zeile, "  Einfach klingeln.  ", "Einfach klingeln."),
        (Zeile, "x" * 300, "x" * 300),
        (Titel, "x" * 90, "x" * 90),
        (Text, "Ein Absatz.\n\nNoch einer.\n", "Ein Absatz.\n\nNoch einer."),
        (Zahl, "0", 0),
        (Zahl, "007", 7),
        (Zahl, "999999999", 999_999_999),
        (Monate, "1", 1),
        (Monate, "240", 240),
    ],
)
def test_text_and_numbers(kind: Any, written: str, value: object) -> None:
    """Space around a text does not count; a number is its digits."""
    assert read(kind, written) == value


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        (Zeile, "   ", "kein_text"),
        (Zeile, "x" * 301, "text_zu_lang"),
        (Titel, "x" * 91, "text_zu_lang"),
        (Zeile, "zwei\nZeilen", "text_mehrzeilig"),
        (Zeile, "zwei\rZeilen", "text_mehrzeilig"),
        (Text, "a\x00b", "steuerzeichen"),
        (Text, "a\u202eb", "richtungszeichen"),
        (Zahl, "", "keine_zahl"),
        (Zahl, "4.100", "keine_zahl"),
        (Zahl, "-3", "keine_zahl"),
        (Zahl, "1e3", "keine_zahl"),
        (Zahl, "1234567890", "keine_zahl"),
        (Zahl, "²", "keine_zahl"),
        (Zahl, "١٢", "keine_zahl"),
        (Monate, "0", "keine_zahl"),
        (Monate, "241", "keine_zahl"),
    ],
)
def test_no_text_and_no_number(kind: Any, written: str, code: str) -> None:
    """What is too long, has two lines, hides signs or is no whole number is refused by its own rule."""
    assert refused(kind, written)[0] == code


def test_too_long_says_how_long() -> None:
    """The message counts, so that one knows how much to cut."""
    assert refused(Titel, "x" * 95)[1] == "Der Text hat 95 Zeichen, hier passen höchstens 90."


# Days.


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-05-12", date(2026, 5, 12)),
        (" 2026-05-12 ", date(2026, 5, 12)),
        ("2024-02-29", date(2024, 2, 29)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2199-12-31", date(2199, 12, 31)),
    ],
)
def test_day(written: str, day: date) -> None:
    """A day is year, month, day; leap days exist in leap years."""
    assert read(Datum, written) == day


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("12.5.2026", "Richtig ist: 2026-05-12."),
        ("12. 05. 2026", "Richtig ist: 2026-05-12."),
        ("31.2.2026", "Tag und Monat prüfen, zum Beispiel 2026-05-12."),
        ("2026-02-29", "Tag und Monat prüfen, zum Beispiel 2026-05-12."),
        ("2026-13-01", "Tag und Monat prüfen, zum Beispiel 2026-05-12."),
        ("12.5.26", "Richtig ist: 2026-05-12."),
        ("12. Mai 2026", "Richtig ist: 2026-05-12."),
        ("1. Sept. 2026", "Richtig ist: 2026-09-01."),
        ("2026-5-12", "Richtig ist: 2026-05-12."),
        ("2026/05/12", "Richtig ist: 2026-05-12."),
        ("12.5.89", "Richtig ist zum Beispiel 2026-05-12."),
        ("12. Foo 2026", "Richtig ist zum Beispiel 2026-05-12."),
        ("Mai 2026", "Richtig ist zum Beispiel 2026-05-12."),
        ("9999-99-99", "Richtig ist zum Beispiel 2026-05-12."),
        ("0001-01-01", "Richtig ist zum Beispiel 2026-05-12."),
        ("20260512", "Richtig ist zum Beispiel 2026-05-12."),
        ("2026-W20-2", "Richtig ist zum Beispiel 2026-05-12."),
        ("2026-05-12T10:00", "Richtig ist zum Beispiel 2026-05-12."),
        ("gestern", "Richtig ist zum Beispiel 2026-05-12."),
        ("٢٠٢٦-٠٥-١٢", "Richtig ist zum Beispiel 2026-05-12."),
    ],
)
def test_no_day(written: str, remedy: str) -> None:
    """Anything else is no day; one in another spelling comes back in the right one, where it is certain which is meant."""
    code, _message, told = refused(Datum, written)
    assert (code, told) == ("kein_datum", remedy)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day(day: date) -> None:
    """Every day from 1900 to 2199 reads back, and its German spelling is corrected to it."""
    assert read(Datum, day.isoformat()) == day
    assert refused(Datum, f"{day.day}.{day.month}.{day.year}")[2] == f"Richtig ist: {day.isoformat()}."


# Telephone, mail, web.


@pytest.mark.parametrize(
    "written",
    ["030 23125 117", "030/23125117", "030-23125-117", "(030) 23 12 51 17", "+49 30 23125117", "0049 30 23125117",
     "+49 (0)30 23125117", "030\u202f23125117"],
)  # fmt: skip
def test_spellings_of_one_number(written: str) -> None:
    """Every usual spelling is the same number: shown with its area code, dialled with +49."""
    assert read(Telefon, written) == Telefonnummer("030 23125117", "+493023125117")


@pytest.mark.parametrize(
    ("written", "shown", "dialled"),
    [
        ("112", "112", "112"),
        ("116 117", "116 117", "116117"),
        ("116-016", "116-016", "116016"),
        ("0800 1110111", "0800 1110111", "+498001110111"),
        ("+45 33 13 80 00", "+45 33 13 80 00", "+4533138000"),
    ],
)
def test_other_numbers(written: str, shown: str, dialled: str) -> None:
    """Emergency and 116 numbers have no area code; numbers abroad keep their country."""
    number = read(Telefon, written)
    assert (str(number), number.waehlbar) == (shown, dialled)


@given(st.from_regex(rf"\A{contact._PLAIN_NUMBER.pattern}"))
def test_a_plain_number_is_what_the_library_reads(written: str) -> None:
    """Digits with single signs between them are read without the library's parser, to the same number."""
    plain = contact._plain_number(written, re.sub(r"[ /-]", "", written))
    assert plain is None or plain == contact._any_number(written)


@given(st.from_regex(rf"\A{contact._PLAIN_URL.pattern}"))
def test_a_plain_address_has_scheme_and_host(written: str) -> None:
    """An address that is not taken apart is one that would be accepted if it were."""
    parts = urlsplit(written)
    assert parts.scheme in {"http", "https"}
    assert parts.netloc
    assert not contact._SPACE.search(written)


@pytest.mark.parametrize(
    "written",
    ["", "12345", "23125117", "030", "vormittags", "030 23125117 vormittags", "+49", "999",
     "030 23125 App. 12", "030 23125-XXX", "030 23125117 / 18", "030 23125117/-18", "030 23125117 (AB)",
     "030 23125 x12"],
)  # fmt: skip
def test_no_number(written: str) -> None:
    """A number without area code, with too few digits, a remark, letters or a second extension is refused."""
    assert refused(Telefon, written)[0] == "keine_telefonnummer"


@pytest.mark.parametrize("written", ["info@example.org", "team.nord+buero@post.example.org", "a@b.de"])
def test_mail(written: str) -> None:
    """An everyday mail address stays what it is."""
    assert read(Email, f" {written} ") == written


@pytest.mark.parametrize(
    "written",
    ["info", "info@", "@example.org", "info@example", "in fo@example.org", "info@example..org", "info@-example.org",
     "Info <info@example.org>", "a@b.de, c@d.de", "info@exämple.org", "a@b.c", "mailto:info@example.org"],
)  # fmt: skip
def test_no_mail(written: str) -> None:
    """Names, several addresses and halves of addresses are refused."""
    assert refused(Email, written)[0] == "keine_mailadresse"


@pytest.mark.parametrize(
    "written",
    ["https://www.example.org", "http://example.org/treff?tag=di#weg", "HTTPS://EXAMPLE.ORG", "https://exämple.org",
     "mailto:info@example.org", "tel:+493023125117"],
)  # fmt: skip
def test_web(written: str) -> None:
    """Web, mail and telephone addresses may become links."""
    assert read(Url, written) == written


@pytest.mark.parametrize(
    "written",
    ["javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "file:///etc/passwd",
     "vbscript:x", "ftp://example.org", "//example.org", "www.example.org", "/treff", "https://", "https:///treff",
     "https://exam ple.org", 'https://example.org/"onclick="', "https://[::1", "https://example.org/<b>", "mailto:",
     "tel:", "", "https://example.org/" + "x" * 2000],
)  # fmt: skip
def test_no_web(written: str) -> None:
    """No scheme but these, no sign that could end a link, nothing without a place ever becomes a link."""
    assert refused(Url, written)[0] in {"keine_webadresse", "kein_text", "text_zu_lang"}


# Languages.


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("de", "Deutsch"), ("uk", "Ukrainisch"), ("ar", "Arabisch"), ("tr", "Türkisch"), ("ku", "Kurdisch"),
        ("fa", "Persisch"), ("dgs", "Deutsche Gebärdensprache"), ("leichte_sprache", "Leichte Sprache"),
        ("pt-BR", "Portugiesisch (Brasilien)"),
    ],
)  # fmt: skip
def test_language(code: str, name: str) -> None:
    """A code is a language when it has a German name."""
    assert read(Sprache, code) == code
    assert language_name(code) == name


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("Türkisch", "Richtig ist: tr."),
        ("ukrainisch", "Richtig ist: uk."),
        ("Leichte Sprache", "Richtig ist: leichte_sprache."),
        ("DE", "Richtig ist: de."),
        ("xx", "Richtig ist zum Beispiel: de, uk, ar, leichte_sprache."),
        ("", "Richtig ist zum Beispiel: de, uk, ar, leichte_sprache."),
        ("x-y-z", "Richtig ist zum Beispiel: de, uk, ar, leichte_sprache."),
    ],
)
def test_no_language(written: str, remedy: str) -> None:
    """A German name is answered with its code; capitals would be a second name of the same language."""
    code, _message, told = refused(Sprache, written)
    assert (code, told) == ("keine_sprache", remedy)


@given(st.text(max_size=20))
def test_any_language(written: str) -> None:
    """Whatever is written is a language with a name or refused."""
    try:
        assert language_name(read(Sprache, written))
    except ValidationError:
        assert refused(Sprache, written)[0] in {"keine_sprache", "steuerzeichen", "richtungszeichen"}
