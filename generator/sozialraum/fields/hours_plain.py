"""Plain weekly hours, read without the library.

Nearly every place has hours like `Di 14:00-17:00; Do, Fr 10:00-12:00`: days of
the week, each named once, with times in order. For these the
answer can be read off the text; tests hold it against the library's.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from sozialraum.fields.hours_rules import DAYS, MIDNIGHT, minutes, weekdays

if TYPE_CHECKING:
    from sozialraum.fields.hours_rules import Rule

Times = tuple[tuple[int, int], ...]

_OSM_DAY = {"Mo": "Mo", "Di": "Tu", "Mi": "We", "Do": "Th", "Fr": "Fr", "Sa": "Sa", "So": "Su"}
_NUMBER = {german: number for number, german in enumerate(_OSM_DAY)}
_DAY = f"(?:{'|'.join(_OSM_DAY)})"
_DAYS = rf"{_DAY}(?:-{_DAY}|(?:, ?{_DAY})*)"
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d"
_TIMES = rf"{_CLOCK}-{_CLOCK}(?:, ?{_CLOCK}-{_CLOCK})*"
_PLAIN = re.compile(rf"{_DAYS} {_TIMES}(?:; ?{_DAYS} {_TIMES})*")
_NAME = re.compile(_DAY)


def plain_osm(text: str) -> str | None:
    """Return the canonical OSM value of plain German hours, None for everything else."""
    if not _PLAIN.fullmatch(text):
        return None
    found: list[str] = []
    named: set[int] = set()
    for rule in text.split(";"):
        days, _, times = rule.strip().replace(", ", ",").partition(" ")
        numbers = [_NUMBER[name] for name in _NAME.findall(days)]
        covered = {*range(numbers[0], numbers[-1] + 1)} if "-" in days else {*numbers}
        if covered & named or any(after <= before for before, after in itertools.pairwise(numbers)):
            return None
        if _ordered(times.split(",")) is None or _is_run(days, numbers):
            return None
        named |= covered
        found.append(f"{_NAME.sub(lambda name: _OSM_DAY[name[0]], days)} {times}")
    return "; ".join(found)


def plain_week(of: tuple[Rule, ...]) -> tuple[Times, ...] | None:
    """Return the hours from Monday to Sunday where all rules are plain, None otherwise."""
    week: list[Times] = [()] * 7
    for rule in of:
        times = _ordered(rule.times) if _is_plain(rule) else None
        if not times:
            return None
        for day in {number for entry in rule.days for number in weekdays(entry)}:
            week[day] = times
    return tuple(week)


def _is_plain(rule: Rule) -> bool:
    beside = rule.dates or rule.during_holidays or rule.comment
    named = bool(rule.days) and all(set(entry.split("-")) <= set(DAYS) for entry in rule.days)
    return rule.joint == ";" and rule.state == "open" and named and not beside


def _ordered(spans: list[str] | tuple[str, ...]) -> Times | None:
    """Return spans as minutes where each begins after the one before it, on the same day."""
    found = []
    last = -1
    for span in spans:
        part = minutes(span)
        if part is None or part[0] <= last or part[1] >= MIDNIGHT:
            return None
        found.append(part)
        last = part[1]
    return tuple(found)


def _is_run(days: str, numbers: list[int]) -> bool:
    """Whether days are named one by one that the library writes as a run (Mo,Tu,We as Mo-We)."""
    steps = [after - before for before, after in itertools.pairwise(numbers)]
    return "-" not in days and 1 in steps
