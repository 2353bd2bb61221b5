"""Tables for spreadsheets: CSV as German Excel opens it, and XLSX.

A cell never becomes a formula: what a record says is untrusted, and
`=HYPERLINK(…)` in a title would run on the reader's machine (OWASP, CSV
Injection).
"""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

from sozialraum.exports.flat import Flattener, Table, by_type
from sozialraum.reports.writing import defused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from sozialraum.load.entries import Entry
    from sozialraum.project import Project

_WIDEST, _NARROWEST = 60, 10
"""Characters a column of the sheet is wide."""
_LONGEST_CELL = 32_767
"""Characters Excel keeps in a cell."""
_PROPERTIES = "docProps/core.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP can hold: same records, same bytes."""


def as_csv(project: Project, entries: Sequence[Entry], *, spoken: bool) -> tuple[bytes, int]:
    """Return the records of one type as CSV: semicolons, CRLF, UTF-8 with a byte order mark."""
    table = Flattener(project, spoken=spoken).table(entries)
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.headings)
    writer.writerows([defused("" if cell is None else str(cell)) for cell in row] for row in table.rows)
    return stream.getvalue().encode("utf-8-sig"), len(entries)


def as_xlsx(project: Project, entries: Sequence[Entry], *, spoken: bool) -> tuple[bytes, int]:
    """Return the records as a workbook with one sheet per type."""
    from openpyxl import Workbook
    from openpyxl.xml.functions import tostring

    flattener = Flattener(project, spoken=spoken)
    book = Workbook()
    book.remove(book.worksheets[0])
    for each in by_type(entries).values():
        table = flattener.table(each)
        _fill(book.create_sheet(table.name), table)
    stream = io.BytesIO()
    book.save(stream)
    day = datetime(project.today.year, project.today.month, project.today.day)  # noqa: DTZ001 - a day, not a moment
    book.properties.created = book.properties.modified = day
    return _without_clock(stream.getvalue(), tostring(book.properties.to_tree())), len(entries)


def _fill(sheet: Worksheet, table: Table) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate((table.headings, *table.rows), 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = value if isinstance(value, int | date) else (value or "")[:_LONGEST_CELL]
            if isinstance(value, str):
                cell.data_type = "s"  # text, also where it begins with =
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.font = Font(bold=number == 1)
    for column, heading in enumerate(table.headings, 1):
        longest = max(len(str(row[column - 1] or "")) for row in (table.headings, *table.rows))
        width = min(_WIDEST, max(_NARROWEST, longest, len(heading)) + 2)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions


def _without_clock(content: bytes, properties: bytes) -> bytes:
    """Return the same workbook with `properties` instead of its own, and no time of day in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, properties if name == _PROPERTIES else source.read(name))
    return stream.getvalue()
