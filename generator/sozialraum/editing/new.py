"""A new record: values, id and text from a few answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Diagnostic, Severity, Span
from sozialraum.editing.answers import Given, values_of
from sozialraum.editing.questions import vocabulary_of
from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.load.folder import DEVICES, ORDNER, find_files, slugify
from sozialraum.load.validate import Problems, validate
from sozialraum.load.words import unknown_words
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import Form, felder
from sozialraum.project import check
from sozialraum.source.document import split
from sozialraum.source.write import record_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from pydantic import BaseModel

    from sozialraum.model.record import Record
    from sozialraum.source.yaml_text import Values

BODY = "text"
"""The name under which the free text below the front matter is given."""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that is not yet a file."""

    ordner: str
    id: str
    text: str

    @property
    def path(self) -> str:
        """Where it will lie, relative to the folder of records."""
        return f"{self.ordner}/{self.id}.md"


def new_record(root: Path, ordner: str, given: Given, today: date) -> tuple[NewRecord | None, list[Diagnostic]]:
    """Return the record that `given` makes, and what is still wrong with it.

    The diagnostics point into the text that would be written, so a record with
    Fehler may be shown, or written and mended in an editor. None where there
    is no such type.
    """
    model = RECORD_TYPES.get(ordner)
    if model is None:
        remedy = f"Möglich sind: {', '.join(RECORD_TYPES)}."
        return None, [ORDNER.at(Span(f"{root.name}/{ordner}"), f"Eine Eintragsart „{ordner}“ gibt es nicht.", remedy)]
    named = {name: text for name, text in given.items() if name != BODY}
    values = values_of(model, {**_automatic(model, today), **named})
    new = NewRecord(ordner, proposed_id(root, ordner, values), record_text(values, _body(given)))
    return new, _problems_of(root, new, values)


def proposed_id(root: Path, ordner: str, values: Values) -> str:
    """Return an id for a new record that no other record has."""
    taken = _taken(root)
    proposal = ID_RULES.get(ordner, _from_title)(values, taken) or slugify(RECORD_TYPES[ordner].typ.einzahl)
    return _unique(proposal, taken)


def write_new(root: Path, new: NewRecord) -> Path:
    """Write a new record and return its file. Raises FileExistsError rather than overwrite one."""
    file = root / new.path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(new.text)
    return file


def said_of(root: Path, new: NewRecord, today: date) -> list[Diagnostic]:
    """Return what the check has to say of a record that has just been written: links, and whatever else needs all records."""
    path = f"{root.name}/{new.path}"
    told = check(root, today)[1]
    return [each for each in told if each.span.path == path and each.severity is not Severity.HINWEIS]


def _automatic(model: type[Record], today: date) -> dict[str, str]:
    """Return what nobody needs to be asked: the day, the first status, groups that only need to exist."""
    fields = felder(model)
    filled = {each.name: str(next(iter(each.choice))) for each in fields if each.name == "status" and each.choice}
    filled["angelegt_am"] = today.isoformat()
    if model.typ.wird_geprueft:
        filled["geprueft_am"] = today.isoformat()
    for each in fields:
        if each.part and each.pflicht and each.form is Form.GRUPPE:
            filled |= {f"{each.name}.{name}": word for name, word in _defaults(each.part)}
    return filled


def _defaults(part: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Yield the words with which a group starts that asks for nothing else."""
    if any(each.pflicht for each in felder(part)):
        return
    for each in felder(part):
        default = part.model_fields[each.name].default
        if each.choice and default:
            yield each.name, str(default)


def _body(given: Given) -> str:
    text = given.get(BODY, "")
    return text if isinstance(text, str) else "\n\n".join(text)


def _problems_of(root: Path, new: NewRecord, values: Values) -> list[Diagnostic]:
    """Return what is wrong with a new record by itself; what other records have to say is the business of `check`."""
    document, found = split(new.text, f"{root.name}/{new.path}")
    if document is None:
        return found
    model = RECORD_TYPES[new.ordner]
    problems = Problems(model, document.span, document.key_span)
    _record, found = validate(model, values, problems)
    return [*found, *unknown_words(problems, values, vocabulary_of(root), found)]


def _taken(root: Path) -> frozenset[str]:
    """Return the ids no new record may carry: they count across all types."""
    files = find_files(root)[0].records if root.is_dir() else ()
    return frozenset({LANDKREISWEIT, *DEVICES, *(file.id.casefold() for file in files)})


def _unique(proposal: str, taken: frozenset[str]) -> str:
    if proposal not in taken:
        return proposal
    number = 2
    while f"{proposal}-{number}" in taken:
        number += 1
    return f"{proposal}-{number}"


def _word(values: Values, name: str) -> str:
    value = values.get(name, "")
    return value if isinstance(value, str) else ""


def _from_title(values: Values, _taken: frozenset[str]) -> str:
    return slugify(_word(values, "titel"))


def _from_team_and_day(values: Values, _taken: frozenset[str]) -> str:
    return slugify(f"{_word(values, 'team')} {_word(values, 'datum') or _word(values, 'angelegt_am')}")


def _from_year(values: Values, taken: frozenset[str]) -> str:
    """Return the number after the highest of the year: nothing about the case is in it."""
    year = (_word(values, "datum") or _word(values, "angelegt_am"))[:4]
    prefix = f"beratung-{slugify(year)}-"
    used = [id_.removeprefix(prefix) for id_ in taken if id_.startswith(prefix)]
    highest = max((int(number) for number in used if number.isascii() and number.isdigit()), default=0)
    return f"{prefix}{highest + 1:03}"


ID_RULES: dict[str, Callable[[Values, frozenset[str]], str]] = {
    "protokolle": _from_team_and_day,
    "beratungen": _from_year,
}
"""Types whose id is not made from the title: folder → (values, taken ids) → proposal."""
