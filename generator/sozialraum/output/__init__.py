"""Diagnostics for people, for programs and for pipelines: the table OUTPUTS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.output.code_quality import as_gitlab
from sozialraum.output.junit import as_junit
from sozialraum.output.listing import as_json
from sozialraum.output.sarif import as_sarif
from sozialraum.output.text import as_text
from sozialraum.output.workflow import as_github

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic


def _discreet(output: Callable[..., str]) -> Callable[..., str]:
    """Return an output that masks the names of files which are themselves the mistake, whoever asks for it."""

    def masking(diagnostics: Sequence[Diagnostic], base: Path, *, colour: bool = False) -> str:
        from sozialraum.checks.personal import with_masked_paths  # with all record types behind it

        return output(with_masked_paths(diagnostics), base, colour=colour)

    return masking


OUTPUTS: dict[str, Callable[..., str]] = {
    "text": _discreet(as_text),
    "json": _discreet(as_json),
    "github": _discreet(as_github),
    "gitlab": _discreet(as_gitlab),
    "junit": _discreet(as_junit),
    "sarif": _discreet(as_sarif),
}
"""Name of a format → function of (diagnostics, folder the paths are relative to)."""
