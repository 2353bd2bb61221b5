"""Vorhaben by status: a board as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.model.vorhaben import Vorhaben, Vorhabenstatus
from sozialraum.reports.names import team_name, titles
from sozialraum.reports.report import Report, Tabelle, Verweis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.project import Project

NEXT_STEP = {
    Vorhabenstatus.idee: "Das Raster ausfüllen",
    Vorhabenstatus.eingabereif: "Eine Kollegiale Beratung planen",
    Vorhabenstatus.in_beratung: "Beraten und vereinbaren",
    Vorhabenstatus.vereinbart: "Anfangen",
    Vorhabenstatus.in_umsetzung: "Auswerten, was gelungen ist",
    Vorhabenstatus.ruht: "Zur Wiedervorlage wieder ansehen",
}
"""What leads to the next status (domain.md 3.5); a Vorhaben that is over has none."""


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield a table for each status that occurs, in the order of the course."""
    by_status: dict[Vorhabenstatus, list[tuple[Verweis, str, str, str]]] = {each: [] for each in Vorhabenstatus}
    for entry, vorhaben in project.district.of_type(Vorhaben):
        where, team = titles(project, vorhaben.sozialraeume), team_name(project, vorhaben.verantwortlich)
        by_status[vorhaben.status].append(
            (Verweis(entry.id, vorhaben.titel), where, team, NEXT_STEP.get(vorhaben.status, ""))
        )
    for status, rows in by_status.items():
        if rows:
            title = status.label[:1].upper() + status.label[1:]
            yield Tabelle(title, ("Vorhaben", "Wo", "Team", "Nächster Schritt"), tuple(sorted(rows)))
    if not any(by_status.values()):
        yield Tabelle("Vorhaben", ("Vorhaben",), (), "Noch gibt es keine Vorhaben.")


REPORT = Report(
    "vorhaben", "Vorhaben nach Stand", "Was im Entstehen ist, von der Idee bis zur festen Einrichtung.", tables
)
