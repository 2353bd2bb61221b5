"""„Jetzt offen“ in the browser, on opening hours that people wrote, against opening-hours-py."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from holidays import country_holidays
from opening_hours import OpeningHours
from sozialraum.fields.hours import Zeiten, for_browser
from sozialraum.fields.hours_rules import is_overnight, rules
from test_hours_real import START, here, is_plain, market_values, osm_values, read

UNKNOWN = 2
SCRIPT = Path(__file__).parents[1] / "generator/sozialraum/site/assets/offen.js"
NODE = shutil.which("node")

PROGRAM = """
import { readFileSync } from "node:fs";
const { openAt } = await import(process.argv[1]);
const { values, moments, holidays } = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(values.map((data) => moments.map(([day, minute]) => openAt(data, day, minute, new Set(holidays))))));
"""
MOMENTS = [datetime(2026, 7, 6, 0, 0) + timedelta(hours=11 * step, minutes=17 * step) for step in range(48)]  # noqa: DTZ001
"""Every hour of the day and every day of the week, over three weeks and more."""


@here
@pytest.mark.skipif(NODE is None, reason="Node is not installed, so offen.js cannot be run.")
def test_open_at_a_moment() -> None:
    """Of more than 500 real values, each moment is open exactly where the library says so."""
    found = [value for written in (*osm_values("unambiguous"), *market_values()) if (value := read(written))]
    values = list({value.osm: value for value in found if is_plain(value)}.values())[:600]
    assert len(values) > 500
    for value, states in zip(values, in_the_browser(values, MOMENTS, frozenset()), strict=True):
        evaluator = OpeningHours(value.osm)
        assert states == [int(evaluator.is_open(moment)) for moment in MOMENTS], value.osm


def in_the_browser(values: list[Zeiten], moments: list[datetime], free: frozenset[date]) -> list[list[int]]:
    """Return for every value whether it is open at each moment: 0, 1, or 2 where nobody knows."""
    told = {
        "values": [for_browser(value, START, free) for value in values],
        "moments": [(moment.date().isoformat(), moment.hour * 60 + moment.minute) for moment in moments],
        "holidays": [day.isoformat() for day in sorted(free)],
    }
    command = [str(NODE), "--input-type=module", "--eval", PROGRAM, SCRIPT.as_uri()]
    answer = subprocess.run(command, input=json.dumps(told), capture_output=True, check=True, text=True)
    found: list[list[int]] = json.loads(answer.stdout)
    return found


HOLIDAYS = frozenset(country_holidays("DE", years=[2026, 2027]))
"""Those of the whole country, the only ones the library knows."""
AROUND = (
    "2026-07-10",
    "2026-07-12",
    "2026-10-03",
    "2026-10-04",
    "2026-12-25",
    "2026-12-27",
    "2027-03-26",
    "2027-03-30",
)
NIGHTS = [datetime.fromisoformat(f"{day}T{clock}") for day in AROUND for clock in ("00:10", "01:40", "04:30", "10:15", "16:20", "23:55")]  # fmt: skip


@here
@pytest.mark.skipif(NODE is None, reason="Node is not installed, so offen.js cannot be run.")
def test_holidays_and_midnight() -> None:
    """Of more than 500 real values, many of them past midnight or with holidays, the hours around both are the library's.

    Where a value says nothing of holidays, nobody knows: there the library takes
    the weekday's hours. Where a later rule begins on the morning after, the
    library ends the night for it; people who write „Sa 20-2; So 10-12“ do not.
    """
    found = [value for written in (*osm_values("unambiguous"), *market_values()) if (value := read(written))]
    certain = {value.osm: value for value in found if is_certain(value)}.values()
    late = [
        value
        for value in certain
        if ";" not in value.osm and any(any(map(is_overnight, rule.times)) for rule in rules(value.osm))
    ]
    free = [value for value in certain if "PH" in value.osm and value not in late and is_plain(value)]
    others = [value for value in certain if is_plain(value) and value not in free][: 520 - len(late) - len(free)]
    assert len(late) > 25
    assert len(free) > 100
    values = [*late, *free, *others]
    assert len(values) > 500
    for value, states in zip(values, in_the_browser(values, NIGHTS, HOLIDAYS), strict=True):
        evaluator = OpeningHours(value.osm, country="DE")
        expected = [int(evaluator.is_open(moment)) for moment in NIGHTS]
        assert [state for state in states if state != UNKNOWN] == [
            each for each, state in zip(expected, states, strict=True) if state != UNKNOWN
        ], value.osm
        days = {moment.date() for moment, state in zip(NIGHTS, states, strict=True) if state == UNKNOWN}
        assert days <= HOLIDAYS | {day + timedelta(days=1) for day in HOLIDAYS}
        assert not (days and value in free), value.osm


def is_certain(value: Zeiten) -> bool:
    """Return whether a value says open or closed and nothing else."""
    return all(rule.state == "closed" or not (rule.comment or rule.state == "unknown") for rule in rules(value.osm))
