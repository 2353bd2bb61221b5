"""Time alone never turns a change red: what only a later day brings is a Warnung (domain.md 2.13)."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from districts import District
from sozialraum.diagnostics import Severity
from sozialraum.project import check

REPOSITORY = Path(__file__).parents[1]
EXAMPLES = REPOSITORY / "tests" / "records"
LATER = (date(2026, 7, 1), date(2027, 1, 1), date(2031, 6, 30), date(2060, 1, 1))


def fehler(records: Path, today: date) -> set[tuple[str, str, int]]:
    """Return code, file and line of every Fehler on a day."""
    _checked, found = check(records, today)
    return {(each.code, each.span.path, each.span.line) for each in found if each.severity is Severity.FEHLER}


@pytest.mark.parametrize("day", LATER)
def test_the_sample_stays_green(day: date) -> None:
    """The sample district has no Fehler on any later day, though consents, periods and steps run out."""
    assert fehler(REPOSITORY / "records", day) == set()


@pytest.mark.parametrize("kind", ["richtig", "falsch"])
def test_no_rule_turns_red_by_itself(kind: str, district: District) -> None:
    """With the examples of all rules in one district, a later day brings no Fehler that was none before."""
    for folder in sorted((EXAMPLES / kind).iterdir()):
        shutil.copytree(folder / "records", district.records, dirs_exist_ok=True)
    before = fehler(district.records, date(2026, 6, 30))
    for day in LATER:
        assert fehler(district.records, day) <= before
