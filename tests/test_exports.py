"""Other programs get the district as tables, JSON, GeoJSON and contact cards, and nothing they could run."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
import vobject
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from sozialraum import project
from sozialraum.cli import main
from sozialraum.exports.formats import EXPORTS, export
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.reports.writing import defused

if TYPE_CHECKING:
    from districts import District

NODE = shutil.which("node")
AUSGABE = Path(__file__).parents[1] / "generator/sozialraum/site/assets/ausgabe.js"
HEUTE = date(2026, 6, 30)
RESSOURCE = "ressourcen/fahrradwerkstatt.md"


def exported(district: District, form: str, *, spoken: bool = False, audience: str = "team") -> bytes:
    found = project.read(district.records, HEUTE, Sichtbarkeit(audience))
    return export(found, form, spoken=spoken)[0]


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def with_more(district: District, lines: str) -> None:
    text = (district.records / RESSOURCE).read_text("utf-8")
    district.write(RESSOURCE, text.replace("kosten: kostenfrei\n", f"kosten: kostenfrei\n{lines}"))


def test_csv_carries_the_words_of_the_records(district: District) -> None:
    """Columns are named like the keys, groups with a dot, lists share a cell."""
    with_more(district, "kontakt:\n  telefon: 030 23125 117\nsprachen: [de, uk]\n")

    (row,) = rows(exported(district, "csv"))

    assert row["id"] == "fahrradwerkstatt"
    assert row["kontakt.telefon"] == "030 23125117"
    assert row["sprachen"] == "de; uk"
    assert row["zeiten"] == "Mi 16:00-19:00"
    assert row["text"] == "Wer schrauben kann, hilft denen, die es lernen wollen."
    assert "ort.strasse" not in row, "a column nobody filled in is left out"


def test_csv_in_plain_words(district: District) -> None:
    """With spoken values people read labels, titles and names of languages."""
    with_more(district, "sprachen: [de, uk]\n")

    (row,) = rows(exported(district, "csv", spoken=True))

    assert row["Themen"] == "Unterwegs sein"
    assert row["Sprachen"] == "Deutsch; Ukrainisch"
    assert row["Sozialräume"] == "Nordhang"
    assert row["Gepflegt von"] == "Team Nord"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "\n@", "\u00a0+"])
def test_no_cell_is_a_formula(start: str) -> None:
    """What a spreadsheet would run gets an apostrophe in front."""
    assert defused(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


@pytest.mark.skipif(NODE is None, reason="needs node")
def test_the_browser_defuses_the_same() -> None:
    """A list that is made in the browser takes the same cells for formulas as the command does."""
    before = [
        "",
        " ",
        "\u00a0",
        "\t",
        "\r",
        "\n",
        "\x00",
        "\x1f",
        "\x85",
        "\u2003",
        "\u3000",
        "\ufeff",
        "\u200b",
        "a",
        "'",
        " \n\t",
    ]
    texts = [f"{blank}{sign}1" for blank in before for sign in "=+-@＝＋－＠a/:;"]
    script = f"""
