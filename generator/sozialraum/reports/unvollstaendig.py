"""Unvollständige Beratungen: what the checks found, record by record."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Severity
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.model.beratung import Beratung
from sozialraum.reports.report import Report, Tabelle, Verweis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.diagnostics import Diagnostic
    from sozialraum.project import Project
    from sozialraum.reports.report import Zelle

STUFEN = ("unvollständig", "vollständig mit Hinweisen", "vollständig")


def stage(found: list[Diagnostic]) -> str:
    """Return how complete a consultation is: without Fehler it is complete (domain.md 2.13)."""
    if any(each.severity is Severity.FEHLER for each in found):
        return STUFEN[0]
    return STUFEN[1] if found else STUFEN[2]


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield one table for each stage; a file nobody could read counts as incomplete."""
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for each in project.diagnostics:
        found[each.span.path].append(each)
    rows: dict[str, list[tuple[Zelle, ...]]] = {name: [] for name in STUFEN}
    for entry, beratung in project.district.of_type(Beratung):
        own = found[entry.document.path]
        rows[stage(own)].append((Verweis(entry.id, beratung.titel), beratung.status.label, _remarks(own)))
    for path, own in _unread(project, found):
        rows[STUFEN[0]].append((PurePosixPath(path).stem, "nicht lesbar", _remarks(own)))
    for name in STUFEN:
        yield Tabelle(name[:1].upper() + name[1:], ("Beratung", "Status", "Was fehlt"), tuple(rows[name]), "Keine.")


def _unread(project: Project, found: dict[str, list[Diagnostic]]) -> Iterator[tuple[str, list[Diagnostic]]]:
    """Yield files that became no record; for whom they were is not known, so only the team hears of them."""
    if project.audience is not Sichtbarkeit.team:
        return
    known = {entry.document.path for entry in project.district.entries}
    for path in sorted(found):
        if "/beratungen/" in path and path not in known:
            yield path, found[path]


def _remarks(found: list[Diagnostic]) -> str:
    said = sorted(found, key=lambda each: (each.severity.rank, each.span.line))
    return " ".join(f"Zeile {each.span.line}: {each.message}" if each.span.line else each.message for each in said)


REPORT = Report(
    "unvollstaendige-beratungen",
    "Unvollständige Beratungen",
    "Welche Beratungen vollständig sind, welche fast, und was noch fehlt.",
    tables,
    casework=True,
)
