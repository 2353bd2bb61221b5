"""Fixtures for everyone."""

from __future__ import annotations

from pathlib import Path

import pytest
from districts import District
from hypothesis import settings

settings.register_profile("haus", deadline=None)
settings.load_profile("haus")
"""No test is timed: a busy machine proves nothing about the code."""


@pytest.fixture
def district(tmp_path: Path) -> District:
    """The smallest right district, in a folder of its own."""
    return District.minimal(tmp_path)
