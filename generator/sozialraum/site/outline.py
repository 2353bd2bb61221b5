"""Areas and places as drawings: simplified, put into a frame of whole pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sozialraum.site.nearby import KM_PER_DEGREE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sozialraum.fields.geometry import Flaeche, Ring
    from sozialraum.fields.place import Punkt

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

_STEPS_KM = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)
"""Lengths a scale bar may have."""
_LONGEST_BAR = 0.3
"""Share of the frame's width a scale bar may fill."""
_SMALLEST_KM = 0.6
"""A frame shows at least as much, so that a single place does not fill it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawing of `width` by `height` pixels; a district is small enough to be flat."""

    width: int
    height: int
    west: float
    north: float
    across: float
    """Pixels per degree of longitude."""
    down: float
    """Pixels per degree of latitude."""

    def at(self, lat: float, lon: float) -> tuple[int, int]:
        """Return the pixel of a place."""
        return round((lon - self.west) * self.across), round((self.north - lat) * self.down)

    def path(self, area: Flaeche) -> str:
        """Return an area as the `d` of an SVG path, simplified to what can be seen."""
        rings = (ring for polygon in area.polygone for ring in polygon)
        return "".join(self._ring(ring) for ring in rings)

    def scale(self) -> tuple[int, str]:
        """Return the length of a scale bar in pixels and what it stands for."""
        fitting = [step for step in _STEPS_KM if self._pixels(step) <= self.width * _LONGEST_BAR]
        step = fitting[-1] if fitting else _STEPS_KM[0]
        return round(self._pixels(step)), f"{step} km" if step >= 1 else f"{round(step * 1000)} m"

    def _pixels(self, kilometres: float) -> float:
        return kilometres / KM_PER_DEGREE * self.down

    def _ring(self, ring: Ring) -> str:
        pixels = [((lon - self.west) * self.across, (self.north - lat) * self.down) for lon, lat in ring]
        points = dict.fromkeys((round(x), round(y)) for x, y in simplified(pixels, 1.0))
        if len(points) < 3:  # noqa: PLR2004 - a line encloses nothing
            return ""
        return "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


def frame_around(bounds: Bounds, width: int, height: int, margin: int = 8) -> Frame:
    """Return the frame of fixed size in which `bounds` lie in the middle, as large as they fit."""
    west, south, east, north = bounds
    shrink = math.cos(math.radians((south + north) / 2))
    least = _SMALLEST_KM / KM_PER_DEGREE
    wide, high = max((east - west) * shrink, least), max(north - south, least)
    down = min((width - 2 * margin) / wide, (height - 2 * margin) / high)
    across = down * shrink
    return Frame(
        width,
        height,
        (west + east) / 2 - width / 2 / across,
        (south + north) / 2 + height / 2 / down,
        across,
        down,
    )


def height_for(bounds: Bounds, width: int, lowest: int, highest: int) -> int:
    """Return the height at which `bounds` fill a frame of a given width."""
    west, south, east, north = bounds
    wide = (east - west) * math.cos(math.radians((south + north) / 2))
    return min(max(round(width * (north - south) / wide), lowest), highest) if wide else highest


def bounds_of(areas: Iterable[Flaeche], points: Iterable[Punkt]) -> Bounds | None:
    """Return what encloses all of them, None where there is nothing."""
    boxes = [area.bounds() for area in areas] + [(point.lon, point.lat, point.lon, point.lat) for point in points]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def simplified(line: Sequence[tuple[float, float]], tolerance: float) -> list[tuple[float, float]]:
    """Return the points of a line that matter (Ramer, Douglas and Peucker), without recursion."""
    keep = {0, len(line) - 1}
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        if last - first < 2:  # noqa: PLR2004 - nothing lies between
            continue
        far, distance = max(
            ((number, _distance(line[number], line[first], line[last])) for number in range(first + 1, last)),
            key=lambda found: found[1],
        )
        if distance > tolerance:
            keep.add(far)
            parts += [(first, far), (far, last)]
    return [line[number] for number in sorted(keep)]


def _distance(point: tuple[float, float], first: tuple[float, float], last: tuple[float, float]) -> float:
    """Return how far a point lies from the line through two others, or from the one point they are."""
    dx, dy = last[0] - first[0], last[1] - first[1]
    length = math.hypot(dx, dy)
    if not length:
        return math.hypot(point[0] - first[0], point[1] - first[1])
    return abs(dx * (point[1] - first[1]) - dy * (point[0] - first[0])) / length
