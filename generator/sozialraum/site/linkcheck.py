"""No link of the finished site leads nowhere: pages, assets and anchors."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ATTRIBUTE = re.compile(r' (href|src|id)="([^"<>]*)"(?=[^<>]*>)')
"""What links or is linked to, inside a tag: templates write every attribute with double quotes and one space. In text,
where a record may write the same letters, every `<` and `>` is escaped, so the next of them opens a tag there."""
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
    attributes = _ATTRIBUTE.findall(html)
    ids = dict.fromkeys([value for name, value in attributes if name == "id"])
    links = {value for name, value in attributes if name != "id"}
    wanted = {found for link in links if not _ABSOLUTE.match(link) and (found := _target(folder, link))}
    return PageLinks(tuple(ids), tuple([found if found[0] else (path, found[1]) for found in wanted]))


@lru_cache(maxsize=2**16)
def _target(folder: str, link: str) -> tuple[str, str] | None:
    """Return page (from the root, "" for the same one) and anchor of a link in a page of `folder`."""
    if not link:
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
