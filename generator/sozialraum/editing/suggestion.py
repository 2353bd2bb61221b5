"""A Bedarfslage written from what several meetings noticed: the answers that `new` would ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.model.bedarfslage import Bedarfslagenstatus
from sozialraum.project import read
from sozialraum.reports.moeglich import suggestions
from sozialraum.reports.names import titles, topic

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from sozialraum.editing.answers import Given
    from sozialraum.project import Project
    from sozialraum.reports.moeglich import Vorschlag

OPTION = "aus-vorschlag"
"""The name under which the suggestion is given."""


def with_suggestion(root: Path, given: Given, today: date | None) -> tuple[dict[str, str | Sequence[str]], str]:
    """Return the answers that follow from the suggestion named in `given`, the given ones laid over them.

    The second value is "" or says why that is not possible.
    """
    wanted = given.get(OPTION)
    rest = {name: value for name, value in given.items() if name != OPTION}
    if wanted is None:
        return rest, ""
    project = read(root, today, Sichtbarkeit.team)
    found = {each.schluessel: each for each in suggestions(project)}
    if not isinstance(wanted, str) or wanted not in found:
        there_are = f"Möglich sind: {', '.join(found)}." if found else "Zurzeit gibt es keinen."
        return rest, f"Einen Vorschlag „{wanted}“ gibt es nicht. {there_are}"
    if rest.get("status") == Bedarfslagenstatus.verworfen and not rest.get("grund"):
        return rest, "Wer einen Vorschlag verwirft, nennt den Grund: --grund „…“."
    answers = {**_answers(project, found[wanted]), **rest}
    return {**answers, "verlauf.status": answers["status"], "verlauf.am": project.today.isoformat()}, ""


def _answers(project: Project, suggestion: Vorschlag) -> dict[str, str | Sequence[str]]:
    """Return a Bedarfslage in the words of the meetings; the team rewrites them in its own."""
    said = list(dict.fromkeys(beleg.text for beleg in suggestion.belege))
    return {
        "titel": f"{topic(project, suggestion.thema)} in {titles(project, [suggestion.ort])}",
        "status": Bedarfslagenstatus.bestaetigt,
        "sozialraeume": [suggestion.ort],
        "themen": [suggestion.thema],
        "verantwortlich": suggestion.team,
        "beschreibung": " ".join(said),
        "seit": suggestion.belege[0].datum.isoformat(),
        "belege": list(suggestion.sitzungen),
        "luecke": "ja",
    }
