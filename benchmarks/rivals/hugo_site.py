"""The records of a district as a Hugo site: content, data for the layouts, the layouts of `hugo/`.

Where Hugo's templates could not do what our generator does, the content already
says it: opening hours are expanded into the rows of the week, links in bodies
are resolved, and what a link means from its other end stands beside it. That
is work Hugo is spared.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from sozialraum.fields.hours import for_browser, holidays_of
from sozialraum.fields.hours_table import one_line, weekly_table
from sozialraum.model.ressource import Ressource
from sozialraum.project import read
from sozialraum.site.wording import letter
from sozialraum.source.document import read_document
from sozialraum.source.wikilinks import WIKILINK

from benchmarks.rivals.layout_data import data_files, partials

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sozialraum.load.entries import Entry
    from sozialraum.project import Project

LAYOUTS = Path(__file__).parent / "hugo"


def write_hugo(district: Path, target: Path) -> None:
    """Write a Hugo site of the records in `district` into `target`, which is emptied first."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(LAYOUTS, target)
    project = read(district / "records")
    outgoing = _outgoing(project)
    for entry in project.district.entries:
        file = target / "content" / entry.ordner / f"{entry.id}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_content(entry, project, district, outgoing[entry.id]), "utf-8")
    _write_headings(project, target / "content")
    _copy_pages(district / "docs", target / "content")
    _write_for_layouts(project, target)


def _content(entry: Entry, project: Project, district: Path, outgoing: Mapping[str, list[str]]) -> str:
    front = _written(district, entry) | _derived(entry, project)
    front["verweise"] = [{"bedeutung": meaning, "ziele": ids} for meaning, ids in outgoing.items()]
    return f"---\n{yaml.dump(front, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)}---\n\n{_body(entry, project)}"


def _written(district: Path, entry: Entry) -> dict[str, Any]:
    """Return the front matter as it was written, every scalar a text; Hugo's own key for the title."""
    document, _found = read_document(district / entry.document.path, entry.document.path)
    values, _found = document.values() if document else ({}, [])
    return {"title" if key == "titel" else key: value for key, value in (values or {}).items()}


def _derived(entry: Entry, project: Project) -> dict[str, Any]:
    record = entry.record
    places = [id_ for id_ in getattr(record, "sozialraeume", ()) if id_ in project.graph.entries]
    topics: tuple[str, ...] = getattr(record, "themen", ()) or getattr(record, "kennt_sich_aus_mit", ())
    found: dict[str, Any] = {
        "kennung": entry.id,
        "themen": list(topics) if entry.ordner not in ("beratungen", "protokolle") else [],
        "orte": places,
        "formate": [record.format] if isinstance(record, Ressource) else [],
        "buchstaben": [letter(record.titel)],
    }
    hours = getattr(record, "zeiten", None)
    if hours:
        holidays = holidays_of("SH", range(project.today.year, project.today.year + 3))
        found["wochentafel"] = [{"tag": day, "uhr": times} for day, times in weekly_table(hours).rows]
        found["zeiten_zeile"] = one_line(hours)
        found["zeiten_browser"] = json.dumps(for_browser(hours, project.today, holidays), separators=(",", ":"))
    return found


def _body(entry: Entry, project: Project) -> str:
    def link(found: re.Match[str]) -> str:
        target = project.graph.entries.get(found[1])
        return f"[{found[2] or target.record.titel}](/{target.ordner}/{target.id}.html)" if target else found[0]

    return WIKILINK.sub(link, entry.document.body).strip()


def _outgoing(project: Project) -> Mapping[str, dict[str, list[str]]]:
    """Return, per record, what its links mean from the other end and where they lead."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for target, groups in project.graph.incoming.items():
        for meaning, sources in groups.items():
            for source in sources:
                found[source][meaning].append(target)
    return defaultdict(dict, {id_: dict(groups) for id_, groups in found.items()})


def _write_headings(project: Project, content: Path) -> None:
    for typ in {type(entry.record).typ for entry in project.district.entries}:
        front = yaml.dump({"title": typ.mehrzahl}, allow_unicode=True)
        (content / typ.ordner / "_index.md").write_text(f"---\n{front}---\n", "utf-8")


def _write_for_layouts(project: Project, target: Path) -> None:
    (target / "data").mkdir()
    for name, data in data_files(project).items():
        (target / "data" / f"{name}.json").write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    (target / "layouts/partials/teile").mkdir()
    for name, text in partials().items():
        (target / "layouts/partials/teile" / name).write_text(text, "utf-8")


def _copy_pages(docs: Path, content: Path) -> None:
    """Copy the hand-written pages; Hugo calls the page of a folder `_index.md`."""
    for page in docs.rglob("*.md"):
        place = content / page.relative_to(docs).with_name("_index.md" if page.name == "index.md" else page.name)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, place)
