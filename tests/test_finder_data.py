"""What the finder and the map know, and that they know nothing else."""

from __future__ import annotations

import json
import re
from itertools import accumulate

import pytest
from districts import District
from site_builds import Handbook
from site_html import Page
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.fields.geometry import Flaeche
from sozialraum.fields.place import Punkt
from sozialraum.project import Project
from sozialraum.site.cards import make_cards
from sozialraum.site.columns import coded
from sozialraum.site.district_map import dots, drawing, presence, raeume
from sozialraum.site.environment import environment
from sozialraum.site.finder_data import contact_columns, finder_columns, resources
from sozialraum.site.listing import Catalogue
from sozialraum.site.outline import frame_around, simplified
from sozialraum.site.search_rows import name_cell, week_cell
from sozialraum.site.signs import signs
from sozialraum.vocabulary import Wort, default_vocabulary

pytest_plugins = ("site_fixtures",)

RESSOURCE = "ressourcen/fahrradwerkstatt.md"


def catalogue_of(district: District) -> Catalogue:
    project: Project = district.read(Sichtbarkeit.jobcenter)
    return Catalogue(project, make_cards(project), environment())


def written(handbook: Handbook, name: str) -> dict:
    """Return the data of a script as the browser reads it."""
    text = (handbook.site / f"assets/sozialraum/daten/{name}.js").read_text("utf-8")
    quoted = re.fullmatch(r"\(globalThis\.sozialraumDaten\?\?=\{\}\)\['(.+?)'\]=JSON\.parse\('(.*)'\);\n", text)
    assert quoted
    assert quoted[1] == name
    return json.loads(re.sub(r"\\(['\\])", r"\1", quoted[2]))


def test_columns(district: District) -> None:
    """Each column says of the one resource what its record says, words by their number."""
    district.add(RESSOURCE, "ort: {strasse: Am Hang 1, koordinaten: '54.30001, 9.6'}\nmitmachen: Wer kann, hilft.")
    district.add(RESSOURCE, "sprachen: [de, ar]\nbarrierefreiheit: {stufenlos: ja, wc: nein}")
    catalogue = catalogue_of(district)
    columns = finder_columns(catalogue, resources(catalogue))
    assert [catalogue.project.district.entries[row].id for row in columns["zeile"]] == ["fahrradwerkstatt"]
    assert columns["lebenswelt"] == 1
    topics = [columns["thema"]["worte"][at][0] for at in columns["thema"]["kombi"][0]]
    assert columns["thema"]["je"] == "A"
    assert topics == ["mobilitaet"]
    assert [columns["ort"]["worte"][at] for at in columns["ort"]["kombi"][0]] == [["nordhang", "Nordhang"]]
    assert [columns["sprache"]["worte"][at][1] for at in columns["sprache"]["kombi"][0]] == ["Arabisch", "Deutsch"]
    assert [columns["barriere"]["worte"][at][0] for at in columns["barriere"]["kombi"][0]] == ["stufenlos"]
    assert (columns["sued"], columns["lat"], columns["west"], columns["lon"]) == (5430001, "B", 960000, "B")
    assert columns["mitmachen"] == "1"


def test_a_column_of_numbers() -> None:
    """Numbers are written to the base of 64, each with as many signs as the largest needs."""
    assert coded([0, 63, 26]) == "A_a"
    assert coded([0, 64, 4095]) == "AABA__"
    assert coded([]) == ""


def test_hours_in_a_cell() -> None:
    """Days that are alike stand together, in steps of five minutes; other minutes do not fit."""
    morning, night = ((540, 720),), ((1320, 1560),)
    assert week_cell([morning, (), morning, (), (), (), ()]) == "AF" + "BsAk"
    assert week_cell([(), (), (), (), (), night, ()]) == "Ag" + "EIAw"
    assert week_cell([((541, 720),), (), (), (), (), (), ()]) == ""


def test_an_id_by_the_words_of_its_title() -> None:
    """Words of the title stand as capital letters, and nothing where the id is the one expected."""
    assert (
        name_cell("cafe-am-markt", "Café am Markt") == "cafe-am-markt"
    )  # A browser might read the accent differently.
    assert name_cell("buecherei-am-markt", "Bücherei am Markt") == ""
    assert name_cell("markt-buecherei-ost", "Bücherei am Markt") == "/C-A-ost"
    assert name_cell("Impressum", "Wer wir sind") == "Impressum"
    assert name_cell("ueber-Uns", "Über uns") == "ueber-Uns"


