"""The Sozialraumkarte: areas with their names, counts and Bedarfslagen, places of presence."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.fields.hours_table import one_line
from sozialraum.model.bedarfslage import Bedarfslage
from sozialraum.model.ressource import Ressource
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.site.data_file import as_script
from sozialraum.site.finder_data import COORDINATE_STEPS
from sozialraum.site.links import page_of
from sozialraum.site.outline import bounds_of, frame_around, height_for, simplified
from sozialraum.site.signs import signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sozialraum.fields.geometry import Flaeche, Ring
    from sozialraum.fields.place import Punkt
    from sozialraum.load.entries import Entry
    from sozialraum.project import Project
    from sozialraum.site.data_file import DataFile
    from sozialraum.site.listing import Catalogue
    from sozialraum.site.outline import Frame

WIDTH, LOWEST, HIGHEST = 960, 320, 720
"""Size of the drawing for paper and for browsers without JavaScript; as high as the district asks for."""
DOT_CELL = 18
"""Places within as many pixels are drawn as one dot."""
AREA_TOLERANCE = 0.0001
"""Degrees by which an outline on the map may differ from the file: about ten metres."""
LETTER_WIDTH, LINE, HOUSE = 8, 18, 20
"""Pixels of a letter in the drawing, on average, of a line, and of the sign of a place of presence."""


class Raum(NamedTuple):
    """A Sozialraum on the map."""

    id: str
    titel: str
    url: str
    """From the site's root."""
    ressourcen: int
    """Those that are at this place; what is for all places counts nowhere here."""
    bedarfslagen: tuple[tuple[str, str], ...]
    """(title, page from the root) of those that are current."""
    flaeche: Flaeche | None
    mitte: Punkt | None


class Praesenz(NamedTuple):
    """Where and when a team is in the place."""

    titel: str
    url: str
    zeiten: str
    raum: str
    punkt: Punkt | None


class Dot(NamedTuple):
    """Places drawn as one: middle and radius in pixels."""

    x: int
    y: int
    r: int


class Label(NamedTuple):
    """The name of an area in the drawing, in lines."""

    x: int
    y: int
    zeilen: tuple[str, ...]
    anzahl: int


def data_files(catalogue: Catalogue) -> Iterator[DataFile]:
    """Yield the areas, places of presence and signs of the map."""
    project = catalogue.project
    settings = project.district.settings.karte
    yield as_script(
        "karte",
        {
            "raeume": [_area_data(raum) for raum in raeume(project)],
            "praesenz": [_presence_data(place) for place in presence(project)],
            "zeichen": {
                code: [sign.form, sign.buchstabe, sign.name]
                for code, sign in signs(project.district.vokabular.woerter["themen"]).items()
            },
            "hintergrund": {
                "kacheln": settings.kacheln or "",
                "nachweis": settings.nachweis or "",
                "zoom": settings.zoom_bis,
            },
        },
    )


def raeume(project: Project) -> list[Raum]:
    """Return every current Sozialraum with what the map says about it."""
    counts: Counter[str] = Counter()
    for _entry, ressource in project.district.of_type(Ressource):
        if not ressource.ist_beendet:
            counts.update(ressource.sozialraeume)
    needs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for entry, need in project.district.of_type(Bedarfslage):
        if not need.ist_beendet:
            for id_ in need.sozialraeume:
                needs[id_].append((need.titel, page_of(entry)))
    return [
        Raum(
            entry.id,
            raum.titel,
            page_of(entry),
            counts[entry.id],
            tuple(needs[entry.id]),
            entry.flaeche,
            middle_of(entry),
        )
        for entry, raum in project.district.of_type(Sozialraum)
        if not raum.ist_beendet
    ]


def shows_the_way(project: Project) -> bool:
    """Whether one could find a place on the map: by areas or by what lies below them."""
    return bool(project.district.settings.karte.kacheln) or any(raum.flaeche for raum in raeume(project))


def middle_of(entry: Entry) -> Punkt | None:
    """Return the middle of a Sozialraum, None where neither a point nor an area says where it is."""
    point: Punkt | None = getattr(entry.record, "mittelpunkt", None)
    return point or (entry.flaeche.middle() if entry.flaeche else None)


def presence(project: Project) -> list[Praesenz]:
    """Return where the Jobcenter is in the places, in the order of the places."""
    entries = project.graph.entries
    found = []
    for _entry, raum in project.district.of_type(Sozialraum):
        for each in raum.praesenzorte:
            target = entries.get(each.ort)
            if target:
                found.append(
                    Praesenz(
                        target.record.titel,
                        page_of(target),
                        one_line(each.zeiten),
                        raum.titel,
                        target.koordinaten,
                    )
                )
    return found


