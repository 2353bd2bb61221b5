"""Numbers of files and cases, known by the word before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.privacy.hit import Hit
from sozialraum.privacy.words import Phrase, Words, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

AKTENZEICHEN = "ein Aktenzeichen"

_COURT = (
    r"(?!(?:[IVX]+ (?:[A-Z]{2} )?|B |L )(?:\(?\w\)? )?(?:\d+ )?[A-Z][A-Za-z]{0,4}(?:\([A-Za-z]+\))? \d+/\d\d|[BL] \d"
    r"|C-\d|T-\d|\d+ (?:Bv|[A-Z][a-z]?[A-Z])[A-Za-z]* )"
)
"""What citations of higher courts look like: B 14 AS 7/19 R, VIII ZR 12/20, 2 BvR 5/19. Lower courts decide about one person."""
_LOWER_COURT = r"(?:S )?\d{1,3} [A-Z]{1,3} \d{1,5}/\d\d(?: [A-Z]{1,3}\b)?"
_NUMBER_WORD = r"[ -]?(?:Nr\.?|nr\.?|[Nn]ummer|[Zz]eichen)"
_FILE_NUMBER = Phrase(
    re.compile(
        r"(?:\bAktenzeichens?|\bAz\b\.?|\bAZ\b|\b(?:Geschäfts|Kassen|Buchungs)zeichen|\bGesch\.?[Zz]\.?|\bG[Zz]\b\.?"
        r"|\b(?:Unser|Mein|Ihr)e?n?\s+Zeichen|\bFall(?:eingabe)?(?:-|\s)?(?:Nr\.?|[Nn]ummer)|\be?-?Akten?(?:[ -]?(?:Nr\.?|nummer))?"
        rf"|\b(?:Vorgang|Vorgangs|Antrags|Bescheid|Personen|Personal|Kunden|Widerspruchs|Verfahrens|Patienten|Matrikel|Mitglieds){_NUMBER_WORD}"
        r"|\bVorgang|\bWiderspruch|\bKd\.?[ -]?Nr\.?"
        rf"|\b(?:BG|SV|RV|KV|Versicherten|Sozialversicherungs|Rentenversicherungs){_NUMBER_WORD}|\bBG\b|\bBedarfsgemeinschaft(?:snummer)?(?:\s+Nr\.?)?|\bSteuer-?I[Dd](?:Nr)?\.?)"
        rf"(?:\s(?:lautet|ist|der BG|war))?[\s.:(„]{{0,4}}{_COURT}"
        rf"({_LOWER_COURT}|(?:[A-Z]{{1,4}}[ .-]?)?(?=[\w./-]{{0,12}}\d)(?![0-3]?\d\.[01]?\d\.)(?!(?:19|20)\d\d\b(?![/.-]\d))\w[\w./-]+\w)"
    ),
    stems(
        "Aktenzeichen Az AZ Geschäftszeichen Kassenzeichen Buchungszeichen GeschZ Gesch GZ Gz Unser Mein Ihr Ihre Fall Akte eAkte e Vorgang "
        "Antragsnummer Bescheid Personen Personal Widerspruch Verfahrens Patienten Matrikel Mitglieds BG Bedarfsgemeinschaft "
        "Kunden Kd SV RV KV Versicherten Sozialversicherung Rentenversicherung Steuer"
    ),
)


def find_file_numbers(words: Words) -> list[Hit]:
    """Return what is called Aktenzeichen, Vorgangsnummer or Kundennummer, citations of higher courts excepted."""
    return [Hit(AKTENZEICHEN, found.start(1), found.end(1)) for found in words.find(_FILE_NUMBER)]


def find_own_numbers(text: str, patterns: Sequence[re.Pattern[str]]) -> list[Hit]:
    """Return file numbers of the form a district has described (see `patterns`)."""
    return [Hit(AKTENZEICHEN, found.start(), found.end()) for each in patterns for found in each.finditer(text)]
