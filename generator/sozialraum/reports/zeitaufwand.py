"""Hours by team and dimension of casework: what Personalbemessung needs (domain.md 1.7, C-90), never by person."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sozialraum.model.beratung import Beratung
from sozialraum.model.vorhaben import Dimension, Vorhaben, Vorhabenstatus
from sozialraum.reports.consultations import held, meetings, quarter
from sozialraum.reports.names import teams
from sozialraum.reports.quarters import Quartal, closed_quarters
from sozialraum.reports.report import Report, Tabelle, Verdeckt
from sozialraum.reports.workload import by_team, dimension_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.project import Project
    from sozialraum.reports.report import Zelle

_HOUR = 60
_MONTHS = 3
_COST_TIME = frozenset({Vorhabenstatus.in_umsetzung, Vorhabenstatus.abgeschlossen, Vorhabenstatus.verstetigt})
_Sums = dict[tuple[str, Dimension], int]


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield the working hours of the last closed quarter, as far as they are written down."""
    (last,) = closed_quarters(project.today, 1)
    consulted, met, planned = _consulted(project, last), _met(project, last), _planned(project, last)
    rows: list[tuple[Zelle, ...]] = []
    for team, figures in zip(teams(project), consulted, strict=True):
        for dimension, minutes in zip(Dimension, figures, strict=True):
            key = (team.id, dimension)
            shown = minutes if isinstance(minutes, Verdeckt) else _hours(minutes)
            rows.append((team.titel, dimension.label, shown, _hours(met[key]) or None, planned[key] or None))
    yield Tabelle(
        f"Stunden im {last}",
        ("Team", "Dimension", "Beratungen", "Tagesordnungspunkt Sozialraum", "Vorhaben (geschätzt)"),
        tuple(rows),
        "Noch gibt es keine Teams.",
        "Arbeitsstunden: die Dauer mal der Zahl der Beteiligten, soweit beides eingetragen ist. Bei Vorhaben die "
        "geschätzten Stunden für die Monate, in denen sie liefen. Stunden weniger Beratungen bleiben verdeckt.",
    )


def _consulted(project: Project, last: Quartal) -> Iterator[list[int | Verdeckt]]:
    """Yield the minutes of each team by dimension, and a sign where it may not even be known how many there were."""
    minutes: _Sums = defaultdict(int)
    for _entry, beratung in held(project):
        if quarter(beratung) == last:
            key = (beratung.team, dimension_of(project, beratung))
            minutes[key] += (beratung.dauer_minuten or 0) * _present(beratung)
    for team, figures in zip(teams(project), by_team(project, last), strict=False):
        yield [
            figure if isinstance(figure, Verdeckt) else minutes[team.id, dimension]
            for dimension, figure in zip(Dimension, figures, strict=False)
        ]


def _met(project: Project, last: Quartal) -> _Sums:
    sums: _Sums = defaultdict(int)
    for _entry, protokoll in meetings(project):
        top = protokoll.top_einzelfallunspezifisch
        if quarter(protokoll) == last and top.dauer_minuten:
            present = protokoll.anwesend_anzahl or 1
            sums[protokoll.team, Dimension.einzelfallunspezifisch] += top.dauer_minuten * present
    return sums


def _planned(project: Project, last: Quartal) -> _Sums:
    sums: _Sums = defaultdict(int)
    for _entry, vorhaben in project.district.of_type(Vorhaben):
        hours, begun = vorhaben.aufwand_stunden_monat, vorhaben.beginn
        if hours and begun and vorhaben.status in _COST_TIME and begun <= last.last:
            months = _months_within(vorhaben, last)
            sums[vorhaben.verantwortlich, vorhaben.dimension] += hours * months
    return sums


def _months_within(vorhaben: Vorhaben, last: Quartal) -> int:
    """Return how many of a quarter's months a Vorhaben was under way in."""
    over = next(
        (step.am for step in vorhaben.verlauf if step.status in _COST_TIME - {Vorhabenstatus.in_umsetzung}), None
    )
    first = max(vorhaben.beginn or last.first, last.first)
    end = min(over or last.last, last.last)
    return max(0, end.month - first.month + 1) if end.year == first.year else 0


def _present(beratung: Beratung) -> int:
    roles = beratung.rollen
    if roles is None:
        return 1
    named = {roles.moderation, roles.protokoll, *roles.falleinbringend, *roles.beratende} - {None}
    return max(1, len(named))


def _hours(minutes: int) -> int:
    return round(minutes / _HOUR)


REPORT = Report(
    "zeitaufwand",
    "Zeit je Dimension",
    "Wie viele Arbeitsstunden die Teams für welche Dimension der Fallarbeit brauchen.",
    tables,
    casework=True,
)
