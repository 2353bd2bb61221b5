"""Tables of evaluations as pages show them: cells with their links, and what stands above them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.fields.dates import long_date
from sozialraum.load.folder import slugify
from sozialraum.model.beratung import Beratung
from sozialraum.model.protokoll import Protokoll
from sozialraum.reports.report import Verdeckt, Verweis
from sozialraum.reports.writing import shown
from sozialraum.site.pictures import Zeichnung, drawn
from sozialraum.site.view import Wert

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sozialraum.project import Project
    from sozialraum.reports.report import Tabelle, Zelle
    from sozialraum.site.cards import Card

MOST_ROWS = 300
"""A page of a few such tables stays well below 500 kB; the command has every row."""
LONG = 24
"""Characters from which a cell is a sentence rather than a word."""


class Tafel(NamedTuple):
    """One table of a page."""

    id: str
    titel: str
    hinweis: str
    spalten: tuple[str, ...]
    zeilen: tuple[tuple[Wert, ...], ...]
    leer: str
    weiter: tuple[tuple[str, str], ...]
    bild: Zeichnung | None
    worte: bool
    """Whether it is read rather than compared: on a phone each row becomes a block of its own."""
    weitere: int
    """How many rows are left out, because a page of all of them would be too large."""


def shown_tables(tables: Iterable[Tabelle], cards: Mapping[str, Card]) -> list[Tafel]:
    """Return tables ready for the template `tabellen.html`."""
    return [_shown(table, cards) for table in tables]


def without_casework(project: Project) -> bool:
    """Whether this build leaves out consultations and minutes, so that nothing said about them is the whole truth."""
    if project.audience is Sichtbarkeit.team:
        return False
    return not any(project.district.of_type(Beratung)) and not any(project.district.of_type(Protokoll))


def _shown(table: Tabelle, cards: Mapping[str, Card]) -> Tafel:
    id_ = f"t-{slugify(table.titel)}"
    rows = tuple(tuple(_value(cell, cards) for cell in row) for row in table.zeilen[:MOST_ROWS])
    words = any(isinstance(cell, str | Verweis) and len(shown(cell)) > LONG for row in table.zeilen for cell in row[1:])
    picture = drawn(table, f"{id_}-bild")
    return Tafel(
        id_,
        table.titel,
        table.hinweis,
        table.spalten,
        rows,
        table.leer,
        table.weiter,
        picture,
        words,
        len(table.zeilen) - len(rows),
    )


def _value(cell: Zelle, cards: Mapping[str, Card]) -> Wert:
    if cell is None or cell == "":
        return Wert("leer", "")
    if isinstance(cell, Verweis):
        return Wert("verweis", (cards[cell.id].url, cell.titel))
    if isinstance(cell, Verdeckt):
        return Wert("verdeckt", cell.zeichen)
    if isinstance(cell, date):
        return Wert("datum", (cell.isoformat(), long_date(cell)))
    return Wert("zahl" if isinstance(cell, int) else "text", cell)
