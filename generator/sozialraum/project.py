"""The pipeline in one function: read → type → link → check → what one audience may know."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from sozialraum.audience import visible_to
from sozialraum.checks import run_checks
from sozialraum.checks.finding import Checked
from sozialraum.checks.personal import own_numbers, without_personal_data
from sozialraum.checks.seen import TextLook
from sozialraum.diagnostics import in_order
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.graph import Graph, link_up
from sozialraum.load.contacts import with_contacts
from sozialraum.load.entries import District, look_through
from sozialraum.load.folder import VOCABULARY
from sozialraum.load.unread import read_beside, read_exceptions, read_unread
from sozialraum.retention import overdue
from sozialraum.sharing import beside
from sozialraum.source.history import Change, last_changes
from sozialraum.wording import read_wording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic
    from sozialraum.retention import Frist


@dataclass(frozen=True, slots=True)
class Project:
    """A district as one audience may know it, linked, with everything wrong with it."""

    district: District
    graph: Graph
    today: date
    audience: Sichtbarkeit
    changes: Mapping[str, Change]
    """Path of a visible record's file → when it last changed, as far as git knows."""
    heard: Callable[[], Sequence[Diagnostic]]
    """Waits for the checks, which may still be at work in a process of their own."""
    files: int
    """How many files were checked, whoever may see them."""
    overdue: Mapping[str, Frist] = field(default_factory=dict)
    """Id → why, of what is to be erased by today; told to teams alone. Nothing else of it is part of the project."""

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        """Return everything wrong with the whole district, not only with what this audience sees."""
        return self.heard()


def check(
    root: Path, today: date | None = None, *, processes: int = 1, cache: Path | None = None
) -> tuple[Checked, list[Diagnostic]]:
    """Read, link and check the whole folder `root`, whoever may see what.

    Without `today` the district's Stichtag counts, else the clock. With a
    folder `cache`, only files that changed since an earlier reading are read.
    """
    checked, found = _look(root, today, processes, cache)
    return checked, _hear(checked, found, processes)


def read(
    root: Path,
    today: date | None = None,
    audience: Sichtbarkeit | None = None,
    *,
    processes: int = 1,
    cache: Path | None = None,
) -> Project:
    """Return the district as `audience` may know it; without one, that of handbuch.yml.

    With several processes, the checks go on in one of their own until their diagnostics are asked for.
    """
    checked, found = _look(root, today, processes, cache)
    heard = functools.cache(beside(functools.partial(_hear, checked, found), processes))
    wanted = audience or checked.district.settings.ausgabe
    due = overdue(checked.district, checked.today)
    visible = visible_to(checked.district, wanted, checked.today, due)
    paths = {entry.document.path for entry in visible.entries}
    changes = {path: change for path, change in last_changes(root, checked.today).items() if path in paths}
    graph = checked.graph if visible is checked.district else link_up(visible.entries)
    gone = due if wanted is Sichtbarkeit.team else {}
    return Project(visible, graph, checked.today, wanted, changes, heard, len(checked.district.files), gone)


def _look(root: Path, today: date | None, processes: int, cache: Path | None) -> tuple[Checked, list[Diagnostic]]:
    """Read and link the whole folder; return what the checks need, and everything wrong with single files."""
    sprache, over_wording = read_wording(root / VOCABULARY, f"{root.name}/{VOCABULARY}")
    district, seen, found = look_through(root, TextLook(sprache), processes=processes, cache=cache)
    district, more = with_contacts(district, root)
    found += more
    day = today or district.settings.stichtag or date.today()  # noqa: DTZ011 - the reader's own calendar day
    ausnahmen, over_exceptions = read_exceptions(root)
    unread = (*read_unread(root, district), *read_beside(root.parent))
    checked = Checked(district, link_up(district.entries), day, unread, seen, ausnahmen)
    return checked, [*found, *over_exceptions, *over_wording]


def _hear(checked: Checked, found: Sequence[Diagnostic], processes: int = 1) -> list[Diagnostic]:
    """Return what is known to be wrong already and what the checks find, in order; unknown settings come first."""
    own = own_numbers(checked.district.settings.textpruefung.aktenzeichen)
    heard = in_order(without_personal_data([*found, *run_checks(checked, processes=processes)], own))
    first = {each.span.path for each in checked.district.unsettled}
    return sorted(heard, key=lambda each: each.span.path not in first) if first else heard
