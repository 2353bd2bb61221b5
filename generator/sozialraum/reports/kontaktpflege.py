"""Kontaktpflege fällig: key persons nobody has called for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.fields.dates import add_months
from sozialraum.model.schluesselperson import Schluesselperson
from sozialraum.reports.names import team_name
from sozialraum.reports.report import Report, Tabelle, Verweis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.project import Project


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield whom to call, the longest silence first; without a day of the last contact nothing is due."""
    due = []
    for entry, person in project.district.of_type(Schluesselperson):
        last = person.letzter_kontakt
        if last and not person.ist_beendet and add_months(last, person.kontaktpflege_monate) < project.today:
            due.append((last, Verweis(entry.id, person.titel), team_name(project, person.verantwortlich)))
    yield Tabelle(
        "Wer sich freut, von uns zu hören",
        ("Letzter Kontakt", "Schlüsselperson", "Kontakt über"),
        tuple(sorted(due)),
        "Mit allen Schlüsselpersonen gab es in der vorgesehenen Zeit Kontakt, soweit ein Tag eingetragen ist.",
    )


REPORT = Report(
    "kontaktpflege",
    "Kontaktpflege fällig",
    "Bei welchen Schlüsselpersonen sich das Team wieder melden sollte.",
    tables,
    Sichtbarkeit.team,
)
