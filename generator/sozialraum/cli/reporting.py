"""`sozialraum report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sozialraum.cli.options import FUER, HEUTE, RECORDS, processes, root_of, settled, wrong_use

if TYPE_CHECKING:
    from datetime import date

    from sozialraum.reports.report import Report


@click.command()
@click.argument("name", required=False)
@click.option(
    "--format", "format_", type=click.Choice(["text", "csv", "json", "mail"]), default="text", help="Ausgabeform."
)
@click.option("--team", metavar="ID", help="Nur was dieses Team betrifft, wo eine Auswertung nach Teams geordnet ist.")
@FUER
@HEUTE
@RECORDS
def report(
    name: str | None, format_: str, team: str | None, fuer: str | None, heute: date | None, records: Path | None
) -> None:
    """Zeigt die Auswertung NAME, oder ohne NAME, welche es gibt.

    Ohne --fuer gilt die Ausgabe für das Team: Wer die Datensätze vor sich hat, ist das Team.
    """
    from sozialraum.fields.choice import Sichtbarkeit
    from sozialraum.reports import reports_for

    audience = Sichtbarkeit(fuer) if fuer else Sichtbarkeit.team
    known = {each.name: each for each in reports_for(audience)}
    if name is None:
        click.echo(_overview(list(known.values())))
        return
    if name not in known:
        wrong_use(f"Eine Auswertung „{name}“ gibt es für „{audience.label}“ nicht.\n{_overview(list(known.values()))}")
    from sozialraum.output.inert import inert_report
    from sozialraum.project import read
    from sozialraum.reports.names import teams
    from sozialraum.reports.writing import FORMATS

    root = root_of(records)
    settled(root, "sind Fristen und Mindestzahlen nicht bekannt")
    project = read(root, heute, audience, processes=processes())
    chosen = known[name]
    tables = list(chosen.tables(project))
    if team:
        if team not in {each.id for each in teams(project)}:
            wrong_use(
                f"Ein Team „{team}“ gibt es nicht. Möglich sind: {', '.join(each.id for each in teams(project))}."
            )
        tables = [each for each in tables if each.team in ("", team)]
    click.echo(inert_report(FORMATS[format_](chosen, tables), format_))


def _overview(known: list[Report]) -> str:
    widest = max(len(each.name) for each in known)
    return "\n".join(f"{each.name.ljust(widest)}  {each.kurz}" for each in known)
