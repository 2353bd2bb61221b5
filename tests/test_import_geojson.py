"""`sozialraum import geojson`: foreign data become records that the check accepts, and nothing is lost in silence."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from foreign_data import FIELDS, MAPPING, Workplace, sentences, with_fields
from hypothesis import given
from hypothesis import strategies as st
from sozialraum.diagnostics import Severity
from sozialraum.fields.geometry import Flaeche
from sozialraum.imports.objects import inner_point
from sozialraum.imports.plan import IMPORTS, carry_out
from sozialraum.load.entries import read_district


@pytest.fixture
def at(tmp_path: Path) -> Workplace:
    """An empty workplace."""
    return Workplace(tmp_path)


def point(lon: float, lat: float, **properties: object) -> dict[str, Any]:
    """Return a Feature at a place."""
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": properties}


def square(west: float, south: float, **properties: object) -> dict[str, Any]:
    """Return a Feature with an area of one hundredth of a degree."""
    east, north = round(west + 0.01, 6), round(south + 0.01, 6)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]}, "properties": properties}


def test_a_point_becomes_a_record(at: Workplace) -> None:
    """Properties become fields, in the order of the model; the day of the import is noted."""
    at.features(point(9.4333, 54.7892, name="Café Süd", places=12, phone="0461/3132978", zip=24939))
    more = """\
      kontakt.telefon: {eigenschaft: phone}
      ort.plz: {eigenschaft: zip}
      ort.koordinaten: {geometrie: punkt}
    text: |
      Platz für {places}.

      Telefax {fax}, das es nicht gibt.

      Noch nicht geprüft."""

    plan, found = at.plan(with_fields(more).replace("kurz: Ein Treff.", "kurz: {text: 'Treff mit {places} Plätzen.'}"))

    assert [each.path for each in plan.files] == ["ressourcen/cafe-sued.md"]
    assert plan.files[0].text == dedent("""\
        ---
        titel: Café Süd
        status: ungeprueft
        angelegt_am: 2026-06-30
        kurz: Treff mit 12 Plätzen.
        sozialraeume: [landkreisweit]
        themen: [begegnung]
        verantwortlich: team-land
        art: [infrastrukturell]
        herkunft: professionell
        format: treffpunkt
        ort:
          plz: 24939
          koordinaten: 54.789200, 9.433300
        kosten: unbekannt
        kontakt:
          telefon: 0461/3132978
        ---

        Platz für 12.

        Noch nicht geprüft.
        """)
    assert sentences(found) == ["Warnung zuordnung.yml: Eine Eigenschaft „fax“ hat kein einziges Objekt."]


def test_planning_writes_nothing(at: Workplace) -> None:
    """The plan is the dry run: it lists each file with its first lines, and the folder stays as it was."""
    at.features(point(9, 54, name="Café Süd"), point(9, 55, name="Café Nord"))

    plan, _found = at.plan(MAPPING)

    assert not at.root.exists()
    assert str(plan).startswith(
        "ressourcen/cafe-sued.md\n    titel: Café Süd\n    status: ungeprueft\n    angelegt_am: 2026-06-30\n"
        "ressourcen/cafe-nord.md\n    titel: Café Nord\n"
    )


def test_a_plan_is_carried_out_and_progress_is_told(at: Workplace) -> None:
    """Every file of the plan is written; after each, done and total are told."""
    at.features(point(9, 54, name="Café Süd"), point(9, 55, name="Café Nord"))
    plan, _found = at.plan(MAPPING)
    told: list[tuple[int, int]] = []

    written = carry_out(plan, at.root, lambda done, total: told.append((done, total)))

    assert written == [at.root / "ressourcen/cafe-sued.md", at.root / "ressourcen/cafe-nord.md"]
    assert [file.read_text("utf-8") for file in written] == [each.text for each in plan.files]
    assert told == [(1, 2), (2, 2)]


def test_a_file_that_appeared_meanwhile_is_left_alone(at: Workplace) -> None:
    """Nothing is ever overwritten, not even between plan and execution."""
    at.features(point(9, 54, name="Café Süd"))
    plan, _found = at.plan(MAPPING)
    at.record("ressourcen/cafe-sued.md", "von Hand\n")

    assert carry_out(plan, at.root, lambda _done, _total: None) == []
    assert (at.root / "ressourcen/cafe-sued.md").read_text("utf-8") == "von Hand\n"


def test_projected_coordinates_become_degrees(at: Workplace) -> None:
    """EPSG:25833 (UTM zone 33) is turned into latitude and longitude.

    Checked by hand: 15° E is the central meridian of zone 33, so the easting
    is 500,000 m; the meridian arc of GRS80 from the equator to 50° N is
    5,540,847.04 m, times the scale 0.9996 is 5,538,630.70 m.
    """
    at.features(point(500_000, 5_538_630.70, name="Schnittpunkt"))
    mapping = with_fields("      ort.koordinaten: {geometrie: punkt}").replace(
        "    felder:", "    epsg: 25833\n    felder:"
    )

    plan, found = at.plan(mapping)

    assert found == []
    assert "  koordinaten: 50.000000, 15.000000\n" in plan.files[0].text


@pytest.mark.parametrize(
    ("epsg", "message"),
    [
        (4326, "Fehler daten.geojson: Die Koordinaten (500000.0, 5538630.7) sind keine Grad."),
        (99999, "Fehler daten.geojson: Ein Koordinatensystem EPSG:99999 gibt es nicht."),
    ],
)
def test_the_wrong_coordinate_system_is_said_once(at: Workplace, epsg: int, message: str) -> None:
    """Metres taken for degrees, or a system nobody knows, stop the import with one sentence."""
    at.features(*(point(500_000, 5_538_630.70, name=f"Ort {number}") for number in range(3)))

    plan, found = at.plan(MAPPING.replace("    felder:", f"    epsg: {epsg}\n    felder:"))

    assert plan.files == ()
    assert sentences(found) == [message]


SPACES = """\
schritte:
  - art: sozialraeume
    quelle: raeume.geojson
    flaeche: ja
    felder:
      titel: {eigenschaft: AREA, muster: '\\d+ (.+)'}
      art: stadtteil
      kurz: Ein Stadtteil.
      team: team-land
      einwohner_ca: '5000'
      mittelpunkt: {geometrie: punkt}
    text: Ein Ort.
