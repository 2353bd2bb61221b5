"""German words for the parts of an opening hours rule.

Each function returns None for what it has no words for, so that the caller can
show the value as it was written.
"""

from __future__ import annotations

import re
from itertools import groupby

from sozialraum.fields.hours_rules import MIDNIGHT, minutes, open_end, weekdays

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")

_MONTHS = {
    "Jan": "Januar",
    "Feb": "Februar",
    "Mar": "März",
    "Apr": "April",
    "May": "Mai",
    "Jun": "Juni",
    "Jul": "Juli",
    "Aug": "August",
    "Sep": "September",
    "Oct": "Oktober",
    "Nov": "November",
    "Dec": "Dezember",
}
_EASTER = {
    -48: "Rosenmontag",
    -47: "Faschingsdienstag",
    -46: "Aschermittwoch",
    -2: "Karfreitag",
    0: "Ostersonntag",
    1: "Ostermontag",
    39: "Christi Himmelfahrt",
    49: "Pfingstsonntag",
    50: "Pfingstmontag",
    60: "Fronleichnam",
}
"""Days counted from Easter Sunday."""

_ORDINALS = {"-1": "letzten", "-2": "vorletzten"}
_SUN = {
    "sunrise": "Sonnenaufgang",
    "sunset": "Sonnenuntergang",
    "dawn": "Beginn der Dämmerung",
    "dusk": "Ende der Dämmerung",
}
_WEEKS = {"1-53/2": "in ungeraden Kalenderwochen", "2-52/2": "in geraden Kalenderwochen"}
_HOLIDAYS = {"PH": "an Feiertagen", "SH": "in den Schulferien"}

_MONTH = r"([A-Z][a-z]{2})"
_NIGHT = 6 * 60
"""Until then a morning is still the night before."""


def listed(words: list[str]) -> str:
    """Return "a, b und c"."""
    return " und ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def day_runs(days: set[int], names: tuple[str, ...], to: str) -> list[str]:
    """Return names of weekdays, three or more in a row joined by `to`."""
    found: list[str] = []
    for _, group in groupby(sorted(days), key=lambda day: day - sorted(days).index(day)):
        run = list(group)
        found += [f"{names[run[0]]}{to}{names[run[-1]]}"] if len(run) > 2 else [names[day] for day in run]  # noqa: PLR2004  Two days are named, more are a range.
    return found


def hours_phrase(hours: list[tuple[int, int]], open_ends: frozenset[int] = frozenset()) -> str:
    """Return "9–12 und 14–16 Uhr" for minutes since midnight.

    `open_ends` are beginnings of which nobody knows the end.
    """
    parts: list[str] = []
    for is_plain, group in groupby(hours, key=lambda span: span[1] <= MIDNIGHT and not _is_open_end(span, open_ends)):
        spans = list(group)
        if spans == [(0, MIDNIGHT)]:
            parts.append("rund um die Uhr")
        elif is_plain:
            parts.append(listed([f"{_clock(start)}–{_clock(end)}" for start, end in spans]) + " Uhr")
        else:
            parts += [_long_phrase(span, open_ends) for span in spans]
    return listed(parts)


def _is_open_end(span: tuple[int, int], open_ends: frozenset[int]) -> bool:
    return span[1] == MIDNIGHT and span[0] in open_ends


def _long_phrase(span: tuple[int, int], open_ends: frozenset[int]) -> str:
    start, end = span
    if _is_open_end(span, open_ends):
        return listed([f"ab {_clock(begin)} Uhr" for begin in sorted(open_ends) if begin >= start])
    when = "nachts" if end - MIDNIGHT <= _NIGHT else "am nächsten Tag"
    return f"{_clock(start)} Uhr bis {_clock(end - MIDNIGHT)} Uhr {when}"


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}" if minute % 60 else str(minute // 60)


def times_phrase(times: tuple[str, ...]) -> str | None:
    """Return words for the spans of a rule, "ganztägig" where it has none."""
    hours: list[tuple[int, int]] = []
    open_ends: set[int] = set()
    for span in times:
        start = open_end(span)
        found = minutes(span) if start is None else (start, MIDNIGHT)
        if found is None:
            return _rare_times(times)
        if not (open_ends and start):  # The first open end covers the later ones, as in an evaluated day.
            hours.append(found)
        open_ends |= set() if start is None else {start}
    return hours_phrase(hours, frozenset(open_ends)) if hours else "ganztägig"


def _rare_times(times: tuple[str, ...]) -> str | None:
    """Return words for "sunrise-sunset" and for "10:00-16:00+"."""
    if len(times) > 1:
        return None
    ends = re.fullmatch(r"(\d\d:\d\d|[a-z]+)-(\d\d:\d\d|[a-z]+)(\+?)", times[0])
    if ends is None:
        return None
    if ends[3]:
        longer = times_phrase((times[0].rstrip("+"),))
        return f"{longer} oder länger" if longer else None
    return " bis ".join(_SUN.get(end) or f"{_clock(int(end[:2]) * 60 + int(end[3:]))} Uhr" for end in ends.groups()[:2])


