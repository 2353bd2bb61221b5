"""Where something is: postal codes and coordinates."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from pydantic import PlainValidator

from sozialraum.diagnostics import Rule, Severity
from sozialraum.fields.kind import Kind, wrong
from sozialraum.fields.text import as_text

PLZ = Rule(
    "keine_postleitzahl",
    Severity.FEHLER,
    "Das ist keine Postleitzahl.\n\nEine deutsche Postleitzahl hat fünf Ziffern, auch mit einer Null am Anfang: `01067`.",
)
KOORDINATEN = Rule(
    "keine_koordinaten",
    Severity.FEHLER,
    "Das sind keine Koordinaten.\n\nBreite und Länge in Grad (WGS84) mit Dezimalpunkt, durch ein Komma getrennt: "
    "`54.7892, 9.4331`. So zeigt sie jeder Kartendienst beim Anklicken eines Ortes an.",
)

RULES = (PLZ, KOORDINATEN)

EARTH_RADIUS_KM = 6371.0088
"""Mean radius (IUGG)."""

_DIGIT = re.compile(r"\d", re.ASCII)
_ZEROS = {4: "Fünf Ziffern schreiben; fehlt vorn die Null? 0{}", 5: "Nur die fünf Ziffern schreiben: {}"}
"""Number of digits → remedy: programs for tables take the zero in front."""
FIVE_DIGITS = re.compile(r"\d{5}\Z", re.ASCII)
PAIR = re.compile(r"\s*(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*\Z", re.ASCII)
_DECIMAL = re.compile(r"(?<![\d.])(?<!\d )\d{1,3}[.,]\d{2,}(?![\d.])", re.ASCII)
"""A coordinate in another spelling, or in the address of a map."""
_DEGREES = re.compile(r"(\d{1,3})\s*°\s*(\d{1,2}(?:[.,]\d+)?)\s*['′’](?:\s*(\d{1,2}(?:[.,]\d+)?))?", re.ASCII)
"""Degrees, minutes and perhaps seconds."""
MAX_LATITUDE, MAX_LONGITUDE = 90, 180


@dataclass(frozen=True, slots=True)
class Punkt:
    """A place on earth in WGS84 degrees, latitude first."""

    lat: float
    lon: float

    def __str__(self) -> str:
        return f"{self.lat:.5f}, {self.lon:.5f}"

    def kilometres_to(self, other: Punkt) -> float:
        """Return the straight-line (great-circle) distance."""
        phi1, phi2 = math.radians(self.lat), math.radians(other.lat)
        dlat, dlon = phi2 - phi1, math.radians(other.lon - self.lon)
        a = math.sin(dlat / 2) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(dlon / 2) ** 2
        return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(a))


def plz(value: object) -> str:
    """Return a German postal code."""
    text = as_text(value).strip()
    if not FIVE_DIGITS.match(text):
        digits = "".join(_DIGIT.findall(text))
        remedy = _ZEROS.get(len(digits), "Fünf Ziffern schreiben, zum Beispiel 00123.").format(digits)
        raise wrong(PLZ, f"„{text[:60]}“ ist keine Postleitzahl.", remedy)
    return text


@lru_cache(maxsize=65536)
def point(text: str) -> Punkt:
    """Return the place written as `54.7892, 9.4331`."""
    pair = PAIR.match(text)
    if not pair:
        numbers = [_in_degrees(*parts) for parts in _DEGREES.findall(text)] or _DECIMAL.findall(text)
        numbers = [number.replace(",", ".") for number in numbers]
        meant = ", ".join(numbers) if len(numbers) == len(("lat", "lon")) else "54.7892, 9.4331"
        remedy = f"Breite und Länge mit Dezimalpunkt, durch Komma getrennt: {meant}."
        raise wrong(KOORDINATEN, f"„{text[:60]}“ sind keine Koordinaten.", remedy)
    found = Punkt(float(pair[1]), float(pair[2]))
    if abs(found.lat) > MAX_LATITUDE or abs(found.lon) > MAX_LONGITUDE:
        raise wrong(KOORDINATEN, f"Den Ort {found} gibt es nicht.", "Erst die Breite, dann die Länge: 54.7892, 9.4331.")
    return found


def _in_degrees(*parts: str) -> str:
    degrees, minutes, seconds = (float(part.replace(",", ".") or 0) for part in parts)
    return f"{degrees + minutes / 60 + seconds / 3600:.5f}"


def _point(value: object) -> Punkt:
    return point(as_text(value))


Plz = Annotated[str, PlainValidator(plz), Kind("Postleitzahl", "fünf Ziffern", "00123")]
Koordinaten = Annotated[
    Punkt, PlainValidator(_point), Kind("Koordinaten", "Breite, Länge in Grad (WGS84)", "54.7892, 9.4331")
]
