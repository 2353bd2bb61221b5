"""Lückenmatrix Themen × Sozialräume: what there is where, and where nothing is (domain.md 8, R4)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.fields.link import ALL_PLACES, LANDKREISWEIT
from sozialraum.model.bedarfslage import Bedarfslage
from sozialraum.model.ressource import Herkunft, Ressource
from sozialraum.reports.names import places, topic, topics
from sozialraum.reports.report import Bild, Report, Tabelle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sozialraum.project import Project
    from sozialraum.reports.report import Reihe, Zelle

_Cells = dict[tuple[str, str], int]
_WHOLE = 100


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield resources, their share from the life-world, and Bedarfslagen, each by topic and place."""
    everything, own = _counted(project)
    needs = known_needs(project)
    columns = ("Thema", *(place.titel for place in places(project)), ALL_PLACES)
    yield Tabelle(
        "Ressourcen",
        columns,
        _rows(project, lambda code, place: everything[code, place]),
        hinweis="Wie viele Ressourcen es zu einem Thema gibt. Eine Null ist eine mögliche Lücke.",
        bild=Bild.RASTER,
    )
    shares = _rows(project, lambda code, place: _share(own, everything, code, place))
    hint = "Wie viel davon aus der Lebenswelt kommt: Treffs, Vereine, Nachbarschaft."
    yield Tabelle("Anteil aus der Lebenswelt", columns, _with_anything(shares), "Noch gibt es keine Ressourcen.", hint)
    known = _with_anything(_rows(project, lambda code, place: needs[code, place]))
    hint = "Wie viele Bedarfslagen bekannt und noch nicht erledigt sind."
    yield Tabelle("Bedarfslagen", columns, known, "Zurzeit ist keine Bedarfslage bekannt.", hint)


def _rows(project: Project, cell: Callable[[str, str], Zelle]) -> tuple[Reihe, ...]:
    """Return a row for each topic, with a cell for each place and for the whole district."""
    where = [*(place.id for place in places(project)), LANDKREISWEIT]
    return tuple((topic(project, code), *(cell(code, place) for place in where)) for code in topics(project))


def _with_anything(rows: tuple[Reihe, ...]) -> tuple[Reihe, ...]:
    return tuple(row for row in rows if any(cell not in (None, 0) for cell in row[1:]))


def _counted(project: Project) -> tuple[_Cells, _Cells]:
    everything: _Cells = defaultdict(int)
    own: _Cells = defaultdict(int)
    for _entry, ressource in project.district.of_type(Ressource):
        if not ressource.ist_beendet:
            for code in ressource.themen:
                for place in ressource.sozialraeume:
                    everything[code, place] += 1
                    own[code, place] += ressource.herkunft is Herkunft.lebensweltlich
    return everything, own


def known_needs(project: Project) -> _Cells:
    """Return how many Bedarfslagen there are by topic and place: conditions of places, nothing to hide."""
    number: _Cells = defaultdict(int)
    for _entry, bedarfslage in project.district.of_type(Bedarfslage):
        if not bedarfslage.ist_beendet:
            for code in bedarfslage.themen:
                for place in bedarfslage.sozialraeume:
                    number[code, place] += 1
    return number


def _share(own: _Cells, everything: _Cells, code: str, place: str) -> str | None:
    number = everything[code, place]
    return f"{own[code, place] * _WHOLE // number} %" if number else None


REPORT = Report(
    "luecken",
    "Lücken: Themen und Orte",
    "Welche Ressourcen es zu welchem Thema an welchem Ort gibt, und wo noch nichts ist.",
    tables,
    Sichtbarkeit.kooperation,
)
