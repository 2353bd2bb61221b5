"""What the pages of the sample district say, and in which order."""

from __future__ import annotations

import os
import subprocess
from itertools import pairwise

import pytest
from browsers import EVERY_TYPE
from site_builds import Handbook, built
from sozialraum.model import RECORD_TYPES

pytest_plugins = ("site_fixtures",)


def titles(part) -> list[str]:
    return [link.text for link in part.links]


def test_start_asks_what_one_looks_for(sample: Handbook) -> None:
    """The start page leads to topics, to places and along the seven questions, in this order."""
    page = sample.page("index.html")
    assert [each.text for each in page.headings] == [
        "Was suchen Sie?",
        "Nach Thema",
        "Nach Ort",
        "Die sieben Fragen",
    ]
    assert page.below("Nach Thema").links[0].href == "themen/arbeit.html"
    assert [link.href for link in page.below("Nach Ort").links] == [
        "sozialraeume/auenstadt-mitte.html",
        "sozialraeume/auenstadt-nordhang.html",
        "sozialraeume/moorwinkel.html",
        "sozialraeume/seebrueck.html",
        "sozialraeume/landkreisweit.html",
    ]
    questions = page.below("Die sieben Fragen")
    assert [link.href for link in questions.links if "frage-" in link.href] == [
        f"methode/sieben-fragen.html#frage-{number}" for number in range(1, 8)
    ]
    assert {"herkunft/lebensweltlich.html", "herkunft/professionell.html", "mitmachen/index.html"} <= {
        link.href for link in questions.links
    }


def test_start_counts_what_the_topic_shows(sample: Handbook) -> None:
    """The number beside a topic is the number of records on its page, each counted once."""
    tile = next(link for link in sample.page("index.html").links if link.href == "themen/begegnung.html")
    assert f"{tile.text.split(' Treffs')[0].rsplit(' ', 1)[1]} Einträge" in sample.page("themen/begegnung.html").text


def test_a_topic_follows_the_support_sequence(sample: Handbook) -> None:
    """Life-world first, services after it, then people and plans; joining in comes last."""
    found = [each.text for each in sample.page("themen/kinderbetreuung.html").headings if each.level == 2]
    order = [
        "Aus der Lebenswelt",
        "Von Fachdiensten",
        "Wer sich auskennt",
        "Organisationen",
        "Netzwerke",
        "Vorhaben dazu",
        "Was hier noch fehlt",
        "Mitmachen",
    ]
    assert found == [each for each in order if each in found]
    assert {"Von Fachdiensten", "Was hier noch fehlt", "Mitmachen"} <= set(found)


def test_profile_of_a_place(sample: Handbook) -> None:
    """A place's profile has portrait and strengths, what there is, who cares for it, and the way to its worksheet."""
    page = sample.page("sozialraeume/moorwinkel.html")
    wanted = [
        "Porträt",
        "Was hier gut ist",
        "Ressourcen hier",
        "Schlüsselpersonen hier",
        "Organisationen hier",
        "Netzwerke hier",
        "Vorhaben hier",
        "Bedarfslagen hier",
        "Teams für diesen Ort",
    ]
    found = [each.text for each in page.headings if each.level == 2]
    assert [each for each in found if each in wanted] == wanted
    assert "Dorfhaus Moorwinkel" in titles(page.below("Ressourcen hier"))
    hrefs = {link.href for link in page.links}
    assert {"../ressourcenkarte/moorwinkel.html", "landkreisweit.html"} <= hrefs


def test_worksheet_of_a_place(sample: Handbook) -> None:
    """The Ressourcenkarte of a place lists its current resources, the life-world's first, none of another place."""
    sheet = sample.page("ressourcenkarte/moorwinkel.html")
    found = titles(sheet.below("Gemeinde Moorwinkel: was es hier gibt"))
    assert found[:2] == ["Bewegungsgruppe im Sportverein", "Dorfhaus Moorwinkel"]
    assert "Schuldnerberatung im Mühlenhaus" in found  # for the whole district
    assert "Stadtteilcafé Auenblick" not in found
    assert "Nachtbus 17N" not in found  # has ended


def test_what_is_close_by(sample: Handbook) -> None:
    """„In der Nähe“ lists at most five other places with their distance, nearest first, none beyond ten kilometres."""
    text = sample.page("ressourcen/dorfhaus-moorwinkel.html").below("In der Nähe").text
    assert text.startswith("In der Nähe Mitfahrbank Moorwinkel 50 m Jugendfeuerwehr Moorwinkel 250 m")
    assert text.endswith("Entfernung in Luftlinie.")
    assert "Dorfhaus" not in text


