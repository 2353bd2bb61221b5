"""An earlier state of the records, taken out of git."""

from __future__ import annotations

import io
import tarfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sozialraum.source.git import ask, commit_of, is_shallow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_TIMEOUT_SECONDS = 60


def take_out(root: Path, revision: str, target: Path, beside: Iterable[str] = ()) -> str:
    """Write the records as they were where this branch left `revision` below `target`; return what went wrong, else "".

    Only plain files are taken; a link could lead anywhere. `beside` names folders that come along where they are in the
    same repository.
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
    files = _files(root, base or commit)
    if files is None:
        return f"git hat den Stand „{revision}“ nicht herausgegeben."
    _unpack(files, target / root.name)
    for name in beside:
        _unpack(_files(root.parent / name, base or commit) or (), target / name)
    return ""


def earlier_files(root: Path, revision: str, paths: Collection[str]) -> dict[str, bytes] | None:
    """Return those of the files, named from the folder above `root`, that were there where this branch left `revision`.

    None where git does not hand them out.
    """
    if not paths:
        return {}
    commit = commit_of(root, revision)
    files = _files(root, _left_at(root, commit) or commit) if commit else None
    if files is None:
        return None
    found = ((f"{root.name}/{path}", content) for path, content in files)
    return {path: content for path, content in found if path in paths}


def _left_at(root: Path, commit: str) -> str:
    return (ask(root, "merge-base", commit, "HEAD") or b"").decode().strip()


def _too_shallow(revision: str) -> str:
    return (
        f"Dieser Klon enthält nur die letzten Commits; der Stand „{revision}“ oder der Weg dorthin fehlt. In der Pipeline "
        "die ganze Geschichte holen: GitLab GIT_DEPTH: 0, GitHub und Forgejo fetch-depth: 0; sonst "
        "git fetch --unshallow."
    )


def _unpack(files: Iterable[tuple[PurePosixPath, bytes]], target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for path, content in files:
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _files(root: Path, commit: str) -> Iterator[tuple[PurePosixPath, bytes]] | None:
    """Return path below `root` and content of every plain file of a commit, None where git does not hand them out."""
    listed = ask(root, "ls-tree", "--name-only", commit, ".")
    if not listed:  # the folder did not exist then, or git refuses
        return None if listed is None else iter(())
    archive = ask(root, "archive", "--format=tar", commit, ".", seconds=_TIMEOUT_SECONDS)
    return _plain_files(archive) if archive else None


def _plain_files(archive: bytes) -> Iterator[tuple[PurePosixPath, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            content = tar.extractfile(member) if member.isreg() else None
            if content is not None and not path.is_absolute() and ".." not in path.parts:
                yield path, content.read()
