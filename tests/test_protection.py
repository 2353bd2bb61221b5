"""Where people have brought themselves into safety stands in no build."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from districts import District, found
from site_builds import Handbook, copy_of_sample
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.project import read

RESSOURCE = "ressourcen/fahrradwerkstatt.md"

PLACE = """\
ort:
  name: Kanarienhaus
  strasse: Kanarienstieg 9
  plz: "00987"
  ort: Kanarienstadt
  beschreibung: hinter der Kanarienhecke
  koordinaten: 54.3191919, 9.4292929
"""
WAY = """\
erreichbarkeit:
  haltestelle: Kanarienplatz
  weg: am Kanariensee entlang
  digital: ja
"""
TRACES = (b"anarien", b"00987", b"54.319", b"9.429", b"5431919", b"942929", b"54,319")
"""What of the place could be found in a file, also as data holds coordinates."""


def with_shelters(base: Path) -> Handbook:
    """The sample district, with a place in each of its two records about protection against violence."""
    handbook = copy_of_sample(base)
    organisation = "records/organisationen/frauen-beraten-auental.md"
    resource = "records/ressourcen/frauenberatungsstelle-auental.md"
    text = (handbook.base / organisation).read_text("utf-8")
    assert "gewaltschutz" in text
    handbook.write(organisation, text.replace("\n---\n", f"\n{PLACE}---\n", 1))
    text = (handbook.base / resource).read_text("utf-8").replace("erreichbarkeit:\n  digital: ja\n", WAY)
    handbook.write(resource, text.replace("\n---\n", f"\n{PLACE}---\n", 1))
    return handbook


@pytest.mark.parametrize("audience", list(Sichtbarkeit))
def test_no_file_of_any_build_says_where_a_shelter_is(tmp_path: Path, audience: Sichtbarkeit) -> None:
    """Even a build despite the error holds neither address nor coordinates nor way, in no file, for no audience."""
    handbook = with_shelters(tmp_path)
    code, said = handbook.build(audience=audience, despite_errors=True)
    assert code == 0, said
    traces = {
        name: trace for name in handbook.files() for trace in TRACES if trace in (handbook.site / name).read_bytes()
    }
    assert traces == {}


def test_a_build_with_a_shelters_place_is_refused(tmp_path: Path) -> None:
    """Both records are Fehler, and nothing is published."""
    handbook = with_shelters(tmp_path)
    code, said = handbook.build()
    assert code == 1
    assert said.count("schutzort_mit_adresse") == 4
    assert not handbook.site.exists()


def test_the_rest_of_the_record_stays(district: District) -> None:
    """Only the place is taken away: contact, hours and what can be done from home stay, and so do other records."""
    district.replace(RESSOURCE, "[mobilitaet]", "[gewaltschutz]")
    district.add(RESSOURCE, PLACE + WAY)
    project = read(district.records, date(2026, 6, 30), Sichtbarkeit.team)
    (shelter,) = [entry for entry in project.district.entries if entry.id == "fahrradwerkstatt"]
    assert shelter.record.ort is None
    assert shelter.record.erreichbarkeit.model_dump(exclude_none=True) == {"digital": "ja"}
    assert shelter.document.front == ""
    assert [entry.document.front == "" for entry in project.district.entries].count(True) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Wir sitzen im Lindenweg 4.",
        "Am Alten Markt, Große Straße 12, zweiter Hof.",
        "Post an 01067 Auenstadt.",
        "Zu finden bei 54.3191, 9.4292.",
        "In der Bahnhofstr. 7 klingeln.",
    ],
)
def test_an_address_in_the_text(text: str, district: District) -> None:
    """An address is found in the free text and in every line of the record."""
    district.replace(RESSOURCE, "[mobilitaet]", "[gewaltschutz]")
    district.add(RESSOURCE, f"zeiten_hinweis: {text}")
    assert [each.split(": ")[1] for each in found(district.check())] == ["schutzort_im_text"]


@pytest.mark.parametrize(
    "text",
    [
        "Das Hilfetelefon 116 016 ist immer da.",
        "Wir begleiten auf dem Weg zu Amt und Gericht.",
        "Seit 2019 gibt es 12 Plätze.",
        "Treffpunkt nach Absprache, 069 90009310.",
    ],
)
def test_what_is_no_address(text: str, district: District) -> None:
    """Telephone numbers, years and ways in another sense are no address."""
    district.replace(RESSOURCE, "[mobilitaet]", "[gewaltschutz]")
    district.add(RESSOURCE, f"zeiten_hinweis: {text}")
    assert found(district.check()) == []
