"""The results as Markdown: verdicts first, then every figure. No paths and no host names."""

from __future__ import annotations

import os
import platform
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.contenders import HUGO
from benchmarks.verdicts import verdicts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.measure import Cost
    from benchmarks.verdicts import Verdict

_PACKAGES = ("sozialraum-handbuch", "mkdocs", "mkdocs-material", "pyyaml", "pydantic", "jinja2")


@dataclass(frozen=True, slots=True)
class Size:
    """Everything measured on one number of records."""

    count: int
    costs: Mapping[str, Sequence[Cost]]
    written: Mapping[str, tuple[int, int]]
    """Name → bytes and HTML pages of the output."""


def results(sizes: Sequence[Size]) -> str:
    """Return the whole page."""
    found = verdicts({size.count: size.costs for size in sizes})
    lines = ["# Results", "", "Written by `make bench`; `README.md` says how it measures and what is comparable.", ""]
    lines += ["| required at 10,000 records | measured: median (min to max) | |", "|---|--:|---|"]
    lines += [_verdict_row(verdict) for verdict in found]
    for size in sizes:
        lines += ["", f"## {size.count:,} records", "", *_table(size)]
    return "\n".join([*lines, "", "## Measured with", "", *_versions(), ""])


def _verdict_row(verdict: Verdict) -> str:
    requirement = verdict.requirement
    return f"| {requirement.sentence} | {_spread(verdict.values, requirement.unit)} | {verdict.word} |"


def _table(size: Size) -> Iterator[str]:
    reference = size.costs.get(HUGO)
    yield "| | wall s | CPU s | peak MB | wall ÷ Hugo | CPU ÷ Hugo | pages | MB written | kB a page |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    for name, costs in size.costs.items():
        walls, cpus = [each.wall for each in costs], [each.cpu for each in costs]
        ratios = ["–", "–"]
        if reference:
            ratios = [
                f"{median(walls) / median(each.wall for each in reference):.2f}",
                f"{median(cpus) / median(each.cpu for each in reference):.2f}",
            ]
        peak = max(each.peak for each in costs)
        cells = [
            name,
            _spread(walls),
            _spread(cpus),
            f"{peak:.0f}" if peak else "–",
            *ratios,
            *_output(*size.written[name]),
        ]
        yield f"| {' | '.join(cells)} |"


def _output(size: int, pages: int) -> list[str]:
    return [f"{pages:,}", f"{size / 1e6:.0f}", f"{size / pages / 1000:.1f}"] if pages else ["–", "–", "–"]


def _spread(values: Sequence[float], unit: str = "") -> str:
    if not values:
        return "–"
    digits = 0 if min(values) >= 100 else 3 if max(values) < 0.2 else 2
    middle = f"{median(values):.{digits}f}{' ' + unit if unit else ''}"
    return middle if len(set(values)) == 1 else f"{middle} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def _versions() -> Iterator[str]:
    yield f"- Python {platform.python_version()}, " + ", ".join(
        f"{package} {version(package)}" for package in _PACKAGES
    )
    try:
        said = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=True).stdout
        yield f"- {' '.join(said.split()[:2])}"
    except (OSError, subprocess.CalledProcessError):
        yield "- no Hugo: it was not installed"
    load = os.getloadavg()[2]
    yield f"- {os.cpu_count()} processors, {platform.system()} on {platform.machine()}; load of the last 15 minutes {load:.1f}"
