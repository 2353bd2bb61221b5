"""Two builds, one before and one after a new consultation, tell nobody anything about it (domain.md 4.4)."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType, SimpleNamespace

from hypothesis import given, settings
from hypothesis import strategies as st
from report_attacks import recovered
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.graph import Graph
from sozialraum.model.beratung import Beratung, Beratungsstatus, Rollen, Variante
from sozialraum.model.handbuch import Auswertungen
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.model.team import Team
from sozialraum.model.vorhaben import Dimension
from sozialraum.project import Project
from sozialraum.reports import genannt, regelmaessig, verlauf, zeitaufwand
from sozialraum.reports.consultations import quarter
from sozialraum.reports.quarters import closed_quarters
from sozialraum.reports.report import Report, Verdeckt
from sozialraum.reports.suppression import WITHHELD
from sozialraum.reports.workload import dimension_of

PLACES, TEAMS, TOPICS = ("nordhang", "suedhang"), ("team-nord", "team-sued"), ("wohnen", "arbeit")
START = date(2026, 1, 1)
FIGURES = (verlauf.REPORT, genannt.REPORT, regelmaessig.REPORT, zeitaufwand.REPORT)
"""Every evaluation that counts consultations."""

days = st.integers(0, 200).map(lambda number: START + timedelta(days=number))


@st.composite
def consultations(draw: st.DrawFn) -> Beratung:
    """Return one that took place, written down on the same day or later."""
    held = draw(days)
    voices = draw(st.lists(st.sampled_from(["K1", "K2", "K3", "K4"]), max_size=2, unique=True))
    return Beratung.model_construct(
        titel="Wie geht es weiter?",
        status=Beratungsstatus.abgeschlossen,
        variante=draw(st.sampled_from(Variante)),
        datum=held,
        angelegt_am=held + timedelta(days=draw(st.integers(0, 60))),
        team=draw(st.sampled_from(TEAMS)),
        sozialraeume=tuple(draw(st.lists(st.sampled_from(PLACES), min_size=1, unique=True))),
        themen=tuple(draw(st.lists(st.sampled_from(TOPICS), unique=True))),
        dauer_minuten=40,
        rollen=Rollen.model_construct(moderation="K9", protokoll="K8", falleinbringend=tuple(voices)),
    )


def project(records: list[Beratung], today: date) -> Project:
    """Return a district with two places, two teams, two topics and these consultations."""
    fixed = [
        *(Sozialraum.model_construct(titel=place, status="aktiv") for place in PLACES),
        *(Team.model_construct(titel=team, status="aktiv") for team in TEAMS),
    ]
    ids = (*PLACES, *TEAMS, *(f"beratung-{number}" for number in range(len(records))))
    entries = [
        SimpleNamespace(id=id_, record=record, ordner=record.typ.ordner)
        for id_, record in zip(ids, [*fixed, *records], strict=True)
    ]
    words = {"themen": {code: SimpleNamespace(name=code) for code in TOPICS}}
    district = SimpleNamespace(
        entries=entries,
        of_type=lambda model: ((each, each.record) for each in entries if isinstance(each.record, model)),
        settings=SimpleNamespace(auswertungen=Auswertungen()),
        vokabular=SimpleNamespace(woerter=words, name=lambda _vocabulary, code: code),
    )
    graph = Graph({entry.id: entry for entry in entries}, (), MappingProxyType({}))
    return Project(district, graph, today, Sichtbarkeit.team, {}, lambda: (), len(entries))


def published(report: Report, built: Project) -> dict[str, object]:
    """Return what is said of each quarter: whole tables that name one in their title, else column by column."""
    found: dict[str, object] = {}
    for table in report.tables(built):
        if "Quartal" in table.titel:
            found[table.titel] = table.zeilen
        for at, column in enumerate(table.spalten):
            if "Quartal" in column:
                found[f"{table.titel}, {column}"] = [(row[0], row[at]) for row in table.zeilen]
    return found


@settings(max_examples=40)
@given(st.lists(consultations(), max_size=25), consultations(), days, st.integers(0, 100))
def test_a_new_consultation_changes_no_figure_of_a_quarter_that_was_over(
    before: list[Beratung], fresh: Beratung, first: date, later: int
) -> None:
    """Whatever both builds publish of the same quarter is the same, so the second tells nothing new about it."""
    known = [each for each in before if each.angelegt_am <= first and each.datum <= first]
    second = first + timedelta(days=later)
    fresh = fresh.model_copy(update={"angelegt_am": second, "datum": min(fresh.datum, second)})
    for report in FIGURES:
        one = published(report, project(known, first))
        two = published(report, project([*known, fresh], second))
        assert {key: one[key] for key in one.keys() & two.keys()} == {key: two[key] for key in one.keys() & two.keys()}
        assert one.keys() & two.keys() or closed_quarters(first, 4) != closed_quarters(second, 4)


@settings(max_examples=40)
@given(st.lists(consultations(), max_size=30))
def test_what_a_quarter_shows_is_safe(records: list[Beratung]) -> None:
    """The published table of topics and places, topics left out included, lets nobody work out a hidden figure."""
    built = project(records, date(2026, 4, 15))
    (last,) = closed_quarters(built.today, 1)
    where = [*PLACES, "landkreisweit"]
    true = [
        [
            sum(code in each.themen and place in each.sozialraeume for each in records if quarter(each) == last)
            for place in where
        ]
        for code in TOPICS
    ]
    table = next(each for each in verlauf.tables(built) if each.titel.startswith("Themen in Beratungen"))
    small = (Verdeckt("< 5"),) * (len(where) + 1)
    rows = {str(row[0]): row[1:] for row in table.zeilen}
    shown = [rows.get(name, small) for name in (*TOPICS, "alle Themen")]
    assert recovered(true, shown, 5) == []


@settings(max_examples=60)
@given(st.lists(consultations(), max_size=40))
def test_two_evaluations_of_a_quarter_are_safe_together(records: list[Beratung]) -> None:
    """Who puts the hours of a team's dimensions beside its number of consultations works out no hidden figure."""
    built = project(records, date(2026, 4, 15))
    (last,) = closed_quarters(built.today, 1)
    then = [each for each in records if quarter(each) == last]
    true = [
        [sum(each.team == team and dimension_of(built, each) is one for each in then) for one in Dimension]
        for team in TEAMS
    ]
    (hours,) = zeitaufwand.tables(built)
    behind = [row[2] for row in hours.zeilen]
    shown = [
        [
            sign if isinstance(sign := behind[len(Dimension) * team + one], Verdeckt) else true[team][one]
            for one in range(len(Dimension))
        ]
        for team in range(len(TEAMS))
    ]
    numbers = next(each for each in regelmaessig.tables(built) if each.titel == "Kollegiale Beratungen").zeilen
    table = [[*row, numbers[team][-1]] for team, row in enumerate(shown)]
    unpublished = [WITHHELD for _one in Dimension]
    assert recovered(true, [*table, [*unpublished, numbers[-1][-1]]], 5) == []
