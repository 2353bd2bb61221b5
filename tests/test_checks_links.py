"""Links and places: what leads nowhere, to the wrong thing, or off the map."""

from __future__ import annotations

import pytest
from districts import RESSOURCE, District, found

SQUARE = '{"type": "Polygon", "coordinates": [[[9, 54], [10, 54], [10, 55], [9, 55], [9, 54]]]}'
EAST = '{"type": "Polygon", "coordinates": [[[10, 54], [11, 54], [11, 55], [10, 55], [10, 54]]]}'
VEREIN = """\
---
titel: Schrauberverein
angelegt_am: 2026-01-15
art: verein
kurz: Ein Verein für alle, die gern schrauben.
sozialraeume: [nordhang]
verantwortlich: team-nord
---
"""


def second_place(district: District, raeume: str = "[nordhang, suedhang]") -> None:
    """Add a second Sozialraum to the district and let the Ressource name `raeume`."""
    text = (district.records / "sozialraeume/nordhang.md").read_text("utf-8")
    district.write("sozialraeume/suedhang.md", text.replace("titel: Nordhang", "titel: Südhang"))
    district.replace("teams/team-nord.md", "[nordhang]", "landkreisweit".join("[]"))
    district.replace(RESSOURCE, "sozialraeume: [nordhang]", f"sozialraeume: {raeume}")


# Links in fields and in the text.


def test_the_nearest_record_is_proposed(district: District) -> None:
    """A link that leads nowhere comes with the nearest id in the folders it may point into."""
    district.write("organisationen/team-nort.md", VEREIN)
    district.replace(RESSOURCE, "verantwortlich: team-nord", "verantwortlich: team-nort2")
    (diagnostic,) = district.check()
    assert diagnostic.remedy == "Meinten Sie „team-nord“?"


@pytest.mark.parametrize(
    ("line", "place", "remedy"),
    [
        ("traeger: xyzzy", "16:10", "Die Kennung ist der Dateiname ohne .md in organisationen/."),
        ("schluesselpersonen: [xyzzy]", "16:22", "Die Kennung ist der Dateiname ohne .md in schluesselpersonen/."),
        (
            "kontakte: [{datum: 2026-05-01, art: pflege, durch: xyzzy}]",
            "16:52",
            "Die Kennung ist der Dateiname ohne .md in teams/.",
        ),
    ],
)
def test_a_link_into_nothing(line: str, place: str, remedy: str, district: District) -> None:
    """Where nothing is near, the remedy says what an id is and in which folder; also deep inside groups."""
    district.add(RESSOURCE, line)
    (diagnostic,) = district.check()
    assert found([diagnostic]) == [f"records/{RESSOURCE}:{place}: verweis_ins_leere"]
    assert diagnostic.remedy == remedy


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("alle", "verweis_ins_leere"),
        ("ueberall", "verweis_ins_leere"),
        ("landkreis", "verweis_ins_leere"),
        ("überall", "keine_kennung"),
        ("alle Orte", "keine_kennung"),
        ("Im ganzen Landkreis", "keine_kennung"),
    ],
)
def test_all_places_by_another_word(written: str, code: str, district: District) -> None:
    """Who writes in other words that something is there for all places learns the word for it; elsewhere it means nothing."""
    district.replace(RESSOURCE, "sozialraeume: [nordhang]", f"sozialraeume: [{written}]")
    district.add(RESSOURCE, f"traeger: {written}")
    place, elsewhere = district.check()
    assert (place.code, elsewhere.code) == (code, code)
    assert place.remedy == "Für alle Orte steht das Wort landkreisweit."
    assert "landkreisweit" not in elsewhere.remedy


def test_a_link_in_the_text(district: District) -> None:
    """In a text the place is the link itself, as long as it is; each one is named."""
    district.replace(RESSOURCE, "Wer schrauben kann", "Wer [[xyzzy|anderswo]] und [[nordhang]] oder\n[[xyzzy]] kann")
    diagnostics = district.check()
    assert found(diagnostics) == [
        f"records/{RESSOURCE}:18:5: textverweis_ins_leere",
        f"records/{RESSOURCE}:19:1: textverweis_ins_leere",
    ]
    assert diagnostics[1].span.length == len("[[xyzzy]]")
    assert diagnostics[1].remedy == "Die Kennung ist der Dateiname ohne .md."


