"""Words and sentences."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import PlainValidator

from sozialraum.diagnostics import Rule, Severity
from sozialraum.fields.kind import Kind, wrong
from sozialraum.source.text import RETYPE, UNWANTED, unwanted_rule

TEXT = Rule(
    "kein_text",
    Severity.FEHLER,
    "Hier wird ein Text erwartet.\n\nEine Liste oder eingerückte Angaben passen an dieser Stelle nicht. Enthält "
    "der Text einen Doppelpunkt, gehört er in Anführungszeichen.",
)
LANG = Rule(
    "text_zu_lang",
    Severity.FEHLER,
    "Der Text ist für diese Angabe zu lang.\n\nTitel haben höchstens 90 Zeichen, einzeilige Angaben höchstens "
    "300. Ausführliches gehört in den freien Text unter dem Kopf.",
)
MEHRZEILIG = Rule(
    "text_mehrzeilig",
    Severity.FEHLER,
    "Diese Angabe darf nur eine Zeile haben.\n\nAusführliches gehört in den freien Text unter dem Kopf.",
)
ZAHL = Rule(
    "keine_zahl",
    Severity.FEHLER,
    "Hier wird eine ganze Zahl erwartet.\n\nNur Ziffern, ohne Punkt und ohne Einheit, zum Beispiel `45`.",
)

RULES = (TEXT, LANG, MEHRZEILIG, ZAHL)

NOTHING = ("Der Text ist leer.", "Etwas hineinschreiben oder die ganze Zeile löschen.")
"""Message and remedy where a value is nothing but space."""
_ONE_NUMBER = re.compile(r"(?:[^\d,-]{0,20}\s)?(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,9})(?:\s[^\d]{0,20})?", re.ASCII)
"""A number with dots between its thousands, or words around it: „ca. 6.200“."""
MAX_TITLE = 90
MAX_LINE = 300
MAX_NUMBER_DIGITS = 9
MAX_MONTHS = 240


def as_text(value: object) -> str:
    """Return `value`, which must have been written as one piece of text.

    Invisible characters are refused here once more: YAML lets them in behind `"\\u202e"`.
    """
    if not isinstance(value, str):
        raise wrong(TEXT, *_no_text(value))
    unwanted = None if value.isprintable() else UNWANTED.search(value)
    if unwanted:
        rule, message = unwanted_rule(unwanted[0])
        raise wrong(rule, message, RETYPE)
    return value


def _no_text(value: object) -> tuple[str, str]:
    """Return message and remedy for a list, as `[[kennung]]` is one, or a group where a text belongs."""
    if not isinstance(value, list):
        pair = [f"{key}: {text}" for key, text in value.items()] if isinstance(value, dict) else []
        example = pair[0][:60].replace('"', "'") if len(pair) == 1 else "Café: Treffpunkt"
        return "Hier wird ein Text erwartet.", f'Den Text in Anführungszeichen setzen: "{example}".'
    while isinstance(value, list) and len(value) == 1:
        value = value[0]
    remedy = "Nur einen Wert angeben, ohne eckige Klammern und ohne Striche davor."
    if isinstance(value, str):
        remedy = f"Ohne eckige Klammern und ohne Strich davor schreiben: {value[:60]}"
    return "Hier wird ein einzelner Wert erwartet, keine Liste.", remedy


def line(value: object, most: int = MAX_LINE) -> str:
    """Return a single line of at most `most` characters, spaces trimmed."""
    text = as_text(value).strip()
    if not text:
        raise wrong(TEXT, *NOTHING)
    if "\n" in text or "\r" in text:
        raise wrong(MEHRZEILIG, "Diese Angabe darf nur eine Zeile haben.", "Den Text in eine Zeile bringen.")
    if len(text) > most:
        message = f"Der Text hat {len(text)} Zeichen, hier passen höchstens {most}."
        raise wrong(LANG, message, "Kürzen; Ausführliches in den freien Text unter dem Kopf schreiben.")
    return text


def title(value: object) -> str:
    """Return a line short enough for headings and lists."""
    return line(value, MAX_TITLE)


def number(value: object) -> int:
    """Return a whole number from its digits."""
    text = as_text(value).strip()
    if not text.isascii() or not text.isdigit() or len(text) > MAX_NUMBER_DIGITS:
        meant = _ONE_NUMBER.fullmatch(text)
        example = meant["number"].replace(".", "") if meant else "45"
        raise wrong(ZAHL, f"„{text[:60]}“ ist keine ganze Zahl.", f"Nur Ziffern schreiben, zum Beispiel {example}.")
    return int(text)


def months(value: object) -> int:
    """Return a number of months that a calendar can add to a day."""
    found = number(value)
    if not 1 <= found <= MAX_MONTHS:
        raise wrong(ZAHL, f"{found} Monate sind nicht möglich.", f"Eine Zahl zwischen 1 und {MAX_MONTHS} schreiben.")
    return found


def paragraphs(value: object) -> str:
    """Return a text of any length, outer space trimmed."""
    return as_text(value).strip()


Titel = Annotated[
    str, PlainValidator(title), Kind("Titel", "eine Zeile, höchstens 90 Zeichen", "Stadtteilcafé Auenblick")
]
Zeile = Annotated[
    str, PlainValidator(line), Kind("Zeile", "eine Zeile, höchstens 300 Zeichen", "Einfach dienstags dazusetzen.")
]
Text = Annotated[
    str, PlainValidator(paragraphs), Kind("Text", "ein oder mehrere Absätze", "Zwei, drei einfache Sätze.")
]
Zahl = Annotated[int, PlainValidator(number), Kind("Zahl", "eine ganze Zahl", "45")]
Monate = Annotated[int, PlainValidator(months), Kind("Monate", "eine ganze Zahl von 1 bis 240", "12")]