def drawing(project: Project, spaces: Sequence[Raum], places: Sequence[Praesenz]) -> dict[str, Any] | None:
    """Return what the drawn map consists of, None where nothing has a place."""
    current = [entry for entry, record in project.district.of_type(Ressource) if not record.ist_beendet]
    points = [point for entry in current if (point := entry.koordinaten)]
    areas = [raum.flaeche for raum in spaces if raum.flaeche]
    bounds = bounds_of(areas, [*points, *(raum.mitte for raum in spaces if raum.mitte)])
    if bounds is None:
        return None
    frame = frame_around(bounds, WIDTH, height_for(bounds, WIDTH, LOWEST, HIGHEST), 24)
    houses = [frame.at(place.punkt.lat, place.punkt.lon) for place in places if place.punkt]
    return {
        "breite": frame.width,
        "hoehe": frame.height,
        "flaechen": [frame.path(raum.flaeche) for raum in spaces if raum.flaeche],
        "punkte": dots(points, frame),
        "namen": [_label(raum, frame, houses) for raum in spaces if raum.mitte],
        "praesenz": houses,
        "massstab": frame.scale(),
    }


def dots(points: Sequence[Punkt], frame: Frame) -> list[Dot]:
    """Return places as dots; those close to each other become one, larger by the root of their number."""
    cells: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for point in points:
        x, y = frame.at(point.lat, point.lon)
        cells[x // DOT_CELL, y // DOT_CELL].append((x, y))
    return [
        Dot(
            round(sum(x for x, _y in found) / len(found)),
            round(sum(y for _x, y in found) / len(found)),
            min(DOT_CELL // 2, 3 + round(math.sqrt(len(found) - 1))),
        )
        for _cell, found in sorted(cells.items())
    ]


def _label(raum: Raum, frame: Frame, houses: Sequence[tuple[int, int]]) -> Label:
    """Return the name in the middle of its area, or below a house that stands there."""
    middle = raum.flaeche.inner() if raum.flaeche else raum.mitte
    assert middle is not None  # noqa: S101 - the caller shows only what has a middle
    x, y = frame.at(middle.lat, middle.lon)
    room = frame.width / 6
    if raum.flaeche:
        west, _south, east, _north = raum.flaeche.bounds()
        room = (east - west) * frame.across
    zeilen = _lines(raum.titel, round(room / LETTER_WIDTH))
    half = max(map(len, zeilen)) * LETTER_WIDTH // 2
    top = y - LINE * len(zeilen) // 2
    for house_x, house_y in houses:
        if abs(house_x - x) < half + HOUSE and top - LINE < house_y < top + LINE * len(zeilen) + HOUSE:
            top = house_y + LINE // 4
    return Label(x, top + LINE * 3 // 4, zeilen, raum.ressourcen)


def _lines(text: str, most: int) -> tuple[str, ...]:
    """Break a name at spaces and hyphens into lines of about `most` letters."""
    lines = [""]
    for word in text.replace("-", "-\0").replace(" ", " \0").split("\0"):
        if lines[-1] and len(lines[-1] + word.rstrip()) > most:
            lines.append(word)
        else:
            lines[-1] += word
    return tuple(line.strip() for line in lines)


def _area_data(raum: Raum) -> dict[str, Any]:
    rings = [[_ring_data(ring) for ring in polygon] for polygon in raum.flaeche.polygone] if raum.flaeche else []
    return {
        "id": raum.id,
        "titel": raum.titel,
        "url": raum.url,
        "ressourcen": raum.ressourcen,
        "bedarfslagen": [list(need) for need in raum.bedarfslagen],
        "flaeche": rings,
        "mitte": _steps(raum.mitte),
        "schild": _steps(raum.flaeche.inner()) if raum.flaeche else None,
    }


def _ring_data(ring: Ring) -> list[int]:
    """Return a ring as latitude and longitude in turns."""
    return [round(value * COORDINATE_STEPS) for lon, lat in simplified(ring, AREA_TOLERANCE) for value in (lat, lon)]


def _presence_data(place: Praesenz) -> dict[str, Any]:
    return {"titel": place.titel, "url": place.url, "zeiten": place.zeiten, "punkt": _steps(place.punkt)}


def _steps(point: Punkt | None) -> list[int] | None:
    return [round(point.lat * COORDINATE_STEPS), round(point.lon * COORDINATE_STEPS)] if point else None
