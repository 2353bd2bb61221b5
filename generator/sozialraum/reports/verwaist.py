"""Verwaiste Datensätze: records that no other names, so that one hardly comes across them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.reports.names import team_name
from sozialraum.reports.report import Report, Tabelle, Verweis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.project import Project

_FOUND_BY_THEMSELVES = frozenset({"sozialraeume", "teams", "beratungen", "protokolle"})
"""Types that nobody needs to point at: the pages of their section list them by place, team and day."""


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield what no record this audience sees links to."""
    linked = {link.target for link in project.graph.links if link.target != link.source}
    orphans = [
        entry
        for entry in project.district.entries
        if entry.id not in linked and entry.ordner not in _FOUND_BY_THEMSELVES and not entry.record.ist_beendet
    ]
    orphans.sort(key=lambda entry: (entry.record.typ.einzahl, entry.record.titel))
    yield Tabelle(
        "Worauf nichts verweist",
        ("Art", "Eintrag", "Gepflegt von"),
        tuple(
            (each.record.typ.einzahl, Verweis(each.id, each.record.titel), team_name(project, each.record.zustaendig))
            for each in orphans
        ),
        "Auf jeden Eintrag verweist mindestens ein anderer.",
        "Das ist kein Fehler. Oft gehört so ein Eintrag in ein Vorhaben, eine Bedarfslage oder zu einer Schlüsselperson.",
    )


REPORT = Report("verwaiste-eintraege", "Verwaiste Einträge", "Einträge, auf die kein anderer verweist.", tables)
