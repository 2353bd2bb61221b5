"""Where the forms of `sozialraum redaktion` lie, which program shows them, and the addresses that open one.

The site's build makes none of it: it only links to the forms and lets them stand, while handbuch.yml says that they
are there (`ablage: formular: ja`) and the build is for people who work on the records.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from sozialraum.fields.choice import JaNein, Sichtbarkeit
from sozialraum.model.beratung import Beratung
from sozialraum.model.handbuch import Plattform
from sozialraum.site.files import all_files

if TYPE_CHECKING:
    from pathlib import Path

    from sozialraum.load.entries import Entry
    from sozialraum.model.handbuch import Ablage, Handbuch
    from sozialraum.model.record import Record

FOLDER = "redaktion"
PAGE = f"{FOLDER}/index.html"


class Program(StrEnum):
    """What shows the forms in a browser and brings them to a forge."""

    SVELTIA = "sveltia"
    DECAP = "decap"


PROGRAMS = {
    Plattform.gitlab: Program.SVELTIA,
    Plattform.github: Program.SVELTIA,
    Plattform.forgejo: Program.DECAP,
    Plattform.gitea: Program.DECAP,
}
"""Forge → its program: who can propose a change for review there. `keine` has none."""


def program_of(ablage: Ablage) -> Program | None:
    """Return what shows the forms of a district, None where its records lie on no forge."""
    return PROGRAMS.get(ablage.plattform) if ablage.adresse else None


def has_forms(settings: Handbuch, audience: Sichtbarkeit) -> bool:
    """Whether pages of this build may lead into the forms."""
    return audience.in_house and settings.ablage.formular is JaNein.ja and program_of(settings.ablage) is not None


def standing(settings: Handbuch, audience: Sichtbarkeit, target: Path) -> set[str]:
    """Return what `sozialraum redaktion` made or will make in the site `target`: a build lets it stand."""
    if not has_forms(settings, audience):
        return set()
    made = all_files(target / FOLDER) if (target / FOLDER).is_dir() else ()
    return {PAGE, *(f"{FOLDER}/{name}" for name in made)}


def form_of(entry: Entry) -> str:
    """Return where a record is opened in its form, from a page one folder deep."""
    return f"../{PAGE}#/collections/{collection_of(entry.record)}/entries/{quote(entry.id)}"


def new_form(ordner: str, **given: str) -> str:
    """Return where a record is begun in its form, with the words given, from a page one folder deep."""
    return f"../{PAGE}#/collections/{ordner}/new?{urlencode(given)}"


def collection_of(record: Record) -> str:
    """Return under which name the forms know records like this one: consultations by their variant."""
    variante = f"-{record.variante}" if isinstance(record, Beratung) else ""
    return f"{record.typ.ordner}{variante}"
