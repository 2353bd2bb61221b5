"""Recall@5 and mean reciprocal rank, as tables in Markdown.

Where many documents answer a query (a kind of record), recall@5 is the share
of right ones among the first five, or among as many as there are; where one
record or page is wanted, whether it is among the first five.
"""

from __future__ import annotations

from collections import defaultdict
from statistics import mean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.search.collections import Collection, Query
    from benchmarks.search.contenders import Ranking

FIRST = 5
DEEPEST = 10
"""A right document further down counts as not found."""

Score = tuple[float, float]


def score(query: Query, kinds: list[str], present: int) -> Score:
    """Return recall@5 and reciprocal rank of a ranking of `kinds`; `present` documents answer the query."""
    right = [kind in query.wanted for kind in kinds]
    several = present > len(query.wanted)
    recall = sum(right[:FIRST]) / min(FIRST, max(1, present)) if several else float(any(right[:FIRST]))
    return recall, next((1 / rank for rank, is_right in enumerate(right[:DEEPEST], 1) if is_right), 0.0)


def scores(collection: Collection, ranking: Ranking) -> list[Score]:
    """Return the score of every query."""
    kinds = [document.kind for document in collection.documents]
    return [
        score(query, [kinds[number] for number in numbers], len(collection.right(query)))
        for query, numbers in zip(collection.queries, ranking, strict=True)
    ]


def table(collection: Collection, rankings: Mapping[str, Ranking]) -> str:
    """Return a row per contender."""
    head = f"\n## {collection.name}: {len(collection.queries)} queries, {len(collection.documents)} documents\n\n"
    rows = []
    for name, ranking in rankings.items():
        found = scores(collection, ranking)
        rows.append(f"| {name} | {mean(recall for recall, _ in found):.3f} | {mean(rank for _, rank in found):.3f} |\n")
    return f"{head}| | recall@5 | MRR |\n|---|--:|--:|\n{''.join(rows)}"


def by_group(collection: Collection, ranking: Ranking) -> str:
    """Return the handbook's figures by what makes a query hard."""
    groups: dict[str, list[Score]] = defaultdict(list)
    for query, found in zip(collection.queries, scores(collection, ranking), strict=True):
        groups[query.group].append(found)
    rows = [
        f"| {name} | {len(found)} | {mean(recall for recall, _ in found):.2f} | {mean(rank for _, rank in found):.2f} |\n"
        for name, found in groups.items()
    ]
    return f"\n| handbook, by class | queries | recall@5 | MRR |\n|---|--:|--:|--:|\n{''.join(rows)}"
