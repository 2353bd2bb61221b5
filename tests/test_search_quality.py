"""The search finds in the sample district what people mean, as it is built and as the browser asks it."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from site_builds import Handbook

pytest_plugins = ("site_fixtures",)

ASSETS = Path(__file__).parents[1] / "generator/sozialraum/site/assets"
NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="Node is not installed, so the search cannot be asked.")

WANTED = {
    "Fahrrad kaputt": "fahrradwerkstatt-nordhang",
    "Fahradwerkstatt": "fahrradwerkstatt-nordhang",
    "Fahrradwerkstätten": "fahrradwerkstatt-nordhang",
    "Kindergarten": "kita-spatzennest",
    "Tagesmutter": "tagespflege-netz",
    "Brief vom Amt verstehen": "formularhilfe-nordhang",
    "Schulden": "schuldnerberatung-diakonie",
    "mein Mann trinkt": "suchtberatung-auenstadt",
    "Essen umsonst": "lebensmittelausgabe-mitte",
    "Winterjacke": "kleiderladen-auenstadt",
    "gebrauchte Möbel": "moebellager",
    "Moebel": "moebellager",
    "Deutsch üben": "sprachcafe-am-markt",
    "Sprachkurs": "integrationskurs-vhs",
    "Handy erklären": "pc-treff-seebrueck",
    "Bibliothek": "buecherei-auenstadt",
    "Bucherei": "buecherei-auenstadt",
    "Gemüse anbauen": "gemeinschaftsgarten-nordhang",
    "Rufbus": "buergerbus",
    "EUTB": "eutb-auental",
    "Frauenhaus": "frauenberatungsstelle-auental",
    "Krisentelefon": "krisendienst-auental",
    "Leute kennenlernen": "stadtteilcafe-auenblick",
    "Krabbelgruppe": "eltern-kind-treff-nordhang",
    "ich pflege meine Mutter": "pflegerunde-seebrueck",
    "Toaster kaputt": "repaircafe-seebrueck",
    "Beruf ausprobieren": "schnuppertage-tischlerei",
    "jemand der übersetzt": "sprachmittlung",
}
"""Query → record that must be among the first five of the whole handbook."""

PROGRAM = """
import { readFileSync } from "node:fs";
const { Auskunft } = await import(process.argv[1]);
for (const file of process.argv.slice(2)) (0, eval)(readFileSync(file, "utf8"));
const known = new Auskunft(globalThis.sozialraumDaten);
const queries = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(queries.map((query) => ({ ...known.answer(query, 5), first: [...known.scores(query).keys()].slice(0, 5) }))));
"""


@cache
def asked(site: Path, *queries: str) -> dict[str, dict[str, object]]:
    """Return what the built handbook answers to each query, and the names of the five best."""
    data = [str(site / f"assets/sozialraum/daten/suche-{name}.js") for name in ("index", "eintraege", "woerter")]
    command = [str(NODE), "--input-type=module", "--eval", PROGRAM, (ASSETS / "antwort.js").as_uri(), *data]
    answer = subprocess.run(command, input=json.dumps(queries), capture_output=True, check=True, text=True)
    return dict(zip(queries, json.loads(answer.stdout), strict=True))


@pytest.mark.parametrize(("query", "record"), WANTED.items())
def test_what_is_meant_is_found(sample: Handbook, query: str, record: str) -> None:
    """Everyday words, plurals, parts, typing errors and abbreviations lead to the record among the first five."""
    assert record in asked(sample.site, *WANTED)[query]["first"]


def test_a_word_inside_another_stands_for_nothing(sample: Handbook) -> None:
    """„Stütze“ is asked for as Bürgergeld, but a Pflegestützpunkt and whatever rests on something speak of none."""
    told = asked(sample.site, "hartz", "Stütze")
    assert told["hartz"]["first"][:2] == ["jobcenter-jugendamt", "sprechstunde-moorwinkel"]
    assert "aelter-werden-pflege" not in told["hartz"]["first"]
    assert "jobcenter-jugendamt" in told["Stütze"]["first"]


def one(sample: Handbook, query: str) -> dict[str, object]:
    return asked(sample.site, query)[query]


def test_the_reason_is_said(sample: Handbook) -> None:
    """What was found by another word says by which."""
    results = [each for group in one(sample, "Winterjacke")["gruppen"] for each in group["treffer"]]
    assert {each["name"]: each["grund"] for each in results}["kleiderladen-auenstadt"] == "Winterjacke = Kleiderkammer"


def test_what_was_meant_is_offered(sample: Handbook) -> None:
    """A typing error is answered and named."""
    assert one(sample, "Fahradwerkstatt")["gemeint"] == "Fahrradwerkstatt"
    assert one(sample, "Fahrradwerkstatt")["gemeint"] == ""


def test_the_support_sequence(sample: Handbook) -> None:
    """The life-world comes before professional services, then people, then plans, then method pages."""
    order = [group["titel"] for group in one(sample, "Fahrrad")["gruppen"]]
    assert order[0] == "Aus der Lebenswelt"
    all_groups = [
        *("Aus der Lebenswelt", "Von Fachdiensten", "Menschen, die Türen öffnen", "Orte"),
        *("Organisationen und Netzwerke", "Vorhaben und Bedarfslagen", "Aus den Teams", "Themen und Listen"),
        "Methode und Handbuch",
    ]
    assert order == [title for title in all_groups if title in order]


def test_hand_written_pages(sample: Handbook) -> None:
    """The pages about the method are found too."""
    assert "sieben-fragen" in one(sample, "Die sieben Fragen")["first"]


def test_ambiguous_abbreviations(sample: Handbook) -> None:
    """An abbreviation that means several things is asked back."""
    assert one(sample, "spz")["mehrdeutig"] == {
        "kuerzel": "SPZ",
        "bedeutet": ["Sozialpädiatrisches Zentrum", "Sozialpsychiatrisches Zentrum"],
    }


def test_nothing_found_leads_on(sample: Handbook) -> None:
    """Where there is no record, topics nearby are named."""
    found = one(sample, "Führerschein verloren")
    assert {"titel": "Unterwegs sein", "seite": "themen/mobilitaet.html"} in found["themen"]


def test_nothing_in_a_place_leads_to_its_neighbours(sample: Handbook) -> None:
    """Where nothing has all the words, the places around the one that was named are, the closest first, as the crow flies."""
    found = one(sample, "Xylophonbau Moorwinkel")["nachbarn"]
    assert found["um"] == "Gemeinde Moorwinkel"
    near = [("Auenstadt-Mitte", "8,0 km"), ("Auenstadt-Nordhang", "8,3 km")]
    assert [(place["titel"], place["weit"]) for place in found["orte"]] == near
    assert one(sample, "Dorfhaus Moorwinkel")["nachbarn"] is None
    assert one(sample, "Xylophonbau")["nachbarn"] is None


def test_danger_is_part_of_the_answer(sample: Handbook) -> None:
    """What the rules recognise stands in the answer of the built handbook."""
    assert [each["name"] for each in one(sample, "mein Mann schlägt mich")["gefahren"]] == ["Gewalt und Bedrohung"]
