"""What an evaluation is: a name, a sentence, who may see it, and the tables it makes of a project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.choice import Sichtbarkeit

if TYPE_CHECKING:
    from sozialraum.project import Project


class Verweis(NamedTuple):
    """A record named in a cell."""

    id: str
    titel: str


class Verdeckt(NamedTuple):
    """A figure that nobody may see; `zeichen` stands in its place."""

    zeichen: str


Zelle = str | int | date | Verweis | Verdeckt | None
"""What one cell of a table holds; None where there is nothing, which is shown as well."""


Reihe = tuple[Zelle, ...]
"""One row."""


class Bild(StrEnum):
    """How the figures of a table are also drawn."""

    KEINS = ""
    RASTER = "raster"
    """A field for each cell, the fuller the darker."""
    VERLAUF = "verlauf"
    """Bars over the columns, which are quarters."""


@dataclass(frozen=True, slots=True)
class Tabelle:
    """Rows of cells under a title; the first column says what a row is about.

    `weiter` is what one can do with it: a word and a command. `leer` is said
    where there are no rows.
    """

    titel: str
    spalten: tuple[str, ...]
    zeilen: tuple[Reihe, ...]
    leer: str = "Dazu gibt es nichts."
    hinweis: str = ""
    weiter: tuple[tuple[str, str], ...] = ()
    bild: Bild = Bild.KEINS
    team: str = ""
    """The team it is for, "" for all of them."""


@dataclass(frozen=True, slots=True)
class Report:
    """One evaluation. `audience` is the widest that may see it."""

    name: str
    titel: str
    kurz: str
    tables: Callable[[Project], Iterator[Tabelle]]
    audience: Sichtbarkeit = Sichtbarkeit.jobcenter
    casework: bool = False
    """Whether it evaluates Beratungen or Protokolle, which a build for others than the team hardly has."""
