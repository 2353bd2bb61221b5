"""Verifications beside a change: facts that are new while the day is old, and one day for very many records.

A proof (`geprueft: nachweis`) lapses by itself. A plain day cannot; only two states of a record, side by side, tell that
nobody looked again.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.checks.upkeep import day_place, german
from sozialraum.diagnostics import Diagnostic, Rule, Severity
from sozialraum.model.describe import felder
from sozialraum.model.pruefung import VERIFICATION, facts, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from sozialraum.diagnostics import Span
    from sozialraum.load.entries import Entry

MANY = 20
"""Records verified on one day from which on nobody has called at each of them."""

GEAENDERT = Rule(
    "geaendert_ohne_pruefung",
    Severity.WARNUNG,
    "Angaben sind geändert, aber nicht neu geprüft.\n\nAdresse, Kontakt, Zeiten, Zugang oder Kosten sind anders als im "
    "verglichenen Stand, der Tag der Prüfung ist derselbe geblieben: Er steht für Angaben, die es nicht mehr gibt. Wurde "
    "nachgefragt, schreibt `sozialraum geprueft` den neuen Tag mit Nachweis; von Hand genügt der Tag bei `geprueft_am`. "
    "Wurde nicht nachgefragt, gehört `geprueft_am` gelöscht. Das sagt nur `sozialraum check --seit STAND`, denn nur git "
    "kennt den Stand davor.",
    beispiel="geprueft_am: 2026-06-30",
)
MASSE = Rule(
    "viele_am_selben_tag_geprueft",
    Severity.WARNUNG,
    f"Sehr viele Einträge sind auf einmal am selben Tag geprüft.\n\nAb {MANY} Einträgen ohne Nachweis ist das meist kein "
    "Nachfragen, sondern eine übernommene Liste oder ein Suchen und Ersetzen. Der Prüftag gehört nur dorthin, wo an diesem "
    "Tag jemand nachgefragt hat. Das sagt nur `sozialraum check --seit STAND`, denn nur git kennt den Stand davor.",
)

RULES = (GEAENDERT, MASSE)


class Step(NamedTuple):
    """A record before and after a change; before is None for a new one."""

    before: Mapping[str, Any] | None
    entry: Entry


class Lot(NamedTuple):
    """Records that one change verifies on one day without a proof."""

    day: date
    entries: Sequence[Entry]


def renewal(steps: Sequence[Step]) -> list[Diagnostic]:
    """Return what is to be said of the verifications beside a change."""
    found = [
        GEAENDERT.at(_place(step.entry), message, f"Nachfragen, dann: sozialraum geprueft {step.entry.id}")
        for step in steps
        if (message := _stale_day(step))
    ]
    return found + [_of_lot(lot) for lot in lots(steps)]


def renewed(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether the verification is another one, in whichever of its two forms it is written."""
    return any(before.get(name) != after.get(name) for name in VERIFICATION)


def lots(steps: Iterable[Step]) -> Iterator[Lot]:
    """Yield the days on which one change verifies very many records."""
    by_day: dict[date, list[Entry]] = defaultdict(list)
    for before, entry in steps:
        last = entry.record.letzte_pruefung
        if last and not last.nachweis and renewed(before or {}, values_of(entry)):
            by_day[last.am].append(entry)
    yield from (Lot(day, entries) for day, entries in sorted(by_day.items()) if len(entries) >= MANY)


def _stale_day(step: Step) -> str:
    """Return what is wrong with a day that stayed beside facts that did not, "" for nothing."""
    before, entry = step
    model, last = type(entry.record), entry.record.letzte_pruefung
    if before is None or last is None or last.nachweis or entry.record.ist_beendet:
        return ""
    if fingerprint(model, before) == entry.fakten or renewed(before, values_of(entry)):
        return ""
    after = values_of(entry)
    names = [each.angabe.label for each in felder(model) if each.name in _different(model, before, after)]
    return f"Angaben geändert, aber nicht neu geprüft: {', '.join(names)}. Der Prüftag ist noch der {german(last.am)}."


def _different(model: Any, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    return [name for name in facts(model) if before.get(name) != after.get(name)]


def _of_lot(lot: Lot) -> Diagnostic:
    first, *others = lot.entries
    message = f"{len(lot.entries)} Einträge sind auf einmal am {german(lot.day)} geprüft, ohne Nachweis."
    remedy = "Den Tag nur stehen lassen, wo jemand nachgefragt hat; mit Nachweis: sozialraum geprueft ID…"
    related = tuple(map(_place, others[:MANY]))
    return Diagnostic(MASSE.code, MASSE.severity, _place(first), message, remedy, related)


def _place(entry: Entry) -> Span:
    return entry.document.span(day_place(entry))


def values_of(entry: Entry) -> Mapping[str, Any]:
    """Return what the front matter of a record says, as text."""
    return entry.document.values()[0] or {}
