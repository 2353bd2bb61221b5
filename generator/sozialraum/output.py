"""Diagnostics for people, for programs and for pipelines: the table OUTPUTS."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic, Span

_COLOURS = {Severity.FEHLER: "31;1", Severity.WARNUNG: "33;1", Severity.HINWEIS: "36"}
_GITHUB = {Severity.FEHLER: "error", Severity.WARNUNG: "warning", Severity.HINWEIS: "notice"}
_PLURAL = {Severity.FEHLER: "Fehler", Severity.WARNUNG: "Warnungen", Severity.HINWEIS: "Hinweise"}
_WIDEST_LINE = 160


class Excerpts:
    """Reads the lines that diagnostics point at; remembers the last file."""

    def __init__(self, base: Path) -> None:
        self._base = base
        self._path = ""
        self._lines: list[str] = []

    def line(self, span: Span) -> str:
        """Return the line of `span`, "" where there is none to show."""
        if not span.line:
            return ""
        if span.path != self._path:
            self._path, self._lines = span.path, self._read(span.path)
        return self._lines[span.line - 1] if span.line <= len(self._lines) else ""

    def _read(self, path: str) -> list[str]:
        try:
            return (self._base / path).read_text("utf-8-sig", errors="replace").split("\n")
        except OSError:
            return []


def as_text(diagnostics: Sequence[Diagnostic], base: Path, *, colour: bool = False) -> str:
    """Return one block per diagnostic, with the line and a caret below the place."""
    excerpts = Excerpts(base)
    return "\n".join(_block(each, excerpts, colour=colour) for each in diagnostics)


def as_json(diagnostics: Sequence[Diagnostic], _base: Path, *, colour: bool = False) -> str:
    """Return a JSON array of objects with fixed keys."""
    del colour
    rows = [
        {
            "code": each.code,
            "gewicht": each.severity.value,
            "datei": each.span.path,
            "zeile": each.span.line,
            "spalte": each.span.column,
            "meldung": each.message,
            "abhilfe": each.remedy,
        }
        for each in diagnostics
    ]
    return _encodable(json.dumps(rows, ensure_ascii=False, indent=2))


def as_github(diagnostics: Sequence[Diagnostic], _base: Path, *, colour: bool = False) -> str:
    """Return workflow commands: GitHub, Forgejo and Gitea show them at the line of a pull request."""
    del colour
    return _encodable("\n".join(_github(each) for each in diagnostics))


OUTPUTS: dict[str, Callable[..., str]] = {"text": as_text, "json": as_json, "github": as_github}
"""Name of a format → function of (diagnostics, folder the paths are relative to)."""


def summary(diagnostics: Iterable[Diagnostic], records: int) -> str:
    """Return the last line of a check."""
    counts = dict.fromkeys(Severity, 0)
    for each in diagnostics:
        counts[each.severity] += 1
    found = [_counted(severity, count) for severity, count in counts.items() if count]
    checked = "1 Datensatz" if records == 1 else f"{records:,} Datensätze".replace(",", ".")
    return f"{checked} geprüft: {', '.join(found) if found else 'alles in Ordnung'}."


def _counted(severity: Severity, count: int) -> str:
    return f"{count} {severity.value if count == 1 else _PLURAL[severity]}"


def _block(each: Diagnostic, excerpts: Excerpts, *, colour: bool) -> str:
    name = _painted(each.severity.value, _COLOURS[each.severity], colour=colour)
    lines = [f"{_printable(str(each.span))}: {name} [{each.code}]", f"  {_printable(each.message)}"]
    line = excerpts.line(each.span)
    if line and each.span.column and len(line) <= _WIDEST_LINE:
        number = str(each.span.line)
        before, marked = line[: each.span.column - 1], line[each.span.column - 1 :][: max(1, each.span.length)]
        caret = "^" * max(1, len(_printable(marked)))
        lines.append(f"    {number} | {_printable(line)}")
        lines.append(f"    {' ' * len(number)} | {' ' * len(_printable(before))}{_painted(caret, '31', colour=colour)}")
    lines += [f"  → {_printable(part)}" for part in [each.remedy] if part]
    return "\n".join(lines) + "\n"


def _painted(text: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _printable(text: str) -> str:
    """Make control characters visible: what a record says must not steer a terminal."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)


def _encodable(text: str) -> str:
    """Write out what is no character: a file name may be any bytes, a pipe takes only UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _github(each: Diagnostic) -> str:
    place = f"file={_property(each.span.path)}"
    if each.span.line:
        place += f",line={each.span.line},col={max(1, each.span.column)}"
    message = _data(f"{each.message} {each.remedy}".strip())
    return f"::{_GITHUB[each.severity]} {place},title={_property(each.code)}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
