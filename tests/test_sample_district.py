"""The sample district means the same in ten years."""

from __future__ import annotations

from pathlib import Path

from sozialraum.diagnostics import Severity
from sozialraum.project import check

PLANTED = {
    ("records/beratungen/beratung-2026-004.md", "verweis_auf_beendetes"),
    ("records/ressourcen/gemeinschaftsgarten-nordhang.md", "pruefung_faellig"),
    ("records/schluesselpersonen/kiosk.md", "einwilligung_laeuft_ab"),
    ("records/schluesselpersonen/sprachmittlung.md", "kontaktpflege_faellig"),
}
"""What the README lists."""


def test_only_the_planted_warnings() -> None:
    """The sample passes the check but for the four warnings planted on purpose."""
    _checked, found = check(Path(__file__).parents[1] / "records")
    assert {(each.span.path, each.code) for each in found if each.severity is not Severity.HINWEIS} == PLANTED
    assert all(each.severity is not Severity.FEHLER for each in found)
