"""`sozialraum schema`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sozialraum.cli.options import RECORDS, root_of


@click.command()
@click.option(
    "--ziel",
    metavar="ORDNER",
    type=click.Path(path_type=Path),
    help="Ordner der Schemas (sonst .schema/ neben records/).",
)
@click.option("--check", is_flag=True, help="Nur sagen, was veraltet ist; nichts schreiben.")
@RECORDS
def schema(ziel: Path | None, check: bool, records: Path | None) -> None:
    """Schreibt für jede Eintragsart und für handbuch.yml ein JSON Schema, mit dem Editoren helfen.

    Ende mit 0: alles auf dem Stand, 1: mit --check ist etwas veraltet, 2: falsch aufgerufen.
    """
    from sozialraum.editing.schema import FOLDER, stale_schemas, write_schemas

    root = root_of(records)
    folder = ziel or root.parent / FOLDER
    files = stale_schemas(folder, root) if check else write_schemas(folder, root)
    for file in files:
        click.echo(f"{file.name} {'ist veraltet.' if check else 'geschrieben.'}")
    if not files:
        click.echo("Alle Schemas sind auf dem Stand.")
    elif check:
        click.echo("Mit `sozialraum schema` neu schreiben.")
    sys.exit(1 if check and files else 0)
