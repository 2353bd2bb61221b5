"""Lists and labels as people look for them: by the noun, in the singular, nothing said that this build cannot know."""

from __future__ import annotations

import pytest
from site_builds import Handbook, built
from sozialraum.site.environment import environment
from sozialraum.site.listing import Head
from sozialraum.site.tables import Tafel
from sozialraum.site.wording import letter, sort_key

pytest_plugins = ("site_fixtures",)


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Die Wirtin vom Stadtteilcafé", "w"),
        ("das Mühlenhaus", "m"),
        ("„Der Hang“", "h"),
        ("Einen Kaffee trinken", "k"),
        ("Ein-Euro-Laden", "e"),
        ("Dienstagsrunde", "d"),
        ("Die", "d"),
        ("Eine", "e"),
        ("Die 17", "0-9"),
    ],
)
def test_a_title_stands_under_its_noun(title: str, first: str) -> None:
    """An article before the name counts for nothing, a word that only begins like one does."""
    assert letter(title) == first


def test_articles_do_not_sort() -> None:
    """„Der Angelverein“ stands before „Bürgerbus“."""
    assert sorted(["Bürgerbus", "Die Tafel", "Der Angelverein"], key=sort_key) == [
        "Der Angelverein",
        "Bürgerbus",
        "Die Tafel",
    ]


def test_one_value_has_a_label_in_the_singular(sample: Handbook) -> None:
    """A resource in one place has a Sozialraum, with two topics it has Themen."""
    words = sample.page("ressourcen/stadtteilcafe-auenblick.html").below("Auf einen Blick").text
    assert "Sozialraum Auenstadt-Mitte Themen Begegnung und Nachbarschaft, Deutsch" in words


def test_the_way_back_is_called_what_the_navigation_calls_it(sample: Handbook) -> None:
    """Above the profile of a place stands „Orte“."""
    html = sample.page("sozialraeume/moorwinkel.html").html
    assert '<a href="../sozialraeume/index.html">Orte</a>' in html or '<a href="index.html">Orte</a>' in html


def test_empty_forms_stand_beneath(sample: Handbook) -> None:
    """A form of which there is nothing yet has no tile, but its page can be reached."""
    page = sample.page("formate/index.html")
    assert "Noch ohne Eintrag: Veranstaltung, Online-Angebot." in page.text
    assert "veranstaltung.html" in {link.href for link in page.links}


def test_what_is_for_all_places_begins_with_resources(sample: Handbook) -> None:
    """What is for all places is listed as everywhere: resources first, then whom one can ask."""
    page = sample.page("sozialraeume/landkreisweit.html")
    assert [each.text for each in page.headings if each.level == 2] == [
        "Von Fachdiensten",
        "Organisationen",
        "Netzwerke",
        "Teams",
    ]


def test_places_are_counted(sample: Handbook) -> None:
    """„Für alle Orte“ stands last among the places, and is none of the four."""
    page = sample.page("sozialraeume/index.html")
    assert "4 Einträge" in page.text
    assert page.links[-1].text == "Für alle Orte"


def test_what_has_ended_stands_last(sample: Handbook) -> None:
    """The night bus that runs no longer comes after every service that there is."""
    services = [link.text for link in sample.page("ressourcen/index.html").below("Von Fachdiensten").links]
    assert services[-1] == "Nachtbus 17N"


@pytest.mark.parametrize(("folder", "titel"), [("beratungen", "Beratungen"), ("protokolle", "Protokolle")])
def test_casework_is_said_to_be_elsewhere(sample: Handbook, folder: str, titel: str) -> None:
    """Whoever builds for the whole Jobcenter never reads that there is no casework yet, only where it stands."""
    assert f"{titel} stehen in der Ausgabe für das Team." in sample.page(f"{folder}/index.html").text
    assert "Vereinbarungen stehen in der Ausgabe für das Team." in sample.page("vereinbarungen/index.html").text


def test_numbers_say_what_they_count(sample: Handbook) -> None:
    """The finder adds what is for all places to every place, the start page does not; both say so."""
    assert "Was für alle Orte da ist, kommt überall dazu." in sample.page("index.html").text
    assert "Was für alle Orte da ist, zählt bei jedem Ort mit." in sample.page("finder.html").text


def test_an_empty_handbook_says_how_to_begin(own: Handbook) -> None:
    """Without any record the start page leads to the first one, and has no list without tiles."""
    for path in (own.base / "records").glob("*/*.md"):
        path.unlink()
    page = built(own).page("index.html")
    assert "Noch ist nichts eingetragen. Den ersten Eintrag anlegen" in page.text
    assert "eintragen.html?was=neu" in {link.href for link in page.links}
    assert "Die Zahl nennt" not in page.text


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "Dazu kommt eine weitere Ressource: "), (2, "Dazu kommen 2 weitere Ressourcen: ")],
)
def test_what_a_sheet_has_no_room_for_is_counted(number: int, said: str) -> None:
    """One more is said in the singular."""
    sheet = environment().get_template("ressourcenkarte.html")
    head = Head("ressourcenkarte", "x", "Ressourcenkarte", "")
    assert said in sheet.render(
        head=head, ort="Nordhang", cards=[{"url": "", "titel": "Kiosk", "kurz": ""}], weitere=number, profil=""
    )


@pytest.mark.parametrize(("number", "said"), [(1, "Und eine weitere Zeile: "), (1200, "Und 1.200 weitere Zeilen: ")])
def test_rows_left_out_are_counted(number: int, said: str) -> None:
    """So are the rows for which a page of evaluations has no room."""
    tables = environment().get_template("tabellen.html").module
    assert said in tables.eine(Tafel("t", "Lücken", "", (), (), "", (), None, worte=False, weitere=number))
