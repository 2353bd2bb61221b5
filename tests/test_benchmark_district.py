"""The synthetic districts of the benchmarks are districts as they should be: what is timed is the usual case."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sozialraum.project import check

if TYPE_CHECKING:
    import pytest

REPOSITORY = Path(__file__).parent.parent


def test_nothing_is_wrong_with_a_synthetic_district(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No rule finds a mistake in a district of the benchmarks, and it is the same district each time."""
    monkeypatch.setattr(sys, "path", [*sys.path, str(REPOSITORY)])
    from benchmarks.records import write_district

    once, again = tmp_path / "einmal", tmp_path / "nochmal"
    write_district(150, once)
    write_district(150, again)
    checked, found = check(once / "records")
    assert found == []
    assert len(checked.district.entries) == 150
    files = [file.relative_to(once) for file in once.rglob("*.md")]
    assert all((once / file).read_bytes() == (again / file).read_bytes() for file in files)
