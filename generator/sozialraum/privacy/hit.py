"""What a detector returns, and the signs that may stand between the digits of a number."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import NamedTuple


class Hit(NamedTuple):
    """One piece of personal data. `art` names it in a sentence: „eine BG-Nummer“."""

    art: str
    start: int
    end: int


GAP = r"(?:[ \t.\-–/()]{0,3}|[ \t]{0,2}\n[ \t>]{0,12})"
"""What people write between groups of digits, a line break of a wrapped text included."""


_START = attrgetter("start")


def apart(hits: list[Hit]) -> list[Hit]:
    """Return the hits in order of place; where two overlap, the one found first stays."""
    kept: list[Hit] = []
    for hit in hits:
        at = bisect_left(kept, hit.start, key=_START)
        before, after = kept[max(0, at - 1) : at], kept[at : at + 1]
        if all(each.end <= hit.start for each in before) and all(hit.end <= each.start for each in after):
            kept.insert(at, hit)
    return kept
