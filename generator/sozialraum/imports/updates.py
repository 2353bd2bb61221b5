"""Importing again: what the list changed is taken over, what a person changed stays.

Three states are compared field by field: what the import before this one
wrote (kept in `importe/NAME.stand.json` beside the records, in git like
everything), what the record says now, and what the list says now. Where both
the person and the list changed a field, the person's words stay and the
conflict is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import felder
from sozialraum.model.pruefung import facts, fingerprint
from sozialraum.source.document import split
from sozialraum.source.edit import with_values
from sozialraum.source.states import Facts, State
from sozialraum.source.text import read_text
from sozialraum.source.write import nested, with_body

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sozialraum.imports.drafts import Draft

KONFLIKT = Rule(
    "import_konflikt",
    Severity.WARNUNG,
    "Die Liste und ein Mensch haben dieselbe Angabe geändert.\n\nIm Eintrag bleibt, was der Mensch geschrieben hat. "
    "Nachsehen, was stimmt, und es dort oder in der Quelle berichtigen.",
)
VERSCHWUNDEN = Rule(
    "import_verschwunden",
    Severity.HINWEIS,
    "Ein früher übernommener Eintrag fehlt auf einer der beiden Seiten.\n\nSteht er nicht mehr in der Liste, ist er "
    "vielleicht beendet. Fehlt die Datei, hat sie jemand gelöscht oder umbenannt; sie wird nicht neu angelegt.",
)

STAND = Rule(
    "import_stand",
    Severity.FEHLER,
    "Was frühere Importe geschrieben haben, lässt sich nicht lesen.\n\nEs steht in `importe/NAME.stand.json` und wird "
    "gebraucht, um Änderungen der Liste von denen der Menschen zu unterscheiden. Meist haben zwei gleichzeitig übernommen, "
    "und git hat beide Fassungen hineingeschrieben.",
)

RULES = (KONFLIKT, VERSCHWUNDEN, STAND)

BODY = "text"
"""The free text among the fields of a state."""
_OWN_DAY = "angelegt_am"
"""The day of the import, no word of the list."""


def facts_of(made: Draft) -> Facts:
    """Return what a draft says, as a state keeps it."""
    facts: Facts = {name: value for name, value in made.felder.items() if name != _OWN_DAY}
    return {**facts, BODY: made.body} if made.body else facts


class Update(NamedTuple):
    """What importing again makes of a record."""

    facts: Facts
    """What is to be remembered of the list: where nothing could be compared, what was remembered before."""
    found: list[Diagnostic]
    before: str | None = None
    """What the file says."""
    text: str | None = None
    """What it is to say; None where it stays as it is."""


def updated(made: Draft, root: Path, before: Facts) -> Update:
    """Compare a record imported before with what the list says now.

    Where the list has a value that cannot be used, it counts as saying what it said before.
    """
    path = made.path
    if not (root / path).is_file():
        message = f"{path} wurde früher übernommen und fehlt inzwischen."
        return Update(before, [made.finding(VERSCHWUNDEN, message, "Nicht neu angelegt: gelöscht oder umbenannt.")])
    text = read_text(root / path, path)[0]
    document = split(text, path)[0] if text else None
    values = document.values()[0] if document else None
    if document is None or values is None:
        message = f"{path} enthält Fehler und bleibt, wie es ist."
        return Update(before, [made.finding(KONFLIKT, message, "Erst mit `sozialraum check` die Fehler beheben.")])
    body = document.body.strip()
    now = {**dict(_flat(values)), **({BODY: body} if body else {})}
    fresh = facts_of(made)
    fresh = {**{name: before[name] for name in made.unusable - set(fresh) if name in before}, **fresh}
    changes, conflicts = _merged(before, now, fresh)
    found = [_conflict(made, path, name, now, before) for name in conflicts]
    if not changes:
        return Update(fresh, found)
    model = RECORD_TYPES[made.step.schritt.art]
    if "geprueft_am" in now and any(name.split(".")[0] in facts(model) for name in changes):
        changes |= {
            "geprueft_am": None,
            "geprueft.am": now["geprueft_am"],
            "geprueft.nachweis": fingerprint(model, values),
        }
    after = _rewritten(made, document.front, now, changes)
    if after is None:
        message = f"{path} ist so geschrieben, dass sich nichts sicher ändern lässt, und bleibt, wie es ist."
        return Update(
            before, [made.finding(KONFLIKT, message, "Erst `sozialraum format`, dann noch einmal übernehmen.")]
        )
    return Update(fresh, found, text, after)


def unreadable(state: State) -> Iterator[Diagnostic]:
    """Yield what is wrong with the memory of earlier imports: written anew it would be lost."""
    if not state.readable:
        path = f"{state.file.parent.name}/{state.file.name}"
        remedy = f"Den letzten heilen Stand holen: git checkout HEAD -- {path}"
        yield STAND.at(Span(path), "Was frühere Importe geschrieben haben, lässt sich nicht lesen.", remedy)


def vanished(state: State, listed: set[str], source: str) -> Iterator[Diagnostic]:
    """Yield the records imported before that the list no longer has."""
    for path in sorted(set(state.records) - listed):
        message = f"{path} wurde früher übernommen und steht nicht mehr in der Liste."
        yield VERSCHWUNDEN.at(Span(source), message, "Nachfragen; gibt es das Angebot nicht mehr: status: beendet.")


def _merged(before: Facts, now: Facts, fresh: Facts) -> tuple[Facts, list[str]]:
    """Return the fields to change (None to take away), and those that both sides changed."""
    changes: Facts = {}
    conflicts: list[str] = []
    for name in dict.fromkeys([*before, *fresh]):
        old, own, new = before.get(name), now.get(name), fresh.get(name)
        if new in (old, own):
            continue
        if own == old:
            changes[name] = new
        else:
            conflicts.append(name)
    return changes, conflicts


def _conflict(made: Draft, path: str, name: str, now: Facts, before: Facts) -> Diagnostic:
    def said(facts: Facts) -> str:
        value = facts.get(name)
        text = ", ".join(value) if isinstance(value, list) else value
        return f"„{text[:60]}“" if text else "nichts"

    message = f"{path}, {name}: Im Eintrag steht {said(now)}, in der Liste früher {said(before)}, jetzt {said(facts_of(made))}."
    return made.finding(KONFLIKT, message, "Der Eintrag bleibt. Nachsehen, was stimmt.")


def _rewritten(made: Draft, front: str, now: Facts, changes: Facts) -> str | None:
    """Return the record with its changes, None where none is safe; blocks nobody changed keep their spelling."""
    after = {name: value for name, value in {**now, **changes}.items() if value is not None}
    body = after.pop(BODY, "")
    order = [each.name for each in felder(RECORD_TYPES[made.step.schritt.art])]
    values = nested(after)
    touched = dict.fromkeys(name.split(".")[0] for name in changes if name != BODY)
    text = with_values(front, {key: values.get(key) for key in touched}, order)
    return None if text is None else with_body(text, body)


def _flat(values: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield nested values by name; lists stay whole."""
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
