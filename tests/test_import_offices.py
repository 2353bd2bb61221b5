"""Lists as offices send them: titles above the table, formulas nobody saved, remarks in every cell."""

from __future__ import annotations

import zipfile
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from foreign_data import Workplace, with_fields
from sozialraum.diagnostics import Severity
from sozialraum.fields.hours import zeiten
from sozialraum.fields.hours_rules import rules
from sozialraum.imports.spreadsheets import decoded, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PLACED = with_fields("      ort.koordinaten: {geometrie: punkt}").replace(
    "  - art: ressourcen\n", "  - art: ressourcen\n    epsg: 25832\n    laenge: rechts\n    breite: hoch\n"
)


@pytest.fixture
def at(tmp_path: Path) -> Workplace:
    return Workplace(tmp_path)


def workbook(at: Workplace, rows: Iterable[Sequence[object]], *merged: str, name: str = "liste.xlsx") -> None:
    """Write a workbook of one sheet, some of whose cells are one."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(at.folder / name)


def saved(at: Workplace, old: bytes, new: bytes) -> None:
    """Write klein.xlsx as liste.xlsx, as another program would have: `new` instead of `old` in its sheet."""
    with zipfile.ZipFile(at.folder / "klein.xlsx") as book, zipfile.ZipFile(at.folder / "liste.xlsx", "w") as other:
        assert old in book.read("xl/worksheets/sheet1.xml")
        for name in book.namelist():
            other.writestr(name, book.read(name).replace(old, new))


def test_titles_and_groups_above_the_heading_are_no_heading(at: Workplace) -> None:
    """A merged title with a remark beside it and a row of groups are half as wide as no table: what follows is one."""
    rows = [
        ["Übersicht der Stellen (intern)"],
        ["Stand 01.03.2026", "", "", "bitte ergänzen!"],
        ["", "", "Kontakt", "", "Lage"],
        ["Nr.", "Name", "Telefon", "E-Mail", "Straße", "Zeiten"],
        [1, "Treff", "", "", "Ring 1", "Mo 9-12"],
    ]
    workbook(at, rows, "A1:F1")

    (row,), _found = read_table(at.folder / "liste.xlsx")

    assert (row.number, row.values["Name"], row.values["Zeiten"]) == (5, "Treff", "Mo 9-12")


def test_a_formula_without_its_result_is_said(at: Workplace) -> None:
    """A program that saves no results leaves nothing to take over: row and column are named, the cell is empty."""
    rows = [
        ["Name", "Zeiten"],
        ["Treff", '="Mo "&"9-12"'],
    ]
    workbook(at, rows)

    (row,), (diagnostic,) = read_table(at.folder / "liste.xlsx")

    assert row.values == {"Name": "Treff", "Zeiten": ""}
    assert diagnostic.severity is Severity.HINWEIS
    assert diagnostic.message == (
        "Zeile 2, „Zeiten“: Die Zelle enthält eine Formel, deren Ergebnis nicht gespeichert ist."
    )


def test_a_formula_that_came_to_nothing_is_nothing(at: Workplace) -> None:
    """Where the program saved an empty text as the result, there is nothing to be said."""
    rows = [
        ["Name", "Zeiten"],
        ["Treff", '=IF(A2="","x","")'],
    ]
    workbook(at, rows, name="klein.xlsx")
    saved(at, b'<c r="B2">', b'<c r="B2" t="str">')

    (row,), found = read_table(at.folder / "liste.xlsx")

    assert (row.values["Zeiten"], found) == ("", [])


def test_a_cell_over_several_rows_speaks_for_each(at: Workplace) -> None:
    """What is written once beside three rows belongs to all three; a title over several columns stays one cell."""
    rows = [
        ["Liste der Treffs"],
        ["Träger", "Name", "Zeiten"],
        *(["Stadtteilverein" if name == "Treff" else None, name, "Mo 9-12"] for name in ("Treff", "Café", "Werkstatt")),
    ]
    workbook(at, rows, "A1:C1", "A3:A5")

    rows, found = read_table(at.folder / "liste.xlsx")

    assert found == []
    assert [tuple(row.values.values()) for row in rows] == [
        ("Stadtteilverein", "Treff", "Mo 9-12"),
        ("Stadtteilverein", "Café", "Mo 9-12"),
        ("Stadtteilverein", "Werkstatt", "Mo 9-12"),
    ]


def test_one_cell_over_everything_takes_no_memory(at: Workplace) -> None:
    """A sheet whose cells are one, down to the last row a program knows, is read as if they were not."""
    rows = [
        ["Name", "Zeiten"],
        ["Treff", "Mo 9-12"],
    ]
    workbook(at, rows, "D1:D2", name="klein.xlsx")
    saved(at, b'ref="D1:D2"', b'ref="D1:XFD1048576"')

    (row,), found = read_table(at.folder / "liste.xlsx")

    assert (row.values["Zeiten"], found) == ("Mo 9-12", [])


def test_a_column_for_each_day_becomes_one_line_of_hours(at: Workplace) -> None:
    """Each template that has its value is taken, a day without hours is left out."""
    (at.folder / "liste.csv").write_text("name;Mo;Di;Mi\nTreff;9-12;-;14-16 Uhr\nCafé;;;\n", "utf-8")
    hours = "      zeiten: {texte: ['Mo {Mo}', 'Di {Di}', 'Mi {Mi}'], verbinden_mit: ';'}"

    plan, found = at.plan(with_fields(hours), "liste.csv")

    assert found == []
    assert "zeiten: Mo 9-12; Mi 14-16 Uhr\n" in plan.files[0].text
    assert "zeiten" not in plan.files[1].text


def test_a_time_of_day_alone_is_no_opening_hour(at: Workplace) -> None:
    """Nobody knows what nine o'clock means here: it stays beside the hours as text, and the row is named."""
    rows = [
        ["name", "zeiten"],
        ["Treff", time(9)],
    ]
    workbook(at, rows)

    plan, (diagnostic,) = at.plan(with_fields("      zeiten: {eigenschaft: zeiten}"), "liste.xlsx")

    assert "zeiten_hinweis: 09:00\n" in plan.files[0].text
    assert diagnostic.message == "Zeile 2 („Treff“): zeiten: „09:00“ lässt sich nicht sicher als Zeiten lesen."


