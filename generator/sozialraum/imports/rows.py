"""What is said about single rows of a table, or objects of a file: a diagnostic that knows which one it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from sozialraum.diagnostics import Rule


class RowPlace(NamedTuple):
    """Which row or object of a source."""

    source: str
    """The file, as messages name it."""
    word: str
    """What people call it: „Zeile“ or „Objekt“."""
    number: int
    title: str = ""
    """What it is called itself, "" where that is not known yet."""
    column: str = ""
    """The heading above the cell, "" for the row as a whole."""


_NOWHERE = RowPlace("", "", 0)


@dataclass(frozen=True, slots=True)
class RowDiagnostic(Diagnostic):
    """A diagnostic about one row; its message names the row in words."""

    place: RowPlace = _NOWHERE
    said: str = ""
    """The message without the row."""


def about(rule: Rule, place: RowPlace, said: str, remedy: str) -> RowDiagnostic:
    """Return the diagnostic of a rule about a row."""
    title = f" („{place.title}“)" if place.title else ""
    column = f", „{place.column}“" if place.column else ""
    message = f"{place.word} {place.number}{title}{column}: {said}"
    return RowDiagnostic(rule.code, rule.severity, Span(place.source), message, remedy, place=place, said=said)
