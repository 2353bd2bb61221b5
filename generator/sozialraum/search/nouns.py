"""German compounds taken apart, with the list of nouns of the package german-nouns (Wiktionary, CC BY-SA 4.0)."""

from __future__ import annotations

from functools import cache
from importlib.metadata import files

from sozialraum.search.german import fold, stem

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

    Of several ways the one with the fewest parts wins, then the one with the
    longest last part, which says what a thing is.
    """
    if not 2 * _SHORTEST <= len(term) <= _LONGEST or not term.isalpha():
        return ()
    best = _split(term, lexicon(), 3)
    if len(best) < 2:  # noqa: PLR2004 - one part is the word itself
        return ()
    found = dict.fromkeys(stem(part) for part in best)
    for part in best:
        if len(part) >= _LONG_PART:
            found |= dict.fromkeys(parts(part))
    return tuple(found)


def _split(word: str, known: frozenset[str], most: int) -> tuple[str, ...]:
    """Return the best way to write `word` with at most `most` known stems, () for none."""
    best: tuple[str, ...] = ()
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        tail = word[cut:]
        if tail in known:
            head = _head(word[:cut], known, most - 1)
            if head and (not best or len(head) + 1 < len(best)):
                best = (*head, tail)
    return best


def _head(head: str, known: frozenset[str], most: int) -> tuple[str, ...]:
    """Return the stems of what stands before the last part, without the letters that link the two."""
    bare = [head, *(head[: -len(link)] for link in _LINKS if head.endswith(link) and len(head) > len(link) + 2)]
    for form in bare:
        if form in known:
            return (form,)
    if most > 1:
        for form in bare[:3]:
            found = _split(form, known, most)
            if found:
                return found
    return ()
