"""A new district: settings, three worked examples, everything the site needs."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span
from sozialraum.editing.answers import Given, complaint, values_of
from sozialraum.editing.questions import Question, questions_about
from sozialraum.editing.schema import FOLDER, write_schemas
from sozialraum.load.folder import SETTINGS
from sozialraum.load.validate import Problems, validate
from sozialraum.model import RECORD_TYPES
from sozialraum.model.handbuch import Handbuch, Plattform
from sozialraum.source.write import front_matter
from sozialraum.source.yaml_text import Origin, Values, locate, locate_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

VORHANDEN = Rule(
    "handbuch_vorhanden",
    Severity.FEHLER,
    "Hier gibt es schon ein Handbuch.\n\n`sozialraum init` legt ein neues in einem Ordner an, in dem es noch kein "
    "`records/` gibt, und überschreibt nichts. Neue Einträge legt `sozialraum new` an.",
)

RULES = (VORHANDEN,)

RECORDS = "records"
_SITE_NAME = re.compile(r"^site_name:.*$", re.MULTILINE)


def init_questions() -> tuple[Question, ...]:
    """Return what has to be known before a district can be written."""
    return tuple(questions_about(Handbuch))


def check_init_answer(name: str, text: str) -> str | None:
    """Return what is wrong with one answer in German, None where it is right."""
    return complaint(Handbuch, name, text)


def init_district(folder: Path, answers: Given, today: date | None = None) -> tuple[list[Path], list[Diagnostic]]:
    """Write a small district that passes the check, and return the files written.

    `answers` are fields of handbuch.yml. Nothing is written where an answer is
    wrong or `folder` already holds records; a file that exists is left alone.
    """
    if (folder / RECORDS).exists():
        remedy = "Einen anderen Ordner nennen oder mit `sozialraum new` Einträge anlegen."
        return [], [VORHANDEN.at(Span(RECORDS), f"In „{folder}“ gibt es schon einen Ordner records/.", remedy)]
    values = values_of(Handbuch, answers)
    found = _problems(values)
    if found:
        return [], found
    day = (today or date.today()).isoformat()  # noqa: DTZ011 - the writer's own calendar day
    filled = {"name": values["name"], "gebiet": values["gebiet"], "heute": day}
    texts = [*_from_templates(filled), (f"{RECORDS}/{SETTINGS}", front_matter(values)), *_empty_folders()]
    texts += _for_the_forge(Plattform(values.get("ablage", {}).get("plattform", Plattform.gitlab)))
    written = [file for name, text in texts if (file := _write(folder / name, text.encode()))]
    written += write_schemas(folder / FOLDER, folder / RECORDS)
    return written + site_files(folder, values["name"]), []


def site_files(folder: Path, name: str) -> list[Path]:
    """Write mkdocs.yml and the hand-written pages where they are missing, and return the files written."""
    template = (files("sozialraum.editing") / "vorlagen" / "mkdocs.yml").read_text("utf-8")
    line = front_matter({"site_name": name}).strip()
    texts = [("mkdocs.yml", _SITE_NAME.sub(lambda _old: line, template, count=1).encode()), *_pages()]
    return [file for path, text in texts if (file := _write(folder / path, text))]


def _problems(values: Values) -> list[Diagnostic]:
    origin, text = Origin(f"{RECORDS}/{SETTINGS}"), front_matter(values)
    places = (lambda keys: locate(text, origin, keys), lambda keys: locate_key(text, origin, keys))
    return validate(Handbuch, values, Problems(Handbuch, *places))[1]


def _from_templates(filled: dict[str, str]) -> Iterator[tuple[str, str]]:
    folder = files("sozialraum.editing") / "vorlagen"
    for template, path in TEMPLATES.items():
        yield path, Template(folder.joinpath(*template.split("/")).read_text("utf-8")).safe_substitute(filled)


def _for_the_forge(forge: Plattform) -> Iterator[tuple[str, str]]:
    """Yield pipeline, and templates for issues and merge requests, where this forge looks for them."""
    if forge not in FORGES:
        return
    here = FORGES[forge]
    templates = files("sozialraum.editing") / "vorlagen"
    yield from ((name, text.decode()) for name, text in _below(templates / "ablage" / here.template, here.path))
    pipelines = _beside("pipelines", "examples/ci") if here.pipeline else templates
    yield here.pipeline_path, (pipelines / (here.pipeline or "gitlab-ci.yml")).read_text("utf-8")


def _empty_folders() -> Iterator[tuple[str, str]]:
    """Yield a file for every type without an example: git keeps no empty folders."""
    used = {path.split("/")[1] for path in TEMPLATES.values() if path.startswith(RECORDS)}
    for ordner in RECORD_TYPES:
        if ordner not in used:
            yield f"{RECORDS}/{ordner}/.gitkeep", ""


def _pages() -> Iterator[tuple[str, bytes]]:
    """Yield the hand-written pages, from the installed package or from the repository it runs in."""
    yield from _below(_beside("seiten", "docs"), "docs")


def _beside(package: str, folder: str) -> Traversable:
    """Return a folder of the repository: as it was installed, or where the code runs in the repository itself."""
    installed = files("sozialraum") / package
    return installed if installed.is_dir() else Path(__file__).resolve().parents[3] / folder


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name) if folder.is_dir() else ():
        if each.name.startswith((".", "__")):
            continue
        if each.is_dir():
            yield from _below(each, f"{path}/{each.name}")
        else:
            yield f"{path}/{each.name}", each.read_bytes()


def _write(file: Path, text: bytes) -> Path | None:
    """Write a file that does not exist yet; None where it does."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("xb") as stream:
            stream.write(text)
    except FileExistsError:
        return None
    return file


TEMPLATES = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "vscode/settings.json": ".vscode/settings.json",
    "vscode/extensions.json": ".vscode/extensions.json",
    "vscode/tasks.json": ".vscode/tasks.json",
    "records/sozialraum.md": f"{RECORDS}/sozialraeume/beispielstadtteil.md",
    "records/team.md": f"{RECORDS}/teams/beispielteam.md",
    "records/ressource.md": f"{RECORDS}/ressourcen/beispielcafe.md",
}
"""File below `vorlagen/` → where it goes. Names without a leading dot, since packaging leaves dotfiles out."""


class ForgeFiles(NamedTuple):
    """What a forge gets, and where it looks for it."""

    template: str
    """Folder below `vorlagen/ablage/`."""
    path: str
    pipeline: str
    """File among the ready pipelines, "" for the short one that every district begins with."""
    pipeline_path: str


_GITEA = "forgejo"

FORGES = {
    Plattform.gitlab: ForgeFiles("gitlab", ".gitlab", "", ".gitlab-ci.yml"),
    Plattform.github: ForgeFiles("github", ".github", "github.yml", ".github/workflows/handbuch.yml"),
    Plattform.forgejo: ForgeFiles(_GITEA, ".forgejo", "forgejo.yml", ".forgejo/workflows/handbuch.yml"),
    Plattform.gitea: ForgeFiles(_GITEA, ".gitea", "forgejo.yml", ".gitea/workflows/handbuch.yml"),
}
"""Forge → its files. Gitea does not look where Forgejo looks first."""