def test_a_place_counts_for_the_larger_one(district: District) -> None:
    """What there is in a part of a place there is in the whole."""
    small = (district.records / "sozialraeume/nordhang.md").read_text("utf-8").replace("titel: Nordhang", "titel: Oben")
    district.write("sozialraeume/oben.md", small.replace("status: aktiv", "status: aktiv\nteil_von: nordhang"))
    district.replace(RESSOURCE, "[nordhang]", "[oben]")
    catalogue = catalogue_of(district)
    column = finder_columns(catalogue, resources(catalogue))["ort"]
    assert {column["worte"][at][0] for at in column["kombi"][0]} == {"oben", "nordhang"}


def test_what_is_over_is_not_offered(district: District) -> None:
    """A resource that is over is in no list of what there is, and counts nowhere."""
    district.replace(RESSOURCE, "status: aktiv", "status: beendet")
    catalogue = catalogue_of(district)
    assert resources(catalogue) == []
    assert contact_columns([]) == {}
    assert [raum.ressourcen for raum in raeume(catalogue.project)] == [0]


def test_no_place_at_all(district: District) -> None:
    """A district in which nothing has a place has no drawing, and still a map page."""
    project = catalogue_of(district).project
    assert drawing(project, raeume(project), presence(project)) is None


def test_data_of_the_sample(sample: Handbook) -> None:
    """All columns are as long as the list of ids, and what a record says comes out as it was written."""
    finder, contacts, rows = (written(sample, name) for name in ("finder", "kontakte", "suche-eintraege"))
    lines = {name: rows[name].split("\n") for name in ("name", "titel", "kurz", "zeiten")}
    assert {len(column) for column in lines.values()} == {rows["anzahl"]}
    titles = [lines["titel"][row] for row in accumulate(finder["zeile"])]
    count = len(titles)
    assert count > 20
    names = ("thema", "ort", "format", "kosten", "sprache", "barriere")
    columns = [*(finder[name]["je"] for name in names), finder["lat"], finder["lon"]]
    assert {len(column) % count for column in columns} == {0}
    assert {len(column) for column in contacts.values()} == {count}
    at = titles.index("Offene Fahrradwerkstatt Nordhang")
    assert (contacts["strasse"][at], contacts["plz"][at], contacts["waehlbar"][at]) == (
        "Birkenweg 31",
        "00412",
        "+493023125201",
    )
    assert at < finder["lebenswelt"]
    row = lines["titel"].index("Offene Fahrradwerkstatt Nordhang")
    assert lines["zeiten"][row] == week_cell([(), (), ((900, 1110),), (), (), (), ()])


def test_the_map_of_the_sample(sample: Handbook) -> None:
    """Areas, what they lack and where the Jobcenter is to be met."""
    data = written(sample, "karte")
    moorwinkel = next(raum for raum in data["raeume"] if raum["id"] == "moorwinkel")
    assert ["Nach 18:10 Uhr fährt kein Bus nach Moorwinkel", "bedarfslagen/bus-moorwinkel-abends.html"] in moorwinkel[
        "bedarfslagen"
    ]
    assert len(moorwinkel["flaeche"][0][0]) >= 20
    dorfhaus = next(place for place in data["praesenz"] if place["titel"] == "Dorfhaus Moorwinkel")
    assert dorfhaus["zeiten"] == "Do 9–12 Uhr"
    assert dorfhaus["punkt"]
    assert data["hintergrund"] == {"kacheln": "", "nachweis": "", "zoom": 18}


def test_pages_of_the_sample(sample: Handbook) -> None:
    """Without any script the finder leads to the index pages, the map is drawn and every place is listed."""
    finder, karte = sample.page("finder.html"), sample.page("karte.html")
    for folder in (
        "themen/index.html",
        "formate/index.html",
        "herkunft/lebensweltlich.html",
        "sozialraeume/moorwinkel.html",
    ):
        assert folder in [link.href for link in finder.links]
    assert '<svg class="sr-zeichnung"' in karte.html
    assert "Gemeinde Moorwinkel: 4 Ressourcen." in karte.html
    assert "Dorfhaus Moorwinkel in Gemeinde Moorwinkel: Do 9–12 Uhr" in karte.text


