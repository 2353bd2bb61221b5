"""Which consultations count in full, and what people write in them (domain.md 2.13)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.model.beratung import HELD, Beratung, Variante

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sozialraum.checks.finding import Checked
    from sozialraum.load.entries import Entry
    from sozialraum.model.handbuch import Handbuch

WITH_PERSON = (Variante.einzelfall, Variante.pkb)
"""Variants that are about one person."""
NOCH_OFFEN = "noch_offen"
"""Stands for a will that nobody knows yet."""

THE_PERSON = re.compile(r"\b(?:Person|Adressat\w*|Leistungsberechtigt\w*|Kund(?:e|in)|Frau|Herr)\b", re.IGNORECASE)
"""How records speak of the person a consultation is about."""


def held(checked: Checked, *variants: Variante) -> Iterator[tuple[Entry, Beratung]]:
    """Yield the consultations that took place, of these variants or of all.

    What the district does not keep is left out: `variante_ausgeschaltet` says
    all there is to say about it.
    """
    wanted = frozenset(kept(checked.district.settings)).intersection(variants or Variante)
    for entry, beratung in checked.of_type(Beratung):
        if beratung.status in HELD and beratung.variante in wanted:
            yield entry, beratung


def kept(settings: Handbuch) -> Iterator[Variante]:
    """Yield the variants whose consultations the district keeps as records."""
    yield Variante.vorhaben
    if settings.beratungen.einzelfall == "ja":
        yield Variante.einzelfall
    if settings.beratungen.pkb == "ja":
        yield Variante.pkb


def free_signs(checked: Checked, beratung: Beratung) -> Sequence[str]:
    """Return service signs of the team that have no role yet, for use in an example."""
    entry = checked.graph.entries.get(beratung.team)
    signs: tuple[str, ...] = getattr(entry.record, "kuerzel", ()) if entry else ()
    roles = beratung.rollen
    taken = {roles.moderation, roles.protokoll, *roles.falleinbringend, *roles.beratende} if roles else set()
    return [sign for sign in (*signs, "K1", "K2", "K3", "FM-1", "FM-2", "FM-3") if sign not in taken]


def step_example(by: str, until: date, *, review: bool = False) -> str:
    """Return a right step as one line of YAML."""
    more = f", ueberpruefung_am: {until}" if review else ""
    return f"naechste_schritte: [{{was: Ruft im Dorfhaus an und fragt nach, wer: {by}, bis: {until}{more}}}]"
