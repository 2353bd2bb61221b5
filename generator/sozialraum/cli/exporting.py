"""`sozialraum export`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sozialraum.cli.editing import record_type
from sozialraum.cli.options import FUER, HEUTE, RECORDS, processes, root_of, settled, wrong_use
from sozialraum.source.replace import replace_file

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.argument("form", type=click.Choice(["csv", "xlsx", "json", "geojson", "vcf"]))
@click.option(
    "--art",
    metavar="ART",
    multiple=True,
    help="Eintragsart, zum Beispiel netzwerke; mehrmals für mehrere. Sonst gibt csv die Ressourcen aus, alles andere, was hineinpasst.",
)
@click.option("--klartext", is_flag=True, help="Bezeichnungen statt Kürzel, in csv und xlsx.")
@click.option(
    "--ziel",
    metavar="DATEI",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Datei; ohne sie auf den Bildschirm.",
)
@click.option("--ersetzen", is_flag=True, help="Eine vorhandene Datei ersetzen.")
@FUER
@HEUTE
@RECORDS
def export(  # noqa: PLR0913 - one argument an option
    form: str,
    art: tuple[str, ...],
    *,
    klartext: bool,
    ziel: Path | None,
    ersetzen: bool,
    fuer: str | None,
    heute: date | None,
    records: Path | None,
) -> None:
    """Gibt die Einträge als FORM aus: Tabelle, JSON, GeoJSON oder Visitenkarten."""
    from sozialraum.exports.formats import EXPORTS
    from sozialraum.exports.formats import export as exported
    from sozialraum.fields.choice import Sichtbarkeit
    from sozialraum.project import read

    how = EXPORTS[form]
    folders = [record_type(each) for each in art]
    if how.single and len(folders) > 1:
        wrong_use(f"{form} fasst nur eine Eintragsart. Für mehrere: xlsx, oder mehrmals aufrufen.")
    if how.binary and ziel is None:
        wrong_use(f"{form} ist nichts für den Bildschirm. Mit --ziel eine Datei nennen.")
    if ziel and ziel.exists() and not ersetzen:
        wrong_use(f"{ziel} gibt es schon. Mit --ersetzen wird die Datei ersetzt.")
    root = root_of(records)
    settled(root, "steht nicht fest, was wer erfahren darf")
    project = read(root, heute, Sichtbarkeit(fuer) if fuer else None, processes=processes())
    content, count = exported(project, form, folders, spoken=klartext)
    if not count:
        click.echo(
            f"Für „{project.audience.label}“ gibt es hier keinen Eintrag, der als {form} etwas ergäbe; nichts geschrieben.",
            err=True,
        )
        sys.exit(1)
    if ziel is None:
        sys.stdout.buffer.write(content)
        return
    replace_file(ziel, content)
    counted = "1 Eintrag" if count == 1 else f"{count} Einträge"
    click.echo(f"{counted} für „{project.audience.label}“ in {ziel} geschrieben.")
