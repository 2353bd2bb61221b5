"""German compounds taken apart, with the list of nouns of the package german-nouns (Wiktionary, CC BY-SA 4.0)."""

from __future__ import annotations

from functools import cache
from importlib.metadata import files
from typing import TYPE_CHECKING

from sozialraum.search.german import fold, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINKS = ("s", "es", "n", "en", "er", "e", "ns")
"""What stands between the parts of a compound: Arbeit-s-amt, Schulde-n-berater."""

_SHORTEST = 3
_LONGEST = 40
_LONG_PART = 9
"""From here on a part may be a compound worth taking apart: Deutsch-sprachkurs."""

_FIRST_PARTS = """
wohn lern spiel sprech schreib koch pfleg sozial fahr nah bastel lese not trag trink schwimm tanz turn wander tausch leih
miet kauf spar heiz bewerb berat betreu vermittl gesund krank gross klein alt jung neu frei offen fruh spat nachmittag
vormittag abend familien elter frauen manner madchen jungen kinder senioren schwanger behinder
"""
"""Folded. First parts that are no nouns or stand in the plural."""

_NO_PARTS = """
aft ag age aggl all amen and ant art ass aus bar barsch barschaft che chen eit ein end ent enz ers erz eur gen heit ier ing
ion isch ist ite keit lein ler lich log los ner ose sam sch schaft tat tel ten ter tum ung ver
"""
"""Endings and chance pieces the list knows as words."""


@cache
def lexicon() -> frozenset[str]:
    """Return the stems of all nouns, folded. Reads 20 MB, so only builds ask for it."""
    place = next(file for file in files("german-nouns") or () if file.name == "nouns.csv").locate()
    with open(place, "rb") as lines:  # noqa: PTH123 - what the metadata gives need not be a pathlib.Path
        nouns = {line[: line.find(b",")] for line in lines}
    folded = fold(b"\n".join(nouns).decode()).split("\n")
    return frozenset({stem(noun) for noun in folded if noun.isalpha()} - {*_NO_PARTS.split()} | {*_FIRST_PARTS.split()})


@cache
def parts(term: str) -> tuple[str, ...]:
    """Return the stems of the parts of a compound and of their parts, given its own stem; () where it is none.

    Of several ways those with the fewest parts count, all of them: a
    Kindergartenfest is one of a Kindergarten and one in the garden.
    """
    if not 2 * _SHORTEST <= len(term) <= _LONGEST or not term.isalpha():
        return ()
    found: dict[str, None] = {}
    for way in _fewest(_splits(term, lexicon(), 3)):
        found |= dict.fromkeys(stem(part) for part in way)
        for part in way:
            if len(part) >= _LONG_PART:
                found |= dict.fromkeys(parts(part))
    return tuple(found)


class Compounds(dict[str, tuple[str, ...]]):
    """Words with their parts; what is known already needs no lexicon, which takes half a second to read."""

    def __missing__(self, term: str) -> tuple[str, ...]:
        self[term] = parts(term)
        return self[term]


def _fewest(ways: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    found = list(ways)
    least = min(map(len, found), default=0)
    return [way for way in found if len(way) == least]


def _splits(word: str, known: frozenset[str], most: int) -> Iterator[tuple[str, ...]]:
    """Yield ways to write `word` with two to `most` known stems."""
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        tail = word[cut:]
        if tail in known:
            head = _head(word[:cut], known, most - 1)
            if head:
                yield (*head, tail)


def _head(head: str, known: frozenset[str], most: int) -> tuple[str, ...]:
    """Return the stems of what stands before the last part, without the letters that link the two."""
    bare = [head, *(head[: -len(link)] for link in _LINKS if head.endswith(link) and len(head) > len(link) + 2)]
    for form in bare:
        if form in known:
            return (form,)
    if most > 1:
        for form in bare[:3]:
            found = _fewest(_splits(form, known, most))
            if found:
                return found[0]
    return ()
