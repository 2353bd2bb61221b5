"""How a team may write opening hours, and which OSM value is meant."""

from __future__ import annotations

import pytest
from sozialraum.fields.hours import zeiten

SPELLINGS = """
# Days
Mo 9-12                                       | Mo 09:00-12:00
Di 9-12                                       | Tu 09:00-12:00
Mi 9-12                                       | We 09:00-12:00
Do 9-12                                       | Th 09:00-12:00
So 9-12                                       | Su 09:00-12:00
Montag 9-12                                   | Mo 09:00-12:00
montags 9-12                                  | Mo 09:00-12:00
Sonnabend 9-12                                | Sa 09:00-12:00
DI 9-12                                       | Tu 09:00-12:00
Mo. 9-12                                      | Mo 09:00-12:00
Mo-Fr 9-12                                    | Mo-Fr 09:00-12:00
Mo–Fr 9–12                                    | Mo-Fr 09:00-12:00
Mo.-Fr. 9-12                                  | Mo-Fr 09:00-12:00
Mo bis Fr 9-12                                | Mo-Fr 09:00-12:00
montags bis freitags 9-12                     | Mo-Fr 09:00-12:00
Mo und Mi 9-12                                | Mo,We 09:00-12:00
Mo, Mi 9-12                                   | Mo,We 09:00-12:00
Mo, Di und Do 9-12                            | Mo,Tu,Th 09:00-12:00
Mo + Mi 9-12                                  | Mo,We 09:00-12:00
Mo/Mi 9-12                                    | Mo,We 09:00-12:00
Mo: 9-12                                      | Mo 09:00-12:00
Mo:9-12                                       | Mo 09:00-12:00
täglich 9-12                                  | Mo-Su 09:00-12:00
werktags 9-12                                 | Mo-Fr 09:00-12:00
an Werktagen 9-12                             | Mo-Fr 09:00-12:00
tgl. 9-12                                     | Mo-Su 09:00-12:00
am Wochenende 9-12                            | Sa-Su 09:00-12:00
9-12 Uhr werktags                             | Mo-Fr 09:00-12:00

# Times
Di 9–12 Uhr                                   | Tu 09:00-12:00
Di 9.00-12.00 Uhr                             | Tu 09:00-12:00
Di 09:00-12:30                                | Tu 09:00-12:30
Di 9 bis 12 Uhr                               | Tu 09:00-12:00
Di von 9 Uhr bis 12 Uhr                       | Tu 09:00-12:00
Di 9h-12h                                     | Tu 09:00-12:00
Di 9-12, 14-16 Uhr                            | Tu 09:00-12:00,14:00-16:00
Di 9-12 und 14-16 Uhr                         | Tu 09:00-12:00,14:00-16:00
Di 9-12 Uhr & 14-16 Uhr                       | Tu 09:00-12:00,14:00-16:00
Di 9-12 14-16                                 | Tu 09:00-12:00,14:00-16:00
Fr 22-2 Uhr                                   | Fr 22:00-02:00
Di ab 14 Uhr                                  | Tu 14:00+
So 10 Uhr                                     | Su 10:00+
So, 10:30                                     | Su 10:30+
24/7                                          | 24/7
durchgehend                                   | 24/7
rund um die Uhr                               | 24/7
Sa durchgehend                                | Sa
Sa ganztägig                                  | Sa
Mo-Fr durchgehend 9-17 Uhr                    | Mo-Fr 09:00-17:00

# Several rules
Mo 9-12; Do 14-18                             | Mo 09:00-12:00; Th 14:00-18:00
Di 9-12 | Do 14-18                            | Tu 09:00-12:00; Th 14:00-18:00
Di 9-12, Do 14-18                             | Tu 09:00-12:00, Th 14:00-18:00
Di 9-12 und Do 14-18                          | Tu 09:00-12:00, Th 14:00-18:00
Di 9-12 Do 14-18                              | Tu 09:00-12:00, Th 14:00-18:00
Mo-Do 9-12 | 13-16                            | Mo-Th 09:00-12:00, Mo-Th 13:00-16:00
Mo, Fr 09:00-12:00                            | Mo,Fr 09:00-12:00

# A later rule adds hours, or corrects those which it overlaps
Mo-Fr 8-12 Uhr; Do 14-18 Uhr                  | Mo-Fr 08:00-12:00, Th 14:00-18:00
Mo-Fr 8-16 Uhr; Do 8-18 Uhr                   | Mo-Fr 08:00-16:00; Th 08:00-18:00
Mo-Fr 8-16 Uhr, Fr 8-13 Uhr                   | Mo-Fr 08:00-16:00; Fr 08:00-13:00
Mo-Fr 9-12; Mi geschlossen                    | Mo-Fr 09:00-12:00; We closed
täglich außer Mo 10-17 Uhr                    | Mo-Su 10:00-17:00; Mo closed
Di-Fr 9-12, außer mittwochs                   | Tu-Fr 09:00-12:00; We closed
Mo-Fr 8-12, zusätzlich Do 14-18               | Mo-Fr 08:00-12:00, Th 14:00-18:00
Bürozeiten: Mo 9-12, Sprechstunde Do 14-16    | Mo 09:00-12:00, Th 14:00-16:00

# What is closed is closed, wherever it stands, and a single day has its own hours
montags Ruhetag, täglich 10-18 Uhr            | Mo-Su 10:00-18:00; Mo closed
vom 27.7. bis 14.8. geschlossen; Mo-Fr 7-17   | Mo-Fr 07:00-17:00; Jul 27-Aug 14 closed
24.12. 9-11; Mo-Fr 9-16                       | Mo-Fr 09:00-16:00; Dec 24 09:00-11:00
derzeit geschlossen; Mo-Fr 9-12               | Mo-Fr 09:00-12:00; 24/7 closed "derzeit geschlossen"
Mo-Fr 9-12; derzeit geschlossen               | Mo-Fr 09:00-12:00; 24/7 closed "derzeit geschlossen"
Mo-Fr 9-12 (im Juli geschlossen)              | Mo-Fr 09:00-12:00 unknown "im Juli geschlossen"

# Months, dates, weeks
April bis Oktober täglich 10-18 Uhr           | Apr-Oct Mo-Su 10:00-18:00
Apr-Okt: Di 10-18                             | Apr-Oct Tu 10:00-18:00
Mär, Mai und Dez So 10-12                     | Mar,May,Dec Su 10:00-12:00
April bis Juni Mo 9-12, Do 14-16              | Apr-Jun Mo 09:00-12:00, Apr-Jun Th 14:00-16:00
Di 9-12; im August geschlossen                | Tu 09:00-12:00; Aug closed
24.12. bis 1.1. geschlossen                   | Dec 24-Jan 1 closed
24.-26.12. geschlossen                        | Dec 24-Dec 26 closed
24. und 31. Dezember zu                       | Dec 24,Dec 31 closed
1.5.2026 geschlossen                          | 2026 May 1 closed
vom 1. Mai bis 30. September Di 10-12         | May 1-Sep 30 Tu 10:00-12:00
Heiligabend und Silvester geschlossen         | Dec 24,Dec 31 closed
in geraden Wochen Di 14-16                    | week02-52/2 Tu 14:00-16:00
ungerade Kalenderwochen: Mi 9-11 Uhr          | week01-53/2 We 09:00-11:00

# Weeks of the month
1. Di im Monat 15-17 Uhr                      | Tu[1] 15:00-17:00
jeden 1. und 3. Dienstag im Monat 15-17 Uhr   | Tu[1,3] 15:00-17:00
letzter Freitag im Monat 14-16 Uhr            | Fr[-1] 14:00-16:00
am ersten Mittwoch des Monats 10-12           | We[1] 10:00-12:00
jeden zweiten Samstag im Monat 10-12          | Sa[2] 10:00-12:00

# Holidays
Mo-Fr 9-12; Feiertage geschlossen             | Mo-Fr 09:00-12:00; PH closed
Mo-Fr 9-12, feiertags zu                      | Mo-Fr 09:00-12:00; PH closed
Mo-Fr 9-12 außer an Feiertagen                | Mo-Fr 09:00-12:00; PH closed
feiertags geschlossen; Mo-Fr 9-12             | Mo-Fr 09:00-12:00; PH closed
Mo-Fr 9-12 Uhr (feiertags geschlossen)        | Mo-Fr 09:00-12:00; PH closed
Mo-Fr 9-12 (an Feiertagen zu); Sa 9-11        | Mo-Fr 09:00-12:00; Sa 09:00-11:00; PH closed
Sonn- und Feiertage 10-12 Uhr                 | Su,PH 10:00-12:00
Sa, So, Feiertage 10-12 Uhr                   | Sa,Su,PH 10:00-12:00
Di 9-12; Schulferien geschlossen              | Tu 09:00-12:00; SH closed
in den Schulferien Mo-Fr 10-14 Uhr            | SH Mo-Fr 10:00-14:00

# Remarks
nach Vereinbarung                             | 24/7 unknown "nach Vereinbarung"
n. V.                                         | 24/7 unknown "nach Vereinbarung"
Di 9-12 und nach Vereinbarung                 | Tu 09:00-12:00 || 24/7 unknown "nach Vereinbarung"
Di 9-12 u. n. V.                              | Tu 09:00-12:00 || 24/7 unknown "nach Vereinbarung"
Di 9-12; nach Vereinbarung; Do 14-18          | Tu 09:00-12:00; Th 14:00-18:00 || 24/7 unknown "nach Vereinbarung"
Mi nach telefonischer Vereinbarung            | We unknown "nach telefonischer Vereinbarung"
Di 9-12 (nur mit Termin)                      | Tu 09:00-12:00 unknown "nur mit Termin"
Sa 10-12 (1. Sa im Monat)                     | Sa 10:00-12:00 unknown "1. Sa im Monat"
Mo-Sa 9-12 (sonntags geschlossen)             | Mo-Sa 09:00-12:00 "sonntags geschlossen"
Di 9-12 (Frauengruppe)                        | Tu 09:00-12:00 "Frauengruppe"
Di 9-12 „im Saal“                             | Tu 09:00-12:00 "im Saal"
Di 9-12 (Saal), 14-16 (Café)                  | Tu 09:00-12:00 "Saal", Tu 14:00-16:00 "Café"
geschlossen                                   | 24/7 closed
vorübergehend geschlossen                     | 24/7 closed "vorübergehend geschlossen"
"""

