"""The floor of reading: `python -m benchmarks.floor RECORDS` parses every record with PyYAML's C parser and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml


def read_all(root: Path) -> int:
    """Parse the front matter of every record below `root`; return how many there were."""
    count = 0
    for file in sorted(root.glob("*/*.md")):
        front = file.read_text("utf-8").split("\n---\n", 1)[0].removeprefix("---\n")
        yaml.load(front, Loader=yaml.CSafeLoader)
        count += 1
    return count


if __name__ == "__main__":
    print(read_all(Path(sys.argv[1])))
