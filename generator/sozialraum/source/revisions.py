"""An earlier state of the records, taken out of git."""

from __future__ import annotations

import io
import tarfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sozialraum.source.git import ask, commit_of, is_shallow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
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
    base = _left_at(root, commit)
    if not base and shallow:
        return _too_shallow(revision)
    _unpack(root, base or commit, target / root.name)
    return ""


def earlier_files(root: Path, revision: str, paths: Collection[str]) -> dict[str, bytes]:
    """Return those of the files, named from the folder above `root`, that were there where this branch left `revision`."""
    commit = commit_of(root, revision)
    if not paths or not commit:
        return {}
    found = ((f"{root.name}/{path}", content) for path, content in _files(root, _left_at(root, commit) or commit))
    return {path: content for path, content in found if path in paths}


def _left_at(root: Path, commit: str) -> str:
    return (ask(root, "merge-base", commit, "HEAD") or b"").decode().strip()


def _too_shallow(revision: str) -> str:
    return (
        f"Dieser Klon enthält nur die letzten Commits; der Stand „{revision}“ oder der Weg dorthin fehlt. In der Pipeline "
        "die ganze Geschichte holen: GitLab GIT_DEPTH: 0, GitHub und Forgejo fetch-depth: 0; sonst "
        "git fetch --unshallow."
    )


def _unpack(root: Path, commit: str, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for path, content in _files(root, commit):
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _files(root: Path, commit: str) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield path below `root` and content of every plain file of a commit."""
    archive = ask(root, "archive", "--format=tar", commit, ".", seconds=_TIMEOUT_SECONDS)
    if not archive:
        return
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            content = tar.extractfile(member) if member.isreg() else None
            if content is not None and not path.is_absolute() and ".." not in path.parts:
                yield path, content.read()