OSM = """
Mo-Fr 08:00-16:00; PH off                     | Mo-Fr 08:00-16:00; PH closed
Mo-Fr 08:00-12:00; Mo 14:00-18:00             | Mo-Fr 08:00-12:00; Mo 14:00-18:00
Tu[1] 15:00-17:00                             | Tu[1] 15:00-17:00
Su,PH 10:00-12:00                             | Su,PH 10:00-12:00
We-Mo 10:00-12:00                             | We-Mo 10:00-12:00
mo-fr 8:00-12:00                              | Mo-Fr 08:00-12:00
Mo 10:00-12:00 "So, Di; Do"                   | Mo 10:00-12:00 "So, Di; Do"
SH Mo-Fr 10:00-12:00                          | SH Mo-Fr 10:00-12:00
SH,Mo-Fr 10:00-12:00                          | SH,Mo-Fr 10:00-12:00
PH -1 day 10:00-12:00                         | PH -1 days 10:00-12:00
PH +1 day off                                 | PH +1 days closed
week 1-53/2 Tu 10:00-12:00                    | week01-53/2 Tu 10:00-12:00
easter +1 day off                             | easter +1 day closed
We, Sa 08:00-13:00                            | We,Sa 08:00-13:00
sunrise-sunset                                | sunrise-sunset
Mo-Fr 09:00-12:00 || "by appointment"         | Mo-Fr 09:00-12:00 || 24/7 "by appointment"
"""

