"""Three others on the same documents, each as it comes: Material's lunr, MiniSearch, Pagefind."""

from __future__ import annotations

import os
import subprocess
import tempfile
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.pagefind_index import pagefind_index
from benchmarks.search.contenders import run

if TYPE_CHECKING:
    from benchmarks.search.collections import Collection
    from benchmarks.search.contenders import Ranking

PACKAGES = ("lunr@2.3.9", "lunr-languages@1", "minisearch@7")


@cache
def node_modules() -> str:
    """Install the npm packages into a folder outside the repository; return a file in it, to require from."""
    folder = Path(os.environ.get("BENCH_NODE") or tempfile.gettempdir()) / "sozialraum-bench-node"
    folder.mkdir(parents=True, exist_ok=True)
    if not all((folder / "node_modules" / name.split("@")[0]).is_dir() for name in PACKAGES):
        subprocess.run(["npm", "install", "--silent", "--no-audit", *PACKAGES], cwd=folder, check=True)
    return str(folder / "x.js")


def lunr(collection: Collection) -> Ranking:
    """Material's search, `lang: de`."""
    return _ranking("lunr.mjs", _pairs(collection), collection, node_modules())


def minisearch(collection: Collection) -> Ranking:
    """MiniSearch 7 with prefix and fuzzy search."""
    return _ranking("minisearch.mjs", _pairs(collection), collection, node_modules())


def pagefind(collection: Collection) -> Ranking:
    """Pagefind 1 with its German stemmer: pages that have every word."""
    return _ranking("pagefind.mjs", {"anyWord": False}, collection, _pagefind_folder(collection))


def pagefind_any_word(collection: Collection) -> Ranking:
    """The same index with each word searched by itself, which Pagefind does not do, but is fair to whole sentences."""
    return _ranking("pagefind.mjs", {"anyWord": True}, collection, _pagefind_folder(collection))


_folders: dict[str, tempfile.TemporaryDirectory[str]] = {}
"""Indexes of this run by name of the collection; gone when the run ends."""


def _pagefind_folder(collection: Collection) -> str:
    if collection.name not in _folders:
        _folders[collection.name] = folder = tempfile.TemporaryDirectory()
        pages = (
            (
                f"{number}.html",
                f"<h1>{escape(each.title)}</h1><p data-pagefind-meta='number:{number}'>{escape(each.rest)}</p>",
            )
            for number, each in enumerate(collection.documents)
        )
        pagefind_index(pages, Path(folder.name))
    return _folders[collection.name].name


def _ranking(program: str, data: dict[str, object], collection: Collection, place: str) -> Ranking:
    found: Ranking = run(program, data, collection, place)
    return found


def _pairs(collection: Collection) -> dict[str, object]:
    return {"documents": [(each.title, each.rest) for each in collection.documents]}


RIVALS = (lunr, minisearch, pagefind, pagefind_any_word)
"""Searches to compare with."""
