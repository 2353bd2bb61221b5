"""Mitmachen: question 7, what people can contribute, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.model.ressource import Ressource
from sozialraum.reports.names import titles
from sozialraum.reports.report import Report, Tabelle, Verweis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.project import Project


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield every resource that says how one can join in."""
    found = [
        (titles(project, ressource.sozialraeume), ressource.titel, entry.id, ressource.mitmachen)
        for entry, ressource in project.district.of_type(Ressource)
        if ressource.mitmachen and not ressource.ist_beendet
    ]
    yield Tabelle(
        "Hier wird man gebraucht",
        ("Wo", "Ressource", "Mitmachen"),
        tuple((where, Verweis(id_, title), how) for where, title, id_, how in sorted(found)),
        "Noch steht bei keiner Ressource, wie man mitmachen kann.",
    )


REPORT = Report(
    "mitmachen",
    "Mitmachen",
    "Wo Menschen selbst etwas beitragen können (Frage 7).",
    tables,
    Sichtbarkeit.oeffentlich,
)
