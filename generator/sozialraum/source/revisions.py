"""An earlier state of the records, taken out of git."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_TIMEOUT_SECONDS = 60


def take_out(root: Path, revision: str, target: Path) -> str:
    """Write the records as they were where this branch left `revision` below `target`; return what went wrong, else "".

    Only plain files are taken; a link could lead anywhere.
    """
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    shallow = _git(root, "rev-parse", "--is-shallow-repository").strip()
    if not shallow:
        return "Hier gibt es kein git-Projekt, mit dem sich vergleichen ließe."
    if not commit and shallow == b"true":
        return _too_shallow(revision)
    if not commit:
        return f"Einen Stand „{revision}“ gibt es in diesem git-Projekt nicht."
    base = _git(root, "merge-base", commit.decode(), "HEAD").strip()
    if not base and shallow == b"true":
        return _too_shallow(revision)
    _unpack(_git(root, "archive", "--format=tar", (base or commit).decode(), "."), target / root.name)
    return ""


def _too_shallow(revision: str) -> str:
    return (
        f"Dieser Klon enthält nur die letzten Commits; der Stand „{revision}“ oder der Weg dorthin fehlt. In der Pipeline "
        "die ganze Geschichte holen: GitLab GIT_DEPTH: 0, GitHub und Forgejo fetch-depth: 0; sonst "
        "git fetch --unshallow."
    )


def _unpack(archive: bytes, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    if not archive:
        return
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            content = tar.extractfile(member) if member.isreg() else None
            if content is None or path.is_absolute() or ".." in path.parts:
                continue
            file = target / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.read())


def _git(root: Path, *arguments: str) -> bytes:
    """Return what git says, nothing where it refuses: there is no such thing in this repository."""
    try:
        done = subprocess.run(
            ["git", *arguments],  # noqa: S607 - whichever git the reader has
            cwd=root,
            capture_output=True,
            timeout=_TIMEOUT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""
