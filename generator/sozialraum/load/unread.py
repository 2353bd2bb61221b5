"""What a district commits beside its records: exceptions, settings, pages, and files nobody could make sense of.

Personal data is looked for in all of it: a file that is no valid record is
committed all the same.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sozialraum.load.folder import EXCEPTIONS
from sozialraum.load.settings import read_part
from sozialraum.model.ausnahme import Ausnahmen
from sozialraum.source.text import lies_in, read_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.diagnostics import Diagnostic
    from sozialraum.load.entries import District

_COORDINATES = ".geojson"
"""Nothing but long numbers, and read by `fields.geometry`."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that became no record."""

    path: str
    """Relative to the folder that holds `records/`, forward slashes."""
    raw: bytes

    @property
    def text(self) -> str:
        """Its text as far as it is one, with `\\n` line ends."""
        return self.raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


def read_exceptions(root: Path) -> tuple[Ausnahmen, list[Diagnostic]]:
    """Return the exceptions of a district, none where it has none."""
    if not (root / EXCEPTIONS).is_file():
        return Ausnahmen(), []
    exceptions, found = read_part(Ausnahmen, root, EXCEPTIONS)
    return exceptions or Ausnahmen(), found


def read_unread(root: Path, district: District) -> tuple[Unread, ...]:
    """Return every file below `root` that is no entry of `district`, in the order of their paths."""
    known = {entry.document.path for entry in district.entries}
    paths = (path for path in sorted(_paths(root)) if path not in known)
    return tuple(_read(root.parent, path) for path in paths if lies_in(root.parent / path, root))


def read_beside(base: Path) -> tuple[Unread, ...]:
    """Return hand-written pages with their pictures, and what belongs to imports, in the order of their paths."""
    folders = (base / name for name in sorted(BESIDE))
    files = [file for folder in folders for file in sorted(folder.rglob("*")) if _is_wanted(file, folder)]
    return tuple(_read(base, file.relative_to(base).as_posix()) for file in files)


BESIDE = frozenset({"docs", "importe"})
"""Folders beside the records that are committed with them."""
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".heic", ".avif", ".gif", ".svg"})
_TEXTS = frozenset({".md", ".txt", ".html", ".csv", ".tsv", ".json", ".yml", ".yaml"})
"""What people write there; other programs and their data are left alone."""


def _is_wanted(file: Path, folder: Path) -> bool:
    return file.suffix.casefold() in PICTURES | _TEXTS and file.is_file() and lies_in(file, folder)


def _paths(root: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.endswith(_COORDINATES):
                yield f"{root.name}{folder[len(str(root)) :]}/{name}".replace(os.sep, "/")


def _read(base: Path, path: str) -> Unread:
    try:
        return Unread(path, read_start(base / path))
    except OSError:
        return Unread(path, b"")