def test_what_comes_first_on_a_resource(sample: Handbook) -> None:
    """What, where, when, how to get in and whom to ask stand before everything else."""
    page = sample.page("ressourcen/dorfhaus-moorwinkel.html")
    assert [each.text for each in page.headings][:5] == [
        "Dorfhaus Moorwinkel",
        "Auf einen Blick",
        "So kommt man hinein",
        "Kontakt",
        "Mehr dazu",
    ]
    assert "Vorhaben, die diese Ressource nutzen" in [each.text for each in page.headings if each.level == 3]


@pytest.mark.parametrize("ordner", RECORD_TYPES)
def test_every_record_has_the_same_frame(team_sample: Handbook, ordner: str) -> None:
    """A record of any type has one title, its kind, its way back, its upkeep and a link to change it."""
    page = team_sample.page(EVERY_TYPE[ordner])
    name = EVERY_TYPE[ordner].replace(".html", ".md")
    assert [each.level for each in page.headings].count(1) == 1
    assert RECORD_TYPES[ordner].typ.einzahl in page.text
    assert "Stand und Pflege" in [each.text for each in page.headings]
    assert f"https://git.example.org/auental/handbuch/-/edit/main/records/{name}" in page.all_hrefs()
    assert f"../{ordner}/index.html" in page.all_hrefs()
    levels = [each.level for each in page.headings]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert len(page.ids) == len(set(page.ids))


def test_the_age_is_computed_when_read(sample: Handbook) -> None:
    """A page stores the day of the last verification and when the next is due, never how long ago it was."""
    page = sample.page("ressourcen/dorfhaus-moorwinkel.html")
    times = [tag.attributes for tag in page.tags if tag.name == "time" and "data-alter" in tag.attributes]
    assert times == [{"datetime": "2026-04-23", "data-alter": "", "data-bis": "2027-04-23"}]
    assert "vor " not in page.below("Stand und Pflege").text


def test_everyday_names_from_a_to_z(sample: Handbook) -> None:
    """A to Z has every record under its title and under its everyday names, sorted as a German dictionary does."""
    found = titles(sample.page("a-z/s.html"))
    assert {"Sprachcafé am Markt", "Sozialkaufhaus"} <= set(found)
    assert (
        found.index("Schuldnerberatung im Mühlenhaus") < found.index("Spätbus") < found.index("Sportverein Moorwinkel")
    )


def test_to_be_verified(sample: Handbook) -> None:
    """„Zu prüfen“ lists stale records under the team that looks after them, and no fresh one."""
    part = sample.page("pruefen/index.html").below("Team Stadt")
    assert titles(part) == ["Als Tabelle (CSV)", "Als Mail", "Gemeinschaftsgarten Nordhang"]


def test_news_without_git(sample: Handbook) -> None:
    """Without git „Neu und geändert“ goes by the days in the records, newest first, by month."""
    page = sample.page("neu/index.html")
    months = [each.text for each in page.headings if each.level == 2]
    assert months[:3] == ["Mai 2026", "April 2026", "März 2026"]
    assert "PC-Treff im alten Spritzenhaus" in titles(page.below("Mai 2026"))
    assert "geprüft" in page.below("Mai 2026").text


def git(handbook: Handbook, day: str, *arguments: str) -> None:
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    who |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in who.items()}
    dates = {"GIT_AUTHOR_DATE": f"{day}T12:00:00", "GIT_COMMITTER_DATE": f"{day}T12:00:00"}
    subprocess.run(["git", "-C", handbook.base, *arguments], check=True, env={**os.environ, **who, **dates})


def test_news_from_git(own: Handbook) -> None:
    """With git it goes by the commits: what came is new, what was edited is changed, on the day of the commit."""
    git(own, "2026-06-01", "init", "--quiet")
    git(own, "2026-06-01", "add", ".")
    git(own, "2026-06-01", "commit", "--quiet", "-m", "Anfang")
    own.replace("records/ressourcen/pc-treff-seebrueck.md", "titel: PC-Treff", "titel: Neuer PC-Treff")
    git(own, "2026-06-20", "commit", "--quiet", "-am", "Neuer Name")
    page = built(own).page("neu/index.html").below("Juni 2026")
    first = page.text.removeprefix("Juni 2026 ")
    assert first.startswith("Neuer PC-Treff im alten Spritzenhaus geändert 20. Juni 2026")
    assert "Dorfhaus Moorwinkel neu 1. Juni 2026" in page.text


def test_hand_written_pages_name_their_source(sample: Handbook) -> None:
    """Every page about the method names Godehardt-Bestmann, or leads to the sources, where the licence stands."""
    for path in sample.files():
        if path.startswith("methode/") and path.endswith(".html"):
            page = sample.page(path)
            assert "Godehardt-Bestmann" in page.text or "quellen.html" in {link.href for link in page.links}, path
    sources = sample.page("methode/quellen.html")
    assert "CC BY 4.0" in sources.text
    assert "https://doi.org/10.5771/9783748951537-133" in sources.all_hrefs()
