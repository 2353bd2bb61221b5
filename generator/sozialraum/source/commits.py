"""What commits bring into a repository: their messages, and every file they add or change.

Read from git's own objects, so that it works in a bare repository on a server,
before anything has been accepted, and sees what a later commit has removed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.source.git import ask

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_REVISION = re.compile(r"(?!-)[\w./@{}~^-]+\Z")
_TIMEOUT_SECONDS = 300
_LARGEST = 1_000_000
"""Bytes of a file that are read; a record has a few thousand."""


class NoCommitsError(Exception):
    """Git does not know these commits, or there is no git."""


class Committed(NamedTuple):
    """One text that a commit brings. `path` is git's own name for it, `a1b2c3d:records/…`, or the commit alone."""

    path: str
    raw: bytes

    @property
    def is_message(self) -> bool:
        """Whether this is what the commit says about itself."""
        return ":" not in self.path


def committed(repository: Path, revisions: str, folders: frozenset[str]) -> Iterator[Committed]:
    """Yield messages and files of commits, oldest first, each version of a file once.

    Only files in one of `folders` are read. `revisions` is a range (`main..`) or one commit: then everything that leads to it and is on no branch yet.
    """
    if not _REVISION.match(revisions):
        raise NoCommitsError
    chosen = [revisions] if ".." in revisions else [revisions, "--not", "--all"]
    seen: set[str] = set()
    for commit in _git(repository, "rev-list", "--reverse", *chosen, "--").decode().split():
        yield Committed(commit[:7], _git(repository, "log", "-1", "--format=%B", commit))
        for blob, path in _files(repository, commit):
            if blob not in seen and not folders.isdisjoint(path.split("/")[:-1]):
                seen.add(blob)
                yield Committed(f"{commit[:7]}:{path}", _git(repository, "cat-file", "blob", blob)[:_LARGEST])


def _files(repository: Path, commit: str) -> Iterator[tuple[str, str]]:
    listed = _git(
        repository,
        "diff-tree",
        "-r",
        "-m",
        "-z",
        "--root",
        "--no-commit-id",
        "--diff-filter=AMT",
        "--no-renames",
        commit,
    )
    fields = listed.decode("utf-8", "replace").split("\0")
    for meta, path in zip(fields[::2], fields[1::2], strict=False):
        _old_mode, mode, _old, blob, _status = meta.split(" ")
        if mode.startswith("100"):
            yield blob, path


def _git(repository: Path, *arguments: str) -> bytes:
    said = ask(repository, *arguments, seconds=_TIMEOUT_SECONDS)
    if said is None:
        raise NoCommitsError
    return said
