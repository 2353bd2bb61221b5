"""Consultations about a person show the month, not the day (domain.md 4.3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sozialraum.model.beratung import Beratung, Variante
from sozialraum.site.view import Abschnitt, Wert, Zeile
from sozialraum.site.wording import month_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sozialraum.model.record import Record


def only_month(record: Record) -> bool:
    """Whether the days of a record would help to recognise somebody."""
    return isinstance(record, Beratung) and record.variante is not Variante.vorhaben


def in_months(parts: Iterable[Abschnitt]) -> tuple[Abschnitt, ...]:
    """Return parts of a page with months instead of days; what the team has agreed on keeps its day."""
    return tuple(replace(part, zeilen=tuple(map(_row, part.zeilen))) for part in parts)


def _row(row: Zeile) -> Zeile:
    return row._replace(wert=_value(row.wert))


def _value(value: Wert) -> Wert:
    if value.art == "datum":
        return Wert("text", month_name(date.fromisoformat(value.daten[0])))
    if value.art in ("kurz", "gruppe", "fragen"):
        return value._replace(daten=tuple(_row(row) for row in _rows(value.daten)))
    return value


def _rows(daten: Any) -> Iterable[Zeile]:
    rows: Iterable[Zeile] = daten
    return rows
