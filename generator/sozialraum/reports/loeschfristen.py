"""Einwilligungen und Löschfristen: what ends soon, and what is to be erased by now.

Of the latter a build knows the id and the reason, so that somebody erases it, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.fields.dates import add_months
from sozialraum.model.schluesselperson import Schluesselperson
from sozialraum.reports.names import team_name
from sozialraum.reports.report import Report, Tabelle, Verweis
from sozialraum.retention import fristen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sozialraum.project import Project

AHEAD_MONTHS = 3


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield consents and records whose day is over or comes within three months."""
    until = add_months(project.today, AHEAD_MONTHS)
    consents = []
    for entry, person in project.district.of_type(Schluesselperson):
        end = person.einwilligung.gueltig_bis if person.einwilligung else None
        if end and end <= until:
            team = team_name(project, person.verantwortlich)
            consents.append((end, Verweis(entry.id, person.titel), _stand(end, project.today), team))
    columns = ("Bis", "Eintrag", "Stand", "Team")
    yield Tabelle("Einwilligungen", columns, tuple(sorted(consents)), "Keine Einwilligung endet in drei Monaten.")
    overdue = [(frist.ab, id_, frist.grund) for id_, frist in project.overdue.items()]
    yield Tabelle(
        "Ist zu löschen (sozialraum loeschen --faellig)",
        ("Seit", "Kennung", "Warum"),
        tuple(sorted(overdue)),
        "Nichts ist überfällig.",
    )
    ending = []
    for id_, frist in fristen(project.district).items():
        if frist.ab <= until:
            record = project.graph.entries[id_].record
            ending.append((frist.ab, Verweis(id_, record.titel), frist.grund, team_name(project, record.zustaendig)))
    yield Tabelle(
        "Bald zu löschen",
        ("Ab", "Eintrag", "Warum", "Team"),
        tuple(sorted(ending)),
        "In drei Monaten ist nichts zu löschen.",
    )


def _stand(day: date, today: date) -> str:
    return "abgelaufen" if day <= today else "läuft bald ab"


REPORT = Report(
    "loeschfristen",
    "Einwilligungen und Löschfristen",
    "Welche Einwilligungen enden und welche Einträge zu löschen sind.",
    tables,
    Sichtbarkeit.team,
)
