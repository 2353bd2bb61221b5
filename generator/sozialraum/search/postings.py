"""All postings of a site put together and written so that a browser reads a term's when it is asked for."""

from __future__ import annotations

from operator import sub
from typing import TYPE_CHECKING

from sozialraum.search.texts import LEVELS, STEP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sozialraum.search.concepts import Concepts
    from sozialraum.search.texts import Postings

_LAST = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuv"
_MORE = "wxyz!#$%&()*+,-./:;=>?@[]^_`{|}~"
"""Distances are written with 48 signs for the last place and 32 for every place before it; digits are levels."""

_PART = 3
"""Levels a part of a compound stands below the whole word."""
_WORTH_PARTS = 5
"""Level from which on a word is taken apart: titles, names, one-liners, what a text says again and again."""
_SHORTEST_COMPOUND = 8
_COMMON = 0.1
_ALWAYS = 100
"""Texts a word may have without being common, in however small a handbook."""
_MENTION = 2
"""Level up to which a word is only mentioned."""
_NARROWER = 2
"""Levels something narrower stands below a concept's own names."""


def merged(shares: Iterable[Postings]) -> Postings:
    """Put the postings of several shares together, which come in the order of their texts."""
    whole: Postings = {}
    for share in shares:
        for term, numbers in share.items():
            whole.setdefault(term, []).extend(numbers)
    return whole


def widened(postings: Postings, concepts: Concepts, compounds: Mapping[str, tuple[str, ...]]) -> Postings:
    """Return the postings with those of parts of compounds, and of what single words stand for."""
    known = _with_others(postings, _parts_of(postings, compounds))
    meant: Postings = {}
    for forms, less in ((concepts.single, 0), (concepts.narrower, _NARROWER)):
        for term, keys in forms.items():
            numbers = [number - min(less, number % STEP) for number in known.get(term, ())]
            for key in keys if numbers else ():
                meant.setdefault(key, []).extend(numbers)
    return _with_others(known, meant)


def _parts_of(postings: Postings, compounds: Mapping[str, tuple[str, ...]]) -> Postings:
    found: Postings = {}
    for term, numbers in postings.items():
        if len(term) < _SHORTEST_COMPOUND:
            continue
        worth = [number - _PART for number in numbers if number % STEP >= _WORTH_PARTS]
        for part in compounds[term] if worth else ():
            found.setdefault(part, []).extend(worth)
    return found


def _with_others(postings: Postings, others: Postings) -> Postings:
    """Return both; a text counts once per term, with its best level."""
    whole = dict(postings)
    for term, numbers in others.items():
        best = {number // STEP: number for number in sorted([*whole.get(term, ()), *numbers])}
        whole[term] = [*best.values()]
    return whole


def telling(numbers: Sequence[int], count: int) -> Sequence[int]:
    """Return the postings of one term without those that tell nothing.

    Of a word that more than a tenth of all `count` texts have, mere mentions
    say nothing about a text, and are half of the index. Every other level is
    enough to tell the rest apart.
    """
    if len(numbers) <= max(count * _COMMON, _ALWAYS):
        return numbers
    return [number - (number % STEP + 1) % 2 for number in numbers if number % STEP > _MENTION] or numbers


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


def terms_in_order(postings: Postings) -> list[str]:
    """Return the terms as JavaScript compares them, by UTF-16 code units."""
    return sorted(postings, key=lambda term: term.encode("utf-16-be"))
