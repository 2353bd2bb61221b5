"""One page with Material's built-in search and one with Pagefind's interface, over the same texts as the handbook's."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.project import read
from sozialraum.site.search_texts import SearchTexts

from benchmarks.pagefind_index import pagefind_index

if TYPE_CHECKING:
    from pathlib import Path

_TITLE = 4
"""Weight of the field that is the title."""
_MKDOCS = """
site_name: Material
use_directory_urls: false
theme: {name: material, language: de, font: false}
plugins: [{search: {lang: de}}]
"""
_PAGEFIND = """<!doctype html><html lang="de"><meta charset="utf-8"><title>Pagefind</title>
<link rel="stylesheet" href="pagefind/pagefind-ui.css"><script src="pagefind/pagefind-ui.js"></script>
<h1>Pagefind</h1><div id="search"></div>
<script>
const found = new PagefindUI({ element: "#search", showImages: false, debounceTimeoutMs: 0 });
const asked = new URLSearchParams(location.search).get("q");
if (asked) found.triggerSearch(asked);
</script></html>
"""


class Document(NamedTuple):
    """A record as a search engine that knows no fields sees it."""

    address: str
    title: str
    text: str


def documents(records: Path) -> list[Document]:
    """Return all records of a district."""
    project = read(records)
    texts = SearchTexts(project)
    found = []
    for entry in project.district.entries:
        fields = texts.of(entry).fields
        rest = " ".join(text for weight, text in fields if weight != _TITLE)
        found.append(Document(f"{entry.ordner}/{entry.id}.html", entry.record.titel, rest))
    return found


def material_page(texts: list[Document], target: Path) -> Path:
    """Write a page with Material's search; its index is what MkDocs would write for these texts."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "docs").mkdir(parents=True)
    (target / "docs/index.md").write_text("# Material\n", "utf-8")
    (target / "mkdocs.yml").write_text(_MKDOCS, "utf-8")
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=target, check=True, env=quiet)
    index = target / "site/search/search_index.json"
    data = json.loads(index.read_text("utf-8"))
    data["docs"] = [
        {"location": each.address, "title": escape(each.title), "text": f"<p>{escape(each.text)}</p>"} for each in texts
    ]
    index.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
    return target / "site"


def pagefind_page(texts: list[Document], target: Path) -> Path:
    """Write a page with Pagefind's own interface."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    (target / "index.html").write_text(_PAGEFIND, "utf-8")
    bodies = ((each.address, f"<h1>{escape(each.title)}</h1><p>{escape(each.text)}</p>") for each in texts)
    pagefind_index(bodies, target / "pagefind")
    return target
