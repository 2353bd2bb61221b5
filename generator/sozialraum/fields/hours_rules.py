"""The rules of canonical OSM `opening_hours`, cut into parts and put together again.

Canonical is what opening-hours-py prints: one space between the parts, none
within, "; ", ", " or " || " between rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
"""OSM weekdays by `date.weekday()`."""

MIDNIGHT = 24 * 60


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; "" and () stand for absent parts."""

    joint: str
    """`;` replaces earlier rules on its days, `,` adds to them, `||` holds where none does."""
    dates: str
    """Years, months, days of the month, weeks: "Apr-Oct", "Dec 24-Dec 26", "week01-53/2"."""
    days: tuple[str, ...]
    """Weekdays and holidays: "Mo-Fr", "Tu[1,3]", "PH", "PH -1 days"."""
    during_holidays: bool
    """True for "SH Mo-Fr": the weekdays within the holidays, not beside them."""
    times: tuple[str, ...]
    """Spans: "09:00-12:00", "22:00-02:00", "10:00+", "sunrise-sunset"."""
    state: str
    """open, closed or unknown; open under a condition counts as unknown."""
    comment: str


_WEEKDAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_HOLIDAY = r"(?:PH|SH)(?: [+-]\d+ days?)?"
_DAY = rf"(?:{_HOLIDAY}|{_WEEKDAY}(?:-{_WEEKDAY})?(?:\[[-\d,]+\])?(?: [+-]\d+ days?)?)"
_CLOCK = r"(?:\d\d:\d\d|\(?(?:sunrise|sunset|dawn|dusk)(?:[+-]\d\d:\d\d\))?)"
_SPAN = rf"{_CLOCK}(?:-{_CLOCK})?\+?(?:/[\d:]+)?"
_RULE = re.compile(
    rf"(?:24/7)?(?P<dates>.*?)(?:(?:^| )(?P<days>{_DAY}(?:[ ,]{_DAY})*))?"
    rf"(?:(?:^| )(?P<times>{_SPAN}(?:,{_SPAN})*))?"
    r'(?: ?(?P<state>closed|unknown))?(?: ?"(?P<comment>[^"]*)")?'
)
_JOINT = re.compile(r'"[^"]*"|(; |, | \|\| )')
_FIXED = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
_UNCERTAIN_TIME = re.compile(r"sun|dawn|dusk|/")
_CONDITION = re.compile(
    r"vereinbar|absprache|anmeld|termin|anfrage|rücksprache|bedarf|appointment|request|reserv|\bnur\b|\bonly\b"
    r"|sommer|summer|winter|saison|ferien|schulzeit|wetter|veranstaltung"
    r"|gerade|\bwochen?\b|\bkw\b|tägig|taegig|\balle 14|wechsel|\bmonat|(?<!tags )geschlossen|schlie(?:ß|ss)",
    re.IGNORECASE,
)
"""Words in a remark that make hours uncertain: whom or when they are for (every other week), not where."""


@lru_cache(maxsize=2**16)
def rules(osm: str) -> tuple[Rule, ...]:
    """Return the rules of a canonical value.

    A remark alone, on no days and at no time, would undo all earlier rules;
    nobody means that, so it is read as what holds otherwise.
    """
    cuts = [found for found in _JOINT.finditer(osm) if found[1]]
    starts = [0, *(found.end() for found in cuts)]
    ends = [*(found.start() for found in cuts), len(osm)]
    joints = [";", *(found[1].strip() for found in cuts)]
    found = (_rule(joint, osm[start:end]) for joint, start, end in zip(joints, starts, ends, strict=True))
    return tuple(replace(rule, joint="||") if is_remark(rule) else rule for rule in found)


def _rule(joint: str, osm: str) -> Rule:
    part = _RULE.fullmatch(osm)
    if part is None:  # Never: `dates` takes whatever the other parts leave.
        raise AssertionError(osm)
    days, times = part["days"] or "", part["times"] or ""
    state, comment = part["state"] or "open", part["comment"] or ""
    conditional = _UNCERTAIN_TIME.search(times) or (comment and (not times or _CONDITION.search(comment)))
    return Rule(
        joint=joint,
        dates=part["dates"],
        days=tuple(re.findall(_DAY, days)),
        during_holidays=bool(re.search(rf"(?:[HSs]) (?={_WEEKDAY})|[a-z\]] (?=PH|SH)", days)),
        times=tuple(times.split(",")) if times else (),
        state="unknown" if state == "open" and conditional else state,
        comment=comment,
    )


def is_always(rule: Rule) -> bool:
    """Whether a rule has neither days nor times: "24/7", "off", a remark alone."""
    return not (rule.dates or rule.days or rule.times)


def is_remark(rule: Rule) -> bool:
    """Whether a rule is only a text."""
    return is_always(rule) and rule.state == "unknown" and bool(rule.comment)


def is_regular(rule: Rule) -> bool:
    """Whether a rule is the same in every week, public holidays apart."""
    plain = all(re.fullmatch(rf"PH|{_WEEKDAY}(?:-{_WEEKDAY})?", day) for day in rule.days)
    return plain and not rule.dates


@lru_cache(maxsize=4096)
def weekdays(entry: str) -> tuple[int, ...]:
    """Return the days of "Mo", "Fr-Mo" or "Tu[1]" by `date.weekday()`; none for holidays.

    An offset ("Mo[1] +1 day") is not looked at.
    """
    if entry[:2] not in DAYS:
        return ()
    first = DAYS.index(entry[:2])
    last = DAYS.index(entry[3:5]) if entry[2:3] == "-" else first
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))


