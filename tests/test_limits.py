"""Files made to use up memory or time are refused or read with little of both."""

from __future__ import annotations

import subprocess
import sys

import pytest
from districts import HEUTE, MINIMAL, RESSOURCE, District, found
from sozialraum.checks.links import MOST_OF_ONE_TEXT
from sozialraum.site.markdown import body_html

HEAD = MINIMAL[RESSOURCE].split("\n---\n", 1)[0]
PATH = "ressourcen/gross.md"
MANY = 300_000
"""Signs in a file: less than what is refused for its size alone."""

FRONT = {
    "a bomb of aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
    "brackets": "a: " + "[" * MANY,
    "groups": "\n".join(" " * depth + "a:" for depth in range(700)),
}
"""Front matter that is refused."""

BODIES = {
    "quotations": ">" * MANY,
    "lists": "* " * (MANY // 2) + "a",
    "numbered lists": "1. " * (MANY // 3) + "a",
    "brackets": "[" * MANY,
    "tags": "<" * MANY,
    "emphasis": "*a_ " * (MANY // 4),
    "links": "[x](https://example.org) " * (MANY // 25),
    "references": "[x] " * (MANY // 4) + "\n\n[x]: https://example.org\n",
    "links to records": "[[fahrradwerkstatt]] " * (MANY // 21),
    "digits": "1" * MANY,
    "addresses": "a@" * (MANY // 2),
}
"""Texts that make some readers of Markdown, or of personal data, slow."""

LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from sozialraum.cli import main
main(sys.argv[1:])
"""
"""The command with 1 GB of memory and a minute of the processor, which is many times what it needs."""


@pytest.mark.skipif(sys.platform != "linux", reason="Limits of memory are those of Linux.")
def test_a_bad_file_uses_little(district: District) -> None:
    """100 MB, a million links, aliases and deep nesting together are refused by name, within bounds of memory and time."""
    for number, front in enumerate(FRONT.values()):
        district.write(f"teams/kopf-{number}.md", f"---\n{front}\n---\n")
    with district.write(PATH, "---\n").open("r+b") as large:
        large.truncate(100_000_000)
    district.write("ressourcen/verweise.md", f"{HEAD}\n---\n" + "[x](https://example.org) " * 1_000_000)
    options = ["check", str(district.records), "--heute", str(HEUTE)]
    done = subprocess.run([sys.executable, "-c", LIMITED, *options], capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    for name in (PATH, "ressourcen/verweise.md"):
        assert f"records/{name}: Fehler [datei_zu_gross]" in done.stdout
    for number in range(len(FRONT)):
        assert f"records/teams/kopf-{number}.md:" in done.stdout


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_long_text_costs_what_it_is_long(body: str, district: District) -> None:
    """Texts of which some readers cannot see the end are checked, and become HTML with all their words."""
    district.write(PATH, f"{HEAD}\n---\n{body}\n")
    district.check()
    assert body_html(body, lambda _id: "Titel", lambda id_: f"{id_}.html")


def test_dead_links_of_one_text_are_told_up_to_a_limit(district: District) -> None:
    """Of thousands of dead links in one text the first hundred are told."""
    district.write(PATH, f"{HEAD}\n---\n" + "[[gibt-es-nicht]] " * 5000)
    codes = [each for each in found(district.check()) if "textverweis_ins_leere" in each]
    assert len(codes) == MOST_OF_ONE_TEXT


def test_usual_nesting_stays() -> None:
    """Quotations in quotations, lists in lists and rules across the page are what they were."""
    assert body_html("> > a", str, str).count("<blockquote>") == 2
    assert body_html("- - a", str, str).count("<ul>") == 2
    assert "<hr>" in body_html("- " * 60, str, str)
    assert body_html(">" * 50 + " a", str, str).count("<blockquote>") == 20
