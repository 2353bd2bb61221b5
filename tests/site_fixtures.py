"""Built handbooks as fixtures. A test module asks for them with `pytest_plugins = ("site_fixtures",)`."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_builds import Handbook, built, copy_of_sample


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The sample district as the Jobcenter sees it. Never change it."""
    return built(copy_of_sample(tmp_path_factory.mktemp("jobcenter")))


@pytest.fixture(scope="session")
def team_sample(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The sample district as a team sees it, with consultations and minutes. Never change it."""
    return built(copy_of_sample(tmp_path_factory.mktemp("team")), audience="team")


@pytest.fixture
def own(tmp_path: Path) -> Handbook:
    """A copy of the sample district that a test may change, not built yet."""
    return copy_of_sample(tmp_path / "handbuch")
