"""The course of a record, day by day, and whether it leads to where the record is today."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sozialraum.checks.finding import Checked, Finding
from sozialraum.checks.upkeep import german
from sozialraum.model.bedarfslage import Bedarfslage, Lagewechsel
from sozialraum.model.vorhaben import Statuswechsel, Vorhaben

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sozialraum.load.entries import Entry


def verlauf_passt_nicht(checked: Checked) -> Iterator[Finding]:
    """Der Verlauf passt nicht zum Status.

    Bei einem Vorhaben und bei einer Bedarfslage steht unter `verlauf` jeder Statuswechsel mit Datum, der älteste
    zuerst. Der letzte ist der heutige Status.
    """
    found: tuple[tuple[Entry, Vorhaben | Bedarfslage], ...] = (
        *checked.of_type(Vorhaben),
        *checked.of_type(Bedarfslage),
    )
    for entry, record in found:
        steps: Sequence[Lagewechsel | Statuswechsel] = record.verlauf
        if not steps:
            continue
        if steps[-1].status != record.status:
            message = f"Der Verlauf endet mit „{steps[-1].status.label}“, der Status ist „{record.status.label}“."
            add = f"- {{status: {record.status}, am: {checked.today}}}"
            remedy = f"Unter verlauf ergänzen: {add} (oder es bleibt bei status: {steps[-1].status})"
            yield Finding(entry.document.span(("verlauf", len(steps) - 1)), message, remedy)
        for position, (before, after) in enumerate(pairwise(steps), 1):
            if after.am < before.am:
                message = f"Der {german(after.am)} liegt vor dem {german(before.am)}."
                yield Finding(
                    entry.document.span(("verlauf", position, "am")), message, "Den ältesten Wechsel zuerst nennen."
                )
