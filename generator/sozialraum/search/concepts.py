"""Words that mean the same become one term of the index, „#kita“, whichever of them a text uses."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sozialraum.search.german import Terms

SIGN = "#"
"""Begins the term of a concept; no word does."""


class Concepts:
    """The concepts a text speaks of.

    `forms` are the ways to say each concept, by its key, `narrower` those to
    say something it includes. A form of several words is found where all of
    them stand in one field, in any order.
    """

    def __init__(self, forms: Mapping[str, Iterable[str]], terms: Terms, narrower: Mapping[str, Iterable[str]]) -> None:
        self._several: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        self.single = self._single(forms, terms)
        """Term → concepts that this one word stands for."""
        self.narrower = self._single(narrower, terms)
        """Term → concepts that include what this one word stands for."""

    def _single(self, forms: Mapping[str, Iterable[str]], terms: Terms) -> Mapping[str, Sequence[str]]:
        """Return the forms of one word, and remember those of several."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for key, ways in forms.items():
            for way in ways:
                needed = terms.of(way)
                if len(needed) == 1:
                    found[needed[0]][SIGN + key] = None
                elif needed:
                    self._several[max(needed, key=len)].append((frozenset(needed), SIGN + key))
        return {term: tuple(keys) for term, keys in found.items()}

    def among(self, terms: Sequence[str]) -> Iterator[str]:
        """Yield the concepts for which several of these terms stand together."""
        if self._several.keys().isdisjoint(terms):
            return
        present = frozenset(terms)
        for term in present:
            for needed, concept in self._several.get(term, ()):
                if needed <= present:
                    yield concept
