"""What any page may show of another record: its card.

A page shows other records through their cards only. So a page is a function of
its own record, the cards it shows and the settings, and changes exactly when
one of these does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.hours_table import one_line
from sozialraum.fields.link import EVERYWHERE, LANDKREISWEIT
from sozialraum.model.ressource import Herkunft, Ressource
from sozialraum.site.links import from_section, page_of
from sozialraum.site.wording import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sozialraum.load.entries import Entry
    from sozialraum.project import Project

SEQUENCE = {Herkunft.lebensweltlich: "Aus der Lebenswelt", Herkunft.professionell: "Von Fachdiensten"}
"""The support sequence: the life-world stands before professional services."""


class Card(NamedTuple):
    """A record in a list: title, one line, what one wants to know before clicking."""

    id: str
    url: str
    titel: str
    kurz: str
    merkmale: tuple[str, ...]
    rang: int
    gruppe: str
    hinweis: str
    """Shown when the record is not simply current: „macht Pause“, „beendet“."""
    orte: str = ""
    """Where it is: the names of its Sozialräume."""

    @property
    def sort_key(self) -> tuple[int, str]:
        """Life-world first; what is not simply current after what is; then by title."""
        return (self.rang, sort_key(self.titel))


def make_cards(project: Project, known: Mapping[str, Card] | None = None) -> dict[str, Card]:
    """Return the card of every record, by id; `known` are those that need not be made again.

    A card is a function of its record, the titles of its Sozialräume and the vocabulary.
    """
    known = known or {}
    return {entry.id: known.get(entry.id) or _card(entry, project) for entry in project.district.entries}


def in_sequence(cards: Iterable[Card]) -> list[Card]:
    """Sort by the support sequence, what rests or has ended after what is current, then by title."""
    return sorted(cards, key=lambda card: card.sort_key)


def in_groups(cards: Iterable[Card]) -> list[tuple[str, list[Card]]]:
    """Return cards by the support sequence; one nameless group where none of them has an origin."""
    groups: dict[str, list[Card]] = {}
    for card in in_sequence(cards):
        groups.setdefault(card.gruppe, []).append(card)
    return list(groups.items())


def _card(entry: Entry, project: Project) -> Card:
    record = entry.record
    origin = record.herkunft if isinstance(record, Ressource) else None
    notice = _notice(entry)
    return Card(
        id=entry.id,
        url=from_section(page_of(entry)),
        titel=record.titel,
        kurz=_one_line(entry),
        merkmale=_marks(entry, project),
        rang=2 * (list(SEQUENCE).index(origin) if origin else 0) + bool(notice),
        gruppe=SEQUENCE[origin] if origin else "",
        hinweis=notice,
        orte=_places(entry, project),
    )


def _one_line(entry: Entry) -> str:
    for name in ("kurz", "funktion", "turnus", "fragestellung"):
        text: str | None = getattr(entry.record, name, None)
        if text:
            return text.split("\n", 1)[0]
    return ""


def _marks(entry: Entry, project: Project) -> tuple[str, ...]:
    record = entry.record
    marks = [_status(entry)] if entry.ordner in ("vorhaben", "bedarfslagen", "beratungen") else []
    marks.append(_places(entry, project))
    if isinstance(record, Ressource):
        marks.append(project.district.vokabular.name("formate", record.format))
        if record.zeiten:
            marks.append(one_line(record.zeiten))
    elif hasattr(record, "art") and hasattr(record.art, "label"):
        marks.append(record.art.label)
    return tuple(mark for mark in marks if mark)


def _status(entry: Entry) -> str:
    label: str = entry.record.status.label
    return label


def _places(entry: Entry, project: Project) -> str:
    names = []
    for id_ in getattr(entry.record, "sozialraeume", None) or ():
        place = project.graph.entries.get(id_)
        names.append(EVERYWHERE if id_ == LANDKREISWEIT else place.record.titel if place else "")
    shown = [name for name in names if name]
    return ", ".join(shown[:3]) + (" …" if len(shown) > 3 else "")  # noqa: PLR2004 - more would hide the rest


def _notice(entry: Entry) -> str:
    if entry.ordner in ("vorhaben", "bedarfslagen", "beratungen", "protokolle"):
        return ""
    return "" if entry.record.status in ("aktiv", "neu_entdeckt") else entry.record.status.label
