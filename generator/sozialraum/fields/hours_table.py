"""Opening hours for people: a table of the week, notes, one line for lists.

What holds every week stands in the table. Everything else becomes a note, and
what cannot be put into words is noted as it was written: nothing is dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sozialraum.fields.hours import MODEL_WEEK, Span, Zeiten, plain_spans, spans_on
from sozialraum.fields.hours_phrases import (
    WEEKDAYS,
    dates_phrase,
    day_runs,
    days_phrase,
    hours_phrase,
    times_phrase,
)
from sozialraum.fields.hours_rules import (
    MIDNIGHT,
    Rule,
    is_always,
    is_regular,
    is_remark,
    minutes,
    open_end,
    rules,
    weekdays,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

CLOSED = "geschlossen"
ASK = "bitte nachfragen"
SEE_NOTES = "siehe Hinweise"
"""Of a day that is open in some weeks only."""

MORE = "weitere Zeiten"
MOST_NOTES_IN_LINE = 2

_ABBREVIATIONS = tuple(name[:2] for name in WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Wochentafel:
    """The hours of a place as a reader wants them."""

    rows: tuple[tuple[str, str], ...]
    """("Montag", "9–12 Uhr") to ("Sonntag", "geschlossen"); empty where no day has hours of its own every week."""
    notes: tuple[str, ...]
    """Everything else: "jeden 1. Dienstag im Monat: 15–17 Uhr", "an Feiertagen geschlossen"."""
    regular: bool
    """True where every week is the same, public holidays apart."""


@lru_cache(maxsize=2**16)
def weekly_table(value: Zeiten) -> Wochentafel:
    """Return the week and what has to be said about it."""
    of = rules(value.osm)
    days = _week(of)
    rows = tuple(zip(WEEKDAYS, days, strict=True)) if days else ()
    if plain_spans(of):
        return Wochentafel(rows, (), regular=True)
    notes = [note for rule in of for note in _notes(rule, value.text)]
    shown = "\n".join([*days, *notes])
    notes += [_phrase(rule) or rule.comment for rule in of if rule.comment not in shown]
    return Wochentafel(rows, tuple(dict.fromkeys(notes)), all(map(is_regular, of)))


@lru_cache(maxsize=2**16)
def one_line(value: Zeiten) -> str:
    """Return a summary such as "Mo, Mi 9–12 Uhr; Do 14–18 Uhr"."""
    of = rules(value.osm)
    days = _week(of)
    parts = _by_hours(days)
    if parts:
        parts += dict.fromkeys(rule.comment for rule in of if is_remark(rule))
        return "; ".join([*parts, MORE] if _sometimes_open(of) else parts)
    if days and not _sometimes_open(of):
        return CLOSED
    notes = weekly_table(value).notes
    opening = [_abbreviated(note) for note in notes if not note.endswith(CLOSED)] or [*notes]
    return "; ".join([*opening[:MOST_NOTES_IN_LINE], MORE] if len(opening) > MOST_NOTES_IN_LINE else opening)


def week_line(week: Sequence[Sequence[tuple[int, int]]]) -> str:
    """Return the summary of hours of which nothing is known but the minutes of each weekday; `woche.js` says the same."""
    return "; ".join(_by_hours([hours_phrase([*spans]) or CLOSED for spans in week])) or CLOSED


def _by_hours(days: Sequence[str]) -> list[str]:
    """Return the hours of a week with the days on which they hold."""
    texts = [text for text in dict.fromkeys(days) if text not in (CLOSED, SEE_NOTES)]
    return [_days_and_hours({day for day in range(7) if days[day] == text}, text) for text in texts]


def _abbreviated(note: str) -> str:
    short = re.sub("|".join(WEEKDAYS), lambda name: name[0][:2], note)
    return re.sub(r"\b([A-Z][a-z]) bis ([A-Z][a-z])\b", r"\1–\2", short)


def _days_and_hours(days: set[int], text: str) -> str:
    if len(days) < len(WEEKDAYS):
        return f"{', '.join(day_runs(days, _ABBREVIATIONS, '–'))} {text}"
    return f"täglich {text}" if text[0].isdigit() else text


@lru_cache(maxsize=2**16)
def _week(of: tuple[Rule, ...]) -> tuple[str, ...]:
    """Return words for each day of the week; none if no rule holds every week."""
    plain = plain_spans(of)
    if plain:
        return tuple(map(_plain_day_words, plain))
    weekly = tuple(rule for rule in of if _is_weekly(rule))
    if not weekly:
        return ()
    sometimes = _sometimes_open(of)
    words = [_day_words(spans_on(weekly, day, frozenset()), _open_ends(weekly, day.weekday())) for day in MODEL_WEEK]
    return tuple(SEE_NOTES if text == CLOSED and day in sometimes else text for day, text in enumerate(words))


def _open_ends(of: tuple[Rule, ...], day: int) -> frozenset[int]:
    """Return the beginnings on a weekday of which nobody knows the end."""
    today = [rule for rule in of if any(day in weekdays(entry) for entry in rule.days or ("Mo-Su",))]
    starts = (open_end(span) for rule in today for span in rule.times)
    return frozenset(start for start in starts if start is not None)


def _is_weekly(rule: Rule) -> bool:
    """Return whether a rule can be read off a week like any other."""
    plain = all(minutes(span) or open_end(span) is not None for span in rule.times)
    on_days = not rule.days or any(weekdays(day) for day in rule.days)
    beside = all(weekdays(day) or day in ("PH", "SH") for day in rule.days) and not rule.during_holidays
    weekly = is_regular(replace(rule, days=tuple(day for day in rule.days if day != "SH")))
    return weekly and plain and on_days and beside and rule.joint != "||"


def _sometimes_open(of: tuple[Rule, ...]) -> frozenset[int]:
    """Return the weekdays on which a place is open in some weeks only."""
    if plain_spans(of):
        return frozenset()
    irregular = [
        rule
        for rule in of
        if rule.state != "closed"
        and not (_is_weekly(rule) or is_remark(rule))
        and not any(day[:2] in ("PH", "SH") for day in rule.days)
    ]
    entries = [entry for rule in irregular for entry in rule.days or ("Mo-Su",)]
    return frozenset(day for entry in entries for day in weekdays("Mo-Su" if " " in entry else entry))


def _day_words(spans: tuple[Span, ...], open_ends: frozenset[int]) -> str:
    """Return "9–12 Uhr; 14–16 Uhr (nur mit Termin)" for one day."""
    kinds = dict.fromkeys((span.state, span.comment) for span in spans if span.state != "closed")
    words = []
    for state, comment in kinds:
        hours = [(span.start, span.end) for span in spans if (span.state, span.comment) == (state, comment)]
        remark = comment or (ASK if state == "unknown" else "")
        all_day = state == "unknown" and hours == [(0, MIDNIGHT)]
        words.append(remark if all_day else _with_remark(hours_phrase(hours, open_ends), remark))
    whole = spans[0].comment if len(spans) == 1 else ""
    return "; ".join(words) or (whole if CLOSED in whole else _with_remark(CLOSED, whole))


@lru_cache(maxsize=2**12)
def _plain_day_words(spans: tuple[Span, ...]) -> str:
    """Return the same for a day without open ends; few days are unlike all others."""
    return _day_words(spans, frozenset())


def _with_remark(words: str, remark: str) -> str:
    return f"{words} ({remark})" if remark else words


def _notes(rule: Rule, text: str) -> list[str]:
    """Return what the table does not show of a rule; `text` if there are no words for it."""
    if is_remark(rule):
        return [rule.comment]
    holidays = tuple(day for day in rule.days if not weekdays(day))
    if not _is_weekly(rule):
        return [_phrase(rule) or text]
    return [_phrase(replace(rule, days=holidays)) or text] if holidays else []


def _phrase(rule: Rule) -> str | None:
    """Return a rule in words: "April bis Oktober, Montag bis Freitag: 9–17 Uhr"."""
    dates, days, hours = dates_phrase(rule.dates), _days_phrase(rule), times_phrase(rule.times)
    if dates is None or days is None or hours is None:
        return None
    subject = ", ".join(part for part in (dates, days) if part) or ("täglich" if is_always(rule) or rule.times else "")
    subject = f"sonst {subject}" if rule.joint == "||" else subject
    if rule.state == "closed" and not rule.times:
        return _with_remark(f"{subject} {CLOSED}", rule.comment)
    if rule.state == "unknown" and not rule.times:
        return f"{subject}: {rule.comment or ASK}"
    by_sun = bool(re.search("sun|dawn|dusk", "".join(rule.times)))
    ask = ASK if rule.state == "unknown" and not by_sun else ""
    words = f"{subject}: {hours} {CLOSED}" if rule.state == "closed" else f"{subject}: {hours}"
    return _with_remark(words, rule.comment or ask)


def _days_phrase(rule: Rule) -> str | None:
    """Return words for the days; those within holidays follow these."""
    if not rule.during_holidays:
        return days_phrase(rule.days)
    parts = [days_phrase(tuple(day for day in rule.days if bool(weekdays(day)) is plain)) for plain in (False, True)]
    return None if None in parts else ", ".join(part for part in parts if part)