def test_what_is_no_link(district: District) -> None:
    """Brackets around something that is no id are just brackets."""
    district.replace(RESSOURCE, "Wer schrauben kann", "Wer [[Kein Link]] und [[]] und [[a|b]c]] und [x] kann")
    assert found(district.check()) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("traeger: team-nord", "„team-nord“ ist ein Team, hier wird eine Organisation erwartet."),
        ("schluesselpersonen: [nordhang]", "„nordhang“ ist ein Sozialraum, hier wird eine Schlüsselperson erwartet."),
    ],
)
def test_the_wrong_kind(line: str, message: str, district: District) -> None:
    """A link to the wrong kind of record says what it is and what is wanted."""
    district.add(RESSOURCE, line)
    (diagnostic,) = district.check()
    assert (diagnostic.code, diagnostic.message) == ("verweis_falsche_art", message)


def test_what_is_over(district: District) -> None:
    """A link to what is over is named, in a field and in a text, unless its own record is over as well."""
    district.write("organisationen/verein.md", VEREIN.replace("art: verein", "art: verein\nstatus: beendet"))
    district.add(RESSOURCE, "traeger: verein")
    district.replace(RESSOURCE, "Wer schrauben", "Vom [[verein]]: Wer schrauben")
    assert found(district.check()) == [
        f"records/{RESSOURCE}:16:10: verweis_auf_beendetes",
        f"records/{RESSOURCE}:19:5: verweis_auf_beendetes",
    ]
    district.replace(RESSOURCE, "status: aktiv", "status: beendet")
    assert found(district.check()) == []


def test_evidence_may_be_over(district: District) -> None:
    """What tells where something came from may point at what is over."""
    district.write("netzwerke/runde.md", """\
---
titel: Runde am Markt
angelegt_am: 2026-01-15
status: beendet
reichweite: extern
kurz: Eine Runde.
turnus: monatlich
sozialraeume: [nordhang]
verantwortlich: team-nord
---
""")  # fmt: skip
    district.write("bedarfslagen/bank-fehlt.md", """\
---
titel: Kein Platz zum Sitzen
angelegt_am: 2026-01-15
status: beraten
sozialraeume: [nordhang]
themen: [begegnung]
verantwortlich: team-nord
beschreibung: Auf dem Platz kann man nicht sitzen.
was_es_erschwert: Warten und Reden.
belege: [runde]
luecke: ja
---
""")  # fmt: skip
    assert found(district.check()) == []


def test_orphans(district: District) -> None:
    """A record without a place that nothing links to is hard to find; one link in either direction is enough."""
    alone = VEREIN.replace("sozialraeume: [nordhang]\n", "")
    district.write("organisationen/verein.md", alone)
    assert found(district.check()) == ["records/organisationen/verein.md:1:1: verwaist"]
    district.replace(RESSOURCE, "Wer schrauben", "Vom [[verein]]: Wer schrauben")
    assert found(district.check()) == []


def test_one_s_own_link_does_not_count(district: District) -> None:
    """A record that only links to itself is as hard to find as one that nothing links to."""
    alone = VEREIN.replace("sozialraeume: [nordhang]\n", "")
    district.write("organisationen/verein.md", f"{alone}\nSiehe [[verein]].\n")
    assert found(district.check()) == ["records/organisationen/verein.md:1:1: verwaist"]


# Places.


