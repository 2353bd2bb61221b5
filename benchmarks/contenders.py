"""Who takes part: what is run, where, and what is put in order before each run."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import measure
from benchmarks.records import write_district
from benchmarks.rivals.hugo_site import write_hugo
from benchmarks.rivals.material_site import write_material

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.measure import Cost

_OURS = [sys.executable, "-m", "sozialraum"]


@dataclass(frozen=True, slots=True)
class Contender:
    """One command on one folder. `prepare` is not timed; `output` is the folder it writes, if any."""

    name: str
    command: tuple[str, ...]
    folder: Path
    prepare: Callable[[], None]
    output: Path | None = None

    def run(self, *, watch: bool = False) -> Cost:
        """Prepare, let the disk come to rest, run."""
        self.prepare()
        os.sync()
        return measure.run(self.command, self.folder, watch=watch)

    def written(self) -> tuple[int, int]:
        """Return how many bytes and how many HTML pages the output has."""
        files = [file for file in self.output.rglob("*") if file.is_file()] if self.output else []
        return sum(file.stat().st_size for file in files), sum(file.suffix == ".html" for file in files)


FULL, REBUILD, CHECK, FLOOR, HUGO, MATERIAL = (
    "full build",
    "rebuild after one change",
    "check",
    "CSafeLoader floor",
    "Hugo",
    "MkDocs + Material",
)


def ours(district: Path) -> list[Contender]:
    """Return our full build, the build after it with one record changed, our check and the floor of reading."""
    site = district / "site"
    build = (*_OURS, "build")
    floor = (sys.executable, str(Path(__file__).parent / "floor.py"), "records")
    return [
        Contender(FULL, build, district, lambda: _put_aside(site, district / ".cache"), site),
        Contender(REBUILD, build, district, lambda: change_one(district / "records"), site),
        Contender(CHECK, (*_OURS, "check"), district, _nothing),
        Contender(FLOOR, floor, district, _nothing),
    ]


def hugo(district: Path, folder: Path) -> Contender:
    """Write the records as a Hugo site and return the build of it."""
    write_hugo(district, folder)
    output = folder / "public"
    return Contender(HUGO, ("hugo", "--quiet"), folder, lambda: _put_aside(output, folder / "resources"), output)


def material(district: Path, folder: Path) -> Contender:
    """Write the records as a plain MkDocs site and return the build of it."""
    write_material(district, folder)
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    return Contender(MATERIAL, command, folder, lambda: _put_aside(folder / "site"), folder / "site")


def district_of(count: int, work: Path) -> Path:
    """Write the synthetic district of `count` records."""
    folder = work / f"district-{count}"
    write_district(count, folder)
    return folder


def change_one(records: Path) -> None:
    """Add a sentence to the body of one resource."""
    file = min((records / "ressourcen").glob("*.md"))
    with file.open("a", encoding="utf-8") as stream:
        stream.write("\nSeit heute steht eine Bank vor der Tür.\n")


def _put_aside(*folders: Path) -> None:
    """Move what an earlier run left out of the way.

    Deleted only in the end: for a minute ext4 gives no inode away again, and
    looking for others costs a new file ten times as much.
    """
    aside = Path(tempfile.mkdtemp(prefix="aside-", dir=folders[0].parents[1]))
    for number, folder in enumerate(folders):
        if folder.exists():
            folder.rename(aside / str(number))


def _nothing() -> None:
    return
