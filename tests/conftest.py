"""Fixtures for everyone."""

from __future__ import annotations

from pathlib import Path

import pytest
from districts import District


@pytest.fixture
def district(tmp_path: Path) -> District:
    """The smallest right district, in a folder of its own."""
    return District.minimal(tmp_path)
