"""Links to other records and to words of the district's vocabulary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic_core.core_schema import CoreSchema, no_info_plain_validator_function

from sozialraum.diagnostics import Rule, Severity, alternatives
from sozialraum.fields.kind import Kind, wrong
from sozialraum.fields.text import as_text

if TYPE_CHECKING:
    from collections.abc import Callable

KENNUNG = Rule(
    "keine_kennung",
    Severity.FEHLER,
    "Das ist keine Kennung eines Datensatzes.\n\nDie Kennung ist der Dateiname ohne `.md`: Kleinbuchstaben, Ziffern "
    "und Bindestriche, Umlaute ausgeschrieben, zum Beispiel `stadtteilcafe-auenblick`.",
)

RULES = (KENNUNG,)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z", re.ASCII)

_NO_SLUG = re.compile(r"[^a-z0-9]+", re.ASCII)
UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "oe",
        "ł": "l",
        "đ": "d",
        "–": "-",
        "—": "-",
    }
)
"""What is spelled out where only ASCII is possible: ours, and what Unicode takes no accent from."""

LANDKREISWEIT = "landkreisweit"
"""Stands in a list of Sozialräume for "all of them"; no record may carry this name."""
EVERYWHERE = "für alle Orte"
"""How people say `landkreisweit` within a sentence: not every district is a Landkreis."""
ALL_PLACES = "Für alle Orte"
"""The same as a heading or a word to choose."""
_MEANS_EVERYWHERE = re.compile(
    r"(?:(?:fuer|in|im|der)-)*(?:alles?|allen?-(?:orten?|sozialraeumen?|gemeinden|stadtteilen?)|ueberall|landkreis|kreisweit|stadtweit|"
    r"(?:ganze[mnr]?|gesamte[mnr]?)-(?:landkreis|kreis|stadt|gebiet))\Z"
)
"""What people write for it, as an id would be spelled."""

_EXAMPLES = {
    "sozialraeume": "auenstadt-mitte",
    "teams": "team-stadt",
    "organisationen": "stadtteilverein-nordhang",
    "schluesselpersonen": "wirtin-stadtteilcafe",
    "netzwerke": "stadtteilrunde-nordhang",
    "bedarfslagen": "randzeiten",
    "vorhaben": "fahrradtag-nordhang",
    "beratungen": "beratung-2026-001",
    "protokolle": "team-stadt-2026-03-03",
    "themen": "begegnung",
    "formate": "treffpunkt",
    "rollen": "tueroeffner",
}
"""A right example for each folder and each vocabulary."""
_EXAMPLE = "stadtteilcafe-auenblick"


@dataclass(frozen=True, slots=True)
class Ziel:
    """Where a link may point, and what it means seen from the other end.

    `ordner` are the folders it may point into, empty for all of them. `rueck`
    heads the list of linking records on the page of the linked one; there is no
    such list where it is empty.
    """

    ordner: tuple[str, ...]
    rueck: str

    @property
    def may_be_everywhere(self) -> bool:
        """Whether `landkreisweit` may stand for what it points at."""
        return self.ordner == ("sozialraeume",)

    @property
    def kind(self) -> Kind:
        """How such a value is written."""
        where = f" aus {alternatives(self.ordner)}" if self.ordner else ""
        example = _EXAMPLES.get(self.ordner[0] if self.ordner else "", _EXAMPLE)
        return Kind("Verweis", f"Kennung eines Datensatzes{where}", example)

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        """Make pydantic read a value so marked as an id."""
        del source, handler
        return no_info_plain_validator_function(_place if self.may_be_everywhere else slug)


@dataclass(frozen=True, slots=True)
class Woerter:
    """The vocabulary a word must come from."""

    vokabular: str

    @property
    def kind(self) -> Kind:
        """How such a value is written."""
        example = _EXAMPLES.get(self.vokabular, "begegnung")
        return Kind("Wort", f"ein Kürzel aus vokabular/{self.vokabular}.yml", example)

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        """Make pydantic read a value so marked as text; `load` looks it up in the district's words."""
        del source, handler
        return no_info_plain_validator_function(as_text)


def slug(value: object, meant: Callable[[str], str] = lambda _spelled: "") -> str:
    """Return the id of a record; `meant` may know better what to do about something that is none."""
    text = as_text(value).strip()
    if not SLUG.match(text):
        spelled = _spelled(text)
        remedy = f"Nur Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel {spelled or _EXAMPLE}."
        raise wrong(KENNUNG, f"„{text[:60]}“ ist keine Kennung eines Datensatzes.", meant(spelled) or remedy)
    return text


def meant_everywhere(written: str) -> str:
    """Return what to do where an id stands for all places that is not the word for them, "" where it does not."""
    return f"Für alle Orte steht das Wort {LANDKREISWEIT}." if _MEANS_EVERYWHERE.match(written) else ""


def _place(value: object) -> str:
    return slug(value, meant_everywhere)


def _spelled(text: str) -> str:
    """Return a text as an id; "" where it could tell who is meant, since a name would be one in any spelling."""
    from sozialraum.privacy.detection import find_all

    name = text.strip("[]/ ").rpartition("/")[2].partition("|")[0].removesuffix(".md").removesuffix(".html")
    return "" if find_all(text) else _NO_SLUG.sub("-", name.casefold().translate(UMLAUTS)).strip("-")[:60]


def verweis(*ordner: str, rueck: str = "Erwähnt in") -> Ziel:
    """Mark a value as a link to a record in one of `ordner`."""
    return Ziel(ordner, rueck)


def wort(vokabular: str) -> Woerter:
    """Mark a value as a word of the district's vocabulary `vokabular`."""
    return Woerter(vokabular)
