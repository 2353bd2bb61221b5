"""All postings of a site put together and written so that a browser reads a term's when it is asked for."""

from __future__ import annotations

from operator import sub
from typing import TYPE_CHECKING

from sozialraum.search.texts import LEVELS, STEP, unpacked

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sozialraum.search.concepts import Concepts
    from sozialraum.search.texts import Postings

_LAST = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuv"
_MORE = "wxyz!#$%&()*+,-./:;=>?@[]^_`{|}~"
"""Distances are written with 48 signs for the last place and 32 for every place before it; digits are levels."""

PART = 3
"""Levels a part of a compound stands below the whole word."""
NARROWER = 2
"""Levels something narrower stands below a concept's own names."""
_WORTH_PARTS = 5
"""Level from which on a word is taken apart: titles, names, one-liners, what a text says again and again."""
_SHORTEST_COMPOUND = 8
_COMMON = 0.1
"""Share of all texts from which on a word is common."""
_TELLING = ((0.2, 300, 4), (_COMMON, 100, 2))
"""Of a word that more than this share of all texts have, and more than this many: the highest level that tells nothing.

First one-liners too, then only mentions. In a small handbook no word is common.
"""


def merged(shares: Iterable[Postings]) -> dict[str, array[int]]:
    """Put the postings of several shares together, which come in the order of their texts."""
    parts: dict[str, list[bytes]] = {}
    for share in shares:
        for term, numbers in share.items():
            parts.setdefault(term, []).append(numbers)
    return {term: unpacked(b"".join(each)) for term, each in parts.items()}


def related(
    postings: Mapping[str, Sequence[int]], concepts: Concepts, compounds: Mapping[str, tuple[str, ...]]
) -> dict[str, dict[str, int]]:
    """Return term → terms whose texts it has too, each with the levels it stands below them there.

    A part of a compound has the texts of the compound, a concept those of the
    words that stand for it. Told like this and not in postings, they are a third of the index less.
    """
    found: dict[str, dict[str, int]] = {}
    for term, numbers in postings.items():
        if len(term) >= _SHORTEST_COMPOUND and any(number % STEP >= _WORTH_PARTS for number in numbers):
            for part in compounds[term]:
                if part != term:
                    found.setdefault(part, {})[term] = PART
    known = postings.keys() | found.keys()
    for forms, less in ((concepts.single, 0), (concepts.narrower, NARROWER)):
        for term, keys in forms.items():
            for key in keys if term in known else ():
                found.setdefault(key, {}).setdefault(term, less)
    return found


def telling(numbers: Sequence[int], count: int) -> Sequence[int]:
    """Return the postings of one term without those that tell nothing.

    Of a word that more than a tenth of all `count` texts have, mere mentions
    say nothing about a text, and are half of the index. Every other level is
    enough to tell the rest apart.
    """
    for share, least, most in _TELLING:
        if len(numbers) > max(count * share, least):
            return [number - (number % STEP + 1) % 2 for number in numbers if number % STEP > most] or numbers
    return numbers


def written(numbers: Sequence[int], distance: Callable[[int], str]) -> str:
    """Return the postings of one term: per level its digit and the distances between the texts, best level first."""
    of_level: list[list[int]] = [[-1] for _ in range(LEVELS)]
    add = [texts.append for texts in of_level]
    for number in numbers:
        add[number % STEP](number // STEP)
    return "".join(
        f"{level}{''.join(map(distance, map(sub, of_level[level][1:], of_level[level])))}"
        for level in range(LEVELS - 1, -1, -1)
        if len(of_level[level]) > 1
    )


class Distances(dict[int, str]):
    """How a distance, at least 1, is written; each is worked out once."""

    def __missing__(self, value: int) -> str:
        signs, rest = "", value - 1
        while rest >= len(_LAST):
            rest, place = divmod(rest - len(_LAST), len(_MORE))
            signs += _MORE[place]
        self[value] = signs + _LAST[rest]
        return self[value]


def apart(each: Sequence[str], common: Sequence[bool]) -> tuple[str, str]:
    """Return written postings between spaces, those of common terms apart: of like ones more can be compressed away.

    In the first text these have nothing where they would stand, like terms without any.
    """
    rare = ["" if is_common else signs for signs, is_common in zip(each, common, strict=True)]
    return " ".join(rare), " ".join([signs for signs, there in zip(each, rare, strict=True) if not there])


def is_common(numbers: Sequence[int], count: int) -> bool:
    """Return whether so many of `count` texts have a term."""
    return len(numbers) > count * _COMMON


def in_front(terms: Sequence[str]) -> str:
    """Return sorted terms a line each: a sign for the letters it shares with the one before, then the others.

    Letters beyond the first plane, which JavaScript counts twice, are not shared.
    """
    lines, before = [], ""
    for term in terms:
        most = min(len(before), len(term), len(_LAST) - 1)
        same = next((at for at in range(most) if before[at] != term[at] or term[at] > "\uffff"), most)
        lines.append(_LAST[same] + term[same:])
        before = term
    return "\n".join(lines)


def terms_in_order(terms: Iterable[str]) -> list[str]:
    """Return terms as JavaScript compares them, by UTF-16 code units."""
    return sorted(terms, key=lambda term: term.encode("utf-16-be"))
