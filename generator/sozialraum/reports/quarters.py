"""Quarters that are over: the only ones of which figures are published (domain.md 4.4)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = 3


class Quartal(NamedTuple):
    """A quarter of a year, `nummer` 1 to 4."""

    jahr: int
    nummer: int

    def __str__(self) -> str:
        return f"{self.nummer}. Quartal {self.jahr}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.jahr, self.nummer * _MONTHS - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> Quartal:
        """The quarter after it."""
        return Quartal(self.jahr + self.nummer // 4, self.nummer % 4 + 1)

    @property
    def before(self) -> Quartal:
        """The quarter before it."""
        return Quartal(self.jahr, self.nummer - 1) if self.nummer > 1 else Quartal(self.jahr - 1, 4)


def quarter_of(day: date) -> Quartal:
    """Return the quarter a day lies in."""
    return Quartal(day.year, (day.month - 1) // _MONTHS + 1)


def closed_quarters(today: date, number: int) -> tuple[Quartal, ...]:
    """Return the last `number` quarters that were over before `today`, the oldest first."""
    found = [quarter_of(today).before]
    while len(found) < number:
        found.append(found[-1].before)
    return tuple(reversed(found))
