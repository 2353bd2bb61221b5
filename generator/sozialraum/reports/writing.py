"""Evaluations as text for people, as CSV for spreadsheets, as JSON for programs: the table FORMATS."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import TYPE_CHECKING

from sozialraum.checks.upkeep import german
from sozialraum.reports.report import Verdeckt, Verweis

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sozialraum.reports.report import Report, Tabelle, Zelle

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""With these a spreadsheet takes a cell for a formula (OWASP, CSV injection); the wide ones in East Asian versions."""
_WIDEST = 70


def as_text(report: Report, tables: Sequence[Tabelle]) -> str:
    """Return every table with aligned columns; long cells are cut, CSV and JSON have them whole."""
    return "\n\n".join([f"{report.titel}\n{report.kurz}", *map(_text_table, tables)])


def as_csv(report: Report, tables: Sequence[Tabelle]) -> str:
    """Return one table for all: the title of each stands in the first column, columns are joined by name.

    For spreadsheets in German: semicolons, and a byte order mark so that ä is
    not mistaken for something else.
    """
    columns = list(dict.fromkeys(column for table in tables for column in table.spalten))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([report.titel, *map(_defused, columns)])
    for table in tables:
        for row in table.zeilen:
            cells = dict(zip(table.spalten, row, strict=True))
            writer.writerow([_defused(table.titel), *(_defused(shown(cells.get(column))) for column in columns)])
    return "\ufeff" + out.getvalue()


def as_json(report: Report, tables: Sequence[Tabelle]) -> str:
    """Return name, title and tables; rows are objects by column, days are ISO, hidden figures are objects."""
    found = {
        "auswertung": report.name,
        "titel": report.titel,
        "tabellen": [
            {
                "titel": table.titel,
                "zeilen": [dict(zip(table.spalten, map(_json, row), strict=True)) for row in table.zeilen],
            }
            for table in tables
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Report, Sequence[Tabelle]], str]] = {"text": as_text, "csv": as_csv, "json": as_json}
"""Name on the command line → how a report is written."""


def shown(cell: Zelle) -> str:
    """Return what people read in a cell."""
    if cell is None:
        return ""
    if isinstance(cell, Verweis):
        return cell.titel
    if isinstance(cell, Verdeckt):
        return cell.zeichen
    return german(cell) if isinstance(cell, date) else str(cell)


def _text_table(table: Tabelle) -> str:
    lines = [f"{table.titel}", *([table.hinweis] if table.hinweis else [])]
    if not table.zeilen:
        return "\n".join([*lines, f"  {table.leer}"])
    rows = [table.spalten, *([_cut(shown(cell) or "–") for cell in row] for row in table.zeilen)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.spalten))]
    lines += ["  " + "  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    return "\n".join([*lines, *(f"  {word}: {command}" for word, command in table.weiter)])


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"


def _defused(text: str) -> str:
    """Return a cell that no spreadsheet runs: an apostrophe in front says that it is text."""
    risky = text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)
    return f"'{text}" if risky else text


def _json(cell: Zelle) -> object:
    if isinstance(cell, Verweis):
        return {"id": cell.id, "titel": cell.titel}
    if isinstance(cell, Verdeckt):
        return {"verdeckt": cell.zeichen}
    return cell.isoformat() if isinstance(cell, date) else cell
