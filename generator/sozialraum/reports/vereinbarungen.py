"""Vereinbarungen: what was agreed, by team and by day, never by person (domain.md 4.9)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.model.beratung import Beratung
from sozialraum.model.contact import Vereinbarungsstatus
from sozialraum.model.protokoll import Protokoll
from sozialraum.reports.names import team_name, teams
from sozialraum.reports.report import Report, Tabelle, Verweis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sozialraum.model.contact import Vereinbarung
    from sozialraum.project import Project
    from sozialraum.reports.report import Zelle

DUE, OPEN = "überfällig", "offen"
SPALTEN = ("Bis", "Stand", "Was", "Vereinbart in", "Ergebnis")
LEER = "Keine Vereinbarungen."


class Schritt(NamedTuple):
    """One agreement with the record it arose from; `nummer` counts within that record."""

    bis: date
    quelle: Verweis
    nummer: int
    team: str
    was: str
    stand: str
    ergebnis: str
    ueberpruefung: date | None


def steps(project: Project) -> list[Schritt]:
    """Return every agreement this audience may know, by day.

    Who carries it out is left out: that belongs to the record, where the team
    reads it, and not into a list of work.
    """
    found: list[Schritt] = []
    for entry, beratung in project.district.of_type(Beratung):
        source = Verweis(entry.id, beratung.titel)
        found += _of(source, beratung.team, beratung.naechste_schritte, project.today)
    for entry, protokoll in project.district.of_type(Protokoll):
        source = Verweis(entry.id, protokoll.titel)
        found += _of(source, protokoll.team, protokoll.vereinbarungen, project.today)
    return sorted(found)


def by_team(found: Iterable[Schritt]) -> dict[str, list[Schritt]]:
    """Return the agreements of each team that has any, in the same order."""
    own: dict[str, list[Schritt]] = defaultdict(list)
    for step in found:
        own[step.team].append(step)
    return dict(own)


def pending(found: Iterable[Schritt]) -> list[Schritt]:
    """Return what is still to be done, by day: so what is overdue comes first."""
    return [step for step in found if step.stand in (DUE, OPEN)]


def settled(found: Iterable[Schritt]) -> list[Schritt]:
    """Return what is done, changed or dropped, the latest first."""
    return [step for step in found if step.stand not in (DUE, OPEN)][::-1]


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield the agreements of each team: what is due first, then what is open, then what is done."""
    found = by_team(steps(project))
    for team in dict.fromkeys((*(team.id for team in teams(project)), *found)):
        own = found.get(team, [])
        yield Tabelle(
            team_name(project, team), SPALTEN, tuple(map(row, [*pending(own), *settled(own)])), LEER, team=team
        )


def row(step: Schritt) -> tuple[Zelle, ...]:
    """Return one agreement as a row."""
    return step.bis, step.stand, step.was, step.quelle, step.ergebnis or None


def _of(source: Verweis, team: str, agreed: tuple[Vereinbarung, ...], today: date) -> Iterator[Schritt]:
    for number, each in enumerate(agreed, 1):
        late = each.status is Vereinbarungsstatus.offen and each.bis < today
        stand = DUE if late else each.status.label
        said = each.ergebnis or each.grund or ""
        yield Schritt(each.bis, source, number, team, each.was, stand, said, each.ueberpruefung_am)


REPORT = Report(
    "vereinbarungen",
    "Vereinbarungen",
    "Was die Teams vereinbart haben: überfällig, offen, erledigt; nach Datum, nie nach Person.",
    tables,
    casework=True,
)
