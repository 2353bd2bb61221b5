"""No link of the finished site leads nowhere: pages, assets and anchors."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_ATTRIBUTE = re.compile(r' (href|src|id)="([^"<>]*)"(?=[^<>]*>)')
"""What links or is linked to, inside a tag: templates write every attribute with double quotes and one space. In text,
where a record may write the same letters, every `<` and `>` is escaped, so the next of them opens a tag there."""
_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


class PageLinks(NamedTuple):
    """What a page offers and wants, each once and on a line of its own.

    Lines, since tuples and sets of all pages would need ten times the memory.
    """

    ids: str
    targets: str
    """Path from the root, "" for the page itself; behind a tab the anchor."""


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
    return PageLinks("\n".join(ids), "\n".join(wanted))


@lru_cache(maxsize=2**14)
def _target(folder: str, link: str) -> str:
    """Return what a link in a page of `folder` wants as a line of `PageLinks.targets`; `#km=2` tells a script, and is no place."""
    page, _, anchor = unescape(link).partition("#")
    page = page.partition("?")[0]
    joined = page[1:] if page.startswith("/") else posixpath.join(folder, page)
    target = posixpath.normpath(unquote(joined)) if page else ""
    return f"{target}\t{unquote(anchor)}" if anchor and "=" not in anchor else target


def dead_links(pages: Mapping[str, PageLinks], files: Iterable[str], around: Callable[[str], str]) -> list[DeadLink]:
    """Return every link to a file or an anchor that does not exist; `around` a page its shell offers more anchors."""
    existing = set(files)
    alive = set(existing)
    found = []
    for path, page in pages.items():
        for line in filter(None, page.targets.split("\n")):
            if line in alive:
                continue
            named, _, anchor = line.partition("\t")
            target = named or path
            if target not in existing:
                found.append(DeadLink(path, target))
            elif anchor and target in pages and not _offers(anchor, pages[target].ids, around(target)):
                found.append(DeadLink(path, f"{target}#{anchor}"))
            elif named:
                alive.add(line)
    return sorted(found)


def _offers(anchor: str, *ids: str) -> bool:
    return anchor == "__top" or any(anchor in each.split("\n") for each in ids)
