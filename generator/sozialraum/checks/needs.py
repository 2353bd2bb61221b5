"""Bedarfslagen: what they speak of, what they rest on and what answers them (BL-01 to BL-03)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.checks.finding import Checked, Finding, gap
from sozialraum.diagnostics import Span
from sozialraum.model.bedarfslage import Bedarfslage, Bedarfslagenstatus
from sozialraum.model.netzwerk import Netzwerk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_CONFIRMED = frozenset(
    {Bedarfslagenstatus.bestaetigt, Bedarfslagenstatus.in_bearbeitung, Bedarfslagenstatus.weitergeleitet}
)
_ENOUGH = 2
"""Different days on which a Bedarfslage came up, before a team may call it confirmed."""
_ABOUT_PEOPLE = re.compile(
    r"(?:(?:die|zu|\w+e[nr]?)\s+){0,3}(?:Mensch|Person|Frau|Mann|Männer|Familie|Kind|Kinder|Jugendliche|Mutter|Mütter|Vater|"
    r"Väter|Eltern|Leute|Alleinerziehende|Geflüchtete|Zugewanderte|Erwerbslose|Arbeitslose|Leistungsberechtigte|"
    r"Senior(?:inn)?en|(?:Bewohner|Bürger|Teilnehmer|Adressat)(?:innen)?)(?:en|n|r|s)?(?![\w-])",
    re.IGNORECASE,
)
"""A sentence that begins with people: what they lack or do, not what the place has or lacks."""
_AS_DEFICIT = re.compile(
    r"\b(?:fehlend|mangelnd|gering|schlecht|unzureichend|kein|wenig)(?:e[nrms]?)?\s+(?:\w+e[nrms]?\s+)?(?:Motivation|"
    r"Mitwirkung|Eigeninitiative|Eignung|Belastbarkeit|Disziplin|Zuverlässigkeit|Ausdauer|Qualifikation|"
    r"(?:Deutsch|Sprach)kenntnisse|(?:Leistungs|Arbeits|Lern)bereitschaft|Selbstständigkeit)\b",
    re.IGNORECASE,
)
"""What a single person is said to lack."""
_INSTEAD = {
    "titel": "titel: Deutschkurse gibt es nur am Vormittag",
    "beschreibung": "beschreibung: Alle Kurse beginnen um 08:15 Uhr, abends gibt es keinen.",
}
"""Key → how it reads when it speaks of a place."""


def bedarfslage_ueber_menschen(checked: Checked) -> Iterator[Finding]:
    """Diese Bedarfslage beschreibt Menschen, nicht die Verhältnisse an einem Ort.

    Eine Bedarfslage sagt, was an einem Ort fehlt oder nicht passt: „Deutschkurse gibt es nur am Vormittag“. Daran lässt
    sich etwas ändern. „Familien mit schlechten Deutschkenntnissen“ gibt Menschen ein Etikett und hilft niemandem weiter.
    Geprüft werden Titel und Beschreibung.
    """
    for entry, need in checked.of_type(Bedarfslage):
        for key, text in (("titel", need.titel), ("beschreibung", need.beschreibung)):
            about = _ABOUT_PEOPLE.match(text) or _AS_DEFICIT.search(text)
            if about:
                message = f"„{about[0]}“ beschreibt Menschen, nicht die Verhältnisse an einem Ort."
                remedy = f"Sagen, was am Ort fehlt oder nicht passt, zum Beispiel: {_INSTEAD[key]}"
                yield Finding(entry.document.span((key,)), message, remedy)


def belege_fehlen(checked: Checked) -> Iterator[Finding]:
    """Eine bestätigte Bedarfslage ist noch nicht belegt.

    Einmal gehört ist eine Wahrnehmung. Bestätigt ist eine Bedarfslage, wenn sie an mindestens zwei verschiedenen Tagen
    zur Sprache kam: in Teamsitzungen, Beratungen oder Vernetzungsrunden.
    """
    for entry, need in checked.of_type(Bedarfslage):
        if any(id_ not in checked.graph.entries for id_ in need.belege):
            continue
        days = {day for id_ in need.belege for day in _days(checked, id_)}
        if need.status in _CONFIRMED and len(days) < _ENOUGH:
            seen = [*need.belege, *(id_ for id_ in _mentions(checked, entry.id) if id_ not in need.belege)]
            message = f"Für „{need.status.label}“ braucht es Belege von zwei verschiedenen Tagen, bisher: {len(days)}."
            enough = max(_ENOUGH, len(need.belege) + 1)
            shown = ", ".join((*seen, "team-stadt-2026-03-03", "team-stadt-2026-04-14")[:enough])
            remedy = f"Zum Beispiel: belege: [{shown}] (oder status: moeglich)"
            related = tuple(Span(checked.graph.entries[id_].document.path) for id_ in need.belege)
            yield Finding(gap(entry, "belege"), message, remedy, related)


def antwort_fehlt(checked: Checked) -> Iterator[Finding]:
    """Bei einer Bedarfslage steht nicht, ob es schon eine Antwort gibt.

    Vielleicht gibt es eine Ressource oder ein Vorhaben, das daran etwas ändert. Gibt es noch nichts, ist auch das
    wichtig: `luecke: ja`.
    """
    for entry, need in checked.of_type(Bedarfslage):
        if not (need.ist_beendet or need.vorhandene_ressourcen or need.vorhaben or need.luecke == "ja"):
            remedy = "vorhandene_ressourcen oder vorhaben nennen. Gibt es noch nichts, dann: luecke: ja"
            yield Finding(gap(entry, "luecke"), "Gibt es darauf schon eine Antwort?", remedy)


def grund_fehlt(checked: Checked) -> Iterator[Finding]:
    """Eine Bedarfslage ist verworfen, aber der Grund steht nicht dabei.

    Zur Seite legen darf ein Team alles. Der Grund steht dabei, damit in zwei Jahren niemand von vorn anfangen muss:
    „Der Bus fährt wieder bis 22 Uhr.“
    """
    for entry, need in checked.of_type(Bedarfslage):
        if need.status is Bedarfslagenstatus.verworfen and not need.grund:
            remedy = "In einem Satz ergänzen, zum Beispiel: grund: Der Bus fährt wieder bis 22 Uhr."
            yield Finding(gap(entry, "grund"), "Warum wurde diese Bedarfslage verworfen?", remedy)


def _days(checked: Checked, id_: str) -> set[date]:
    """Return the days for which a piece of evidence stands; a network counts with each of its rounds."""
    entry = checked.graph.entries.get(id_)
    if entry is None:
        return set()
    if isinstance(entry.record, Netzwerk):
        return {each.datum for each in entry.record.vernetzungsrunden}
    day: date = getattr(entry.record, "datum", entry.record.angelegt_am)
    return {day}


def _mentions(checked: Checked, id_: str) -> Iterator[str]:
    """Yield the records that speak of a Bedarfslage and could be its evidence."""
    for ids in checked.graph.backlinks(id_).values():
        yield from (other for other in ids if checked.district.files.get(other) in ("protokolle", "beratungen"))
