"""Which records link to one, by what they mean for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sozialraum.graph import IN_TEXT
from sozialraum.load.folder import slugify
from sozialraum.model import RECORD_TYPES
from sozialraum.site.cards import Card, in_groups, in_sequence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sozialraum.project import Project

MOST_LINKS = 60
"""Longer lists of linking records are shown on pages of their own."""

FIRST = ("sozialraeume", "ressourcen", "schluesselpersonen", "organisationen", "netzwerke", "vorhaben", "bedarfslagen")
"""The order in which records of other types are listed; types not named come after them."""
TYPE_ORDER = {ordner: position for position, ordner in enumerate(dict.fromkeys((*FIRST, *RECORD_TYPES)))}


class Verknuepfung(NamedTuple):
    """Linking records with what they mean for this one."""

    id: str
    titel: str
    gruppen: list[tuple[str, list[Card]]]
    anzahl: int
    mehr: str
    """Address of the page that lists all of them, "" where all are shown."""


def linked(project: Project, cards: Mapping[str, Card], id_: str) -> list[Verknuepfung]:
    """Return the records that link to one; of many only the first."""
    found = []
    for meaning, ids in _in_type_order(project, id_):
        here = in_sequence(cards[each] for each in ids)
        more = list_name(id_, meaning) + ".html" if len(here) > MOST_LINKS else ""
        found.append(Verknuepfung(slugify(meaning), meaning, in_groups(here[:MOST_LINKS]), len(here), more))
    return found


def long_lists(project: Project, cards: Mapping[str, Card], id_: str) -> Iterator[tuple[str, list[Card]]]:
    """Yield the lists of linking records that are too long for the record's own page."""
    for meaning, ids in project.graph.backlinks(id_).items():
        if len(ids) > MOST_LINKS:
            yield meaning, [cards[each] for each in ids]


def list_name(id_: str, meaning: str) -> str:
    """Return the file name of the page that lists all linking records of one meaning."""
    return f"{id_}--{slugify(meaning)}"


def _in_type_order(project: Project, id_: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the linking records by meaning, in the order of the record types; mentions last."""
    entries = project.graph.entries
    groups = project.graph.backlinks(id_).items()
    return sorted(groups, key=lambda group: (group[0] == IN_TEXT, TYPE_ORDER[entries[group[1][0]].ordner], group[0]))
