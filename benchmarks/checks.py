"""Time all checks against loading alone: `python -m benchmarks.checks [N] [--rounds R]`.

Writes a district of N records (10,000) with N/5 Beratungen and N/5 Protokolle into a temporary folder, once at full
size and once at half, and prints CPU seconds of loading, of every check, and of all checks as a share of loading: the
rules across records one by one, and what is looked for in the texts of each record.
A check that costs more than LINEAR times as much for twice the records is named.
"""

from __future__ import annotations

import argparse
import gc
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.checks import CHECKS, READINGS
from sozialraum.checks.finding import Checked
from sozialraum.checks.seen import Seen, TextLook
from sozialraum.graph import link_up
from sozialraum.load.entries import District, read_district
from sozialraum.wording import read_wording

from benchmarks import district
from benchmarks.offers import TODAY
from benchmarks.records import write_district

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CASEWORK_SHARE = 0.2
LINEAR = 3.0
"""How much twice the records may cost, before a check counts as worse than linear: two, room for noise; four is square."""
WORTH_NAMING = 0.01
"""CPU seconds below which a ratio says nothing."""
SHOWN = 12
TEXTS = "texts looked through"
"""Personal data and wording, which are looked for while a record is read."""


class Times(NamedTuple):
    """CPU seconds for one size of district, the best of several rounds."""

    records: int
    load: float
    link: float
    checks: Mapping[str, float]
    findings: int

    @property
    def all_checks(self) -> float:
        """What all checks cost together."""
        return sum(self.checks.values())


def measure(count: int, rounds: int) -> Times:
    """Write a district and time what reading and checking it costs."""
    with TemporaryDirectory() as folder:
        write_district(count, Path(folder))
        records = Path(folder) / "records"
        (entries, _found), load = _best(lambda: read_district(records), rounds)
        graph, link = _best(lambda: link_up(entries.entries), rounds)
        look = TextLook(read_wording(records / "vokabular", "vokabular")[0])
        seen, texts = _best(lambda: _look_through(entries, look), rounds)
        found = 0
        checks: dict[str, float] = {TEXTS: texts}
        for check in (*CHECKS, *READINGS):
            found += len(list(check(Checked(entries, graph, TODAY, seen=seen))))
            checked = Checked(entries, graph, TODAY, seen=seen)
            checked.of_type(type(entries.entries[0].record))
            _nothing, checks[check.__name__] = _best(lambda check=check, checked=checked: list(check(checked)), rounds)
    return Times(len(entries.entries), load, link, checks, found)


def _look_through(district: District, look: TextLook) -> dict[str, Seen]:
    found = ((entry.document.path, look(entry, district.settings)) for entry in district.entries)
    return {path: seen for path, seen in found if seen}


def _best(what: Callable[[], Any], rounds: int) -> tuple[Any, float]:
    times = []
    for _round in range(rounds):
        gc.collect()
        started = time.process_time()
        result = what()
        times.append(time.process_time() - started)
    return result, min(times)


def report(half: Times, whole: Times) -> str:
    """Return what people read."""
    lines = [
        (
            f"{whole.records} records: load {whole.load:.2f} s CPU, link {whole.link:.2f} s, "
            f"all {len(whole.checks)} checks {whole.all_checks:.3f} s = {whole.all_checks / whole.load:.1%} of loading "
            f"({whole.findings} findings)"
        ),
        (
            f"{half.records} records: load {half.load:.2f} s CPU, all checks {half.all_checks:.3f} s "
            f"= {half.all_checks / half.load:.1%} of loading"
        ),
        f"twice the records cost {whole.all_checks / half.all_checks:.2f} times the checks",
        "",
        "the most expensive:",
    ]
    dearest = sorted(whole.checks, key=lambda name: -whole.checks[name])[:SHOWN]
    lines += [f"  {name:32} {whole.checks[name] * 1000:7.1f} ms" for name in dearest]
    steep = [
        name
        for name, spent in whole.checks.items()
        if spent > WORTH_NAMING and half.checks[name] and spent / half.checks[name] > LINEAR
    ]
    return "\n".join([*lines, "", f"worse than linear: {', '.join(steep) or 'none'}"])


def main() -> None:
    """Parse the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int, nargs="?", default=10_000, metavar="N")
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    district.SHARES |= {"beratungen": CASEWORK_SHARE, "protokolle": CASEWORK_SHARE}
    print(report(measure(chosen.count // 2, chosen.rounds), measure(chosen.count, chosen.rounds)))


if __name__ == "__main__":
    main()
