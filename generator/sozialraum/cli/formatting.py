"""`sozialraum format`."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sozialraum.cli.checking import report
from sozialraum.cli.options import find_root
from sozialraum.diagnostics import in_order
from sozialraum.output.inert import inert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sozialraum.editing.formatting import Formatted


@click.command("format")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PFAD]...")
@click.option("--check", is_flag=True, help="Nur sagen, was nicht in Form ist; nichts schreiben.")
def format_(paths: tuple[Path, ...], check: bool) -> None:
    """Bringt Datensätze (oder nur PFAD) in eine einheitliche Form, ohne ihren Inhalt zu ändern.

    Reihenfolge der Angaben, Anführungszeichen, Umbrüche und Zeilenenden werden gleich; Kommentare bleiben.
    Ein Datensatz mit Fehlern bleibt, wie er ist. Ende mit 0: alles in Form, 1: Fehler oder (mit --check) nicht in
    Form, 2: falsch aufgerufen.
    """
    gc.disable()  # the process ends soon, and nothing it holds refers in circles
    from sozialraum.editing.formatting import formatted_files, write_formatted

    root = find_root(paths)
    files = []
    for each in formatted_files(root, paths):
        files.append(each)
        if each.changed and not check:
            write_formatted(root, each)
        if each.changed:
            click.echo(f"{inert(each.path)} {'ist nicht in Form.' if check else 'ist jetzt in Form.'}")
    report(in_order(found for each in files for found in each.diagnostics), root.parent)
    click.echo(_summary(files, check=check))
    sys.exit(1 if any(each.text is None or (check and each.changed) for each in files) else 0)


def _summary(files: Sequence[Formatted], *, check: bool) -> str:
    changed, broken = sum(each.changed for each in files), sum(each.text is None for each in files)
    counted = "1 Datei" if len(files) == 1 else f"{len(files)} Dateien"
    parts = [f"{len(files) - changed - broken} in Form"]
    if changed and check:
        parts.append(f"{changed} nicht (mit `sozialraum format` lässt sich das ändern)")
    elif changed:
        parts.append(f"{changed} in Form gebracht")
    if broken:
        parts.append(
            "1 mit Fehlern bleibt, wie sie ist" if broken == 1 else f"{broken} mit Fehlern bleiben, wie sie sind"
        )
    return f"{counted}: {', '.join(parts)}."
