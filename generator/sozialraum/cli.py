"""The command `sozialraum`: parse, call, report."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from sozialraum import __version__

WRONG_USE = 2


class Day(click.ParamType):
    """A day written as 2026-06-30."""

    name = "JJJJ-MM-TT"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or refuse in German."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"„{value}“ ist kein Tag der Form 2026-06-30.", param, ctx)


HEUTE = click.option("--heute", type=Day(), help="Der Tag, der als heute gilt (sonst Stichtag oder Kalender).")
RECORDS = click.option("--records", type=click.Path(path_type=Path), help="Ordner der Datensätze (sonst wird er gesucht).")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sozialraum")
def main() -> None:
    """Sozialraum-Handbuch: Datensätze prüfen und das Handbuch bauen."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PFAD]...")
@HEUTE
@click.option("--format", "format_", type=click.Choice(["text", "json", "github"]), default="text", help="Ausgabeform.")
@click.option("--strict", is_flag=True, help="Auch Warnungen gelten als Fehler.")
@click.option("--erklaere", metavar="CODE", help="Eine Regel erklären und sonst nichts tun.")
def check(paths: tuple[Path, ...], heute: date | None, format_: str, strict: bool, erklaere: str | None) -> None:  # noqa: FBT001
    """Prüft alle Datensätze (oder nur PFAD) und sagt, was fehlt.

    Ende mit 0: keine Fehler, 1: Fehler gefunden, 2: falsch aufgerufen.
    """
    if erklaere:
        _explain(erklaere)
        return
    from sozialraum.project import check as check_district

    root = find_root(paths)
    checked, diagnostics = check_district(root, heute, processes=_processes())
    chosen = [each for each in diagnostics if _within(each.span.path, paths, root)]
    _report(chosen, root.parent, format_, len(checked.district.files))
    weights = {each.severity.rank for each in chosen}
    sys.exit(1 if 0 in weights or (strict and 1 in weights) else 0)


@main.command()
@click.option("--fuer", type=click.Choice(["team", "jobcenter", "kooperation", "oeffentlich"]), help="Für wen gebaut wird.")
@HEUTE
@RECORDS
@click.option("--ziel", type=click.Path(path_type=Path), help="Ordner der fertigen Seite (sonst site/ neben mkdocs.yml).")
@click.option("--trotz-fehlern", is_flag=True, help="Auch bauen, wenn Datensätze Fehler haben; sie fehlen dann.")
def build(fuer: str | None, heute: date | None, records: Path | None, ziel: Path | None, trotz_fehlern: bool) -> None:  # noqa: FBT001
    """Prüft alle Datensätze und baut das Handbuch.

    Der alte Stand bleibt stehen, bis der neue ganz fertig ist. Haben Datensätze Fehler, wird nicht gebaut.
    """
    from sozialraum.building import BuildRequest, build_site

    root = records.resolve() if records else find_root(())
    request = BuildRequest(root, ziel, heute, fuer, trotz_fehlern, _processes())
    sys.exit(build_site(request, click.echo))


def find_root(paths: tuple[Path, ...]) -> Path:
    """Return the folder of records that `paths` lie in, or the one below this folder.

    A folder without settings counts as a folder of records when it is named
    itself, so that any heap of files can be checked.
    """
    for path in paths:
        if not path.exists():
            _wrong_use(f"„{path}“ gibt es nicht.")
    start = (paths[0] if paths else Path()).resolve()
    for folder in (start, *start.parents):
        for candidate in (folder, folder / "records"):
            if (candidate / "handbuch.yml").is_file():
                return candidate
    if (start / "records").is_dir():
        return start / "records"
    if paths and start.is_dir():
        return start
    _wrong_use("Hier gibt es keinen Ordner records/ mit handbuch.yml. Mit `sozialraum init ORDNER` anlegen.")
    raise AssertionError


def _within(path: str, paths: tuple[Path, ...], root: Path) -> bool:
    file = root.parent / path
    return not paths or any(file.is_relative_to(chosen.resolve()) for chosen in paths)


def _report(diagnostics: list, base: Path, format_: str, records: int) -> None:  # type: ignore[type-arg]
    from sozialraum.output import OUTPUTS, summary

    colour = format_ == "text" and sys.stdout.isatty()
    text = OUTPUTS[format_](diagnostics, base, colour=colour)
    if text:
        click.echo(text, color=colour)
    if format_ == "text":
        click.echo(summary(diagnostics, records))


def _explain(code: str) -> None:
    from sozialraum.checks import all_rules

    rule = next((each for each in all_rules() if each.code == code), None)
    if rule is None:
        _wrong_use(f"Eine Regel „{code}“ gibt es nicht.")
    else:
        click.echo(f"{rule.code} ({rule.severity.value})\n\n{rule.help}")


def _wrong_use(message: str) -> None:
    click.echo(message, err=True)
    sys.exit(WRONG_USE)


def _processes() -> int:
    import os

    return min(2, os.cpu_count() or 1)
