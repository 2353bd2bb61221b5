"""What is unclear in foreign data, row by row, as a table to be looked through before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sozialraum.imports.rows import RowDiagnostic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sozialraum.diagnostics import Diagnostic

_WIDEST_TITLE = 30


class Unklar(NamedTuple):
    """One thing that is unclear, in the order of the rows."""

    nummer: int
    wort: str
    titel: str
    was: str
    dann: str


def by_row(found: Sequence[Diagnostic]) -> tuple[list[Unklar], list[Diagnostic]]:
    """Return what is about single rows in their order, and all other diagnostics."""
    rows = [_unclear(each) for each in found if isinstance(each, RowDiagnostic)]
    return sorted(rows), [each for each in found if not isinstance(each, RowDiagnostic)]


def _unclear(each: RowDiagnostic) -> Unklar:
    place = each.place
    said = f"„{place.column}“: {each.said}" if place.column else each.said
    return Unklar(place.number, place.word, place.title, said, each.remedy)


def as_table(rows: Sequence[Unklar]) -> list[str]:
    """Return a heading and a line for each row: number, title, what is unclear, what happens then."""
    if not rows:
        return []
    cells = [(str(each.nummer), _line(each.titel)[:_WIDEST_TITLE], _line(each.was), _line(each.dann)) for each in rows]
    head = (rows[0].wort, "Eintrag", "Unklar", "Dann")
    widths = [max(len(row[column]) for row in [head, *cells]) for column in range(2)]
    return [f"{row[0].rjust(widths[0])}  {row[1].ljust(widths[1])}  {row[2]} → {row[3]}" for row in [head, *cells]]


def _line(text: str) -> str:
    return " ".join(text.split())
