"""The table of the week, its notes, and the line for lists."""

from __future__ import annotations

import pytest
from sozialraum.fields.hours import zeiten
from sozialraum.fields.hours_doubts import doubts
from sozialraum.fields.hours_table import one_line, weekly_table

WEEK = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")

TABLES = [
    ("Mo-Fr 8-16", ["8–16 Uhr"] * 5 + ["geschlossen"] * 2),
    ("Mo 9-12 und 14-16:30 Uhr", ["9–12 und 14–16:30 Uhr"] + ["geschlossen"] * 6),
    ("Mo 8-10, 11-12, 14-16", ["8–10, 11–12 und 14–16 Uhr"] + ["geschlossen"] * 6),
    ("24/7", ["rund um die Uhr"] * 7),
    ("geschlossen", ["geschlossen"] * 7),
    ("vorübergehend geschlossen", ["vorübergehend geschlossen"] * 7),
    ("Fr-Sa 22-2", ["geschlossen"] * 4 + ["22 Uhr bis 2 Uhr nachts"] * 2 + ["geschlossen"]),
    ("Sa 20-8 Uhr", ["geschlossen"] * 5 + ["20 Uhr bis 8 Uhr am nächsten Tag", "geschlossen"]),
    ("So 10 Uhr", ["geschlossen"] * 6 + ["ab 10 Uhr"]),
    ("So 9-10, 11 Uhr, 18 Uhr", ["geschlossen"] * 6 + ["9–10 Uhr und ab 11 Uhr und ab 18 Uhr"]),
    ("Mo 9-24 Uhr", ["9–24 Uhr"] + ["geschlossen"] * 6),
    ("Mo nach Vereinbarung", ["nach Vereinbarung"] + ["geschlossen"] * 6),
    ("Mo 9-12 (Café), 14-16 (mit Termin)", ["9–12 Uhr (Café); 14–16 Uhr (mit Termin)"] + ["geschlossen"] * 6),
    ("Mo unknown; Tu 09:00-12:00 unknown", ["bitte nachfragen", "9–12 Uhr (bitte nachfragen)"] + ["geschlossen"] * 5),
    ("Mo geschlossen (Ruhetag)", ["geschlossen (Ruhetag)"] + ["geschlossen"] * 6),
    ("Mo-Fr 8-12; Do 14-18", ["8–12 Uhr"] * 3 + ["8–12 und 14–18 Uhr", "8–12 Uhr"] + ["geschlossen"] * 2),
    ("Mo 9-12; Apr-Okt Di 9-12", ["9–12 Uhr", "siehe Hinweise"] + ["geschlossen"] * 5),
]

