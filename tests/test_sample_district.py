"""The sample district means the same in ten years."""

from __future__ import annotations

from pathlib import Path

from sozialraum.diagnostics import Severity
from sozialraum.project import check

PLANTED = [
    ("records/beratungen/beratung-2026-004.md", Severity.WARNUNG, "dauer_ungewoehnlich"),
    ("records/beratungen/beratung-2026-004.md", Severity.WARNUNG, "umfeld_leer"),
    ("records/beratungen/beratung-2026-004.md", Severity.WARNUNG, "verweis_auf_beendetes"),
    ("records/protokolle/team-stadt-2026-05-26.md", Severity.WARNUNG, "schritt_ueberfaellig"),
    ("records/ressourcen/gemeinschaftsgarten-nordhang.md", Severity.WARNUNG, "pruefung_faellig"),
    ("records/schluesselpersonen/kiosk.md", Severity.WARNUNG, "einwilligung_laeuft_ab"),
    ("records/schluesselpersonen/sprachmittlung.md", Severity.WARNUNG, "kontaktpflege_faellig"),
]
"""What the README lists."""


def test_only_the_planted_warnings() -> None:
    """The sample passes the check on its own Stichtag but for the seven warnings planted on purpose."""
    _checked, found = check(Path(__file__).parents[1] / "records")
    weighty = [each for each in found if each.severity is not Severity.HINWEIS]
    assert [(each.span.path, each.severity, each.code) for each in weighty] == PLANTED
