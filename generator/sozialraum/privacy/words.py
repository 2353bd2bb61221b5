"""The words of a text by how they begin, so that a pattern is tried only where it can match.

A long alternation tried at every sign of a text costs a hundred times as much
as the words it is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sozialraum.sieve import Sieve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[0-9A-Za-zÄÖÜäöüß]+")
_WORD_BEFORE = re.compile(r"(?<![0-9A-Za-zÄÖÜäöüß])[0-9A-Za-zÄÖÜäöüß]+[^0-9A-Za-zÄÖÜäöüß]{1,3}\Z")
_FAR = 40
STEM = 4
"""As many letters of a word as tell it from most others."""


@dataclass(frozen=True)
class Phrase:
    """A pattern and the beginnings of words of which one is in every match, at most `before` words after its start."""

    pattern: re.Pattern[str]
    stems: frozenset[str]
    before: int = 0

    @cached_property
    def may_be_in(self) -> Sieve:
        """Tells at once of most texts that the pattern is not in them."""
        return Sieve(self.pattern)


class Words:
    """The words of a text, by how they begin."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(word[:STEM] for word in _WORD.findall(self.text))

    def find(self, phrase: Phrase) -> Iterator[re.Match[str]]:
        """Yield every match of a phrase."""
        if not phrase.may_be_in(self.text):
            return
        for stem in sorted(phrase.stems & self._stems):
            for start in self._places(stem):
                found = self._match(phrase, start)
                if found:
                    yield found

    def _places(self, stem: str) -> Iterator[int]:
        start = self.text.find(stem)
        while start >= 0:
            if not start or not self.text[start - 1].isalnum():
                yield start
            start = self.text.find(stem, start + 1)

    def _match(self, phrase: Phrase, start: int) -> re.Match[str] | None:
        found = phrase.pattern.match(self.text, start)
        for _word in range(phrase.before):
            before = _WORD_BEFORE.search(self.text, max(0, start - _FAR), start)
            if found or before is None:
                break
            start = before.start()
            found = phrase.pattern.match(self.text, start)
        return found


def ends_of(words: Sequence[str], text: str) -> Iterator[int]:
    """Yield where each of some plain words ends in a text, wherever in another word it stands."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at + len(word)
            at = text.find(word, at + 1)


def stems(words: str) -> frozenset[str]:
    """Return the beginnings of the words in a list with blanks."""
    return frozenset(word[:STEM] for word in words.split())
