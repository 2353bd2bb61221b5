"""Days and years, written as ISO 8601."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Annotated

from pydantic import PlainValidator

from sozialraum.diagnostics import Rule, Severity
from sozialraum.fields.kind import Kind, wrong
from sozialraum.fields.text import as_text

DATUM = Rule(
    "kein_datum",
    Severity.FEHLER,
    "Das ist kein gültiges Datum.\n\nEin Datum wird als Jahr-Monat-Tag geschrieben, zum Beispiel `2026-05-12` "
    "für den 12. Mai 2026. So sortieren sich Dateien von selbst, und niemand verwechselt Tag und Monat.",
    regel="KB-03",
)

RULES = (DATUM,)

ISO = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_YEAR = r"(?P<year>(?:19|20|21)\d\d"
_GERMAN = re.compile(
    rf"(?P<day>\d{{1,2}})\.\s*(?:(?P<month>\d{{1,2}})\.|(?P<name>[A-Za-zä]{{3,9}})\.?)\s*{_YEAR}|[0-4]\d)\Z", re.ASCII
)
_BACKWARDS = re.compile(rf"{_YEAR})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})\Z", re.ASCII)
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
_MONTHS = tuple(month[:3].casefold() for month in MONTHS)


@lru_cache(maxsize=8192)
def day(text: str) -> date:
    """Return the day written as `2026-05-12`."""
    text = text.strip()
    try:
        if ISO.match(text) and text[:2] in ("19", "20", "21"):
            return date.fromisoformat(text)
        meant = _meant(text)
    except ValueError:
        raise wrong(
            DATUM, f"Den Tag „{text[:60]}“ gibt es nicht.", "Tag und Monat prüfen, zum Beispiel 2026-05-12."
        ) from None
    remedy = f"Richtig ist: {meant}." if meant else "Richtig ist zum Beispiel 2026-05-12."
    raise wrong(DATUM, f"„{text[:60]}“ ist kein Datum der Form Jahr-Monat-Tag.", remedy)


def _meant(text: str) -> date | None:
    """Return the day behind another spelling, None where it is not certain. Raises ValueError for a day that never was."""
    found = _GERMAN.match(text) or _BACKWARDS.match(text)
    if not found:
        return None
    parts = found.groupdict()
    name = (parts.get("name") or "").casefold()[:3]
    if name and name not in _MONTHS:
        return None
    month = _MONTHS.index(name) + 1 if name else int(parts["month"])
    year = int(parts["year"]) if len(parts["year"]) > len("26") else 2000 + int(parts["year"])
    return date(year, month, int(parts["day"]))


def _day(value: object) -> date:
    return day(as_text(value))


Datum = Annotated[date, PlainValidator(_day), Kind("Datum", "Jahr-Monat-Tag", "2026-05-12")]


@lru_cache(maxsize=8192)
def long_date(day: date) -> str:
    """Return „12. Mai 2026“."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, the last of the month where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + month // 11, (month + 1) % 12 + 1, 1) - date.resolution).day
    return date(year, month + 1, min(day.day, last))


def months_between(first: date, second: date) -> int:
    """Return the number of whole months from `first` to `second`."""
    months = (second.year - first.year) * 12 + second.month - first.month
    return months - (second.day < first.day)
