"""`sozialraum import csv|xlsx`: lists as people keep them become records, and nothing is guessed."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from foreign_data import MAPPING, TODAY, Workplace, sentences, with_fields
from hypothesis import given
from hypothesis import strategies as st
from sozialraum.diagnostics import Severity
from sozialraum.imports.plan import plan_import
from sozialraum.imports.spreadsheets import decoded, delimiter_of, read_table
from sozialraum.imports.unclear import as_table, by_row


@pytest.fixture
def at(tmp_path: Path) -> Workplace:
    return Workplace(tmp_path)


def table(at: Workplace, content: str | bytes, name: str = "liste.csv") -> list[dict[str, str]]:
    """Return the rows of a CSV file with this content."""
    raw = content.encode() if isinstance(content, str) else content
    (at.folder / name).write_bytes(raw)
    rows, found = read_table(at.folder / name)
    assert [each for each in found if each.severity is Severity.FEHLER] == []
    return [row.values for row in rows]


def workbook(at: Workplace, *rows: list[object], name: str = "liste.xlsx") -> Path:
    """Write a workbook whose second sheet has these rows."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Liste")
    for row in rows:
        sheet.append(row)
    book.save(at.folder / name)
    return at.folder / name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_any_encoding_and_delimiter(at: Workplace, encoding: str, sign: str) -> None:
    """What a program wrote, however it wrote it, is the same table."""
    text = f"Name{sign}Ort\r\nCafé Größe{sign}Auenstadt – Süd\r\n"

    assert table(at, text.encode(encoding)) == [{"Name": "Café Größe", "Ort": "Auenstadt – Süd"}]


def test_a_comma_in_a_sentence_is_no_delimiter() -> None:
    """The sign that divides all lines alike is the delimiter."""
    assert delimiter_of("Name;Zeiten\nTreff;Mo, Di, Mi\nCafé;Do, Fr\nHaus;Sa\n") == ";"


def test_quotes_hold_lines_and_delimiters_together(at: Workplace) -> None:
    """A quoted cell may contain anything; its row keeps the number of its first line."""
    (at.folder / "liste.csv").write_text('Name;Zeiten\n"Treff; Nord";"Mo 9-12\nDi 9-12"\nCafé;Fr\n', "utf-8")

    rows, _found = read_table(at.folder / "liste.csv")

    assert [(row.number, row.values["Name"], row.values["Zeiten"]) for row in rows] == [
        (2, "Treff; Nord", "Mo 9-12\nDi 9-12"),
        (4, "Café", "Fr"),
    ]


def test_what_stands_above_the_heading_is_no_data(at: Workplace) -> None:
    """A title and blank rows above the table are skipped; blank rows in it, too."""
    text = "Angebote im Nordhang;;\n;;\nName;Ort;\nTreff;Nordhang;\n;;\nCafé;Mitte;\n"

    assert table(at, text) == [
        {"Name": "Treff", "Ort": "Nordhang", "Spalte 3": ""},
        {"Name": "Café", "Ort": "Mitte", "Spalte 3": ""},
    ]


def test_columns_of_the_same_name_are_told_apart(at: Workplace) -> None:
    """The second one gets a number."""
    assert table(at, "Name;Tel;Tel\nTreff;1;2\n") == [{"Name": "Treff", "Tel": "1", "Tel (2)": "2"}]


def test_markup_in_cells_becomes_lines(at: Workplace) -> None:
    """HTML is taken off; a break stays a line, an entity a sign, a comparison what it is."""
    text = 'Name;Text;Alter\nTreff;"<p>Kaffee &amp; Kuchen<br/>jeden <b>Tag</b></p>";< 18 Jahre\n'

    assert table(at, text) == [{"Name": "Treff", "Text": "Kaffee & Kuchen\njeden Tag", "Alter": "< 18 Jahre"}]


