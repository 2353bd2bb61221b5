"""What tells one person from all others: name, day of birth, file number, car."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.privacy.hit import Hit
from sozialraum.privacy.words import Phrase, Words, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME, INITIALE, GEBURTSDATUM = "ein Name", "ein abgekürzter Name", "ein Geburtsdatum"
AKTENZEICHEN, KENNZEICHEN = "ein Aktenzeichen", "ein Autokennzeichen"

_ADDRESSED = r"(?:Herrn?|Frau|Hr\.|Familie|Fam\.|Eheleuten?|Ehepaar)"
_TITLE = (
    r"(?:(?:Dr\.|Prof\.|Dipl\.-\w+\.?|med\.|jur\.|h\. ?c\.|Dres\.|Doktor|Professor(?:in)?|von|van|de|zu)\s+"
    r"|[A-ZÄÖÜ]\w*(?:meister|walt|minister|präsident|richter|vorsitzende|direktor|leiter|rat|sekretär|kollege|pastor|pfarrer|lehrer)(?:s|n|en|in|r)?\s+)"
)
_NO_NAME = (
    r"(?!(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Vormittag|Nachmittag|Abend|Holle|Antje|Doktor|"
    r"Professor\w*|Kollege\w*|Kollegin\w*|Nachbar\w*|Präsident\w*|Direktor\w*|Vorsitzende\w*|Leiter\w*|Pastor\w*|Pfarrer\w*|"
    r"Bürgermeister\w*|Rechtsan\w*|Richter\w*|Minister\w*|Landr\w*|Lehrer\w*|Beruf|Mann|Mutter|Vater|Kind\w*|Mensch\w*|"
    r"Haus\w*|Leben|Zukunft|Gesundheit|Zeit|Unterstützung|Hilfe|Beratung|Angebote|Platz|Freunde|Freundeskreis|Nachbarschaft|"
    r"Arbeit|Alltag|Wohnen|Willkommen|Und|Oder|Person\w*|\w+(?:ungen|heit|heiten|keit|keiten|schaft))\b)"
)
_NAME = Phrase(
    re.compile(
        rf"\b{_ADDRESSED}\s+{_TITLE}{{0,3}}{_NO_NAME}[A-ZÄÖÜ][a-zäöüßéèáç]{{2,}}(?:[ -]{_NO_NAME}[A-ZÄÖÜ][a-zäöüß]{{2,}})?"
    ),
    stems("Herr Herrn Frau Hr Familie Fam Eheleute Ehepaar"),
)
_BORN_AS = Phrase(
    re.compile(
        r"\bgeb\.\s+(?!Kind|Ende|Anfang|Mitte|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[A-ZÄÖÜ][a-zäöüß]{2,}"
    ),
    stems("geb"),
)
_NAME_IN_A_FILE_NAME = re.compile(r"(?:^|[/-])(?:frau|herrn?|familie|eheleute)-(?!und-|in-|beruf)[a-z]{3,}")
_INITIAL = Phrase(
    re.compile(r"\b(?:Herrn?|Frau|Hr\.|Fr\.|Familie|Fam\.|Eheleuten?)\s+[A-ZÄÖÜ]\.(?:-?[A-ZÄÖÜ]\.)?"),
    stems("Herr Herrn Frau Hr Fr Familie Fam Eheleute"),
)

_MONTHS = r"(?:Jan\w*|Feb\w*|März|Mrz\.?|Apr\w*|Mai|Jun\w*|Jul\w*|Aug\w*|Sep\w*|Okt\w*|Nov\w*|Dez\w*)"
_DAY = (
    rf"(?:[0-3]?\d\.\s?(?:[01]?\d\.|{_MONTHS})\s?(?:19[2-9]\d|20\d\d|\d\d)(?!\d)|(?:19[2-9]\d|20\d\d)-[01]\d-[0-3]\d)"
)
_BIRTHDAY = re.compile(
    rf"(?:\b(?:geb|Geb)(?:oren(?:er|e|en)?|\.)?\s+(?:(?:ist|wurde|sei)\s+)?(?:(?:am|den)\s+)?|\b[Gg]eb\.|\bGeburtsdatum\s*:?\s*|\bGeburtstag:?\s+(?:am\s+)?|(?<![\w*])\*\s?(?![^*\n]*\*)){_DAY}"
)

_COURT = r"(?!(?:[IVX]+ |\d+ )?(?:B |L |S |C |T-|C-)?(?:\d+ )?[A-Z][A-Za-z]{0,4}(?:\([A-Za-z]+\))? \d+/\d\d|[BLS] \d|\d+ [A-Z][A-Za-z]{1,4} )"
"""What a citation of a court looks like: B 14 AS 7/19 R, VIII ZR 12/20, 2 BvR 5/19."""
_FILE_NUMBER = Phrase(
    re.compile(
        r"(?:\bAktenzeichens?|\bAz\.?|\bAZ\b|\bGeschäftszeichen|\bGeschZ\.?|\bGZ\b|\bGz\.|\bFall-?(?:Nr\.?|[Nn]ummer)|\bBG-?(?:Nr\.?|[Nn]ummer|\s?Nr\.?)|"
        r"\bBedarfsgemeinschaft(?:snummer)?|\bKunden-?(?:Nr\.?|nr\.?|[Nn]ummer)|\bKd\.?-?Nr\.?|\bSV-?(?:Nr\.?|[Nn]ummer)|\bVersicherten-?(?:Nr\.?|nr\.?|nummer)|\bSteuer-?ID)"
        rf"\s?(?:lautet|ist)?\s?[:.]?\s{{0,2}}{_COURT}((?:[A-Z]{{1,4}}[ .-]?)?(?=[\w./-]{{0,12}}\d)(?![0-3]?\d\.[01]?\d\.)\w[\w./-]{{2,}})"
    ),
    stems(
        "Aktenzeichen Az AZ Geschäftszeichen GeschZ GZ Gz Fall BG Bedarfsgemeinschaft Kunden Kd SV Versicherten Steuer"
    ),
)
_HYPHENED = re.compile(r"-[A-Z]{1,2}[ -][1-9]")
_PLATE = re.compile(
    r"(?<![\w-])(?!(?:JC|SGB|BGB|DIN|ISO|EN|LK|KB|VH|TN|AZ|BA|TP|NR|ALG|MAE)-)(?!M-V )[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ -](?!(?:19|20)\d\d\b)[1-9]\d{0,3}[EH]?(?![\w-]|[./]\d)"
)


def find_names(words: Words) -> list[Hit]:
    """Return names after Herr, Frau, Familie, and names at birth."""
    found = [*words.find(_NAME), *words.find(_BORN_AS)]
    return [Hit(NAME, each.start(), each.end()) for each in found]


def find_name_in_file_name(path: str) -> list[Hit]:
    """Return a name in the name of a file: `frau-petersen.md`."""
    return [Hit(NAME, found.start(), found.end()) for found in _NAME_IN_A_FILE_NAME.finditer(path.casefold())]


def find_initials(words: Words) -> list[Hit]:
    """Return „Frau M.“: in a village everyone knows who that is."""
    return [Hit(INITIALE, found.start(), found.end()) for found in words.find(_INITIAL)]


def find_birthdays(text: str) -> list[Hit]:
    """Return days of birth; the year alone is left to `traits`."""
    if not any(word in text for word in ("geb.", "geboren", "Geb", "*")):
        return []
    return [Hit(GEBURTSDATUM, found.start(), found.end()) for found in _BIRTHDAY.finditer(text)]


def find_file_numbers(words: Words) -> list[Hit]:
    """Return what is called Aktenzeichen or Kundennummer, citations of courts excepted."""
    return [Hit(AKTENZEICHEN, found.start(1), found.end(1)) for found in words.find(_FILE_NUMBER)]


def find_own_numbers(text: str, patterns: Sequence[re.Pattern[str]]) -> list[Hit]:
    """Return file numbers of the form a district has described (see `patterns`)."""
    return [Hit(AKTENZEICHEN, found.start(), found.end()) for each in patterns for found in each.finditer(text)]


def find_plates(text: str) -> list[Hit]:
    """Return number plates written with a hyphen; with blanks they look like „SGB II 2023“."""
    return (
        [Hit(KENNZEICHEN, found.start(), found.end()) for found in _PLATE.finditer(text)]
        if _HYPHENED.search(text)
        else []
    )
