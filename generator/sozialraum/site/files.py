"""Writing the site: only what changed, whole files only, nothing left over."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BINARY = getattr(os, "O_BINARY", 0)
"""Windows alone tells text from bytes here."""


def write_if_changed(file: Path | str, content: bytes) -> bool:
    """Write `content` unless it is there already; return whether anything was written.

    An unchanged file keeps its times, which rsync and caches like. A changed
    one is replaced, never written into: the site that is being served may
    share the old file by a hard link.
    """
    if _write_new(file, content):
        return True
    descriptor = os.open(file, os.O_RDONLY | _BINARY)
    try:
        same = os.fstat(descriptor).st_size == len(content) and os.read(descriptor, len(content) + 1) == content
    finally:
        os.close(descriptor)
    if same:
        return False
    fresh = f"{file}.neu"
    Path(fresh).write_bytes(content)
    os.replace(fresh, file)  # noqa: PTH105 - called for every page, and Path costs more than the call
    return True


def _write_new(file: Path | str, content: bytes) -> bool:
    """Write a file that is not there yet; return False where it is."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "wb", buffering=0) as stream:
        stream.write(content)
    return True


def all_files(folder: Path) -> Iterator[str]:
    """Yield every file below `folder`, relative, with forward slashes."""
    for here, _folders, names in os.walk(folder):
        prefix = Path(here).relative_to(folder).as_posix()
        for name in names:
            yield name if prefix == "." else f"{prefix}/{name}"


def remove_stale(folder: Path, wanted: set[str]) -> int:
    """Delete files that no longer belong to the site, and folders left empty; return how many files."""
    stale = [name for name in all_files(folder) if name not in wanted]
    for name in stale:
        (folder / name).unlink()
    for here, _folders, _names in os.walk(folder, topdown=False):
        if here != str(folder) and not os.listdir(here):  # noqa: PTH208 - only emptiness matters
            Path(here).rmdir()
    return len(stale)


def make_folders(folder: Path, names: Iterable[str]) -> None:
    """Create every folder that `names` (files, relative) need."""
    for parent in sorted({name.rpartition("/")[0] for name in names}):
        (folder / parent).mkdir(parents=True, exist_ok=True)
