"""When a place is open, the plain way: what the tables and scripts of the site are compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.fields.hours import open_parts, spans_on
from sozialraum.fields.hours_rules import rules

if TYPE_CHECKING:
    from datetime import date

    from sozialraum.fields.hours import Zeiten


def open_on(value: Zeiten, day: date, holidays: frozenset[date]) -> tuple[tuple[int, int], ...]:
    """Return when a place is open for sure, in minutes since midnight of `day`.

    Hours that begin on `day` and go on after midnight end beyond 1440. On a
    holiday about which the value says nothing (`mentions_holidays`) these are
    the hours of the weekday.
    """
    return open_parts(spans_on(rules(value.osm), day, holidays))
