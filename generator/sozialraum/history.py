"""When records came and changed, as git remembers it; who did it is never asked."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_TIMEOUT_SECONDS = 20


class Change(NamedTuple):
    """The last change of a file."""

    day: date
    new: bool
    """Whether the file came into being on that day."""


def last_changes(root: Path, today: date) -> dict[str, Change]:
    """Return path (from the folder above `root`) → last change up to `today`.

    Empty where there is no git, no repository, or only a part of its history:
    a shallow clone would report everything as new.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    text = _git(
        root, "-c", "core.quotepath=off", "log", "--no-renames", "--relative", "--name-status",
        "--format=@%cs", "--no-show-signature", "--", ".",
    )  # fmt: skip
    return _parsed(text, root.name, today)


def _parsed(log: str, folder: str, today: date) -> dict[str, Change]:
    changes: dict[str, Change] = {}
    day = today
    for line in log.splitlines():
        if line.startswith("@"):
            day = date.fromisoformat(line[1:])
        elif "\t" in line and day <= today:
            kind, path = line.split("\t", 1)
            changes.setdefault(f"{folder}/{path}", Change(day, kind == "A"))
    return changes


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments],  # noqa: S607 - whichever git the reader has
            cwd=root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_TIMEOUT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
