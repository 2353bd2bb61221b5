"""Why a handbook is not built at all: who may see it is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.checks.personal import without_personal_data
from sozialraum.diagnostics import errors_in
from sozialraum.load.folder import SETTINGS
from sozialraum.load.settings import read_settings
from sozialraum.output.text import as_text

if TYPE_CHECKING:
    from pathlib import Path


def refusal(root: Path) -> str:
    """Return why nothing of the district in `root` may be built, whoever asks for it, or "".

    Without settings nobody knows for whom the handbook is, and a guess could publish what is not for everyone.
    """
    errors = errors_in(read_settings(root)[1])
    if not errors:
        return ""
    return (
        f"Nicht gebaut: Solange {root.name}/{SETTINGS} Fehler hat, steht nicht fest, für wen das Handbuch ist. "
        f"Der alte Stand bleibt unverändert.\n{as_text(without_personal_data(errors), root.parent)}"
    )
