"""Putting a file into its place in a single step: whoever reads sees the old file or the new one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sozialraum.source.text import MAX_BYTES, decode, read_start

_MARK = b"\xef\xbb\xbf"
"""The byte order mark that some programs put before UTF-8."""


def replace_file(file: Path, content: bytes) -> None:
    """Write `content` to a new file beside `file` and let it take its place, with the rights of the old one.

    Of a symbolic link the file behind it is replaced; what is no ordinary file (a pipe, /dev/stdout) is written to.
    Raises OSError where the folder cannot be written; then nothing has changed and nothing is left over.
    """
    if file.exists() and not file.is_file():
        file.write_bytes(content)
        return
    place = Path(os.path.realpath(file))
    fresh = place.with_name(f".{place.name}.neu")
    try:
        fresh.write_bytes(content)
        if place.exists():
            fresh.chmod(place.stat().st_mode)
        fresh.replace(place)
    except BaseException as error:
        with suppress(OSError):
            fresh.unlink()
        if isinstance(error, OSError) and error.filename:
            error.filename = str(file)  # the one that was asked for
        raise


def replace_text(file: Path, before: str, after: str) -> bool:
    """Let `after` take the place of `before`, what the file said when it was read; return whether it did.

    A file that says something else by now is left alone: somebody has saved it meanwhile. Line ends and a byte order
    mark stay as they are.
    """
    try:
        raw = read_start(file, MAX_BYTES + 1)
    except OSError:
        return False
    if decode(raw, "")[0] != before:
        return False
    ends = "\r\n" if raw.count(b"\r\n") * 2 > raw.count(b"\n") else "\n"
    mark = _MARK if raw.startswith(_MARK) else b""
    replace_file(file, mark + after.replace("\n", ends).encode())
    return True
