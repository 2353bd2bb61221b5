"""Readings of record files, kept from one build to the next."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from sozialraum import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

R = TypeVar("R")

FILE = "eintraege.pickle"
_TOO_YOUNG = 2_000_000_000
"""Nanoseconds in which a file may change once more and look the same: file systems count time in steps."""
_WORTH_WRITING = 20
"""Keeping costs as much as reading a twentieth of the files again."""

Stamp = tuple[int, int, int] | None
"""By what a file is known to be the same: when it and what is said of it changed, its size. None never is."""


class Known(NamedTuple, Generic[R]):
    """A reading and the file it was made from."""

    stamp: Stamp
    reading: R


class Shelf(Generic[R]):
    """The kept readings of one folder. `facts` are what a reading depends on besides its file."""

    def __init__(self, cache: Path, facts: tuple[object, ...]) -> None:
        self._file = cache / FILE
        self._facts = facts
        self._known: Mapping[str, Known[R]] = kept.read(self._file, facts) or {}
        self._youngest = time.time_ns() - _TOO_YOUNG
        self._stamps: dict[str, Stamp] = {}

    def get(self, path: str, file: str) -> R | None:
        """Return the reading of `file`, known as `path`; None where it is not known or has changed."""
        stamp = self._stamps[path] = self._stamp(file)
        known = self._known.get(path)
        return known.reading if known and stamp and known.stamp == stamp else None

    def keep(self, readings: Iterable[tuple[str, R]], new: int) -> None:
        """Keep all readings where enough of them are new.

        Another process could do it meanwhile, but touching every record it would need as much memory as this one.
        """
        if new * _WORTH_WRITING > len(self._stamps):
            found = {path: Known(self._stamps[path], reading) for path, reading in readings}
            kept.write(self._file, self._facts, found)

    def _stamp(self, file: str) -> Stamp:
        try:
            stat = os.stat(file)  # noqa: PTH116 - called for every record, and Path costs more than the call
        except OSError:
            return None
        young = max(stat.st_mtime_ns, stat.st_ctime_ns) > self._youngest
        return None if young else (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size)
