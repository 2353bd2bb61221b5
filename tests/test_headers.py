"""What pages forbid themselves, what servers forbid them, and that they get along with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from browsers import DESK, EVERY_KIND, server
from click.testing import CliRunner
from districts import District
from site_builds import REPOSITORY, Handbook
from sozialraum.cli import main
from sozialraum.load.settings import read_settings
from sozialraum.model.handbuch import Handbuch
from sozialraum.site.headers import SERVERS, form_headers, headers, policy, server_file

pytest_plugins = ("site_fixtures", "browser_fixtures")

STRICT = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"
EXAMPLES = {"nginx": "nginx.conf", "apache": "apache.conf", "gitlab": "gitlab.rb"}

VISITED = (
    *EVERY_KIND,
    "suche.html#q=Rad",
    "finder.html#thema=mobilitaet&ansicht=karte",
    "karte.html",
    "handzettel.html#ids=stadtteilcafe-auenblick",
    "eintragen.html",
    "auswertungen/index.html",
    "vereinbarungen/team-land.html",
    "datenschutz/einwilligung.html",
    "formate/werkstatt-reparatur.html",
    "herkunft/lebensweltlich.html",
    "mitmachen/index.html",
    "pruefen/index.html",
    "mitarbeiten/index.html",
    "ueber/barrierefreiheit.html",
)
"""One page of each kind, those that load scripts and data on demand with something to do."""

LISTEN = """
globalThis.verstoesse = [];
document.addEventListener("securitypolicyviolation", (event) => {
  verstoesse.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
});
"""


def violations(browser, start: str, paths: Iterable[str] = VISITED) -> list[str]:
    """Open pages of every kind below `start`, use what it offers, and return everything that was forbidden or refused."""
    heard: list[str] = []
    window = browser.new_context(viewport=DESK, locale="de-DE")
    window.add_init_script(LISTEN)
    page = window.new_page()
    page.on(
        "request",
        lambda request: None if request.url.startswith((start, "data:", "blob:")) else heard.append(request.url),
    )
    page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
    page.on("console", lambda said: heard.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    for path in paths:
        page.goto("about:blank")
        page.goto(start + path, wait_until="networkidle")
        if path == "index.html":
            page.locator("label[for^=__palette]:visible").first.click()
            page.locator("#sr-suchfeld").fill("Fahrad")
            page.locator("[role=option]").first.wait_for()
        heard += [f"{path}: {each}" for each in page.evaluate("verstoesse")]
    window.close()
    return heard


def test_pages_obey_the_policy_of_the_server(browser, team_sample: Handbook) -> None:
    """Under the headers of `kopfzeilen`, no page of any kind does what is forbidden, asks another host, or complains."""
    sent = headers(read_settings(team_sample.base / "records")[0])
    with server(team_sample, sent) as address:
        assert violations(browser, address) == []


def test_pages_obey_their_own_policy_from_a_folder(browser, team_sample: Handbook) -> None:
    """Opened from a network share, where no server sends a header, pages obey the policy they carry."""
    paths = [path for path in VISITED if path != "404.html"]  # for a server, which answers any address with it
    assert violations(browser, team_sample.site.as_uri() + "/", paths) == []


def test_no_kind_of_page_is_left_out(team_sample: Handbook) -> None:
    """Of every folder of the site at least one page is visited, and every page beside the folders."""
    kinds = {name.split("/")[0] for name in team_sample.files() if name.endswith(".html")}
    assert kinds == {re.split(r"[/?#]", path)[0] for path in VISITED}


def test_the_policy_is_enforced(browser, team_sample: Handbook, tmp_path: Path) -> None:
    """A script or an event that got into a page all the same does nothing, and is counted."""
    page_html = (team_sample.site / "index.html").read_text("utf-8")
    evil = "<script>globalThis.boese = 1</script><svg onload='boese = 2'></svg><p style='color:red'>x</p>"
    evil_site = Handbook(tmp_path)
    evil_site.write("site/index.html", page_html.replace("</main>", f"{evil}</main>"))
    window = browser.new_context()
    window.add_init_script(LISTEN)
    page = window.new_page()
    with server(evil_site) as address:
        page.goto(address + "index.html")
        assert page.evaluate("globalThis.boese") is None
        found = {each.split()[0] for each in page.evaluate("verstoesse")}
        assert found == {"script-src-elem", "script-src-attr", "style-src-attr"}
    window.close()


def test_every_page_carries_the_policy(team_sample: Handbook) -> None:
    """The policy stands in every page before anything that loads; no page holds a script, a style or an event."""
    for path, page in team_sample.pages().items():
        assert page.html.index(f'<meta http-equiv="Content-Security-Policy" content="{STRICT}">') < page.html.index(
            "<link"
        ), path
        for tag in page.tags:
            inert = tag.attributes.get("type") == "application/json"
            assert tag.name != "script" or inert or "src" in tag.attributes, path
            assert tag.name != "style", path
            assert "style" not in tag.attributes, (path, tag)
            assert not [name for name in tag.attributes if name.startswith("on")], (path, tag)


@pytest.mark.parametrize(
    ("tiles", "pictures"),
    [
        ("https://karten.example.org:8443/{z}/{x}/{y}.png", "'self' data: https://karten.example.org:8443;"),
        ("kacheln/{z}/{x}/{y}.png", "'self' data:;"),
        ("karte.pmtiles", "'self' data:;"),
        ("https://karten.example.org/kreis.pmtiles", "'self' data:; connect-src 'self' https://karten.example.org;"),
    ],
)
def test_the_servers_of_tiles_are_allowed(tiles: str, pictures: str, district: District) -> None:
    """Only a map service named in handbuch.yml is added, and only for what it has."""
    with (district.records / "handbuch.yml").open("a") as settings:
        settings.write(f"karte: {{kacheln: '{tiles}'}}\n")
    said = policy(read_settings(district.records)[0])
    assert f"img-src {pictures}" in said
    assert said.count("example.org") <= 1


def test_examples_are_what_the_command_says() -> None:
    """The files in examples/server are the command's output for a district without a map service."""
    assert set(EXAMPLES) == set(SERVERS)
    for name, file in EXAMPLES.items():
        done = CliRunner().invoke(main, ["kopfzeilen", name, "--records", str(REPOSITORY / "records")])
        assert done.exit_code == 0
        assert done.output == (REPOSITORY / "examples" / "server" / file).read_text("utf-8")


