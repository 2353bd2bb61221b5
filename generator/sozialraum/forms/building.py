"""`sozialraum redaktion`: the forms as files of the site.

Their program comes from npm, in the versions and with the hashes of a lock file that lies in the package; nothing of
it is part of this repository. It is bundled once and kept under `.cache/`; page and configuration are made anew.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from importlib.resources import files
from typing import TYPE_CHECKING

from sozialraum.forms.config import configuration_text
from sozialraum.forms.packages import NODE, NPM, is_there, run
from sozialraum.site.district_map import shows_the_way
from sozialraum.site.environment import environment
from sozialraum.site.form_editor import FOLDER, Program, program_of
from sozialraum.site.headers import form_policy
from sozialraum.site.publish import publish

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sozialraum.project import Project

SHARED = ("npm/aufschreiben.js", "npm/beginn.js", "npm/datensatz.js", "npm/koordinaten.js")
OWN = ("package.json", "package-lock.json", "eingang.js")
_WRITER = "schreiben.js"

READY = "fertig"
"""Folder of the finished bundle."""
INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
"""Exactly what the lock names; no package runs anything while it is installed."""
BUNDLE = (
    "eingang.js",
    "--bundle",
    "--minify",
    "--format=esm",
    "--splitting",
    f"--outdir={READY}",
    "--entry-names=redaktion",
    "--legal-comments=linked",
    "--loader:.woff2=file",
    "--loader:.wasm=file",
    "--loader:.png=file",
    "--external:@shikijs/langs/*",
    "--external:@shikijs/themes/*",
    "--log-level=error",
)
"""Arguments of esbuild. What colours programs in two hundred languages stays behind: no record holds any."""

_ELSEWHERE = re.compile(rb"https://cdn\.jsdelivr\.net/fontsource/fonts/([\w-]+)(?::vf)?@[^/]+/([\w-]+\.)woff2")
"""Where Sveltia looks for its fonts besides beside its script: name of the font, name of the file."""
_FONTS = "node_modules/@sveltia/cms/npm/assets"
_ASSETS = "assets"
"""Where the script looks for them, beside itself."""
_FONT_FILES = ("*.woff2", "*.LICENSE.txt")
_MARK = "gebaut-aus"

NO_FORGE = "In handbuch.yml steht unter ablage keine Plattform, auf der die Einträge liegen."
NO_NPM = (
    "npm fehlt. Es gehört zu Node.js (ab Version 20); unter Debian: apt-get install npm. Gebraucht wird es nur hier, "
    "um das Programm der Formulare zu holen."
)


def page_files(project: Project) -> dict[str, str]:
    """Return name → content of what depends on the district: the page, which names its program, and its configuration."""
    settings = project.district.settings
    program = program_of(settings.ablage)
    page = environment().get_template("redaktion.html")
    return {
        "index.html": page.render(
            policy=form_policy(settings),
            name=settings.name,
            mit_karte=shows_the_way(project),
            gebaut_aus=_digest(dict(_sources(program))) if program else "",
        ),
        "konfiguration.json": configuration_text(project),
    }


def stale(project: Project, site: Path) -> list[str]:
    """Return the names of files in the site that are missing or not what model, words and settings say."""
    wanted = page_files(project)
    there = {name: site / FOLDER / name for name in wanted}
    return [name for name, file in there.items() if not file.is_file() or file.read_text("utf-8") != wanted[name]]


def build_forms(project: Project, site: Path, cache: Path, say: Callable[[str], None]) -> str:
    """Put the forms into `site`; return "" or what was in the way, in German."""
    program = program_of(project.district.settings.ablage)
    if program is None:
        return NO_FORGE
    work = cache / FOLDER / program
    problem = bundle(program, work, say)
    if problem:
        return problem
    fresh = site / f".{FOLDER}.neu"
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(work / READY, fresh)
    for name, content in page_files(project).items():
        (fresh / name).write_text(content, "utf-8", newline="\n")
    publish(fresh, site / FOLDER)
    return ""


def bundle(program: Program, work: Path, say: Callable[[str], None]) -> str:
    """Make a program's bundle in `work`, unless it is there already; return "" or what was in the way."""
    sources = dict(_sources(program))
    digest = _digest(sources)
    mark = work / _MARK
    if mark.is_file() and mark.read_text("utf-8") == digest:
        return ""
    if not is_there():
        return NO_NPM
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name, content in sources.items():
        (work / name).write_bytes(content)
    say(f"Hole {program.capitalize()} CMS mit npm …")
    problem = run((NPM, *INSTALL), work, "npm konnte die Pakete nicht holen") or run(
        (NODE, "node_modules/esbuild/bin/esbuild", *BUNDLE), work, "esbuild konnte die Formulare nicht packen"
    )
    if not problem:
        _finish(work)
        mark.write_text(digest, "utf-8")
    return problem


def _digest(sources: Mapping[str, bytes]) -> str:
    """Return what stands for a bundle: another one where anything it is made of is another."""
    return hashlib.sha256(repr((sorted(sources.items()), BUNDLE, _ELSEWHERE.pattern)).encode()).hexdigest()


def _sources(program: Program) -> list[tuple[str, bytes]]:
    here = files("sozialraum.forms")
    found = [(name.rpartition("/")[2], (here / name).read_bytes()) for name in SHARED]
    found += [(name, (here / "npm" / program / name).read_bytes()) for name in OWN]
    return [*found, (_WRITER, (files("sozialraum.site") / "assets" / _WRITER).read_bytes())]


def _finish(work: Path) -> None:
    """Lay the fonts beside the script, let it look for them nowhere else, and throw away what is needed no more."""
    assets = work / READY / _ASSETS
    for file in (file for pattern in _FONT_FILES for file in (work / _FONTS).glob(pattern)):
        assets.mkdir(exist_ok=True)
        shutil.copy(file, assets)
    fonts = {file.name.rpartition("-")[0]: file.name for file in assets.glob("*.woff2")}

    def here(found: re.Match[bytes]) -> bytes:
        name = f"{found[1].decode()}-{found[2].decode().rstrip('.')}"
        return f"{_ASSETS}/{fonts.get(name, name)}".encode()

    for script in (work / READY).glob("*.js"):
        script.write_bytes(_ELSEWHERE.sub(here, script.read_bytes()))
    shutil.rmtree(work / "node_modules")
