"""What the host (MkDocs) builds, kept until something it is made of changes.

The hand-written pages, the theme's files and the shells depend on mkdocs.yml,
docs/, the package and a few settings, but on no record. Keeping them makes the
build after a changed record as quick as the records allow.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CACHE = ".cache/sozialraum"
UNPREDICTABLE = "host"
"""The name of a host's site that says nothing about what it was made of."""
_PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "properdocs",
    "jinja2",
    "markdown",
    "pymdown-extensions",
    "django-js-lib-leaflet",
    "sozialraum-handbuch",
)
_FOLDERS = re.compile(r"^\s*(?:docs_dir|custom_dir):\s*[\"']?([^\"'#\n]+?)[\"']?\s*(?:#.*)?$", re.MULTILINE)
_UNPREDICTABLE = re.compile(r"^(?:INHERIT|hooks):|!ENV", re.MULTILINE)
"""What a mkdocs.yml may draw on that this module cannot see; then nothing is kept."""


def host_site(config: Path, facts: tuple[str, ...], build: Callable[[Path], bool]) -> Path | None:
    """Return a folder with the host's site for the mkdocs.yml `config`, building it where it is not known yet.

    `facts` are the values besides files that the result depends on. None where
    `build` says that it failed.
    """
    text = config.read_text("utf-8")
    cache = config.parent / CACHE
    name = UNPREDICTABLE if _UNPREDICTABLE.search(text) else f"host-{_digest(config, text, facts)}"
    folder = cache / name
    if name != UNPREDICTABLE and folder.is_dir():
        return folder
    fresh = cache / "host.neu"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    if not build(fresh):
        return None
    for old in cache.glob("host*"):
        if old != fresh:
            shutil.rmtree(old, ignore_errors=True)
    fresh.rename(folder)
    return folder


def _digest(config: Path, text: str, facts: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for part in (text, *facts, *(f"{name} {_version(name)}" for name in _PACKAGES)):
        digest.update(part.encode() + b"\0")
    for file in sorted(_inputs(config, text)):
        digest.update(file.as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _inputs(config: Path, text: str) -> Iterator[Path]:
    folders = {config.parent / name for name in [*_FOLDERS.findall(text), "docs"]}
    folders.add(Path(str(files("sozialraum.site"))))
    for folder in folders:
        yield from (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
