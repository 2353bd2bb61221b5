"""Everything around the records: settings, vocabulary, areas; and the work shared between processes."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from districts import RESSOURCE, District, found
from sozialraum import sharing
from sozialraum.diagnostics import Severity
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.fields.geometry import Flaeche
from sozialraum.load import entries
from sozialraum.load.entries import read_district
from sozialraum.model.handbuch import Bundesland
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.vocabulary import VOCABULARIES, Wort, default_vocabulary

SAMPLE = Path(__file__).parents[1] / "records"
AREA = '{"type": "Polygon", "coordinates": [[[9, 54], [10, 54], [10, 55], [9, 55], [9, 54]]]}'


# Settings.


def test_settings(district: District) -> None:
    """Name, area and Land are enough; the rest has careful defaults."""
    settings = read_district(district.records)[0].settings
    assert (settings.name, settings.bundesland) == ("Sozialraum-Handbuch Probe", Bundesland.SH)
    assert settings.ausgabe is Sichtbarkeit.jobcenter
    assert settings.pruefintervalle.ressourcen == 12


@pytest.mark.parametrize(
    ("old", "new", "place_and_code"),
    [
        ("bundesland: SH", "bundesland: Schleswig-Holstein", ":3:13: wort_nicht_in_auswahl"),
        ("bundesland: SH\n", "", ":1:1: pflichtangabe_fehlt"),
        ("bundesland: SH", "bundesland: SH\nkennwort: x", ":4:1: unbekannter_schluessel"),
        ("bundesland: SH", "bundesland: SH\npruefintervalle: {ressourcen: 0}", ":4:31: keine_zahl"),
        ("bundesland: SH", "bundesland: SH\nablage: gitlab", ":4:9: keine_gruppe"),
        ("name: Sozialraum-Handbuch Probe", "name: [", ":1:7: yaml_schreibweise"),
    ],
)
def test_wrong_settings(old: str, new: str, place_and_code: str, district: District) -> None:
    """Settings are checked like records, and records are read all the same."""
    district.replace("handbuch.yml", old, new)
    read, diagnostics = read_district(district.records)
    assert found(diagnostics) == [f"records/handbuch.yml{place_and_code}"]
    assert len(read.entries) == 3


@pytest.mark.parametrize("text", ["", "name: A\ngebiet: B\nbundesland: SH\nausgabe: team\nbundeslnd: SH\n"])
def test_unknown_settings_are_for_those_who_may_see_least(text: str, district: District) -> None:
    """Where the settings cannot be read, whoever names no audience gets what everyone may see."""
    district.write("handbuch.yml", text)
    assert district.read().audience is Sichtbarkeit.oeffentlich


def test_a_land_by_its_name(district: District) -> None:
    """Who writes the name of a Land is told its two letters."""
    district.replace("handbuch.yml", "SH", "Schleswig-Holstein")
    assert district.check()[0].remedy.startswith("Meinten Sie „SH“? ")


def test_the_settings_decide_for_whom(district: District) -> None:
    """Without a word about it a build is for the audience the settings name."""
    district.write("handbuch.yml", "name: A\ngebiet: B\nbundesland: SH\nausgabe: kooperation\n")
    assert district.read().audience is Sichtbarkeit.kooperation
    assert district.read(Sichtbarkeit.team).audience is Sichtbarkeit.team


# Vocabulary.


def test_own_words(district: District) -> None:
    """A district's words are laid over the default ones by key; new ones come last."""
    district.write(
        "vokabular/themen.yml", "mobilitaet: {name: Unterwegs}\nleerstand: {name: Leerstand, umfasst: Läden}\n"
    )
    district.replace(RESSOURCE, "[mobilitaet]", "[mobilitaet, leerstand]")

    read, diagnostics = read_district(district.records)

    themen = read.vokabular.woerter["themen"]
    assert diagnostics == []
    assert themen["mobilitaet"] == Wort("mobilitaet", "Unterwegs")
    assert list(themen)[-1] == "leerstand"
    assert read.vokabular.name("themen", "leerstand") == "Leerstand"
    assert read.vokabular.name("formate", "leerstand") == "leerstand"
    assert list(themen)[:-1] == list(default_vocabulary().woerter["themen"])


@pytest.mark.parametrize(
    ("path", "text", "place_and_code"),
    [
        ("themen.yml", "a: Wort", "themen.yml:1:1: vokabular_fehlerhaft"),
        ("themen.yml", "a: {umfasst: x}", "themen.yml:1:1: vokabular_fehlerhaft"),
        ("themen.yml", "a: {name: [x]}", "themen.yml:1:1: vokabular_fehlerhaft"),
        ("themen.yml", "a: {name: x, umfasst: [x]}", "themen.yml:1:1: vokabular_fehlerhaft"),
        ("themen.yml", "b: {name: x}\na: {name: x, farbe: rot}", "themen.yml:2:1: vokabular_fehlerhaft"),
        ("themen.yml", "../../index: {name: x}", "themen.yml:1:1: vokabular_fehlerhaft"),
        ("themen.yml", "Leer Stand: {name: x}", "themen.yml:1:1: vokabular_fehlerhaft"),
        ("themen.yml", 'a: {name: "a\\u202eb"}', "themen.yml:1:1: vokabular_fehlerhaft"),
        ("themen.yml", "a: {name: x}\na: {name: y}", "themen.yml:2:1: doppelter_schluessel"),
        ("themen.yml", "- a", "themen.yml:1:1: kopf_ohne_angaben"),
        ("themen.yml", "", "themen.yml: datei_leer"),
        ("farben.yml", "rot: {name: Rot}", "farben.yml: vokabular_fehlerhaft"),
        ("themen.yaml", "a: {name: x}", "themen.yaml: vokabular_fehlerhaft"),
        ("Themen.yml", "a: {name: x}", "Themen.yml: vokabular_fehlerhaft"),
        ("themen.yml.txt", "a: {name: x}", "themen.yml.txt: vokabular_fehlerhaft"),
        ("synonyme.txt", "a: {name: x}", "synonyme.txt: vokabular_fehlerhaft"),
    ],
)
def test_wrong_words(path: str, text: str, place_and_code: str, district: District) -> None:
    """A vocabulary that says something else than words with names is named, and the default words stay."""
    district.write(f"vokabular/{path}", text)
    assert found(district.check()) == [f"records/vokabular/{place_and_code}"]


