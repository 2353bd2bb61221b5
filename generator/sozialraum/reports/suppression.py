"""Which figures about consultations may be shown (domain.md 4.4).

A cell of fewer than k consultations shows „< k“. So does nothing behind which
stands a single team with fewer than three colleagues (dominance). Where totals
would give a hidden figure away, others are hidden, until every hidden
figure could have at least two values for someone who knows all that is shown,
and the rule.

That is decided exactly. A table with its totals is a circulation: source → row
→ column → sink → source, the totals being the outer edges. What is shown is
fixed, what is hidden lies between the bounds its sign gives away. A hidden
figure can be one more (or one less) than it is just when the rest can carry
the difference: when a path leads through the residual network.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.reports.report import Verdeckt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LEAST = 3
"""The minimum of the statistics of the Bundesagentur; no setting goes below it."""
TEAMS, VOICES = 2, 3
"""Two teams, or three colleagues who brought something in, must stand behind a figure."""

HIDDEN = Verdeckt("verdeckt")
"""Hidden although it is not small: it would give a small one away, or too few stand behind it."""
WITHHELD = Verdeckt("gesperrt")
"""Stands everywhere when even a table of nothing but signs would give something away; it tells no bounds."""
_MOST = 10**9

Place = tuple[int, int]
"""Row and column of a cell; the last row and the last column are totals."""
_SOURCE, _SINK = ("source", 0), ("sink", 0)
_Node = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Count:
    """How many consultations, and who stands behind them."""

    number: int = 0
    teams: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()

    def __add__(self, other: Count) -> Count:
        return Count(
            self.number + other.number,
            self.teams | other.teams,
            self.voices | other.voices,
        )


class Bounds(NamedTuple):
    """What the sign of a cell tells about its figure."""

    least: int
    most: int


Figure = int | Verdeckt


def protect(counts: Sequence[Sequence[Count]], k: int) -> list[list[Figure]]:
    """Return what may be shown of a table of numbers, its totals in a last row and a last column."""
    k = max(k, LEAST)
    full = _with_totals(counts)
    table = {(row, column): cell for row, cells in enumerate(full) for column, cell in enumerate(cells)}
    signs = {place: sign for place, cell in table.items() if (sign := _own_sign(cell, k))}
    values = {place: cell.number for place, cell in table.items()}
    while pinned := next(_pinned(values, signs, k), None):
        more = _cheapest(values, signs, pinned) or table.keys() - signs.keys()
        if not more:
            return [[WITHHELD for _cell in cells] for cells in full]
        signs |= dict.fromkeys(more, HIDDEN)
    return [
        [signs.get((row, column), cell.number) for column, cell in enumerate(cells)] for row, cells in enumerate(full)
    ]


def possible_bounds(sign: Verdeckt, k: int) -> Bounds:
    """Return what everybody knows of a figure that is hidden behind `sign`."""
    k = max(k, LEAST)
    if sign == WITHHELD:
        return Bounds(0, _MOST)
    return Bounds(k, _MOST) if sign == HIDDEN else Bounds(0, k - 1)


def _own_sign(cell: Count, k: int) -> Verdeckt | None:
    if cell.number < k:
        return Verdeckt(f"< {k}")
    return None if len(cell.teams) >= TEAMS or len(cell.voices) >= VOICES else HIDDEN


def _with_totals(counts: Sequence[Sequence[Count]]) -> list[list[Count]]:
    rows = [[*row, reduce(Count.__add__, row, Count())] for row in counts]
    width = len(rows[0]) if rows else 1
    return [*rows, [reduce(Count.__add__, (row[column] for row in rows), Count()) for column in range(width)]]


def _pinned(values: Mapping[Place, int], signs: Mapping[Place, Verdeckt], k: int) -> Iterator[Place]:
    """Yield the hidden places whose figure could only be what it is."""
    network = _Network(values, {place: possible_bounds(sign, k) for place, sign in signs.items()})
    return (place for place in sorted(signs) if not network.can_change(place))


class _Network:
    """The table as a circulation, and how far each edge could give way."""

    def __init__(self, values: Mapping[Place, int], hidden: Mapping[Place, Bounds]) -> None:
        self._values, self._hidden = values, hidden
        self._last: Place = max(values)
        self._steps: dict[_Node, list[tuple[_Node, Place]]] = defaultdict(list)
        for place, bounds in hidden.items():
            start, end = self._ends(place)
            if values[place] < bounds.most:
                self._steps[start].append((end, place))
            if values[place] > bounds.least:
                self._steps[end].append((start, place))

    def can_change(self, place: Place) -> bool:
        """Whether one more or one less at `place` fits to everything else that is known."""
        start, end = self._ends(place)
        bounds, value = self._hidden[place], self._values[place]
        more = value < bounds.most and self._leads(end, start, place)
        return more or (value > bounds.least and self._leads(start, end, place))

    def _leads(self, start: _Node, end: _Node, without: Place) -> bool:
        seen, waiting = {start}, deque([start])
        while waiting:
            for node, place in self._steps[waiting.popleft()]:
                if place != without and node not in seen:
                    if node == end:
                        return True
                    seen.add(node)
                    waiting.append(node)
        return False

    def _ends(self, place: Place) -> tuple[_Node, _Node]:
        row, column = place
        total_row, total_column = row == self._last[0], column == self._last[1]
        if total_row and total_column:
            return _SINK, _SOURCE
        if total_column:
            return _SOURCE, ("row", row)
        return (("column", column), _SINK) if total_row else (("row", row), ("column", column))


def _cheapest(values: Mapping[Place, int], signs: Mapping[Place, Verdeckt], pinned: Place) -> set[Place]:
    """Return the figures whose hiding closes the cheapest ring of four around `pinned`; empty where none is left.

    Totals are the last to go, then small figures go before large ones.
    """
    row, column = pinned
    height, width = max(values)
    rings = (
        {(row, across), (down, column), (down, across)} - signs.keys()
        for down in range(height + 1)
        for across in range(width + 1)
        if down != row and across != column
    )

    def price(ring: set[Place]) -> tuple[int, int, list[Place]]:
        totals = sum(place[0] == height or place[1] == width for place in ring)
        return totals, sum(values[place] for place in ring), sorted(ring)

    return min((ring for ring in rings if ring), key=price, default=set())
