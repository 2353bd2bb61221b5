"""An attacker who knows everything that is shown, and the rule by which something is hidden."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from sozialraum.reports.report import Verdeckt
from sozialraum.reports.suppression import possible_bounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Table = list[list[int]]


def with_totals(values: Sequence[Sequence[int]]) -> Table:
    """Add the sum of each row, and a last row with the sum of each column."""
    rows = [[*row, sum(row)] for row in values]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def consistent(values: Table, shown: Sequence[Sequence[object]], k: int) -> Iterator[Table]:
    """Yield tables next to the true one that fit to everything the attacker sees.

    Only cells one apart are tried: where another table fits at all, one of
    these does, since the differences of two tables fall apart into rings of
    plus and minus one.
    """
    height, width = len(values), len(values[0])
    inner = [(row, column) for row in range(height) for column in range(width)]
    hidden = [(row, column) for row, column in inner if isinstance(shown[row][column], Verdeckt)]
    for size in range(1, len(hidden) + 1):
        for places, steps in product(combinations(hidden, size), product((1, -1), repeat=size)):
            other = [list(row) for row in values]
            for (row, column), step in zip(places, steps, strict=True):
                other[row][column] += step
            if fits(with_totals(other), shown, k):
                yield with_totals(other)


def fits(table: Table, shown: Sequence[Sequence[object]], k: int) -> bool:
    """Whether a table with its totals could be the one behind what is shown."""
    for row, signs in zip(table, shown, strict=True):
        for value, sign in zip(row, signs, strict=True):
            if isinstance(sign, Verdeckt):
                least, most = possible_bounds(sign, k)
                if not least <= value <= most:
                    return False
            elif value != sign:
                return False
    return True


def recovered(
    values: Table, shown: Sequence[Sequence[object]], k: int, *, counting: bool = True
) -> list[tuple[int, int]]:
    """Return the hidden cells, totals included, whose figure the attacker can tell."""
    hidden = {
        (row, column)
        for row, signs in enumerate(shown)
        for column, sign in enumerate(signs)
        if isinstance(sign, Verdeckt)
    }
    true = with_totals(values)
    for other in consistent(values, shown, k):
        hidden -= {(row, column) for row, column in hidden if other[row][column] != true[row][column]}
        if not hidden:
            break
    return sorted(hidden)
