"""Agreements: what, who, until when, and what became of it (KB-37, KB-71; domain.md 2.11)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.checks.consultation import held
from sozialraum.checks.finding import Checked, Finding
from sozialraum.checks.upkeep import german
from sozialraum.model.contact import Vereinbarungsstatus
from sozialraum.model.protokoll import Protokoll

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sozialraum.load.entries import Entry
    from sozialraum.model.contact import Vereinbarung

_FORTNIGHT = timedelta(days=14)
_OUTCOME = {
    Vereinbarungsstatus.erledigt: ("ergebnis", "was dabei herausgekommen ist", "Der Raum ist zugesagt."),
    Vereinbarungsstatus.geaendert: ("grund", "warum er geändert wurde", "Der Verein hat erst im Herbst Zeit."),
    Vereinbarungsstatus.entfallen: ("grund", "warum er entfällt", "Die Frage hat sich von selbst geklärt."),
}


class _Step(NamedTuple):
    entry: Entry
    keys: tuple[str, int]
    made: date
    step: Vereinbarung


def schritt_vor_beratung(checked: Checked) -> Iterator[Finding]:
    """Ein Schritt soll erledigt sein, bevor er vereinbart wurde.

    Meist ist es ein Zahlendreher im Datum.
    """
    for entry, keys, made, step in _steps(checked):
        if step.bis < made:
            message = f"Der {german(step.bis)} liegt vor dem {german(made)}, an dem es vereinbart wurde."
            place = entry.document.span((*keys, "bis"))
            yield Finding(place, message, f"Jahr, Monat und Tag prüfen, zum Beispiel: bis: {made + _FORTNIGHT}")


def schritt_ohne_ergebnis(checked: Checked) -> Iterator[Finding]:
    """Bei einem Schritt, der nicht mehr offen ist, fehlt das Ergebnis oder der Grund.

    Ein Satz genügt. So lernt das Team aus dem, was gegangen ist, und aus dem, was anders kam.
    """
    for entry, keys, _made, step in _steps(checked):
        name, what, shown = _OUTCOME.get(step.status, ("", "", ""))
        if name and not getattr(step, name):
            place = entry.document.span((*keys, "status"))
            message = f"Der Schritt ist {step.status.label}, aber es fehlt, {what}."
            yield Finding(place, message, f"Beim Schritt ergänzen: {name}: {shown}")


def schritt_ueberfaellig(checked: Checked) -> Iterator[Finding]:
    """Ein vereinbarter Schritt ist noch offen, obwohl der Tag vorbei ist.

    Das passiert. Das Team schaut in der nächsten Sitzung darauf: erledigt, geändert (mit neuem Tag) oder entfallen.
    Diese Warnung entsteht allein dadurch, dass Zeit vergeht; sie hält keine Änderung auf.
    """
    for entry, keys, _made, step in _steps(checked):
        if step.status is Vereinbarungsstatus.offen and step.bis < checked.today:
            message = f"Dieser Schritt sollte bis {german(step.bis)} getan sein und ist noch offen."
            remedy = "Nachsehen, dann eintragen: status: erledigt mit ergebnis, oder einen neuen Tag bei bis."
            yield Finding(entry.document.span((*keys, "bis")), message, remedy)


def _steps(checked: Checked) -> Iterator[_Step]:
    """Yield the agreements of consultations and of meetings, with the day on which they were made."""
    for entry, beratung in held(checked):
        for position, step in enumerate(beratung.naechste_schritte):
            yield _Step(entry, ("naechste_schritte", position), beratung.datum, step)
    for entry, protokoll in checked.of_type(Protokoll):
        for position, step in enumerate(protokoll.vereinbarungen):
            yield _Step(entry, ("vereinbarungen", position), protokoll.datum, step)
