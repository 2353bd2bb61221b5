"""The records of a district as a plain MkDocs site with Material: a Markdown page each, outside the navigation."""

from __future__ import annotations

import shutil
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import yaml
from sozialraum.model import RECORD_TYPES
from sozialraum.model.ressource import Ressource
from sozialraum.project import read
from sozialraum.site.cards import make_cards
from sozialraum.site.wording import letter

from benchmarks.rivals.material_page import Pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sozialraum.project import Project

MOST_PER_PAGE = 400
"""As on our own lists."""
_FEATURES = ["navigation.tabs", "navigation.top", "navigation.prune", "navigation.indexes", "search.highlight"]


def write_material(district: Path, target: Path) -> None:
    """Write a MkDocs site of the records in `district` into `target`, which is emptied first."""
    shutil.rmtree(target, ignore_errors=True)
    docs = target / "docs"
    shutil.copytree(district / "docs", docs)
    project = read(district / "records")
    pages = Pages(project, make_cards(project))
    for entry in project.district.entries:
        _write(docs / entry.ordner / f"{entry.id}.md", pages.page(entry))
    for folder, titles in _lists(project).items():
        _write_lists(docs / folder, titles, pages)
    _write(docs / "index.md", "# Sozialraum-Handbuch\n\nWas suchen Sie?\n")
    _write(
        target / "mkdocs.yml", yaml.dump(_config(district / "mkdocs.yml", docs), allow_unicode=True, sort_keys=False)
    )


def _lists(project: Project) -> dict[str, dict[str, tuple[str, list[str]]]]:
    """Return folder → file name → (title, ids): lists by topic, form, letter and type."""
    words = project.district.vokabular
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for entry in project.district.entries:
        topics: tuple[str, ...] = getattr(entry.record, "themen", ()) or getattr(entry.record, "kennt_sich_aus_mit", ())
        for topic in topics:
            found["themen"][topic].append(entry.id)
        if isinstance(entry.record, Ressource):
            found["formate"][entry.record.format].append(entry.id)
        found["a-z"][letter(entry.record.titel)].append(entry.id)
        found[entry.ordner]["liste"].append(entry.id)
    names = {
        folder: {code: words.name(folder, code) for code in some}
        for folder, some in found.items()
        if folder in words.woerter
    }
    names |= {folder: {"liste": model.typ.mehrzahl} for folder, model in RECORD_TYPES.items()}
    return {
        folder: {name: (names.get(folder, {}).get(name, name.upper()), ids) for name, ids in some.items()}
        for folder, some in found.items()
    }


def _write_lists(folder: Path, lists: dict[str, tuple[str, list[str]]], pages: Pages) -> None:
    index = ["# Übersicht", ""]
    for name, (title, ids) in lists.items():
        ordered = sorted(ids, key=lambda id_: pages.cards[id_].sort_key)
        for number, some in enumerate(_chunks(ordered), 1):
            file = f"{name}.md" if number == 1 else f"{name}-{number}.md"
            _write(folder / file, "\n".join([f"# {title}", "", *(pages.card(id_) for id_ in some), ""]))
            index.append(f"- [{title} {number if number > 1 else ''}]({file}) ({len(some)})")
    _write(folder / "index.md", "\n".join(index) + "\n")


def _chunks(ids: list[str]) -> Iterator[list[str]]:
    return (ids[start : start + MOST_PER_PAGE] for start in range(0, len(ids), MOST_PER_PAGE))


def _config(ours: Path, docs: Path) -> dict[str, Any]:
    """Return our mkdocs.yml without our plugin, with the theme as Material makes it."""
    config: dict[str, Any] = yaml.safe_load(ours.read_text("utf-8"))
    config["site_name"] = "Sozialraum-Handbuch Musterkreis"
    config["plugins"] = [{"search": {"lang": "de"}}]
    config["theme"] = {"name": "material", "language": "de", "font": False, "features": _FEATURES}
    config["nav"] = list(_existing(config["nav"], docs))
    config["not_in_nav"] = "*"
    return config


def _existing(nav: Iterable[Any], docs: Path) -> Iterator[Any]:
    for item in nav:
        if isinstance(item, str):
            if (docs / item).is_file():
                yield item
            continue
        ((title, value),) = item.items()
        below = list(_existing(value, docs)) if isinstance(value, list) else value
        if below and (isinstance(below, list) or (docs / below).is_file()):
            yield {title: below}


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
