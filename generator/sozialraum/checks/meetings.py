"""Team meetings: the standing item with its nine questions (TP-01 to TP-06; domain.md 1.4, 2.9)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sozialraum.checks.finding import Checked, Finding, gap
from sozialraum.model.beratung import Beratung
from sozialraum.model.describe import Feld, Form, felder
from sozialraum.model.protokoll import (
    Ausgangslage,
    Position,
    Protokoll,
    Protokollstatus,
    Tagesordnungspunkt,
    Vernetzungsrunden,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.load.entries import Entry
    from sozialraum.model.protokoll import Wahrnehmung

_ITEM = "top_einzelfallunspezifisch"
_NOTE_TAKERS = {"moderation": "Wer hat moderiert?", "protokoll": "Wer hat mitgeschrieben?"}


def sitzungsrolle_fehlt(checked: Checked) -> Iterator[Finding]:
    """In einem Protokoll fehlt, wer moderiert oder mitgeschrieben hat.

    Dienstkürzel oder Funktion, kein Name. Solange das Protokoll offen ist, darf beides noch fehlen.
    """
    for entry, protokoll in _closed(checked):
        for name, question in _NOTE_TAKERS.items():
            if not getattr(protokoll, name):
                yield Finding(gap(entry, name), question, f"Zum Beispiel: {name}: {_sign(checked, protokoll, name)}")


def frage_fehlt(checked: Checked) -> Iterator[Finding]:
    """In einem Protokoll fehlt eine der neun Fragen.

    Alle neun werden gestellt, in dieser Reihenfolge. Gab es zu einer nichts Neues, steht das da: `aergert: []` und
    `nichts_neues: ja`. Ist der Punkt ausgefallen, steht unter `entfallen` der Grund.
    """
    for entry, protokoll in _closed(checked):
        item = protokoll.top_einzelfallunspezifisch
        for number, question in enumerate(questions(), 1):
            if item.entfallen or question.name in item.model_fields_set:
                continue
            empty = "{}" if question.form is Form.GRUPPE else "[]"
            message = f"Frage {number} fehlt: {question.angabe.label}"
            remedy = f"Eintragen, was gesagt wurde, oder unter {_ITEM} ergänzen: {question.name}: {empty}"
            yield Finding(gap(entry, _ITEM, question.name), message, remedy)


def frage_leer(checked: Checked) -> Iterator[Finding]:
    """Zu einer Frage steht nichts im Protokoll.

    Manchmal gibt es nichts Neues. `nichts_neues: ja` sagt, dass gefragt wurde.
    """
    for entry, protokoll in _closed(checked):
        item = protokoll.top_einzelfallunspezifisch
        if item.entfallen or item.nichts_neues == "ja":
            continue
        empty = [each.name for each in questions() if each.name in item.model_fields_set and not _answers(item, each)]
        if empty:
            message = f"Hier steht nichts: {', '.join(empty)}."
            remedy = f"Eine Wahrnehmung eintragen oder unter {_ITEM} ergänzen: nichts_neues: ja"
            yield Finding(entry.document.key_span((_ITEM, empty[0])), message, remedy)


def beratung_nicht_genannt(checked: Checked) -> Iterator[Finding]:
    """Zur Ausgangslage b gehört eine Kollegiale Beratung.

    Bringt jemand ein konkretes Vorhaben ein, berät das Team darüber; das Protokoll verweist auf diese Beratung.
    """
    held = {(beratung.team, beratung.datum): entry.id for entry, beratung in checked.of_type(Beratung)}
    for entry, protokoll in _closed(checked):
        if Ausgangslage.b in protokoll.ausgangslage and not protokoll.beratungen:
            shown = held.get((protokoll.team, protokoll.datum), "beratung-2026-001")
            message = "Die Ausgangslage b sagt, dass ein Vorhaben beraten wurde; die Beratung fehlt."
            remedy = f"Zum Beispiel: beratungen: [{shown}] (oder unter ausgangslage nur a)"
            yield Finding(gap(entry, "beratungen"), message, remedy)


def wahrnehmung_ohne_thema(checked: Checked) -> Iterator[Finding]:
    """Bei einer Wahrnehmung steht kein Thema.

    Mit einem Thema zeigt sich über Monate, was immer wieder auffällt. Aus der Wahrnehmung selbst muss nichts folgen.
    """
    for entry, protokoll in checked.of_type(Protokoll):
        for keys, seen in _observations(protokoll.top_einzelfallunspezifisch):
            if not seen.themen:
                place = entry.document.span((_ITEM, *keys, "text"))
                yield Finding(place, "Diese Wahrnehmung hat noch kein Thema.", "Darunter ergänzen: themen: [begegnung]")


def punkt_nicht_am_beginn(checked: Checked) -> Iterator[Finding]:
    """Der Sozialraum kam nicht am Beginn der Sitzung dran.

    Die Methode legt den Punkt „zeitlich begrenzt an den Beginn“. Am Ende bleibt dafür oft keine Zeit.
    """
    for entry, protokoll in _closed(checked):
        item = protokoll.top_einzelfallunspezifisch
        if item.position is not Position.beginn and not item.entfallen:
            message = f"Der Punkt kam {item.position.label} der Sitzung dran."
            remedy = "Beim nächsten Mal am Beginn, dann heißt es: position: beginn"
            yield Finding(
                entry.document.span((_ITEM, "position")),
                message.replace("in der Mitte der Sitzung", "mitten in der Sitzung"),
                remedy,
            )


@cache
def questions() -> tuple[Feld, ...]:
    """Return the fields of the nine questions, in their order."""
    asked = (Form.GRUPPE, Form.GRUPPEN)
    return tuple(each for each in felder(Tagesordnungspunkt) if each.form in asked)


def _closed(checked: Checked) -> Iterator[tuple[Entry, Protokoll]]:
    for entry, protokoll in checked.of_type(Protokoll):
        if protokoll.status is Protokollstatus.abgeschlossen:
            yield entry, protokoll


def _answers(item: Tagesordnungspunkt, question: Feld) -> bool:
    value = getattr(item, question.name)
    if isinstance(value, Vernetzungsrunden):
        return bool(value.intern or value.extern)
    return bool(value)


def _observations(item: Tagesordnungspunkt) -> Iterator[tuple[tuple[str | int, ...], Wahrnehmung]]:
    for question in questions():
        value = getattr(item, question.name)
        if isinstance(value, Vernetzungsrunden):
            for name in ("intern", "extern"):
                for position, seen in enumerate(getattr(value, name)):
                    yield (question.name, name, position), seen
        else:
            for position, seen in enumerate(value or ()):
                yield (question.name, position), seen


def _sign(checked: Checked, protokoll: Protokoll, name: str) -> str:
    entry = checked.graph.entries.get(protokoll.team)
    signs: tuple[str, ...] = getattr(entry.record, "kuerzel", ()) if entry else ()
    return (*signs, "K1", "K2")[0 if name == "moderation" else 1]
