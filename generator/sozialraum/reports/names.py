"""What records, places and topics are called in evaluations, and which of them there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.fields.link import EVERYWHERE, LANDKREISWEIT
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.model.team import Team
from sozialraum.reports.report import Verweis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sozialraum.project import Project

NO_TEAM = "ohne Team"


def link(project: Project, id_: str) -> Verweis | str:
    """Return a record as a cell shows it, the id where this audience has no such record."""
    entry = project.graph.entries.get(id_)
    return Verweis(id_, entry.record.titel) if entry else id_


def titles(project: Project, ids: Iterable[str]) -> str:
    """Return the titles of several records in one cell; what this audience does not have is left out."""
    entries = project.graph.entries
    named = (EVERYWHERE if id_ == LANDKREISWEIT else entries[id_].record.titel if id_ in entries else "" for id_ in ids)
    return ", ".join(title for title in named if title)


def team_name(project: Project, id_: str) -> str:
    """Return a team's title."""
    entry = project.graph.entries.get(id_)
    return entry.record.titel if entry else NO_TEAM


def topic(project: Project, code: str) -> str:
    """Return what people read for a topic."""
    return project.district.vokabular.name("themen", code)


def topics(project: Project) -> tuple[str, ...]:
    """Return the codes of all topics, in the order of the vocabulary."""
    return tuple(project.district.vokabular.woerter["themen"])


def places(project: Project) -> tuple[Verweis, ...]:
    """Return the Sozialräume there are, in the order of their files."""
    return tuple(
        Verweis(entry.id, raum.titel) for entry, raum in project.district.of_type(Sozialraum) if not raum.ist_beendet
    )


def teams(project: Project) -> tuple[Verweis, ...]:
    """Return the teams there are, in the order of their files."""
    return tuple(
        Verweis(entry.id, team.titel) for entry, team in project.district.of_type(Team) if not team.ist_beendet
    )
