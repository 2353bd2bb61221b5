"""Opening hours: read, checked and evaluated.

OSM `opening_hours` is the notation, opening-hours-py its reader. Three things
are left to us:

- Public holidays. The library knows those of whole countries only, so it runs
  without a country, where PH never holds. For a day that is a holiday here, PH
  becomes that day's weekday before the rules are evaluated for that one day:
  "Mo-Fr 08:00-16:00; PH off" on a Thursday is "Mo-Fr 08:00-16:00; Th off".
- School holidays. Nobody tells us when they are: SH holds on no day.
- Hours past midnight. The library drops those of Friday where Saturday has
  hours of its own, so the part after midnight is evaluated by itself.

In three places the reading is more careful than the library's: a remark without
hours ("nach Vereinbarung") opens nothing, "SH Mo-Fr" is Monday to Friday
*during* school holidays (both as OSM specifies), and hours that end with the sun
or under a condition ("mit Anmeldung") are uncertain.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from opening_hours import OpeningHours, ParserError  # type: ignore[attr-defined]  # The stubs lack it.

from sozialraum.fields import hours_rules
from sozialraum.fields.hours_german import osm_spelling
from sozialraum.fields.hours_plain import plain_osm, plain_week
from sozialraum.fields.hours_refusals import not_understood
from sozialraum.fields.hours_rules import DAYS, MIDNIGHT, Rule, rules

if TYPE_CHECKING:
    from collections.abc import Iterable

BUNDESLAENDER = ("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH")

DAYS_AHEAD = 400
"""How many days of irregular hours a page carries: a year and a month."""

MODEL_WEEK = tuple(date(2001, 1, 1) + timedelta(days=step) for step in range(7))
"""A week from Monday to Sunday, in which regular hours are read off."""

_NO_HOLIDAYS: frozenset[date] = frozenset()
_WEEKDAY = r"(?i:mo|tu|we|th|fr|sa|su)"
_GAP = re.compile(rf'"[^"]*"|(?:(?<=[HSs])[ ,](?={_WEEKDAY})|(?<=[a-z\]])[ ,](?=PH|SH))')
"""Where holidays and weekdays meet: "SH Mo" is not "SH,Mo"."""
_SPACED_DAYS = re.compile(rf'"[^"]*"|(?<![a-zA-Z])({_WEEKDAY}(?:\[[-\d,]+\])?|PH|SH),\s+(?={_WEEKDAY}|PH|SH)')
"""Days followed by days, with a space where OSM has none."""


@dataclass(frozen=True, slots=True)
class Zeiten:
    """Opening hours that can be evaluated."""

    text: str
    """As written."""
    osm: str
    """The same in OSM syntax, in one canonical spelling."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a day in minutes since midnight; `end` exceeds 1440 past midnight."""

    start: int
    end: int
    state: str
    """open, closed or unknown."""
    comment: str


@lru_cache(maxsize=2**16)
def zeiten(text: str) -> Zeiten:
    """Return opening hours from OSM syntax or its German spelling (`hours_german`).

    Raises ValueError with one German sentence that quotes what is wrong.
    """
    osm = plain_osm(text) or _read(text)
    if osm is None:
        pieces = (piece for piece in re.split(r"[;\n|]", text) if piece.strip())
        raise ValueError(not_understood(next((piece for piece in pieces if not _is_readable(piece)), text)))
    return Zeiten(text, osm)


def _read(text: str) -> str | None:
    """Return the canonical OSM value; None or ValueError if there is none."""
    osm = _canonical(text.strip())
    if osm is None and (german := _canonical(osm_spelling(text))):
        return _canonical(hours_rules.osm(hours_rules.added_up(rules(german))))
    return osm


