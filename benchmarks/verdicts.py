"""What is required of speed and memory, and whether it is met."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.contenders import CHECK, FLOOR, FULL, HUGO, MATERIAL, REBUILD

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks.measure import Cost

    Costs = Mapping[int, Mapping[str, Sequence[Cost]]]

LARGE = 10_000
"""The size the requirements name."""
SMALLER, LARGER = 3_000, 30_000
"""The sizes between which the time per record may hardly grow."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One sentence of the requirements. `values` yields a figure per round, none where a side did not run."""

    sentence: str
    most: float
    unit: str
    values: Callable[[Costs], list[float]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A requirement and what was measured; `values` is empty where it was not."""

    requirement: Requirement
    values: Sequence[float]

    @property
    def measured(self) -> float:
        """The median over the rounds."""
        return median(self.values)

    @property
    def word(self) -> str:
        """ok, missed, or that nobody measured."""
        if not self.values:
            return "not measured"
        return "ok" if self.measured <= self.requirement.most else "missed"


def _wall_ratio(one: str, other: str) -> Callable[[Costs], list[float]]:
    def values(costs: Costs) -> list[float]:
        large = costs.get(LARGE, {})
        mine, its = large.get(one, ()), large.get(other, ())
        if len(its) == 1:
            return [each.wall / its[0].wall for each in mine]
        return [a.wall / b.wall for a, b in zip(mine, its, strict=False)]

    return values


def _peak(costs: Costs) -> list[float]:
    return [each.peak for each in costs.get(LARGE, {}).get(FULL, ()) if each.peak]


def _growth(costs: Costs) -> list[float]:
    small, large = costs.get(SMALLER, {}).get(FULL, ()), costs.get(LARGER, {}).get(FULL, ())
    return [(b.wall / LARGER) / (a.wall / SMALLER) for a, b in zip(small, large, strict=False)]


REQUIREMENTS = (
    Requirement("Full build: at most 0.5 of Hugo's wall time", 0.5, "×", _wall_ratio(FULL, HUGO)),
    Requirement(
        "Full build: at most 0.08 of the wall time of MkDocs with Material", 0.08, "×", _wall_ratio(FULL, MATERIAL)
    ),
    Requirement(
        "Rebuild after one changed record: at most 0.2 of Hugo's full build", 0.2, "×", _wall_ratio(REBUILD, HUGO)
    ),
    Requirement("Peak memory of the full build: at most 500 MB", 500, "MB", _peak),
    Requirement("Check: at most 1.6 of only reading with CSafeLoader", 1.6, "×", _wall_ratio(CHECK, FLOOR)),
    Requirement("Time per record at 30,000: at most 1.15 of that at 3,000", 1.15, "×", _growth),
)


def verdicts(costs: Costs) -> list[Verdict]:
    """Return a verdict on every requirement."""
    return [Verdict(requirement, requirement.values(costs)) for requirement in REQUIREMENTS]
