"""What several commands ask for, and how a wrong call is refused."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

WRONG_USE = 2


class Day(click.ParamType[date]):
    """A day written as 2026-06-30."""

    name = "JJJJ-MM-TT"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or refuse in German."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            message = f"„{value}“ ist kein Tag der Form 2026-06-30."
            raise click.BadParameter(message, ctx, param) from None


FUER = click.option(
    "--fuer", type=click.Choice(["team", "jobcenter", "kooperation", "oeffentlich"]), help="Für wen gebaut wird."
)
HEUTE = click.option("--heute", type=Day(), help="Der Tag, der als heute gilt (sonst Stichtag oder Kalender).")
RECORDS = click.option(
    "--records", type=click.Path(path_type=Path), help="Ordner der Datensätze (sonst wird er gesucht)."
)


def find_root(paths: tuple[Path, ...]) -> Path:
    """Return the folder of records that `paths` lie in, or the one below this folder.

    A folder without settings counts as a folder of records when it is named
    itself, so that any heap of files can be checked.
    """
    for path in paths:
        if not path.exists():
            wrong_use(f"„{path}“ gibt es nicht.")
    start = (paths[0] if paths else Path()).resolve()
    above = (candidate for folder in (start, *start.parents) for candidate in (folder, folder / "records"))
    found = next((candidate for candidate in above if (candidate / "handbuch.yml").is_file()), None)
    if found is None and (start / "records").is_dir():
        found = start / "records"
    if found is None and paths and start.is_dir():
        found = start
    if found is None:
        wrong_use("Hier gibt es keinen Ordner records/ mit handbuch.yml. Mit `sozialraum init ORDNER` anlegen.")
    return found


def wrong_use(message: str) -> NoReturn:
    """End with 2, the sign for a command that was called wrongly."""
    click.echo(message, err=True)
    sys.exit(WRONG_USE)


def processes() -> int:
    """Return how many processes pay: two measured best, more only exchange more."""
    return min(2, os.cpu_count() or 1)