NOTES = [
    ("Mo-Fr 8-16", (), True),
    ("Mo-Fr 8-16; feiertags geschlossen", ("an Feiertagen geschlossen",), True),
    ("Sonn- und Feiertage 10-12", ("an Feiertagen: 10–12 Uhr",), True),
    ("nach Vereinbarung", ("nach Vereinbarung",), True),
    ("Di 9-12 und nach Vereinbarung", ("nach Vereinbarung",), True),
    ("1. Di im Monat 15-17", ("jeden 1. Dienstag im Monat: 15–17 Uhr",), False),
    ("jeden 1. und 3. Di im Monat 15-17", ("jeden 1. und 3. Dienstag im Monat: 15–17 Uhr",), False),
    ("letzter Fr im Monat 15-17 (Café)", ("jeden letzten Freitag im Monat: 15–17 Uhr (Café)",), False),
    ("Apr-Okt Mo-Fr 9-17", ("April bis Oktober, Montag bis Freitag: 9–17 Uhr",), False),
    ("Apr-Okt täglich 9-17", ("April bis Oktober, täglich: 9–17 Uhr",), False),
    ("Mo 9-12; im August geschlossen", ("im August geschlossen",), False),
    ("Mo 9-12; 24.12. geschlossen", ("am 24. Dezember geschlossen",), False),
    ("Mo 9-12; 24.-26.12. geschlossen", ("24. bis 26. Dezember geschlossen",), False),
    ("Mo 9-12; 24.12.-6.1. geschlossen", ("24. Dezember bis 6. Januar geschlossen",), False),
    ("Mo 9-12; 1.5.2026 geschlossen", ("am 1. Mai 2026 geschlossen",), False),
    ("Mo 9-12; 24. und 31. Dezember zu", ("am 24. Dezember und 31. Dezember geschlossen",), False),
    ("gerade Wochen Di 14-16", ("in geraden Kalenderwochen, Dienstag: 14–16 Uhr",), False),
    ("week 10-20 Mo 09:00-12:00", ("Kalenderwoche 10 bis 20, Montag: 9–12 Uhr",), False),
    ("2026-2027 Mo 09:00-12:00", ("2026 bis 2027, Montag: 9–12 Uhr",), False),
    ("2026+ Mo 09:00-12:00", ("ab 2026, Montag: 9–12 Uhr",), False),
    ("2026 Apr Mo 09:00-12:00", ("im April 2026, Montag: 9–12 Uhr",), False),
    ("Mo 09:00-12:00; easter off", ("Ostersonntag geschlossen",), False),
    ("Mo 09:00-12:00; easter -2 days-easter +1 day off", ("Karfreitag bis Ostermontag geschlossen",), False),
    ("Mo 09:00-12:00; PH -1 day off", ("am Tag vor Feiertagen geschlossen",), False),
    ("Di 9-12; Schulferien geschlossen", ("in den Schulferien geschlossen",), False),
    ("in den Schulferien Mo-Fr 10-14", ("in den Schulferien, Montag bis Freitag: 10–14 Uhr",), False),
    ("sunrise-sunset", ("täglich: Sonnenaufgang bis Sonnenuntergang",), True),
    ("08:00-sunset", ("täglich: 8 Uhr bis Sonnenuntergang",), True),
    ("Sa 10:00-16:00+", ("Samstag: 10–16 Uhr oder länger",), True),
    ("May Tu", ("im Mai, Dienstag: ganztägig",), False),
    ("Mo 9-12 || Sa 10:00-12:00", ("sonst Samstag: 10–12 Uhr",), True),
    ("Apr unknown", ("im April: bitte nachfragen",), False),
]

LINES = """
Mo-Fr 8-16                               = Mo–Fr 8–16 Uhr
Di 14-17                                 = Di 14–17 Uhr
Mo, Mi 9-12; Do 14-18                    = Mo, Mi 9–12 Uhr; Do 14–18 Uhr
Mo, Di, Do, Fr, Sa 9-12                  = Mo, Di, Do–Sa 9–12 Uhr
Mo-Fr 8-12; Do 14-18                     = Mo–Mi, Fr 8–12 Uhr; Do 8–12 und 14–18 Uhr
täglich 9-17                             = täglich 9–17 Uhr
24/7                                     = rund um die Uhr
geschlossen                              = geschlossen
nach Vereinbarung                        = nach Vereinbarung
Di 9-12; nach Vereinbarung               = Di 9–12 Uhr; nach Vereinbarung
Mo-Fr 8-16; feiertags geschlossen        = Mo–Fr 8–16 Uhr
Mo-Fr 8-16; im August geschlossen        = Mo–Fr 8–16 Uhr
Mo 9-12; 1. Di im Monat 15-17            = Mo 9–12 Uhr; weitere Zeiten
1. Di im Monat 15-17                     = jeden 1. Di im Monat: 15–17 Uhr
Apr-Okt Mo-Fr 9-17; feiertags zu         = April bis Oktober, Mo–Fr: 9–17 Uhr
im Mai Mo 9-12, Di 9-12, Mi 9-12         = im Mai, Mo: 9–12 Uhr; im Mai, Di: 9–12 Uhr; weitere Zeiten
im August geschlossen                    = im August geschlossen
"""


@pytest.mark.parametrize(("written", "hours"), TABLES)
def test_week(written: str, hours: list[str]) -> None:
    """The table has seven rows, Monday first, in words a reader uses."""
    assert weekly_table(zeiten(written)).rows == tuple(zip(WEEK, hours, strict=True))