def days_phrase(days: tuple[str, ...]) -> str | None:
    """Return words for weekdays and holidays: "Montag bis Freitag", "an Feiertagen"."""
    plain: set[int] = set()
    others: list[str] = []
    for day in days:
        if weekdays(day) and not re.search(r"[\[ ]", day):
            plain |= {*weekdays(day)}
        elif other := _nth_phrase(day) or _holiday_phrase(day):
            others.append(other)
        else:
            return None
    names = ["täglich"] if len(plain) == len(WEEKDAYS) else day_runs(plain, WEEKDAYS, " bis ")
    return listed(names + others) if names or others else ""


def _nth_phrase(day: str) -> str | None:
    """Return "jeden 1. und 3. Dienstag im Monat" for "Tu[1,3]"."""
    found = re.fullmatch(r"[A-Z][a-z]\[([-\d,]+)\]", day)
    if not found:
        return None
    numbers = [_ORDINALS.get(number, f"{number}.") for number in found[1].split(",")]
    unnamed = any(number.startswith("-") for number in numbers)
    return None if unnamed else f"jeden {listed(numbers)} {WEEKDAYS[weekdays(day)[0]]} im Monat"


def _holiday_phrase(day: str) -> str | None:
    near = {
        "PH -1 days": "am Tag vor Feiertagen",
        "PH -1 day": "am Tag vor Feiertagen",
        "PH +1 days": "am Tag nach Feiertagen",
    }
    return _HOLIDAYS.get(day) or near.get(day)


def dates_phrase(dates: str) -> str | None:
    """Return words for years, months, days of the month and weeks."""
    found = re.fullmatch(r"(.*?) ?(?:week([\d,/-]+))?", dates)
    parts = [_date_phrase(part) for part in found[1].split(",")] if found and found[1] else []
    weeks = [_weeks_phrase(found[2])] if found and found[2] else []
    if None in parts or None in weeks:
        return None
    return ", ".join(filter(None, [listed(_once(parts)) if parts else "", *weeks]))


def _once(parts: list[str | None]) -> list[str]:
    """Drop the preposition of all but the first: "am 24. und 31. Dezember"."""
    words = [part or "" for part in parts]
    return [words[0], *(re.sub(r"^(?:am|im) ", "", word) for word in words[1:])]


def _weeks_phrase(weeks: str) -> str | None:
    plain = re.sub(r"\b0", "", weeks)
    if plain in _WEEKS:
        return _WEEKS[plain]
    return f"Kalenderwoche {listed(plain.replace('-', ' bis ').split(','))}" if "/" not in plain else None


def _date_phrase(part: str) -> str | None:
    for words in (_years_phrase, _months_phrase, _days_of_month_phrase, _easter_phrase):
        if found := words(part):
            return found
    return None


def _years_phrase(part: str) -> str | None:
    found = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", part)
    if not found:
        return None
    if found[2] == "9999":
        return f"ab {found[1]}"
    return f"{found[1]} bis {found[2]}" if found[2] else found[1]


def _months_phrase(part: str) -> str | None:
    found = re.fullmatch(rf"(\d{{4}})?{_MONTH}(?:-{_MONTH})?", part)
    if not found or found[2] not in _MONTHS:
        return None
    months = f"{_MONTHS[found[2]]} bis {_MONTHS[found[3]]}" if found[3] else f"im {_MONTHS[found[2]]}"
    return f"{months} {found[1]}" if found[1] else months


def _days_of_month_phrase(part: str) -> str | None:
    """Return "24. bis 26. Dezember" for "Dec 24-Dec 26"."""
    day = rf"(?:(\d{{4}}) )?{_MONTH} (\d+)"
    found = re.fullmatch(rf"{day}(?:-{day})?", part)
    if not found:
        return None
    year, month, number, end_year, end_month, end_number = found.groups()
    if not end_month:
        return f"am {_date(number, month, year)}"
    same = (month, year) == (end_month, end_year)
    return f"{number + '.' if same else _date(number, month, year)} bis {_date(end_number, end_month, end_year)}"


def _date(number: str, month: str, year: str | None) -> str:
    return f"{number}. {_MONTHS[month]}{' ' + year if year else ''}"


def _easter_phrase(part: str) -> str | None:
    days = [int(offset or 0) for offset in re.findall(r"easter(?: ([+-]\d+) days?)?", part)]
    written = re.fullmatch(r"easter(?: [+-]\d+ days?)?(?:-easter(?: [+-]\d+ days?)?)?", part)
    names = [_EASTER.get(day) for day in days]
    return " bis ".join(name for name in names if name) if written and all(names) else None
