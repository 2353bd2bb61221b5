"""A real browser, and a server for the built handbook. A test module asks for them with `pytest_plugins`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browsers import CHROMIUM, server
from playwright.sync_api import Browser, sync_playwright
from site_builds import Handbook


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed.")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def address(team_sample: Handbook) -> Iterator[str]:
    """Where the sample district, as the team sees it, is served."""
    with server(team_sample) as where:
        yield where
