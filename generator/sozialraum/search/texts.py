"""How well each term fits each text.

A posting is one number: position of the text times 16 plus a level from 0 to
9. The level is BM25F in one step: what a term weighs in each field, less in
longer fields, added up and then saturated.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.search.german import Terms, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sozialraum.search.concepts import Concepts

STEP = 16
"""Between the numbers of two texts in postings."""
LEVELS = 10

_BODY = 0
_BODY_WEIGHT = 0.3
_UNITS = 32
"""Resolution of weights before they are turned into levels."""
_USUAL = {_BODY: 90, 1: 12, 2: 12, 3: 4, 4: 4}
"""Terms a field of each weight usually has."""
_SATURATION = 1.2
_MOST_FIELDS = 2**12
"""Remembered at a time: what fields say again and again comes back soon, titles and one-liners never do."""
_FOUR_BYTES = "I"
Postings = dict[str, bytes]
"""Term → its postings as `packed`: numbers of Python's own would need ten times the memory."""


def packed(numbers: Iterable[int]) -> bytes:
    """Return numbers as bytes that mean the same on this machine alone."""
    return array(_FOUR_BYTES, numbers).tobytes()


def unpacked(stored: bytes) -> array[int]:
    """Return the numbers that were packed."""
    return array(_FOUR_BYTES, stored)


class Text(NamedTuple):
    """One page as the search sees it: fields by weight, from 4 for the title to 1, and 0 for running text."""

    fields: tuple[tuple[int, str], ...]


class _Levels(dict[int, int]):
    """What a term weighs in a text → level; each weight is worked out once."""

    def __missing__(self, units: int) -> int:
        self[units] = round((LEVELS - 1) * units / (units + _SATURATION * _UNITS))
        return self[units]


class Reader:
    """Turns texts into postings. Words, and what fields say again and again, are worked out once per process."""

    def __init__(self, concepts: Concepts, terms: Terms) -> None:
        self._terms = terms
        self._levels = _Levels()
        self._fields = _Fields(concepts, terms)

    def postings(self, texts: Iterable[tuple[int, Text]]) -> Postings:
        """Return term → postings of numbered texts, in their order."""
        found: dict[str, list[int]] = defaultdict(list)
        level = self._levels
        for number, text in texts:
            base = number * STEP
            for term, units in self._weighed(text).items():
                found[term].append(base + level[units])
        return {term: packed(numbers) for term, numbers in found.items()}

    def _weighed(self, text: Text) -> Mapping[str, int]:
        units: dict[str, int] = {}
        for field in text.fields:
            if field[0] == _BODY:
                each, counted = _counted(field[1], self._terms)
                for term, times in counted.items():
                    units[term] = units.get(term, 0) + times * each
            else:
                each, terms = self._fields[field]
                for term in terms:
                    units[term] = units.get(term, 0) + each
        return units


class _Fields(dict[tuple[int, str], tuple[int, tuple[str, ...]]]):
    """Weight and words of a field → what each of its terms weighs, and the terms with the concepts among them."""

    def __init__(self, concepts: Concepts, terms: Terms) -> None:
        super().__init__()
        self._concepts = concepts
        self._terms = terms

    def __missing__(self, field: tuple[int, str]) -> tuple[int, tuple[str, ...]]:
        if len(self) == _MOST_FIELDS:
            self.clear()
        weight, words = field
        terms = self._terms.of(words)
        self[field] = found = (_each(weight, len(terms)), (*terms, *self._concepts.among(terms)))
        return found


def _counted(body: str, terms: Terms) -> tuple[int, Counter[str]]:
    """Return what each term of a running text weighs, and how often each occurs."""
    counted = Counter(map(terms.__getitem__, words(body)))
    del counted[""]
    return _each(_BODY, counted.total()), counted


def _each(weight: int, count: int) -> int:
    """Return what each of `count` terms of a field weighs."""
    return round((weight or _BODY_WEIGHT) * _UNITS / (0.3 + 0.7 * count / _USUAL[weight]))
