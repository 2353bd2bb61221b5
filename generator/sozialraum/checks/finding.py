"""What a check is given and what it returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sozialraum.diagnostics import Severity, Span
from sozialraum.model.ausnahme import Ausnahmen
from sozialraum.model.describe import felder

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from sozialraum.checks.seen import Seen
    from sozialraum.graph import Graph
    from sozialraum.load.entries import District, Entry
    from sozialraum.load.unread import Unread
    from sozialraum.model.record import Record

R = TypeVar("R", bound="Record")
NO_EXCEPTIONS = Ausnahmen()


class Finding(NamedTuple):
    """One mistake a check found; `run_checks` adds code and weight."""

    span: Span
    message: str
    remedy: str
    related: tuple[Span, ...] = ()


def gap(entry: Entry, *keys: str) -> Span:
    """Return where a missing value belongs: at its empty key, or at the key after which a record writes it.

    Where even the group of the value is missing, the place is that of the group.
    """
    part: Any = entry.record
    for position, key in enumerate(keys[:-1]):
        if getattr(part, key) is None:
            keys = keys[: position + 1]
            break
        part = getattr(part, key)
    model: type[Record] = type(part)
    order = [each.name for each in felder(model)]
    return entry.document.gap_span(keys, order[: order.index(keys[-1])])


class Listed(NamedTuple):
    """How a check stands in the table CHECKS; all but its weight is for those who look a rule up, see `Rule`."""

    severity: Severity
    regel: str = ""
    gilt: str = ""
    beispiel: str = ""


@dataclass(frozen=True)
class Checked:
    """The whole district, before any audience is applied."""

    district: District
    graph: Graph
    today: date
    unread: tuple[Unread, ...] = ()
    """Whatever else lies in the folder, pictures of the hand-written pages included."""
    seen: Mapping[str, Seen] = field(default_factory=dict)
    """Path of a record → what stands in its text, where something does."""
    ausnahmen: Ausnahmen = NO_EXCEPTIONS
    """What someone has allowed although it looks like personal data."""

    def of_type(self, model: type[R]) -> Sequence[tuple[Entry, R]]:
        """Return the entries of one record type with their records."""
        return self.district.of_type(model)

    def all_read(self, ordner: str) -> bool:
        """Whether every file of a folder became a record.

        Where one could not be read, nobody can say that something is missing
        there: the message about the file itself is enough.
        """
        return self._unread.isdisjoint({ordner})

    @cached_property
    def _unread(self) -> frozenset[str]:
        unread = (ordner for id_, ordner in self.district.files.items() if id_ not in self.graph.entries)
        return frozenset(unread) | self.district.verschlossen

    def may_exist(self, id_: str, folders: Collection[str]) -> bool:
        """Whether there is a record of this name, or may be in one of `folders` (all, where none is named)."""
        closed = self.district.verschlossen
        return id_ in self.district.files or not closed.isdisjoint(folders or closed)

    def name(self, id_: str) -> str:
        """Return a record's title for use in a message."""
        entry: Any = self.graph.entries.get(id_)
        return entry.record.titel if entry else id_
