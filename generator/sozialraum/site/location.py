"""Where a record is: a small drawing with the outlines of its Sozialräume and a point."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sozialraum.model.sozialraum import Sozialraum
from sozialraum.site.district_map import middle_of
from sozialraum.site.outline import Frame, bounds_of, frame_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sozialraum.fields.geometry import Flaeche
    from sozialraum.fields.place import Punkt
    from sozialraum.load.entries import Entry
    from sozialraum.project import Project

WIDTH, HEIGHT = 360, 240


class Lage(NamedTuple):
    """A small map ready for the page."""

    flaechen: tuple[str, ...]
    hier: tuple[int, int] | None
    massstab: tuple[int, str]
    text: str
    karte: str
    """Address of the large map, looking here."""
    breite: int = WIDTH
    hoehe: int = HEIGHT


class Locations:
    """Draws where records are; what several share, the outlines of a place, is drawn once."""

    def __init__(self, project: Project) -> None:
        self._entries = project.graph.entries
        self._drawn: dict[tuple[str, ...], tuple[Frame, tuple[str, ...]] | None] = {}

    def of(self, entry: Entry) -> Lage | None:
        """Return the small map of a record, None where it has no place."""
        if isinstance(entry.record, Sozialraum):
            return self._of_place(entry)
        point = entry.koordinaten
        if point is None:
            return None
        frame, outlines = self._outlines(entry, point)
        names = [self._entries[id_].record.titel for id_ in self._spaces(entry)]
        text = f"Lage in {' und '.join(names)}" if names else "Lage"
        return Lage(outlines, frame.at(point.lat, point.lon), frame.scale(), text, _look(point, 15))

    def _of_place(self, entry: Entry) -> Lage | None:
        """Return the map of a Sozialraum."""
        middle = middle_of(entry)
        if middle is None or entry.flaeche is None:
            return None
        frame = frame_around(entry.flaeche.bounds(), WIDTH, HEIGHT)
        text = f"Umriss von {entry.record.titel}"
        return Lage((frame.path(entry.flaeche),), None, frame.scale(), text, _look(middle, 13))

    def _outlines(self, entry: Entry, point: Punkt) -> tuple[Frame, tuple[str, ...]]:
        ids = self._spaces(entry)
        if ids not in self._drawn:
            areas: Sequence[Flaeche] = [area for id_ in ids if (area := self._entries[id_].flaeche)]
            bounds = bounds_of(areas, ())
            frame = frame_around(bounds, WIDTH, HEIGHT) if bounds else None
            self._drawn[ids] = (frame, tuple(frame.path(area) for area in areas)) if frame else None
        drawn = self._drawn[ids]
        if drawn is None or not _inside(drawn[0], point):
            return frame_around((point.lon, point.lat, point.lon, point.lat), WIDTH, HEIGHT), ()
        return drawn

    def _spaces(self, entry: Entry) -> tuple[str, ...]:
        ids: tuple[str, ...] = getattr(entry.record, "sozialraeume", ())
        return tuple(id_ for id_ in ids if id_ in self._entries)


def _inside(frame: Frame, point: Punkt) -> bool:
    x, y = frame.at(point.lat, point.lon)
    return 0 <= x <= frame.width and 0 <= y <= frame.height


def _look(point: Punkt, zoom: int) -> str:
    return f"../karte.html#karte={point.lat:.4f},{point.lon:.4f},{zoom}"
