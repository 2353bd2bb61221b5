"""The data from which a page says what is open on the day it is read."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opening import open_on
from sozialraum.fields.hours import for_browser, holidays_of, zeiten
from sozialraum.fields.hours_table import one_line
from sozialraum.site.search_rows import hours_cell

TODAY = date(2026, 7, 6)
"""A Monday."""

HOLIDAYS = holidays_of("SH", range(2026, 2028))
SCRIPT = Path(__file__).parents[1] / "generator/sozialraum/site/assets/zeiten.js"
NODE = shutil.which("node")

MORNING = [[540, 720]]
NOTHING: list[list[int]] = []


def data(written: str) -> dict[str, object]:
    """Return what a page receives."""
    found: dict[str, object] = json.loads(json.dumps(for_browser(zeiten(written), TODAY, HOLIDAYS)))
    return found


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mo 9-12", {"w": [MORNING, *[NOTHING] * 6]}),
        ("Mo 9-12; feiertags zu", {"w": [MORNING, *[NOTHING] * 6], "f": NOTHING}),
        ("So und Feiertage 9-12", {"w": [*[NOTHING] * 6, MORNING], "f": MORNING}),
        ("24/7", {"w": [[[0, 1440]]] * 7, "f": [[0, 1440]]}),
        ("Sa 22-2", {"w": [*[NOTHING] * 5, [[1320, 1560]], NOTHING]}),
        ("Mo 9-12; Di nach Vereinbarung", {"w": [MORNING, *[NOTHING] * 6], "v": [2]}),
        ("nach Vereinbarung", {"w": [NOTHING] * 7, "v": [1, 2, 3, 4, 5, 6, 7]}),
    ],
)
def test_regular(written: str, expected: dict[str, object]) -> None:
    """Hours that are the same every week are seven lists, and one more for holidays."""
    assert data(written) == expected


def test_irregular() -> None:
    """Hours of some weeks are spelled out by date for 400 days."""
    found = data("1. Di im Monat 9-12")
    assert found["w"] == [NOTHING] * 7
    assert found["bis"] == "2027-08-09"
    assert isinstance(found["t"], dict)
    assert list(found["t"].items())[:2] == [("2026-07-07", MORNING), ("2026-08-04", MORNING)]
    assert len(found["t"]) == 14


def test_only_exceptions_are_spelled_out() -> None:
    """Of hours with exceptions only these are spelled out."""
    found = data("Mo 9-12; 24.-31.12. geschlossen")
    assert found["w"] == [MORNING, *[NOTHING] * 6]
    assert found["t"] == {"2026-12-28": NOTHING}


def test_holiday_on_a_weekday() -> None:
    """Where the weekday decides about the hours of a holiday, the other ones are spelled out."""
    found = data("Mo-Fr 09:00-12:00, PH 14:00-15:00")
    assert found["f"] == [[540, 720], [840, 900]]
    saturdays = ("2026-10-03", "2026-10-31", "2026-12-26", "2027-05-01")
    assert found["t"] == {day: [[840, 900]] for day in saturdays}


def test_school_holidays() -> None:
    """Hours that differ in school holidays are marked, for nobody knows when these are."""
    assert data("Di 9-12; Schulferien geschlossen")["s"] is True


def test_result_is_ones_own() -> None:
    """Changing a result changes no later one."""
    for_browser(zeiten("Mo 9-12"), TODAY, HOLIDAYS).clear()
    assert data("Mo 9-12") == {"w": [MORNING, *[NOTHING] * 6]}


DAYS = (
    *("Mo", "Di-Do", "Fr", "Sa, So", "täglich", "1. Di im Monat", "letzter Fr im Monat", "PH", "So und Feiertage"),
    *("Apr bis Okt Mo-Fr", "24.12.", "24.-26.12.", "gerade Wochen Mi", "in den Schulferien Mo-Fr", "PH Mo-Fr"),
)
TIMES = ("9-12 Uhr", "9-12 und 14-16 Uhr", "22-2 Uhr", "ab 14 Uhr", "geschlossen", "nach Vereinbarung", "9-12 (Café)")
RULE = st.tuples(st.sampled_from(DAYS), st.sampled_from(TIMES)).map(" ".join)
VALUE = st.lists(RULE, min_size=1, max_size=4).map("; ".join)


@settings(deadline=None)
@given(VALUE)
def test_as_on_the_day(written: str) -> None:
    """For 400 days, read as `zeiten.js` reads it, the data says what `open_on` says."""
    value, found = zeiten(written), data(written)
    for day in (TODAY + timedelta(days=step) for step in range(400)):
        assert [*map(list, open_on(value, day, HOLIDAYS))] == read(found, day), day


def read(found: dict[str, object], day: date) -> object:
    """Do what `openOn` does in the browser."""
    dates, week = found.get("t", {}), found["w"]
    assert isinstance(dates, dict)
    assert isinstance(week, list)
    usual = found["f"] if "f" in found and day in HOLIDAYS else week[day.weekday()]
    return dates.get(day.isoformat(), usual)


PROGRAM = """
import { readFileSync } from "node:fs";
const { openOn } = await import(process.argv[1]);
const { cases, holidays } = JSON.parse(readFileSync(0, "utf8"));
const known = new Set(holidays);
const found = cases.map(({ data, days }) => days.map((day) => openOn(data, day, known)));
console.log(JSON.stringify(found));
"""


@pytest.mark.skipif(NODE is None, reason="Node is not installed, so zeiten.js cannot be run.")
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(VALUE, min_size=20, max_size=60))
def test_as_in_the_browser(values: list[str]) -> None:
    """The script itself says for 400 days what `open_on` says."""
    days = [TODAY + timedelta(days=step) for step in range(400)]
    cases = [{"data": data(written), "days": [day.isoformat() for day in days]} for written in values]
    told = {"cases": cases, "holidays": [day.isoformat() for day in sorted(HOLIDAYS)]}
    command = [str(NODE), "--input-type=module", "--eval", PROGRAM, SCRIPT.as_uri()]
    answer = subprocess.run(command, input=json.dumps(told), capture_output=True, check=True, text=True)
    expected = [[open_on(zeiten(written), day, HOLIDAYS) for day in days] for written in values]
    assert json.loads(answer.stdout) == json.loads(json.dumps(expected))


CELLS = """
import { readFileSync } from "node:fs";
const { hours, inWords } = await import(process.argv[1]);
const found = JSON.parse(readFileSync(0, "utf8")).map((cell) => hours(cell, []));
console.log(JSON.stringify(found.map((each) => [each.w, inWords(each.w)])));
"""


@pytest.mark.skipif(NODE is None, reason="Node is not installed, so woche.js cannot be run.")
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(VALUE, min_size=40, max_size=80))
def test_a_cell_says_it_all(values: list[str]) -> None:
    """Hours written in a cell come out as they were, and in the words of `one_line`; all others are told in full."""
    cells = {
        value: hours_cell(zeiten(value), TODAY, HOLIDAYS)
        for value in (*values, "24/7", "Mo-So 9-12", "Sa 20-4; So 20-9")
    }
    short = {value: cell for value, cell in cells.items() if not cell.startswith("{")}
    assert len(short) > 1
    command = [str(NODE), "--input-type=module", "--eval", CELLS, SCRIPT.with_name("woche.js").as_uri()]
    told = json.dumps([*short.values()])
    answer = subprocess.run(command, input=told, capture_output=True, check=True, text=True)
    for value, (week, words) in zip(short, json.loads(answer.stdout), strict=True):
        assert {"w": week} == data(value)
        assert words == one_line(zeiten(value))
    for value in cells.keys() - short.keys():
        assert json.loads(cells[value]) == {**data(value), "text": one_line(zeiten(value))}
