"""Asking git. Beside `forms.packages`, which asks npm, nothing else in the package starts a program."""

from __future__ import annotations

import subprocess
from pathlib import Path


def ask(folder: Path, *arguments: str, seconds: int = 20) -> bytes | None:
    """Return what git says in a folder; None where it refuses, takes longer than `seconds`, or is not installed."""
    try:
        done = subprocess.run(
            ["git", *arguments],  # noqa: S607 - whichever git the reader has
            cwd=folder,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def commit_of(folder: Path, revision: str) -> str:
    """Return the full hash of the commit a revision stands for, "" where git knows no such commit here.

    Whatever the revision is, it is never taken for an option.
    """
    found = ask(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return (found or b"").decode().strip()


def place_of(folder: Path) -> tuple[Path, str] | None:
    """Return the folder of the repository and the way from there to `folder` ("hb/records/"); None where there is none."""
    top, prefix = ask(folder, "rev-parse", "--show-toplevel"), ask(folder, "rev-parse", "--show-prefix")
    return None if top is None or prefix is None else (Path(_line(top)), _line(prefix))


def _line(said: bytes) -> str:
    return said.decode("utf-8", "surrogateescape").removesuffix("\n")


def is_shallow(folder: Path) -> bool | None:
    """Whether a clone holds only the last commits; None where there is no repository."""
    said = ask(folder, "rev-parse", "--is-shallow-repository")
    return None if said is None else said.strip() == b"true"
