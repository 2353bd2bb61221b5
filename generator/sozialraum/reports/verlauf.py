"""Bedarfslagen Thema × Sozialraum, and how often topics came up over quarters that are over."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.fields.link import ALL_PLACES, LANDKREISWEIT
from sozialraum.reports.consultations import counted, held, meetings, perceptions, quarter
from sozialraum.reports.luecken import known_needs
from sozialraum.reports.names import places, topic, topics
from sozialraum.reports.quarters import closed_quarters
from sozialraum.reports.report import Bild, Reihe, Report, Tabelle, Verdeckt
from sozialraum.reports.suppression import LEAST, Count, protect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.project import Project


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield what is known of places; figures about consultations only for the last quarter that is over."""
    yield _standing(project)
    if not project.audience.in_house:
        return
    yield _meetings(project)
    yield _consultations(project)


def _standing(project: Project) -> Tabelle:
    """Return the Bedarfslagen of today by topic and place."""
    where = [*(place.id for place in places(project)), LANDKREISWEIT]
    number = known_needs(project)
    rows: tuple[Reihe, ...] = tuple(
        (topic(project, code), *(number[code, place] for place in where))
        for code in topics(project)
        if any(number[code, place] for place in where)
    )
    columns = ("Thema", *(place.titel for place in places(project)), ALL_PLACES)
    return Tabelle("Bedarfslagen heute", columns, rows, "Noch ist keine Bedarfslage eingetragen.", bild=Bild.RASTER)


def _meetings(project: Project) -> Tabelle:
    """Return in how many meetings of a quarter a topic came up; what is said there is about places."""
    quarters = closed_quarters(project.today, project.district.settings.auswertungen.quartale)
    seen: dict[tuple[str, object], set[str]] = defaultdict(set)
    for entry, protokoll in meetings(project):
        for said in perceptions(protokoll.top_einzelfallunspezifisch):
            for code in said.themen:
                seen[code, quarter(protokoll)].add(entry.id)
    rows: tuple[Reihe, ...] = tuple(
        (topic(project, code), *(len(seen[code, each]) for each in quarters))
        for code in topics(project)
        if any((code, each) in seen for each in quarters)
    )
    columns = ("Thema", *map(str, quarters))
    hint = "In wie vielen Teamsitzungen ein Thema zur Sprache kam; nur abgeschlossene Quartale."
    return Tabelle("Themen in Teamsitzungen", columns, rows, "Noch gibt es keine Sitzungen.", hint, bild=Bild.VERLAUF)


def _consultations(project: Project) -> Tabelle:
    """Return the mentions of topics and places in consultations of the last closed quarter, small ones hidden.

    Mentions, not consultations: one may have several topics and places, so
    that the sums say nothing about how many there were.
    """
    (last,) = closed_quarters(project.today, 1)
    where = [*(place.id for place in places(project)), LANDKREISWEIT]
    counts: dict[tuple[str, str], Count] = defaultdict(Count)
    for _entry, beratung in held(project):
        if quarter(beratung) == last:
            for code in beratung.themen:
                for place in beratung.sozialraeume:
                    counts[code, place] += counted(beratung)
    k = project.district.settings.auswertungen.mindestzahl
    codes = topics(project)
    figures = protect([[counts[code, place] for place in where] for code in codes], k)
    names = [*(topic(project, code) for code in codes), "alle Themen"]
    small = Verdeckt(f"< {max(k, LEAST)}")
    rows = tuple((name, *row) for name, row in zip(names, figures, strict=True) if {*row} != {small})
    columns = ("Thema", *(place.titel for place in places(project)), ALL_PLACES, "zusammen")
    return Tabelle(
        f"Themen in Beratungen, {last}",
        columns,
        rows,
        f"In diesem Quartal ist jede Zahl kleiner als {max(k, LEAST)}.",
        "Gezählt werden Nennungen. Kleine Zahlen bleiben verdeckt, und mit ihnen andere, aus denen man sie erschließen "
        f"könnte. Wo ein Thema fehlt, ist jede Zahl kleiner als {max(k, LEAST)}."
        if rows
        else "",
    )


REPORT = Report(
    "bedarfslagen-verlauf",
    "Bedarfslagen nach Thema und Ort",
    "Welche Bedarfslagen es wo gibt und wie oft Themen in abgeschlossenen Quartalen zur Sprache kamen.",
    tables,
    Sichtbarkeit.kooperation,
)
