"""Ways to reach a person: telephone, mail, address."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from sozialraum.privacy.hit import Hit
from sozialraum.privacy.words import ends_of
from sozialraum.sieve import Sieve, SieveOfWords

if TYPE_CHECKING:
    from collections.abc import Iterator

TELEFON, EMAIL, ANSCHRIFT = "eine Telefonnummer", "eine Mailadresse", "eine Anschrift"
PERSOENLICH = "eine persönliche Mailadresse"

_DIALLED = Sieve(re.compile(r"(?:^0|[^0-9]0|\+)(?:[ \t.\-–/()]{0,3}[0-9]){6}"))
"""Seven digits with an area code or country code: a quick look before the slow one."""
_MOBILE = re.compile(r"(?<![0-9])0 ?1 ?[567](?:(?: ?[-–/.] ?| )?[0-9]){8,9}(?![0-9])")
"""Mobile numbers however they are grouped: nothing else begins so."""
_MOST_TRIES = 500
"""Numbers of one text that are looked up; a text with more of them is no record."""
_WITH_SLASH = re.compile(r"(?<![0-9/.,-])0(?: ?[0-9]){2,4} ?[/–] ?[0-9](?:[ -]?[0-9]){3,8}(?![0-9]|[./:,][0-9])")
"""Area code and number as typewriters set them: 04 61 / 4 80 21 76."""
_TELEPHONES = (
    "Tel",
    "tel",
    "elefon",
    "elefonnummer",
    "andy",
    "andynummer",
    "obil",
    "obilnummer",
    "Fax",
    "ufnummer",
    "WhatsApp",
    "Signal",
)
_AFTER_TELEPHONE = re.compile(
    r"(?<=\w)[\s.:]{1,3}(?:(?:ist|lautet|unter|Nr\.)\s)?([0-9+](?:[ /.-]{0,2}[0-9]){5,13})(?![0-9]|[:.,][0-9]| Uhr)"
)
_NAMED = Sieve(re.compile(rf"(?:{'|'.join(_TELEPHONES)}){_AFTER_TELEPHONE.pattern}"))
_DECIMAL = re.compile(r"[0-9][.,]\Z")
_PUBLIC_NUMBERS = ("800", "116", "115")
"""Numbers that belong to nobody: free of charge, help lines, the authorities' one number."""
_INVENTED_NUMBERS = re.compile(r"(?:3023125|6990009|4066969|2214710|8999998)[0-9]{3}\Z")
"""Ranges that the Bundesnetzagentur keeps for films and books; samples use them."""
_INVENTED_HOSTS = re.compile(r"(?:.*\.)?(?:example\.(?:com|org|net)|example|test|invalid|localhost)\Z")
_AT = re.compile("@")
_WRITTEN_OUT_AT = re.compile(
    r" ?@ ?| ?[\[({] ?(?:at|ät|AT|Ät) ?[\])}] ?| (?:at|ät|AT) (?=[\w-]+(?:\.| (?:punkt|dot) )(?:de|com|net|org|eu|info)\b)"
)
_MAY_BE_WRITTEN_OUT = SieveOfWords(("(at", "[at", "{at", "(ät", "(AT", "[AT", " at ", " ät ", " AT ", " @", "@ "))
_BEFORE_LOCAL = re.compile(r".*[^\w.+-]", re.DOTALL)
_HOST = re.compile(r"(?:[\w-]{1,63}(?:\.| ?[\[({] ?(?:punkt|dot) ?[\])}] ?| (?:punkt|dot) )){1,6}[^\W\d_]{2,24}")
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
    r"[Tt]wiete|[Kk]oppel|[Rr]edder|[Kk]amp|[Hh]of|[Mm]arkt|[Ww]all|[Gg]raben|[Bb]erg|[Ss]tück|(?<!ahn)(?<!us)steig|pfad)"
    r"|[a-zäöü]{3,}(?:straße|strasse|str\.|allee|gasse|chaussee)|[A-ZÄÖÜ]{2,}STRASSE|Straße (?:der|des) [A-ZÄÖÜ]\w+)"
)
_NO_PLACE = (
    r"(?:(?:Bundes|Landes|Kreis)stra\w+|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|Mai|Juni|Juli|August|"
    r"September|Oktober|November|Dezember|Jahr|Jahre|Raum|Team|Protokoll|Punkt|Abschnitt|Kapitel|Alter|Schnitt|"
    r"Artikel|Buchstabe\w*|Nummer\w*|Ziffer\w*|Anspruch\w*|\w*[aA]nspr[uü]ch\w*|Anlage|Linie|Kurs|Gruppe|Bus|Zeitraum|Umfang|Sinne|Fall|Herbst|Winter|Sommer|Frühjahr|Absatz|Satz|Verfahren|Haus|Verhältnis|Rahmen|Stand|Wert)\b"
)
_ADDRESS = re.compile(
    rf"(?:\b(?!(?:Bundes|Land|Landes|Kreis)stra(?:ß|ss)e){_STREET}|"
    rf"\b(?:Am|An der|An den|Im|In der|In den|Zum|Zur|Auf dem|Auf der|Unter den|Hinter der)\s"
    rf"(?:(?:[Aa]lt|[Nn]eu|[Gg]roß|[Kk]lein|[Hh]och|[Ll]ang|[Kk]urz|[Oo]ber|[Uu]nter)e[nr]\s)?(?!{_NO_PLACE})[A-ZÄÖÜ][\wäöüß-]+)"
    r"(?<!\bPlatz)(?<!\bRing)(?<!\bWeg)(?<!\bMarkt)\Z"
)
_HOUSE_NUMBER = re.compile(
    r" [1-9][0-9]{0,2}(?:\s?[a-h]\b)?(?![\w.:–%]|-\d|,\d|/\d| (?:Uhr|Euro|Prozent|Jahre|Tage|Wochen|Stunden|Minuten|Meter|"
    r"Menschen|Personen|Leute|Kinder|Abs|Satz|Nr|bis|von))"
)
_STREETS = ("traße", "trasse", "tr.", "STRASSE", "llee", "gasse", "hausse")
_HOUSES = re.compile(
    r"(?: Nr\.? ?| Hausn(?:r\.?|ummer) ?| ?)[1-9][0-9]{0,2}(?: ?[-–/] ?[1-9][0-9]{0,2}| ?[a-h]\b)?"
    r"(?![\w.:–%]|-\d|,\d|/\d| (?:Uhr|Jahre|Minuten|Meter|Wohnung))"
)
"""After names of streets: a range is one of houses there, and „Nr.“ the number of a house."""
_LONGEST_STREET = 60
_MAY_HOLD_ADDRESSES = Sieve(re.compile(rf"(?:{_ADDRESS.pattern})(?:{_HOUSE_NUMBER.pattern}|{_HOUSES.pattern})"))


