"""The lines that diagnostics point at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic, Span


class Excerpts:
    """Reads lines of files below `base`; remembers the last file, since diagnostics come file by file.

    Personal data in them is masked: what a pipeline prints is kept. Every sign stays in its column.
    The rules for that are imported when there is something to mask, so that every command starts quickly.
    """

    def __init__(self, base: Path, diagnostics: Iterable[Diagnostic] = ()) -> None:
        self._base = base
        from sozialraum.checks.personal_rules import CODES

        self._hidden: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for each in diagnostics:
            if each.code in CODES:
                for span in (each.span, *each.related):
                    place = self._hidden.setdefault((span.path, span.line), [])
                    place.append((span.column - 1, span.column - 1 + span.length))
        self._path = ""
        self._lines: list[str] = []

    def line(self, span: Span) -> str:
        """Return the line of `span`, "" where there is none to show."""
        from sozialraum.privacy.masking import masked_at

        if not span.line:
            return ""
        if span.path != self._path:
            self._path, self._lines = span.path, self._read(span.path)
        line = self._lines[span.line - 1] if span.line <= len(self._lines) else ""
        return masked_at(line, self._hidden.get((span.path, span.line), ()))

    @cached_property
    def _own(self) -> tuple[re.Pattern[str], ...]:
        """What stands for file numbers that only this district knows: an exception lets them stand, no log shows them."""
        from sozialraum.checks.personal import own_numbers
        from sozialraum.load.folder import SETTINGS
        from sozialraum.load.settings import read_settings

        districts = [read_settings(file.parent)[0] for file in sorted(self._base.glob(f"*/{SETTINGS}"))]
        return own_numbers(number for each in districts for number in each.textpruefung.aktenzeichen)

    def _read(self, path: str) -> list[str]:
        from sozialraum.checks.personal import masked_text

        try:
            text = (self._base / path).read_text("utf-8-sig", errors="replace")
        except (OSError, ValueError):
            return []
        return masked_text(path, text, self._own).split("\n")