@pytest.mark.parametrize(("written", "notes", "regular"), NOTES)
def test_notes(written: str, notes: tuple[str, ...], regular: bool) -> None:
    """What a week cannot show is a note, and then no week is like the other, holidays apart."""
    table = weekly_table(zeiten(written))
    assert (table.notes, table.regular) == (notes, regular)


@pytest.mark.parametrize("written", ["nach Vereinbarung", "1. Di im Monat 15-17", "Apr-Okt 9-17", "sunrise-sunset"])
def test_no_week(written: str) -> None:
    """Where no day has hours of its own every week there is no table: seven times "closed" would be wrong."""
    assert weekly_table(zeiten(written)).rows == ()


@pytest.mark.parametrize(
    "written",
    [
        "Mo[1] +1 day 10:00-12:00",
        "Mo 10:00-16:00/01:30",
        "Mar Su[-1]-Oct Su[-1] 10:00-12:00",
        "easter -5 days off",
        "week 1-40/3 Mo 10:00-12:00",
        "2026-2028 Jan Mo 10:00-12:00",
    ],
)
def test_no_words(written: str) -> None:
    """For what there are no words the note is the value as it was written."""
    assert weekly_table(zeiten(written)).notes == (written,)


def test_remark_of_a_break() -> None:
    """A remark that has no place in the table is not lost."""
    table = weekly_table(zeiten('Mo 08:00-17:00; Mo 12:00-13:00 off "Mittag"'))
    assert table.rows[0] == ("Montag", "8–12 und 13–17 Uhr")
    assert table.notes == ("Montag: 12–13 Uhr geschlossen (Mittag)",)


@pytest.mark.parametrize("row", [line for line in LINES.splitlines() if line])
def test_line(row: str) -> None:
    """A list shows the hours in one short line."""
    written, line = row.split("= ")
    assert one_line(zeiten(written.strip())) == line


def test_doubt() -> None:
    """OSM syntax that silently closes a morning is worth a hint; many mean both."""
    satz = "Am Montag gelten nur die zuletzt genannten Zeiten; sollen alle gelten, trennt sie ein Komma."
    rat = "Alle Zeiten eines Tages zusammen nennen: Mo 08:00-12:00, 14:00-18:00."
    assert doubts(zeiten("Mo-Fr 08:00-12:00; Mo 14:00-18:00")) == ((satz, rat),)


@pytest.mark.parametrize(
    ("written", "span", "end", "rat"),
    [
        ("Mo-Fr 9-9 Uhr", "09:00-09:00", "09:00", "Ist der Abend gemeint: 09:00-21:00."),
        ("Di 12-9 Uhr", "12:00-09:00", "09:00", "Ist der Abend gemeint: 12:00-21:00."),
        ("Mo-Fr 8-7.30 Uhr", "08:00-07:30", "07:30", "Ist der Abend gemeint: 08:00-19:30."),
        ("Sa 20-18 Uhr", "20:00-18:00", "18:00", "Beginn und Ende prüfen."),
    ],
)
def test_a_night_that_lasts_until_noon(written: str, span: str, end: str, rat: str) -> None:
    """Hours that last far into the next day are worth a hint; mostly the evening was meant."""
    assert doubts(zeiten(written)) == ((f"„{span}“ reicht bis {end} Uhr am nächsten Tag.", rat),)


@pytest.mark.parametrize(
    "written",
    [
        "Mo-Fr 08:00-12:00, Mo 14:00-18:00",
        "Mo-Fr 08:00-16:00; Fr 08:00-13:00",
        "Mo-Fr 8-12; Do 14-18",
        "Mo 9-12; Mo off",
        "Fr, Sa 18-4 Uhr",
        "täglich 17-9 Uhr",
        "24/7",
        "Mo-Su 00:00-24:00",
    ],
)
def test_no_doubt(written: str) -> None:
    """Additions, corrections and German spelling mean what they say."""
    assert doubts(zeiten(written)) == ()
