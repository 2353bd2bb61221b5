"""„Jetzt offen“ in the browser, on opening hours that people wrote, against opening-hours-py."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from opening_hours import OpeningHours
from sozialraum.fields.hours import for_browser
from test_hours_real import START, here, is_plain, market_values, osm_values, read

SCRIPT = Path(__file__).parents[1] / "generator/sozialraum/site/assets/offen.js"
NODE = shutil.which("node")

PROGRAM = """
import { readFileSync } from "node:fs";
const { openAt } = await import(process.argv[1]);
const { values, moments } = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(values.map((data) => moments.map(([day, minute]) => openAt(data, day, minute, new Set())))));
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
    told = {
        "values": [for_browser(value, START, frozenset()) for value in values],
        "moments": [(moment.date().isoformat(), moment.hour * 60 + moment.minute) for moment in MOMENTS],
    }
    command = [str(NODE), "--input-type=module", "--eval", PROGRAM, SCRIPT.as_uri()]
    answer = subprocess.run(command, input=json.dumps(told), capture_output=True, check=True, text=True)
    for value, states in zip(values, json.loads(answer.stdout), strict=True):
        evaluator = OpeningHours(value.osm)
        assert states == [int(evaluator.is_open(moment)) for moment in MOMENTS], value.osm
