"""What a district already knows while an import is being planned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sozialraum.fields.choice import JaNein
from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.fields.place import Punkt, point
from sozialraum.imports.values import Space
from sozialraum.load.entries import read_district
from sozialraum.vocabulary import default_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from sozialraum.fields.geometry import Flaeche
    from sozialraum.imports.drafts import Draft
    from sozialraum.load.entries import Entry
    from sozialraum.vocabulary import Vokabular

SAME_PLACE_KM = 0.1
"""Two records of the same title this near to each other are one."""


@dataclass(frozen=True, slots=True)
class Known:
    """Existing and planned records: their ids, where they lie, the areas. Grows step by step."""

    vokabular: Vokabular
    paths: dict[str, str]
    """id → path, existing or planned."""
    places: dict[tuple[str, str], list[tuple[Punkt, str]]]
    """Type and folded title → where records of that title lie, with their paths."""
    spaces: dict[str, Space]
    """id → Sozialraum with an area."""

    def same_as(self, made: Draft) -> str | None:
        """Return the path of the record that a draft repeats."""
        if made.id in self.paths:
            return self.paths[made.id]
        punkt = _place(made)
        others = self.places.get((made.step.schritt.art, made.titel.casefold()), [])
        near = (path for other, path in others if punkt and punkt.kilometres_to(other) <= SAME_PLACE_KM)
        return next(near, None)

    def add(self, made: Draft) -> None:
        """Remember a planned record."""
        art = made.step.schritt.art
        path = f"{art}/{made.id}.md"
        self.paths[made.id] = path
        punkt = _place(made)
        if punkt:
            self.places.setdefault((art, made.titel.casefold()), []).append((punkt, path))
        if made.step.schritt.flaeche is JaNein.ja and made.objekt.flaeche:
            self.spaces[made.id] = _space(made.id, made.titel, made.objekt.flaeche)


def known_in(root: Path) -> Known:
    """Return what the folder of records says; what is wrong with it is the business of `check`."""
    known = Known(default_vocabulary(), {LANDKREISWEIT: LANDKREISWEIT}, {}, {})
    if not root.is_dir():
        return known
    district, _found = read_district(root)
    known.paths.update({id_: f"{ordner}/{id_}.md" for id_, ordner in district.files.items()})
    for entry in district.entries:
        _remember(known, entry)
    return Known(district.vokabular, known.paths, known.places, known.spaces)


def _remember(known: Known, entry: Entry) -> None:
    ort = getattr(entry.record, "ort", None)
    punkt = ort.koordinaten if ort else getattr(entry.record, "mittelpunkt", None)
    if punkt:
        place = (entry.ordner, entry.record.titel.casefold())
        known.places.setdefault(place, []).append((punkt, f"{entry.ordner}/{entry.id}.md"))
    if entry.flaeche:
        known.spaces[entry.id] = _space(entry.id, entry.record.titel, entry.flaeche)


def _place(made: Draft) -> Punkt | None:
    written = made.felder.get("ort.koordinaten") or made.felder.get("mittelpunkt")
    return point(written) if isinstance(written, str) else None


def _space(id_: str, titel: str, flaeche: Flaeche) -> Space:
    return Space(id_, titel, flaeche, flaeche.bounds())
