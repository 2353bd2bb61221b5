"""Take the screenshot of the README: the start page of the sample district, in headless Chromium."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import which

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
SITE = HERE.parent / "site"


def main() -> int:
    """Write start.png beside this file from the site that `make site` has built."""
    browser_path = which("chromium") or which("chromium-browser") or which("google-chrome")
    if browser_path is None or not (SITE / "index.html").is_file():
        sys.stderr.write("Chromium and a built site (make site) are needed.\n")
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.goto((SITE / "index.html").as_uri())
        page.screenshot(path=HERE / "start.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
