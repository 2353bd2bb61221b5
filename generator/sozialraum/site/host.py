"""What the host (MkDocs) builds, kept until something it is made of changes.

The hand-written pages, the theme's files and the shells depend on mkdocs.yml,
docs/, the package and a few settings, but on no record. Keeping them makes the
build after a changed record as quick as the records allow.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from sozialraum.kept import keep_newest
from sozialraum.source.yaml_text import Origin, parse

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
_PLUGIN = "sozialraum"
_READS_NO_FILE = re.compile(
    r"(?:markdown\.extensions\.)?(?:abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|legacy_attrs"
    r"|legacy_em|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks)|pymdownx\.(?!snippets\b|b64\b)[a-z0-9.]+"
)
"""Extensions of Markdown whose pages are made of nothing but the page and their options."""
_NAME_OF_FUNCTION = re.compile(r"!!python/name:[\w.:]+")
"""Says of an option which function of an installed package it is; the rest of YAML's own signs are not for settings."""


def host_site(config: Path, facts: tuple[str, ...], build: Callable[[Path], bool]) -> Path | None:
    """Return a folder with the host's site for the mkdocs.yml `config`, building it where it is not known yet.

    `facts` are the values besides files that the result depends on. None where
    `build` says that it failed.
    """
    text = config.read_text("utf-8")
    cache = config.parent / CACHE
    name = f"host-{_digest(config, text, facts)}" if _predictable(config, text) else UNPREDICTABLE
    folder = cache / name
    if name != UNPREDICTABLE and folder.is_dir():
        os.utime(folder)  # what is in use is not to be forgotten
        return folder
    fresh = cache / "host.neu"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    if not build(fresh):
        return None
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    keep_newest(cache, "host-*")
    return folder


def _predictable(config: Path, text: str) -> bool:
    """Whether all that the result is made of can be seen here: no plugin and no extension reads files of its own."""
    if _UNPREDICTABLE.search(text):
        return False
    values, _found = parse(_NAME_OF_FUNCTION.sub("''", text), Origin(config.name), keep_empty=True)
    if values is None:
        return False
    if any(name != _PLUGIN for name, _options in _named(values.get("plugins"))):
        return False
    extensions = [*_named(values.get("markdown_extensions")), *_named(values.get("mdx_configs"))]
    return all(
        _READS_NO_FILE.fullmatch(name) and not any(_is_path(config.parent, word) for word in _words(options))
        for name, options in extensions
    )


def _named(value: object) -> Iterator[tuple[str, object]]:
    """Yield name and options of plugins or extensions: MkDocs takes a list, options below a name, and a mapping."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield from each.items()
        elif each:
            yield str(each), None


def _words(options: object) -> Iterator[str]:
    if isinstance(options, dict | list):
        for each in options.values() if isinstance(options, dict) else options:
            yield from _words(each)
    elif options:
        yield str(options)


def _is_path(base: Path, word: str) -> bool:
    """Whether an option names something outside of docs/, which is looked at anyway, or something that is not there yet."""
    try:
        return ("/" in word and "://" not in word) or (base / word).exists()
    except (OSError, ValueError):  # too long for a name, or not one
        return False


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