def test_a_vocabulary_under_a_wrong_name_makes_no_word_unknown(district: District) -> None:
    """A file whose name only ends wrongly is to be renamed, and its words are not called unknown meanwhile."""
    district.write("vokabular/themen.yaml", "leerstand: {name: Leerstand}\n")
    district.write("vokabular/notizen.txt", "Wer hat die Wörter zusammengestellt?\n")
    district.replace(RESSOURCE, "[mobilitaet]", "[mobilitaet, leerstand]")
    (told,) = district.check()
    assert (told.message, told.remedy) == ("„themen.yaml“ wird nicht gelesen.", "Umbenennen in themen.yml.")


def test_a_broken_vocabulary_makes_no_word_unknown(district: District) -> None:
    """Where a vocabulary has an error, only that is said, not that the words it alone knows do not exist."""
    district.write("vokabular/themen.yml", "leerstand: {name: Leerstand\n")
    district.replace(RESSOURCE, "[mobilitaet]", "[mobilitaet, leerstand]")
    assert {each.span.path for each in district.check()} == {"records/vokabular/themen.yml"}
    district.write("vokabular/themen.yml", "anderes: {name: Anderes}\n")
    assert [each.code for each in district.check()] == ["unbekanntes_wort"]


def test_default_words() -> None:
    """The words every district starts with are themselves a right vocabulary, in all three of its parts."""
    for name in VOCABULARIES:
        words = default_vocabulary().woerter[name]
        assert len(words) >= 10
        assert all(word.code == code and word.name for code, word in words.items())
        assert len({word.name for word in words.values()}) == len(words)


# Areas.


def test_area_beside_its_record(district: District) -> None:
    """A GeoJSON file beside a Sozialraum is its area, under the same name."""
    district.write("sozialraeume/nordhang.geojson", AREA)
    read, diagnostics = read_district(district.records)
    ((entry, _raum),) = read.of_type(Sozialraum)
    ring = ((9.0, 54.0), (10.0, 54.0), (10.0, 55.0), (9.0, 55.0), (9.0, 54.0))
    assert diagnostics == []
    assert entry.flaeche == Flaeche(((ring,),))


def test_area_without_a_record(district: District) -> None:
    """An area nobody refers to is named; one beside a broken record is not."""
    district.write("sozialraeume/suedhang.geojson", AREA)
    assert found(district.check()) == ["records/sozialraeume/suedhang.geojson: fremde_datei"]
    district.write("sozialraeume/suedhang.md", "")
    assert found(district.check()) == ["records/sozialraeume/suedhang.md: datei_leer"]


# Processes.


@pytest.mark.parametrize("root", ["sample", "broken"])
def test_two_processes(root: str, district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes read the same records and find the same mistakes as one."""
    if root == "broken":
        for number in range(9):
            district.write(f"teams/team-{number}.md", f"---\ntitel: Team {number}\nfalsch: x\n---\n")
    folder = SAMPLE if root == "sample" else district.records
    alone = read_district(folder)

    monkeypatch.setattr(entries, "WORTH_A_PROCESS", 1)
    pools: list[int] = []
    pool = sharing.ProcessPoolExecutor
    monkeypatch.setattr(sharing, "ProcessPoolExecutor", lambda count, *how: (pools.append(count), pool(count, *how))[1])
    monkeypatch.setattr(entries, "SHARE", 3)

    assert read_district(folder, processes=2) == alone
    assert pools == [1], "one process beside the one that asks"


def test_few_records_need_one_process(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below the number of records that pay for it, no process is started."""
    monkeypatch.setattr(sharing, "ProcessPoolExecutor", None)
    assert len(read_district(district.records, processes=2)[0].entries) == 3


def test_the_collector_is_as_before(district: District) -> None:
    """Reading leaves the garbage collector as it was, on or off."""
    for state in (gc.enable, gc.disable, gc.enable):
        state()
        before = gc.isenabled()
        read_district(district.records)
        assert gc.isenabled() is before


def test_diagnostics_come_in_order(district: District) -> None:
    """Diagnostics come file by file and line by line, the heavier first, and none twice."""
    district.write("teams/b.md", "---\ntitel: B\nfalsch: x\n---\n")
    district.write("teams/a.md", "")
    district.replace(RESSOURCE, "2026-05-12", "2026-13-12")
    diagnostics = district.check()
    keys = [(each.span.path, each.span.line, each.span.column) for each in diagnostics]
    assert keys == sorted(keys)
    assert [each.span.path.rsplit("/", 1)[1] for each in diagnostics][:2] == ["fahrradwerkstatt.md", "a.md"]
    assert all(each.severity is Severity.FEHLER for each in diagnostics)
    assert len(set(diagnostics)) == len(diagnostics)