@pytest.mark.parametrize("cell", ["-", "–", "---", "/", "k.A.", "k. A.", "keine Angabe"])
def test_signs_for_nothing_are_nothing(at: Workplace, cell: str) -> None:
    """Who fills a cell with a dash says nothing about the place."""
    (at.folder / "liste.csv").write_text(f"Name;Tel\nTreff;{cell}\n", "utf-8")
    assert [row.values["Tel"] for row in read_table(at.folder / "liste.csv")[0]] == [""]


@pytest.mark.parametrize(
    ("cell", "first", "rest"),
    [
        ("030 23125 117 (AB)\n030 23125 118", "030 23125 117", "(AB); 030 23125 118"),
        ("030 23125 117 (nur vormittags)", "030 23125 117", "(nur vormittags)"),
        ("Tel.: 030 23125 117", "030 23125 117", ""),
        ("Telefon 030/23125-117 od. 0152 28817386 (mobil)", "030/23125-117", "0152 28817386 (mobil)"),
        ("030 23125 117 bzw. -118", "030 23125 117", "-118"),
    ],
)
def test_remarks_beside_a_number_do_not_cost_the_number(at: Workplace, cell: str, first: str, rest: str) -> None:
    """The first number counts; what stands beside it is named."""
    (at.folder / "liste.csv").write_text(f'name;tel\nTreff;"{cell}"\n', "utf-8")

    plan, (diagnostic,) = at.plan(with_fields("      kontakt.telefon: {eigenschaft: tel}"), "liste.csv")

    assert f"  telefon: {first}\n" in plan.files[0].text
    assert diagnostic.remedy == f"Übernommen ist {first}" + (f"; dazu gehört noch: {rest}." if rest else ".")


@pytest.mark.parametrize(
    ("cell", "taken"),
    [
        ("a@example.org; b@example.org", True),
        ("a@example.org oder b@example.org", True),
        ("a@example.org, Frau am Empfang", False),
    ],
)
def test_of_several_addresses_the_first_counts(at: Workplace, cell: str, taken: bool) -> None:
    """Addresses and nothing else: the first is taken over and the others are named; anything else is left out."""
    (at.folder / "liste.csv").write_text(f'name;post\nTreff;"{cell}"\n', "utf-8")

    plan, (diagnostic,) = at.plan(with_fields("      kontakt.email: {eigenschaft: post}"), "liste.csv")

    assert ("  email: a@example.org\n" in plan.files[0].text) is taken
    assert diagnostic.severity is (Severity.HINWEIS if taken else Severity.WARNUNG)


def test_an_address_in_the_wrong_form_is_said_once(at: Workplace) -> None:
    """Three fields come from one cell; what is wrong with it is one line."""
    (at.folder / "liste.csv").write_text("name;wo\nTreff;Hafen 1\n", "utf-8")
    parts = "".join(f"      ort.{name}: {{eigenschaft: wo, anschrift: {name}}}\n" for name in ("strasse", "plz", "ort"))

    _plan, (diagnostic,) = at.plan(with_fields(parts.rstrip()), "liste.csv")

    assert diagnostic.remedy.startswith("Die Angaben ort.strasse, ort.plz, ort.ort werden nicht übernommen;")


@pytest.mark.parametrize(
    ("right", "high"), [("549123,45", "6018321,5"), ("549.123,45", "6.018.321,50"), ("549 123,45", "6 018 321.5")]
)
def test_metres_as_germans_write_them(at: Workplace, right: str, high: str) -> None:
    """Decimal commas, full stops and spaces between thousands: the same place."""
    (at.folder / "liste.csv").write_text(f"name;rechts;hoch\nTreff;{right};{high}\n", "utf-8")
    plan, found = at.plan(PLACED, "liste.csv")
    assert found == []
    assert "  koordinaten: 54.310407, 9.755045\n" in plan.files[0].text


def test_metres_that_are_none_are_shown(at: Workplace) -> None:
    """Whoever looks for the mistake sees what stood in the cells."""
    (at.folder / "liste.csv").write_text("name;rechts;hoch\nTreff;32549800;6018700\n", "utf-8")
    _plan, (diagnostic,) = at.plan(PLACED, "liste.csv")
    assert diagnostic.message == "Zeile 2: Die Geometrie (32549800, 6018700) ist nicht zu gebrauchen."


def test_a_file_of_two_encodings_is_read_line_by_line() -> None:
    """Two lists copied into one keep their umlauts."""
    assert decoded("Café;Süd\n".encode() + "Größe;Öl\r\n".encode("cp1252")) == "Café;Süd\nGröße;Öl\r\n"
    assert decoded(b"\xef\xbb\xbf" + "Größe\n".encode("cp1252")) == "Größe\n"


def test_every_other_week_is_no_every_week() -> None:
    """A remark about weeks makes hours uncertain: they are read, and count as a reason to ask."""
    for words in ("gerade Wochen", "ungerade KW", "14-tägig", "im Wechsel mit Nordhang"):
        assert [rule.state for rule in rules(zeiten(f"Di 9-12 ({words})").osm)] == ["unknown"], words
