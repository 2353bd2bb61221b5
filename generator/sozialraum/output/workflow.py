"""Workflow commands, by which GitHub, Forgejo and Gitea show a diagnostic at its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Severity
from sozialraum.output.inert import inert

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic

_LINE_END = re.compile(r"\r\n|\r|\n")
_COMMANDS = {Severity.FEHLER: "error", Severity.WARNUNG: "warning", Severity.HINWEIS: "notice"}


def as_github(diagnostics: Sequence[Diagnostic], _base: Path, *, colour: bool = False) -> str:
    """Return one command per diagnostic, one line each."""
    del colour
    return "\n".join(_command(each) for each in diagnostics)


def _command(each: Diagnostic) -> str:
    place = f"file={_property(each.span.path)}"
    if each.span.line:
        place += f",line={each.span.line},col={max(1, each.span.column)}"
    message = _data(f"{each.message} {each.remedy}".strip())
    return f"::{_COMMANDS[each.severity]} {place},title={_property(each.code)}::{message}"


def _data(text: str) -> str:
    return "%0A".join(inert(line).replace("%", "%25") for line in _LINE_END.split(text))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
