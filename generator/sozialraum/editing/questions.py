"""What has to be asked before a record can be written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sozialraum.editing.answers import complaint
from sozialraum.fields.link import ALL_PLACES, LANDKREISWEIT
from sozialraum.load.folder import VOCABULARY, find_files
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import Feld, Form, felder
from sozialraum.source.document import read_document
from sozialraum.vocabulary import Vokabular, default_vocabulary, read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pydantic import BaseModel

AUTOMATIC = ("angelegt_am", "geprueft_am", "status")
"""Fields that `sozialraum new` fills in by itself."""

Words = tuple[tuple[str, str], ...]
"""Code that is written, name that people read."""


@dataclass(frozen=True, slots=True)
class Question:
    """One field as it is asked on a terminal."""

    name: str
    """As `new_record` takes it: `kontakt.telefon` for a field in a group."""
    label: str
    hilfe: str
    beispiel: str
    viele: bool
    """Whether several answers are welcome, separated by commas."""
    woerter: Words = ()
    """The possible answers, empty where anything may be written."""
    noetig: bool = True
    """Whether there is no record without an answer."""


def questions(ordner: str, root: Path | None = None) -> tuple[Question, ...]:
    """Return what a record of this type needs, then what helps it, each in the order of the model.

    Words and records to choose from are those of the district `root`; without
    one, the words every district starts with.
    """
    return tuple(sorted(questions_about(RECORD_TYPES[ordner], root), key=lambda question: not question.noetig))


def questions_about(
    model: type[BaseModel], root: Path | None = None, prefix: str = "", *, noetig: bool = True
) -> Iterator[Question]:
    """Yield the questions of any group of fields; `prefix` names the group they stand in, `noetig` whether it must be there."""
    for each in felder(model):
        name, needed = f"{prefix}{each.name}", noetig and each.pflicht
        if name in AUTOMATIC or not (needed or each.angabe.empfohlen or each.angabe.gefragt):
            continue
        if each.part:
            yield from questions_about(each.part, root, f"{name}.", noetig=needed)
        else:
            shown = Question(name, each.angabe.label, each.hilfe, each.beispiel, viele=each.form is Form.LISTE)
            yield replace(shown, woerter=_words(each, root), noetig=needed)


def check_answer(ordner: str, name: str, text: str | Sequence[str], root: Path | None = None) -> str | None:
    """Return what is wrong with one answer in German, None where it is right.

    A link to a record that does not exist yet is right: somebody has to be the
    first, and `sozialraum check` says what is still missing.
    """
    return complaint(RECORD_TYPES[ordner], name, text, vocabulary_of(root))


def vocabulary_of(root: Path | None) -> Vokabular:
    """Return the district's words; what is wrong with its files is the business of `check`."""
    if root is None:
        return default_vocabulary()
    vokabular, _found = read_vocabulary(root / VOCABULARY, VOCABULARY)
    return vokabular


def _words(field: Feld, root: Path | None) -> Words:
    if field.choice:
        return tuple((str(option), option.label) for option in field.choice)
    if field.woerter:
        return tuple((word.code, word.name) for word in vocabulary_of(root).woerter[field.woerter.vokabular].values())
    if field.ziel and root:
        everywhere = field.form is Form.LISTE and field.ziel.may_be_everywhere
        return (*_records(root, field.ziel.ordner), *([(LANDKREISWEIT, ALL_PLACES)] if everywhere else []))
    return ()


def _records(root: Path, ordner: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    files = find_files(root)[0].records if root.is_dir() else ()
    for file in files:
        if not file.ordner or (ordner and file.ordner not in ordner):
            continue
        document, _found = read_document(root.parent / file.path, file.path)
        values = document.values()[0] if document else None
        yield file.id, str((values or {}).get("titel", file.id))
