"""Days of birth: a date with a word beside it that says somebody was born then."""

from __future__ import annotations

import re

from sozialraum.privacy.hit import Hit
from sozialraum.sieve import SieveOfWords

GEBURTSDATUM = "ein Geburtsdatum"

_MONTHS = r"(?:Jan\w*|Feb\w*|März|Mrz\.?|Apr\w*|Mai|Jun\w*|Jul\w*|Aug\w*|Sep\w*|Okt\w*|Nov\w*|Dez\w*)"
_YEAR = r"(?:19[2-9][0-9]|20[0-9][0-9])"
_DAY = re.compile(
    rf"[0-9](?<![0-9][0-9])(?:[0-9]?(?:\.\s?(?:[01]?[0-9]\.|{_MONTHS})|/[01]?[0-9]/|-[01][0-9]-)\s?(?:{_YEAR}|[0-9][0-9])(?![0-9])"
    rf"|(?<=[12])(?:9[2-9]|0[0-9])[0-9]-[01][0-9]-[0-3][0-9](?![0-9]))"
)
_MONTH_OF_BIRTH = re.compile(rf"\b[Gg]eb(?:oren|\.)?\s+(?:im\s+)?{_MONTHS}\s+{_YEAR}(?![0-9])")
_BORN_BEFORE = re.compile(
    r"(?:\b(?:geb|Geb|GEB)(?:oren(?:er|e|en)?|oren|\.)?(?:\s+(?:ist|wurde|sei|war))?(?:\s+(?:er|sie|die Person|das Kind|am|den)){0,3}[\s:(]{0,3}"
    r"|\b(?:[Gg]eburts|[Gg]eb\.?[ -]?)(?:[Dd]atum|[Dd]at\.?|[Tt]ag)(?:\s+(?:ist|am|der|den)){0,2}[\s:(]{0,3}"
    r"|\bDOB:?\s*|(?<![\w*])\*\s?|\bzur\s+Welt\s+(?:kam\s+\w+\s+)?(?:am\s+)?)\Z"
)
_BORN_AFTER = re.compile(
    r"[\s,)]{1,3}(?:(?:in|zu)\s+[A-ZÄÖÜ]\w+\s+)?(?:geboren|geb\.|zur\s+Welt\b)|\s+(?:seinen |ihren )?Geburtstag\b"
)
_MAY_HOLD = SieveOfWords(("geb.", "geb ", "gebor", "Geb", "GEB", "*", "zur Welt", "DOB"))
"""One of them is near every hit; most texts hold none."""
_FAR = 40
_EMPHASIS = re.compile(r"\*[^*\n]*\*")


def find_birthdays(text: str) -> list[Hit]:
    """Return days and months of birth; the year alone is left to `traits`."""
    if not _MAY_HOLD(text):
        return []
    hits = [Hit(GEBURTSDATUM, found.start(), found.end()) for found in _MONTH_OF_BIRTH.finditer(text)]
    for day in _DAY.finditer(text):
        before = _BORN_BEFORE.search(text, max(0, day.start() - _FAR), day.start())
        if before and not _EMPHASIS.match(text, before.start()):
            hits.append(Hit(GEBURTSDATUM, before.start(), day.end()))
        elif _BORN_AFTER.match(text, day.end()):
            hits.append(Hit(GEBURTSDATUM, day.start(), day.end()))
    return hits
