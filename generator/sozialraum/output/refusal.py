"""Why nothing is done that rests on the settings: while they have an error, nobody knows what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.checks.personal import without_personal_data
from sozialraum.diagnostics import errors_in
from sozialraum.load.folder import SETTINGS
from sozialraum.output.text import as_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic

_FOR_WHOM = "steht nicht fest, für wen das Handbuch ist. Der alte Stand bleibt unverändert"


def unsettled(root: Path, found: Sequence[Diagnostic], unknown: str) -> str:
    """Return that `unknown` is so as long as the settings in `root` have the errors in `found`, or "" where they have none."""
    errors = errors_in(found)
    if not errors:
        return ""
    shown = as_text(without_personal_data(errors), root.parent)
    return f"Solange {root.name}/{SETTINGS} Fehler hat, {unknown}.\n{shown}"


def refusal(root: Path, found: Sequence[Diagnostic]) -> str:
    """Return why nothing of the district in `root` may be built, whoever asks for it, or ""; `found` is about its settings.

    Without settings nobody knows for whom the handbook is, and a guess could publish what is not for everyone.
    """
    told = unsettled(root, found, _FOR_WHOM)
    return f"Nicht gebaut: {told}" if told else ""
