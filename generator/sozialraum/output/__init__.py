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
    from collections.abc import Callable

OUTPUTS: dict[str, Callable[..., str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "junit": as_junit,
    "sarif": as_sarif,
}
"""Name of a format → function of (diagnostics, folder the paths are relative to)."""
