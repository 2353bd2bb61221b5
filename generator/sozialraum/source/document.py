"""A record file: YAML front matter between two fences, then a Markdown body."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span
from sozialraum.source import text as text_of
from sozialraum.source import yaml_text
from sozialraum.source.yaml_text import Origin, Values

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

KOPF_FEHLT = Rule(
    "kopf_fehlt",
    Severity.FEHLER,
    "Der Kopf des Datensatzes fehlt.\n\nDie erste Zeile eines Datensatzes ist `---`. Darunter stehen die "
    "Angaben, dann folgt wieder eine Zeile `---`, danach der freie Text:\n\n"
    "```\n---\ntitel: Stadtteilcafé Auenblick\nstatus: aktiv\n---\n\nHier steht der freie Text.\n```",
)
KOPF_EINGERUECKT = Rule(
    "kopf_eingerueckt",
    Severity.FEHLER,
    "Die Zeile `---` ist eingerückt.\n\nSie muss ganz links beginnen und darf nur aus drei Strichen bestehen.",
)
KOPF_OFFEN = Rule(
    "kopf_offen",
    Severity.FEHLER,
    "Der Kopf wird nicht geschlossen.\n\nNach der letzten Angabe gehört eine Zeile, die nur aus `---` besteht.",
)

RULES = (KOPF_FEHLT, KOPF_EINGERUECKT, KOPF_OFFEN)

_FENCE = "---"
_THREE = "Genau drei Striche schreiben, ganz links und ohne Leerzeichen: ---"
_INDENTED = re.compile(r"^(?:[ \t]+---[ \t]*|---[ \t]+)$", re.MULTILINE)
_LIKE_A_FENCE = re.compile(r"^(?:[–—]|[-–—._=](?:[ \t]?[-–—._=])+)[ \t]*$", re.MULTILINE)
"""A line of signs that was meant as `---`."""
_LATE_FENCE = re.compile(r"^---\n(?=\w+:)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one record, taken apart but not yet understood."""

    path: str
    """Relative to the district's folder, forward slashes."""
    front: str
    """The YAML between the fences; it begins on line 2 of the file."""
    body: str
    body_line: int
    """The line of the file on which the body begins."""
    digest: str = ""
    """Stands for the whole text; stays when an audience is not to see all of it."""
    front_digest: str = ""
    """Stands in the same way for the front matter alone."""

    @property
    def text(self) -> str:
        """The whole file, with fences and line ends as they should be."""
        return f"---\n{self.front}---\n{self.body}"

    def values(self) -> tuple[Values | None, list[Diagnostic]]:
        """Return the front matter as nested text values, None where it cannot be read."""
        return yaml_text.parse(self.front, Origin(self.path, 2))

    def span(self, keys: Sequence[str | int] = ()) -> Span:
        """Return the place of the value at `keys` (names and list positions)."""
        if not keys:
            return Span(self.path, 1, 1, 3)
        return yaml_text.locate(self.front, Origin(self.path, 2), keys)

    def key_span(self, keys: Sequence[str | int]) -> Span:
        """Return the place of the last of `keys` itself."""
        return yaml_text.locate_key(self.front, Origin(self.path, 2), keys)

    def comment_behind(self, keys: Sequence[str | int]) -> str:
        """Return the comment that stands where the last of `keys` would have its value, "" where there is none."""
        return yaml_text.comment_behind(self.front, Origin(self.path, 2), keys)

    def front_span(self, offset: int, length: int = 1) -> Span:
        """Return the place of a character of the front matter."""
        line, column = text_of.place(self.front, offset)
        return Span(self.path, line + 1, column, length)

    def gap_span(self, keys: Sequence[str | int], before: Sequence[str]) -> Span:
        """Return where a missing value belongs: at its empty key, else at the last of the keys `before` it."""
        return yaml_text.locate_gap(self.front, Origin(self.path, 2), keys, before)

    def body_span(self, offset: int, length: int = 1) -> Span:
        """Return the place of a character of the body."""
        line, column = text_of.place(self.body, offset)
        return Span(self.path, self.body_line + line - 1, column, length)


