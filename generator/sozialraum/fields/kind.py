"""What a field says about itself, beside its type.

A field of a record type is one annotated line and a docstring below it:

    kurz: Annotated[Zeile, Angabe("Kurz gesagt", suche=3)]
    \"\"\"Ein Satz, der am Telefon genügt.\"\"\"

Everything that shows, explains, searches or asks for the field reads it here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from sozialraum.diagnostics import Rule


class Teil(StrEnum):
    """The parts of a record page, in the order in which a person in a hurry reads them."""

    KOPF = "kopf"
    AUF_EINEN_BLICK = "Auf einen Blick"
    INHALT = "Worum es geht"
    ZUGANG = "So kommt man hinein"
    KONTAKT = "Kontakt"
    VERLAUF = "Verlauf"
    METHODE = "Beratung"
    RASTER = "Raster"
    EINORDNUNG = "Einordnung"
    INTERN = "Nur für das Team"
    PFLEGE = "Stand und Pflege"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: its name for people, how it is written, a right example."""

    name: str
    explanation: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Angabe:
    """What is known about a field besides its type.

    `einzahl` heads a list that holds one value. `suche` is the weight in the search, 0 for not searched. `pflicht_ab` names
    the first status that needs the field, `empfohlen` makes its absence a
    Hinweis. `gefragt` is what a new record is asked for as well, though it may
    be left out: one of several fields may do. `nur_fuer` is the widest audience that may see it. A `tatsache` is
    what somebody looks at who verifies the record: address, contact, hours,
    access, cost.
    """

    label: str
    teil: Teil = Teil.EINORDNUNG
    einzahl: str = ""
    suche: int = 0
    pflicht_ab: str = ""
    empfohlen: bool = False
    gefragt: bool = False
    nur_fuer: str = ""
    tatsache: bool = False
    beispiel: str = ""


def angabe(label: str, teil: Teil = Teil.EINORDNUNG, **more: Any) -> Angabe:
    """Return the marker of a field; see `Angabe`."""
    return Angabe(label=label, teil=teil, **more)


def wrong(rule: Rule, message: str, remedy: str, part: str = "") -> PydanticCustomError:
    """Return the error by which a kind of value refuses what was written.

    `load` turns it into a diagnostic of `rule`, at the `part` of the value that
    is wrong where one is named. The texts travel as context, so that braces in
    a person's text are never taken for a template.
    """
    return PydanticCustomError(rule.code, "{message}", {"message": message, "remedy": remedy, "part": part})
