"""Records as attack: the site built from them says their words, runs none of them, and lies in its own folder."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from attack_corpus import IN_A_BODY, PRINTABLE, hostile
from browsers import DESK, server
from site_builds import Handbook, built, copy_of_site

pytest_plugins = ("browser_fixtures",)

NODE = shutil.which("node")
TOUCHED = "geschrieben"
"""The name of the file that attacks on paths and shells would write."""

READ_DATA = """
for (const file of process.argv.slice(1)) (0, eval)(require("fs").readFileSync(file, "utf8"));
process.stdout.write(JSON.stringify({ daten: sozialraumDaten, fremd: Object.keys(globalThis).filter((key) => key.startsWith("boese")) }));
"""

LISTEN = """
globalThis.ausgefuehrt = [];
for (const name of ["alert", "prompt", "confirm", "msgbox"]) globalThis[name] = (...values) => ausgefuehrt.push(`${name} ${values}`);
"""


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The site of a district in which every record is an attack, as the team sees it."""
    base = tmp_path_factory.mktemp("angriff") / "innen" / "handbuch"
    base.mkdir(parents=True)
    handbook = copy_of_site(base)
    hostile(base)
    return built(handbook, audience="team")


def strings(value: object) -> list[str]:
    """Return every text inside of a value read from JSON."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for each in inner for text in strings(each)]


def test_nothing_is_written_elsewhere(attacked: Handbook) -> None:
    """The build leaves its site and its cache, and nothing else, in no folder above either."""
    assert {each.name for each in attacked.base.iterdir()} == {"records", "docs", "mkdocs.yml", "site", ".cache"}
    above = attacked.base.parents[1]
    assert [each.name for each in above.rglob(f"*{TOUCHED}*")] == []
    assert {each.name for each in above.iterdir()} == {"innen"}
    assert not Path("/tmp", TOUCHED).exists()
    assert all(re.fullmatch(r"[\w./-]+", name) for name in attacked.files())


def test_pages_get_no_tag_from_a_record(attacked: Handbook) -> None:
    """No page has an element, event, style or address that came out of a record; scripts and pictures are our own."""
    usual = {
        tag.attributes.get("src")
        for tag in attacked.page("ressourcen/fahrradwerkstatt.html").tags
        if tag.name == "script"
    }
    for path, page in attacked.pages().items():
        assert page.unbalanced == [], path
        for tag in page.tags:
            assert tag.name not in {"iframe", "object", "embed", "base", "style", "math", "image"}, path
            own = path.startswith("mitarbeiten/") and tag.attributes.get("src", "").startswith("bilder/")
            assert tag.name != "img" or own, path
            assert not [name for name in tag.attributes if name.startswith("on") or name == "style"], (path, tag)
            address = "".join(tag.attributes.get(name, "") for name in ("href", "src", "action", "xlink:href")).strip()
            assert re.match(
                r"(?:https?:|mailto:|tel:|data:image/svg\+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'|(?!//)[\w.,/#?=&%-]*\Z)",
                address,
            ), (path, tag)
            if tag.name in {"script", "link", "form"}:
                assert "evil" not in address, (path, tag)
        if path.startswith("ressourcen/feind-") and path.count("-") == 1:
            assert {tag.attributes.get("src") for tag in page.tags if tag.name == "script"} == usual, path


def test_words_are_shown(attacked: Handbook) -> None:
    """Every attack stands on its page letter by letter, where it was written as a line of text."""
    for number, words in enumerate(PRINTABLE):
        page = attacked.page(f"ressourcen/feind-{number}.html")
        said = " ".join(words.split())
        assert page.text.count(said) >= 3, words


@pytest.mark.skipif(NODE is None, reason="Node is not installed, so no script can be run.")
def test_data_are_data(attacked: Handbook) -> None:
    """The data of finder, map and search are read by running them; that yields the words and does nothing else."""
    data = sorted((attacked.site / "assets/sozialraum/daten").glob("*.js"))
    done = subprocess.run([str(NODE), "--eval", READ_DATA, *map(str, data)], capture_output=True, check=True, text=True)
    read = json.loads(done.stdout)
    assert len(read["daten"]) == len(data)
    assert read["fremd"] == []
    found = {" ".join(text.split()) for text in strings(read["daten"])}
    assert {" ".join(words.split()) for words in PRINTABLE} <= found


def test_nothing_runs_in_a_browser(browser, attacked: Handbook) -> None:
    """Even with the policy switched off, no page, list, search or map runs an attack or asks another host."""
    heard: list[str] = []
    window = browser.new_context(viewport=DESK, locale="de-DE", bypass_csp=True)
    window.add_init_script(LISTEN)
    page = window.new_page()
    page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else heard.append(asked.url))
    page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
    records = [f"ressourcen/feind-{number}.html" for number in range(0, len(PRINTABLE), IN_A_BODY)]
    lists = ["index.html", "ressourcen/index.html", "a-z/t.html", "finder.html", "karte.html", "suche.html?q=alert"]
    with server(attacked) as address:
        for path in [*records, *lists]:
            page.goto(address + path, wait_until="load")
            page.mouse.move(640, 450)
            heard += [f"{path}: {each}" for each in page.evaluate("ausgefuehrt")]
        page.locator("#sr-suchfeld").fill("script")
        page.wait_for_timeout(500)
        heard += page.evaluate("ausgefuehrt")
        page.goto(address + "suche.html?q=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", wait_until="networkidle")
        page.goto(
            address + "finder.html#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&thema=%3Csvg%20onload=alert(1)%3E",
            wait_until="networkidle",
        )
        heard += page.evaluate("ausgefuehrt")
    window.close()
    assert heard == []
