"""GitLab's Code Quality report: a finding stands at its line of a merge request, new and mended ones are told apart.

The form is the part of Code Climate's that GitLab reads
(https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.diagnostics import Severity
from sozialraum.output.fingerprint import fingerprints
from sozialraum.output.inert import as_json_text, printable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic

_WEIGHTS = {Severity.FEHLER: "major", Severity.WARNUNG: "minor", Severity.HINWEIS: "info"}


def as_gitlab(diagnostics: Sequence[Diagnostic], base: Path, *, colour: bool = False) -> str:
    """Return the JSON of a `codequality` report; a diagnostic without a line stands at line 1."""
    del colour
    rows = [
        {
            "description": printable(f"{each.message} {each.remedy}".strip()),
            "check_name": each.code,
            "fingerprint": fingerprint,
            "severity": _WEIGHTS[each.severity],
            "location": {"path": each.span.path, "lines": {"begin": max(1, each.span.line)}},
        }
        for each, fingerprint in zip(diagnostics, fingerprints(diagnostics, base), strict=True)
    ]
    return as_json_text(rows)