"""


def test_areas_become_sozialraeume_and_places_find_theirs(at: Workplace) -> None:
    """Polygons of a second file become Sozialräume with their area; points are assigned by where they lie."""
    at.features(square(9.40, 54.78, AREA="01 Altstadt"), square(9.41, 54.78, AREA="02 Neustadt"), name="raeume.geojson")
    at.features(point(9.405, 54.785, name="In der Altstadt"), point(9.415, 54.785, name="In der Neustadt"))
    rule = "sozialraeume: {geometrie: sozialraum}"
    mapping = SPACES + MAPPING.removeprefix("schritte:\n").replace("sozialraeume: [landkreisweit]", rule)

    plan, found = at.plan(mapping)

    assert found == []
    files = {each.path: each.text for each in plan.files}
    assert list(files) == [
        "sozialraeume/altstadt.md",
        "sozialraeume/altstadt.geojson",
        "sozialraeume/neustadt.md",
        "sozialraeume/neustadt.geojson",
        "ressourcen/in-der-altstadt.md",
        "ressourcen/in-der-neustadt.md",
    ]
    assert json.loads(files["sozialraeume/altstadt.geojson"]) == square(9.40, 54.78)["geometry"]
    assert "mittelpunkt: 54.785000, 9.405000\n" in files["sozialraeume/altstadt.md"]
    assert "sozialraeume: [altstadt]\n" in files["ressourcen/in-der-altstadt.md"]
    assert "sozialraeume: [neustadt]\n" in files["ressourcen/in-der-neustadt.md"]


def test_existing_areas_count_the_smallest_first(at: Workplace) -> None:
    """Areas of the district are used too; of two that contain a place, the smaller one is meant."""
    for name, coordinates in [
        ("stadt", [[9, 54], [10, 54], [10, 55], [9, 55]]),
        ("viertel", [[9.4, 54.7], [9.5, 54.7], [9.5, 54.8], [9.4, 54.8]]),
    ]:
        text = f"---\ntitel: {name.title()}\nangelegt_am: 2026-01-01\nart: stadtteil\nkurz: Ort.\nteam: t\neinwohner_ca: 9\n---\n"
        at.record(f"sozialraeume/{name}.md", text)
        (at.root / f"sozialraeume/{name}.geojson").write_text(
            json.dumps({"type": "Polygon", "coordinates": [coordinates]}), "utf-8"
        )
    at.features(point(9.45, 54.75, name="Innen"), point(9.1, 54.1, name="Außen"))

    plan, _found = at.plan(MAPPING.replace("sozialraeume: [landkreisweit]", "sozialraeume: {geometrie: sozialraum}"))

    assert "sozialraeume: [viertel]\n" in plan.files[0].text
    assert "sozialraeume: [stadt]\n" in plan.files[1].text


def test_a_place_that_contradicts_its_property_is_pointed_out(at: Workplace) -> None:
    """Where a property names another Sozialraum than the one around the point, or there is none, a Hinweis says so."""
    at.features(square(9.40, 54.78, AREA="01 Altstadt"), name="raeume.geojson")
    at.features(point(9.405, 54.785, name="Café", district="Neustadt"), point(1, 50, name="Fern", district="Altstadt"))
    rule = "sozialraeume: {geometrie: sozialraum, vergleich: district, sonst: landkreisweit}"
    mapping = SPACES + MAPPING.removeprefix("schritte:\n").replace("sozialraeume: [landkreisweit]", rule)

    plan, found = at.plan(mapping)

    assert sentences(found) == [
        "Hinweis daten.geojson: Objekt 1 („Café“): district nennt „Neustadt“, der Punkt liegt in „Altstadt“; es gilt der Punkt.",
        "Hinweis daten.geojson: Objekt 2 („Fern“): Der Punkt liegt in keinem Sozialraum.",
    ]
    assert "sozialraeume: [altstadt]\n" in plan.files[2].text


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("zugang_tipp: {eigenschaft: note}", "zugang_tipp: Hinten klingeln"),
        ("zugang_tipp: {eigenschaft: address.street}", "zugang_tipp: Am Markt"),
        ("zugang_tipp: {eigenschaften: [address.street, address.number]}", "zugang_tipp: Am Markt 7"),
        ("zugang_tipp: {eigenschaften: [address.street, empty, town], verbinden_mit: ','}", "zugang_tipp: Am Markt, Auenstadt"),
        ("zugang_tipp: {text: 'Im Haus {address.number}.'}", "zugang_tipp: Im Haus 7."),
        ("zugang_tipp: {text: 'Im Haus {empty}.'}", None),
        ("zugang_tipp: {text: 'Im Haus {empty}.', sonst: Fragen.}", "zugang_tipp: Fragen."),
        ("kosten: {eigenschaft: price, tabelle: {frei: kostenfrei}}", "kosten: kostenfrei"),
        ("kosten: {eigenschaft: town, tabelle: {frei: kostenfrei}, sonst: unbekannt}", "kosten: unbekannt"),
        ("kosten: {eigenschaft: price, uebersetzung: preise}", "kosten: kostenfrei"),
        ("angelegt_am: {eigenschaft: checked, datum: TT.MM.JJJJ}", "angelegt_am: 2026-02-03"),
        ("themen: {eigenschaft: tags, trennen: ';'}", "themen: [wohnen, sprache]"),
        ("themen: {eigenschaft: tags, trennen: ';', tabelle: {wohnen: arbeit}}", "themen: [arbeit, sprache]"),
        ("themen: {eigenschaft: list, trennen: ','}", "themen: [wohnen, sprache]"),
        ("ort.strasse: {eigenschaft: note, muster: '(\\w+) klingeln'}", "  strasse: Hinten"),
        ("traeger: {eigenschaft: town, als_kennung: ja}", "traeger: auenstadt"),
        ("zugangsvoraussetzung: {text: 'Kinderwagen: {pram}'}", 'zugangsvoraussetzung: "Kinderwagen: ja"'),
    ],
)  # fmt: skip
def test_how_a_value_is_made(at: Workplace, rule: str, line: str | None) -> None:
    """Property, joined properties, template, table, date, list, pattern, id: each rule makes its value."""
    properties = {
        "name": "Café",
        "note": "  Hinten klingeln ",
        "address": {"street": "Am Markt", "number": 7.0},
        "town": "Auenstadt",
        "empty": None,
        "price": "frei",
        "checked": "03.02.2026",
        "tags": "wohnen; sprache;wohnen",
        "list": ["wohnen", "sprache"],
        "pram": True,
    }
    at.features(point(9, 54, **properties))
    name = rule.split(":", maxsplit=1)[0]
    kept = "".join(each for each in FIELDS.splitlines(keepends=True) if not each.startswith(f"      {name}:"))
    mapping = (
        f"tabellen:\n  preise:\n    frei: kostenfrei\nschritte:\n  - art: ressourcen\n    felder:\n{kept}      {rule}\n"
    )

    plan, found = at.plan(mapping)

    assert found == []
    lines = plan.files[0].text.splitlines()
    assert [each for each in lines if each.strip().split(":")[0] == name.rsplit(".", maxsplit=1)[-1]] == (
        [line] if line else []
    )


def test_a_list_of_json_objects(at: Workplace) -> None:
    """Plain JSON works too: places come from properties, and only the wanted objects are taken."""
    objects = [
        {"name": "Fern", "address": {"town": "Kiel", "lat": 54.3, "lon": 10.1}},
        {"name": "Nah", "address": {"town": "Flensburg", "lat": 54.78, "lon": "9,43"}},
        {"name": "Ohne Ort", "address": {"town": "Flensburg"}},
    ]
    (at.folder / "liste.json").write_text(json.dumps(objects), "utf-8")
    source = "    nur: {address.town: Flensburg}\n    breite: address.lat\n    laenge: address.lon\n    felder:"

    plan, found = at.plan(
        with_fields("      ort.koordinaten: {geometrie: punkt}").replace("    felder:", source), "liste.json"
    )

    assert found == []
    assert [each.path for each in plan.files] == ["ressourcen/nah.md", "ressourcen/ohne-ort.md"]
    assert "  koordinaten: 54.780000, 9.430000\n" in plan.files[0].text
    assert "koordinaten" not in plan.files[1].text


def test_what_exists_is_recognised(at: Workplace) -> None:
    """The same id, or the same title within 100 m, is skipped and the other one named; 200 m away is another place.

    One thousandth of a degree of latitude is 111 m.
    """
    at.record("ressourcen/cafe-sued.md", "---\ntitel: Ganz anders\n---\n")
    at.record(
        "ressourcen/treff.md",
        "---\ntitel: Der Treff\nangelegt_am: 2026-01-01\nstatus: aktiv\nkurz: Ort.\nsozialraeume: [landkreisweit]\nthemen: [arbeit]\n"
        "verantwortlich: t\nart: [materiell]\nherkunft: lebensweltlich\nformat: verein\nkosten: gering\n"
        "ort:\n  koordinaten: 54.7000, 9.4000\n---\n",
    )
    at.record("vorhaben/laden.md", "---\ntitel: Laden\n---\n")
    at.features(
        point(9.4, 54.9, name="Café Süd"),
        point(9.4, 54.7005, name="DER TREFF", id="a"),
        point(9.4, 54.702, name="Der Treff", id="b"),
        point(9.4, 54.7024, name="Der Treff", id="c"),
        point(9.4, 54.6, name="Laden"),
    )
    mapping = with_fields("      ort.koordinaten: {geometrie: punkt}").replace(
        "    felder:", "    kennung: {eigenschaften: [name, id]}\n    felder:"
    )

    plan, found = at.plan(mapping)

    assert [each.path for each in plan.files] == ["ressourcen/der-treff-b.md"]
    assert sentences(found) == [
        "Warnung daten.geojson: Objekt 5 („Laden“): Nicht übernommen, die Kennung „laden“ ist vergeben: vorhaben/laden.md.",
        "Hinweis daten.geojson: Objekt 1 („Café Süd“): Nicht übernommen, gibt es schon: ressourcen/cafe-sued.md.",
        "Hinweis daten.geojson: Objekt 2 („DER TREFF“): Nicht übernommen, gibt es schon: ressourcen/treff.md.",
        "Hinweis daten.geojson: Objekt 4 („Der Treff“): Nicht übernommen, gibt es schon: ressourcen/der-treff-b.md.",
    ]


def test_importing_twice_adds_nothing(at: Workplace) -> None:
    """After an import the same import has nothing left to do, and nothing to say."""
    at.features(point(9, 54, name="Café Süd"), point(9, 55, name="Café Nord"))
    plan, _found = at.plan(MAPPING)
    carry_out(plan, at.root, lambda _done, _total: None)

    again, found = at.plan(MAPPING)

    assert again.files == ()
    assert found == []


def test_several_objects_may_mean_one_record(at: Workplace) -> None:
    """With `zusammenfassen`, equal ids are one record, and nothing needs to be said about it."""
    at.features(*(point(9, 54, name=name) for name in ["Verein e.V.", "Verein e. V.", "Stadt"]))

    plan, found = at.plan(MAPPING.replace("    felder:", "    zusammenfassen: ja\n    felder:"))

    assert found == []
    assert [each.path for each in plan.files] == ["ressourcen/verein-e-v.md", "ressourcen/stadt.md"]
    assert "titel: Verein e.V.\n" in plan.files[0].text


def test_signs_nobody_sees_do_not_come_along(at: Workplace) -> None:
    """Signs without width go without a trace, control characters leave a space."""
    at.features(point(9, 54, name="Begeg\u200bnungs\u2060café\u202eSüd"))

    plan, found = at.plan(MAPPING)

    assert found == []
    assert "titel: Begegnungscafé Süd\n" in plan.files[0].text


def test_titles_that_occur_twice_are_told_apart(at: Workplace) -> None:
    """With `titel_zusatz`, only titles that occur more than once get an addition."""
    features = [("Engelsby", "Weg 1", "a"), ("Engelsby", "Weg 2", "b"), ("Tarup", "Weg 3", "c")]
    at.features(*(point(9, 54, name=name, address=address, id=id_) for name, address, id_ in features))
    extra = "    kennung: {eigenschaft: id}\n    titel_zusatz: address\n    felder:"

    plan, _found = at.plan(MAPPING.replace("    felder:", extra))

    titles = [each.text.split("\n")[1] for each in plan.files]
    assert titles == ["titel: Engelsby (Weg 1)", "titel: Engelsby (Weg 2)", "titel: Tarup"]


def test_two_of_one_name_become_two_records(at: Workplace) -> None:
    """Where the id comes from the title, it has the addition too; importing again finds both."""
    at.features(point(9, 54, name="Kita", address="Weg 1"), point(9, 55, name="Kita", address="Weg 2"))
    mapping = MAPPING.replace("    felder:", "    titel_zusatz: address\n    felder:")

    assert at.bring_in(mapping) == []

    assert sorted(each.name for each in (at.root / "ressourcen").iterdir()) == ["kita-weg-1.md", "kita-weg-2.md"]
    plan, found = at.plan(mapping)
    assert (plan.files, found) == ((), [])


def test_a_record_keeps_its_name_when_a_second_one_comes(at: Workplace) -> None:
    """A list that grows changes no address: the record there is already keeps its id, wherever it stands in the list."""
    mapping = with_fields("      ort.strasse: {eigenschaft: address}")
    mapping = mapping.replace("    felder:", "    titel_zusatz: address\n    felder:")
    first = point(9, 54, name="Kita", address="Weg 1")
    at.features(first)
    at.bring_in(mapping)
    at.features(point(9, 55, name="Kita", address="Weg 2"), first)

    assert at.bring_in(mapping) == []

    assert sorted(each.name for each in (at.root / "ressourcen").iterdir()) == ["kita-weg-2.md", "kita.md"]
    assert "titel: Kita (Weg 1)\n" in (at.root / "ressourcen/kita.md").read_text("utf-8")


def test_malformed_values_are_said_and_the_rest_goes_on(at: Workplace) -> None:
    """Object, property, value and what was done are named; only that value is left out, hours stay as text."""
    at.features(
        point(9, 54, name="Café", phone="12", hours="immer mal", tags="wohnen;wonen", checked="31.02.2026"),
        point(9, 55, name="Treff", phone="0461/3132978", hours="Di 14:00-17:00", tags="wohnen", checked="28.02.2026"),
    )
    more = """\
      kontakt.telefon: {eigenschaft: phone}
      zeiten: {eigenschaft: hours}
      angelegt_am: {eigenschaft: checked, datum: TT.MM.JJJJ}"""
    mapping = with_fields(more).replace("themen: [begegnung]", "themen: {eigenschaft: tags, trennen: ';'}")

    plan, found = at.plan(mapping)

    assert [each.path for each in plan.files] == ["ressourcen/cafe.md", "ressourcen/treff.md"]
    assert "themen: [wohnen]\n" in plan.files[0].text
    assert not any(name in plan.files[0].text for name in ("telefon", "zeiten:"))
    assert "zeiten_hinweis: immer mal\n" in plan.files[0].text
    assert "  telefon: 0461/3132978\n" in plan.files[1].text
    said = {each.message.split(": ")[1]: each for each in found}
    assert set(said) == {"phone", "hours", "tags", "checked"}
    assert said["phone"].message == "Objekt 1 („Café“): phone: „12“ ist keine gültige Telefonnummer."
    assert said["phone"].remedy.startswith("Die Angabe kontakt.telefon wird nicht übernommen;")
    assert said["checked"].message == "Objekt 1 („Café“): checked: „31.02.2026“ ist kein Datum der Form TT.MM.JJJJ."
    assert (
        said["tags"].message
        == "Objekt 1 („Café“): tags: „wonen“ steht nicht im Vokabular themen. Meinten Sie „wohnen“?"
    )
    assert said["hours"].message == ("Objekt 1 („Café“): hours: „immer mal“ lässt sich nicht sicher als Zeiten lesen.")
    assert said.pop("hours").severity is Severity.HINWEIS
    assert {each.severity for each in said.values()} == {Severity.WARNUNG}


def test_a_value_in_place_of_a_malformed_one(at: Workplace) -> None:
    """Where the rule says what counts otherwise, that is taken, and said."""
    at.features(point(9, 54, name="Café", price="zwölf"))

    plan, found = at.plan(
        MAPPING.replace("kosten: unbekannt", "kosten: {eigenschaft: price, muster: '\\d+', sonst: kostenpflichtig}")
    )

    assert "kosten: kostenpflichtig\n" in plan.files[0].text
    assert [each.remedy.split(";")[0] for each in found] == ["kosten ist stattdessen „kostenpflichtig“"]


def test_an_object_without_a_required_value_is_left_out(at: Workplace) -> None:
    """What cannot become a valid record is not written, and it is said why."""
    at.features(point(9, 54, name=None), point(9, 55, name="Treff"))

    plan, found = at.plan(MAPPING)

    assert [each.path for each in plan.files] == ["ressourcen/treff.md"]
    assert sentences(found) == ["Warnung daten.geojson: Objekt 1: Nicht übernommen. Die Angabe „titel“ fehlt."]


def test_a_required_value_that_cannot_be_used_is_one_mistake(at: Workplace) -> None:
    """Whether the kind of the field or the table of the mapping refuses it, the value is told, and what follows from it."""
    at.features(point(9, 54, name="Café", price="unsinn", kind="x"))
    for rule in ("{eigenschaft: price}", "{eigenschaft: price, tabelle: {a: gering}}"):
        plan, found = at.plan(MAPPING.replace("kosten: unbekannt", f"kosten: {rule}"))

        assert plan.files == ()
        (said,) = found
        assert (said.code, said.severity) == ("import_wert", Severity.WARNUNG)
        assert "„unsinn“" in said.message
        assert said.remedy == (
            "Nicht übernommen, denn die Angabe kosten wird gebraucht; "
            "in der Quelle berichtigen oder in der Zuordnung übersetzen."
        )


PERSON = """\
schritte:
  - art: schluesselpersonen
    felder:
      titel: {eigenschaft: name}
      funktion: Übungsleiterin
      rollen: [tueroeffner]
      sozialraeume: [landkreisweit]
      kennt_sich_aus_mit: [begegnung]
      verantwortlich: team-land
      anzeige: nur_funktion
      einwilligung.status: {eigenschaft: said}
      einwilligung.am: {eigenschaft: day}
