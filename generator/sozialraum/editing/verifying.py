"""Verifying a record: show its facts, and write down that they hold. Nothing else of the file changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.model.describe import Feld, Form, felder
from sozialraum.model.pruefung import Pruefweg, facts
from sozialraum.source.document import unchanged
from sozialraum.source.edit import with_values
from sozialraum.source.replace import replace_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from pydantic import BaseModel

    from sozialraum.load.entries import Entry

_INDENT = "  "


class Nachgesehen(NamedTuple):
    """That somebody looked: when, which team, in which way."""

    am: date
    durch: str
    wie: Pruefweg | None = None


def shown_facts(entry: Entry) -> list[str]:
    """Return what is to be verified as lines of label and value, as the record says it."""
    model, values = type(entry.record), entry.document.values()[0] or {}
    return [line for each in felder(model) if each.name in facts(model) for line in _lines(each, values, "")]


def verified(entry: Entry, seen: Nachgesehen) -> str | None:
    """Return the text of the record's file with the proof in place of an earlier verification.

    None where the front matter is written in a way in which no place for it is safe.
    """
    proof = {
        "am": seen.am.isoformat(),
        "durch": seen.durch,
        "wie": seen.wie and str(seen.wie),
        "nachweis": entry.fakten,
    }
    order = [each.name for each in felder(type(entry.record))]
    said = {name: value for name, value in proof.items() if value}
    front = with_values(entry.document.front, {"geprueft_am": None, "geprueft": said}, order)
    return None if front is None else f"---\n{front}---\n{entry.document.body}"


def write_verified(entry: Entry, root: Path, text: str) -> bool:
    """Replace a record's file; not where it says something else than what was shown. Return whether it was replaced."""
    file = root.parent / entry.document.path
    before = unchanged(file, entry.document)
    return before is not None and replace_text(file, before, text)


def _lines(field: Feld, values: Mapping[str, Any], indent: str) -> Iterator[str]:
    value, label = values.get(field.name), field.angabe.label
    if not value:
        yield f"{indent}{label}: –"
    elif field.part and field.form is Form.GRUPPE and isinstance(value, dict):
        yield f"{indent}{label}:"
        yield from _group(field.part, value, indent + _INDENT)
    else:
        option = next((each.label for each in field.choice if each == value), "") if field.choice else ""
        yield f"{indent}{label}: {option or value}"


def _group(part: type[BaseModel], values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for each in felder(part):
        if values.get(each.name):
            yield from _lines(each, values, indent)
