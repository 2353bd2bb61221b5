"""What the handbook does not find among the first five, and why.

A reason is written by hand in `reasons.json` or, where queries are many and none
of ours, follows from what the search did: KINDS.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.search.figures import DEEPEST, FIRST, scores

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.search.collections import Collection, Query
    from benchmarks.search.contenders import Answer

MOST_BY_HAND = 40
"""Misses up to which each has a reason of its own."""
EXAMPLES = 3


class Miss(NamedTuple):
    """A query, what was answered, and the titles of the right documents and of the first one."""

    query: Query
    recall: float
    answer: Answer
    right: list[str]
    first: list[str]

    @property
    def lacking(self) -> list[str]:
        """The words that the best right document has in no form, by no meaning and with no letter wrong."""
        there = zip(self.answer.words, self.answer.in_right, strict=True)
        return [*dict.fromkeys(word for word, is_there in there if not is_there)]


KINDS: tuple[tuple[str, Callable[[Miss], bool]], ...] = (
    ("the right page has no word of the question, in no form", lambda miss: not any(miss.answer.in_right)),
    ("a page with the very same title is found instead", lambda miss: miss.right[0] in miss.first),
    (f"the right page stands at rank {FIRST + 1} to {DEEPEST}", lambda miss: FIRST < miss.answer.rank <= DEEPEST),
    (
        "the first page has every word of the question, the right one lacks some",
        lambda miss: all(miss.answer.in_first) and bool(miss.lacking),
    ),
    (
        "the first page has more words of the question than the right one",
        lambda miss: sum(miss.answer.in_first) > sum(miss.answer.in_right),
    ),
    ("both have as many words, the first page in its title or more often", lambda _miss: True),
)
"""Kinds of reasons for misses; the first that holds counts."""


def reasons(collection: Collection) -> dict[str, str]:
    """Return query → why it is missed, as somebody who looked at it wrote."""
    written = json.loads((Path(__file__).parent / "reasons.json").read_text("utf-8"))
    found: dict[str, str] = written.get(collection.name, {})
    return found


def missed(collection: Collection, answers: list[Answer]) -> list[Miss]:
    """Return everything that is not wholly found among the first five."""
    titles = [document.title.replace("|", "/") for document in collection.documents]
    found = scores(collection, [answer.ranking for answer in answers])
    return [
        Miss(
            query,
            recall,
            answer,
            [titles[number] for number in collection.right(query)],
            [titles[number] for number in answer.ranking[:FIRST]],
        )
        for query, (recall, _rank), answer in zip(collection.queries, found, answers, strict=True)
        if recall < 1
    ]


def misses(collection: Collection, answers: list[Answer]) -> str:
    """Return the table of misses: each with its reason, or, where they are many, kinds of reasons with examples."""
    found = missed(collection, answers)
    return _each(found, reasons(collection)) if len(found) <= MOST_BY_HAND else _kinds(found)


def _each(found: list[Miss], written: dict[str, str]) -> str:
    rows = []
    for miss in found:
        lacking = f"the right one lacks „{', '.join(miss.lacking)}“; " if miss.lacking else ""
        reason = f"{lacking}{written.get(miss.query.text, 'not looked at yet')}"
        rows.append(
            f"| {miss.query.text} | {miss.recall:.1f} | {_rank(miss)} | {'; '.join(miss.first[:2])} | {reason} |\n"
        )
    return f"\n| missed | recall | first right one at | first instead | why |\n|---|--:|--:|---|---|\n{''.join(rows)}"


def _rank(miss: Miss) -> str:
    return str(miss.answer.rank or "–")


def _kinds(found: list[Miss]) -> str:
    left = found
    rows = []
    for name, holds in KINDS:
        of_kind = [miss for miss in left if holds(miss)]
        left = [miss for miss in left if not holds(miss)]
        examples = "<br>".join(map(_example, of_kind[:EXAMPLES]))
        rows.append(f"| {name} | {len(of_kind)} | {examples} |\n")
    return f"\n| why {len(found)} questions are missed | | for example |\n|---|--:|---|\n{''.join(rows)}"


def _example(miss: Miss) -> str:
    lacking = f", which lacks „{', '.join(miss.lacking)}“" if miss.lacking else ""
    first = f"; first is „{miss.first[0]}“" if miss.first else "; nothing is found"
    return f"{miss.query.text} → „{miss.right[0]}“{lacking}, at {_rank(miss)}{first}"
