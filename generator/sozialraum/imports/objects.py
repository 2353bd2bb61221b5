"""A file of foreign objects: properties as text, a place or an area in WGS84."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span
from sozialraum.fields.geometry import Flaeche, Ring
from sozialraum.fields.place import Punkt
from sozialraum.imports.mapping import WGS84, Schritt
from sozialraum.imports.rows import RowPlace, about
from sozialraum.imports.spreadsheets import MISSING, SUFFIXES, read_table
from sozialraum.imports.spreadsheets import RULES as TABLE_RULES
from sozialraum.source.text import why

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

QUELLE = Rule(
    "import_quelle",
    Severity.FEHLER,
    "Die Daten lassen sich nicht lesen.\n\nVerstanden werden GeoJSON (eine `FeatureCollection`), JSON mit einer "
    "Liste von Objekten, CSV und XLSX.",
)
GEOMETRIE = Rule(
    "import_geometrie",
    Severity.WARNUNG,
    "Die Geometrie eines Objekts ist nicht zu gebrauchen.\n\nDas Objekt wird ohne Ort übernommen. Koordinaten oder "
    "`epsg` in der Zuordnung prüfen.",
)

RULES = (QUELLE, GEOMETRIE, *TABLE_RULES)

DIGITS = 6
"""Decimal places of a coordinate: 0.1 m, and what is written is what was compared."""

_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_WITHOUT_WIDTH = str.maketrans("", "", "\u200b\u2060\ufeff")
"""Signs inside of words that take no room: where a line may be broken, or may not."""
_MAX_DEGREES = 180
_DEEPEST = 20
"""Groups within groups."""


@dataclass(frozen=True, slots=True)
class Objekt:
    """One object of the source, not yet a record."""

    number: int
    """Counts from 1, in the order of the file; for a table the number of the row."""
    properties: Mapping[str, str]
    """Everything as text; `address.street` for a property in a group."""
    punkt: Punkt | None = None
    """The place; for an area a point inside it."""
    flaeche: Flaeche | None = None
    word: str = "Objekt"
    """What people call it: an object of a file, or a row of a table."""


def read_objects(file: Path, schritt: Schritt) -> tuple[list[Objekt], list[Diagnostic]]:
    """Return the objects of a GeoJSON, JSON, CSV or XLSX file that the step wants."""
    features, found = _numbered(file, schritt)
    if any(each.severity is Severity.FEHLER for each in found):
        return [], found
    try:
        project = _projection(schritt.epsg)
    except ValueError:
        message = f"Ein Koordinatensystem EPSG:{schritt.epsg} gibt es nicht."
        return [], [QUELLE.at(Span(file.name), message, "Richtig ist zum Beispiel epsg: 25833 (UTM 33).")]
    reader = _Reader(file.name, schritt, project)
    reader.found += found
    objects = [objekt for number, feature in features if (objekt := reader.objekt(number, feature))]
    if reader.not_degrees:
        message = f"Die Koordinaten ({reader.not_degrees}) sind keine Grad."
        return [], [
            QUELLE.at(Span(file.name), message, "In der Zuordnung angeben, was sie sind, zum Beispiel epsg: 25833.")
        ]
    return objects, reader.found


def inner_point(flaeche: Flaeche) -> Punkt:
    """Return a point inside an area: its centroid, else the middle of the widest stretch beside it."""
    middle = flaeche.middle()
    if flaeche.contains(middle):
        return middle
    rings = [ring for polygon in flaeche.polygone for ring in polygon]
    crossings = sorted(
        (x2 - x1) * (middle.lat - y1) / (y2 - y1) + x1
        for ring in rings
        for (x1, y1), (x2, y2) in pairwise(ring)
        if (y1 > middle.lat) != (y2 > middle.lat)
    )
    stretches = list(zip(crossings[::2], crossings[1::2], strict=False))
    west, east = max(stretches, key=lambda stretch: stretch[1] - stretch[0], default=(middle.lon, middle.lon))
    return Punkt(middle.lat, (west + east) / 2)


def as_geojson(flaeche: Flaeche) -> str:
    """Return an area as a GeoJSON file, a position per line so that changes can be read."""
    single = len(flaeche.polygone) == 1
    coordinates: Any = flaeche.polygone[0] if single else flaeche.polygone
    geometry = {"type": "Polygon" if single else "MultiPolygon", "coordinates": coordinates}
    return json.dumps(geometry, separators=(",", ":")).replace("],[", "],\n[") + "\n"


class _Reader:
    """Reads the objects of one file and collects what is wrong with them."""

    def __init__(self, name: str, schritt: Schritt, project: Callable[[float, float], tuple[float, float]]) -> None:
        self.name = name
        self.schritt = schritt
        self.project = project
        self.found: list[Diagnostic] = []
        self.word = "Zeile" if _is_table(name) else "Objekt"
        self.not_degrees = ""
        """The first coordinates that cannot be degrees, though they are said to be."""

    def objekt(self, number: int, feature: Any) -> Objekt | None:
        is_feature = isinstance(feature, dict) and feature.get("type") == "Feature"
        raw = feature.get("properties") if is_feature else feature
        properties = dict(_flattened(raw or {}))
        if any(properties.get(name, "") != wanted for name, wanted in self.schritt.nur.items()):
            return None
        try:
            geometry = feature.get("geometry") if is_feature else self._pair(properties)
            punkt, flaeche = self._placed(geometry)
        except (TypeError, ValueError, KeyError, IndexError, AttributeError, OverflowError):
            pair = ", ".join(properties.get(name or "", "") for name in (self.schritt.laenge, self.schritt.breite))
            shown = f" ({pair})" if pair.strip(", ") else ""
            said, remedy = (
                f"Die Geometrie{shown} ist nicht zu gebrauchen.",
                "Ohne Ort übernommen; in der Quelle prüfen.",
            )
            self.found.append(about(GEOMETRIE, RowPlace(self.name, self.word, number), said, remedy))
            punkt, flaeche = None, None
        return Objekt(number, properties, punkt, flaeche, self.word)

    def _pair(self, properties: Mapping[str, str]) -> dict[str, Any] | None:
        x, y = (properties.get(name or "", "") for name in (self.schritt.laenge, self.schritt.breite))
        return {"type": "Point", "coordinates": [_decimal(x), _decimal(y)]} if x and y else None

    def _placed(self, geometry: Any) -> tuple[Punkt | None, Flaeche | None]:
        if geometry is None:
            return None, None
        kind, coordinates = geometry["type"], geometry["coordinates"]
        if kind == "Point":
            lon, lat = self._position(coordinates)
            return Punkt(lat, lon), None
        polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}[kind]
        flaeche = Flaeche(tuple(tuple(self._ring(ring) for ring in polygon) for polygon in polygons))
        inside = inner_point(flaeche)
        return Punkt(round(inside.lat, DIGITS), round(inside.lon, DIGITS)), flaeche

    def _ring(self, positions: Any) -> Ring:
        ring = tuple(self._position(position) for position in positions)
        return ring if ring[0] == ring[-1] else (*ring, ring[0])

    def _position(self, position: Any) -> tuple[float, float]:
        x, y = float(position[0]), float(position[1])
        lon, lat = self.project(x, y)
        if not (math.isfinite(lon) and math.isfinite(lat)):
            raise ValueError
        if max(abs(lon), abs(lat)) > _MAX_DEGREES:
            self.not_degrees = self.not_degrees or f"{x}, {y}"
        return round(lon, DIGITS), round(lat, DIGITS)


def _decimal(written: str) -> str:
    """Return a number as computers write it: „6.018.321,50“, „549 123,4“ and 54.3 are all there is."""
    grouped = written.replace(" ", "").replace("\u00a0", "").replace("'", "")
    if "," in grouped or grouped.count(".") > 1:
        grouped = grouped.replace(".", "")
    return grouped.replace(",", ".")


def _numbered(file: Path, schritt: Schritt) -> tuple[list[tuple[int, Any]], list[Diagnostic]]:
    """Return features, objects or rows, each with its number."""
    if not _is_table(file.name):
        features, found = _features(file)
        return [*enumerate(features, 1)], found
    rows, found = read_table(file, schritt.blatt or "", schritt.kopfzeile or 0)
    return [(row.number, row.values) for row in rows], found


def _is_table(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def _features(file: Path) -> tuple[list[Any], list[Diagnostic]]:
    data = _json(file)
    if isinstance(data, Diagnostic):
        return [], [data]
    features = data.get("features") if isinstance(data, dict) else data
    if not isinstance(features, list) or not all(isinstance(each, dict) for each in features):
        remedy = "Erwartet wird eine FeatureCollection oder eine Liste von Objekten."
        return [], [QUELLE.at(Span(file.name), "Die Datei enthält keine Liste von Objekten.", remedy)]
    wrong = next((number for number, each in enumerate(features, 1) if not _has_properties(each)), 0)
    if wrong:
        message = f"Die Eigenschaften (properties) von Objekt {wrong} sind keine Gruppe von Namen und Werten."
        return [], [QUELLE.at(Span(file.name), message, 'Richtig ist zum Beispiel "properties": {"name": "Treff"}.')]
    return features, []


def _json(file: Path) -> Any:
    """Return what a file of JSON says, None where it is nested too deep, or a Diagnostic."""
    try:
        return json.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        message = f"„{file}“ lässt sich nicht öffnen{why(error, MISSING)}."
        return QUELLE.at(Span(file.name), message, "Den Pfad prüfen.")
    except UnicodeDecodeError:
        return QUELLE.at(Span(file.name), "Die Datei ist nicht als UTF-8 gespeichert.", "Neu als UTF-8 speichern.")
    except json.JSONDecodeError as error:
        span = Span(file.name, error.lineno, error.colno)
        return QUELLE.at(span, "Die Datei ist kein gültiges JSON.", "Neu herunterladen.")
    except ValueError:
        message = "In der Datei steht eine Zahl mit mehreren Tausend Stellen."
        return QUELLE.at(Span(file.name), message, "In der Quelle berichtigen.")
    except RecursionError:
        return None


def _has_properties(feature: dict[str, Any]) -> bool:
    """Whether what an object says can be read; none at all is allowed."""
    return feature.get("type") != "Feature" or isinstance(feature.get("properties"), dict | None)


def _projection(epsg: int) -> Callable[[float, float], tuple[float, float]]:
    """Return what turns a position (east, north) into (longitude, latitude). Raises ValueError for no known system."""
    if epsg == WGS84:
        return lambda x, y: (x, y)
    import pyproj

    try:
        transformer = pyproj.Transformer.from_crs(epsg, WGS84, always_xy=True)
    except pyproj.exceptions.CRSError as error:
        raise ValueError from error
    return transformer.transform


def _flattened(values: Mapping[str, Any], prefix: str = "", depth: int = 1) -> Iterator[tuple[str, str]]:
    """Yield every property by name with dots; what is nested deeper than any mapping names is left out."""
    for name, value in values.items():
        if isinstance(value, dict):
            if depth < _DEEPEST:
                yield from _flattened(value, f"{prefix}{name}.", depth + 1)
        elif isinstance(value, list):
            yield f"{prefix}{name}", ", ".join(_as_text(item) for item in value if not isinstance(item, dict | list))
        else:
            yield f"{prefix}{name}", _as_text(value)


def _as_text(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "", True: "ja", False: "nein"}[value]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = _INVISIBLE.sub(" ", unicodedata.normalize("NFC", str(value).translate(_WITHOUT_WIDTH)).replace("\r\n", "\n"))
    return text.strip()
