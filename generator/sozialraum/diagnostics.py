"""What is wrong, where it is, and how to mend it.

A problem in a record is a value: every stage of the pipeline returns its
diagnostics beside its result, and nothing is raised. How a diagnostic looks on
a terminal or in a pipeline is the business of `output`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


MOST_OF_ONE_TEXT = 100
"""Mistakes of one sort in one file that are told: who mends a hundred sees the next hundred then."""


class Severity(StrEnum):
    """How much a diagnostic weighs; the words are those people read."""

    FEHLER = "Fehler"
    WARNUNG = "Warnung"
    HINWEIS = "Hinweis"

    @property
    def rank(self) -> int:
        """0 for the heaviest, so that sorting puts Fehler first."""
        return _RANKS[self]


_RANKS = {Severity.FEHLER: 0, Severity.WARNUNG: 1, Severity.HINWEIS: 2}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file.

    `path` is relative to the district's folder, with forward slashes. `line`
    and `column` count from 1; 0 means "the file as a whole". `length` is the
    number of characters a caret should underline.
    """

    path: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake, one message, one remedy, in plain German."""

    code: str
    severity: Severity
    span: Span
    message: str
    remedy: str = ""
    related: tuple[Span, ...] = field(default=())

    def sort_key(self) -> tuple[str, int, int, int, str]:
        """File order first, so that a reader mends one file at a time."""
        return (self.span.path, self.span.line, self.span.column, self.severity.rank, self.code)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code stands for: the text behind `check --erklaere CODE`.

    `help` is Markdown in plain German and becomes a part of the rule page.
    """

    code: str
    severity: Severity
    help: str
    regel: str = ""
    """The number of the rule in the method's own list (KB-14, TP-02), "" where it has none; several with commas."""
    gilt: str = ""
    """For which variants and from which status on, in words; "" where it always counts."""
    beispiel: str = ""
    """A line of a record that is right."""

    @property
    def title(self) -> str:
        """The first sentence of the help text."""
        return self.help.strip().split("\n\n", 1)[0].replace("\n", " ")

    @property
    def details(self) -> str:
        """The help text below the title."""
        return self.help.strip().partition("\n\n")[2]

    def at(self, span: Span, message: str, remedy: str = "") -> Diagnostic:
        """Return the diagnostic of this rule at `span`."""
        return Diagnostic(self.code, self.severity, span, message, remedy)


def alternatives(words: Sequence[str]) -> str:
    """Return words as a sentence offers them: „Team, Ressource oder Vorhaben“."""
    return " oder ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by file, line, column, and drop exact repetitions."""
    return sorted(dict.fromkeys(diagnostics), key=Diagnostic.sort_key)


def errors_in(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those that keep a handbook from being built."""
    return [each for each in diagnostics if each.severity is Severity.FEHLER]


def raised(diagnostic: Diagnostic, severity: Severity) -> Diagnostic:
    """Return the same diagnostic with another weight."""
    return replace(diagnostic, severity=severity)
