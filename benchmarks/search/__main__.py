"""Print the table of quality and the misses that remain with their reasons: `python -m benchmarks.search [--without-others]`."""

from __future__ import annotations

import argparse
import sys

from benchmarks.search.collections import COLLECTIONS
from benchmarks.search.contenders import handbook
from benchmarks.search.figures import by_group, table
from benchmarks.search.misses import misses
from benchmarks.search.rivals import RIVALS


def main() -> None:
    """Run every contender on every collection."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--without-others", action="store_true", help="only the handbook's own search")
    others = () if parser.parse_args().without_others else RIVALS
    for collection in (make() for make in COLLECTIONS):
        answers = handbook(collection)
        own = [answer.ranking for answer in answers]
        sys.stdout.write(table(collection, {"handbook": own, **{each.__name__: each(collection) for each in others}}))
        sys.stdout.write(by_group(collection, own))
        sys.stdout.write(misses(collection, answers))


if __name__ == "__main__":
    main()
