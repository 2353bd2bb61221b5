"""A person is forgotten: what can be removed is removed, what cannot is said with the commands that do it."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

from sozialraum.editing.removal import Removal
from sozialraum.editing.removal import carry_out as remove

if TYPE_CHECKING:
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
    with (root.parent / LOG).open("a", encoding="utf-8", newline="\n") as stream:
        stream.write(
            f"- art: {entry.ordner}\n  pruefsumme: {checksum}\n  am: {today}\n  grund: Löschung verlangt oder fällig\n"
        )


def expressions(traces: Traces) -> str:
    """Return the file that `git filter-repo --replace-text` reads: one word or expression a line.

    It holds what is to disappear, so it belongs outside the repository and is deleted after use.
    """
    longest_first = sorted(traces.words, key=len, reverse=True)
    lines = [f"literal:{word}==>{GONE}" for word in longest_first]
    lines += [f"regex:{pattern}==>{GONE}" for pattern in traces.patterns]
    return "".join(f"{line}\n" for line in lines)


def history_commands(entry: Entry, root: Path, words: Path) -> list[str]:
    """Return what erases the person from the history, in order. `words` is the file of `expressions`.

    The record's own file goes from every commit first, then its words from all other files and messages.
    """
    path = entry.document.path.split("/", 1)[1]
    return [
        f"git filter-repo --force --invert-paths --path {root.name}/{path}",
        f"git filter-repo --force --replace-text {words} --replace-message {words}",
        "git reflog expire --expire=now --all",
        "git gc --prune=now",
    ]
