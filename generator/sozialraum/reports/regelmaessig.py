"""How regularly teams talk about the place and consult each other, by quarter; always whole teams (domain.md 1.6, C-74)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sozialraum.reports.consultations import meetings, quarter
from sozialraum.reports.names import teams
from sozialraum.reports.quarters import Quartal, closed_quarters
from sozialraum.reports.report import Bild, Report, Tabelle
from sozialraum.reports.workload import by_team

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.project import Project
    from sozialraum.reports.report import Zelle


def tables(project: Project) -> Iterator[Tabelle]:
    """Yield meetings with the standing item, and consultations, for each team over closed quarters."""
    quarters = closed_quarters(project.today, project.district.settings.auswertungen.quartale)
    yield _standing_item(project, quarters)
    yield _consultations(project, quarters)


def _standing_item(project: Project, quarters: tuple[Quartal, ...]) -> Tabelle:
    held_: dict[tuple[str, Quartal], int] = defaultdict(int)
    all_: dict[tuple[str, Quartal], int] = defaultdict(int)
    for _entry, protokoll in meetings(project):
        key = (protokoll.team, quarter(protokoll))
        all_[key] += 1
        held_[key] += not protokoll.top_einzelfallunspezifisch.entfallen
    rows = tuple(
        (
            team.titel,
            *(
                f"{held_[team.id, each]} von {all_[team.id, each]}" if all_[team.id, each] else None
                for each in quarters
            ),
        )
        for team in teams(project)
    )
    return Tabelle(
        "Sitzungen mit dem Tagesordnungspunkt Sozialraum",
        ("Team", *map(str, quarters)),
        rows,
        "Noch gibt es keine Teams.",
        "Von den Sitzungen, zu denen es ein Protokoll gibt.",
    )


def _consultations(project: Project, quarters: tuple[Quartal, ...]) -> Tabelle:
    """Return consultations by team; each quarter is protected by itself, so that it looks the same in every build."""
    columns = [[row[-1] for row in by_team(project, each)] for each in quarters]
    names = [*(team.titel for team in teams(project)), "alle Teams"]
    rows: tuple[tuple[Zelle, ...], ...] = tuple(
        (name, *(column[position] for column in columns)) for position, name in enumerate(names)
    )
    return Tabelle(
        "Kollegiale Beratungen",
        ("Team", *map(str, quarters)),
        rows,
        hinweis="Durchgeführte Beratungen, soweit sie noch nicht gelöscht sind. Kleine Zahlen bleiben verdeckt.",
        bild=Bild.VERLAUF,
    )


REPORT = Report(
    "regelmaessigkeit",
    "Sozialraum und Beratung, regelmäßig",
    "Wie oft die Teams über den Sozialraum sprechen und sich beraten, je Quartal.",
    tables,
    casework=True,
)
