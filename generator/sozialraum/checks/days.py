"""Days of meetings and consultations (KB-03)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sozialraum.checks.finding import Checked, Finding
from sozialraum.checks.upkeep import german
from sozialraum.diagnostics import Span
from sozialraum.model.beratung import HELD, Beratung
from sozialraum.model.protokoll import Protokoll, Protokollstatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.load.entries import Entry


def noch_nicht_gewesen(checked: Checked) -> Iterator[Finding]:
    """Eine Beratung oder Sitzung ist als durchgeführt eingetragen, liegt aber in der Zukunft.

    Was noch kommt, ist `geplant` (Beratung) oder `offen` (Protokoll).
    """
    for entry, record in _past(checked):
        if record.datum > checked.today:
            earlier = "geplant" if isinstance(record, Beratung) else "offen"
            message = f"Der {german(record.datum)} liegt in der Zukunft, der Status ist schon „{record.status.label}“."
            remedy = f"Den Tag berichtigen oder eintragen: status: {earlier}"
            yield Finding(entry.document.span(("datum",)), message, remedy)


def team_gab_es_nicht(checked: Checked) -> Iterator[Finding]:
    """Eine Beratung oder Sitzung liegt vor dem Tag, seit dem es das Team gibt.

    Meist ist es ein Zahlendreher im Jahr. Seit wann es das Team gibt, steht bei ihm unter `besteht_seit`.
    """
    for entry, record in _past(checked):
        team = checked.graph.entries.get(record.team)
        since = getattr(team.record, "besteht_seit", None) if team else None
        if team and since and record.datum < since:
            message = f"Das Team „{team.record.titel}“ gibt es erst seit {german(since)}."
            remedy = "Das Jahr bei datum prüfen oder beim Team besteht_seit berichtigen."
            yield Finding(entry.document.span(("datum",)), message, remedy, (Span(team.document.path),))


def _past(checked: Checked) -> Iterator[tuple[Entry, Any]]:
    for entry, beratung in checked.of_type(Beratung):
        if beratung.status in HELD:
            yield entry, beratung
    for entry, protokoll in checked.of_type(Protokoll):
        if protokoll.status is Protokollstatus.abgeschlossen:
            yield entry, protokoll
