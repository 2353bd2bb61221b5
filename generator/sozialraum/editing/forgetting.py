"""A person is forgotten: what can be removed is removed, what cannot is said with the commands that do it."""

from __future__ import annotations

import hashlib
import shlex
import shutil
from typing import TYPE_CHECKING

from sozialraum.editing.removal import Removal
from sozialraum.editing.removal import carry_out as remove
from sozialraum.source.git import place_of
from sozialraum.source.replace import replace_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from sozialraum.editing.traces import Traces
    from sozialraum.load.entries import Entry

LOG = "loeschprotokoll.yml"
"""Beside the records: that something was erased, and when, without a word of what it was."""
GONE = "[gelöscht]"
"""What stands in older versions instead of the person's words."""


def carry_out(entry: Entry, traces: Traces, removal: Removal, root: Path, today: date) -> list[str]:
    """Remove the record, every mention by link, the stored contact, built pages and caches; note that it was done.

    Returns the files that changed meanwhile and were left alone.
    """
    left = remove(removal, root)
    for state in traces.states:
        replace_file(state.file, state.without(entry.document.path.split("/", 1)[1]).encode())
    if traces.stored:
        traces.stored.unlink()
    for name in traces.pages:
        (root.parent / name).unlink(missing_ok=True)
    shutil.rmtree(root.parent / ".cache", ignore_errors=True)
    _note(entry, root, today)
    return left


def _note(entry: Entry, root: Path, today: date) -> None:
    """Append to the log. The id is only there as a checksum: it may be a name."""
    checksum = hashlib.sha256(entry.id.encode()).hexdigest()[:12]
    log = root.parent / LOG
    before = log.read_text("utf-8") if log.exists() else ""
    entered = (
        f"- art: {entry.ordner}\n  pruefsumme: {checksum}\n  am: {today}\n  grund: Löschung verlangt oder fällig\n"
    )
    replace_file(log, f"{before}{entered}".encode())


def expressions(traces: Traces) -> str:
    """Return the file that `git filter-repo --replace-text` reads: one word or expression a line.

    It holds what is to disappear, so it belongs outside the repository and is deleted after use.
    """
    longest_first = sorted(traces.words, key=len, reverse=True)
    lines = [f"literal:{word}==>{GONE}" for word in longest_first]
    lines += [f"regex:{pattern}==>{GONE}" for pattern in traces.patterns]
    return "".join(f"{line}\n" for line in lines)


def history_paths(entry: Entry, traces: Traces, root: Path) -> list[str]:
    """Return the files that go from every commit, as the repository names them; a store within it is one of them."""
    here = place_of(root)
    path = entry.document.path.split("/", 1)[1]
    if here is None:
        return [f"{root.name}/{path}"]
    top, prefix = here
    stored = traces.stored.resolve() if traces.stored else None
    inside = stored is not None and stored.is_relative_to(top)
    return [f"{prefix}{path}"] + ([stored.relative_to(top).as_posix()] if stored and inside else [])


def history_commands(paths: Sequence[str], words: Path, versions: Path | None) -> list[str]:
    """Return what erases the person from the history, in order. `words` is the file of `expressions`.

    The person's own files go from every commit first, with every version of what imports remember that has the record
    in it (`versions` is the file of their ids); then the words from all other files and messages.
    """
    gone = " ".join(f"--path {shlex.quote(path)}" for path in paths)
    strip = f" --strip-blobs-with-ids {shlex.quote(str(versions))}" if versions else ""
    listed = shlex.quote(str(words))
    return [
        f"git filter-repo --force --invert-paths {gone}{strip}",
        f"git filter-repo --force --replace-text {listed} --replace-message {listed}",
        "git reflog expire --expire=now --all",
        "git gc --prune=now",
    ]
