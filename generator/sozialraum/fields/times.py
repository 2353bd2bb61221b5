"""Opening hours as a kind of value: the reading itself is in `hours`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import PlainValidator

from sozialraum.diagnostics import Rule, Severity
from sozialraum.fields.hours import Zeiten, zeiten
from sozialraum.fields.kind import Kind, wrong
from sozialraum.fields.text import as_text

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError

ZEITEN = Rule(
    "keine_zeiten",
    Severity.FEHLER,
    "Diese Zeiten lassen sich nicht lesen.\n\nTage abgekürzt, Zeiten mit Bindestrich, mehrere durch Strichpunkt "
    "getrennt: `Mo-Fr 08:00-16:00; Sa 10:00-13:00`. Auch „1. Di im Monat 15:00-17:00“ und „nach Vereinbarung“ "
    "werden verstanden; es ist die Schreibweise von OpenStreetMap mit deutschen Tagen.",
)

RULES = (ZEITEN,)

_MOMENT = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*Uhr)?", re.ASCII)
"""A time of day alone: a cell of a spreadsheet that someone meant otherwise, and never open in the language of hours."""
_QUOTED = re.compile("„(.+?)“")
LONGEST = 1000
"""Signs of opening hours; the longest of Germany in OpenStreetMap have about 300."""


def times(value: object) -> Zeiten:
    """Return opening hours from OSM syntax or the usual German spelling."""
    if isinstance(value, dict | list):
        raise wrong(ZEITEN, "Die Zeiten stehen auf einer Zeile.", f"Richtig ist zum Beispiel: {_on_one_line(value)}")
    text = as_text(value)
    if len(text) > LONGEST:
        message = f"Die Zeiten haben {len(text)} Zeichen, hier passen höchstens {LONGEST}."
        raise wrong(ZEITEN, message, "Kürzen; Ausnahmen und Erklärungen in den freien Text unter dem Kopf schreiben.")
    if _MOMENT.fullmatch(text.strip()):
        message = f"„{text.strip()}“ ist eine Uhrzeit ohne Tag und ohne Ende."
        raise wrong(ZEITEN, message, "Von wann bis wann, zum Beispiel: Di 09:00-12:00.")
    try:
        return zeiten(text)
    except ValueError as error:
        raise _refused(str(error)) from None


def _on_one_line(value: dict[str, Any] | list[Any]) -> str:
    """Return hours that somebody wrote one below the other as they should stand; an example where that is not certain."""
    rows = [f"{days} {hours}" for days, hours in value.items()] if isinstance(value, dict) else value
    joined = "; ".join(rows) if all(isinstance(each, str) for each in rows) else ""
    try:
        return zeiten(joined).text if joined and len(joined) <= LONGEST else KIND.example
    except ValueError:
        return KIND.example


def _refused(sentence: str) -> PydanticCustomError:
    """Return the error behind a sentence of `hours`: what it quotes, and a right example behind the semicolon."""
    message, _semicolon, right = sentence.partition("; richtig ist ")
    quoted = _QUOTED.search(message)
    return wrong(ZEITEN, f"{message.rstrip('.')}.", f"Richtig ist {right}", part=quoted[1] if quoted else "")


KIND = Kind("Zeiten", "Tage und Uhrzeiten", "Di 14:00-17:00; Do 10:00-12:00")

Oeffnungszeiten = Annotated[Zeiten, PlainValidator(times), KIND]
