"""Records in the theme's own search index."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sozialraum.site.page import GeneratedPage

INDEX = "search/search_index.json"


class SearchEntry(NamedTuple):
    """One page in the index."""

    location: str
    title: str
    text: str


def entry_of(page: GeneratedPage) -> SearchEntry | None:
    """Return what the search knows of a page; lists of other pages are left out."""
    return SearchEntry(page.path, page.title, page.words) if page.words else None


def read_index(host: Path) -> dict[str, Any] | None:
    """Return the index the host made of the hand-written pages, None where it has no search."""
    file = host / INDEX
    return json.loads(file.read_text("utf-8")) if file.is_file() else None


def merged_index(index: dict[str, Any], entries: Iterable[SearchEntry]) -> str:
    """Return the host's index with the generated pages added."""
    docs = [*index["docs"], *(entry._asdict() for entry in sorted(entries))]
    return json.dumps({**index, "docs": docs}, ensure_ascii=False, separators=(",", ":"))
