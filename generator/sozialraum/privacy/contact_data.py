"""Ways to reach a person: telephone, mail, address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.privacy.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

TELEFON, EMAIL, ANSCHRIFT = "eine Telefonnummer", "eine Mailadresse", "eine Anschrift"
PERSOENLICH = "eine persönliche Mailadresse"

_DIALLED = re.compile(r"[0+](?<![0-9]0)(?:[ \t.\-–/()]{0,3}[0-9]){6}")
"""Seven digits with an area code or country code: a quick look before the slow one."""
_DECIMAL = re.compile(r"[0-9][.,]\Z")
_PUBLIC_NUMBERS = ("800", "116", "115")
"""Numbers that belong to nobody: free of charge, help lines, the authorities' one number."""
_INVENTED_NUMBERS = re.compile(r"(?:3023125|6990009|4066969|2214710|8999998)[0-9]{3}\Z")
"""Ranges that the Bundesnetzagentur keeps for films and books; samples use them."""
_INVENTED_HOSTS = re.compile(r"(?:.*\.)?(?:example\.(?:com|org|net)|example|test|invalid|localhost)\Z")
_AT = re.compile("@")
_WRITTEN_OUT_AT = re.compile(r"@| ?[\[(] ?(?:at|ät|AT) ?[\])] ?")
_BEFORE_LOCAL = re.compile(r".*[^\w.+-]", re.DOTALL)
_HOST = re.compile(r"(?:[\w-]{1,63}(?:\.| ?[\[(] ?(?:punkt|dot) ?[\])] ?)){1,6}[^\W\d_]{2,24}")
_LONGEST_LOCAL = 64
_PERSONS_MAIL = re.compile(r"([a-zäöüß]{2,})[._]([a-zäöüß]{2,}(?:-[a-zäöüß]+)?)\Z", re.IGNORECASE)
_OF_A_DESK = re.compile(
    r"info|kontakt|post|b(?:ue|ü)ro|team|service|anmeld|beratung|verwalt|sekret|leitung|vorstand|redaktion|presse|"
    r"zentral|mail|office|hallo|verein|kita|schule|treff|haus|caf|stadt|kreis|gemeinde|amt|jobcenter|netzwerk|hilfe|"
    r"werkstatt|stelle|dienst|familie|jugend|sozial|frauen|senioren|pflege|integration|ehrenamt|sport|kultur",
    re.IGNORECASE,
)
"""Parts of the name of a mailbox that belongs to a desk, not to a person."""

_STREET = (
    r"(?:[A-ZÄÖÜ][\wäöüß]*(?:[ -][A-ZÄÖÜ][\wäöüß]*){0,3}[ -]?"
    r"(?:[Ss]traße|[Ss]trasse|[Ss]tr\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Rr]ing|[Dd]amm|[Uu]fer|[Cc]haussee|[Ss]tieg|"
    r"[Tt]wiete|[Kk]oppel|[Rr]edder|[Kk]amp|[Hh]of|[Mm]arkt|[Ww]all|[Gg]raben|[Bb]erg|[Ss]tück))"
)
_NO_PLACE = (
    r"(?:(?:Bundes|Landes|Kreis)stra\w+|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|Mai|Juni|Juli|August|"
    r"September|Oktober|November|Dezember|Jahr|Jahre|Raum|Team|Protokoll|Punkt|Abschnitt|Kapitel|Alter|Schnitt|"
    r"Artikel|Buchstabe\w*|Nummer\w*|Ziffer\w*|Anspruch\w*|\w*[aA]nspr[uü]ch\w*|Anlage|Linie|Kurs|Gruppe|Bus|Zeitraum|Umfang|Sinne|Fall|Herbst|Winter|Sommer|Frühjahr|Absatz|Satz|Verfahren|Haus|Verhältnis|Rahmen|Stand|Wert)\b"
)
_ADDRESS = re.compile(
    rf"(?:\b(?!(?:Bundes|Land|Landes|Kreis)stra(?:ß|ss)e){_STREET}|"
    rf"\b(?:Am|An der|An den|Im|In der|In den|Zum|Zur|Auf dem|Auf der|Unter den|Hinter der)\s(?!{_NO_PLACE})[A-ZÄÖÜ][\wäöüß-]+)"
    r"(?<!\bPlatz)(?<!\bRing)(?<!\bWeg)(?<!\bMarkt)\Z"
)
_HOUSE_NUMBER = re.compile(
    r" [1-9][0-9]{0,2}(?:\s?[a-h]\b)?(?![\w.:–%]|-\d|,\d|/\d| (?:Uhr|Euro|Prozent|Jahre|Tage|Wochen|Stunden|Minuten|Meter|"
    r"Menschen|Personen|Leute|Kinder|Abs|Satz|Nr|bis|von))"
)
_LONGEST_STREET = 60


def find_telephones(text: str) -> list[Hit]:
    """Return telephone numbers, but not those that belong to nobody."""
    if not _DIALLED.search(text):
        return []
    from phonenumbers import Leniency, PhoneNumberMatcher

    hits = []
    for start, line in _lines(text):
        if not _DIALLED.search(line):
            continue
        for found in PhoneNumberMatcher(line, "DE", leniency=Leniency.STRICT_GROUPING):
            national = str(found.number.national_number)
            inside = line[max(0, found.start - 2) : found.start]
            if (
                not _DECIMAL.match(inside)
                and not national.startswith(_PUBLIC_NUMBERS)
                and not _INVENTED_NUMBERS.match(national)
            ):
                hits.append(Hit(TELEFON, start + found.start, start + found.end))
    return hits


def find_mails(text: str) -> list[Hit]:
    """Return mail addresses, those of invented hosts excepted."""
    hits = []
    for sign in _signs_of_a_mail(text):
        host = _HOST.match(text, sign.end())
        if host is None or _INVENTED_HOSTS.match(host[0].casefold()):
            continue
        first = max(0, sign.start() - _LONGEST_LOCAL)
        before = _BEFORE_LOCAL.match(text, first, sign.start())
        first = before.end() if before else first
        if first < sign.start():
            hits.append(Hit(EMAIL, first, host.end()))
    return hits


def _signs_of_a_mail(text: str) -> Iterator[re.Match[str]]:
    written_out = "(at" in text or "[at" in text or "(ät" in text
    if not written_out and "@" not in text:
        return iter(())
    return (_WRITTEN_OUT_AT if written_out else _AT).finditer(text)


def is_of_a_person(address: str) -> bool:
    """Whether a mail address names a person rather than a desk."""
    name = _PERSONS_MAIL.match(re.split(r"@| ?[\[(]", address, maxsplit=1)[0])
    return name is not None and not any(_OF_A_DESK.search(part) for part in name.groups())


def find_addresses(text: str) -> list[Hit]:
    """Return streets with a house number. The number is looked for first: it is rarer than a word with a capital."""
    hits = []
    for number in _HOUSE_NUMBER.finditer(text):
        line = max(text.rfind("\n", 0, number.start()) + 1, number.start() - _LONGEST_STREET)
        street = _ADDRESS.search(text, line, number.start())
        if street:
            hits.append(Hit(ANSCHRIFT, street.start(), number.end()))
    return hits


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield two lines at a time with the offset of the first: a number may be wrapped."""
    start = 0
    lines = text.split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        yield start, f"{line} {following}"
        start += len(line) + 1
