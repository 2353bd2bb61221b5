"""What the next meeting of each team has before it, gathered in one pass over the records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.model.team import Team
from sozialraum.model.vorhaben import Vorhaben
from sozialraum.reports.moeglich import suggestions
from sozialraum.reports.names import topic
from sozialraum.reports.pruefen import LEER, due_reviews
from sozialraum.reports.pruefen import SPALTEN as REVIEWS
from sozialraum.reports.pruefen import row as due_row
from sozialraum.reports.report import Tabelle, Verweis
from sozialraum.reports.vereinbarungen import SPALTEN, pending, row, steps
from sozialraum.reports.vorhaben import NEXT_STEP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sozialraum.model.record import Record
    from sozialraum.project import Project
    from sozialraum.reports.report import Reihe


@dataclass(slots=True)
class Agenda:
    """Rows of the tables a team has in front of it."""

    agreed: list[Reihe] = field(default_factory=list)
    plans: list[Reihe] = field(default_factory=list)
    reviews: list[Reihe] = field(default_factory=list)
    suggested: list[Reihe] = field(default_factory=list)

    def tables(self, *, of_casework: bool) -> Iterator[Tabelle]:
        """Yield what is open, what is under way, what is to be looked at, what the meetings suggest.

        The first and the last rest on casework, and say nothing where there is none to know of.
        """
        if of_casework:
            yield Tabelle("Offene Vereinbarungen", SPALTEN[:-1], tuple(self.agreed), "Nichts ist offen.")
        yield Tabelle(
            "Vorhaben und ihr nächster Schritt",
            ("Vorhaben", "Stand", "Nächster Schritt", "Wiedervorlage"),
            tuple(self.plans),
            "Zurzeit hat das Team kein Vorhaben.",
        )
        yield Tabelle(
            "Zu prüfen",
            REVIEWS,
            tuple(self.reviews),
            LEER,
        )
        if of_casework:
            yield Tabelle(
                "Mögliche Bedarfslagen",
                ("Thema", "Ort", "Sitzungen"),
                tuple(self.suggested),
                "Kein Thema kam oft genug zur Sprache, ohne dass es entschieden wäre.",
            )


def agendas(project: Project) -> Mapping[str, Agenda]:
    """Return team → what its next meeting has before it."""
    found: dict[str, Agenda] = defaultdict(Agenda)
    for step in pending(steps(project)):
        found[step.team].agreed.append(row(step)[:-1])
    for entry, vorhaben in project.district.of_type(Vorhaben):
        if vorhaben.status in NEXT_STEP:
            step_ = (vorhaben.status.label, NEXT_STEP[vorhaben.status], vorhaben.wiedervorlage)
            found[vorhaben.verantwortlich].plans.append((Verweis(entry.id, vorhaben.titel), *step_))
    for due in due_reviews(project):
        found[due.team].reviews.append(due_row(due))
    of_place = teams_by_place(project)
    for each in suggestions(project):
        place = Verweis(each.ort, project.graph.entries[each.ort].record.titel)
        for team in of_place.get(each.ort, ()):
            found[team].suggested.append((topic(project, each.thema), place, len(each.sitzungen)))
    return found


def teams_by_place(project: Project) -> Mapping[str, tuple[str, ...]]:
    """Return Sozialraum → the teams that work there."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry, team in project.district.of_type(Team):
        for place in team.sozialraeume:
            found[place].append(entry.id)
    return {place: tuple(teams) for place, teams in found.items() if place != LANDKREISWEIT}


def concerned(record: Record, of_place: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the teams a record concerns: the one that keeps it, and those of its places."""
    places = getattr(record, "sozialraeume", None) or ()
    return {record.zustaendig, *(team for place in places for team in of_place.get(place, ()))} - {""}
