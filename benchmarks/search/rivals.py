"""Three others on the same documents, each as it comes: Material's lunr, MiniSearch, Pagefind."""

from __future__ import annotations

import asyncio
import os
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

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
    return run("lunr.mjs", _pairs(collection), collection, node_modules())


def minisearch(collection: Collection) -> Ranking:
    """MiniSearch 7 with prefix and fuzzy search."""
    return run("minisearch.mjs", _pairs(collection), collection, node_modules())


def pagefind(collection: Collection) -> Ranking:
    """Pagefind 1 with its German stemmer."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_pagefind_index(collection, folder))
        return run("pagefind.mjs", {}, collection, folder)


async def _pagefind_index(collection: Collection, folder: str) -> None:
    from pagefind.index import IndexConfig, PagefindIndex

    async with PagefindIndex(IndexConfig(output_path=folder)) as index:
        for number, each in enumerate(collection.documents):
            page = f"<html lang='de'><body><h1>{each.title}</h1><p data-pagefind-meta='number:{number}'>{each.rest}</p></body></html>"
            await index.add_html_file(url=f"/{number}.html", content=page)
        await index.write_files(output_path=folder)


def _pairs(collection: Collection) -> dict[str, object]:
    return {"documents": [(each.title, each.rest) for each in collection.documents]}


RIVALS = (lunr, minisearch, pagefind)
"""Searches to compare with."""
