"""No link of the finished site leads nowhere: pages, assets and anchors."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


class PageLinks(NamedTuple):
    """What a page offers and wants: its anchors, its targets (path from the root, anchor), each once.

    Tuples, since the sets of all pages would need ten times the memory.
    """

    ids: tuple[str, ...]
    targets: tuple[tuple[str, str], ...]


class DeadLink(NamedTuple):
    """A link that leads nowhere."""

    page: str
    target: str


def links_of(path: str, html: str) -> PageLinks:
    """Read the links of one page at `path`; absolute addresses are not looked at."""
    folder = path.rpartition("/")[0]
    links = {*_values(html, ' href="'), *_values(html, ' src="')}
    wanted = {found for link in links if (found := _target(folder, link))}
    targets = tuple([found if found[0] else (path, found[1]) for found in wanted])
    return PageLinks(tuple(dict.fromkeys(_values(html, ' id="'))), targets)


def _values(html: str, opening: str) -> list[str]:
    """Return every value of an attribute; templates write them all with double quotes and one space.

    In text, where a record may write the same letters, every `<` is escaped: what stands after a `>` is no attribute.
    """
    values, inside = [], False
    for before, part in pairwise(html.split(opening)):
        opened, closed = before.rfind("<"), before.rfind(">")
        inside = opened > closed if opened != closed else inside
        if inside:
            values.append(part.partition('"')[0])
    return values


@lru_cache(maxsize=2**18)
def _target(folder: str, link: str) -> tuple[str, str] | None:
    """Return page (from the root, "" for the same one) and anchor of a link in a page of `folder`."""
    if not link or _ABSOLUTE.match(link):
        return None
    page, _, anchor = unescape(link).partition("#")
    page = page.partition("?")[0]
    joined = page[1:] if page.startswith("/") else posixpath.join(folder, page)
    return posixpath.normpath(unquote(joined)) if page else "", unquote(anchor)


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