def test_servers_send_the_same() -> None:
    """Each server's file names every header with its value, in quotes that its grammar needs."""
    settings = read_settings(REPOSITORY / "records")[0]
    sent = headers(settings)
    assert sent["Content-Security-Policy"] == f"{STRICT}; frame-ancestors 'self'"
    for name in SERVERS:
        lines = re.findall(
            r'^(?:add_header|Header always set|  ") ?(\S+?):? "?(.+?)"(?: always;|,)?$',
            server_file(name, settings),
            re.MULTILINE,
        )
        assert dict(lines) == sent, name


FORGE = "ablage: {plattform: gitlab, adresse: https://git.example.org/a/b, formular: ja}\n"


def with_forms(district: District) -> Handbuch:
    """Return the settings of a district that has forms."""
    with (district.records / "handbuch.yml").open("a") as settings:
        settings.write(FORGE)
    return read_settings(district.records)[0]


def test_forms_have_a_policy_of_their_own(district: District) -> None:
    """They may bring styles and speak to the forge; all other pages stay as strict as before."""
    settings = with_forms(district)
    assert policy(settings) == STRICT
    sent = form_headers(settings)
    assert "connect-src 'self' blob: data: https://git.example.org;" in sent["Content-Security-Policy"]
    assert "unsafe-eval" not in sent["Content-Security-Policy"]
    assert set(headers(settings)) - set(sent) == {"Cross-Origin-Opener-Policy"}


@pytest.mark.parametrize(
    ("tiles", "allowed"),
    [
        (
            "https://karten.example.org/{z}/{x}/{y}.png",
            "img-src 'self' data: blob: https://git.example.org https://karten.example.org;",
        ),
        (
            "https://karten.example.org/auental.pmtiles",
            "data: https://git.example.org https://karten.example.org; worker",
        ),
    ],
)
def test_forms_show_the_same_map(district: District, tiles: str, allowed: str) -> None:
    """The map beside coordinates has the background of all maps: pictures are shown, an archive is read."""
    with (district.records / "handbuch.yml").open("a") as settings:
        settings.write(f"karte: {{kacheln: '{tiles}', nachweis: Amt}}\n")
    sent = form_headers(with_forms(district))
    assert allowed in sent["Content-Security-Policy"]


def test_servers_say_it_for_the_forms_alone(district: District) -> None:
    """nginx and Apache send the wider policy below `redaktion/` only; GitLab, which cannot, leaves it to the pages."""
    settings = with_forms(district)
    wide = form_headers(settings)["Content-Security-Policy"]
    nginx = server_file("nginx", settings).partition("location ~ /redaktion/ {")
    apache = server_file("apache", settings).partition('<LocationMatch "/redaktion/">')
    for before, _sign, inside in (nginx, apache):
        assert f"{STRICT}; frame-ancestors 'self'" in before
        assert wide in inside
        assert wide not in before
    assert "unset Cross-Origin-Opener-Policy" in apache[2]
    assert "Content-Security-Policy:" not in server_file("gitlab", settings)
    assert "X-Content-Type-Options: nosniff" in server_file("gitlab", settings)
