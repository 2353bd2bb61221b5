"""`sozialraum kopfzeilen`."""

from __future__ import annotations

from pathlib import Path

import click

from sozialraum.cli.options import RECORDS, root_of, settled


@click.command()
@click.argument("server", type=click.Choice(["nginx", "apache", "gitlab"]))
@RECORDS
def kopfzeilen(server: str, records: Path | None) -> None:
    """Gibt aus, was der Webserver mit jeder Seite senden soll (Content-Security-Policy und anderes)."""
    from sozialraum.site.headers import server_file

    root = root_of(records)
    settings = settled(root, "ist nicht bekannt, was die Seiten laden dürfen")
    click.echo(server_file(server, settings), nl=False)