@pytest.mark.parametrize("value", ["#WERT!", "#NV", "#BEZUG!", "#DIV/0!", "#N/A", "#REF!", "Err:502"])
def test_error_values_are_empty_and_said(at: Workplace, value: str) -> None:
    """A formula that failed says nothing about the place, so its cell is empty, with row and column named."""
    (at.folder / "liste.csv").write_text(f"Name;Tel\nTreff;{value}\n", "utf-8")

    (row,), (diagnostic,) = read_table(at.folder / "liste.csv")

    assert row.values == {"Name": "Treff", "Tel": ""}
    assert diagnostic.message == f"Zeile 2, „Tel“: Die Zelle enthält den Fehlerwert {value}."


def test_a_workbook_as_people_see_it(at: Workplace) -> None:
    """Days without midnight, whole numbers without a point, postcodes with their zero, yes and no."""
    file = workbook(at, ["Name", "Am", "Plätze", "PLZ", "Aufzug"], ["Treff", datetime(2026, 3, 2), 12.0, 1067, True])  # noqa: DTZ001
    book = openpyxl.load_workbook(file)
    book["Liste"]["D2"].number_format = "00000"
    book.save(file)

    (row,), found = read_table(file)

    assert found == []
    assert row.values == {"Name": "Treff", "Am": "2026-03-02", "Plätze": "12", "PLZ": "01067", "Aufzug": "ja"}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("liste.xlsx", b"kein Zip", "Die Datei ist keine XLSX-Tabelle."),
        ("liste.csv", b"", "Es gibt keine Zeile mit Überschriften."),
        ("liste.csv", b"PK\x03\x04\x00\x00;a", "Die Datei ist keine Texttabelle."),
        ("liste.csv", None, "lässt sich nicht öffnen (die Datei gibt es nicht)."),
        ("liste.csv", b"a;b\n1;2\n" + b"x" * 140_000 + b";3\n", "Ab Zeile 3 lässt sich die Tabelle nicht lesen."),
    ],
)
def test_an_unreadable_table_is_said(at: Workplace, name: str, content: bytes | None, message: str) -> None:
    """A file that is no table is one diagnostic, never a traceback."""
    if content is not None:
        (at.folder / name).write_bytes(content)

    rows, (diagnostic,) = read_table(at.folder / name)

    assert rows == []
    assert message in diagnostic.message