"""


@pytest.mark.parametrize("rule", ["{eigenschaft: said}", "{eigenschaft: said, muster: erteilt}"])
@pytest.mark.parametrize(
    ("day", "records", "remedy"),
    [
        ("2026-05-12", 0, "Nicht übernommen, denn die Angabe einwilligung.status wird gebraucht"),
        (None, 1, "Die Angabe einwilligung.status wird nicht übernommen"),
    ],
)
def test_a_needed_value_of_a_group_is_one_mistake(
    at: Workplace, rule: str, day: str | None, records: int, remedy: str
) -> None:
    """What a group cannot do without is told once where it cannot be used; where nothing else is in the group, it goes alone."""
    at.features(point(9, 54, name="Die vom Sport", said="unsinn", day=day), point(9, 54, day="2026-05-12"))

    plan, found = at.plan(PERSON.replace("{eigenschaft: said}", rule))

    assert len(plan.files) == records
    assert [each.remedy.split(";")[0] for each in found if each.code == "import_wert"] == [remedy]
    assert sum(each.code == "import_unvollstaendig" for each in found) == 1, "only the one without a name"


def test_a_broken_geometry_costs_only_the_place(at: Workplace) -> None:
    """Objects with half a point, a line or nonsense are taken over without a place."""
    geometries: list[Any] = [
        {"type": "Point", "coordinates": [10**400, 54]},
        {"type": "Point", "coordinates": [9]},
        {"type": "LineString", "coordinates": [[9, 54], [9, 55]]},
        {"type": "Polygon", "coordinates": []},
        {"type": "Point", "coordinates": ["a", "b"]},
        "daneben",
    ]
    at.features(
        *(
            {"type": "Feature", "geometry": each, "properties": {"name": f"Ort {number}"}}
            for number, each in enumerate(geometries)
        )
    )

    plan, found = at.plan(with_fields("      ort.koordinaten: {geometrie: punkt}"))

    assert len(plan.files) == len(geometries)
    assert not any("koordinaten" in each.text for each in plan.files)
    assert [each.code for each in found] == ["import_geometrie"] * len(geometries)


def test_a_fixed_record_needs_no_data(at: Workplace) -> None:
    """A step without a source makes one record from constants, for example the team everyone refers to."""
    at.features(point(9, 54, name="Treff"))
    mapping = """\
