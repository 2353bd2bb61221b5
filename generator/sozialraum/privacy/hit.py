"""What a detector returns, and the signs that may stand between the digits of a number."""

from __future__ import annotations

from typing import NamedTuple


class Hit(NamedTuple):
    """One piece of personal data. `art` names it in a sentence: „eine BG-Nummer“."""

    art: str
    start: int
    end: int


GAP = r"(?:[ \t.\-–/()]{0,3}|[ \t]{0,2}\n[ \t>]{0,12})"
"""What people write between groups of digits, a line break of a wrapped text included."""


def apart(hits: list[Hit]) -> list[Hit]:
    """Return the hits in order of place; where two overlap, the one found first stays."""
    kept: list[Hit] = []
    for hit in hits:
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)