SHEET = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:B2"/><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Ort</t></is></c></row>
<row r="2"><c r="A2" t="inlineStr"><is><t>Treff</t></is></c><c r="B2"><f>A2</f><v>Treff</v></c></row>
</sheetData></worksheet>"""


@pytest.mark.parametrize(
    ("whole", "broken"),
    [
        (SHEET[-240:], ""),
        ('t="inlineStr"><is><t>Treff</t></is>', 't="s"><v>99</v>'),
        ('r="A2"', 'r="??"'),
        ('r="B2"><f>A2</f><v>Treff', 'r="B2" t="d"><f>A2</f><v>gestern'),
        ("<f>A2</f>", '<f t="shared" si="7"/>'),
    ],
)
def test_a_damaged_workbook_is_said(at: Workplace, whole: str, broken: str) -> None:
    """However a workbook is damaged inside, that is one sentence with a remedy."""
    file = workbook(at, ["Name", "Ort"], ["Treff", "Markt"])
    with zipfile.ZipFile(file) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert whole in SHEET
    parts["xl/worksheets/sheet1.xml"] = SHEET.replace(whole, broken).encode()
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)

    rows, found = read_table(file)

    assert rows == []
    assert [each.message for each in found] == ["Die XLSX-Tabelle ist beschädigt."]


def test_sheet_and_heading_are_named_in_the_mapping(at: Workplace) -> None:
    """Where the table does not begin at the top, the mapping says where."""
    workbook(at, ["Stand", "2026"], ["name", "ort"], ["Treff", "Nordhang"])
    mapping = MAPPING.replace("  - art: ressourcen\n", "  - art: ressourcen\n    blatt: Liste\n    kopfzeile: 2\n")

    plan, found = at.plan(mapping, "liste.xlsx")

    assert [each.path for each in plan.files] == ["ressourcen/treff.md"]
    assert found == []
    _plan, (diagnostic,) = at.plan(mapping.replace("Liste", "Angebote"), "liste.xlsx")
    assert diagnostic.message == "Ein Blatt „Angebote“ gibt es nicht."
    assert diagnostic.remedy == "Vorhanden sind: Sheet, Liste."


def test_a_row_becomes_a_record(at: Workplace) -> None:
    """Hours of several lines, an address in one cell, decimal commas, several values: each finds its field."""
    (at.folder / "liste.csv").write_text(
        "name;zeiten;adresse;b;l;themen;tel\n"
        'Treff;"Mo-Fr 9-12 Uhr\nDi 14-18 Uhr";Lindenring 14, 00412 Auenstadt;54,31;9,61;wohnen/sprache;030 / 23 125 117\n',
        "utf-8",
    )
    more = """\
      zeiten: {eigenschaft: zeiten}
      ort.strasse: {eigenschaft: adresse, anschrift: strasse}
      ort.plz: {eigenschaft: adresse, anschrift: plz}
      ort.ort: {eigenschaft: adresse, anschrift: ort}
      ort.koordinaten: {geometrie: punkt}
      kontakt.telefon: {eigenschaft: tel}"""
    mapping = with_fields(more).replace("themen: [begegnung]", "themen: {eigenschaft: themen, trennen: /}")
    mapping = mapping.replace("    felder:", "    breite: b\n    laenge: l\n    felder:")

    plan, found = at.plan(mapping, "liste.csv")

    assert sentences(found) == []
    text = plan.files[0].text
    for line in (
        "themen: [wohnen, sprache]",
        "zeiten: Mo-Fr 9-12 Uhr; Di 14-18 Uhr",
        "  strasse: Lindenring 14",
        "  plz: 00412",
        "  ort: Auenstadt",
        "  koordinaten: 54.310000, 9.610000",
        "  telefon: 030 / 23 125 117",
    ):
        assert f"{line}\n" in text


def test_hours_nobody_can_read_stay_as_text(at: Workplace) -> None:
    """Nothing is guessed and nothing lost: the words stand beside the field, and the row is named."""
    (at.folder / "liste.csv").write_text("name;zeiten\nTreff;meist vormittags, am besten anrufen\n", "utf-8")

    plan, (diagnostic,) = at.plan(with_fields("      zeiten: {eigenschaft: zeiten}"), "liste.csv")

    assert "zeiten_hinweis: meist vormittags, am besten anrufen\n" in plan.files[0].text
    assert "zeiten:" not in plan.files[0].text
    assert diagnostic.severity is Severity.HINWEIS
    assert diagnostic.message.startswith("Zeile 2 („Treff“): zeiten: „meist vormittags")


@pytest.mark.parametrize(
    ("cell", "first", "rest"),
    [
        ("030 23125 117 / 030 23125 118", "030 23125 117", "030 23125 118"),
        ("030/23125117 oder 030/23125118", "030/23125117", "030/23125118"),
        ("030 23125117 o. 0152 28817386", "030 23125117", "0152 28817386"),
        ("030 23125117, Frau am Empfang", "030 23125117", "Frau am Empfang"),
    ],
)
def test_of_several_numbers_the_first_counts(at: Workplace, cell: str, first: str, rest: str) -> None:
    """A field holds one number; the others are named."""
    (at.folder / "liste.csv").write_text(f"name;tel\nTreff;{cell}\n", "utf-8")

    plan, (diagnostic,) = at.plan(with_fields("      kontakt.telefon: {eigenschaft: tel}"), "liste.csv")

    assert f"  telefon: {first}\n" in plan.files[0].text
    assert diagnostic.remedy == f"Übernommen ist {first}; dazu gehört noch: {rest}."


def test_numbers_without_area_code(at: Workplace) -> None:
    """Where the mapping names the area code of a list, it stands before numbers that have none."""
    (at.folder / "liste.csv").write_text("name;tel\nTreff;23125 117\nCafé;040 66969 118\n", "utf-8")

    plan, found = at.plan(with_fields("      kontakt.telefon: {eigenschaft: tel, vorwahl: '030'}"), "liste.csv")

    assert found == []
    assert "  telefon: 030 23125 117\n" in plan.files[0].text
    assert "  telefon: 040 66969 118\n" in plan.files[1].text


@given(st.binary(max_size=300))
def test_any_bytes_are_some_text(content: bytes) -> None:
    """Decoding never fails."""
    assert isinstance(decoded(content), str)


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["C"]), max_size=8), min_size=2, max_size=4), min_size=1)
)
def test_any_table_is_read_or_refused(rows: list[list[str]]) -> None:
    """Whatever the cells hold, the sign between them is one of four."""
    text = io.StringIO()
    text.writelines(";".join(cells) + "\n" for cells in rows)
    assert delimiter_of(text.getvalue()) in ";,\t|"


def test_an_import_never_counts_as_verified(at: Workplace) -> None:
    """Nobody has looked yet: an imported record carries no day of verification."""
    (at.folder / "liste.csv").write_text("name;b\nTreff;c\n", "utf-8")

    plan, _found = at.plan(MAPPING, "liste.csv")

    assert "geprueft_am" not in plan.files[0].text
    assert f"angelegt_am: {date(2026, 6, 30)}" in plan.files[0].text


@pytest.mark.parametrize("name", ["geprueft_am", "geprueft.am", "geprueft.nachweis"])
def test_no_list_verifies(at: Workplace, name: str) -> None:
    """A mapping cannot fill in a verification: the mistake is said, and nothing is taken over."""
    (at.folder / "liste.csv").write_text("name;b\nTreff;2026-06-01\n", "utf-8")

    plan, found = at.plan(
        MAPPING.replace("      titel:", f"      {name}: {{eigenschaft: b}}\n      titel:"), "liste.csv"
    )

    assert plan.files == ()
    (error,) = [each for each in found if each.severity is Severity.FEHLER]
    assert error.message == f"Die Angabe „{name}“ kommt nicht aus einer Liste: Geprüft ist, wo jemand nachgefragt hat."


BERLIN = Path(__file__).resolve().parents[2] / "shared" / "data" / "berlin-facilities"


@pytest.mark.skipif(
    not BERLIN.is_dir(), reason=f"The open data of Berlin are not part of this repository and not in {BERLIN}"
)
def test_four_hundred_youth_clubs_in_metres(tmp_path: Path) -> None:
    """Real data in UTM 33: 407 youth clubs of Berlin become records that lie in Berlin; every loss is said."""
    at = Workplace(tmp_path)
    more = """\
      ort.strasse: {eigenschaften: [e_strasse, e_hnr]}
      ort.plz: {eigenschaft: e_plz}
      ort.ort: {eigenschaft: e_ort}
      ort.koordinaten: {geometrie: punkt}
      kontakt.telefon: {eigenschaft: e_tel}
      kontakt.web: {eigenschaft: e_web}"""
    mapping = with_fields(more).replace("eigenschaft: name", "eigenschaft: e_name")
    mapping = mapping.replace("    felder:", "    epsg: 25833\n    kennung: {eigenschaft: e_nr}\n    felder:")
    (at.folder / "zuordnung.yml").write_text(mapping, "utf-8")
    source = BERLIN / "jugendfreizeiteinrichtungen" / "raw" / "jugendfreizeiteinrichtungen.geojson"

    plan, found = plan_import(source, at.folder / "zuordnung.yml", at.root, TODAY)

    assert len(plan.files) + sum("Nicht übernommen" in each.message for each in found) == 407
    assert {each.severity for each in found} <= {Severity.WARNUNG, Severity.HINWEIS}
    places = [line.split(": ")[1] for file in plan.files for line in file.text.split("\n") if "koordinaten:" in line]
    assert len(places) == len(plan.files)
    for place in places:
        north, east = map(float, place.split(", "))
        assert 52.3 < north < 52.7
        assert 13.0 < east < 13.8


def test_the_sheet_with_a_table_is_read(at: Workplace) -> None:
    """A cover in front of the list is no list."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Stand 2026"
    sheet = book.create_sheet("Liste")
    for row in (["Name", "Ort"], ["Treff", "Nordhang"]):
        sheet.append(row)
    book.save(at.folder / "liste.xlsx")

    assert table(at, (at.folder / "liste.xlsx").read_bytes(), "liste.xlsx") == [{"Name": "Treff", "Ort": "Nordhang"}]


