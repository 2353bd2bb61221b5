"""Ressourcen zu prüfen: records that nobody has looked at within the time foreseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.checks.upkeep import review_months
from sozialraum.fields.dates import add_months, months_between
from sozialraum.reports.names import team_name
from sozialraum.reports.report import Report, Tabelle, Verweis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.project import Project
    from sozialraum.reports.report import Zelle


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield what is due, the oldest first, whatever type it is of."""
    yield Tabelle(
        "Zu prüfen",
        ("Zuletzt geprüft", "Eintrag", "Art", "Vor Monaten", "Gepflegt von"),
        tuple(row for row, _team in due_reviews(project)),
        "Alles ist in der vorgesehenen Zeit geprüft worden.",
    )


def due_reviews(project: Project) -> list[tuple[tuple[Zelle, ...], str]]:
    """Return each row with the id of the team that keeps the record."""
    found = []
    for entry in project.district.entries:
        record = entry.record
        months = review_months(entry, project.district.settings)
        last = record.geprueft_am or record.angelegt_am
        if months and not record.ist_beendet and add_months(last, months) < project.today:
            age, team = months_between(last, project.today), record.zustaendig
            found.append(
                ((last, Verweis(entry.id, record.titel), record.typ.einzahl, age, team_name(project, team)), team)
            )
    return sorted(found)


REPORT = Report(
    "zu-pruefen", "Ressourcen zu prüfen", "Bei welchen Einträgen jemand nachsehen sollte, ob noch alles stimmt.", tables
)
