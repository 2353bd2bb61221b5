"""Print the table of quality and the misses that remain: `python -m benchmarks.search [--without-others]`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from benchmarks.search.collections import COLLECTIONS
from benchmarks.search.contenders import handbook
from benchmarks.search.figures import by_group, misses, table
from benchmarks.search.rivals import RIVALS

if TYPE_CHECKING:
    from benchmarks.search.contenders import Contender


def main() -> None:
    """Run every contender on every collection."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--without-others", action="store_true", help="only the handbook's own search")
    contenders: list[Contender] = [handbook, *(() if parser.parse_args().without_others else RIVALS)]
    for collection in (make() for make in COLLECTIONS):
        rankings = {each.__name__: each(collection) for each in contenders}
        sys.stdout.write(table(collection, rankings))
        sys.stdout.write(by_group(collection, rankings["handbook"]))
        sys.stdout.write(misses(collection, rankings["handbook"]))


if __name__ == "__main__":
    main()
