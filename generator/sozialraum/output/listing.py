"""Diagnostics as a plain JSON list, for one's own programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.output.inert import as_json_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic


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
    return as_json_text(rows)
