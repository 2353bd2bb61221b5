"""Beratungen and Protokolle as evaluations count them: by the quarter in which they became known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.model.beratung import HELD, Beratung
from sozialraum.model.protokoll import Protokoll
from sozialraum.model.team import Team
from sozialraum.reports.quarters import Quartal, quarter_of
from sozialraum.reports.suppression import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.load.entries import Entry
    from sozialraum.model.protokoll import Tagesordnungspunkt, Wahrnehmung
    from sozialraum.project import Project


def held(project: Project) -> Iterator[tuple[Entry, Beratung]]:
    """Yield the consultations that took place."""
    for entry, beratung in project.district.of_type(Beratung):
        if beratung.status in HELD and beratung.datum <= project.today:
            yield entry, beratung


def quarter(record: Beratung | Protokoll) -> Quartal:
    """Return the quarter a record counts in.

    One that is written down late counts in the quarter in which it was: the
    figures of a quarter that is over never change by what is added, so that
    two builds cannot be told apart by one consultation.
    """
    return quarter_of(max(record.datum, record.angelegt_am))


def counted(beratung: Beratung) -> Count:
    """Return one consultation as a figure, with who stands behind it; nobody of them is ever shown."""
    voices = beratung.rollen.falleinbringend if beratung.rollen else ()
    return Count(1, frozenset({beratung.team}), frozenset(voices))


def meetings(project: Project) -> list[tuple[Entry, Protokoll]]:
    """Return the meetings until today, the oldest first."""
    found = [pair for pair in project.district.of_type(Protokoll) if pair[1].datum <= project.today]
    return sorted(found, key=lambda pair: (pair[1].datum, pair[0].id))


def perceptions(top: Tagesordnungspunkt) -> Iterator[Wahrnehmung]:
    """Yield everything said to the nine questions, in their order."""
    yield from (*top.aufgefallen_neuigkeiten, *top.gefaellt, *top.aergert, *top.schluesselpersonen, *top.ressourcen)
    if top.vernetzungsrunden:
        yield from (*top.vernetzungsrunden.intern, *top.vernetzungsrunden.extern)
    yield from (*top.vorhaben_laufend, *top.vorhaben_ideen, *top.weiteres)


def place_of(project: Project, protokoll: Protokoll, said: Wahrnehmung) -> str:
    """Return the Sozialraum a perception is about; a team with a single one needs not name it."""
    if said.sozialraum:
        return said.sozialraum
    entry = project.graph.entries.get(protokoll.team)
    own = entry.record.sozialraeume if entry and isinstance(entry.record, Team) else ()
    return own[0] if len(own) == 1 and own[0] in project.graph.entries else ""
