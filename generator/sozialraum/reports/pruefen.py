"""Bitte prüfen: records that somebody should look at this month, for each team.

What is linked most stands first: there a mistake misleads most people. Among
equals it is the oldest. What nobody ever verified, as everything imported, is
due at once, and so is what has changed since.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.checks.upkeep import review_months
from sozialraum.fields.dates import add_months, long_date
from sozialraum.reports.names import team_name
from sozialraum.reports.report import Report, Tabelle, Verweis

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sozialraum.load.entries import Entry
    from sozialraum.project import Project
    from sozialraum.reports.report import Zelle

SPALTEN = ("Eintrag", "Art", "Warum", "Verweise darauf")
LEER = "Alles ist in der vorgesehenen Zeit geprüft worden."
SO_GEHT_ES = (
    "Anrufen oder vorbeigehen. Stimmt alles, genügt „Stimmt noch“ auf der Seite des Eintrags. "
    "Worauf am meisten verwiesen wird, steht oben."
)


class Faellig(NamedTuple):
    """A record that is due, in the order of the list: `nutzung` is negative so that much use comes first."""

    nutzung: int
    seit: date
    eintrag: Verweis
    art: str
    warum: str
    team: str


def due_reviews(project: Project) -> list[Faellig]:
    """Return what is due by the end of this month."""
    use = _use(project)
    found = [
        Faellig(
            -use.get(entry.id, 0),
            last.am if (last := entry.record.letzte_pruefung) else entry.record.angelegt_am,
            Verweis(entry.id, entry.record.titel),
            entry.record.typ.einzahl,
            why,
            entry.record.zustaendig,
        )
        for entry in project.district.entries
        if (why := _reason(entry, project))
    ]
    return sorted(found)


def by_team(found: Sequence[Faellig]) -> Mapping[str, Sequence[Faellig]]:
    """Return what is due by the id of the team that keeps it, "" for none."""
    own: dict[str, list[Faellig]] = defaultdict(list)
    for each in found:
        own[each.team].append(each)
    return dict(sorted(own.items()))


def row(due: Faellig) -> tuple[Zelle, ...]:
    """Return a row of the table, in the order of SPALTEN."""
    return due.eintrag, due.art, due.warum, -due.nutzung


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield a table for each team that has something to look at."""
    found = by_team(due_reviews(project))
    for team, own in found.items():
        yield table(project, team, own)
    if not found:
        yield Tabelle("Zu prüfen", SPALTEN, (), LEER)


def table(project: Project, team: str, own: Sequence[Faellig]) -> Tabelle:
    """Return what one team should look at."""
    return Tabelle(team_name(project, team), SPALTEN, tuple(map(row, own)), LEER, SO_GEHT_ES, team=team)


def _use(project: Project) -> Mapping[str, int]:
    """Return id → how many records link there."""
    return {
        id_: len({source for ids in groups.values() for source in ids})
        for id_, groups in project.graph.incoming.items()
    }


def _reason(entry: Entry, project: Project) -> str:
    """Return why a record is due, "" where it is not."""
    months = review_months(entry, project.district.settings)
    if not months or entry.record.ist_beendet:
        return ""
    last = entry.record.letzte_pruefung
    if last is None:
        return f"noch nie geprüft, angelegt am {long_date(entry.record.angelegt_am)}"
    if entry.verfallen:
        return f"Angaben sind seit der Prüfung am {long_date(last.am)} anders"
    due = add_months(last.am, months) <= _last_day(project.today)
    return f"zuletzt geprüft am {long_date(last.am)}, vorgesehen alle {months} Monate" if due else ""


def _last_day(today: date) -> date:
    return add_months(today.replace(day=1), 1) - date.resolution


REPORT = Report(
    "zu-pruefen",
    "Bitte prüfen",
    "Bei welchen Einträgen in diesem Monat jemand nachsehen sollte, ob noch alles stimmt.",
    tables,
)
