"""A perception, noted in seconds: one more line in the team's open minutes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sozialraum.checks.meetings import questions
from sozialraum.editing.answers import complaint
from sozialraum.editing.conversation import choose_team, new_conversation, values_at
from sozialraum.editing.new import write_new
from sozialraum.editing.questions import vocabulary_of
from sozialraum.model.describe import felder
from sozialraum.model.protokoll import Protokollstatus, Vernetzungsrunden, Wahrnehmung
from sozialraum.source.document import split
from sozialraum.source.insert import with_entry
from sozialraum.source.replace import replace_text
from sozialraum.source.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from sozialraum.editing.answers import Given

_ITEM = "top_einzelfallunspezifisch"
_ROUNDS = "vernetzungsrunden"
_FIELDS = ("team", "frage", "thema", "sozialraum")


@dataclass(frozen=True, slots=True)
class Noted:
    """Where a perception now stands."""

    path: str
    """Relative to the folder of records."""
    frage: str
    """The question it answers, as it is asked."""
    begonnen: bool
    """Whether the minutes were begun for it."""


def note(root: Path, text: str, given: Given, today: date) -> tuple[Noted | None, str]:
    """Write a perception into the team's open minutes, which are begun where there are none.

    Returns where it stands, or None and what is wrong; then nothing is written.
    """
    team, problem = choose_team(root, given.get("team"))
    keys = question_keys(given.get("frage", "1"))
    if problem or keys is None:
        return None, problem or f"Diese Frage gibt es nicht. Möglich sind 1 bis 9 oder {', '.join(_names())}."
    entry = _entry(root, team, text, given)
    problem = _complaint(root, entry, given)
    if problem:
        return None, problem
    path, before = open_minutes(root, team, today)
    new, problem = (None, "") if path else new_conversation(root, "protokolle", {"team": team}, today)
    if problem:
        return None, problem
    path, before = (new.path, new.text) if new else (path, before)
    after = _with_perception(before, keys, entry)
    if after is None:
        return (
            None,
            f"In {root.name}/{path} ist kein sicherer Platz dafür. Bitte von Hand unter {keys[-1]} eintragen: {text}",
        )
    if new:
        write_new(root, replace(new, text=after))
    elif not replace_text(root / path, before, after):
        return None, f"{root.name}/{path} hat sich gerade geändert. Bitte noch einmal: {text}"
    return Noted(path, _asked(keys), begonnen=new is not None), ""


def question_keys(written: Any) -> tuple[str, ...] | None:
    """Return where in a record the answers to a question stand; it is named by number or key."""
    wanted = str(written).strip().casefold()
    if wanted in ("intern", "extern"):
        return (_ITEM, _ROUNDS, wanted)
    for number, question in enumerate(questions(), 1):
        if wanted in (str(number), question.name):
            return (_ITEM, _ROUNDS, "extern") if question.name == _ROUNDS else (_ITEM, question.name)
    return None


def _asked(keys: tuple[str, ...]) -> str:
    """Return the question whose answers stand at `keys` in its own words, with the kind of round where it asks for two."""
    label = next(each.angabe.label for each in questions() if each.name == keys[1])
    rounds = [each.angabe.label for each in felder(Vernetzungsrunden) if each.name in keys[2:]]
    return ", ".join((f"„{label}“", *rounds))


def open_minutes(root: Path, team: str, today: date) -> tuple[str, str]:
    """Return path and text of the minutes that still take notes: open ones, else those of today or the next meeting."""
    day = today.isoformat()
    found = [each for each in _minutes(root, team) if each[0] or each[1] >= day]
    if not found:
        return "", ""
    opened = [each for each in found if each[0]]
    _is_open, _day, path, text = (
        max(opened, key=lambda each: each[1]) if opened else min(found, key=lambda each: each[1])
    )
    return path, text


def _minutes(root: Path, team: str) -> Iterator[tuple[bool, str, str, str]]:
    """Yield for the minutes of a team: whether they are open, their day, path and text."""
    for file in sorted((root / "protokolle").glob("*.md")):
        path = f"protokolle/{file.name}"
        text = read_text(file, path)[0]
        document = split(text, path)[0] if text and team in text else None
        values = document.values()[0] if document else None
        if text and values and values.get("team") == team and isinstance(values.get("datum"), str):
            yield values.get("status") == Protokollstatus.offen, values["datum"], path, text


def _with_perception(text: str, keys: tuple[str, ...], entry: dict[str, Any]) -> str | None:
    document = split(text, "")[0]
    front = with_entry(document.front, keys, entry) if document else None
    return None if document is None or front is None else f"---\n{front}---\n{document.body}"


def _entry(root: Path, team: str, text: str, given: Given) -> dict[str, Any]:
    topics = given.get("thema", "")
    listed = [each.strip() for each in (topics.split(",") if isinstance(topics, str) else topics) if each.strip()]
    places = values_at(root, "teams", team).get("sozialraeume", [])
    place = given.get("sozialraum") or (places[0] if len(places) == 1 else "")
    return {"text": text.strip()} | ({"themen": listed} if listed else {}) | ({"sozialraum": place} if place else {})


def _complaint(root: Path, entry: dict[str, Any], given: Given) -> str:
    unknown = sorted({*given} - {*_FIELDS})
    if unknown:
        return f"--{unknown[0]} gibt es hier nicht. Möglich sind: {', '.join(f'--{name}' for name in _FIELDS)}."
    for name, value in entry.items():
        wrong = complaint(Wahrnehmung, name, value, vocabulary_of(root))
        if wrong:
            return wrong
    place = entry.get("sozialraum")
    known = sorted(file.stem for file in (root / "sozialraeume").glob("*.md"))
    if place and place not in known:
        return f"Einen Sozialraum „{place}“ gibt es nicht. Möglich sind: {', '.join(known)}."
    return ""


def _names() -> Iterator[str]:
    for each in questions():
        yield each.name
