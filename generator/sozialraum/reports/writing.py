"""Evaluations as text or mail for people, as CSV for spreadsheets, as JSON for programs: the table FORMATS."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from itertools import zip_longest
from textwrap import fill, wrap
from typing import TYPE_CHECKING

from sozialraum.checks.upkeep import german
from sozialraum.reports.report import Verdeckt, Verweis

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sozialraum.reports.report import Reihe, Report, Tabelle, Zelle

_FORMULA = re.compile(r"[\s\x00-\x1f\ufeff]*[=+@＝＋－＠-]|[\t\r\n]")
"""What a spreadsheet takes for a formula (OWASP, CSV injection), skipping what nobody sees; the wide signs in East Asian
versions. `assets/ausgabe.js` has the same."""
_WIDTH = 80
_WORDS = re.compile(r"\s|(?<=-)")
_WORD = 24
"""A column is never so narrow that words up to this length break."""


def as_text(report: Report, tables: Sequence[Tabelle]) -> str:
    """Return every table with aligned columns; what is too wide for a terminal goes on in the next line."""
    return "\n\n".join([f"{report.titel}\n{fill(report.kurz, _WIDTH)}", *map(_text_table, tables)])


def as_csv(report: Report, tables: Sequence[Tabelle]) -> str:
    """Return one table for all: the title of each stands in the first column, columns are joined by name.

    For spreadsheets in German: semicolons, and a byte order mark so that ä is
    not mistaken for something else.
    """
    columns = list(dict.fromkeys(column for table in tables for column in table.spalten))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([report.titel, *map(defused, columns)])
    for table in tables:
        for row in table.zeilen:
            cells = dict(zip(table.spalten, row, strict=True))
            writer.writerow([defused(table.titel), *(defused(shown(cells.get(column))) for column in columns)])
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


def as_mail(report: Report, tables: Sequence[Tabelle]) -> str:
    """Return a mail to be pasted: subject, then a line for each row, the first cell in front."""
    subject = f"Betreff: {report.titel}" + (f": {tables[0].titel}" if len(tables) == 1 else "")
    return "\n\n".join([subject, report.kurz, *map(_mail_part, tables)])


def mail_line(table: Tabelle, row: Reihe) -> str:
    """Return a row as one line that reads well without columns."""
    cells = [f"{name}: {text}" for name, cell in zip(table.spalten, row, strict=True) if (text := shown(cell))]
    return f"- {' · '.join(cells).removeprefix(f'{table.spalten[0]}: ')}"


def _mail_part(table: Tabelle) -> str:
    lines = [mail_line(table, row) for row in table.zeilen] or [table.leer]
    return "\n".join([table.titel, *([table.hinweis] if table.hinweis else []), "", *lines])


FORMATS: dict[str, Callable[[Report, Sequence[Tabelle]], str]] = {
    "text": as_text,
    "csv": as_csv,
    "json": as_json,
    "mail": as_mail,
}
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
    lines = [f"{table.titel}", *([fill(table.hinweis, _WIDTH)] if table.hinweis else [])]
    if not table.zeilen:
        return "\n".join([*lines, fill(table.leer, _WIDTH, initial_indent="  ", subsequent_indent="  ")])
    rows = [table.spalten, *([shown(cell) or "–" for cell in row] for row in table.zeilen)]
    widths = _widths(rows)
    for row in rows:
        cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
        lines += ["  " + "  ".join(map(str.ljust, line, widths)).rstrip() for line in zip_longest(*cells, fillvalue="")]
    return "\n".join([*lines, *(f"  {word}: {command}" for word, command in table.weiter)])


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return how wide each column is: as its longest cell, or less where the table would not fit."""
    columns = [*zip(*rows, strict=True)]
    widths = [max(len(" ".join(cell.split())) for cell in column) for column in columns]
    least = [min(_WORD, max(len(word) for cell in column for word in _WORDS.split(cell))) for column in columns]
    while sum(widths) + 2 * len(widths) > _WIDTH:
        room, widest = max((width - short, at) for at, (width, short) in enumerate(zip(widths, least, strict=True)))
        if room <= 0:
            break
        widths[widest] -= 1
    return widths


def defused(text: str) -> str:
    """Return a cell that no spreadsheet runs: an apostrophe in front says that it is text."""
    return f"'{text}" if _FORMULA.match(text) else text


def _json(cell: Zelle) -> object:
    if isinstance(cell, Verweis):
        return {"id": cell.id, "titel": cell.titel}
    if isinstance(cell, Verdeckt):
        return {"verdeckt": cell.zeichen}
    return cell.isoformat() if isinstance(cell, date) else cell