def read_document(file: Path | str, path: str) -> tuple[Document | None, list[Diagnostic]]:
    """Read one record file; None where there is nothing to go on with."""
    text, found = text_of.read_text(file, path)
    if text is None:
        return None, found
    document, more = split(text, path)
    return document, [*found, *more]


def unchanged(file: Path | str, document: Document) -> str | None:
    """Return the text of `file` as long as it says what the document was made from, None where it does not any more."""
    text = text_of.read_text(file, document.path)[0]
    now = split(text, document.path)[0] if text else None
    return text if now is not None and (now.front, now.body) == (document.front, document.body) else None


def split(text: str, path: str) -> tuple[Document | None, list[Diagnostic]]:
    """Take a record's text apart at its fences."""
    if not text.startswith("---\n"):
        return None, [_no_front_matter(text, path)]
    end = text.find("\n---\n", 3)
    if end < 0 and text.endswith("\n---"):
        end = len(text) - 4
    if end < 0:
        return None, [_unclosed(text, path)]
    front, body = text[4 : end + 1], text[end + 5 :]
    return Document(path, front, body, front.count("\n") + 3, _digest(text), _digest(front)), []


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _no_front_matter(text: str, path: str) -> Diagnostic:
    first = text.split("\n", 1)[0]
    if first.strip() == _FENCE and first != _FENCE:
        return _indented(path, 1, first)
    if text.lstrip().startswith("---\n"):
        line = text[: text.index("---\n")].count("\n") + 1
        message = "Vor der ersten Zeile --- steht noch etwas."
        return KOPF_FEHLT.at(Span(path, line, 1, 3), message, "Die leeren Zeilen am Anfang der Datei löschen.")
    if _LIKE_A_FENCE.match(first):
        return KOPF_FEHLT.at(
            Span(path, 1, 1, len(first)), "Die erste Zeile besteht nicht aus genau drei Strichen.", _THREE
        )
    late = _LATE_FENCE.search(text)
    if late:
        line = text.count("\n", 0, late.start()) + 1
        remedy = "Alles davor löschen oder unter den Kopf setzen."
        return KOPF_FEHLT.at(Span(path, line, 1, 3), "Vor der ersten Zeile --- steht noch etwas.", remedy)
    remedy = "Als erste Zeile --- setzen, darunter die Angaben, dann wieder --- (siehe `sozialraum new`)."
    return KOPF_FEHLT.at(Span(path, 1, 1), "Die Datei beginnt nicht mit einer Zeile ---.", remedy)


def _unclosed(text: str, path: str) -> Diagnostic:
    indented = _INDENTED.search(text, 4)
    if indented:
        line = text.count("\n", 0, indented.start()) + 1
        return _indented(path, line, indented[0])
    message = "Der Kopf wird nicht geschlossen."
    alike = _LIKE_A_FENCE.search(text, 4)
    if alike:
        line = text.count("\n", 0, alike.start()) + 1
        message = "Der Kopf wird nicht geschlossen: Diese Zeile besteht nicht aus genau drei Strichen."
        return KOPF_OFFEN.at(Span(path, line, 1, len(alike[0])), message, _THREE)
    return KOPF_OFFEN.at(Span(path, 1, 1, 3), message, "Nach der letzten Angabe eine Zeile --- einfügen.")


def _indented(path: str, line: int, written: str) -> Diagnostic:
    column = written.find("-") + 1
    message = "Die Zeile --- ist eingerückt oder hat Leerzeichen am Ende."
    remedy = "Die drei Striche ganz nach links setzen, ohne Leerzeichen davor und danach."
    return KOPF_EINGERUECKT.at(Span(path, line, column, 3), message, remedy)
