"""Opening hours on a day: holidays, uncertainty, hours past midnight."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from opening import open_on
from sozialraum.fields.hours import Zeiten, holidays_of, mentions_holidays, zeiten

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (date(2026, 7, day) for day in range(6, 13))
NEW_YEAR = date(2026, 1, 1)
"""A Thursday."""

NONE: frozenset[date] = frozenset()


def hours(written: str, day: date, *holidays: date) -> tuple[tuple[int, int], ...]:
    """Return the hours of a day when `holidays` are public holidays."""
    return open_on(zeiten(written), day, frozenset(holidays))


def test_minutes() -> None:
    """Hours are minutes since midnight of the day."""
    assert hours("Di 9-12 und 14-16:30 Uhr", TUESDAY) == ((540, 720), (840, 990))


def test_closed_day() -> None:
    """A day that is not named has no hours."""
    assert hours("Di 9-12", MONDAY) == ()


def test_touching_hours_are_one() -> None:
    """Hours that touch or overlap are one stretch."""
    assert hours('Tu 09:00-12:00, Tu 12:00-14:00 "Café", Tu 13:00-15:00', TUESDAY) == ((540, 900),)


def test_always_open() -> None:
    """Always open is every day from midnight to midnight."""
    assert hours("24/7", SUNDAY) == ((0, 1440),)


@pytest.mark.parametrize(
    ("written", "day", "expected"),
    [
        ("Fr 22-2 Uhr", FRIDAY, ((1320, 1560),)),
        ("Fr 22-2 Uhr", SATURDAY, ()),
        ("Fr-Sa 22-2 Uhr", SATURDAY, ((1320, 1560),)),
        ("Fr 22:00-26:00; Sa 10:00-12:00", FRIDAY, ((1320, 1560),)),
        ("Fr 22:00-26:00; Sa 10:00-12:00", SATURDAY, ((600, 720),)),
        ("Mo-Fr 20:00-02:00; Fr 18:00-03:00", FRIDAY, ((1080, 1620),)),
        ("Fr 18:00-24:00; Sa 00:00-02:00", FRIDAY, ((1080, 1440),)),
        ("Fr 18:00-00:00", FRIDAY, ((1080, 1440),)),
        ("Fr 09:00-12:00,22:00-02:00", FRIDAY, ((540, 720), (1320, 1560))),
        ("Fr 22:00-02:00; PH off", FRIDAY, ((1320, 1560),)),
    ],
)
def test_past_midnight(written: str, day: date, expected: tuple[tuple[int, int], ...]) -> None:
    """Hours past midnight belong to the day on which they begin, whatever the next day says."""
    assert hours(written, day) == expected


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("nach Vereinbarung", TUESDAY),
        ('"nach Vereinbarung"', TUESDAY),
        ("Di nach Vereinbarung", TUESDAY),
        ("Di 9-12 nach Vereinbarung", TUESDAY),
        ("Di 9-12 (nur mit Termin)", TUESDAY),
        ('Tu 09:00-12:00 "by appointment"', TUESDAY),
        ("Tu 09:00-12:00 unknown", TUESDAY),
        ("Di 9-12 (im Winter)", TUESDAY),
        ("sunrise-sunset", TUESDAY),
        ("Tu 10:00-16:00/01:30", TUESDAY),
        ("Di 9-12; nach Vereinbarung", WEDNESDAY),
    ],
)
def test_uncertain(written: str, day: date) -> None:
    """What depends on an appointment, a season or the sun is never open for sure."""
    assert hours(written, day) == ()


def test_remark_without_condition() -> None:
    """A remark that only says what happens there leaves the hours certain."""
    assert hours("Di 9-12 (Frauengruppe)", TUESDAY) == ((540, 720),)


def test_appointments_beside_hours() -> None:
    """Appointments beside regular hours take nothing away from these."""
    assert hours("Di 9-12; nach Vereinbarung", TUESDAY) == ((540, 720),)
    assert hours('Tu 09:00-12:00; "nach Vereinbarung"', TUESDAY) == ((540, 720),)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mo-Fr 08:00-16:00; PH off", ()),
        ("Mo-Fr 08:00-16:00; PH 10:00-12:00", ((600, 720),)),
        ("Mo-Fr 08:00-12:00, PH 14:00-15:00", ((480, 720), (840, 900))),
        ("Su,PH 10:00-12:00", ((600, 720),)),
        ("PH,Su 10:00-12:00", ((600, 720),)),
        ("SH,PH,Su 10:00-12:00", ((600, 720),)),
        ("PH Mo-Fr 10:00-12:00", ((600, 720),)),
        ("PH Sa-Su 10:00-12:00", ()),
        ("Apr-Oct PH 10:00-12:00", ()),
        ("Oct-Mar PH Th 10:00-12:00", ((600, 720),)),
        ("Okt-März Do feiertags 10-12 Uhr", ((600, 720),)),
        ("Apr-Oct PH Th 10:00-12:00", ()),
        ("Dec 24-Jan 1 PH Fr", ()),
        ("week01-53/2 Th PH 10:00-12:00", ((600, 720),)),
        ("Mo-Fr 08:00-16:00; Oct-Mar Mo-Fr PH off", ()),
        ("PH 22:00-02:00", ((1320, 1560),)),
        ("Mo-Fr 08:00-16:00", ((480, 960),)),
    ],
)
def test_holiday(written: str, expected: tuple[tuple[int, int], ...]) -> None:
    """On a holiday its rules hold; without such rules, the hours of the weekday."""
    assert hours(written, NEW_YEAR, NEW_YEAR) == expected


def test_ordinary_day_is_no_holiday() -> None:
    """Rules for holidays hold on no other day."""
    assert hours("PH 10:00-12:00", NEW_YEAR) == ()
    assert hours("PH Mo-Fr 10:00-12:00", NEW_YEAR) == ()
    assert hours("Mo-Fr 08:00-16:00; PH off", NEW_YEAR) == ((480, 960),)


def test_day_beside_a_holiday() -> None:
    """An offset moves a rule to the day before or after a holiday."""
    eve, after = date(2025, 12, 31), date(2026, 1, 2)
    assert hours("PH -1 day 10:00-12:00", eve, NEW_YEAR) == ((600, 720),)
    assert hours("PH -1 day 10:00-12:00", NEW_YEAR, NEW_YEAR) == ()
    assert hours("PH +1 day 10:00-12:00", after, NEW_YEAR) == ((600, 720),)


def test_school_holidays() -> None:
    """Nobody tells when school holidays are, so their rules hold on no day."""
    assert hours("Di 14-17; in den Schulferien Mo-Fr 10-14", MONDAY) == ()
    assert hours("Di 14-17; in den Schulferien Mo-Fr 10-14", TUESDAY) == ((840, 1020),)
    assert hours("Di 14-17; Schulferien geschlossen", TUESDAY) == ((840, 1020),)


@pytest.mark.parametrize(
    ("written", "day", "expected"),
    [
        ("1. Di im Monat 15-17", date(2026, 7, 7), ((900, 1020),)),
        ("1. Di im Monat 15-17", date(2026, 7, 14), ()),
        ("letzter Fr im Monat 15-17", date(2026, 7, 31), ((900, 1020),)),
        ("gerade Wochen Di 15-17", date(2026, 7, 7), ((900, 1020),)),  # Week 28.
        ("gerade Wochen Di 15-17", date(2026, 7, 14), ()),
        ("Di 9-12; im Juli geschlossen", date(2026, 7, 7), ()),
        ("täglich 9-12; 24.-26.12. geschlossen", date(2026, 12, 25), ()),
        ("täglich 9-12; easter off", date(2026, 4, 5), ()),
    ],
)
def test_irregular(written: str, day: date, expected: tuple[tuple[int, int], ...]) -> None:
    """Weeks of the month, calendar weeks, months and dates decide on a day."""
    assert hours(written, day) == expected


@pytest.mark.parametrize(
    ("written", "mentioned"),
    [
        ("Mo-Fr 9-12", False),
        ("Mo-Fr 9-12; feiertags geschlossen", True),
        ("So und Feiertage 9-12", True),
        ("Mo-Fr 09:00-12:00; PH -1 day off", True),
        ("Mo-Fr 9-12; Schulferien geschlossen", False),
        ("nach Vereinbarung", False),
        ("24/7", True),
        ("täglich 9-12 (auch PH)", False),
    ],
)
def test_mentioning_holidays(written: str, mentioned: bool) -> None:
    """A page may say what it knows of holidays; "always" includes them."""
    assert mentions_holidays(zeiten(written)) is mentioned


def test_holidays_of_a_land() -> None:
    """Holidays differ between the Länder: Reformation Day is one in Schleswig-Holstein, Epiphany in Bavaria."""
    north, south = holidays_of("SH", [2026]), holidays_of("BY", [2026])
    assert date(2026, 10, 31) in north - south
    assert date(2026, 1, 6) in south - north
    assert date(2026, 10, 3) in north & south


def test_holidays_of_years() -> None:
    """Every year asked for is there, and no other."""
    assert {day.year for day in holidays_of("SH", range(2026, 2028))} == {2026, 2027}
    assert holidays_of("SH", []) == NONE


@pytest.mark.parametrize("land", ["XX", "sh", "Schleswig-Holstein", "Augsburg", ""])
def test_no_such_land(land: str) -> None:
    """Anything but a Land is refused with a right example."""
    with pytest.raises(ValueError, match="„SH“"):
        holidays_of(land, [2026])


def test_value_travels() -> None:
    """A value can be pickled, compared and used as a key: workers hand it on."""
    value = zeiten("Di 9-12")
    assert pickle.loads(pickle.dumps(value)) == value == Zeiten("Di 9-12", "Tu 09:00-12:00")
    assert {value: 1}[zeiten("Di 9-12")] == 1


def test_read_once() -> None:
    """A spelling is read once, however many records repeat it."""
    assert zeiten("Do 9-12") is zeiten("Do 9-12")
