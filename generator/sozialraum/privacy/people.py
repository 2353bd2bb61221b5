"""Names of people, as far as a word before them says that they are names."""

from __future__ import annotations

import re

from sozialraum.privacy.hit import Hit
from sozialraum.privacy.words import Phrase, Words, stems

NAME, INITIALE = "ein Name", "ein abgekürzter Name"

_LATIN = [chr(code) for code in range(0xC0, 0x250)]
_UPPER = "A-Z" + "".join(sign for sign in _LATIN if sign.isupper())
_LOWER = "a-z" + "".join(sign for sign in _LATIN if sign.islower())
"""Letters of every language that writes with Latin ones: Šimić and Łukasz are names, too."""
_ADDRESSED = r"(?:Herrn?|Frau|FRAU|HERRN?|FAMILIE|Hr\.?|Familie|Fam\.|Eheleuten?|Ehepaar|Mr\.?|Mrs\.?|Ms\.?|(?<=mit )Fr\.|(?<=von )Fr\.|(?<=bei )Fr\.|(?<=für )Fr\.)"
_TITLE = (
    r"(?:(?:Dr\.|Prof\.|Dipl\.-\w+\.?|med\.|jur\.|h\. ?c\.|Dres\.|Doktor|Professor(?:in)?|von|van|de|del|di|zu|zur|el|al|bin|ben)\s+"
    rf"|[{_UPPER}]\w*(?:meister|walt|minister|präsident|richter|vorsitzende|direktor|leiter|rat|sekretär|kollege|pastor|pfarrer|lehrer)(?:s|n|en|in|r)?\s+)"
)
_NO_NAME = (
    r"(?!(?:Dr|Prof|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Vormittag|Nachmittag|Abend|Holle|Antje|Doktor|"
    r"Professor\w*|Kollege\w*|Kollegin\w*|Nachbar\w*|Präsident\w*|Direktor\w*|Vorsitzende\w*|Leiter\w*|Pastor\w*|Pfarrer\w*|"
    r"Bürgermeister\w*|Rechtsan\w*|Richter\w*|Minister\w*|Landr\w*|Lehrer\w*|Beruf|Mann|Mutter|Vater|Kind\w*|Mensch\w*|"
    r"Haus\w*|Leben|Zukunft|Gesundheit|Zeit|Unterstützung|Hilfe|Beratung|Angebote|Platz|Freunde|Freundeskreis|Nachbarschaft|"
    r"Arbeit|Alltag|Wohnen|Willkommen|Und|Oder|Person\w*|\w+(?:ungen|heit|heiten|keit|keiten|schaft))\b)"
)
_NAME_WORD = (
    rf"(?:(?:[AE]l|Abd|O|D|d|Mac|Mc)[-'’ ]?)?(?!UND\b|ODER\b|BERUF\b|IN\b)"
    rf"(?:[{_UPPER}](?:[{_LOWER}]|[{_LOWER}][{_LOWER}'’]*[{_LOWER}])(?![{_LOWER}\w])|[{_UPPER}]{{4,}}(?!\w))"
)
_NAME = Phrase(
    re.compile(rf"\b{_ADDRESSED}\s+{_TITLE}{{0,3}}{_NO_NAME}{_NAME_WORD}(?:[ -]{_NO_NAME}{_NAME_WORD})?"),
    stems("Herr Herrn HERR Frau FRAU Hr Fr Familie FAMILIE Fam Eheleute Ehepaar Mr Mrs Ms"),
)
_BORN_AS = Phrase(
    re.compile(
        r"\b(?:geb\.|(?<=[,(] )geborene)\s+(?!Kind|Ende|Anfang|Mitte|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Babys?\b|Säugling|\w+in(?:nen)?\b)"
        rf"[{_UPPER}][{_LOWER}]{{2,}}"
    ),
    stems("geb geborene"),
)
_SOMEBODY = r"(?:Frau|Mann|Mutter|Vater|Kind|Junge|Mädchen|Person|Sohn|Tochter|Bruder|Schwester|Nachbar(?:in)?|Oma|Opa|er|sie|Er|Sie)"
_CALLED = Phrase(
    re.compile(
        rf"\b(?:(?i:(?:Vor|Nach|Familien|Geburts|Ruf)name)(?:\s+(?:ist|lautet))?:?|Name:(?=\s+[{_UPPER}][{_LOWER}]+ [{_UPPER}])|{_SOMEBODY}\s+(?:heißt|hieß|namens|mit\s+(?:dem\s+)?Namen))"
        rf"\s+(?!(?:Das|Der|Die|Es|Er|Sie|Und)\b)[{_UPPER}][{_LOWER}]+"
    ),
    stems(
        "Name Vorname Nachname Familienname Geburtsname Rufname Frau Mann Mutter Vater Kind Junge Mädchen Person Sohn Tochter Bruder "
        "Schwester Nachbar Nachbarin Oma Opa er sie Er Sie"
    ),
)
_KIN = r"(?:Sohn|Tochter|Ehemann|Ehefrau|[Ii]hr Mann|[Ss]eine Frau|Bruder|Schwester|Oma|Opa|Onkel|Tante|Nachbar(?:in)?|Kolleg(?:e|in)|Mutter|Vater)"
_OF_THE_FAMILY = Phrase(
    re.compile(
        rf"\b{_KIN}\s+(?!Emma\b|Staat\b|Teresa\b|Natur\b|Erde\b|Versicherte){_NO_NAME}[{_UPPER}][{_LOWER}]{{2,}}(?![{_LOWER}\w-])"
    ),
    stems(
        "Sohn Tochter Ehemann Ehefrau Ihr ihr Seine seine Bruder Schwester Oma Opa Onkel Tante Nachbar Kollege Mutter Vater"
    ),
)
_NAME_IN_A_FILE_NAME = re.compile(
    r"(?:^|[/-])(?:frau|herrn?|familie|eheleute)-(?!und-|in-|beruf"
    r"|(?:vom|mit|aus|bei|beim|auf|hinter|neben|nebenan|gegenueber|fuer|ohne|vor)\b)[a-z]{3,}"
)
"""Not „die-frau-vom-kiosk“: behind a preposition stands no name, apart from „von“ and „zu“."""
_INITIAL = Phrase(
    re.compile(
        r"\b(?:Herrn?|Frau|Hr\.?|Fr\.|Familie|Fam\.|Eheleuten?)\s+[A-ZÄÖÜ](?:\.(?:-?[A-ZÄÖÜ]\.)?|(?![\w.&/+-]| ?&))"
    ),
    stems("Herr Herrn Frau Hr Fr Familie Fam Eheleute"),
)


def find_names(words: Words) -> list[Hit]:
    """Return names after Herr, Frau, Familie, names at birth, and what somebody is said to be called."""
    found = (each for phrase in (_NAME, _BORN_AS, _CALLED, _OF_THE_FAMILY) for each in words.find(phrase))
    return [Hit(NAME, each.start(), each.end()) for each in found]


def find_name_in_file_name(path: str) -> list[Hit]:
    """Return a name in the name of a file: `frau-petersen.md`."""
    return [Hit(NAME, found.start(), found.end()) for found in _NAME_IN_A_FILE_NAME.finditer(path.casefold())]


def find_initials(words: Words) -> list[Hit]:
    """Return „Frau M.“: in a village everyone knows who that is."""
    return [Hit(INITIALE, found.start(), found.end()) for found in words.find(_INITIAL)]
