"""Where the texts of a project spell something out: records also with errors, pages, lists, whatever lies there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Span
from sozialraum.source.text import place, read_start

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Mapping, Sequence

SITES = ("site", "public")
"""Folders beside the records where a handbook is usually built."""
_PASSED_OVER = (*SITES, "node_modules")
_LARGEST = 20_000_000
"""Bytes of a file that are looked through: no list of a district is larger."""
_TELLS_KIND = 8_000
"""Bytes in which a file that is no text has a zero."""


def mentions(base: Path, wanted: Callable[[str], Sequence[re.Pattern[str]]], left: Mapping[str, str]) -> Iterator[Span]:
    """Yield where an expression stands that is wanted in a file, once a line.

    `left` holds what will be left of files that are changed anyway. Paths begin below `base`.
    """
    for path, file in _files(base):
        text = left[path] if path in left else _text(file)
        lines: dict[int, int] = {}
        for offset in sorted(hit.start() for pattern in wanted(path) for hit in pattern.finditer(text)):
            lines.setdefault(*place(text, offset))
        yield from (Span(path, *at) for at in lines.items())


def _files(base: Path) -> Iterator[tuple[str, Path]]:
    """Yield the path below `base` and the file of all that is no built site, no hidden folder and no other program."""
    for folder, folders, names in os.walk(base):
        folders[:] = sorted(name for name in folders if _is_of_the_project(Path(folder, name)))
        for name in sorted(names):
            file = Path(folder, name)
            yield file.relative_to(base).as_posix(), file


def _is_of_the_project(folder: Path) -> bool:
    hidden = folder.name.startswith(".") or folder.name in _PASSED_OVER
    return not hidden and not (folder / "pyvenv.cfg").exists()


def _text(file: Path) -> str:
    """Return a file as text as well as it goes: what cannot be read otherwise may still name somebody."""
    try:
        raw = read_start(file, _LARGEST)
    except OSError:
        return ""
    return "" if b"\x00" in raw[:_TELLS_KIND] else raw.decode("utf-8-sig", "replace").replace("\r\n", "\n")