@pytest.mark.parametrize(
    ("raeume", "coordinates", "outside"),
    [
        ("[nordhang]", "54.5, 9.5", False),
        ("[nordhang]", "55.5, 9.5", True),
        ("[nordhang]", "54.5, 10.5", True),
        ("[nordhang, suedhang]", "54.5, 10.5", False),
        ("[suedhang]", "54.5, 9.5", True),
        ("[landkreisweit]", "48.1, 11.6", False),
    ],
)
def test_coordinates(raeume: str, coordinates: str, *, outside: bool, district: District) -> None:
    """Coordinates lie in one of the places a record names; of `landkreisweit` there is no border."""
    second_place(district, raeume)
    district.write("sozialraeume/nordhang.geojson", SQUARE)
    district.write("sozialraeume/suedhang.geojson", EAST)
    district.add(RESSOURCE, f"ort: {{koordinaten: '{coordinates}'}}")
    expected = [f"records/{RESSOURCE}:16:20: koordinaten_ausserhalb"] if outside else []
    assert found(district.check()) == expected


def test_without_an_area_nobody_knows(district: District) -> None:
    """Where one of the places has no area, coordinates may lie anywhere."""
    second_place(district)
    district.write("sozialraeume/nordhang.geojson", SQUARE)
    district.add(RESSOURCE, "ort: {koordinaten: '54.5, 12.5'}")
    assert found(district.check()) == []


def test_the_middle_of_a_place(district: District) -> None:
    """The middle of a Sozialraum lies in its own area."""
    district.write("sozialraeume/nordhang.geojson", SQUARE)
    district.add("sozialraeume/nordhang.md", "mittelpunkt: 55.5, 9.5")
    (diagnostic,) = district.check()
    assert found([diagnostic]) == ["records/sozialraeume/nordhang.md:10:14: koordinaten_ausserhalb"]
    assert diagnostic.message == "Die Koordinaten 55.50000, 9.50000 liegen nicht in „Nordhang“."


@pytest.mark.parametrize("area", ["with an area", "without"])
def test_latitude_and_longitude_the_other_way_round(area: str, district: District) -> None:
    """Coordinates that lie in Germany only when they are swapped are told so once, also where no area is known."""
    if area == "with an area":
        district.write("sozialraeume/nordhang.geojson", SQUARE)
    district.add(RESSOURCE, "ort: {koordinaten: '9.4331, 54.7892'}")
    (diagnostic,) = district.check()
    assert found([diagnostic]) == [f"records/{RESSOURCE}:16:20: koordinaten_vertauscht"]
    assert diagnostic.remedy == "Richtig ist: koordinaten: 54.78920, 9.43310"


@pytest.mark.parametrize("coordinates", ["48.2082, 16.3738", "52.5, 4.9", "0, 0", "50.0, 50.0", "47.5, 47.5"])
def test_places_elsewhere(coordinates: str, district: District) -> None:
    """Places abroad are places, too."""
    district.add(RESSOURCE, f"ort: {{koordinaten: '{coordinates}'}}")
    assert found(district.check()) == []


@pytest.mark.parametrize("ort", ["{strasse: Am Hang 1}", "{koordinaten: '54.5, 9.5'}", "{ort: Auenstadt}"])
def test_a_shelter_has_no_place(ort: str, district: District) -> None:
    """Neither a street nor coordinates nor a town of a shelter may be known, of a Ressource or an organisation."""
    district.replace(RESSOURCE, "[mobilitaet]", "[begegnung, gewaltschutz]")
    district.add(RESSOURCE, f"ort: {ort}")
    district.write("organisationen/verein.md", VEREIN.replace("art:", f"themen: [gewaltschutz]\nort: {ort}\nart:"))
    assert found(district.check()) == [
        "records/organisationen/verein.md:5:1: schutzort_mit_adresse",
        f"records/{RESSOURCE}:16:1: schutzort_mit_adresse",
    ]


@pytest.mark.parametrize(("raeume", "codes"), [("[suedhang]", 1), ("[landkreisweit]", 0), ("[nordhang, suedhang]", 0)])
def test_team_and_place_name_each_other(raeume: str, codes: int, district: District) -> None:
    """The team of a place names it, by its id or with all the others."""
    second_place(district)
    district.replace("teams/team-nord.md", "[landkreisweit]", raeume)
    assert [each.code for each in district.check()] == ["zustaendigkeit_einseitig"] * codes
