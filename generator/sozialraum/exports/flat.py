"""A record as one row of a table: a column per field, groups with a dot, lists in one cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from sozialraum.fields.choice import Choice
from sozialraum.fields.hours import Zeiten
from sozialraum.fields.language import language_name
from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.model.describe import Feld, Form, felder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from sozialraum.load.entries import Entry
    from sozialraum.project import Project

SEPARATOR = "; "
"""Between the values of a list in one cell."""
ID, TEXT = "id", "text"
"""Columns that are no field: the file's name and its body."""

Cell = str | int | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A field at the end of its groups: `kontakt.telefon`, or a whole list."""

    path: tuple[str, ...]
    feld: Feld
    labels: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name as a record writes it, with dots."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Table:
    """The records of one type. Every row has as many cells as there are headings."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Flattener:
    """Turns records into rows, as the records write them or, with `spoken`, as people read them."""

    def __init__(self, project: Project, *, spoken: bool) -> None:
        self._spoken = spoken
        self._vokabular = project.district.vokabular
        self._titles = {entry.id: entry.record.titel for entry in project.district.entries}

    def table(self, entries: Sequence[Entry]) -> Table:
        """Return the table of records of one type; columns nobody filled in are left out."""
        typ = entries[0].record.typ
        found = columns(type(entries[0].record))
        rows = [tuple(self._cell(column, entry) for column in found) for entry in entries]
        used = [number for number in range(len(found)) if any(row[number] is not None for row in rows)]
        headings = (ID, *(self._heading(found[number]) for number in used), TEXT)
        filled = tuple(
            (entry.id, *(row[number] for number in used), entry.document.body.strip())
            for entry, row in zip(entries, rows, strict=True)
        )
        return Table(typ.mehrzahl if self._spoken else typ.ordner, headings, filled)

    def _heading(self, column: Column) -> str:
        return ": ".join(column.labels) if self._spoken else column.key

    def _cell(self, column: Column, entry: Entry) -> Cell:
        value: Any = entry.record
        for name in column.path:
            value = getattr(value, name, None)
        if value is None or value == ():
            return None
        if column.feld.form is Form.LISTE:
            return SEPARATOR.join(str(self._single(column.feld, each)) for each in value)
        if column.feld.form is Form.GRUPPEN:
            return "\n".join(self._line(each) for each in value)
        return self._single(column.feld, value)

    def _line(self, part: BaseModel) -> str:
        """Return a group of a list as one line of `name: value`."""
        pairs = []
        for each in felder(type(part)):
            value = getattr(part, each.name)
            if value not in (None, ()):
                name = each.angabe.label if self._spoken else each.name
                pairs.append(f"{name}: {self._inner(each, value)}")
        return SEPARATOR.join(pairs)

    def _inner(self, feld: Feld, value: Any) -> str:
        if feld.form is Form.GRUPPE:
            return f"({self._line(value)})"
        if feld.form is Form.GRUPPEN:
            return ", ".join(f"({self._line(each)})" for each in value)
        if feld.form is Form.LISTE:
            return ", ".join(str(self._single(feld, each)) for each in value)
        return str(self._single(feld, value))

    def _single(self, feld: Feld, value: Any) -> str | int | date:
        if isinstance(value, date | int):
            return value
        return self._said(feld, value) if self._spoken else written(value)

    def _said(self, feld: Feld, value: Any) -> str:
        if isinstance(value, Choice):
            return value.label
        if feld.woerter:
            return self._vokabular.name(feld.woerter.vokabular, value)
        if feld.ziel and value != LANDKREISWEIT:
            return str(self._titles.get(value, value))
        return language_name(value) if feld.kind.name == "Sprache" else written(value)


def written(value: Any) -> str:
    """Return a value as a record writes it."""
    return str(value.text if isinstance(value, Zeiten) else value)


@cache
def columns(model: type[BaseModel]) -> tuple[Column, ...]:
    """Return the columns of a type, in the order in which a record writes its fields."""
    return tuple(_columns(model, (), ()))


def _columns(model: type[BaseModel], path: tuple[str, ...], labels: tuple[str, ...]) -> Iterator[Column]:
    for each in felder(model):
        here, named = (*path, each.name), (*labels, each.angabe.label)
        if each.form is Form.GRUPPE and each.part:
            yield from _columns(each.part, here, named)
        else:
            yield Column(here, each, named)


def by_type(entries: Sequence[Entry]) -> Mapping[str, Sequence[Entry]]:
    """Return entries by folder, in the order of the folders."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.ordner, []).append(entry)
    return found
