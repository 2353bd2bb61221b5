"""Evaluations of a project: one file each, all of them in the table below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.reports import (
    genannt,
    kontaktpflege,
    loeschfristen,
    luecken,
    mitmachen,
    moeglich,
    pruefen,
    regelmaessig,
    unvollstaendig,
    vereinbarungen,
    verlauf,
    verwaist,
    vorhaben,
    zeitaufwand,
)

if TYPE_CHECKING:
    from sozialraum.fields.choice import Sichtbarkeit
    from sozialraum.reports.report import Report

REPORTS: tuple[Report, ...] = (
    unvollstaendig.REPORT,
    moeglich.REPORT,
    verlauf.REPORT,
    luecken.REPORT,
    kontaktpflege.REPORT,
    pruefen.REPORT,
    loeschfristen.REPORT,
    vereinbarungen.REPORT,
    vorhaben.REPORT,
    genannt.REPORT,
    regelmaessig.REPORT,
    zeitaufwand.REPORT,
    mitmachen.REPORT,
    verwaist.REPORT,
)
"""Every evaluation, in the order of domain.md 8."""


def reports_for(audience: Sichtbarkeit) -> tuple[Report, ...]:
    """Return the evaluations that exist for an audience."""
    return tuple(report for report in REPORTS if audience.rank <= report.audience.rank)
