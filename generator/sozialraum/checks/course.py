"""The course of a record, day by day, and whether it leads to where the record is today."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sozialraum.checks.finding import Checked, Finding
from sozialraum.checks.upkeep import german
from sozialraum.model.bedarfslage import Bedarfslage
from sozialraum.model.vorhaben import Vorhaben

if TYPE_CHECKING:
    from collections.abc import Iterator


def verlauf_passt_nicht(checked: Checked) -> Iterator[Finding]:
    """Der Verlauf passt nicht zum Status.

    Bei einem Vorhaben und bei einer Bedarfslage steht unter `verlauf` jeder Statuswechsel mit Datum, der älteste
    zuerst. Der letzte ist der heutige Status.
    """
    for entry, record in (*checked.of_type(Vorhaben), *checked.of_type(Bedarfslage)):
        steps = record.verlauf
        if not steps:
            continue
        if steps[-1].status != record.status:
            message = f"Der Verlauf endet mit „{steps[-1].status.label}“, der Status ist „{record.status.label}“."
            remedy = f"Unter verlauf ergänzen: - {{status: {record.status}, am: {checked.today}}}"
            yield Finding(entry.document.span(("verlauf", len(steps) - 1)), message, remedy)
        for position, (before, after) in enumerate(pairwise(steps), 1):
            if after.am < before.am:
                message = f"Der {german(after.am)} liegt vor dem {german(before.am)}."
                yield Finding(
                    entry.document.span(("verlauf", position, "am")), message, "Den ältesten Wechsel zuerst nennen."
                )
