"""Pages of the sample district in a real browser: which ones, how they are served and opened."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files

from playwright.sync_api import Browser, Page
from site_builds import Handbook

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async (tags) => (await axe.run(document, { runOnly: tags, resultTypes: ["violations"] })).violations
  .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} ${node.failureSummary}`))"""
"""Runs axe-core in a page that has loaded AXE; gives what breaks a rule of TAGS."""

EVERY_TYPE = {
    "sozialraeume": "sozialraeume/moorwinkel.html",
    "teams": "teams/team-land.html",
    "organisationen": "organisationen/buergerbusverein-seebrueck.html",
    "ressourcen": "ressourcen/stadtteilcafe-auenblick.html",
    "schluesselpersonen": "schluesselpersonen/kiosk.html",
    "netzwerke": "netzwerke/stadtteilrunde-nordhang.html",
    "bedarfslagen": "bedarfslagen/bus-moorwinkel-abends.html",
    "vorhaben": "vorhaben/sprechstunde-moorwinkel.html",
    "beratungen": "beratungen/beratung-2026-004.html",
    "protokolle": "protokolle/team-land-2026-05-12.html",
}
"""A record of every type, as the team sees it."""

EVERY_KIND = (
    "index.html",
    "themen/begegnung.html",
    *EVERY_TYPE.values(),
    "a-z/s.html",
    "neu/index.html",
    "ressourcenkarte/moorwinkel.html",
    "felder/ressourcen.html",
    "regeln/index.html",
    "methode/sieben-fragen.html",
    "arbeitsblaetter/netzwerkkarte.html",
    "404.html",
)
"""One page of each kind."""


class _Silent(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, sent: Mapping[str, str], directory: str) -> None:
        self.sent = sent
        super().__init__(*arguments, directory=directory)

    def end_headers(self) -> None:
        """Send what the server was told to send with every page."""
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing; requests are no test results."""


@contextmanager
def server(handbook: Handbook, sent: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a built handbook, with the headers `sent`; yields its address with a slash at the end."""
    handler = functools.partial(_Silent, sent=sent or {}, directory=str(handbook.site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening:
        thread = threading.Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}/"
        listening.shutdown()
        thread.join()


@contextmanager
def opened(browser: Browser, url: str, **context: object) -> Iterator[Page]:
    """Open a page in a window of its own; `context` are playwright's options for it."""
    window = browser.new_context(**{"viewport": DESK, "locale": "de-DE", "timezone_id": "Europe/Berlin", **context})
    window.set_default_timeout(10_000)
    page = window.new_page()
    page.goto(url)
    yield page
    window.close()
