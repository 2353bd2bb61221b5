"""Resources that consultations named, and how many of them come from the life-world.

Whether consultations bring life-world resources to light is the test of
Früchtel and Budde (2006). That a resource was named is a fact about the place;
how often it was named is a figure about consultations.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sozialraum.model.ressource import Herkunft, Ressource
from sozialraum.reports.consultations import counted, held, quarter
from sozialraum.reports.quarters import closed_quarters
from sozialraum.reports.report import Report, Tabelle, Verweis
from sozialraum.reports.suppression import Count, protect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.project import Project

_ORIGINS = (Herkunft.lebensweltlich, Herkunft.professionell)


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield the mentions of the last closed quarter by origin, and the resources that no consultation named yet."""
    yield _by_origin(project)
    (last,) = closed_quarters(project.today, 1)
    named = {id_ for _entry, beratung in held(project) if quarter(beratung) <= last for id_ in beratung.ressourcen}
    if not named:
        return
    rest = [
        (_ORIGINS.index(ressource.herkunft), ressource.titel, entry.id, ressource.kurz)
        for entry, ressource in project.district.of_type(Ressource)
        if entry.id not in named and not ressource.ist_beendet
    ]
    yield Tabelle(
        f"Noch in keiner Beratung genannt, bis {last}",
        ("Herkunft", "Ressource", "Kurz gesagt"),
        tuple((_ORIGINS[origin].label, Verweis(id_, title), short) for origin, title, id_, short in sorted(rest)),
        "Jede Ressource ist schon einmal genannt worden.",
        "Eine Anregung für die Ressourcensammlung: Was haben wir noch nie bedacht?",
    )


def _by_origin(project: Project) -> Tabelle:
    (last,) = closed_quarters(project.today, 1)
    counts: dict[Herkunft, Count] = defaultdict(Count)
    for _entry, beratung in held(project):
        if quarter(beratung) == last:
            for id_ in beratung.ressourcen:
                entry = project.graph.entries.get(id_)
                if entry and isinstance(entry.record, Ressource):
                    counts[entry.record.herkunft] += counted(beratung)
    figures = protect([[counts[origin]] for origin in _ORIGINS], project.district.settings.auswertungen.mindestzahl)
    names = [*(origin.label for origin in _ORIGINS), "zusammen"]
    return Tabelle(
        f"Nennungen nach Herkunft, {last}",
        ("Herkunft", "Nennungen"),
        tuple((name, row[0]) for name, row in zip(names, figures, strict=True)),
        hinweis="Wie oft Beratungen des letzten abgeschlossenen Quartals eine Ressource genannt haben; kleine Zahlen bleiben verdeckt.",
    )


REPORT = Report(
    "genannte-ressourcen",
    "In Beratungen genannte Ressourcen",
    "Wie oft Beratungen auf die Lebenswelt bauen, und woran noch niemand gedacht hat.",
    tables,
    casework=True,
)
