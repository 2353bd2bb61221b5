"""The index as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from sozialraum.search.german import STOP_WORDS
from sozialraum.search.nouns import Compounds
from sozialraum.search.postings import Distances, merged, telling, terms_in_order, widened, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sozialraum.search.concepts import Concepts
    from sozialraum.search.texts import Postings


class Index(TypedDict):
    """What the browser searches: `anzahl` texts, `worte` a line per term, `stellen` its postings, between spaces."""

    anzahl: int
    worte: str
    stellen: str
    stopp: str


def make_index(shares: Iterable[Postings], concepts: Concepts, count: int, compounds: Compounds | None = None) -> Index:
    """Return the index of `count` texts from the postings of shares of them, in order.

    Compounds that had to be taken apart are added to `compounds`.
    """
    postings = widened(merged(shares), concepts, Compounds() if compounds is None else compounds)
    terms = terms_in_order(postings)
    distance = Distances().__getitem__
    return Index(
        anzahl=count,
        worte="\n".join(terms),
        stellen=" ".join([written(telling(postings[term], count), distance) for term in terms]),
        stopp=" ".join(sorted(STOP_WORDS)),
    )
