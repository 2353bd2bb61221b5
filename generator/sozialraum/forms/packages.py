"""Starting npm and what it brought. Beside git (`source.git`), nothing else in the package starts programs of others."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NPM, NODE = "npm", "node"
_LONGEST = 900
"""Seconds; a slow network may need some minutes for the hundreds of packages of Decap."""
_MOST_LINES = 12


def is_there() -> bool:
    """Whether npm and Node.js are installed."""
    return all(map(shutil.which, (NPM, NODE)))


def run(command: Sequence[str], work: Path, trouble: str) -> str:
    """Run a command that begins with NPM or NODE in `work`; return "" or the trouble with the last of what was said."""
    program = shutil.which(command[0]) or command[0]
    try:
        done = subprocess.run(
            [program, *command[1:]],
            cwd=work,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_LONGEST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{trouble}: {error}"
    if not done.returncode:
        return ""
    lines = (done.stderr or done.stdout).strip().splitlines()[-_MOST_LINES:]
    return "\n".join([f"{trouble}:", *(f"  {line}" for line in lines)])