@lru_cache(maxsize=4096)
def minutes(span: str) -> tuple[int, int] | None:
    """Return begin and end of "22:00-02:00" as (1320, 1560); None for other spans."""
    found = _FIXED.fullmatch(span)
    if not found:
        return None
    start, end = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
    return start, end if end > start else end + MIDNIGHT


def clock(minute: int) -> str:
    """Return a minute since midnight as "09:30"."""
    return f"{minute // 60:02}:{minute % 60:02}"


@lru_cache(maxsize=4096)
def open_end(span: str) -> int | None:
    """Return the beginning of "10:00+" in minutes; None for spans that end."""
    found = re.fullmatch(r"(\d\d):(\d\d)\+", span)
    return int(found[1]) * 60 + int(found[2]) if found else None


def losses(of: tuple[Rule, ...]) -> frozenset[int]:
    """Return the weekdays on which a rule takes away hours that it does not touch.

    "Mo-Fr 08:00-12:00; Th 14:00-18:00" loses Thursday morning. A rule that
    overlaps an earlier one is a correction of it and loses nothing.
    """
    return frozenset(
        day
        for place, rule in enumerate(of)
        if rule.joint == ";" and _relation(of, place) == ","
        for other in of[:place]
        for day in _days(other) & _days(rule)
    )


def added_up(of: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Return a German list of hours, where overlap tells whether a rule adds or corrects.

    "Mo-Fr 8-12; Do 14-18" is Thursday morning and afternoon, "Mo-Fr 8-16, Fr
    8-13" a shorter Friday. In OSM syntax the separator alone decides.
    """
    return tuple(replace(rule, joint=_relation(of, place) or rule.joint) for place, rule in enumerate(of))


def _relation(of: tuple[Rule, ...], place: int) -> str:
    """Return the separator that says what a rule means to those before; "" if they share no days."""
    rule = of[place]
    if (
        rule.joint == "||"
        or rule.state == "closed"
        or rule.dates
        or not rule.times
        or not all(map(weekdays, rule.days))
    ):
        return ""
    earlier = [other for other in of[:place] if not other.dates and other.joint != "||" and _days(other) & _days(rule)]
    if not earlier:
        return ""
    return "," if all(_are_apart(rule, other) for other in earlier) else ";"


def _days(rule: Rule) -> set[int]:
    return {day for entry in rule.days or ("Mo-Su",) for day in weekdays(entry)}


def _are_apart(one: Rule, other: Rule) -> bool:
    pairs = [(_extent(mine), _extent(its)) for mine in one.times for its in other.times]
    return bool(pairs) and all(a and b and (a[1] <= b[0] or b[1] <= a[0]) for a, b in pairs)


def _extent(span: str) -> tuple[int, int] | None:
    """Return the minutes of a span; nobody knows how far an open end reaches."""
    start = open_end(span)
    return minutes(span) if start is None else (start, start + 1)


def on_day(of: tuple[Rule, ...], holidays: frozenset[str], weekday: str) -> tuple[Rule, ...]:
    """Return the rules as they read on one day.

    Of the entries "PH", "PH -1 days" those in `holidays` hold on the day and
    become its `weekday`; the others stay and never hold.
    """
    return tuple(_on_day(rule, holidays, weekday) for rule in of if not rule.during_holidays or holidays & {*rule.days})


def _on_day(rule: Rule, holidays: frozenset[str], weekday: str) -> Rule:
    plain = [day for day in rule.days if weekdays(day)]
    if len(plain) == len(rule.days):
        return rule
    if rule.during_holidays:
        return replace(rule, days=tuple(plain), during_holidays=False)
    today = [weekday for day in rule.days if day in holidays]
    rest = [day for day in rule.days if not weekdays(day) and day not in holidays]
    return replace(rule, days=(*plain, *today, *rest))


def is_overnight(span: str) -> bool:
    """Return whether a span ends on the next day."""
    found = minutes(span)
    return found is not None and found[1] > MIDNIGHT


def before_midnight(rule: Rule) -> Rule:
    """Return the rule with each span ending at midnight at the latest."""
    if not any(map(is_overnight, rule.times)):
        return rule
    return replace(rule, times=tuple(f"{span[:5]}-24:00" if is_overnight(span) else span for span in rule.times))


def after_midnight(rule: Rule) -> Rule | None:
    """Return the part after midnight, as a rule for the morning of the same day.

    A rule that ends before midnight still undoes earlier ones on its days.
    None: nothing to say.
    """
    ends = [found[1] - MIDNIGHT for span in rule.times if (found := minutes(span)) and found[1] > MIDNIGHT]
    if ends:
        return replace(rule, times=tuple(f"00:00-{clock(end)}" for end in ends))
    if rule.joint == ";" and not (rule.state == "closed" and rule.times):
        return replace(rule, times=(), state="closed", comment="")
    return None


def osm(of: tuple[Rule, ...]) -> str:
    """Return the rules in OSM syntax."""
    if not of:
        return "off"
    joined = "".join(f"{'' if rule.joint == ';' else ' '}{rule.joint} {_osm(rule)}" for rule in of)
    return joined.lstrip(" ;,|")


def _osm(rule: Rule) -> str:
    days, holidays = (",".join(day for day in rule.days if bool(weekdays(day)) is plain) for plain in (True, False))
    parts = (
        "24/7" if is_always(rule) else "",
        rule.dates,
        f"{holidays} {days}" if rule.during_holidays else ",".join(rule.days),
        ",".join(rule.times),
        "" if rule.state == "open" else rule.state,
        f'"{rule.comment}"' if rule.comment else "",
    )
    return " ".join(part for part in parts if part)