def test_a_list_without_rows_is_said(at: Workplace) -> None:
    """Where nothing stands below the headings, the sheets are named; nothing is silently taken over."""
    file = workbook(at, ["Name", "Ort"])

    rows, (found,) = read_table(file)

    assert rows == []
    assert found.message == "Unter den Überschriften (Name, Ort) steht keine Zeile."
    assert found.remedy.endswith("Vorhanden sind die Blätter: Sheet, Liste.")


def test_a_web_address_without_its_protocol(at: Workplace) -> None:
    """What begins with www. is taken over as a web address, and that is said; other words are not."""
    (at.folder / "liste.csv").write_text("name;web\nTreff;www.example.org/a\nCafé;beispiel\n", "utf-8")

    plan, found = at.plan(with_fields("      kontakt.web: {eigenschaft: web}"), "liste.csv")

    assert "  web: https://www.example.org/a\n" in plan.files[0].text
    assert "web:" not in plan.files[1].text
    assert "Hinweis liste.csv: Zeile 2 („Treff“): web: „www.example.org/a“ steht ohne https:// da." in sentences(found)


def test_what_is_unclear_row_by_row(at: Workplace) -> None:
    """The dry run lists what is unclear in the order of the rows; what concerns the whole list stands apart."""
    text = "name;tel;zeiten\nCafé;#WERT!;nach Lust\nTreff;030 23125 117;immer mal\n"
    (at.folder / "liste.csv").write_text(text, "utf-8")
    mapping = with_fields(
        "      kontakt.telefon: {eigenschaft: tel}\n      zeiten: {eigenschaft: zeiten}\n      kontakt.web: {eigenschaft: web}"
    )

    plan, found = at.plan(mapping, "liste.csv")
    rows, others = by_row([*found, *plan.remarks])

    assert [(each.nummer, each.titel, each.was.split(":")[0]) for each in rows] == [
        (2, "", "„tel“"),
        (2, "Café", "Es gibt weder Kontakt noch Tipp"),
        (2, "Café", "zeiten"),
        (3, "Treff", "zeiten"),
    ]
    assert [each.code for each in others] == ["import_eigenschaft"]
    assert as_table(rows)[0] == "Zeile  Eintrag  Unklar → Dann"
    assert as_table(rows)[1].startswith(
        "    2           „tel“: Die Zelle enthält den Fehlerwert #WERT!. → Gilt als leer;"
    )
    assert as_table([]) == []


def test_whatever_a_row_is_called_the_table_knows_it(at: Workplace) -> None:
    """A title may hold quotes, brackets and colons; the row stays one row and keeps its name."""
    (at.folder / "liste.csv").write_text("name;tel\nTreff („alt“): neu;12\n", "utf-8")

    _plan, found = at.plan(with_fields("      kontakt.telefon: {eigenschaft: tel}"), "liste.csv")

    (row,), others = by_row(found)
    assert (row.nummer, row.titel, others) == (2, "Treff („alt“): neu", [])
    assert row.was == "tel: „12“ ist keine gültige Telefonnummer."
