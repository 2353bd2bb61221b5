"""The lines that diagnostics point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sozialraum.diagnostics import Span


class Excerpts:
    """Reads lines of files below `base`; remembers the last file, since diagnostics come file by file."""

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
        except (OSError, ValueError):
            return []
