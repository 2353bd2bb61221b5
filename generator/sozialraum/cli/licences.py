"""`sozialraum lizenzen`."""

from __future__ import annotations

import click


@click.command()
def lizenzen() -> None:
    """Nennt jedes Paket, das diese Installation braucht, mit Version und Lizenz (Markdown-Tabelle)."""
    from sozialraum.output.licences import packages

    click.echo("| Paket | Version | Lizenz |\n|---|---|---|")
    for each in packages():
        click.echo(f"| {each.name} | {each.version} | {each.licence} |")