schritte:
  - art: teams
    quelle: keine
    kennung: team-land
    felder:
      titel: Team Land
      sozialraeume: [landkreisweit]
      sitzungsrhythmus: monatlich
"""

    plan, found = at.plan(mapping)

    assert found == []
    assert [each.path for each in plan.files] == ["teams/team-land.md"]


def test_settings_come_along_where_there_are_none(at: Workplace) -> None:
    """A mapping may bring handbuch.yml; existing settings stay."""
    at.features(point(9, 54, name="Treff"))
    (at.folder / "einstellungen.yml").write_text("name: X\ngebiet: X\nbundesland: SH\n", "utf-8")

    plan, _found = at.plan("handbuch: einstellungen.yml\n" + MAPPING)
    assert [each.path for each in plan.files] == ["handbuch.yml", "ressourcen/treff.md"]

    at.root.mkdir()
    (at.root / "handbuch.yml").write_text("name: Y\ngebiet: Y\nbundesland: SH\n", "utf-8")
    assert [each.path for each in at.plan("handbuch: einstellungen.yml\n" + MAPPING)[0].files] == [
        "ressourcen/treff.md"
    ]


@pytest.mark.parametrize(
    ("mapping", "place", "message"),
    [
        ("schritte: {}\n", "zuordnung.yml:1:11", "„schritte“ ist eine Liste."),
        (MAPPING.replace("ressourcen", "resourcen"), "zuordnung.yml:2:10", "Eine Eintragsart „resourcen“ gibt es nicht."),
        (MAPPING.replace("    felder", "    feld"), "zuordnung.yml:3:5", "Die Angabe „feld“ gibt es hier nicht."),
        (MAPPING.replace("eigenschaft:", "eigenshaft:"), "zuordnung.yml:4:15", "Die Angabe „eigenshaft“ gibt es hier nicht."),
        (MAPPING.replace("kosten:", "kostn:"), "zuordnung.yml:13:14", "Die Angabe „kostn“ gibt es in ressourcen nicht."),
        (MAPPING.replace("      kosten: unbekannt\n", ""), "zuordnung.yml:4:7", "Für ressourcen fehlt die Angabe „kosten“."),
        (MAPPING.replace("treffpunkt", "trefpunkt"), "zuordnung.yml:12:15", "„trefpunkt“ steht nicht im Vokabular formate."),
        (MAPPING.replace("unbekannt", "umsonst"), "zuordnung.yml:13:15", "„umsonst“ steht bei „kosten“ nicht zur Wahl."),
        (MAPPING.replace("{eigenschaft: name}", "{sonst: x}"), "zuordnung.yml:4:14", "Die Regel sagt nicht eindeutig, woher der Wert kommt."),
        (MAPPING.replace("name}", "name, muster: '('}"), "zuordnung.yml:4:14", "Das Muster „(“ ist nicht zu lesen"),
        (MAPPING.replace("name}", "name, uebersetzung: x}"), "zuordnung.yml:4:14", "Eine Tabelle „x“ gibt es unter tabellen nicht."),
        (MAPPING.replace("    felder", "    flaeche: ja\n    felder"), "zuordnung.yml:3:14", "Eine Fläche hat nur ein Sozialraum."),
        ("\tschritte: []\n", "zuordnung.yml:1:1", "Hier steht ein Tabulator."),
    ],
)  # fmt: skip
def test_a_wrong_mapping_is_said_once_and_nothing_is_planned(
    at: Workplace, mapping: str, place: str, message: str
) -> None:
    """A mistake in the mapping is one Fehler at its place, however many objects there are."""
    at.features(*(point(9, 54, name=f"Ort {number}", id=number) for number in range(3)))

    plan, found = at.plan(mapping)

    assert plan.files == ()
    first = next(each for each in found if each.message.startswith(message))
    assert (str(first.span), first.severity) == (place, Severity.FEHLER)
    assert sum(each.message.startswith(message) for each in found) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "lässt sich nicht öffnen (die Datei gibt es nicht)."),
        (b"{", "Die Datei ist kein gültiges JSON."),
        (b"\xff\xfe", "Die Datei ist nicht als UTF-8 gespeichert."),
        (b'{"type": "Feature"}', "Die Datei enthält keine Liste von Objekten."),
        (b"[1, 2]", "Die Datei enthält keine Liste von Objekten."),
        (b"[" * 100_000, "Die Datei enthält keine Liste von Objekten."),
        (b'[{"type": "Feature", "properties": [1]}]', "Die Eigenschaften (properties) von Objekt 1 sind keine Gruppe"),
        (b'[{"a": 1}, {"type": "Feature", "properties": "x"}]', "(properties) von Objekt 2 sind keine Gruppe"),
        (b'[{"a": ' + b"9" * 5_000 + b"}]", "eine Zahl mit mehreren Tausend Stellen"),
    ],
)
def test_unreadable_data_are_said(at: Workplace, content: bytes | None, message: str) -> None:
    """Data that cannot be read are a Fehler in German, never a traceback."""
    if content is not None:
        (at.folder / "daten.geojson").write_bytes(content)

    plan, found = at.plan(MAPPING)

    assert plan.files == ()
    assert [each.code for each in found] == ["import_quelle"]
    assert message in found[0].message


def test_the_middle_of_a_crescent_lies_inside() -> None:
    """The centroid of a U lies between its arms; the point that is used lies in one of them."""
    ring = ((0.0, 0.0), (3.0, 0.0), (3.0, 3.0), (2.0, 3.0), (2.0, 1.0), (1.0, 1.0), (1.0, 3.0), (0.0, 3.0), (0.0, 0.0))
    area = Flaeche(((ring,),))

    assert not area.contains(area.middle())
    assert area.contains(inner_point(area))


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(("name", "phone", "geometry", "tags"), JSON_VALUES)), max_size=4))
def test_whatever_the_data_say_the_records_are_valid(rows: list[dict[str, Any]]) -> None:
    """No data make the import fail, and whatever it writes is read back without a Fehler."""
    with tempfile.TemporaryDirectory() as folder:
        at = Workplace(Path(folder))
        at.features(*({"type": "Feature", "geometry": row.pop("geometry"), "properties": row} for row in rows))
        more = "      kontakt.telefon: {eigenschaft: phone}\n      ort.koordinaten: {geometrie: punkt}"
        mapping = with_fields(more).replace(
            "themen: [begegnung]", "themen: {eigenschaft: tags, trennen: ',', sonst: arbeit}"
        )

        plan, _found = at.plan(mapping)
        carry_out(plan, at.root, lambda _done, _total: None)

        if at.root.exists():
            fehler = [each for each in read_district(at.root)[1] if each.severity is Severity.FEHLER]
            assert [each.code for each in fehler] == ["handbuch_fehlt"]


def test_the_formats_are_a_table() -> None:
    """The command offers what the table names."""
    assert list(IMPORTS) == ["geojson", "csv", "xlsx"]