def _canonical(osm: str) -> str | None:
    """Return the library's spelling of OSM syntax, None for anything else.

    Three corrections: it reads "Mo, Fr 09:00-12:00" as all of Monday and Friday
    morning, and so it writes; it writes "SH Mo-Fr" as "SH,Mo-Fr", and "PH +1 day"
    in a way that it cannot read itself.
    """
    osm = _SPACED_DAYS.sub(lambda days: days[0].rstrip() if days[1] else days[0], osm)
    try:
        found = re.sub(r"PH (?=\d+ days?\b)", "PH +", str(OpeningHours(osm)))
    except ParserError:
        return None
    found = _SPACED_DAYS.sub(lambda days: f"{days[1]} 00:00-24:00, " if days[1] else days[0], found)
    written = _GAP.findall(osm)
    if len(written) != len(_GAP.findall(found)):
        return found
    gaps = iter(written)
    return _GAP.sub(lambda gap: next(gaps) if gap[0] in " ," else (next(gaps), gap[0])[1], found)


def _is_readable(piece: str) -> bool:
    try:
        return _read(piece) is not None
    except ValueError:
        return False


def mentions_holidays(value: Zeiten) -> bool:
    """Return whether the hours on public holidays are known; "24/7" includes them."""
    return any(
        any(day.startswith("PH") for day in rule.days) or (hours_rules.is_always(rule) and rule.state == "open")
        for rule in rules(value.osm)
    )


def holidays_of(bundesland: str, years: Iterable[int]) -> frozenset[date]:
    """Return the public holidays of a Land, given by its part of ISO 3166-2 ("SH").

    Those of single communes (Mariä Himmelfahrt, Augsburg) are left out.
    Raises ValueError for anything that is not a Land.
    """
    if bundesland not in BUNDESLAENDER:
        message = f"„{bundesland}“ ist kein Bundesland; richtig ist zum Beispiel „SH“ oder „BY“."
        raise ValueError(message)
    return _NO_HOLIDAYS.union(*(_holidays_in(bundesland, year) for year in years))


def coming_holidays(bundesland: str, today: date) -> frozenset[date]:
    """Return those of this year and the two that follow: as long as a site may stand that nobody builds anew."""
    return holidays_of(bundesland, range(today.year, today.year + 3))


@lru_cache
def _holidays_in(bundesland: str, year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("DE", subdiv=bundesland, years=year))


def open_parts(spans: tuple[Span, ...]) -> tuple[tuple[int, int], ...]:
    """Return the open parts; remarks do not divide them."""
    merged: list[tuple[int, int]] = []
    for span in spans:
        if span.state != "open":
            continue
        start = merged.pop()[0] if merged and merged[-1][1] == span.start else span.start
        merged.append((start, span.end))
    return tuple(merged)


def spans_on(of: tuple[Rule, ...], day: date, holidays: frozenset[date]) -> tuple[Span, ...]:
    """Return all of `day` from midnight on, cut where state or remark change."""
    week = plain_spans(of)
    return week[day.weekday()] if week else _evaluated(of, day, holidays)


@lru_cache(maxsize=2**14)
def plain_spans(of: tuple[Rule, ...]) -> tuple[tuple[Span, ...], ...] | None:
    """Return all of each weekday, from Monday, where the rules are plain; None otherwise."""
    week = plain_week(of)
    return tuple(_whole_day(times) for times in week) if week else None


@lru_cache(maxsize=2**12)
def _whole_day(times: tuple[tuple[int, int], ...]) -> tuple[Span, ...]:
    cuts = [0, *(minute for span in times for minute in span), MIDNIGHT]
    states = ["closed", "open"] * len(cuts)
    parts = zip(cuts, cuts[1:], states, strict=False)
    return tuple(Span(start, end, state, "") for start, end, state in parts if start < end)


def _evaluated(of: tuple[Rule, ...], day: date, holidays: frozenset[date]) -> tuple[Span, ...]:
    today = frozenset(entry for rule in of for entry in rule.days if _is_on(entry, day, holidays))
    before, after = _evaluators(of, today, DAYS[day.weekday()] if today else "")
    spans = _spans(before, day)
    night = _spans(after, day)[0] if after else None
    if night and night.state != "closed" and spans[-1].state == night.state:
        spans[-1] = replace(spans[-1], end=MIDNIGHT + night.end)
    return tuple(spans)