REFUSED = """
Mo 9-12 Uhr Beratung                          | Beratung
Mo 9-12; Di gegen 14 Uhr                      | gegen
Mo 25-26; Di 9-12                             | Mo 25-26
Mi-So                                         | Mi-So
Mo-Fr 9-12 Uhr April bis Oktober              | April bis Oktober
Di 9-12; ab 1.6.2026 geschlossen              | ab 1.6.2026 geschlossen
jeden 2. Dienstag 10-12                       | jeden 2. Dienstag
"Schulzeit" Mo-Fr 11-17                       | Schulzeit Mo-Fr 11-17
Di alle zwei Wochen 10-12                     | Di alle zwei Wochen 10-12
Mo 9-12; 14-tägig Di 10-12                    | 14-tägig Di 10-12
Di 9-12; 31.4. geschlossen                    | 31.4.
"""


def pairs(table: str) -> list[tuple[str, str]]:
    """Return the two columns, which meet at column 46: both may hold a bar."""
    rows = [line for line in table.splitlines() if line and not line.startswith("#")]
    return [(row[:46].strip(), row[47:].strip()) for row in rows]


@pytest.mark.parametrize(("written", "osm"), [*pairs(SPELLINGS), *pairs(OSM)])
def test_spelling(written: str, osm: str) -> None:
    """What a person writes is one OSM value."""
    assert zeiten(written).osm == osm


@pytest.mark.parametrize(("written", "osm"), [*pairs(SPELLINGS), *pairs(OSM)])
def test_canonical_value(written: str, osm: str) -> None:
    """The canonical value reads as itself, so it can be exported and imported again."""
    assert zeiten(zeiten(written).osm).osm == osm


@pytest.mark.parametrize(("written", "quoted"), pairs(REFUSED))
def test_refusal(written: str, quoted: str) -> None:
    """What is not understood is quoted in one German sentence with a right example."""
    with pytest.raises(ValueError, match="richtig ist") as refused:
        zeiten(written)
    sentence = str(refused.value)
    assert quoted in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("blank", ["", " ", "\n", ";", "|", "()"])
def test_blank(blank: str) -> None:
    """No hours at all are refused; OSM would read a blank as always open."""
    with pytest.raises(ValueError, match="richtig ist"):
        zeiten(blank)


def test_new_line() -> None:
    """A new line separates rules like a semicolon."""
    assert zeiten("Di 9-12\nDo 14-18\n").osm == "Tu 09:00-12:00; Th 14:00-18:00"


def test_text_is_kept() -> None:
    """The value remembers how it was written."""
    assert zeiten("Di 9–12 Uhr").text == "Di 9–12 Uhr"
