"""Lists that exist already: CSV as any program writes it, and XLSX.

Everything becomes text, a row a group of properties named by the heading. What
spreadsheets add of their own (error values, markup, blank rows, titles above
the table, hidden time of day) is taken off here; nothing is guessed about
what a value means.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span
from sozialraum.imports.rows import RowPlace, about
from sozialraum.imports.workbooks import FORMULA, LARGEST, Refused, read_workbook
from sozialraum.source.text import why

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TABELLE = Rule(
    "import_tabelle",
    Severity.FEHLER,
    "Die Tabelle lässt sich nicht lesen.\n\nVerstanden werden CSV (Trennzeichen Semikolon, Komma, Tabulator oder "
    "senkrechter Strich; UTF-8, UTF-16 oder Windows-1252) und XLSX. Die erste Zeile, die mindestens "
    "halb so breit ist wie die Tabelle, gilt als Überschrift; steht sie anderswo, nennt die Zuordnung sie mit `kopfzeile`.",
)
ZELLE = Rule(
    "import_zelle",
    Severity.HINWEIS,
    "Eine Zelle enthält einen Fehlerwert der Tabelle oder eine Formel ohne Ergebnis.\n\n`#WERT!`, `#NV` und Ähnliches "
    "bedeuten, dass eine Formel nichts ergeben hat. Manche Programme speichern nur die Formel und nicht, was sie ergibt; "
    "einmal in der Tabellenkalkulation öffnen und speichern hilft. Die Zelle gilt als leer.",
)

OHNE_ZEILEN = Rule(
    "import_ohne_zeilen",
    Severity.WARNUNG,
    "Unter den Überschriften steht nichts.\n\nMeist ist es das falsche Blatt, oder die Überschriften stehen weiter unten. "
    "Die Zuordnung nennt das Blatt mit `blatt` und die Zeile mit `kopfzeile`.",
)

RULES = (TABELLE, ZELLE, OHNE_ZEILEN)

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx")
"""Names by which a table is recognised."""
MISSING = "die Datei gibt es nicht"
"""Why a file that a person or a mapping named cannot be opened."""

_DELIMITERS = ";,\t|"
_ERRORS = re.compile(
    r"#(?:WERT|NV|BEZUG|DIV/0|NAME|ZAHL|NULL|ÜBERLAUF|KALK|VALUE|N/A|REF|NUM|SPILL|CALC)[!?]?|Err:\d{3}", re.IGNORECASE
)
_NOTHING = re.compile(r"[-–—_/.]+|k\.\s?A\.|keine Angaben?", re.IGNORECASE)
"""What people write into a cell to say that nothing is to be said."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BREAK = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]*>", re.IGNORECASE)
_HEADING_WITHIN = 20
"""Rows in which the heading is looked for."""
_SAMPLE = 50
"""Lines by which the delimiter is found."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table below its heading."""

    number: int
    """As the spreadsheet counts it, from 1."""
    values: dict[str, str]


@dataclass(slots=True)
class _Sheet:
    """Rows as they stand in the file, with what is wrong with them."""

    name: str
    rows: list[tuple[int, list[str]]]
    found: list[Diagnostic] = field(default_factory=list)
    others: str = ""
    """A sentence that names the sheets of a workbook."""


def read_table(file: Path, sheet: str = "", heading: int = 0) -> tuple[list[Row], list[Diagnostic]]:
    """Return the rows of a CSV or XLSX file below the heading.

    `sheet` is the name of a sheet of a workbook, "" for the first one with
    a table in it. `heading` is the number of the row with the headings, 0
    for the first row with more than one filled cell.
    """
    try:
        if file.stat().st_size > LARGEST:
            return [], [_unreadable(file, "Die Datei ist größer als 100 MB.", "Nur die nötigen Spalten speichern.")]
        read = _workbook(file, sheet) if file.suffix.lower() == ".xlsx" else _text_table(file)
    except OSError as error:
        return [], [_unreadable(file, f"„{file}“ lässt sich nicht öffnen{why(error, MISSING)}.", "Den Pfad prüfen.")]
    if isinstance(read, Diagnostic):
        return [], [read]
    return _below_heading(read, heading)


def _below_heading(sheet: _Sheet, wanted: int) -> tuple[list[Row], list[Diagnostic]]:
    filled = [(number, cells) for number, cells in sheet.rows if any(cells)]
    position = _heading(filled, wanted)
    if position is None:
        message = f"Zeile {wanted} ist leer." if wanted else "Es gibt keine Zeile mit Überschriften."
        return [], [TABELLE.at(Span(sheet.name), message, "In der Zuordnung kopfzeile: 3 angeben.")]
    names = _names(filled[position][1])
    rows = []
    for number, cells in filled[position + 1 :]:
        values = dict(zip(names, [*cells, *[""] * len(names)], strict=False))
        rows.append(Row(number, {name: _clean(sheet, number, name, value) for name, value in values.items()}))
    left = [row for row in rows if any(row.values.values())]
    if not left:
        message = f"Unter den Überschriften ({', '.join(names)[:80]}) steht keine Zeile."
        remedy = f"Blatt oder Zeile nennen, zum Beispiel kopfzeile: 3.{sheet.others}"
        sheet.found.append(OHNE_ZEILEN.at(Span(sheet.name), message, remedy))
    return left, sheet.found


