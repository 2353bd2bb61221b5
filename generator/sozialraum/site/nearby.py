"""What lies close by: straight-line distance on a grid, so that no step is quadratic."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sozialraum.fields.place import Punkt

KM_PER_DEGREE = 111.195
"""Length of one degree of latitude, on the mean sphere of `fields.place`."""
PLACES_PER_CELL = 3
"""Cells are sized for about this many places in the thick of a district."""
FARTHEST_KM = 10
"""What lies farther away is not nearby."""


class Neighbourhood:
    """Places sorted into cells of a grid.

    Within the few kilometres that matter, degrees on a flat map (longitude
    shortened by the latitude's cosine) order places as the sphere does.
    """

    def __init__(self, places: Iterable[tuple[str, Punkt]]) -> None:
        self._points = dict(places)
        first = next(iter(self._points.values()), None)
        self._shrink = math.cos(math.radians(first.lat)) if first else 1.0
        flat = [(id_, point.lat, point.lon * self._shrink) for id_, point in self._points.items()]
        self._cell = _cell_size(flat)
        self._cells: dict[tuple[int, int], list[tuple[str, float, float]]] = defaultdict(list)
        for place in flat:
            self._cells[self._cell_of(place[1], place[2])].append(place)

    def nearest(self, id_: str, point: Punkt, most: int = 5) -> list[tuple[str, float]]:
        """Return up to `most` other places with their distance in kilometres, nearest first."""
        y, x = point.lat, point.lon * self._shrink
        row, column = self._cell_of(y, x)
        found: list[tuple[float, str]] = []
        for ring in range(int(FARTHEST_KM / KM_PER_DEGREE / self._cell) + 2):
            found += [
                ((a - y) ** 2 + (b - x) ** 2, other)
                for cell in self._ring(row, column, ring)
                for other, a, b in cell
                if other != id_
            ]
            found.sort()
            if len(found) >= most and found[most - 1][0] <= (ring * self._cell) ** 2:
                break
        near = [(point.kilometres_to(self._points[other]), other) for _squared, other in found[:most]]
        return [(other, kilometres) for kilometres, other in sorted(near) if kilometres <= FARTHEST_KM]

    def _cell_of(self, y: float, x: float) -> tuple[int, int]:
        return math.floor(y / self._cell), math.floor(x / self._cell)

    def _ring(self, row: int, column: int, ring: int) -> list[list[tuple[str, float, float]]]:
        """Return the cells with places in them at a distance of `ring` cells."""
        if ring == 0:
            around = [(row, column)]
        else:
            around = [(row + side, column + step) for side in (-ring, ring) for step in range(-ring, ring + 1)]
            around += [(row + step, column + side) for side in (-ring, ring) for step in range(1 - ring, ring)]
        cells = self._cells
        return [cells[cell] for cell in around if cell in cells]


def _cell_size(flat: list[tuple[str, float, float]]) -> float:
    """Return the side of a cell in degrees, for places spread over their middle half."""
    if len(flat) < PLACES_PER_CELL:
        return FARTHEST_KM / KM_PER_DEGREE
    ys, xs = sorted(place[1] for place in flat), sorted(place[2] for place in flat)
    quarter = len(flat) // 4
    height, width = ys[-1 - quarter] - ys[quarter], xs[-1 - quarter] - xs[quarter]
    size = math.sqrt(max(height * width, 0.0) * 2 * PLACES_PER_CELL / len(flat))
    return min(max(size, 0.002), FARTHEST_KM / KM_PER_DEGREE)
