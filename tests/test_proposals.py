"""What a reader may propose on a page, for each audience and each way a district works."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from districts import MINIMAL, RESSOURCE, District
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.project import Project
from sozialraum.project import read as read_folder
from sozialraum.site.proposals import Weg, draft, draft_address, way_to_new, ways_for_record

SAMPLE = Path(__file__).parents[1] / "records"
FORGE = """\
ablage:
  plattform: github
  adresse: https://git.example.org/probe
"""
MAIL = "email: handbuch@example.org\n"


def read(district: District, settings: str, audience: str = "jobcenter") -> Project:
    """Return the small district with more settings."""
    district.write("handbuch.yml", MINIMAL["handbuch.yml"] + settings)
    return district.read(Sichtbarkeit(audience))


def ways(project: Project, id_: str = "fahrradwerkstatt") -> tuple[Weg, ...]:
    """Return what can be done about one record."""
    return ways_for_record(project.graph.entries[id_], project.district.settings, project.audience)


def test_a_record_offers_four_ways(district: District):
    """What needs checking can be confirmed, changed, put away and complained about, each with its text."""
    found = ways(read(district, FORGE))
    assert [way.name for way in found] == ["Stimmt noch", "Ändern", "Archivieren", "Fehler melden"]
    assert found[1].url == "https://git.example.org/probe/edit/main/records/ressourcen/fahrradwerkstatt.md"
    address, proof = found[0].url.split("&nachweis=")
    assert address == "../eintragen.html?was=pruefen&eintrag=ressourcen/fahrradwerkstatt"
    assert len(proof) == 12
    assert unquote(found[3].url).startswith(
        "https://git.example.org/probe/issues/new?title=Fehler melden: Offene Fahrradwerkstatt"
        "&body=Datei: ressourcen/fahrradwerkstatt.md\n\nWas stimmt nicht"
    )


def test_all_but_consultations_and_minutes_can_be_confirmed():
    """Whether a place still exists can be said of everything; what a team noted on a day is no fact to look at again."""
    sample = read_folder(SAMPLE, date(2026, 6, 30), Sichtbarkeit.team)
    current = (entry for entry in sample.district.entries if not entry.record.ist_beendet)
    first = {entry.ordner: ways(sample, entry.id)[0].name for entry in current}
    assert {ordner for ordner, name in first.items() if name != "Stimmt noch"} == {"beratungen", "protokolle"}


def test_what_is_over_can_only_be_changed(district: District):
    """Nobody confirms or puts away what has ended."""
    district.replace(RESSOURCE, "status: aktiv", "status: beendet")
    assert [way.name for way in ways(read(district, FORGE))] == ["Ändern", "Fehler melden"]


def test_without_a_forge_everything_is_a_mail(district: District):
    """The mail has a subject and a text to fill in."""
    found = ways(read(district, MAIL))
    assert all(way.url.startswith("mailto:handbuch@example.org?subject=") for way in found[1:])
    assert len(found) == 4


@pytest.mark.parametrize("audience", ["kooperation", "oeffentlich"])
def test_outside_people_only_report_mistakes_by_mail(district: District, audience: str):
    """Builds for others do not know the forge."""
    district.add(RESSOURCE, "sichtbarkeit: oeffentlich")
    found = ways(read(district, FORGE + MAIL, audience))
    assert [way.name for way in found] == ["Fehler melden"]
    assert "git.example.org" not in found[0].url


def test_where_nobody_can_be_reached_nothing_is_offered(district: District):
    """Neither forge nor mailbox: only the form is left, whose text can be copied; outside nothing is."""
    assert [way.name for way in ways(read(district, ""))] == ["Stimmt noch"]
    assert (
        ways_for_record(
            read(district, "").district.entries[0], read(district, "").district.settings, Sichtbarkeit.oeffentlich
        )
        == ()
    )


def test_a_new_record_brings_its_place_along(district: District):
    """The form is opened with what the page knows; the draft for people without scripts holds every required field."""
    settings = read(district, FORGE).district.settings
    assert (
        way_to_new(settings, Sichtbarkeit.team, sozialraeume="nordhang")
        == "../eintragen.html?was=neu&sozialraeume=nordhang"
    )
    assert way_to_new(settings, Sichtbarkeit.kooperation, sozialraeume="nordhang") == ""


def test_where_there_are_forms_records_are_opened_and_begun_in_them(district: District):
    """„Ändern“ opens the record in its form, „Neuer Eintrag hier“ begins one with what the page knows."""
    project = read(district, FORGE + "  formular: ja\n")
    assert {way.name: way.url for way in ways(project)}["Ändern"] == (
        "../redaktion/index.html#/collections/ressourcen/entries/fahrradwerkstatt"
    )
    assert way_to_new(project.district.settings, Sichtbarkeit.team, sozialraeume="nordhang") == (
        "../redaktion/index.html#/collections/ressourcen/new?sozialraeume=nordhang"
    )


def test_forms_are_for_those_who_work_on_the_records(district: District):
    """Readers outside the authority are led into no form, and without a forge there is none."""
    outside = read(district, FORGE + "  formular: ja\n" + MAIL, "kooperation")
    district.add(RESSOURCE, "sichtbarkeit: oeffentlich")
    assert not any("redaktion/" in way.url for way in ways(outside))
    nowhere = read(district, "ablage: {plattform: keine, formular: ja}\n" + MAIL)
    assert not any("redaktion/" in way.url for way in ways(nowhere))
    address = draft_address(read(district, FORGE).district.settings)
    assert address.startswith("https://git.example.org/probe/new/main/records/ressourcen?filename=name-des-angebots.md")
    assert unquote(address).endswith(draft())
    assert draft() == (
        "---\ntitel:\nstatus: neu_entdeckt\nangelegt_am:\nkurz:\nsozialraeume: []\nthemen: []\n"
        "verantwortlich:\nart: []\nherkunft:\nformat:\nkosten:\n---\n"
    )
