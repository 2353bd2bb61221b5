"""The words of opening hours: which German ones mean which OSM ones."""

SPELLINGS = {
    "Mo": "mon mo montag montags",
    "Tu": "tue tu di dienstag dienstags",
    "We": "wed we mi mittwoch mittwochs",
    "Th": "thu th do donnerstag donnerstags",
    "Fr": "fri fr freitag freitags",
    "Sa": "sat sa samstag samstags sonnabend sonnabends",
    "Su": "sun su so sonntag sonntags",
    "Mo-Su": "täglich tgl",
    "Mo-Fr": "werktags werktag werktagen wochentags wochentagen",
    "Sa-Su": "wochenende wochenenden wochenends",
    "Jan": "jan jän januar jänner",
    "Feb": "feb febr februar",
    "Mar": "mar mär mrz märz",
    "Apr": "apr april",
    "May": "may mai",
    "Jun": "jun juni",
    "Jul": "jul juli",
    "Aug": "aug august",
    "Sep": "sep sept september",
    "Oct": "oct okt oktober",
    "Nov": "nov november",
    "Dec": "dec dez dezember",
    "Dec 24": "heiligabend",
    "Dec 31": "silvester",
    "PH": "ph feiertag feiertage feiertagen feiertags",
    "SH": "sh schulferien ferien",
    "off": "off closed geschlossen geschl zu ruhetag",
    "unknown": "unknown",
    "week": "week",
    "easter": "easter",
    "sunrise": "sunrise sonnenaufgang",
    "sunset": "sunset sonnenuntergang",
    "dawn": "dawn",
    "dusk": "dusk",
    "day": "day",
    "days": "days",
    "1.": "erste erster ersten",
    "2.": "zweite zweiter zweiten",
    "3.": "dritte dritter dritten",
    "4.": "vierte vierter vierten",
    "5.": "fünfte fünfter fünften",
    "~1.": "letzte letzter letzten",
    "~2.": "vorletzte vorletzter vorletzten",
    ",": "und u sowie auch zusätzlich zudem außerdem",
    "-": "bis",
    "<": "ab",
    "!": "außer ausser außerhalb ausgenommen nicht",
    "°": "durchgehend durchgängig ganztägig ganztags",
    "h": "uhr h",
    "every": "jeden jede jeder",
    "of month": "monat monats",
    "": "am an im in um der den dem des die das von vom zum jeweils immer open offen"
    " geöffnet gesetzliche gesetzlichen öffnungszeiten öffnungszeit sprechzeiten sprechzeit sprechstunde sprechstunden"
    " bürozeiten bürozeit geschäftszeiten",
}
"""OSM word -> its spellings. Signs stand for grammar: "<" an open end, "!" an
exception, "~" counting from the end of the month, "°" all day. The last row
holds words without meaning here."""

WORDS = {word: osm for osm, words in SPELLINGS.items() for word in words.split()}
"""Spelling in small letters, without full stop -> OSM word."""
