"""Places, areas and the ids that records are linked by."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kinds import read, refused
from sozialraum.fields.geometry import Flaeche, read_geometry
from sozialraum.fields.link import SLUG, verweis
from sozialraum.fields.place import Koordinaten, Plz, Punkt
from sozialraum.load.folder import slugify


@pytest.mark.parametrize("written", ["01067", "00123", "99998", " 24937 "])
def test_postal_code(written: str) -> None:
    """Five digits, and the zero in front stays."""
    assert read(Plz, written) == written.strip()


@pytest.mark.parametrize("written", ["1067", "010670", "D-24937", "2493A", "٢٤٩٣٧", ""])
def test_no_postal_code(written: str) -> None:
    """Anything but five digits is no German postal code."""
    assert refused(Plz, written)[0] == "keine_postleitzahl"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("54.7892, 9.4331", Punkt(54.7892, 9.4331)),
        (" 54.7892,9.4331 ", Punkt(54.7892, 9.4331)),
        ("-54, -9", Punkt(-54.0, -9.0)),
        ("90, 180", Punkt(90.0, 180.0)),
    ],
)
def test_coordinates(written: str, place: Punkt) -> None:
    """Latitude first, then longitude, in degrees with a point."""
    assert read(Koordinaten, written) == place


@pytest.mark.parametrize(
    "written",
    ["54,7892 9,4331", "54.7892", "54.7892; 9.4331", "54°47'N, 9°26'E", "90.1, 9", "54, 180.1", "nan, 9", "1e1, 9", ""],
)
def test_no_coordinates(written: str) -> None:
    """Decimal commas, degrees and minutes, and places off the earth are refused."""
    assert refused(Koordinaten, written)[0] == "keine_koordinaten"


def test_distance() -> None:
    """One degree of latitude is a 360th of the way round the earth, 111.19 km; a place is 0 km from itself."""
    assert Punkt(54.0, 9.0).kilometres_to(Punkt(55.0, 9.0)) == pytest.approx(111.195, abs=0.001)
    assert Punkt(54.0, 9.0).kilometres_to(Punkt(54.0, 9.0)) == 0
    assert str(Punkt(54.0, 9.43312)) == "54.00000, 9.43312"


# Areas.

SQUARE = ((9.0, 54.0), (11.0, 54.0), (11.0, 56.0), (9.0, 56.0), (9.0, 54.0))
"""Two degrees wide and high, from 54 N 9 E."""
HOLE = ((9.5, 54.5), (10.0, 54.5), (10.0, 55.0), (9.5, 55.0), (9.5, 54.5))
ISLAND = ((20.0, 60.0), (21.0, 60.0), (21.0, 61.0), (20.0, 61.0), (20.0, 60.0))


def area_of(tmp_path: Path, geojson: object) -> tuple[Flaeche | None, list[str]]:
    """Return the area in a file, and what is wrong with it as place and code."""
    file = tmp_path / "moorwinkel.geojson"
    file.write_text(geojson if isinstance(geojson, str) else json.dumps(geojson), "utf-8")
    area, found = read_geometry(file, "m.geojson")
    return area, [f"{each.span}: {each.code}" for each in found]


POLYGON = {"type": "Polygon", "coordinates": [SQUARE]}


@pytest.mark.parametrize(
    ("geojson", "polygons"),
    [
        (POLYGON, ((SQUARE,),)),
        ({"type": "Polygon", "coordinates": [SQUARE, HOLE]}, ((SQUARE, HOLE),)),
        ({"type": "Polygon", "coordinates": [SQUARE[:-1]]}, ((SQUARE,),)),
        ({"type": "Polygon", "coordinates": [[[*place, 12.5] for place in SQUARE]]}, ((SQUARE,),)),
        ({"type": "MultiPolygon", "coordinates": [[SQUARE], [ISLAND]]}, ((SQUARE,), (ISLAND,))),
        ({"type": "Feature", "properties": {}, "geometry": POLYGON}, ((SQUARE,),)),
        (
            {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": None, "geometry": POLYGON}]},
            ((SQUARE,),),
        ),
    ],
)
def test_area(geojson: object, polygons: object, tmp_path: Path) -> None:
    """A polygon, several, or one inside a Feature or a collection is an area; heights do not matter."""
    assert area_of(tmp_path, geojson) == (Flaeche(polygons), [])


def polygon(*ring: object) -> object:
    """Return a GeoJSON polygon with one ring."""
    return {"type": "Polygon", "coordinates": [list(ring)]}


@pytest.mark.parametrize(
    "geojson",
    [
        {"type": "Point", "coordinates": [9, 54]},
        {"type": "GeometryCollection", "geometries": []},
        {"type": "FeatureCollection", "features": []},
        {"type": "Feature", "geometry": None},
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": None},
        {"type": "MultiPolygon", "coordinates": [[]]},
        polygon(),
        polygon([9, 54], [10, 54], [9, 54]),
        polygon([9, 54], [10, 54], [], [9, 54]),
        polygon([9], [10], [11], [9]),
        polygon([9, "n"], [10, 54], [10, 55], [9, 54]),
        polygon([500000, 6000000], [500001, 6000000], [500001, 6000001], [500000, 6000000]),
        polygon([10**400, 54], [10, 54], [10, 55], [10**400, 54]),
        polygon({"x": 9}, [10, 54], [10, 55], [9, 54]),
        '{"type": "Polygon", "coordinates": [[[NaN, 54], [10, 54], [10, 55], [NaN, 54]]]}',
        '{"type": "Polygon", "coordinates": [[[1e999, 54], [10, 54], [10, 55], [9, 54]]]}',
        "[" * 100_000,
        [],
        "{}",
        "null",
        '"Polygon"',
        "1",
    ],
)
def test_no_area(geojson: object, tmp_path: Path) -> None:
    """Points, projected metres, rings that do not close and anything else is no area, and says so once."""
    assert area_of(tmp_path, geojson) == (None, ["m.geojson: keine_flaeche"])


def test_broken_json_has_a_place(tmp_path: Path) -> None:
    """Where the file is no JSON, line and column say where it breaks."""
    assert area_of(tmp_path, '{"type": "Polygon",\n  coordinates: []}') == (None, ["m.geojson:2:3: keine_flaeche"])


def test_an_unreadable_file_is_said_once(tmp_path: Path) -> None:
    """A file that is no text is not also said to be no area."""
    assert area_of(tmp_path, " ") == (None, ["m.geojson: datei_leer"])


@pytest.mark.parametrize(
    ("place", "inside"),
    [
        (Punkt(55.5, 10.5), True),
        (Punkt(54.1, 9.1), True),
        (Punkt(54.75, 9.75), False),
        (Punkt(60.5, 20.5), True),
        (Punkt(55.5, 11.5), False),
        (Punkt(57.0, 10.0), False),
        (Punkt(10.5, 55.5), False),
    ],
)
def test_inside(place: Punkt, *, inside: bool) -> None:
    """A place is inside when it is in any of the polygons and not in a hole."""
    assert Flaeche(((SQUARE, HOLE), (ISLAND,))).contains(place) is inside


def test_bounds() -> None:
    """The bounds of several polygons go round all of them: west, south, east, north."""
    assert Flaeche(((SQUARE, HOLE), (ISLAND,))).bounds() == (9.0, 54.0, 21.0, 61.0)


def test_middle() -> None:
    """The middle is that of the largest polygon; of a line without an area it is its beginning."""
    assert Flaeche(((ISLAND,), (SQUARE, HOLE))).middle() == Punkt(55.0, 10.0)
    assert Flaeche(((SQUARE[::-1],),)).middle() == Punkt(55.0, 10.0)
    line = ((9.0, 54.0), (10.0, 55.0), (9.0, 54.0), (9.0, 54.0))
    assert Flaeche(((line,),)).middle() == Punkt(54.0, 9.0)


def test_a_name_stands_inside() -> None:
    """In a horseshoe the middle lies outside, the name in the broad part; in a square without a hole both are the same."""
    horseshoe = (
        (0.0, 0.0),
        (9.0, 0.0),
        (9.0, 8.0),
        (7.0, 8.0),
        (7.0, 4.0),
        (1.0, 4.0),
        (1.0, 8.0),
        (0.0, 8.0),
        (0.0, 0.0),
    )
    assert Flaeche(((horseshoe,),)).inner() == Punkt(2.0, 4.5)
    assert Flaeche(((ISLAND,), (SQUARE,))).inner() == Punkt(55.0, 10.0)
    ring = Flaeche(((SQUARE, HOLE),))
    assert ring.contains(ring.inner())
    line = ((9.0, 54.0), (10.0, 55.0), (9.0, 54.0), (9.0, 54.0))
    assert Flaeche(((line,),)).inner() == Punkt(54.0, 9.0)


# Ids.


@pytest.mark.parametrize("written", ["stadtteilcafe-auenblick", "a", "17n", "team-land-2026-03-10", " nordhang "])
def test_id(written: str) -> None:
    """An id is lower-case letters, digits and single hyphens."""
    assert read(verweis("teams"), written) == written.strip()


@pytest.mark.parametrize(
    "written",
    [
        "Nordhang",
        "nord hang",
        "nord_hang",
        "café",
        "-nord",
        "nord-",
        "nord--hang",
        "nord.md",
        "../nord",
        "",
        "nord\nhang",
    ],
)
def test_no_id(written: str) -> None:
    """Capitals, umlauts, spaces, dots and stray hyphens make no id."""
    assert refused(verweis("teams"), written)[0] == "keine_kennung"


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Café Süd", "cafe-sued"),
        ("Straße 1", "strasse-1"),
        ("  Lese – Club!  ", "lese-club"),
        ("ÄÖÜ äöü ß", "aeoeue-aeoeue-ss"),
        ("Cafe\u0301 Su\u0308d", "cafe-sued"),
        ("Łódź İstanbul", "lodz-istanbul"),
        ("Børnehave Mitte–Nord", "boernehave-mitte-nord"),
        ("東京", ""),
    ],
)
def test_slug(name: str, id_: str) -> None:
    """The id of a name is what one would expect to type."""
    assert slugify(name) == id_


@given(st.text(max_size=40))
def test_any_slug(name: str) -> None:
    """The id made of any name is an id or empty, and stays itself."""
    id_ = slugify(name)
    assert id_ == "" or SLUG.match(id_)
    assert slugify(id_) == id_
