"""Mögliche Bedarfslagen: what several meetings noticed about one place (domain.md 1.4, C-57).

The tool suggests, the team decides: it writes a Bedarfslage from a suggestion,
or one with the status verworfen and a reason. Either way the suggestion is gone.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.dates import add_months
from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.model.bedarfslage import Bedarfslage, Bedarfslagenstatus
from sozialraum.reports.consultations import meetings, perceptions, place_of
from sozialraum.reports.names import topic
from sozialraum.reports.report import Report, Tabelle, Verweis

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sozialraum.load.entries import Entry
    from sozialraum.project import Project

_UNDECIDED = frozenset({Bedarfslagenstatus.moeglich, Bedarfslagenstatus.beraten})
"""Written down but not confirmed: the suggestion stays, with a word about it."""


class Beleg(NamedTuple):
    """One thing said in one meeting."""

    datum: date
    sitzung: Verweis
    text: str


class Vorschlag(NamedTuple):
    """A topic that came up in several meetings about one place."""

    thema: str
    ort: str
    team: str
    """The team of the place."""
    belege: tuple[Beleg, ...]
    aufgeschrieben: tuple[str, ...]
    """Bedarfslagen about it that nobody has confirmed yet."""

    @property
    def schluessel(self) -> str:
        """What names it on the command line."""
        return f"{self.thema}/{self.ort}"

    @property
    def sitzungen(self) -> tuple[str, ...]:
        """The different meetings, the oldest first."""
        return tuple(dict.fromkeys(beleg.sitzung.id for beleg in self.belege))


def suggestions(project: Project) -> list[Vorschlag]:
    """Return what the meetings of the last months suggest, the most frequent first."""
    wanted = project.district.settings.auswertungen
    since = add_months(project.today, -wanted.monate)
    said: dict[tuple[str, str], list[Beleg]] = defaultdict(list)
    for entry, protokoll in meetings(project):
        if protokoll.datum <= since:
            continue
        for perception in perceptions(protokoll.top_einzelfallunspezifisch):
            place = place_of(project, protokoll, perception)
            for code in perception.themen if place else ():
                said[code, place].append(_evidence(entry, protokoll.datum, perception.text))
    known = _known(project)
    found = (
        Vorschlag(code, place, _team(project, place), tuple(belege), _undecided(known, code, place))
        for (code, place), belege in said.items()
        if not _decided(known, code, place)
    )
    frequent = [each for each in found if len(each.sitzungen) >= max(1, wanted.sitzungen)]
    return sorted(frequent, key=lambda each: (-len(each.sitzungen), each.thema, each.ort))


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield one table for each suggestion, with its evidence line by line."""
    found = suggestions(project)
    for each in found:
        place = project.graph.entries[each.ort].record.titel
        hint = f"In {len(each.sitzungen)} Sitzungen zur Sprache gekommen."
        if each.aufgeschrieben:
            titles = ", ".join(f"„{project.graph.entries[id_].record.titel}“" for id_ in each.aufgeschrieben)
            hint += f" Schon aufgeschrieben, noch nicht bestätigt: {titles}."
        rows = tuple((beleg.datum, beleg.sitzung, beleg.text) for beleg in each.belege)
        new = f"sozialraum new bedarfslage --aus-vorschlag {each.schluessel}"
        yield Tabelle(
            f"{topic(project, each.thema)} in {place}",
            ("Datum", "Sitzung", "Was gesagt wurde"),
            rows,
            hinweis=hint,
            weiter=(("Bestätigen", new), ("Verwerfen", f'{new} --status verworfen --grund "Warum nicht"')),
        )
    if not found:
        wanted = project.district.settings.auswertungen
        leer = f"Kein Thema kam in {wanted.monate} Monaten in {wanted.sitzungen} Sitzungen zu einem Ort vor, ohne dass es entschieden wäre."
        yield Tabelle("Vorschläge", ("Datum", "Sitzung", "Was gesagt wurde"), (), leer)


def _team(project: Project, place: str) -> str:
    return project.graph.entries[place].record.zustaendig


def _evidence(entry: Entry, day: date, text: str) -> Beleg:
    return Beleg(day, Verweis(entry.id, entry.record.titel), text)


_Known = dict[tuple[str, str], list[tuple[str, Bedarfslagenstatus]]]


def _known(project: Project) -> _Known:
    found: _Known = defaultdict(list)
    for entry, bedarfslage in project.district.of_type(Bedarfslage):
        for code in bedarfslage.themen:
            for place in bedarfslage.sozialraeume:
                found[code, place].append((entry.id, bedarfslage.status))
    return found


def _about(known: _Known, code: str, place: str) -> list[tuple[str, Bedarfslagenstatus]]:
    return [*known.get((code, place), ()), *known.get((code, LANDKREISWEIT), ())]


def _decided(known: _Known, code: str, place: str) -> bool:
    return any(status not in _UNDECIDED for _id, status in _about(known, code, place))


def _undecided(known: _Known, code: str, place: str) -> tuple[str, ...]:
    return tuple(id_ for id_, status in _about(known, code, place) if status in _UNDECIDED)


REPORT = Report(
    "moegliche-bedarfslagen",
    "Mögliche Bedarfslagen",
    "Was in mehreren Teamsitzungen zu einem Ort zur Sprache kam und noch keine bestätigte Bedarfslage ist.",
    tables,
    casework=True,
)
