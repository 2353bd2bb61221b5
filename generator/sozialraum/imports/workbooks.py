"""XLSX files as people see them: the results of formulas, cells over several rows, days without a time of day."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import IO, TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

LARGEST = 100_000_000
"""Bytes; a larger file is no list of a district. Also what an XLSX may unpack to."""
FORMULA = "=\0"
"""Stands for a formula whose result is not in the file."""
_UNTYPED = "n"
"""Type of a cell of which nothing is said: a formula that came to an empty text has one."""
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_MOST_MERGED = 100_000
"""Cells that may be part of larger ones; the library makes something of each."""
_ZEROS = re.compile(r"0{2,}\Z")


_BROKEN = (
    *(ArithmeticError, AttributeError, EOFError, LookupError, RuntimeError, SyntaxError, TypeError, ValueError),
    *(zipfile.BadZipFile, zlib.error),
)
"""What the library raises over damaged files, wherever in them it happens to be: it reads the rows one by one."""


class Workbook(NamedTuple):
    """One sheet as rows of text, each with its number."""

    rows: list[tuple[int, list[str]]]
    sheets: list[str]
    """The names of all sheets."""


class Refused(NamedTuple):
    """Why a file cannot be read, and what helps."""

    message: str
    remedy: str


def read_workbook(file: Path, wanted: str) -> Workbook | Refused:
    """Return the rows of the sheet `wanted`, "" for the first one with a table on it."""
    import openpyxl

    with file.open("rb") as opened:
        try:
            with zipfile.ZipFile(opened) as packed:
                if sum(each.file_size for each in packed.infolist()) > LARGEST:
                    return Refused("Ausgepackt ist die Datei größer als 100 MB.", "Als CSV speichern.")
            book = openpyxl.load_workbook(opened, read_only=True, data_only=True)
        except _BROKEN:
            return Refused("Die Datei ist keine XLSX-Tabelle.", "Neu als XLSX oder CSV speichern.")
        try:
            return _sheet(opened, book, wanted)
        except _BROKEN:
            remedy = "In der Tabellenkalkulation öffnen und neu speichern, oder als CSV."
            return Refused("Die XLSX-Tabelle ist beschädigt.", remedy)


def _sheet(file: IO[bytes], book: Any, wanted: str) -> Workbook | Refused:
    if wanted and wanted not in book.sheetnames:
        remedy = f"Vorhanden sind: {', '.join(book.sheetnames)}."
        return Refused(f"Ein Blatt „{wanted}“ gibt es nicht.", remedy)
    seen = _seen(file)
    chosen = [book[wanted]] if wanted else book.worksheets
    sheets = {each.title: list(_rows(each.iter_rows(), seen.get(each.title, _Seen()))) for each in chosen}
    rows = next(iter(sorted(sheets.values(), key=_likeness)), [])
    return Workbook(rows, book.sheetnames)


def _likeness(rows: Sequence[tuple[int, Sequence[str]]]) -> int:
    """Return 0 for a sheet with a table, 1 for one with anything on it, such as a cover, 2 for an empty one."""
    widths = [sum(map(bool, cells)) for _number, cells in rows]
    return 0 if sum(width > 1 for width in widths) > 1 else 1 if any(widths) else 2


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a person sees in a sheet and its plain cells do not say; places are (row, column)."""

    formulas: frozenset[tuple[int, int]] = frozenset()
    shared: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Cell below the first of several rows that are one cell → the first."""


def _seen(file: IO[bytes]) -> dict[str, _Seen]:
    """Return title of each sheet → formulas and cells over several rows; nothing is read twice where there are none."""
    import openpyxl
    from openpyxl.utils import range_boundaries

    with zipfile.ZipFile(file) as packed:
        parts = [packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/")]
    ranges = [range_boundaries(found.decode()) for part in parts for found in _MERGED.findall(part)]
    cells = sum((right - left + 1) * (low - high + 1) for left, high, right, low in ranges)
    if cells > _MOST_MERGED or not (ranges or any(b"<f" in part for part in parts)):
        return {}
    found = {}
    for sheet in openpyxl.load_workbook(file).worksheets:
        formulas = frozenset(
            (cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
        )
        shared = {
            (row, merged.min_col): (merged.min_row, merged.min_col)
            for merged in sheet.merged_cells.ranges
            for row in range(merged.min_row + 1, merged.max_row + 1)
        }
        found[sheet.title] = _Seen(formulas, shared)
    return found


def _rows(rows: Iterable[Sequence[Any]], seen: _Seen) -> Iterator[tuple[int, list[str]]]:
    known: dict[tuple[int, int], str] = {}
    firsts = frozenset(seen.shared.values())
    for number, cells in enumerate(rows, 1):
        texts = []
        for column, cell in enumerate(cells, 1):
            place = (number, column)
            text = _as_text(cell.value, getattr(cell, "number_format", ""))
            unknown = place in seen.formulas and getattr(cell, "data_type", _UNTYPED) == _UNTYPED
            text = text or (FORMULA if unknown else known.get(seen.shared.get(place, place), ""))
            if place in firsts:
                known[place] = text
            texts.append(text)
        yield number, texts


def _as_text(value: Any, form: str) -> str:
    """Return a cell as people see it: a day without its midnight, 01067 with its zero."""
    if value is None or isinstance(value, bool):
        return {None: "", True: "ja", False: "nein"}[value]
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and _ZEROS.match(form):
        return str(value).zfill(len(form))
    return str(value).strip()
