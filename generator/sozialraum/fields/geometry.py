"""The area of a Sozialraum: a GeoJSON file beside its record (RFC 7946, WGS84)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span
from sozialraum.fields.place import Punkt
from sozialraum.source.text import read_text

if TYPE_CHECKING:
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
_MAX_LONGITUDE, _MAX_LATITUDE = 180, 90


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


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2
