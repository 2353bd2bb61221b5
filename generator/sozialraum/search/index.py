"""The index as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from sozialraum.search.german import FRAMING_WORDS, STOP_WORDS, stem
from sozialraum.search.nouns import Compounds
from sozialraum.search.postings import (
    Distances,
    apart,
    in_front,
    is_common,
    merged,
    related,
    telling,
    terms_in_order,
    written,
)
from sozialraum.search.texts import STEP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sozialraum.search.concepts import Concepts
    from sozialraum.search.texts import Postings


class Index(TypedDict):
    """What the browser searches.

    `anzahl` texts; `worte` a line per term, `stellen` its postings, between
    spaces, or in `haeufig` where there are none. `dazu` are the places, in the order of terms, of those whose texts
    it has too; what is a level in postings says here how many levels below. `beiwerk` are terms that only frame a question.
    """

    anzahl: int
    worte: str
    stellen: str
    haeufig: str
    dazu: str
    stopp: str
    beiwerk: str


def make_index(shares: Iterable[Postings], concepts: Concepts, count: int, compounds: Compounds | None = None) -> Index:
    """Return the index of `count` texts from the postings of shares of them, in order.

    Compounds that had to be taken apart are added to `compounds`.
    """
    postings = merged(shares)
    others = related(postings, concepts, Compounds() if compounds is None else compounds)
    terms = terms_in_order(postings.keys() | others.keys())
    at = {term: place * STEP for place, term in enumerate(terms)}
    distance = Distances().__getitem__
    numbers = [telling(postings.get(term, ()), count) for term in terms]
    stellen, haeufig = apart(
        [written(each, distance) for each in numbers], [is_common(each, count) for each in numbers]
    )
    return Index(
        anzahl=count,
        worte=in_front(terms),
        stellen=stellen,
        haeufig=haeufig,
        dazu=" ".join(
            [
                written(sorted(at[other] + less for other, less in others.get(term, {}).items()), distance)
                for term in terms
            ]
        ),
        stopp=" ".join(sorted(STOP_WORDS)),
        beiwerk=" ".join(sorted(set(map(stem, FRAMING_WORDS)))),
    )
