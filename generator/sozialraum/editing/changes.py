"""Two states of a district, compared record by record and field by field."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sozialraum.checks.personal import own_numbers
from sozialraum.checks.renewal import Lot, Step, lots, values_of
from sozialraum.editing.discretion import SILENT, is_told, names_of
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import Feld, Form, felder
from sozialraum.model.pruefung import VERIFICATION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from sozialraum.checks.finding import Checked
    from sozialraum.diagnostics import Diagnostic
    from sozialraum.load.entries import Entry
    from sozialraum.vocabulary import Vokabular

_NUMBER = re.compile(r"\d+")


class Kind(StrEnum):
    """What happened to a record."""

    NEU = "neu"
    GEAENDERT = "geändert"
    ENTFERNT = "entfernt"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; both None where its value is not told."""

    label: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What happened to one record."""

    kind: Kind
    entry: Entry
    fields: tuple[FieldChange, ...] = ()
    text: bool = False
    """Whether the text below the front matter changed."""
    proof_lost: bool = False
    """Whether facts changed and the last verification was not renewed."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything a change does, in the order in which pages list it."""

    records: Sequence[RecordChange]
    pages: Sequence[Entry]
    """Records beside the changed ones whose pages show them."""
    found: Sequence[Diagnostic]
    mended: Sequence[Diagnostic]
    unspoken: frozenset[str] = frozenset()
    """Words by which a person might be known: what they occur in is not told."""
    own: Sequence[re.Pattern[str]] = ()
    """The district's own file numbers."""
    lots: Sequence[Lot] = ()
    """Days on which the change verifies very many records."""


def compare(before: tuple[Checked, Sequence[Diagnostic]], after: tuple[Checked, Sequence[Diagnostic]]) -> Comparison:
    """Return what changed from one checked district to the other."""
    old, new = before[0].graph.entries, after[0].graph.entries
    vokabular = after[0].district.vokabular
    records = [
        change
        for entry in {**{each.id: each for each in after[0].district.entries}, **_gone(old, new)}.values()
        if (change := _record(old.get(entry.id), new.get(entry.id), vokabular))
    ]
    records.sort(key=lambda change: (_rank(change.entry), change.entry.id))
    pages = _pages(records, before[0], after[0])
    own = own_numbers(after[0].district.settings.textpruefung.aktenzeichen)
    unspoken = frozenset(names_of((*old.values(), *new.values())))
    found, mended = _only_in(after[1], before[1]), _only_in(before[1], after[1])
    return Comparison(records, pages, found, mended, unspoken, own, [*lots(_steps(records, old))])


def _steps(records: Sequence[RecordChange], old: Mapping[str, Entry]) -> Iterator[Step]:
    for change in records:
        if change.kind is not Kind.ENTFERNT:
            before = old.get(change.entry.id)
            yield Step(values_of(before) if before else None, change.entry)


def _rank(entry: Entry) -> int:
    return list(RECORD_TYPES).index(entry.ordner)


def _gone(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> dict[str, Entry]:
    return {id_: entry for id_, entry in old.items() if id_ not in new}


def _record(old: Entry | None, new: Entry | None, vokabular: Vokabular) -> RecordChange | None:
    if old is None or new is None:
        entry = new or old
        return RecordChange(Kind.NEU if new else Kind.ENTFERNT, entry) if entry else None
    if old.ordner != new.ordner:
        return RecordChange(Kind.NEU, new)
    if old.document.front == new.document.front and old.document.body == new.document.body:
        return None
    before, after = values_of(old), values_of(new)
    fields = (*_fields(type(new.record), before, after, vokabular), *_verification(before, after))
    if new.ordner in SILENT:
        fields = tuple(FieldChange(each.label, None, None) for each in fields)
    text = old.document.body.strip() != new.document.body.strip()
    lost = old.fakten != new.fakten and old.geprueft_am is not None and _proof(before) == _proof(after)
    return RecordChange(Kind.GEAENDERT, new, fields, text, lost) if fields or text else None


def _verification(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[FieldChange]:
    """Yield the last verification in one line, in whichever of its two forms it is written."""
    if _proof(before) != _proof(after):
        yield FieldChange("Zuletzt geprüft", _said(before), _said(after))


def _said(values: Mapping[str, Any]) -> str:
    """Return day, team and way; the fingerprint says nothing to people."""
    group = values.get("geprueft")
    parts = [group[name] for name in ("am", "durch", "wie") if group.get(name)] if isinstance(group, dict) else []
    return ", ".join(map(str, [values.get("geprueft_am"), *parts] if values.get("geprueft_am") else parts))


def _proof(values: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(values.get(name) for name in VERIFICATION)


def _fields(
    model: type[BaseModel], before: Mapping[str, Any], after: Mapping[str, Any], vokabular: Vokabular, group: str = ""
) -> Iterator[FieldChange]:
    """Yield the fields that differ, those of a group with its name before theirs."""
    for each in felder(model):
        old, new = before.get(each.name), after.get(each.name)
        label = f"{group}{each.angabe.label}"
        if old == new or each.name in VERIFICATION:
            continue
        if each.part and each.form is Form.GRUPPE and is_told(each):
            yield from _fields(each.part, old or {}, new or {}, vokabular, f"{label}: ")
        elif is_told(each) and not (each.part and any(not is_told(inner) for inner in felder(each.part))):
            yield FieldChange(label, _shown(each, old, vokabular), _shown(each, new, vokabular))
        else:
            yield FieldChange(label, None, None)


def _shown(field: Feld, value: Any, vokabular: Vokabular) -> str:
    """Return a value as people read it, "" for none."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_shown(field, each, vokabular) for each in value)
    if isinstance(value, dict):
        inner = {each.name: each for each in felder(field.part)} if field.part else {}
        return ", ".join(
            f"{inner[name].angabe.label} {_shown(inner[name], each, vokabular)}"
            for name, each in value.items()
            if name in inner
        )
    if field.choice:
        return next((option.label for option in field.choice if option == value), str(value))
    if field.woerter:
        word = vokabular.woerter[field.woerter.vokabular].get(value)
        return word.name if word else str(value)
    return str(value)


def _pages(records: Sequence[RecordChange], before: Checked, after: Checked) -> list[Entry]:
    """Return the records that link to a changed one or are linked from it, and are not changed themselves."""
    changed = {change.entry.id for change in records}
    near: set[str] = set()
    for graph in (before.graph, after.graph):
        for link in graph.links:
            if link.source in changed:
                near.add(link.target)
            elif link.target in changed:
                near.add(link.source)
    return [entry for entry in after.district.entries if entry.id in near - changed]


def _only_in(some: Sequence[Diagnostic], others: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics without their like among the others; lines and numbers may differ."""
    known = Counter(map(_identity, others))
    left = []
    for each in some:
        if known[_identity(each)]:
            known[_identity(each)] -= 1
        else:
            left.append(each)
    return left


def _identity(each: Diagnostic) -> tuple[str, str, str]:
    return each.code, each.span.path, _NUMBER.sub("0", each.message)
