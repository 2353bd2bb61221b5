"""The sitemap: the host knows the shells, readers want the pages stamped from them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.site.shell import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

SITEMAP = "sitemap.xml"

_URL = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_SHELL = re.compile(rf"([\w-]+)/{NAME}\.html")
_DAY_OF_BUILD = re.compile(r"\s*<lastmod>.*?</lastmod>")
"""Says when the host ran, not when anything changed; the same records would give another sitemap every day."""


def full_sitemap(text: str, pages: Iterable[str]) -> str:
    """Return the host's sitemap with an entry for each of `pages` (stamped, from the root) instead of one per shell."""
    of_folder: dict[str, list[str]] = {}
    for page in sorted(pages):
        of_folder.setdefault(page.rpartition("/")[0], []).append(page)

    def entries(found: re.Match[str]) -> str:
        shell = _SHELL.search(found[0])
        if shell is None:
            return found[0]
        return "".join(found[0].replace(shell[0], page) for page in of_folder.get(shell[1], ()))

    return _URL.sub(entries, _DAY_OF_BUILD.sub("", text))
