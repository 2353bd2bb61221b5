"""Consultations of a quarter by team and dimension, protected as one table.

Several evaluations show parts of it: one the totals of the teams, another the
hours behind its cells. What one of them hides, the other must not give away.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sozialraum.model.beratung import Beratung, Variante
from sozialraum.model.vorhaben import Dimension, Vorhaben
from sozialraum.reports.consultations import counted, held, quarter
from sozialraum.reports.names import teams
from sozialraum.reports.suppression import Count, protect

if TYPE_CHECKING:
    from sozialraum.project import Project
    from sozialraum.reports.quarters import Quartal
    from sozialraum.reports.suppression import Figure


def by_team(project: Project, wanted: Quartal) -> list[list[Figure]]:
    """Return what may be shown: a row for each team and one of totals, a column for each dimension and one of totals."""
    counts: dict[tuple[str, Dimension], Count] = defaultdict(Count)
    for _entry, beratung in held(project):
        if quarter(beratung) == wanted:
            counts[beratung.team, dimension_of(project, beratung)] += counted(beratung)
    table = [[counts[team.id, dimension] for dimension in Dimension] for team in teams(project)]
    return protect(table, project.district.settings.auswertungen.mindestzahl)


def dimension_of(project: Project, beratung: Beratung) -> Dimension:
    """Return the dimension of casework a consultation belongs to: that of its Vorhaben, where it is about one."""
    if beratung.variante is not Variante.vorhaben:
        return Dimension.einzelfallspezifisch
    entry = project.graph.entries.get(beratung.vorhaben or "")
    if entry and isinstance(entry.record, Vorhaben):
        return entry.record.dimension
    return Dimension.einzelfallunspezifisch
