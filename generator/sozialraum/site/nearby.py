"""What lies close by: straight-line distance on a grid, so that no step is quadratic."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sozialraum.fields.place import Punkt

CELL_DEGREES = 0.02
"""About 2.2 km north to south, 1.3 km east to west in Germany."""
MAX_RINGS = 3


class Neighbourhood:
    """Places sorted into cells of a grid."""

    def __init__(self, places: Iterable[tuple[str, Punkt]]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[str, Punkt]]] = defaultdict(list)
        for id_, point in places:
            self._cells[_cell(point)].append((id_, point))

    def nearest(self, id_: str, point: Punkt, most: int = 5) -> list[tuple[str, float]]:
        """Return up to `most` other places with their distance in kilometres, nearest first."""
        found: list[tuple[float, str]] = []
        for ring in range(MAX_RINGS + 1):
            found += [(point.kilometres_to(there), other) for other, there in self._ring(point, ring) if other != id_]
            if len(found) >= most and ring:
                break
        return [(other, distance) for distance, other in sorted(found)[:most]]

    def _ring(self, point: Punkt, ring: int) -> Iterator[tuple[str, Punkt]]:
        row, column = _cell(point)
        for x in range(row - ring, row + ring + 1):
            for y in range(column - ring, column + ring + 1):
                if max(abs(x - row), abs(y - column)) == ring:
                    yield from self._cells.get((x, y), ())


def _cell(point: Punkt) -> tuple[int, int]:
    return math.floor(point.lat / CELL_DEGREES), math.floor(point.lon / CELL_DEGREES)
