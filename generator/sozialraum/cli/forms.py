"""`sozialraum redaktion`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sozialraum.cli.options import HEUTE, RECORDS, impossible, root_of, settled, wrong_use

if TYPE_CHECKING:
    from datetime import date

    from sozialraum.project import Project


@click.command()
@click.option("--fuer", type=click.Choice(["team", "jobcenter"]), help="Wessen Handbuch die Formulare ergänzen.")
@HEUTE
@RECORDS
@click.option(
    "--ziel",
    metavar="ORDNER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Ordner des Handbuchs (sonst site/).",
)
@click.option("--pruefen", is_flag=True, help="Nur sagen, ob die Formulare veraltet sind; nichts schreiben.")
def redaktion(fuer: str | None, heute: date | None, records: Path | None, ziel: Path | None, pruefen: bool) -> None:
    """Baut neben das fertige Handbuch Formulare für alle Eintragsarten (redaktion/).

    Das Programm dafür kommt mit npm: Sveltia CMS für GitLab und GitHub, Decap CMS für Forgejo und Gitea.
    Ende mit 0: fertig, 1: nicht möglich oder mit --pruefen veraltet, 2: falsch aufgerufen.
    """
    from sozialraum.fields.choice import JaNein, Sichtbarkeit
    from sozialraum.forms.building import build_forms, stale
    from sozialraum.project import read
    from sozialraum.site.form_editor import FOLDER
    from sozialraum.site.host import CACHE

    root = root_of(records)
    settled(root, "ist nicht bekannt, für wen die Formulare sind und wohin sie speichern")
    site = ziel or root.parent / "site"
    project = read(root, heute, Sichtbarkeit(fuer) if fuer else None)
    if pruefen and project.district.settings.ablage.formular is not JaNein.ja:
        click.echo("Dieses Handbuch hat keine Formulare.")
        return
    _possible(project, site)
    if pruefen:
        old = stale(project, site)
        click.echo("\n".join(f"{FOLDER}/{name} ist veraltet." for name in old) or "Die Formulare sind auf dem Stand.")
        if old:
            click.echo("Mit `sozialraum redaktion` neu bauen.")
        sys.exit(1 if old else 0)
    problem = build_forms(project, site, root.parent / CACHE, click.echo)
    if problem:
        click.echo(f"{problem}\nNicht gebaut.")
        sys.exit(1)
    click.echo(f"Formulare in {site / FOLDER}.")


def _possible(project: Project, site: Path) -> None:
    """Say what is missing before anything is made."""
    from sozialraum.fields.choice import Sichtbarkeit
    from sozialraum.forms.backend import needs_application
    from sozialraum.site.form_editor import has_forms

    settings = project.district.settings
    if not has_forms(settings, Sichtbarkeit.team):
        impossible(
            "Formulare brauchen in handbuch.yml unter ablage: plattform (gitlab, github, forgejo oder gitea), adresse "
            "und `formular: ja`. Dann führt auch „Ändern“ zu ihnen."
        )
    if not has_forms(settings, project.audience):
        wrong_use("Formulare gibt es nur für die, die an den Einträgen arbeiten: --fuer team oder --fuer jobcenter.")
    if needs_application(settings.ablage):
        impossible(
            "In handbuch.yml fehlt unter ablage die Angabe anwendung: die Kennung, die Forgejo unter „Einstellungen, "
            "Anwendungen“ für eine öffentliche Anwendung (OAuth2) mit der Adresse von redaktion/ vergibt."
        )
    if not site.is_dir():
        impossible(f"{site} gibt es noch nicht. Zuerst: sozialraum build")
