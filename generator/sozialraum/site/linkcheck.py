"""No link of the finished site leads nowhere: pages, assets and anchors."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LINK = re.compile(r'<(?:a|link|script|img|source|iframe)\b[^>]*?\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


class PageLinks(NamedTuple):
    """What a page offers and wants: its anchors, its targets (path from the root, anchor)."""

    ids: frozenset[str]
    targets: frozenset[tuple[str, str]]


class DeadLink(NamedTuple):
    """A link that leads nowhere."""

    page: str
    target: str


def links_of(path: str, html: str) -> PageLinks:
    """Read the links of one page at `path`; absolute addresses are not looked at."""
    folder = posixpath.dirname(path)
    targets = set()
    for link in _LINK.findall(html):
        if not link or _ABSOLUTE.match(link) or link.startswith("data:"):
            continue
        page, _, anchor = link.replace("&amp;", "&").partition("#")
        page = page.partition("?")[0]
        joined = page[1:] if page.startswith("/") else posixpath.join(folder, page)
        target = posixpath.normpath(unquote(joined)) if page else path
        targets.add((target, unquote(anchor)))
    return PageLinks(frozenset(_ID.findall(html)), frozenset(targets))


def dead_links(pages: Mapping[str, PageLinks], files: Iterable[str]) -> list[DeadLink]:
    """Return every link to a file or an anchor that does not exist."""
    existing = set(files)
    found = []
    for path, page in pages.items():
        for target, anchor in page.targets:
            if target not in existing:
                found.append(DeadLink(path, target))
            elif anchor and target in pages and anchor not in pages[target].ids and anchor != "__top":
                found.append(DeadLink(path, f"{target}#{anchor}"))
    return sorted(found)
