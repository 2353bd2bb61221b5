"""Resources that consultations named, and how many of them come from the life-world.

Whether consultations bring life-world resources to light is the test of
Früchtel and Budde (2006). What was named for a person is a figure about
people: it is counted by origin only, and small figures are hidden. Not even
"never" and "once" may be told apart there. What was named for a Vorhaben is a
fact about the place, and stands as it is.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sozialraum.checks.consultation import WITH_PERSON
from sozialraum.model.beratung import Variante
from sozialraum.model.ressource import Herkunft, Ressource
from sozialraum.reports.consultations import counted, held, quarter
from sozialraum.reports.names import titles
from sozialraum.reports.quarters import closed_quarters
from sozialraum.reports.report import Report, Tabelle, Verweis
from sozialraum.reports.suppression import Count, protect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sozialraum.load.entries import Entry
    from sozialraum.project import Project

_ORIGINS = (Herkunft.lebensweltlich, Herkunft.professionell)
_THOUGHT_OF = ("Herkunft", "Ressource", "Vorhaben")
_FORGOTTEN = ("Herkunft", "Ressource", "Kurz gesagt")


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield the mentions for people by origin, then which resources Vorhaben built on, and which none did."""
    yield _by_origin(project)
    plans = _plans(project)
    found = sorted((_ORIGINS.index(each.herkunft), each.titel, entry.id) for entry, each in _resources(project))
    yield Tabelle(
        "In Beratungen zu Vorhaben genannt",
        _THOUGHT_OF,
        tuple(
            (_ORIGINS[origin].label, Verweis(id_, title), titles(project, plans[id_]))
            for origin, title, id_ in found
            if id_ in plans
        ),
        "Noch hat keine Beratung zu einem Vorhaben eine Ressource genannt.",
    )
    if plans:
        short = {entry.id: each.kurz for entry, each in _resources(project)}
        yield Tabelle(
            "Woran bei Vorhaben noch niemand gedacht hat",
            _FORGOTTEN,
            tuple(
                (_ORIGINS[origin].label, Verweis(id_, title), short[id_])
                for origin, title, id_ in found
                if id_ not in plans
            ),
            "Jede Ressource ist schon einmal genannt worden.",
            "Eine Anregung für die nächste Ressourcensammlung.",
        )


def _resources(project: Project) -> Iterator[tuple[Entry, Ressource]]:
    return (pair for pair in project.district.of_type(Ressource) if not pair[1].ist_beendet)


def _plans(project: Project) -> Mapping[str, tuple[str, ...]]:
    """Return resource → the Vorhaben in whose consultations it was named."""
    named: dict[str, dict[str, None]] = defaultdict(dict)
    for _entry, beratung in held(project):
        if beratung.variante is Variante.vorhaben:
            for id_ in beratung.ressourcen:
                named[id_][beratung.vorhaben or ""] = None
    return {id_: tuple(plans) for id_, plans in named.items()}


def _by_origin(project: Project) -> Tabelle:
    (last,) = closed_quarters(project.today, 1)
    counts: dict[Herkunft, Count] = defaultdict(Count)
    for _entry, beratung in held(project):
        if quarter(beratung) == last and beratung.variante in WITH_PERSON:
            for id_ in beratung.ressourcen:
                entry = project.graph.entries.get(id_)
                if entry and isinstance(entry.record, Ressource):
                    counts[entry.record.herkunft] += counted(beratung)
    figures = protect([[counts[origin]] for origin in _ORIGINS], project.district.settings.auswertungen.mindestzahl)
    names = [*(origin.label for origin in _ORIGINS), "zusammen"]
    return Tabelle(
        f"Für einzelne Menschen genannt, {last}",
        ("Herkunft", "Nennungen"),
        tuple((name, row[0]) for name, row in zip(names, figures, strict=True)),
        hinweis="Wie oft Beratungen mit einer Person oder zu ihr im letzten abgeschlossenen Quartal eine Ressource "
        "genannt haben. Kleine Zahlen bleiben verdeckt, und welche Ressource es war, steht hier nicht.",
    )


REPORT = Report(
    "genannte-ressourcen",
    "In Beratungen genannte Ressourcen",
    "Wie oft Beratungen auf die Lebenswelt bauen, und woran noch niemand gedacht hat.",
    tables,
    casework=True,
)
