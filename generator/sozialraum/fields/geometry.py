"""The area of a Sozialraum: a GeoJSON file beside its record (RFC 7946, WGS84)."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span
from sozialraum.fields.place import Punkt
from sozialraum.source.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FLAECHE = Rule(
    "keine_flaeche",
    Severity.FEHLER,
    "Die Datei beschreibt keine Fläche.\n\nNeben `sozialraeume/moorwinkel.md` kann `moorwinkel.geojson` liegen: ein "
    "Polygon oder Multipolygon in WGS84, wie es jedes Kartenprogramm und geojson.io speichert.",
)

RULES = (FLAECHE,)

Ring = tuple[tuple[float, float], ...]
"""Closed line of (longitude, latitude) pairs, as GeoJSON orders them."""

_MIN_RING = 4
_LINES = 16
"""Lines from west to east on which the inside of an area is looked for."""
_WIDE = 3
"""How much wider than high a name is."""
_MAX_LONGITUDE, _MAX_LATITUDE = 180, 90


class _Box(NamedTuple):
    """A part of the inside: from line to line, and from west to east in degrees."""

    first: int
    last: int
    west: float
    east: float


@dataclass(frozen=True, slots=True)
class Flaeche:
    """One or more polygons, each an outer ring followed by its holes."""

    polygone: tuple[tuple[Ring, ...], ...]

    def contains(self, punkt: Punkt) -> bool:
        """Whether a place lies inside (even-odd rule; borders may fall either way)."""
        return any(self._inside(polygon, punkt) for polygon in self.polygone)

    def bounds(self) -> tuple[float, float, float, float]:
        """Return west, south, east, north in degrees."""
        points = [point for polygon in self.polygone for point in polygon[0]]
        lons, lats = [point[0] for point in points], [point[1] for point in points]
        return min(lons), min(lats), max(lons), max(lats)

    def middle(self) -> Punkt:
        """Return the centroid of the largest ring, good enough to place a name."""
        ring = max((polygon[0] for polygon in self.polygone), key=lambda ring: abs(_area(ring)))
        area = _area(ring)
        if not area:
            return Punkt(ring[0][1], ring[0][0])
        pairs = list(pairwise(ring))
        lon = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
        lat = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
        return Punkt(lat, lon)

    def inner(self) -> Punkt:
        """Return where a name fits best: the middle of the largest box of its shape inside the largest polygon."""
        polygon = max(self.polygone, key=lambda polygon: abs(_area(polygon[0])))
        lats = [lat for _lon, lat in polygon[0]]
        south, step = min(lats), (max(lats) - min(lats)) / _LINES
        across = math.cos(math.radians(south)) / _WIDE

        def size(box: _Box) -> tuple[float, float]:
            wide, high = (box.east - box.west) * across, (box.last - box.first + 1) * step
            return min(wide, high), wide * high

        lines = [_chords(polygon, south + step * (number + 0.5)) for number in range(_LINES)]
        box = max(_boxes(lines), key=size, default=None)
        if box is None:
            return self.middle()
        return Punkt(south + step * (box.first + box.last + 1) / 2, (box.west + box.east) / 2)

    @staticmethod
    def _inside(polygon: tuple[Ring, ...], punkt: Punkt) -> bool:
        inside = False
        for ring in polygon:
            for (x1, y1), (x2, y2) in pairwise(ring):
                crosses = (y1 > punkt.lat) != (y2 > punkt.lat)
                if crosses and punkt.lon < (x2 - x1) * (punkt.lat - y1) / (y2 - y1) + x1:
                    inside = not inside
        return inside


def read_geometry(file: Path, path: str) -> tuple[Flaeche | None, list[Diagnostic]]:
    """Return the area in a GeoJSON file: a geometry, a Feature or a collection of them."""
    text, found = read_text(file, path)
    if text is None:
        return None, found
    try:
        polygons = tuple(_polygons(json.loads(text)))
    except json.JSONDecodeError as error:
        span = Span(path, error.lineno, error.colno)
        return None, [
            *found,
            FLAECHE.at(span, "Die Datei ist kein gültiges GeoJSON.", "Neu aus dem Kartenprogramm speichern."),
        ]
    except (ValueError, TypeError, LookupError, OverflowError, RecursionError):
        polygons = ()
    if not polygons:
        remedy = "Ein Polygon in WGS84 speichern, zum Beispiel mit geojson.io."
        return None, [*found, FLAECHE.at(Span(path), "Die Datei beschreibt keine Fläche in WGS84.", remedy)]
    return Flaeche(polygons), found


def _polygons(data: Any) -> list[tuple[Ring, ...]]:
    kind = data["type"]
    if kind == "FeatureCollection":
        return [polygon for feature in data["features"] for polygon in _polygons(feature)]
    if kind == "Feature":
        return _polygons(data["geometry"])
    if kind == "Polygon":
        return [_rings(data["coordinates"])]
    if kind == "MultiPolygon":
        return [_rings(polygon) for polygon in data["coordinates"]]
    raise ValueError(kind)


def _rings(written: Any) -> tuple[Ring, ...]:
    rings = tuple(_ring(ring) for ring in written)
    if not rings:
        raise ValueError
    return rings


def _ring(positions: Any) -> Ring:
    ring = tuple((float(position[0]), float(position[1])) for position in positions)
    on_earth = all(abs(lon) <= _MAX_LONGITUDE and abs(lat) <= _MAX_LATITUDE for lon, lat in ring)
    if len(ring) < _MIN_RING or not on_earth:
        raise ValueError
    return ring if ring[0] == ring[-1] else (*ring, ring[0])


def _chords(polygon: tuple[Ring, ...], lat: float) -> list[tuple[float, float]]:
    """Return from where to where a line of latitude lies inside, each from west to east."""
    lons = sorted(
        (x2 - x1) * (lat - y1) / (y2 - y1) + x1
        for ring in polygon
        for (x1, y1), (x2, y2) in pairwise(ring)
        if (y1 > lat) != (y2 > lat)
    )
    return list(zip(lons[::2], lons[1::2], strict=True))


def _boxes(lines: Sequence[Sequence[tuple[float, float]]]) -> Iterator[_Box]:
    """Yield what is inside on all lines of a run, for every run."""
    for first, inside in enumerate(lines):
        for last in range(first, len(lines)):
            both = ((max(a, c), min(b, d)) for a, b in inside for c, d in lines[last])
            inside = [(west, east) for west, east in both if west < east]  # noqa: PLW2901 - narrower with every line
            yield from (_Box(first, last, west, east) for west, east in inside)


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2
