"""Run a command and say what it cost: wall time, CPU time of all its processes, peak memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost."""

    wall: float
    """Seconds."""
    cpu: float
    """User and system seconds of the process and every descendant it waited for."""
    peak: float = 0.0
    """Highest sum of the proportional set sizes (PSS) of the whole process tree, in MB; 0 where nobody looked."""

    def with_peak(self, peak: float) -> Cost:
        """Return the same times with a peak that was seen in another run."""
        return replace(self, peak=peak)


def run(command: Sequence[str], folder: Path, *, watch: bool = False) -> Cost:
    """Run `command` in `folder`; with `watch` also poll the memory, which disturbs the times a little.

    Raises CalledProcessError with what the command said where it fails.
    """
    with TemporaryFile() as said:
        started = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, env=_environment())
        peak = _highest(process) if watch else 0.0
        _pid, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, said.read().decode(errors="replace"))
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak)


def _environment() -> dict[str, str]:
    """Return the environment of a run: as on any machine, Python keeps what it compiled for the next run."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"NO_MKDOCS_2_WARNING": "1"}


def _highest(process: subprocess.Popen[bytes]) -> float:
    """Poll until the process has ended but is not yet waited for."""
    highest = 0.0
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        highest = max(highest, sum(_proportional(pid) for pid in _tree(process.pid)))
        time.sleep(POLL_SECONDS)
    return highest


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [child for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield from _tree(int(child))


def _proportional(pid: int) -> float:
    """Return the PSS in MB, 0 for a process that has just ended."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("Pss:")), 0.0)
