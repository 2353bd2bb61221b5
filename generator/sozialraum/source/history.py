"""When records came and changed, as git remembers it; who did it is never asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.source.git import ask, commit_of, is_shallow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


_TIMEOUT_SECONDS = 120


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
    if is_shallow(root) is not False:
        return {}
    text = _git(
        root, "-c", "core.quotepath=off", "log", "--no-renames", "--relative", "--name-status",
        "--format=@%cs", "--no-show-signature", "--", ".",
    )  # fmt: skip
    return _parsed(text, root.name, today)


def changed_since(root: Path, revision: str, beside: Iterable[str] = ()) -> frozenset[str] | None:
    """Return the paths (from the folder above `root`) of files that changed since a revision, also deleted and new ones.

    `beside` names further folders there; what of them is in another repository, or in none, is not looked at.

    What happened meanwhile on the branch of `revision` is no change: where both
    have a common ancestor, that one counts. None where git does not know the
    revision here or does not answer, or there is no git: nobody knows then what changed.
    """
    known = commit_of(root, revision)
    if not known:
        return None
    base = _git(root, "merge-base", known, "HEAD").strip() or known
    others = (root.parent / name for name in beside)
    found = [_changed(folder, base) for folder in (root, *(each for each in others if commit_of(each, known) == known))]
    return None if None in found else frozenset().union(*filter(None, found))


def _changed(folder: Path, base: str) -> frozenset[str] | None:
    seconds = _TIMEOUT_SECONDS
    named = ask(folder, "diff", "--name-only", "--no-renames", "--relative", "-z", base, "--", ".", seconds=seconds)
    new = ask(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".", seconds=seconds)
    if named is None or new is None:
        return None
    names = (named + new).decode("utf-8", "replace").split("\0")
    return frozenset(f"{folder.name}/{name}" for name in names if name)


def commits_with(root: Path, path: str, words: Sequence[str]) -> list[str] | None:
    """Return the short hashes of all commits that touch a file or bring, change or name one of the words.

    `path` begins with the folder `root` itself. Empty where there is no git or no repository, None where git does not
    answer: then nobody knows.
    """
    if is_shallow(root) is None:
        return []
    questions: list[tuple[str, ...]] = [("--", path.split("/", 1)[1])]
    for word in words:
        questions += [(f"-S{word}",), ("--fixed-strings", f"--grep={word}")]
    answers = [ask(root, "log", "--all", "--format=%h", *asked, seconds=_TIMEOUT_SECONDS) for asked in questions]
    return None if None in answers else list(dict.fromkeys(b" ".join(filter(None, answers)).decode().split()))


def blobs_with(folder: Path, file: Path, text: str) -> list[str]:
    """Return the ids of all versions of a file, in any commit, that say a text."""
    log = _git(folder, "log", "--all", "-m", "--format=", "--raw", "--no-abbrev", "--no-renames", "--", str(file))
    ids = dict.fromkeys(id_ for line in log.splitlines() for id_ in line.split()[2:4] if id_.strip("0"))
    return [id_ for id_ in ids if text.encode() in (ask(folder, "cat-file", "blob", id_) or b"")]


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
    return (ask(root, *arguments) or b"").decode("utf-8", "replace")
