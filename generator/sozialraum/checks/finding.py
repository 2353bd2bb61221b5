"""What a check is given and what it returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sozialraum.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sozialraum.graph import Graph
    from sozialraum.load.entries import District, Entry
    from sozialraum.model.record import Record

R = TypeVar("R", bound="Record")


class Finding(NamedTuple):
    """One mistake a check found; `run_checks` adds code and weight."""

    span: Span
    message: str
    remedy: str
    related: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """The whole district, before any audience is applied."""

    district: District
    graph: Graph
    today: date

    def of_type(self, model: type[R]) -> Iterator[tuple[Entry, R]]:
        """Return the entries of one record type with their records."""
        return self.district.of_type(model)

    def name(self, id_: str) -> str:
        """Return a record's title for use in a message."""
        entry: Any = self.graph.entries.get(id_)
        return entry.record.titel if entry else id_
