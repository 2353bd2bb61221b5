"""The pipeline in one function: read → type → link → check → what one audience may know."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from sozialraum.audience import visible_to
from sozialraum.checks import run_checks
from sozialraum.checks.finding import Checked
from sozialraum.checks.personal import without_personal_data
from sozialraum.checks.seen import TextLook
from sozialraum.diagnostics import in_order
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.graph import Graph, link_up
from sozialraum.load.contacts import with_contacts
from sozialraum.load.entries import District, look_through
from sozialraum.load.folder import VOCABULARY
from sozialraum.load.unread import read_exceptions, read_pictures, read_unread
from sozialraum.retention import overdue
from sozialraum.source.history import Change, last_changes
from sozialraum.wording import read_wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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
    diagnostics: Sequence[Diagnostic]
    """About the whole district, not only about what this audience sees."""
    files: int
    """How many files were checked, whoever may see them."""
    overdue: Mapping[str, Frist] = field(default_factory=dict)
    """Id → why, of what is to be erased by today; told to teams alone. Nothing else of it is part of the project."""


def check(
    root: Path, today: date | None = None, *, processes: int = 1, cache: Path | None = None
) -> tuple[Checked, list[Diagnostic]]:
    """Read, link and check the whole folder `root`, whoever may see what.

    Without `today` the district's Stichtag counts, else the clock. With a
    folder `cache`, only files that changed since an earlier reading are read.
    """
    sprache, over_wording = read_wording(root / VOCABULARY, f"{root.name}/{VOCABULARY}")
    district, seen, found = look_through(root, TextLook(sprache), processes=processes, cache=cache)
    district, more = with_contacts(district, root)
    found += more
    day = today or district.settings.stichtag or date.today()  # noqa: DTZ011 - the reader's own calendar day
    ausnahmen, over_exceptions = read_exceptions(root)
    beside = (*read_unread(root, district), *read_pictures(root.parent / "docs", root.parent))
    checked = Checked(district, link_up(district.entries), day, beside, seen, ausnahmen)
    heard = [*found, *over_exceptions, *over_wording, *run_checks(checked, processes=processes)]
    return checked, in_order(without_personal_data(heard))


def read(
    root: Path,
    today: date | None = None,
    audience: Sichtbarkeit | None = None,
    *,
    processes: int = 1,
    cache: Path | None = None,
) -> Project:
    """Return the district as `audience` may know it; without one, that of handbuch.yml."""
    checked, found = check(root, today, processes=processes, cache=cache)
    wanted = audience or checked.district.settings.ausgabe
    due = overdue(checked.district, checked.today)
    visible = visible_to(checked.district, wanted, checked.today, due)
    paths = {entry.document.path for entry in visible.entries}
    changes = {path: change for path, change in last_changes(root, checked.today).items() if path in paths}
    graph = checked.graph if visible is checked.district else link_up(visible.entries)
    gone = due if wanted is Sichtbarkeit.team else {}
    return Project(visible, graph, checked.today, wanted, changes, found, len(checked.district.files), gone)
