"""An earlier state of the records, taken out of git."""

from __future__ import annotations

import io
import tarfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sozialraum.source.git import ask, commit_of, is_shallow

if TYPE_CHECKING:
    from pathlib import Path

_TIMEOUT_SECONDS = 60


def take_out(root: Path, revision: str, target: Path) -> str:
    """Write the records as they were where this branch left `revision` below `target`; return what went wrong, else "".

    Only plain files are taken; a link could lead anywhere.
    """
    commit, shallow = commit_of(root, revision), is_shallow(root)
    if shallow is None:
        return "Hier gibt es kein git-Projekt, mit dem sich vergleichen ließe."
    if not commit and shallow:
        return _too_shallow(revision)
    if not commit:
        return f"Einen Stand „{revision}“ gibt es in diesem git-Projekt nicht."
    base = (ask(root, "merge-base", commit, "HEAD") or b"").decode().strip()
    if not base and shallow:
        return _too_shallow(revision)
    archive = ask(root, "archive", "--format=tar", base or commit, ".", seconds=_TIMEOUT_SECONDS)
    _unpack(archive or b"", target / root.name)
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
