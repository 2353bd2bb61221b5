"""Opening hours as rows of a page: days in a row with the same hours are one."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.hours_table import CLOSED

if TYPE_CHECKING:
    from sozialraum.fields.hours_table import Wochentafel


class Tage(NamedTuple):
    """Days in a row with the same hours; `nummern` are "1" for Monday to "7", separated by spaces."""

    nummern: str
    tage: str
    uhr: str


class ZeitenDaten(NamedTuple):
    """Opening hours for the page: the open days, the closed ones, and what the browser needs for „heute“."""

    offen: tuple[Tage, ...]
    zu: str
    notes: tuple[str, ...]
    browser: str


def in_rows(table: Wochentafel, browser: str) -> ZeitenDaten:
    """Put days in a row with the same hours into one row, and all closed days at the end."""
    runs = groupby(enumerate(table.rows, 1), key=lambda day: day[1][1])
    found = [(hours, [(str(number), name) for number, (name, _hours) in days]) for hours, days in runs]
    open_days = tuple(
        Tage(" ".join(number for number, _name in days), _run([name for _number, name in days]), hours)
        for hours, days in found
        if hours != CLOSED
    )
    closed = " ".join(number for hours, days in found if hours == CLOSED for number, _name in days)
    return ZeitenDaten(open_days, closed, table.notes, browser)


def _run(names: list[str]) -> str:
    """Return „Montag“, „Montag und Dienstag“, „Montag bis Freitag“."""
    if len(names) < 3:  # noqa: PLR2004 - of two days nothing lies between
        return " und ".join(names)
    return f"{names[0]} bis {names[-1]}"