def find_telephones(text: str) -> list[Hit]:
    """Return telephone numbers, but not those that belong to nobody."""
    named = _named_telephones(text) if _NAMED(text) else ()
    hits = [hit for hit in named if not _belongs_to_nobody(_national(text[hit.start : hit.end]))]
    if not _DIALLED(text):
        return hits
    from phonenumbers import Leniency, PhoneNumberMatcher

    for start, line in _lines(text):
        if not _DIALLED(line):
            continue
        for found in PhoneNumberMatcher(line, "DE", Leniency.STRICT_GROUPING, _MOST_TRIES):
            inside = line[max(0, found.start - 2) : found.start]
            if not _DECIMAL.match(inside) and not _belongs_to_nobody(str(found.number.national_number)):
                hits.append(Hit(TELEFON, start + found.start, start + found.end))
    return [*hits, *(Hit(TELEFON, *each.span()) for each in _grouped_oddly(text))]


def _named_telephones(text: str) -> Iterator[Hit]:
    """Yield numbers without an area code that are called a telephone."""
    for end in ends_of(_TELEPHONES, text):
        found = _AFTER_TELEPHONE.match(text, end)
        if found:
            yield Hit(TELEFON, *found.span(1))


def _grouped_oddly(text: str) -> Iterator[re.Match[str]]:
    """Yield numbers in groups that no directory prints, as far as they are numbers that can be dialled."""
    from phonenumbers import NumberParseException, is_valid_number, parse

    for found in islice(chain(_MOBILE.finditer(text), _WITH_SLASH.finditer(text)), _MOST_TRIES):
        digits = "".join(sign for sign in found[0] if sign.isdigit())
        try:
            valid = is_valid_number(parse(digits, "DE"))
        except NumberParseException:
            continue
        if valid and not _belongs_to_nobody(digits[1:]):
            yield found


def _national(written: str) -> str:
    """Return the digits of a number without the zeros or the code of the country before them."""
    digits = "".join(sign for sign in written if sign.isdigit())
    return digits.removeprefix("0049").removeprefix("49").lstrip("0")


def _belongs_to_nobody(national: str) -> bool:
    return national.startswith(_PUBLIC_NUMBERS) or _INVENTED_NUMBERS.match(national) is not None


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
    written_out = _MAY_BE_WRITTEN_OUT(text)
    if not written_out and "@" not in text:
        return iter(())
    return (_WRITTEN_OUT_AT if written_out else _AT).finditer(text)


def is_of_a_person(address: str) -> bool:
    """Whether a mail address names a person rather than a desk."""
    name = _PERSONS_MAIL.match(re.split(r"@| ?[\[(]", address, maxsplit=1)[0])
    return name is not None and not any(_OF_A_DESK.search(part) for part in name.groups())


def find_addresses(text: str) -> list[Hit]:
    """Return streets with a house number. The number is looked for first: it is rarer than a word with a capital."""
    if not _MAY_HOLD_ADDRESSES(text):
        return []
    hits = []
    for number in _HOUSE_NUMBER.finditer(text):
        street = _street_before(text, number.start())
        if street:
            hits.append(Hit(ANSCHRIFT, street.start(), number.end()))
    return [*hits, *_numbered_houses(text)]


def _numbered_houses(text: str) -> Iterator[Hit]:
    """Yield streets with several houses, with „Nr.“, or with nothing between street and number."""
    for end in ends_of(_STREETS, text):
        houses = _HOUSES.match(text, end)
        street = _street_before(text, end) if houses else None
        if houses and street:
            yield Hit(ANSCHRIFT, street.start(), houses.end())


def _street_before(text: str, end: int) -> re.Match[str] | None:
    line = max(text.rfind("\n", 0, end) + 1, end - _LONGEST_STREET)
    return _ADDRESS.search(text, line, end)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield two lines at a time with the offset of the first: a number may be wrapped."""
    start = 0
    lines = text.split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        yield start, f"{line} {following}"
        start += len(line) + 1