def test_no_style_in_markup(sample: Handbook) -> None:
    """A strict content security policy allows no style and no handler in a page; scripts come as files."""
    for name in ("finder.html", "karte.html", "handzettel.html", "ressourcen/dorfhaus-moorwinkel.html"):
        page = sample.page(name)
        assert not [
            tag for tag in page.tags if "style" in tag.attributes or any(key.startswith("on") for key in tag.attributes)
        ]
        assert inline_scripts(page) == inline_scripts(sample.page("neu/index.html" if "/" in name else "index.html"))


def inline_scripts(page: Page) -> int:
    """Return how many scripts stand in a page itself; those of the theme are known."""
    return len(re.findall(r"<script(?![^>]* src=)", page.html))


def test_a_small_map_where_there_is_a_place(sample: Handbook) -> None:
    """A resource with coordinates and a Sozialraum have a small map; what has no place has none."""
    resource = sample.page("ressourcen/dorfhaus-moorwinkel.html")
    assert 'aria-label="Lage in Gemeinde Moorwinkel"' in resource.html
    assert "../finder.html#bei=dorfhaus-moorwinkel&km=2" in [link.href for link in resource.links]
    assert 'aria-label="Umriss von Gemeinde Moorwinkel"' in sample.page("sozialraeume/moorwinkel.html").html
    assert "sr-lagebild" not in sample.page("ressourcen/frauenberatungsstelle-auental.html").html


def test_signs_are_told_apart() -> None:
    """No two topics have the same shape and letter, however many begin alike."""
    many = {f"a{number}": Wort(f"a{number}", f"A{sign}rbeit") for number, sign in enumerate("bcdefghijk")}
    for words in (default_vocabulary().woerter["themen"], many):
        found = [(sign.form, sign.buchstabe) for sign in signs(words).values()]
        assert len(found) == len(set(found))


def test_a_line_keeps_its_corners() -> None:
    """Points on a straight line go, corners stay, and a long line needs no recursion."""
    assert simplified([(0, 0), (1, 0.001), (2, 0), (2, 2)], 0.01) == [(0, 0), (2, 0), (2, 2)]
    zigzag = [(step, step % 2) for step in range(1500)]
    assert len(simplified(zigzag, 0.1)) == 1500


def test_a_frame_shows_all_of_it() -> None:
    """The outline fits its frame with a margin, and the scale is right."""
    ring = ((9.0, 54.0), (9.1, 54.0), (9.1, 54.1), (9.0, 54.1), (9.0, 54.0))
    frame = frame_around((9.0, 54.0, 9.1, 54.1), 360, 240)
    numbers = [int(number) for number in re.findall(r"\d+", frame.path(Flaeche(((ring,),))))]
    assert min(numbers[1::2]) == 8
    assert max(numbers[1::2]) == 232
    pixels, words = frame.scale()
    assert (words, pixels) == ("5 km", round(5 / 11.1195 * 224))


def test_dots_stand_for_all_points() -> None:
    """Places close to each other are one dot, larger than that of a single one."""
    frame = frame_around((9.0, 54.0, 9.1, 54.1), 360, 240)
    one, many = dots([Punkt(54.02, 9.02)], frame), dots([Punkt(54.02, 9.02)] * 9 + [Punkt(54.08, 9.08)], frame)
    assert len(one) == 1
    assert len(many) == 2
    assert max(dot.r for dot in many) > one[0].r


@pytest.mark.parametrize(
    ("tiles", "right"),
    [
        ("https://karten.example.org/{z}/{x}/{y}.png", True),
        ("kacheln/{z}/{x}/{y}.webp", True),
        ("kreis.pmtiles", True),
        ("https://karten.example.org/kreis.pmtiles", True),
        ("https://karten.example.org/{z}.pmtiles", False),
        ("https://karten.example.org/{z}/{x}.png", False),
        ("javascript:alert({z},{x},{y})", False),
        ("//karten.example.org/{z}/{x}/{y}.png", False),
        ("https://karten.example.org/{z}/{x}/{y}.png?{s}", False),
    ],
)
def test_background_of_the_map(tiles: str, right: bool, district: District) -> None:
    """Only an address of tiles is one; no other scheme gets into a page."""
    own = (district.records / "handbuch.yml").read_text("utf-8")
    district.write("handbuch.yml", f"{own}karte:\n  kacheln: '{tiles}'\n  nachweis: Kartendaten der Gemeinde\n")
    assert [each.code for each in district.check()] == ([] if right else ["keine_kartenbilder"])
