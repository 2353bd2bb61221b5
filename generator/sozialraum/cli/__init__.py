"""The command `sozialraum`: parse, call, report."""

from __future__ import annotations

import click

from sozialraum import __version__
from sozialraum.cli.building import build, serve
from sozialraum.cli.checking import check
from sozialraum.cli.editing import import_, init, new
from sozialraum.cli.erasing import loeschen, vergessen
from sozialraum.cli.exporting import export
from sozialraum.cli.formatting import format_
from sozialraum.cli.forms import redaktion
from sozialraum.cli.german import speak_german
from sozialraum.cli.licences import lizenzen
from sozialraum.cli.papers import papiere
from sozialraum.cli.program import Program
from sozialraum.cli.reporting import report
from sozialraum.cli.review import codeowners, vorschau
from sozialraum.cli.schema import schema
from sozialraum.cli.serving import kopfzeilen
from sozialraum.cli.verifying import geprueft

speak_german()


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[OPTIONEN]",
    subcommand_metavar="BEFEHL …",
)
@click.version_option(__version__, prog_name="sozialraum", message="%(prog)s %(version)s")
def main() -> None:
    """Sozialraum-Handbuch: Datensätze prüfen und das Handbuch bauen.

    Was ein Befehl kann, sagt `sozialraum BEFEHL --help`.
    """


COMMANDS = (
    check,
    format_,
    build,
    serve,
    new,
    init,
    geprueft,
    import_,
    export,
    report,
    schema,
    vorschau,
    codeowners,
    loeschen,
    vergessen,
    papiere,
    kopfzeilen,
    redaktion,
    lizenzen,
)

for command in COMMANDS:
    main.add_command(command)
