"""A consultation, minutes, a Vorhaben: written as skeletons, with everything filled in that nobody needs to be asked."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from sozialraum.checks.consultation import WITH_PERSON, kept
from sozialraum.checks.upkeep import german
from sozialraum.editing.answers import Given, values_of
from sozialraum.editing.new import NewRecord, proposed_id
from sozialraum.editing.questions import Question, questions
from sozialraum.editing.skeletons import SKELETONS, skeleton
from sozialraum.load.settings import read_settings
from sozialraum.model import RECORD_TYPES
from sozialraum.model.beratung import Variante
from sozialraum.source.document import read_document

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from sozialraum.source.yaml_text import Values

ASKED = {"beratungen": ("team", "variante"), "protokolle": ("team",), "vorhaben": ("verantwortlich", "titel")}
"""What a skeleton cannot do without."""


def first_questions(root: Path, ordner: str, given: Given) -> tuple[Question, ...]:
    """Return what nobody has said yet and nobody can know; where there is one team, it is meant."""
    team = choose_team(root, given.get("team") or given.get("verantwortlich"))[0]
    known = {*given, *(("team", "verantwortlich") if team or "team" in given else ())}
    asked = (each for each in questions(ordner, root) if each.name in ASKED[ordner])
    return tuple(each for each in asked if each.name not in known)


def new_conversation(root: Path, ordner: str, given: Given, today: date) -> tuple[NewRecord | None, str]:
    """Return the skeleton of a record, or None and what has to be said first."""
    answers = {name: text for name, text in given.items() if name != "team" or ordner != "vorhaben"}
    team, complaint = choose_team(root, given.get("team") or given.get("verantwortlich"))
    variante, more = _variant(root, given) if ordner == "beratungen" else (None, "")
    if ordner == "vorhaben" and not given.get("titel"):
        more = 'Wie soll das Vorhaben heißen? Zum Beispiel: --titel "Lesebank auf dem Markt"'
    if complaint or more:
        return None, "\n".join(each for each in (complaint, more) if each)
    model = RECORD_TYPES[ordner]
    filled = _filled(root, ordner, team, variante, today, answers)
    values = {**filled, **values_of(model, answers)}
    text = f"---\n{skeleton(model, values, variante)}---\n"
    return NewRecord(ordner, proposed_id(root, ordner, values), text), ""


def choose_team(root: Path, written: Any) -> tuple[str, str]:
    """Return the team that is meant, or "" and the question that has to be answered."""
    teams = sorted(file.stem for file in (root / "teams").glob("*.md"))
    if isinstance(written, str) and written in teams:
        return written, ""
    if not written and len(teams) == 1:
        return teams[0], ""
    choice = ", ".join(teams) or "noch keines; mit `sozialraum new team` anlegen"
    wrong = f"Ein Team „{written}“ gibt es nicht. " if written else "Für welches Team? "
    return "", f"{wrong}Mit --team angeben: {choice}."


def values_at(root: Path, ordner: str, id_: Any) -> Values:
    """Return what another record says, nothing where it cannot be read."""
    file = root / ordner / f"{id_}.md"
    document = read_document(file, "")[0] if isinstance(id_, str) and file.is_file() else None
    return (document.values()[0] if document else None) or {}


def _variant(root: Path, given: Given) -> tuple[Variante | None, str]:
    written = given.get("variante")
    if not isinstance(written, str) or written not in tuple(Variante):
        return None, f"Welche Art von Beratung? Mit --variante angeben: {', '.join(Variante)}."
    variante = Variante(written)
    if variante in kept(read_settings(root)[0]):
        return variante, ""
    return None, (
        f"Beratungen „{variante.label}“ hält dieses Handbuch nicht fest; sie bleiben im Fachverfahren. "
        f"Ist es mit dem Datenschutz geklärt, dann in handbuch.yml unter beratungen eintragen: {variante}: ja"
    )


def _filled(
    root: Path, ordner: str, team: str, variante: Variante | None, today: date, answers: Given
) -> dict[str, Any]:
    """Return what nobody needs to be asked, in the words of a record."""
    day = today.isoformat()
    places = values_at(root, "teams", team).get("sozialraeume", [])
    common = {"angelegt_am": day, "sozialraeume": places if len(places) == 1 else []}
    if ordner == "vorhaben":
        return {**common, "status": "idee", "verantwortlich": team, "verlauf": [{"status": "idee", "am": day}]}
    if ordner == "protokolle":
        name = str(values_at(root, "teams", team).get("titel", team)).removeprefix("Team ")
        item = {"position": "beginn"}
        head = {"titel": f"Teamsitzung {name} am {german(today)}", "status": "offen", "angelegt_am": day}
        return {**head, "team": team, "datum": day, "ausgangslage": ["a"], "top_einzelfallunspezifisch": item}
    about: dict[str, Any] = {"titel": f"Kollegiale Beratung am {german(today)}"}
    if variante in WITH_PERSON:
        about |= {"fall_kuerzel": f"P-{today.year}-{secrets.randbelow(900) + 100}"}
    elif answers.get("vorhaben"):
        about |= _from_plan(values_at(root, "vorhaben", answers["vorhaben"]))
    return {**common, "status": "entwurf", "variante": str(variante), "datum": day, "team": team, **about}


def _from_plan(plan: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a consultation takes over from the Vorhaben it is about."""
    taken = {name: plan.get(name) for name in ("titel", "sozialraeume", "themen")}
    return {
        name: value for name, value in {**taken, "fragestellung": plan.get("aufmerksamkeitsrichtung")}.items() if value
    }


def has_skeleton(ordner: str) -> bool:
    """Whether records of this type are written as skeletons."""
    return ordner in SKELETONS
