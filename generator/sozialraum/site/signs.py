"""Signs of the topics on maps: a shape and a letter, so that colour alone never carries meaning."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.site.wording import letter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sozialraum.vocabulary import Wort

SHAPES = ("kreis", "quadrat", "raute", "sechseck", "schild")
"""Shapes in the order in which topics with the same first letter get them."""


class Sign(NamedTuple):
    """How a topic is drawn."""

    form: str
    buchstabe: str
    name: str


def signs(words: Mapping[str, Wort]) -> dict[str, Sign]:
    """Return the sign of every topic, by code; more than five topics with one letter get a second letter."""
    used: Counter[str] = Counter()
    found = {}
    for code, word in words.items():
        first = letter(word.name).upper()[:1]
        rounds, shape = divmod(used[first], len(SHAPES))
        used[first] += 1
        found[code] = Sign(
            SHAPES[shape], first + word.name[rounds : rounds + 1].lower() if rounds else first, word.name
        )
    return found