def _heading(filled: Sequence[tuple[int, list[str]]], wanted: int) -> int | None:
    """Return which of the filled rows has the headings: the first that is half as wide as the table, titles are not."""
    if wanted:
        return next((position for position, (number, _cells) in enumerate(filled) if number == wanted), None)
    widths = [sum(map(bool, cells)) for _number, cells in filled[:_HEADING_WITHIN]]
    wide = max(2, max(widths, default=0) / 2)
    return next((position for position, width in enumerate(widths) if width >= wide), 0 if filled else None)


def _names(cells: Sequence[str]) -> list[str]:
    """Return a name for each column: its heading in one line; a repeated or missing one gets a number."""
    seen: Counter[str] = Counter()
    names = []
    for column, cell in enumerate(cells, 1):
        name = " ".join(cell.split()) or f"Spalte {column}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def _clean(sheet: _Sheet, number: int, name: str, value: str) -> str:
    """Return the text of a cell without markup; error values are empty."""
    said, remedy = _without_value(value)
    if said:
        sheet.found.append(about(ZELLE, RowPlace(sheet.name, "Zeile", number, column=name), said, remedy))
        return ""
    if _NOTHING.fullmatch(value):
        return ""
    if "<" in value and _TAG.search(value):
        value = _TAG.sub("", _BREAK.sub("\n", value))
    lines = (" ".join(line.split()) for line in unescape(value).replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def _without_value(cell: str) -> tuple[str, str]:
    """Return what is said of a cell that shows that a program failed, and the remedy; "" for all others."""
    if cell == FORMULA:
        said = "Die Zelle enthält eine Formel, deren Ergebnis nicht gespeichert ist."
        return said, "Gilt als leer; in der Tabellenkalkulation öffnen und speichern."
    if _ERRORS.fullmatch(cell):
        return f"Die Zelle enthält den Fehlerwert {cell}.", "Gilt als leer; in der Tabelle berichtigen."
    return "", ""


def _text_table(file: Path) -> _Sheet | Diagnostic:
    text = decoded(file.read_bytes())
    if "\x00" in text:
        return _unreadable(file, "Die Datei ist keine Texttabelle.", "Als CSV oder XLSX speichern.")
    delimiter = delimiter_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows, before = [], 0
    try:
        for cells in reader:
            rows.append((before + 1, [cell.strip() for cell in cells]))
            before = reader.line_num
    except csv.Error:
        remedy = "Meist fehlt dort ein Anführungszeichen am Ende einer Zelle. Berichtigen oder neu als CSV speichern."
        return _unreadable(file, f"Ab Zeile {before + 1} lässt sich die Tabelle nicht lesen.", remedy)
    return _Sheet(file.name, rows)


def decoded(content: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 (with or without a byte order mark) or Windows-1252, mixed ones too."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    for encoding, zeros in (("utf-16-le", content[1:400:2]), ("utf-16-be", content[:400:2])):
        if zeros and zeros.count(0) > len(zeros) * 0.8:
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "".join(map(_decoded_line, content.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)))


def _decoded_line(line: bytes) -> str:
    """Return a line of a file put together from several, each in an encoding of its own."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def delimiter_of(text: str) -> str:
    """Return the sign that divides the first lines into the most, and the most equal, cells."""
    lines = [line for line in text.splitlines()[:_SAMPLE] if line.strip()]

    def merit(sign: str) -> tuple[int, int]:
        try:
            widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=sign))
        except csv.Error:  # said by whoever reads the whole table
            return 0, 0
        width, times = max(widths.items(), key=lambda each: (each[0] > 1, each[1], each[0]), default=(1, 0))
        return (times if width > 1 else 0, width)

    return max(_DELIMITERS, key=merit)


def _workbook(file: Path, wanted: str) -> _Sheet | Diagnostic:
    read = read_workbook(file, wanted)
    if isinstance(read, Refused):
        return _unreadable(file, read.message, read.remedy)
    return _Sheet(file.name, read.rows, others=f" Vorhanden sind die Blätter: {', '.join(read.sheets)}.")


def _unreadable(file: Path, message: str, remedy: str) -> Diagnostic:
    return TABELLE.at(Span(file.name), message, remedy)
