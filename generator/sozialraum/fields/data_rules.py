"""What each kind of value asks for, as far as data can say it: for forms in the browser.

A rule holds for a text with its outer space trimmed. What it refuses, the
kind refuses. What it lets pass, the kind takes too where `genau` is set;
elsewhere the kind knows more than data can say (which telephone numbers there
are, how hours are read), and the form says that the check has the last word.
"""

from __future__ import annotations

from typing import NamedTuple

from sozialraum.fields.contact import MAIL, MAX_ADDRESS, SHORT_NUMBERS
from sozialraum.fields.dates import ISO
from sozialraum.fields.link import SLUG
from sozialraum.fields.place import FIVE_DIGITS, MAX_LATITUDE, MAX_LONGITUDE, PAIR
from sozialraum.fields.text import MAX_LINE, MAX_NUMBER_DIGITS, MAX_TITLE
from sozialraum.source.text import UNWANTED


class DataRule(NamedTuple):
    """One kind of value. Patterns are regular expressions that Python and JavaScript (flag u) read alike."""

    satz: str = ""
    """What to say where the pattern or the limit does not hold; the length and the line say it themselves."""
    muster: str = ""
    hoechstens: int = 0
    """Characters (code points), 0 for any number."""
    zeilig: bool = False
    """Whether it must be one line."""
    tag: bool = False
    """Whether it is a day that the calendar must know."""
    grenzen: tuple[int, ...] = ()
    """For numbers separated by commas: the most that each may be, above or below zero."""
    genau: bool = True
    """Whether what passes is right for sure."""


def _whole(pattern: str, before: str = "") -> str:
    """Return a pattern of the fields as one that must fit the whole text, digits spelled out."""
    return f"^{before}" + pattern.replace(r"\Z", "$").replace(r"\d", "[0-9]")


_DIALLED = "|".join(r"[\s/\-]*".join(number) for number in sorted(SHORT_NUMBERS))

DATA_RULES: dict[str, DataRule] = {
    "Titel": DataRule(hoechstens=MAX_TITLE, zeilig=True),
    "Zeile": DataRule(hoechstens=MAX_LINE, zeilig=True),
    "Text": DataRule(),
    "Zahl": DataRule("Nur Ziffern schreiben, zum Beispiel 45.", rf"^[0-9]{{1,{MAX_NUMBER_DIGITS}}}$"),
    "Datum": DataRule(
        "Einen Tag schreiben, den es gibt, zum Beispiel 2026-05-12.", _whole(ISO.pattern, "(?=19|20|21)"), tag=True
    ),
    "Postleitzahl": DataRule("Fünf Ziffern schreiben, zum Beispiel 01067.", _whole(FIVE_DIGITS.pattern)),
    "Koordinaten": DataRule(
        "Breite und Länge mit Dezimalpunkt, durch Komma getrennt: 54.7892, 9.4331.",
        _whole(PAIR.pattern),
        grenzen=(MAX_LATITUDE, MAX_LONGITUDE),
    ),
    "Mailadresse": DataRule("Richtig ist zum Beispiel: info@example.org.", _whole(MAIL.pattern), MAX_LINE, zeilig=True),
    "Webadresse": DataRule(
        "Mit https:// davor und ohne Leerzeichen: https://www.example.org/treff.",
        '^(?:[Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):[^\\s<>"\\\\^`{|}]+$',
        MAX_ADDRESS,
        zeilig=True,
        genau=False,
    ),
    "Telefon": DataRule("Mit Vorwahl schreiben: 030 23125 117.", rf"^[\s/(\-]*[0+]|^(?:{_DIALLED})$", genau=False),
    "Kennung": DataRule("Nur Kleinbuchstaben, Ziffern und Bindestriche.", _whole(SLUG.pattern)),
    "Sprache": DataRule("Ein Kürzel schreiben: de, uk, ar, leichte_sprache.", "^[A-Za-z0-9_\\-]+$", genau=False),
    "Zeiten": DataRule(genau=False),
}
"""Kind of value by its name → rule; a choice or a word of a vocabulary is picked from a list."""

EVERYWHERE = UNWANTED.pattern
"""What no text may contain: signs that nobody sees."""