import {{ cell }} from {json.dumps(AUSGABE.as_uri())};
import {{ readFileSync }} from "node:fs";
const texts = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(texts.map((text) => cell(text).replace(/^"/, "")[0] === "'" && text[0] !== "'")));
"""
    command = [str(NODE), "--input-type=module", "--eval", script]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [defused(text) != text for text in texts]


@given(st.text())
def test_a_harmless_cell_is_left_alone(text: str) -> None:
    """A cell is either the text itself, or the text behind an apostrophe."""
    cell = defused(text)
    assert cell in (text, f"'{text}")
    assert not re.match(r"[ \u00a0\n]*[=+\-@\t\r]", cell)


def test_xlsx_holds_text_and_real_days(district: District) -> None:
    """A title beginning with = stays text; a day can be sorted as a day."""
    text = (district.records / RESSOURCE).read_text("utf-8")
    district.write(RESSOURCE, text.replace("titel: Offene Fahrradwerkstatt", 'titel: "=1+1 Werkstatt"'))

    book = openpyxl.load_workbook(io.BytesIO(exported(district, "xlsx")))
    sheet = book["ressourcen"]
    headings = [cell.value for cell in sheet[1]]
    title, created = (sheet.cell(2, headings.index(name) + 1) for name in ("titel", "angelegt_am"))

    assert book.sheetnames == ["sozialraeume", "teams", "ressourcen"]
    assert (title.data_type, title.value) == ("s", "=1+1 Werkstatt")
    assert (created.is_date, created.value.date()) == (True, date(2026, 1, 15))


@pytest.mark.parametrize("form", sorted(EXPORTS))
def test_same_records_same_bytes(form: str, district: District) -> None:
    """Nothing in a file depends on the clock."""
    with_more(district, "kontakt:\n  telefon: 030 23125 117\n")

    assert exported(district, form) == exported(district, form)


def test_json_says_everything(district: District) -> None:
    """Values keep their keys and groups; empty ones are left out."""
    with_more(district, "ort:\n  strasse: Birkenweg 31\n  koordinaten: 54.3, 9.6\n")

    data = json.loads(exported(district, "json"))

    assert data["handbuch"] == "Sozialraum-Handbuch Probe"
    assert data["stand"] == "2026-06-30"
    assert data["ressourcen"][0]["ort"] == {"strasse": "Birkenweg 31", "koordinaten": "54.30000, 9.60000"}
    assert data["teams"][0]["sozialraeume"] == ["nordhang"]


def test_geojson_has_longitude_first(district: District) -> None:
    """RFC 7946: positions are longitude, latitude; what has no place is not there."""
    with_more(district, "ort:\n  koordinaten: 54.3, 9.6\n")

    (feature,) = json.loads(exported(district, "geojson"))["features"]

    assert feature["geometry"] == {"type": "Point", "coordinates": [9.6, 54.3]}
    assert feature["properties"]["titel"] == "Offene Fahrradwerkstatt"


def test_vcard_reads_back(district: District) -> None:
    """Commas, semicolons and umlauts survive; a device can dial the number."""
    with_more(
        district, "kontakt:\n  telefon: 030 23125 117\nort:\n  strasse: Am Hang 3; Hof, links\n  ort: Auenstadt\n"
    )

    (card,) = vobject.readComponents(exported(district, "vcf").decode())

    assert card.fn.value == "Offene Fahrradwerkstatt"
    assert card.tel.value == "+493023125117"
    assert card.adr.value.street == "Am Hang 3; Hof, links"
    assert card.categories.value == ["Unterwegs sein"]


def test_each_audience_gets_its_own(district: District) -> None:
    """What is above an audience is in no export for it."""
    with_more(district, "sichtbarkeit: team\nnotiz_intern: Birnenkuchen\n")

    assert "Birnenkuchen" in exported(district, "json").decode()
    for form in EXPORTS:
        assert b"Birnenkuchen" not in exported(district, form, audience="kooperation")


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["export", *map(str, arguments)])
    return done.exit_code, done.output


def test_the_command_writes_a_file_and_replaces_none(district: District, tmp_path: Path) -> None:
    """An existing file stays as it is until replacing is asked for."""
    target = tmp_path / "liste.csv"
    options = ("--records", district.records, "--ziel", target)

    assert run("csv", *options) == (0, f"1 Eintrag für „das Jobcenter“ in {target} geschrieben.\n")
    target.write_text("eigenes", "utf-8")
    assert run("csv", *options) == (2, f"{target} gibt es schon. Mit --ersetzen wird die Datei ersetzt.\n")
    assert target.read_text("utf-8") == "eigenes"
    assert run("csv", *options, "--ersetzen")[0] == 0


def test_what_is_told_is_what_is_in_the_file(district: District, tmp_path: Path) -> None:
    """Records without a place are not in GeoJSON and not among those that are counted; an empty file is not written."""
    with_more(district, "ort:\n  koordinaten: 54.31, 9.6\n")
    options = ("--art", "ressourcen", "--art", "teams", "--records", district.records, "--ziel")
    target = tmp_path / "karte.geojson"

    assert run("geojson", *options, target) == (0, f"1 Eintrag für „das Jobcenter“ in {target} geschrieben.\n")
    assert len(json.loads(target.read_text("utf-8"))["features"]) == 1
    assert run("vcf", "--art", "teams", "--records", district.records, "--ziel", tmp_path / "leer.vcf")[0] == 1
    assert not (tmp_path / "leer.vcf").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "answer"),
    [
        (("xlsx",), 2, "--ziel"),
        (("csv", "--art", "ressourcen", "--art", "teams"), 2, "nur eine Eintragsart"),
        (("csv", "--art", "angebote"), 2, "gibt es nicht"),
        (("csv", "--art", "vorhaben"), 1, "keinen Eintrag"),
        (("vcf",), 1, "keinen Eintrag, der als vcf etwas ergäbe; nichts geschrieben."),
        (("geojson",), 1, "keinen Eintrag, der als geojson etwas ergäbe; nichts geschrieben."),
    ],
)
def test_a_wrong_call_is_refused(arguments: tuple[str, ...], code: int, answer: str, district: District) -> None:
    """Each refusal says what to do instead."""
    found, output = run(*arguments, "--records", district.records)

    assert found == code
    assert answer in output
