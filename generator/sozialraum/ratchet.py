"""A ratchet for districts with a past: only what changed since a revision has to be free of Fehler.

A Fehler counts where it stands in a changed file, where it is about a changed
file (a rule across records names both places), or where a link leads to a
record that the change took away. All others become Warnungen.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.checks.links import place_of
from sozialraum.checks.renewal import Step
from sozialraum.diagnostics import Severity, raised
from sozialraum.load.folder import VOCABULARY
from sozialraum.model import RECORD_TYPES
from sozialraum.source.document import split
from sozialraum.source.text import decode
from sozialraum.vocabulary import WORT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sozialraum.checks.finding import Checked
    from sozialraum.diagnostics import Diagnostic, Span

_LINKS = frozenset({"verweis_ins_leere", "textverweis_ins_leere", "verweis_falsche_art"})


class Sorted(NamedTuple):
    """Diagnostics after the ratchet, in their order, and how many were made lighter."""

    diagnostics: Sequence[Diagnostic]
    aside: int
    """Fehler that are now Warnungen, because nobody touched them."""
    counting: Sequence[Diagnostic]
    """Those that decide how a check ends."""

    def with_more(self, new: Sequence[Diagnostic]) -> Sorted:
        """Return the same with diagnostics of what a change itself brought beside its files."""
        return Sorted([*self.diagnostics, *new], self.aside, [*self.counting, *new])


def since(diagnostics: Sequence[Diagnostic], checked: Checked, changed: frozenset[str]) -> Sorted:
    """Return the diagnostics as they weigh when only the files `changed` count, named as in a Span.

    Settings that are not known always count: without them hardly anything was checked.
    """
    changed |= {each.span.path for each in checked.district.unsettled}
    broken = frozenset(_broken_links(checked, changed))
    counts = [_is_new(each, changed, broken) for each in diagnostics]
    sorted_ = [each if new else _lighter(each) for each, new in zip(diagnostics, counts, strict=True)]
    aside = sum(1 for old, new in zip(diagnostics, sorted_, strict=True) if old is not new)
    return Sorted(sorted_, aside, [each for each, new in zip(diagnostics, counts, strict=True) if new])


def steps(checked: Checked, changed: frozenset[str], before: Mapping[str, bytes]) -> Iterator[Step]:
    """Yield every record among the files `changed` with what it said in the files `before`."""
    for entry in checked.district.entries:
        path = entry.document.path
        if path in changed:
            text = decode(before[path], path)[0] if path in before else None
            document = split(text, path)[0] if text is not None else None
            yield Step(document.values()[0] if document else None, entry)


def _is_new(each: Diagnostic, changed: frozenset[str], broken: frozenset[Span]) -> bool:
    if each.span.path in changed or any(other.path in changed for other in each.related):
        return True
    if each.code == WORT.code:
        folder = f"{each.span.path.split('/', 1)[0]}/{VOCABULARY}/"
        return any(path.startswith(folder) for path in changed)
    return each.code in _LINKS and each.span in broken


def _broken_links(checked: Checked, changed: frozenset[str]) -> Iterator[Span]:
    """Yield the places of links to records that a change took away, renamed or moved into another folder."""
    here = {f"{folder}/{id_}" for id_, folder in checked.district.files.items()}
    records = [
        path for path in map(PurePosixPath, changed) if path.suffix == ".md" and path.parent.name in RECORD_TYPES
    ]
    gone = {path.stem for path in records if f"{path.parent.name}/{path.stem}" not in here}
    for link in checked.graph.links:
        if link.target in gone:
            yield place_of(checked, link)


def _lighter(each: Diagnostic) -> Diagnostic:
    return raised(each, Severity.WARNUNG) if each.severity is Severity.FEHLER else each
