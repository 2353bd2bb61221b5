"""Why a handbook is not built at all: who may see it is not known."""

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


def refusal(root: Path, found: Sequence[Diagnostic]) -> str:
    """Return why nothing of the district in `root` may be built, whoever asks for it, or ""; `found` is about its settings.

    Without settings nobody knows for whom the handbook is, and a guess could publish what is not for everyone.
    """
    errors = errors_in(found)
    if not errors:
        return ""
    return (
        f"Nicht gebaut: Solange {root.name}/{SETTINGS} Fehler hat, steht nicht fest, für wen das Handbuch ist. "
        f"Der alte Stand bleibt unverändert.\n{as_text(without_personal_data(errors), root.parent)}"
    )