def _is_on(entry: str, day: date, holidays: frozenset[date]) -> bool:
    """Return whether "PH" or "PH -1 days" holds on `day`."""
    if not entry.startswith("PH"):
        return False
    return day - timedelta(days=int(entry.split()[1]) if " " in entry else 0) in holidays


@lru_cache(maxsize=2**14)
def _evaluators(of: tuple[Rule, ...], today: frozenset[str], weekday: str) -> tuple[OpeningHours, OpeningHours | None]:
    """Return the library's reading before and after midnight (None: closed then).

    `today` holds those holiday entries that hold on the day, a `weekday`.
    """
    resolved = hours_rules.on_day(of, today, weekday)
    before = tuple(hours_rules.before_midnight(rule) for rule in resolved)
    if not any(hours_rules.is_overnight(span) for rule in resolved for span in rule.times):
        return OpeningHours(hours_rules.osm(before)), None
    after = tuple(rule for rule in map(hours_rules.after_midnight, resolved) if rule)
    return OpeningHours(hours_rules.osm(before)), OpeningHours(hours_rules.osm(after))


def _spans(evaluator: OpeningHours, day: date) -> list[Span]:
    midnight = datetime.combine(day, time())
    found = evaluator.intervals(midnight, midnight + timedelta(days=1))
    return [
        Span(start.hour * 60 + start.minute, end.hour * 60 + end.minute or MIDNIGHT, str(state), comment)
        for start, end, state, comment in found
    ]


def for_browser(value: Zeiten, today: date, holidays: frozenset[date]) -> dict[str, object]:
    """Return what `zeiten.js` needs to say what is open on the day it is viewed.

    - w: hours from Monday to Sunday
    - f: hours on a public holiday; absent where the value does not say
    - t: hours on the days, in ISO form, on which neither w nor f is right
    - bis: the last day for which t was worked out; absent for regular hours
    - v: weekdays, 1 to 7, on which it is worth asking: unknown, or open under a condition
    - s: true where school holidays differ
    """
    return dict(_for_browser(value.osm, today, holidays))


@lru_cache(maxsize=2**14)
def _for_browser(osm: str, today: date, holidays: frozenset[date]) -> dict[str, object]:
    of = rules(osm)
    if plain := plain_week(of):
        return {"w": [*plain]}
    on_holidays = _hours_on_holidays(of) if mentions_holidays(Zeiten("", osm)) else ()
    regular = all(map(hours_rules.is_regular, of)) and len(set(on_holidays)) <= 1
    days = MODEL_WEEK if regular else tuple(today + timedelta(days=step) for step in range(DAYS_AHEAD))
    spans = {day: spans_on(of, day, _NO_HOLIDAYS if regular else holidays) for day in days}
    hours = {day: open_parts(found) for day, found in spans.items()}
    week = [_most_common(hours[day] for day in days if day.weekday() == weekday) for weekday in range(7)]
    data: dict[str, object] = {"w": week}
    if on_holidays:
        data["f"] = _most_common(on_holidays)
    if not regular:
        usual = {day: data["f"] if "f" in data and day in holidays else week[day.weekday()] for day in days}
        data["t"] = {day.isoformat(): found for day, found in hours.items() if found != usual[day]}
        data["bis"] = days[-1].isoformat()
    if maybe := {day.isoweekday() for day in days if any(span.state == "unknown" for span in spans[day])}:
        data["v"] = sorted(maybe)
    if any("SH" in rule.days for rule in of):
        data["s"] = True
    return data


def _hours_on_holidays(of: tuple[Rule, ...]) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return the hours of a holiday on each weekday."""
    return tuple(open_parts(spans_on(of, day, frozenset({day}))) for day in MODEL_WEEK)


def _most_common(hours: Iterable[tuple[tuple[int, int], ...]]) -> tuple[tuple[int, int], ...]:
    return Counter(hours).most_common(1)[0][0]
