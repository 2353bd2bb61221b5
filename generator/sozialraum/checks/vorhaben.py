"""The course of a Vorhaben: what each status needs, and no skipped step (domain.md 1.5 and 3.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sozialraum.checks.finding import Checked, Finding, gap
from sozialraum.diagnostics import alternatives
from sozialraum.load.validate import example
from sozialraum.model.beratung import HELD, Beratung
from sozialraum.model.describe import walk
from sozialraum.model.vorhaben import REIHE, Vorhaben, Vorhabenstatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.load.entries import Entry

_INSTEAD = {"vorhandene_ressourcen": ("ressourcen", "schluesselpersonen")}
"""Raster line 7 may be answered in words or by links."""


def angabe_fehlt_fuer_status(checked: Checked) -> Iterator[Finding]:
    """Für diesen Status fehlt noch eine Angabe im Raster.

    Eine Idee braucht fast nichts. Wer ein Vorhaben in die Kollegiale Beratung eingibt, beantwortet vorher die Fragen
    des Rasters; ab „vereinbart“ steht fest, woran man den Erfolg erkennt. Die Angaben ergänzen oder den Status eine
    Stufe zurücknehmen.
    """
    for entry, vorhaben in checked.of_type(Vorhaben):
        reached = reached_by(vorhaben)
        for path, each in walk(Vorhaben):
            discarded = vorhaben.status is Vorhabenstatus.verworfen and path == ("grund",)
            needed = vorhaben.status if discarded else each.angabe.pflicht_ab
            if needed not in reached or _answered(vorhaben, path):
                continue
            label = Vorhabenstatus(needed).label
            message = f"Ab Status „{label}“ fehlt: {each.angabe.label} ({'.'.join(path)})"
            lead = f"Unter {path[0]} ergänzen" if path[1:] else "Zum Beispiel"
            yield Finding(gap(entry, *path), message, f"{each.hilfe} {lead}: {example(each)}")


def status_uebersprungen(checked: Checked) -> Iterator[Finding]:
    """Im Verlauf wird ein Status übersprungen.

    Ein Vorhaben geht Schritt für Schritt: Idee, bereit für die Eingabe, in Beratung, vereinbart, in Umsetzung,
    abgeschlossen oder auf Dauer gestellt. Es darf ruhen (mit Grund) und danach dort weitermachen, wo es war; wer
    zurückgeht oder verwirft, nennt den Grund.
    """
    for entry, vorhaben in checked.of_type(Vorhaben):
        current: Vorhabenstatus | None = None
        for position, step in enumerate(vorhaben.verlauf):
            problem = _problem(current, step.status, step.grund)
            if problem:
                yield Finding(entry.document.span(("verlauf", position, "status")), *problem)
            if step.status is not Vorhabenstatus.ruht:
                current = step.status


def beratung_fehlt(checked: Checked) -> Iterator[Finding]:
    """Zu diesem Status gehört eine Kollegiale Beratung.

    Ein Vorhaben „in Beratung“ hat mindestens eine geplante Beratung (`variante: vorhaben`). Ab „vereinbart“ ist sie
    durchgeführt und endet mit mindestens einem nächsten Schritt: was, wer, bis wann.
    """
    if not checked.all_read("beratungen"):
        return
    by_vorhaben: dict[str, list[Beratung]] = {}
    for _entry, beratung in checked.of_type(Beratung):
        by_vorhaben.setdefault(beratung.vorhaben or "", []).append(beratung)
    for entry, vorhaben in checked.of_type(Vorhaben):
        problem = _without_consultation(entry.id, vorhaben, by_vorhaben.get(entry.id, []))
        if problem:
            yield _at_status(entry, *problem)


def interessen_noch_offen(checked: Checked) -> Iterator[Finding]:
    """Ein Vorhaben ist vereinbart, aber die Menschen vor Ort hat noch niemand gefragt.

    „Orientierung an den Interessen und am Willen“ gilt auch hier: Was die Menschen selbst wollen, trägt ein Vorhaben.
    Ein Gespräch am richtigen Ort genügt für den Anfang.
    """
    for entry, vorhaben in checked.of_type(Vorhaben):
        if vorhaben.interessen_vor_ort == "noch_offen" and Vorhabenstatus.vereinbart in reached_by(vorhaben):
            remedy = "Nachfragen, dann zum Beispiel: interessen_vor_ort: Am Markttag sagten viele, sie kämen gern."
            message = "Was die Menschen vor Ort selbst wollen, ist noch offen."
            yield Finding(entry.document.span(("interessen_vor_ort",)), message, remedy)


def reached_by(vorhaben: Vorhaben) -> frozenset[str]:
    """Return the statuses whose requirements a Vorhaben has to meet.

    One that rests has met those of the status in which it rests; a discarded
    one owes nothing but its reason.
    """
    status = vorhaben.status
    if status is Vorhabenstatus.verworfen:
        return frozenset({status})
    regular = [step.status for step in vorhaben.verlauf if step.status in REIHE]
    if status is Vorhabenstatus.ruht:
        status = regular[-1] if regular else Vorhabenstatus.idee
        return frozenset({*REIHE[: REIHE.index(status) + 1], Vorhabenstatus.ruht})
    if status is Vorhabenstatus.verstetigt:
        return frozenset({*REIHE[:-1], Vorhabenstatus.verstetigt})
    return frozenset(REIHE[: REIHE.index(status) + 1])


def _answered(vorhaben: Vorhaben, path: tuple[str, ...]) -> bool:
    value: Any = vorhaben
    for name in path:
        value = getattr(value, name, None)
    return bool(value) or any(getattr(vorhaben, other) for other in _INSTEAD.get(path[0], ()))


def _problem(before: Vorhabenstatus | None, after: Vorhabenstatus, grund: str | None) -> tuple[str, str] | None:
    if before is None:
        wrong_start = (
            "Der Verlauf beginnt nicht mit der Idee.",
            "Als ersten Eintrag ergänzen: status: idee mit Datum.",
        )
        return None if after is Vorhabenstatus.idee else wrong_start
    if before is Vorhabenstatus.verworfen:
        return "Ein verworfenes Vorhaben geht nicht weiter.", "Ein neues Vorhaben anlegen."
    needs_reason = after in (Vorhabenstatus.ruht, Vorhabenstatus.verworfen) or _goes_back(before, after)
    if needs_reason:
        return None if grund else (f"Für „{after.label}“ fehlt der Grund.", "grund: in einem Satz ergänzen.")
    allowed = _next_of(before)
    if after in allowed or after is before:
        return None
    words = alternatives([f"„{each.label}“" for each in allowed]) or "nichts mehr"
    example = f", zum Beispiel: - {{status: {allowed[0]}, am: 2026-05-12}}" if allowed else ""
    remedy = f"Die Schritte dazwischen mit ihrem Tag ergänzen{example}"
    return f"Nach „{before.label}“ kommt {words}, nicht „{after.label}“.", remedy


def _goes_back(before: Vorhabenstatus, after: Vorhabenstatus) -> bool:
    return after in REIHE and before in REIHE and REIHE.index(after) < REIHE.index(before)


def _next_of(status: Vorhabenstatus) -> tuple[Vorhabenstatus, ...]:
    if status is Vorhabenstatus.in_umsetzung:
        return (Vorhabenstatus.abgeschlossen, Vorhabenstatus.verstetigt)
    if status is Vorhabenstatus.abgeschlossen:
        return (Vorhabenstatus.verstetigt,)
    position = REIHE.index(status) + 1 if status in REIHE else len(REIHE)
    return REIHE[position : position + 1]


def _without_consultation(id_: str, vorhaben: Vorhaben, consultations: list[Beratung]) -> tuple[str, str] | None:
    reached = reached_by(vorhaben)
    if Vorhabenstatus.in_beratung not in reached:
        return None
    if not consultations:
        remedy = f"Anlegen mit: sozialraum new beratung --variante vorhaben --vorhaben {id_}"
        return "Zu diesem Vorhaben gibt es noch keine Beratung.", remedy
    if Vorhabenstatus.vereinbart not in reached:
        return None
    if any(each.status in HELD and each.naechste_schritte for each in consultations):
        return None
    message = "Keine Beratung zu diesem Vorhaben ist durchgeführt und endet mit einem nächsten Schritt."
    return message, "In der Beratung status und naechste_schritte (was, wer, bis) ergänzen."


def _at_status(entry: Entry, message: str, remedy: str) -> Finding:
    return Finding(entry.document.span(("status",)), message, remedy)
