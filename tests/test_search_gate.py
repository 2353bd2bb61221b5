"""How well the search finds must not become worse: the collections of `benchmarks/search`, without the others."""

from __future__ import annotations

import shutil
from functools import cache
from statistics import mean
from typing import TYPE_CHECKING

import pytest

from benchmarks.search.collections import SHARED, fresh, own, questions, thousand
from benchmarks.search.contenders import handbook
from benchmarks.search.figures import scores
from benchmarks.search.misses import missed, reasons

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.search.collections import Collection
    from benchmarks.search.misses import Miss

pytestmark = [
    pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed, so the search cannot be asked."),
    pytest.mark.skipif(not (SHARED / "bench/search").is_dir(), reason="The collections in ../shared are not here."),
]


@cache
def asked(make: Callable[[], Collection]) -> tuple[float, float, Collection, list[Miss]]:
    """Return recall@5, mean reciprocal rank, the collection and what is missed."""
    collection = make()
    answers = handbook(collection)
    found = scores(collection, [answer.ranking for answer in answers])
    return mean(recall for recall, _ in found), mean(rank for _, rank in found), collection, missed(collection, answers)


@pytest.mark.parametrize(
    ("make", "recall", "rank"),
    [(thousand, 0.95, 0.96), (fresh, 0.90, 0.90), (own, 0.95, 0.85), (questions, 0.65, 0.50)],
)
def test_it_finds_as_well_as_ever(make: Callable[[], Collection], recall: float, rank: float) -> None:
    """Of each collection recall@5 and mean reciprocal rank stay above what they have reached."""
    found = asked(make)
    assert found[0] >= recall
    assert found[1] >= rank


@pytest.mark.parametrize("make", [thousand, fresh, own])
def test_every_miss_has_its_reason(make: Callable[[], Collection]) -> None:
    """What is missed among queries of ours has been looked at, and no reason speaks of what is found by now."""
    *_figures, collection, found = asked(make)
    assert {miss.query.text for miss in found} == set(reasons(collection))
