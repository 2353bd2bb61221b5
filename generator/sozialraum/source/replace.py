"""Putting a file into its place in a single step: whoever reads sees the old file or the new one."""

from __future__ import annotations

import os
from pathlib import Path


def replace_file(file: Path, content: bytes) -> None:
    """Write `content` to a new file beside `file` and let it take its place, with the rights of the old one.

    Of a symbolic link the file behind it is replaced. Raises OSError where the folder cannot be written; then nothing
    has changed and nothing is left over.
    """
    file = Path(os.path.realpath(file))
    fresh = file.with_name(f".{file.name}.neu")
    try:
        fresh.write_bytes(content)
        if file.exists():
            fresh.chmod(file.stat().st_mode)
        fresh.replace(file)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
