"""What the record types say about their fields, collected once.

Pages, the field reference, forms, the checks of links and words and the
commands that write records all read a type's fields here, so that a new field
is one line in its type's file.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from pydantic import BaseModel

from sozialraum.fields.choice import Choice
from sozialraum.fields.kind import Angabe, Kind, Teil
from sozialraum.fields.link import Woerter, Ziel
from sozialraum.model.docstrings import attribute_docstrings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic.fields import FieldInfo


class Form(StrEnum):
    """How a field's value is put together."""

    WERT = "wert"
    LISTE = "liste"
    GRUPPE = "gruppe"
    GRUPPEN = "gruppen"


@dataclass(frozen=True, slots=True)
class Feld:
    """One field of a record type, as everything outside the model sees it."""

    model: type[BaseModel]
    name: str
    angabe: Angabe
    form: Form
    pflicht: bool
    kind: Kind
    choice: type[Choice] | None = None
    part: type[BaseModel] | None = None
    ziel: Ziel | None = None
    woerter: Woerter | None = None

    @property
    def hilfe(self) -> str:
        """What people read about the field: the docstring below it."""
        return attribute_docstrings(self.model).get(self.name, "")

    @property
    def beispiel(self) -> str:
        """A right example of one value."""
        if self.angabe.beispiel:
            return self.angabe.beispiel
        if self.choice:
            return str(next(iter(self.choice)))
        return self.kind.example


@cache
def felder(model: type[BaseModel]) -> tuple[Feld, ...]:
    """Return the fields of a type in the order in which a record writes them."""
    return tuple(_feld(model, name, info) for name, info in model.model_fields.items())


@cache
def feld(model: type[BaseModel], name: str) -> Feld | None:
    """Return one field by name."""
    return next((each for each in felder(model) if each.name == name), None)


def part_at(model: type[BaseModel], path: Sequence[str]) -> type[BaseModel]:
    """Return the group of fields that the names in `path` lead to; names that lead to none are passed over."""
    for name in path:
        found = feld(model, name)
        model = found.part if found and found.part else model
    return model


def walk(model: type[BaseModel], prefix: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Feld]]:
    """Yield every field, also those of nested groups, with the names that lead to it."""
    for each in felder(model):
        path = (*prefix, each.name)
        yield path, each
        if each.part:
            yield from walk(each.part, path)


@cache
def fields_by_name(model: type[BaseModel]) -> Mapping[str, Feld]:
    """Return every field, `kontakt.telefon` for one in a group, in the order of the model."""
    return {".".join(path): each for path, each in walk(model)}


def _feld(model: type[BaseModel], name: str, info: FieldInfo) -> Feld:
    inner, metadata, many = _unwrapped(info)
    part = inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None
    choice = inner if isinstance(inner, type) and issubclass(inner, Choice) else None
    forms = {
        (False, False): Form.WERT,
        (True, False): Form.LISTE,
        (False, True): Form.GRUPPE,
        (True, True): Form.GRUPPEN,
    }
    ziel, woerter = _first(metadata, Ziel), _first(metadata, Woerter)
    link = ziel or woerter
    marker = _first(metadata, Angabe) or Angabe(label=name, teil=Teil.EINORDNUNG)
    return Feld(
        model=model,
        name=name,
        angabe=marker,
        form=forms[many, part is not None],
        pflicht=info.is_required(),
        kind=link.kind if link else _first(metadata, Kind) or _kind_of(choice, part),
        choice=choice,
        part=part,
        ziel=ziel,
        woerter=woerter,
    )


def _kind_of(choice: type[Choice] | None, part: type[BaseModel] | None) -> Kind:
    if choice:
        return Kind("Auswahl", "eines von: " + ", ".join(choice), str(next(iter(choice))))
    if part:
        return Kind("Gruppe", "eingerückte Angaben", "")
    return Kind("Text", "", "")


def _unwrapped(info: FieldInfo) -> tuple[Any, list[Any], bool]:
    metadata: list[Any] = list(info.metadata)
    inner: Any = info.annotation
    many = False
    while True:
        origin = get_origin(inner)
        if hasattr(inner, "__metadata__"):
            metadata += inner.__metadata__
            inner = get_args(inner)[0]
        elif origin is tuple:
            inner, many = get_args(inner)[0], True
        elif origin in (Union, types.UnionType):
            inner = next(arg for arg in get_args(inner) if arg is not type(None))
        else:
            return inner, metadata, many


def _first(metadata: list[Any], wanted: type[Any]) -> Any:
    return next((each for each in metadata if isinstance(each, wanted)), None)


Path = tuple[str, ...]
Keys = tuple[str | int, ...]


def links(record: BaseModel) -> Iterator[tuple[Keys, Ziel, str]]:
    """Yield every link of a record: where it stands, what it may point to, the id."""
    for path, ziel in _link_paths(type(record)):
        value = getattr(record, path[0])
        if not value:
            continue
        if len(path) > 1:
            for keys, each in _values_at(record, path):
                yield keys, ziel, each
        elif isinstance(value, tuple):
            for position, each in enumerate(value):
                yield (path[0], position), ziel, each
        else:
            yield path, ziel, value


def words(model: type[BaseModel], values: Mapping[str, Any]) -> Iterator[tuple[Keys, str, str]]:
    """Yield every word of a vocabulary that was written: where it stands, the vocabulary, the code.

    `values` are as written, right or wrong; what has not the form of its field is passed over.
    """
    for field in _with_words(model):
        value = values.get(field.name)
        many = field.form in (Form.LISTE, Form.GRUPPEN)
        if value is None or isinstance(value, list) is not many:
            continue
        for keys, each in _items(field.name, value):
            if field.part and isinstance(each, dict):
                for inner, vokabular, code in words(field.part, each):
                    yield (*keys, *inner), vokabular, code
            elif field.woerter and isinstance(each, str):
                yield keys, field.woerter.vokabular, each


def _items(name: str, value: Any) -> Iterator[tuple[Keys, Any]]:
    if isinstance(value, list):
        yield from (((name, position), each) for position, each in enumerate(value))
    else:
        yield (name,), value


@cache
def _link_paths(model: type[BaseModel]) -> tuple[tuple[Path, Ziel], ...]:
    return tuple((path, each.ziel) for path, each in walk(model) if each.ziel)


@cache
def _with_words(model: type[BaseModel]) -> tuple[Feld, ...]:
    """Return the fields of a group that hold words, or groups that do."""
    return tuple(each for each in felder(model) if each.woerter or (each.part and _with_words(each.part)))


def _values_at(part: Any, path: Path) -> Iterator[tuple[Keys, Any]]:
    value = getattr(part, path[0])
    if value is None:
        return
    rest, key = path[1:], path[0]
    if isinstance(value, tuple):
        for position, each in enumerate(value):
            if rest:
                for keys, found in _values_at(each, rest):
                    yield (key, position, *keys), found
            else:
                yield (key, position), each
    elif rest:
        for keys, found in _values_at(value, rest):
            yield (key, *keys), found
    else:
        yield (key,), value
