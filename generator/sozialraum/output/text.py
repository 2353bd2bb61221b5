"""Diagnostics for people: one block each, and the line that sums up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.diagnostics import Severity
from sozialraum.output.excerpt import Excerpts
from sozialraum.output.inert import inert, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic

_COLOURS = {Severity.FEHLER: "31;1", Severity.WARNUNG: "33;1", Severity.HINWEIS: "36"}
_PLURAL = {Severity.FEHLER: "Fehler", Severity.WARNUNG: "Warnungen", Severity.HINWEIS: "Hinweise"}
_WIDEST_LINE = 160


def as_text(diagnostics: Sequence[Diagnostic], base: Path, *, colour: bool = False) -> str:
    """Return one block per diagnostic, with the line and a caret below the place."""
    excerpts = Excerpts(base, diagnostics)
    return "\n".join(_block(each, excerpts, colour=colour) for each in diagnostics)


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
    lines = [f"{inert(str(each.span))}: {name} [{each.code}]", f"  {inert(each.message)}"]
    line = excerpts.line(each.span)
    if line and each.span.column:
        number = str(each.span.line)
        line, start = _window(line, each.span.column - 1)
        before, marked = line[:start], line[start:][: max(1, each.span.length)]
        caret = "^" * max(1, len(printable(marked)))
        lines.append(f"    {number} | {inert(line)}")
        lines.append(f"    {' ' * len(number)} | {' ' * len(printable(before))}{_painted(caret, '31', colour=colour)}")
    lines += [f"  → {inert(part)}" for part in [each.remedy] if part]
    return "\n".join(lines) + "\n"


def _window(line: str, start: int) -> tuple[str, int]:
    """Return the part of a line around a place, with … where it is cut, and where the place is in it."""
    if len(line) <= _WIDEST_LINE:
        return line, start
    first = max(0, min(start - _WIDEST_LINE // 2, len(line) - _WIDEST_LINE))
    end = first + _WIDEST_LINE
    left, right = "…" if first else "", "…" if end < len(line) else ""
    shown = line[first + len(left) : end - len(right)]
    return f"{left}{shown}{right}", start - first


def _painted(text: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
