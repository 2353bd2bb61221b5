"""Files made to use up memory or time are refused or read with little of both."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from districts import HEUTE, MINIMAL, RESSOURCE, District, found
from sozialraum.diagnostics import MOST_OF_ONE_TEXT
from sozialraum.site.markdown import body_html

if TYPE_CHECKING:
    from collections.abc import Collection

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

MOST = 6_000
"""Keys, values or entries in one file of less than 1 MB."""
_MANY_KEYS = "\n".join(f"schluessel{number}: x" for number in range(MOST))
_MANY_IDS = ", ".join(f"nordhank{number}" for number in range(MOST))

CROWDED = {
    "ressourcen/schluessel.md": f"{HEAD}\n{_MANY_KEYS}\n---\n",
    "ressourcen/doppelt.md": f"{HEAD}\n" + "kosten: kostenfrei\n" * MOST + "---\n",
    "ressourcen/anker.md": f"{HEAD}\nmitmachen: [{'&a x, ' * MOST}]\n---\n",
    "ressourcen/verweise.md": HEAD.replace("sozialraeume: [nordhang]", f"sozialraeume: [{_MANY_IDS}]") + "\n---\n",
    "ressourcen/themen.md": HEAD.replace("themen: [mobilitaet]", f"themen: [{_MANY_IDS}]") + "\n---\n",
    "ressourcen/gruppen.md": f"{HEAD}\nkontakte:\n" + "  - {a: 1}\n" * MOST + "---\n",
    "ressourcen/zeiten.md": HEAD.replace("zeiten: Mi", "zeiten: " + "Mi 16:00-19:00; " * MOST + "Mi") + "\n---\n",
    "protokolle/namen.md": f"{HEAD}\n---\n" + "Frau Petersen, geb. 12.03.1984. " * (MOST // 2),
    "protokolle/nummern.md": f"{HEAD}\n---\n" + "0170 " * MOST + "01/2" * MOST,
    "handbuch.yml": MINIMAL["handbuch.yml"] + _MANY_KEYS,
    "ausnahmen.yml": "ausnahmen:\n" + "  - {regel: x, shaa: y}\n" * MOST,
    "vokabular/themen.yml": _MANY_KEYS,
    "vokabular/synonyme.yml": _MANY_KEYS,
    "vokabular/notfall.yml": _MANY_KEYS,
    "vokabular/kuerzel.yml": _MANY_KEYS,
    "vokabular/sprache.yml": _MANY_KEYS,
    "vokabular/rollen.yml": "a: " + "[" * MANY,
}
"""Files with thousands of mistakes each."""
SETTLING = ("handbuch.yml", "vokabular/themen.yml")
"""Those on which it depends what is right elsewhere; while they are wrong, only that is said."""

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


@pytest.mark.skipif(sys.platform != "linux", reason="Limits of memory are those of Linux.")
def test_thousands_of_mistakes_in_every_kind_of_file(district: District) -> None:
    """Records, settings, vocabularies and exceptions with thousands of mistakes each are all named, with a hundred of each sort."""
    told = _told(district, {path for path in CROWDED if path not in SETTLING})
    told += _told(district, SETTLING)
    assert {path for path, _code in told} >= {f"records/{path}" for path in CROWDED}
    assert max(told.values()) == MOST_OF_ONE_TEXT


def _told(district: District, paths: Collection[str]) -> Counter[tuple[str, str]]:
    """Add crowded files to a district; return how often each rule is broken in each of them."""
    for path in paths:
        district.write(path, CROWDED[path])
    options = ["check", str(district.records), "--heute", str(HEUTE), "--format", "json"]
    done = subprocess.run([sys.executable, "-c", LIMITED, *options], capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    told = Counter((each["datei"], each["code"]) for each in json.loads(done.stdout))
    return Counter({key: times for key, times in told.items() if key[0].removeprefix("records/") in paths})


def test_many_patterns_are_refused(district: District) -> None:
    """Every file number is looked for in every text; thirty of them are enough for any authority."""
    many = ", ".join(f'"####-{number}"' for number in range(1000))
    district.write("handbuch.yml", f"{MINIMAL['handbuch.yml']}textpruefung:\n  aktenzeichen: [{many}]\n")
    assert found(district.check()) == ["records/handbuch.yml:8:17: muster_ungeeignet"]


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
