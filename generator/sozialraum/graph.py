"""Links in both directions, and the groupings that pages are made of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.model.describe import Keys, links
from sozialraum.source.wikilinks import wikilinks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sozialraum.fields.link import Ziel
    from sozialraum.load.entries import Entry

IN_TEXT = "Im Text erwähnt in"
"""Heads the list of records whose body links here."""


class Link(NamedTuple):
    """One link between two records: where it stands and what it means from the other end."""

    source: str
    target: str
    keys: Keys
    """Empty where the link stands in the body."""
    ziel: Ziel | None
    offset: int = 0
    """The place in the body."""

    @property
    def rueck(self) -> str:
        """What the link is called on the page of its target."""
        return self.ziel.rueck if self.ziel else IN_TEXT


@dataclass(frozen=True, slots=True)
class Graph:
    """All records by id, and every link between them."""

    entries: Mapping[str, Entry]
    links: Sequence[Link]
    """Every link written anywhere, also those that lead nowhere."""
    incoming: Mapping[str, Mapping[str, tuple[str, ...]]]
    """id → meaning seen from there → ids that link to it, without repetition."""

    def backlinks(self, id_: str) -> Mapping[str, tuple[str, ...]]:
        """Return the linking records of one record, grouped by meaning."""
        return self.incoming.get(id_, {})


def link_up(entries: Sequence[Entry]) -> Graph:
    """Follow every link of every record."""
    by_id = {entry.id: entry for entry in entries}
    found = [link for entry in entries for link in _links_of(entry)]
    incoming: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for link in found:
        source, target = link.source, link.target
        if target in by_id and target != source and (rueck := link.rueck):
            incoming[target][rueck][source] = None
    frozen = {id_: {name: tuple(ids) for name, ids in groups.items()} for id_, groups in incoming.items()}
    return Graph(by_id, found, _said_once(frozen))


def _links_of(entry: Entry) -> Iterator[Link]:
    for keys, ziel, target in links(entry.record):
        if target != LANDKREISWEIT:
            yield Link(entry.id, target, keys, ziel)
    for match in wikilinks(entry.document.body):
        yield Link(entry.id, match[1], (), None, match.start())


def _said_once(incoming: dict[str, dict[str, tuple[str, ...]]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Drop mentions in a text where a field already says more about the same link."""
    for groups in incoming.values():
        mentioned = groups.pop(IN_TEXT, ())
        said = {id_ for ids in groups.values() for id_ in ids}
        rest = tuple(id_ for id_ in mentioned if id_ not in said)
        if rest:
            groups[IN_TEXT] = rest
    return incoming
