"""What several commands ask for, and how a wrong call is refused."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from sozialraum.model.handbuch import Handbuch

WRONG_USE = 2
LAST_PORT = 65535


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


class Address(click.ParamType[tuple[str, int]]):
    """A machine and a port written as 127.0.0.1:8000 or [::1]:8000."""

    name = "RECHNER:PORT"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int]:
        """Return both, or refuse in German."""
        if isinstance(value, tuple):
            return value
        host, _sign, port = str(value).rpartition(":")
        if not host or not port.isascii() or not port.isdigit() or int(port) > LAST_PORT:
            message = f"„{value}“ ist keine Adresse der Form 127.0.0.1:8000."
            raise click.BadParameter(message, ctx, param)
        return host.strip("[]"), int(port)


FUER = click.option(
    "--fuer", type=click.Choice(["team", "jobcenter", "kooperation", "oeffentlich"]), help="Für wen die Ausgabe ist."
)
HEUTE = click.option("--heute", type=Day(), help="Der Tag, der als heute gilt (sonst Stichtag oder Kalender).")
RECORDS = click.option(
    "--records",
    metavar="ORDNER",
    type=click.Path(path_type=Path),
    help="Ordner der Datensätze (sonst wird er gesucht).",
)


def find_root(paths: tuple[Path, ...]) -> Path:
    """Return the folder of records that all `paths` lie in, or the one below this folder.

    A folder without settings counts as a folder of records when it is named
    itself, so that any heap of files can be checked. What would not be read is refused.
    """
    for path in paths:
        if not os.path.lexists(path):
            wrong_use(f"„{path}“ gibt es nicht.")
    start = place_of(paths[0]) if paths else Path.cwd()
    root = _root_from(start, named=bool(paths))
    if root is None:
        wrong_use("Hier gibt es keinen Ordner records/ mit handbuch.yml. Mit `sozialraum init ORDNER` anlegen.")
    for path in paths:
        place = place_of(path)
        if not place.is_relative_to(root) and place / "records" != root:
            wrong_use(f"„{path}“ gehört nicht zu {root.name}/ in {root.parent}.")
    return root


def root_of(records: Path | None) -> Path:
    """Return the folder of records that was named, also as the folder above it, or the one below this folder."""
    return find_root((records,) if records else ())


def place_of(path: Path) -> Path:
    """Return where a path lies, which for a link instead of a file is where the link lies."""
    return path.resolve() if path.is_dir() else path.parent.resolve() / path.name


def _root_from(start: Path, *, named: bool) -> Path | None:
    here = (start, start / "records")
    with_settings = (folder for folder in here if (folder / "handbuch.yml").is_file())
    found = next(with_settings, here[1] if here[1].is_dir() else None)
    if found is None and named and _meant_for_records(start):
        return start
    above = (folder for parent in start.parents for folder in (parent, parent / "records"))
    found = found or next((folder for folder in above if (folder / "handbuch.yml").is_file()), None)
    return found or (start if named and start.is_dir() else None)


def _meant_for_records(folder: Path) -> bool:
    from sozialraum.model import RECORD_TYPES

    return folder.is_dir() and (folder.name == "records" or any((folder / name).is_dir() for name in RECORD_TYPES))


def settled(root: Path, unknown: str) -> Handbuch:
    """Return the settings of a district, or end with 1 while they have an error: what rests on them is never guessed.

    `unknown` says what is not known then. It goes where errors go, since what a command prints may be kept in a file.
    """
    from sozialraum.load.settings import read_settings
    from sozialraum.output.refusal import unsettled

    settings, found = read_settings(root)
    problem = unsettled(root, found, unknown)
    if problem:
        impossible(problem)
    return settings


def day_of_writing(root: Path, heute: date | None) -> date:
    """Return the day that stands in what is written: as given, the district's Stichtag, or the writer's calendar day.

    A typo in the settings keeps nobody from writing; that the calendar counts meanwhile is said.
    """
    from sozialraum.diagnostics import errors_in
    from sozialraum.load.settings import read_settings

    settings, found = read_settings(root)
    calendar = date.today()  # noqa: DTZ011 - the writer's own calendar day
    if errors_in(found) and not heute:
        click.echo(
            f"{root.name}/handbuch.yml hat Fehler (welche, sagt `sozialraum check`). Als Tag gilt solange {calendar}.",
            err=True,
        )
        return calendar
    return heute or settings.stichtag or calendar


def wrong_use(message: str) -> NoReturn:
    """End with 2, the sign for a command that was called wrongly."""
    click.echo(message, err=True)
    sys.exit(WRONG_USE)


def impossible(message: str) -> NoReturn:
    """End with 1, the sign for a right call that this district does not allow."""
    click.echo(message, err=True)
    sys.exit(1)


def processes() -> int:
    """Return how many processes pay: two measured best, more only exchange more."""
    return min(2, os.cpu_count() or 1)
