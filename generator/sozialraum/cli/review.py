"""`sozialraum vorschau` and `codeowners`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sozialraum.cli.options import HEUTE, RECORDS, impossible, root_of, settled, wrong_use

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.option("--gegen", "revision", required=True, metavar="STAND", help="Zweig oder Commit, mit dem verglichen wird.")
@HEUTE
@RECORDS
@click.option(
    "--ziel",
    metavar="DATEI",
    type=click.Path(path_type=Path),
    help="Datei für die Zusammenfassung (sonst der Bildschirm).",
)
def vorschau(revision: str, heute: date | None, records: Path | None, ziel: Path | None) -> None:
    """Sagt, was eine Änderung im Handbuch bewirkt: als Markdown, für einen Kommentar am Merge Request.

    Verglichen wird der Ordner, wie er ist, mit dem Stand, von dem aus er geändert wurde. Angaben über Menschen
    erscheinen nie.
    """
    from sozialraum.editing.changes import compare
    from sozialraum.editing.summary import summary_of
    from sozialraum.load.unread import BESIDE
    from sozialraum.output.inert import inert
    from sozialraum.project import check
    from sozialraum.source.replace import replace_file
    from sozialraum.source.revisions import take_out

    root = root_of(records)
    settled(root, "lässt sich nicht sagen, was die Änderung bewirkt")
    after = check(root, heute)
    with tempfile.TemporaryDirectory() as folder:
        problem = take_out(root, revision, Path(folder), sorted(BESIDE))
        if problem:
            wrong_use(problem)
        before = check(Path(folder) / root.name, after[0].today)
        if before[0].district.unsettled:
            click.echo(_guessed(root, revision), err=True)
        summary = summary_of(compare(before, after))
    text = "\n".join(inert(line) for line in summary.split("\n"))  # pipelines print it to their log
    if ziel:
        replace_file(ziel, text.encode())
    else:
        click.echo(text, nl=False)


def _guessed(root: Path, revision: str) -> str:
    return (
        f"In {revision} hat {root.name}/handbuch.yml Fehler. Was dort sonst nicht in Ordnung war, ist nicht bekannt; "
        "Meldungen erscheinen deshalb als neu, auch wenn sie es nicht sind."
    )


@click.command()
@RECORDS
@click.option(
    "--ziel", metavar="DATEI", type=click.Path(path_type=Path), help="Datei (sonst CODEOWNERS neben records/)."
)
@click.option("--check", is_flag=True, help="Nur sagen, ob die Datei veraltet ist; nichts schreiben.")
def codeowners(records: Path | None, ziel: Path | None, check: bool) -> None:
    """Schreibt CODEOWNERS: Die Plattform fragt bei einer Änderung das Team, das den Eintrag pflegt.

    Ende mit 0: auf dem Stand, 1: nicht möglich oder mit --check veraltet, 2: falsch aufgerufen.
    """
    from sozialraum.editing.codeowners import NAME
    from sozialraum.editing.codeowners import codeowners as text_of
    from sozialraum.load.entries import read_district
    from sozialraum.source.replace import replace_file

    root = root_of(records)
    text = text_of(read_district(root)[0])
    if not text:
        impossible(
            'Kein Team nennt seine Gruppe. Beim Team ergänzen, zum Beispiel: forge_gruppe: "@auental/team-stadt".'
        )
    file = ziel or root.parent / NAME
    current = file.is_file() and file.read_text("utf-8") == text
    if not current and not check:
        replace_file(file, text.encode())
    click.echo(f"{file.name} {'ist auf dem Stand.' if current else 'ist veraltet.' if check else 'geschrieben.'}")
    sys.exit(1 if check and not current else 0)
