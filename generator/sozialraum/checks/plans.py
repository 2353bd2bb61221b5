"""Consultations about a Vorhaben (KB-41 to KB-44)."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from sozialraum.checks.consultation import held
from sozialraum.checks.finding import Checked, Finding, gap
from sozialraum.checks.vorhaben import reached_by
from sozialraum.diagnostics import Span
from sozialraum.model.beratung import Variante
from sozialraum.model.vorhaben import Vorhaben, Vorhabenstatus
from sozialraum.source.write import front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.load.entries import Entry
    from sozialraum.model.beratung import Beratung

_SIGNS = re.compile(r"[\W_]+")
_REVIEW_AFTER = timedelta(days=7)
_BEFORE_AGREEMENT = frozenset({Vorhabenstatus.eingabereif, Vorhabenstatus.in_beratung})


def vorhaben_fehlt(checked: Checked) -> Iterator[Finding]:
    """Bei einer Beratung zu einem Vorhaben fehlt das Vorhaben.

    Die Beratung gehört zu einem Eintrag unter `vorhaben/`. Gibt es ihn noch nicht, legt ihn `sozialraum new vorhaben`
    an.
    """
    known = (id_ for id_, folder in checked.district.files.items() if folder == "vorhaben")
    shown = next(known, "fahrradtag-nordhang")
    for entry, beratung in held(checked, Variante.vorhaben):
        if beratung.vorhaben is None:
            yield Finding(gap(entry, "vorhaben"), "Um welches Vorhaben geht es?", f"Zum Beispiel: vorhaben: {shown}")


def vorhaben_nicht_eingabereif(checked: Checked) -> Iterator[Finding]:
    """Das Vorhaben war für eine Beratung noch nicht bereit.

    Bevor ein Vorhaben in die Kollegiale Beratung kommt, beantwortet das Team die Fragen des Rasters und setzt den
    Status auf „bereit für die Eingabe“.
    """
    for entry, _beratung, other, vorhaben in _pairs(checked):
        reached = reached_by(vorhaben)
        if Vorhabenstatus.eingabereif not in reached and vorhaben.status is not Vorhabenstatus.verworfen:
            message = f"Das Vorhaben „{vorhaben.titel}“ ist noch eine Idee."
            remedy = f"In {other.document.path} das Raster ausfüllen und eintragen: status: eingabereif"
            yield Finding(entry.document.span(("vorhaben",)), message, remedy, (Span(other.document.path),))


def aufmerksamkeit_weicht_ab(checked: Checked) -> Iterator[Finding]:
    """Die Fragestellung nimmt die Aufmerksamkeitsrichtung des Vorhabens nicht auf.

    Was im Raster als Aufmerksamkeitsrichtung steht, ist die Frage an die Gruppe. Wurde sie in der Beratung geschärft,
    übernimmt das Vorhaben die neue Fassung.
    """
    for entry, beratung, other, vorhaben in _pairs(checked):
        asked, wanted = _plain(beratung.fragestellung), _plain(vorhaben.aufmerksamkeitsrichtung)
        if asked and wanted and wanted not in asked:
            message = "Die Fragestellung ist eine andere als die Aufmerksamkeitsrichtung im Vorhaben."
            line = front_matter({"fragestellung": vorhaben.aufmerksamkeitsrichtung}).strip()
            remedy = (
                f"Eine der beiden angleichen (im Vorhaben steht sie in {other.document.path}), zum Beispiel: {line}"
            )
            yield Finding(entry.document.span(("fragestellung",)), message, remedy, (Span(other.document.path),))


def ueberpruefung_fehlt(checked: Checked) -> Iterator[Finding]:
    """Bei keinem Schritt steht, wann das Team ihn überprüft.

    Eine Beratung zu einem Vorhaben endet mit einer verbindlichen Vereinbarung: was, wer, bis wann, und wann das Team
    wieder darauf schaut.
    """
    for entry, beratung in held(checked, Variante.vorhaben):
        steps = beratung.naechste_schritte
        if steps and not any(step.ueberpruefung_am for step in steps):
            message = "Bei keinem Schritt steht, wann das Team ihn überprüft."
            remedy = f"Beim ersten Schritt ergänzen: ueberpruefung_am: {steps[0].bis + _REVIEW_AFTER}"
            yield Finding(entry.document.span(("naechste_schritte", 0)), message, remedy)


def vorhaben_nicht_weiter(checked: Checked) -> Iterator[Finding]:
    """Beraten ist es, aber das Vorhaben ist nicht weitergegangen.

    Nach der Beratung steht fest, wie es weitergeht: Das Vorhaben ist vereinbart, es ruht oder wird verworfen.
    """
    for entry, beratung, other, vorhaben in _pairs(checked):
        if vorhaben.status in _BEFORE_AGREEMENT:
            message = f"Das Vorhaben „{vorhaben.titel}“ steht noch auf „{vorhaben.status.label}“."
            remedy = f"In {other.document.path} eintragen: status: vereinbart, im verlauf mit am: {beratung.datum}"
            yield Finding(entry.document.span(("vorhaben",)), message, remedy, (Span(other.document.path),))


def _pairs(checked: Checked) -> Iterator[tuple[Entry, Beratung, Entry, Vorhaben]]:
    for entry, beratung in held(checked, Variante.vorhaben):
        other = checked.graph.entries.get(beratung.vorhaben or "")
        if other and isinstance(other.record, Vorhaben):
            yield entry, beratung, other, other.record


def _plain(text: str | None) -> str:
    return _SIGNS.sub(" ", text or "").strip().casefold()
