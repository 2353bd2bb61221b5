"""`sozialraum papiere`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sozialraum.cli.options import HEUTE, RECORDS, root_of, settled, wrong_use

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.option(
    "--ziel",
    metavar="ORDNER",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("papiere"),
    help="Ordner der Entwürfe (sonst papiere/).",
)
@HEUTE
@RECORDS
def papiere(ziel: Path, heute: date | None, records: Path | None) -> None:
    """Schreibt die Unterlagen zum Datenschutz als Entwürfe (Markdown) in einen neuen Ordner."""
    from datetime import date as calendar

    from sozialraum.papers.sheets import PAPERS, sheet
    from sozialraum.source.replace import replace_file

    root = root_of(records)
    settings = settled(root, "ist nicht bekannt, was in die Unterlagen gehört")
    today = heute or settings.stichtag or calendar.today()  # noqa: DTZ011 - the reader's own calendar day
    if ziel.exists() and any(ziel.iterdir()):
        wrong_use(
            f"{ziel} ist nicht leer. Ausgefüllte Entwürfe gingen verloren: mit --ziel einen anderen Ordner nennen."
        )
    ziel.mkdir(parents=True, exist_ok=True)
    for paper in PAPERS:
        replace_file(ziel / f"{paper.name}.md", sheet(paper, settings, today).encode())
        click.echo(f"  {ziel / paper.name}.md  {paper.titel}")
    click.echo(
        f"{len(PAPERS)} Entwürfe geschrieben. Sie gelten erst, wenn die oder der Datenschutzbeauftragte zustimmt."
    )
