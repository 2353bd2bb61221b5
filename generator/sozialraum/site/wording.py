"""How months, distances and titles are written and sorted in German."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from sozialraum.fields.dates import MONTHS

if TYPE_CHECKING:
    from datetime import date

_ARTICLE = re.compile(r"^(?:der|die|das|den|dem|ein(?:e[nmr]?)?)\s+(?=\w)")
"""Nobody looks for the neighbours' café under D."""
_FOLD = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l"})


def month_name(day: date) -> str:
    """Return „Mai 2026“."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def distance(kilometres: float) -> str:
    """Return „350 m“ or „2,4 km“."""
    if kilometres < 0.95:  # noqa: PLR2004 - from here on „1,0 km“ reads better
        return f"{max(50, round(kilometres * 20) * 50)} m"
    return f"{kilometres:.1f} km".replace(".", ",")


@lru_cache(maxsize=65536)
def sort_key(title: str) -> str:
    """Return a key that sorts as German dictionaries do (DIN 5007-1): ä as a, ß as ss, „Der Treff“ as „Treff“."""
    folded = unicodedata.normalize("NFKD", title.casefold().translate(_FOLD))
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign)).lstrip("„\"'‚ ")
    return _ARTICLE.sub("", plain)


def letter(title: str) -> str:
    """Return the letter under which a title stands, „0-9“ for everything else."""
    first = sort_key(title)[:1]
    return first if first.isascii() and first.isalpha() else "0-9"


def counted(number: int, one: str, many: str) -> str:
    """Return „1 Eintrag“ or „1.234 Einträge“."""
    return f"1 {one}" if number == 1 else f"{number:,}".replace(",", ".") + f" {many}"


def further(number: int, one: str, many: str) -> str:
    """Return what is left out of a list: `one` („eine weitere Zeile“) or „1.234 weitere Zeilen“."""
    return one if number == 1 else counted(number, one, many)
