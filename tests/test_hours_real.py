"""Values that people wrote: thousands from OpenStreetMap and from German markets."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from opening import open_on
from opening_hours import OpeningHours, State
from sozialraum.fields.hours import Zeiten, for_browser, zeiten
from sozialraum.fields.hours_doubts import doubts
from sozialraum.fields.hours_rules import is_overnight, rules
from sozialraum.fields.hours_table import one_line, weekly_table

DATA = Path(__file__).parents[2] / "shared/data"
OSM = DATA / "osm-opening-hours/osm_german_like.tsv"
MARKETS = DATA / "wo-ist-markt/cities"

START = date(2026, 7, 6)
DAYS = [START + timedelta(days=step) for step in range(400)]

here = pytest.mark.skipif(not OSM.exists(), reason=f"The collected values are not here: {OSM}")


@cache
def osm_values(kind: str) -> tuple[str, ...]:
    """Return the distinct values of a kind; `unambiguous` ones break OSM syntax, `invalid` ones are free text."""
    rows = (line.split("\t", 2) for line in OSM.read_text(encoding="utf-8").splitlines())
    names = {"invalid_but_unambiguous_opening_hours": "unambiguous", "invalid_opening_hours": "invalid"}
    return tuple(value for name, _, value in rows if names[name] == kind)


@cache
def market_values() -> tuple[str, ...]:
    """Return the distinct hours of German markets."""
    found: set[str] = set()
    for file in MARKETS.glob("*.json"):
        content = json.loads(file.read_text(encoding="utf-8"))
        markets = content.get("features", []) if isinstance(content, dict) else []
        found |= {market["properties"]["opening_hours"] for market in markets} - {None}
    return tuple(sorted(found))


def read(written: str) -> Zeiten | None:
    """Return the value, None for a refused one."""
    try:
        return zeiten(written)
    except ValueError:
        return None


def library(osm: str) -> OpeningHours | None:
    """Return what opening-hours-py makes of a value by itself."""
    try:
        return OpeningHours(osm)
    except Exception:  # noqa: BLE001  Its exception is not part of its stubs.
        return None


@cache
def accepted() -> tuple[str, ...]:
    """Return the values that are valid OSM as they stand."""
    values = (*osm_values("unambiguous"), *osm_values("invalid"), *market_values())
    return tuple(value for value in values if library(value))


@here
@pytest.mark.parametrize(("kind", "least"), [("unambiguous", 0.98), ("invalid", 0.49)])
def test_coverage_of_osm(kind: str, least: float) -> None:
    """Nearly all values that break OSM syntax but are clear are read, and half of the free texts."""
    values = osm_values(kind)
    assert sum(1 for value in values if read(value)) / len(values) >= least


@here
def test_coverage_of_markets() -> None:
    """Of the hours of German markets only a typing mistake is refused."""
    assert [value for value in market_values() if not read(value)] == ["Tu 07:00-016:00"]


@here
def test_same_meaning() -> None:
    """What is valid OSM keeps its meaning for 400 days, but for "We, Sa 08:00-13:00", which means both days."""
    values = [
        value
        for value in accepted()
        if not re.search(r"(?i)(?:mo|tu|we|th|fr|sa|su|ph),\s+(?:mo|tu|we|th|fr|sa|su|ph)", value)
    ]
    start, end = datetime(2026, 7, 6), datetime(2027, 8, 10)  # noqa: DTZ001  Hours know no time zone.
    assert len(values) > 500
    for value in values:
        before, after = OpeningHours(value), OpeningHours(zeiten(value).osm)
        assert [*before.intervals(start, end)] == [*after.intervals(start, end)], value


@here
def test_same_hours_on_a_day() -> None:
    """Where nothing is uncertain and nothing goes past midnight, a day is open when the library says so."""
    values = [value for value in accepted() if is_plain(zeiten(value))]
    assert len(values) > 400
    for value in values:
        evaluator = OpeningHours(zeiten(value).osm)
        for day in DAYS[::13]:
            assert open_on(zeiten(value), day, frozenset()) == library_hours(evaluator, day), (value, day)


def is_plain(value: Zeiten) -> bool:
    """Return whether our reading and the library's may not differ."""
    certain = all(rule.state == "closed" or not (rule.comment or rule.state == "unknown") for rule in rules(value.osm))
    simple = not any(rule.during_holidays or any(map(is_overnight, rule.times)) for rule in rules(value.osm))
    return certain and simple


def library_hours(evaluator: OpeningHours, day: date) -> tuple[tuple[int, int], ...]:
    """Return the open hours of a day as the library sees it."""
    midnight = datetime.combine(day, datetime.min.time())
    found = evaluator.intervals(midnight, midnight + timedelta(days=1))
    spans = [(start - midnight, end - midnight) for start, end, state, _ in found if state == State.OPEN]
    return tuple((start // timedelta(minutes=1), end // timedelta(minutes=1)) for start, end in spans)


@here
@pytest.mark.parametrize("kind", ["unambiguous", "invalid"])
def test_nothing_is_lost(kind: str) -> None:
    """Every value that is read has words for a reader, and every remark is among them."""
    for value in filter(None, map(read, osm_values(kind))):
        table = weekly_table(value)
        shown = "\n".join([*(hours for _, hours in table.rows), *table.notes])
        assert one_line(value), value
        assert all(rule.comment in shown for rule in rules(value.osm)), value


PIECES = (
    *(
        "Mo",
        "Di",
        "So",
        "-",
        "–",
        ",",
        " ",
        ";",
        "|",
        "||",
        "\n",
        "9",
        "9:30",
        "14.00",
        "Uhr",
        "bis",
        "und",
        "1.",
        "22-2",
    ),
    *(
        "letzter",
        "im Monat",
        "jeden",
        "Januar",
        "24.12.",
        "geschlossen",
        "PH",
        "SH",
        "außer",
        "nach Vereinbarung",
        "(x)",
    ),
    *('"y"', "24/7", "durchgehend", "week", "1-53/2", "easter", "2026", "+", "[1]", "sunset", "unknown", "Th", "ab"),
    *("gerade Wochen", "/", ":", "-1 day", "(", ")", '"', "\ue000", "°", "!", "<", "~1."),
)


@settings(deadline=None)
@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
    )
)
def test_any_text(written: str) -> None:
    """Any text is read or refused with a ValueError; what is read can be shown."""
    value = read(written)
    if value:
        assert len(weekly_table(value).rows) in {0, 7}
        assert one_line(value)
        assert len(doubts(value)) <= 2
        assert json.dumps(for_browser(value, START, frozenset()))
        assert zeiten(value.osm).osm == value.osm


OF_HOLIDAYS = (
    *("Apr-Oct", "Dec 24", "week1-53/2", "Apr-Okt", "PH", "SH", "PH -1 day", "PH +1 day", "feiertags", "Ferien"),
    *("Mo", "So", "Mo-Fr", "Su[1]", "off", "10:00-12:00", "10-18 Uhr", "22:00-02:00", ";", ",", "||", '"x"'),
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(OF_HOLIDAYS), min_size=2, max_size=6).map(" ".join), st.sampled_from(DAYS))
@example("Apr-Okt So feiertags 10-18 Uhr", START)
def test_any_holiday(written: str, day: date) -> None:
    """Whatever is read as hours can be told for a holiday, for the day beside it, and for any other."""
    value = read(written)
    if value:
        for holidays in ({day}, {day - timedelta(days=1)}, {day + timedelta(days=1)}, set[date]()):
            assert all(0 <= start < end for start, end in open_on(value, day, frozenset(holidays)))
