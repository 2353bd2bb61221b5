"""One build at a time: of what a district keeps, and of the site itself.

A lock ends with its process, however that ends, and the processes that help
with a build do not inherit it. Whoever holds it removes its file; a file that
a killed build left behind locks nobody out.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 600
"""Seconds; the build of a very large district is done in a tenth of that."""
_PAUSE = 0.1
_WITHOUT_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL)
"""What systems say of a drive that knows no locks."""
WAITING = "Hier wird gerade gebaut. Dieser Bau beginnt, sobald der andere fertig ist."


@contextmanager
def lock(file: Path, say: Callable[[str], None]) -> Iterator[bool]:
    """Hold the lock that `file` stands for, waiting for whoever has it; yield whether that came to an end in time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + PATIENCE
    held = _taken(file)
    if held is None:
        say(WAITING)
    while held is None and time.monotonic() < until:
        time.sleep(_PAUSE)
        held = _taken(file)
    try:
        yield held is not None
    finally:
        if held is not None:
            _free(file, held)


def _taken(file: Path) -> int | None:
    """Return the open file that was locked, None where another process has it.

    On a network drive that knows no locks nobody is kept waiting.
    """
    opened = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    with suppress(BlockingIOError, PermissionError, FileNotFoundError):
        try:
            _lock(opened)
        except OSError as error:
            if error.errno not in _WITHOUT_LOCKS:
                raise
        if os.path.samestat(os.fstat(opened), file.stat()):  # who had it may just have removed the file
            return opened
    os.close(opened)
    return None


if sys.platform == "win32":
    import msvcrt

    def _lock(opened: int) -> None:
        msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)

    def _free(file: Path, opened: int) -> None:
        os.close(opened)
        with suppress(OSError):  # nobody can remove what another has opened meanwhile
            file.unlink()

else:
    import fcntl

    def _lock(opened: int) -> None:
        fcntl.lockf(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _free(file: Path, opened: int) -> None:
        file.unlink(missing_ok=True)
        os.close(opened)
