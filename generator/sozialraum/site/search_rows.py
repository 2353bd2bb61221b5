"""What is shown of each text the search finds, column by column; the finder shows the same of its records.

Words stand in lines, what repeats in lists and is named by its position there.
`assets/zeilen.js` reads it.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.fields.hours import for_browser
from sozialraum.fields.hours_table import one_line, week_line
from sozialraum.load.folder import slugify
from sozialraum.site.columns import coded, with_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sozialraum.fields.hours import Zeiten

GROUPS = (
    ("lebenswelt", "Aus der Lebenswelt"),
    ("fachdienst", "Von Fachdiensten"),
    ("menschen", "Menschen, die Türen öffnen"),
    ("orte", "Orte"),
    ("gruppen", "Organisationen und Netzwerke"),
    ("vorhaben", "Vorhaben und Bedarfslagen"),
    ("team", "Aus den Teams"),
    ("themen", "Themen und Listen"),
    ("methode", "Methode und Handbuch"),
)
"""Groups of results in the order of the support sequence."""

MINUTES = 5
"""Hours of the week are told in steps of as many minutes; others stand in a list of their own."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Row(NamedTuple):
    """What a result shows. `zeiten` is a cell as `hours_cell` writes it; `geprueft` a day in ISO form."""

    ordner: str
    name: str
    titel: str
    kurz: str = ""
    ort: str = ""
    zeiten: str = ""
    geprueft: str = ""
    hinweis: str = ""
    gruppe: str = "themen"


def table(rows: Sequence[Row]) -> dict[str, Any]:
    """Return the rows as data."""
    groups = {key: position for position, (key, _title) in enumerate(GROUPS)}
    days = [date.fromisoformat(row.geprueft).toordinal() if row.geprueft else 0 for row in rows]
    first = min(filter(None, days), default=1)
    special, hours = _hours(rows)
    return {
        "anzahl": len(rows),
        "gruppen": [title for _key, title in GROUPS],
        "gruppe": coded([groups[row.gruppe] for row in rows]),
        "name": "\n".join([name_cell(row.name, row.titel) for row in rows]),
        "titel": _lines(row.titel for row in rows),
        "kurz": _lines(row.kurz for row in rows),
        **{name: _coded([getattr(row, name) for row in rows]) for name in ("ordner", "ort", "hinweis")},
        "zeiten": "\n".join(hours),
        "besondere": special,
        "erster": first,
        "geprueft": coded([day and day - first + 1 for day in days]),
    }


def _lines(texts: Iterable[str]) -> str:
    return "\n".join([" ".join(text.split()) for text in texts])


def _coded(values: Sequence[str]) -> dict[str, Any]:
    numbers: dict[str, int] = {"": 0}
    each = [numbers.setdefault(value, len(numbers)) for value in values]
    return {"worte": list(numbers), "je": coded(each)}


def _hours(rows: Sequence[Row]) -> tuple[list[Any], list[str]]:
    """Return hours that do not fit a cell, and a cell each; "#2" names the third of those."""
    special: dict[str, int] = {}
    cells = [
        f"#{special.setdefault(row.zeiten, len(special))}" if row.zeiten.startswith("{") else row.zeiten for row in rows
    ]
    return [json.loads(each) for each in special], cells


@lru_cache(maxsize=2**14)
def hours_cell(value: Zeiten, today: date, holidays: frozenset[date]) -> str:
    """Return hours as `zeiten.js` needs them: those of a plain week in a few signs, all others as JSON.

    What people read of a plain week follows from it (`woche.js`); JSON says it, too, as `text`.
    """
    data: dict[str, Any] = for_browser(value, today, holidays)
    text = one_line(value)
    cell = week_cell(data["w"]) if data.keys() == {"w"} and text == week_line(data["w"]) else ""
    return cell or json.dumps({**data, "text": text}, ensure_ascii=False, separators=(",", ":"))


def week_cell(week: Sequence[tuple[tuple[int, int], ...]]) -> str:
    """Return two signs for days that are alike and two for each beginning and duration; "" where that is not all.

    The days are bits, Monday the lowest.
    """
    of: dict[tuple[tuple[int, int], ...], int] = {}
    for day, spans in enumerate(week):
        if spans:
            of[spans] = of.get(spans, 0) | 1 << day
    numbers = [
        [days, *(minute for start, end in spans for minute in (start, end - start))] for spans, days in of.items()
    ]
    if any(minute % MINUTES for each in numbers for minute in each[1:]):
        return ""
    return " ".join([_signs([days, *(minute // MINUTES for minute in rest)]) for days, *rest in numbers])


def _signs(numbers: Sequence[int]) -> str:
    return "".join([with_width(number, 2) for number in numbers])


def name_cell(name: str, titel: str) -> str:
    """Return an id as the words of its title, by capital letters: "/C-A-ost" for markt-cafe-ost, „Café am Markt“.

    Empty where it is the one a browser expects for the title. No name holds the slash in front; pages written by hand
    may have capitals, and stand as they are.
    """
    expected = slug(titel)
    if name == expected:
        return ""
    known = dict(zip(expected.split("-"), _LETTERS, strict=False)) if expected else {}
    coded = "-".join([known.get(word, word) for word in name.split("-")])
    return f"/{coded}" if coded != name and name.islower() else name


@cache
def slug(titel: str) -> str:
    """Return the id a browser expects for a title; anything it might read differently is "" (the id is told)."""
    return slugify(titel) if all(sign.isascii() or sign in "äöüÄÖÜß–„“" for sign in titel) else ""
