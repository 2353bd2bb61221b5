"""How well each term fits each text.

A posting is one number: position of the text times 16 plus a level from 0 to
9. The level is BM25F in one step: what a term weighs in each field, less in
longer fields, added up and then saturated.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.search.german import Terms

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
Postings = dict[str, list[int]]


class Text(NamedTuple):
    """One page as the search sees it: fields by weight, from 4 for the title to 1, and 0 for running text."""

    fields: tuple[tuple[int, str], ...]


class _Levels(dict[int, int]):
    """What a term weighs in a text → level; each weight is worked out once."""

    def __missing__(self, units: int) -> int:
        self[units] = round((LEVELS - 1) * units / (units + _SATURATION * _UNITS))
        return self[units]


class Reader:
    """Turns texts into postings. Words are worked out once per process."""

    def __init__(self, concepts: Concepts, terms: Terms) -> None:
        self._concepts = concepts
        self._terms = terms
        self._levels = _Levels()

    def postings(self, texts: Iterable[tuple[int, Text]]) -> Postings:
        """Return term → postings of numbered texts, in their order."""
        found: Postings = defaultdict(list)
        level = self._levels
        for number, text in texts:
            base = number * STEP
            for term, units in self._weighed(text).items():
                found[term].append(base + level[units])
        found.pop("", None)
        return dict(found)

    def _weighed(self, text: Text) -> Mapping[str, int]:
        units: dict[str, int] = {}
        for weight, words in text.fields:
            terms = self._terms.of(words)
            if not terms:
                continue
            each = round((weight or _BODY_WEIGHT) * _UNITS / (0.3 + 0.7 * len(terms) / _USUAL[weight]))
            if weight == _BODY:
                for term, times in Counter(terms).items():
                    units[term] = units.get(term, 0) + times * each
            else:
                for term in (*terms, *self._concepts.among(terms)):
                    units[term] = units.get(term, 0) + each
        return units
