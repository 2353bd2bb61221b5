"""Compare with Hugo and MkDocs on the same records: `python -m benchmarks.compare`, or `make bench`.

Everyone takes turns in every round, so that a machine that speeds up or slows
down does so for all of them. The first run of each is watched for memory and
not timed. Writes `benchmarks/results.md`, but not after `--quick`.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.contenders import FULL, Contender, district_of, hugo, material, ours
from benchmarks.report import Size, results
from benchmarks.verdicts import LARGE, LARGER, SMALLER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.measure import Cost

SIZES = (1_000, LARGE)
RESULTS = Path(__file__).parent / "results.md"


def main() -> None:
    """Parse the command line, measure, write and print the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3, help="timed runs of each (default 3)")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="records (default 1000 10000)")
    parser.add_argument("--full", action="store_true", help="run MkDocs with Material in every round, which takes long")
    parser.add_argument("--no-material", action="store_true", help="leave MkDocs with Material out")
    parser.add_argument("--no-scaling", action="store_true", help="leave 3,000 and 30,000 records out")
    parser.add_argument("--quick", action="store_true", help="one round with 1,000 records, without MkDocs and scaling")
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.rounds, chosen.sizes, chosen.no_material, chosen.no_scaling = 1, SIZES[:1], True, True
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        sizes = [_size(count, Path(folder), chosen) for count in chosen.sizes]
        sizes += [] if chosen.no_scaling else _scaling(Path(folder), chosen.rounds)
    text = results(sizes)
    if not chosen.quick:
        RESULTS.write_text(text, "utf-8")
    print(text)


def _size(count: int, work: Path, chosen: argparse.Namespace) -> Size:
    """Measure everyone on one number of records."""
    district = district_of(count, work)
    field = ours(district)
    if shutil.which("hugo"):
        field.append(hugo(district, work / f"hugo-{count}"))
    once = (
        []
        if chosen.no_material or (count < LARGE and not chosen.full)
        else [material(district, work / f"material-{count}")]
    )
    if chosen.full:
        field, once = field + once, []
    costs = _rounds(field, chosen.rounds)
    for contender in once:
        _say(count, contender.name)
        costs[contender.name] = [contender.run(watch=True)]
    size = Size(count, costs, {contender.name: contender.written() for contender in field + once})
    for folder in {contender.folder for contender in field + once}:
        shutil.rmtree(folder)
    return size


def _rounds(field: Sequence[Contender], rounds: int) -> dict[str, list[Cost]]:
    """Watch everyone once, then time everyone in turn; the peak stands with every timed run."""
    peaks = {}
    for contender in field:
        _say("memory of", contender.name)
        peaks[contender.name] = contender.run(watch=True).peak
    costs: dict[str, list[Cost]] = defaultdict(list)
    for number in range(rounds):
        for contender in field:
            _say("round", number + 1, contender.name)
            costs[contender.name].append(contender.run().with_peak(peaks[contender.name]))
    return costs


def _scaling(work: Path, rounds: int) -> list[Size]:
    """Time our full build on few and on many records, in turn."""
    field = {count: ours(district_of(count, work))[0] for count in (SMALLER, LARGER)}
    peaks = {}
    for count, contender in field.items():
        _say("memory of", FULL, "of", count)
        peaks[count] = contender.run(watch=True).peak
    costs: dict[int, list[Cost]] = defaultdict(list)
    for number in range(rounds):
        for count, contender in field.items():
            _say("round", number + 1, FULL, "of", count)
            costs[count].append(contender.run().with_peak(peaks[count]))
    return [Size(count, {FULL: costs[count]}, {FULL: contender.written()}) for count, contender in field.items()]


def _say(*words: object) -> None:
    print("…", *words, flush=True)


if __name__ == "__main__":
    main()
