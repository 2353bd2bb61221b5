"""The shell of a page, rendered once by the host and stamped per record.

The host (MkDocs with its theme) renders one ordinary page per section whose
title, description, content and table of contents are tokens no text contains
by chance. Split at the tokens, the page is a list of constant parts; a record's
page is these parts joined with the record's own, already escaped, parts. A
stamped page is therefore the same, byte for byte, as the page the host would
have rendered, and costs microseconds instead of nine milliseconds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

TITLE = "QZTITELQZ"
DESCRIPTION = "QZBESCHREIBUNGQZ"
CONTENT = "<!-- <h1> QZINHALTQZ -->"
"""A comment that names h1, because the theme adds a heading of its own to content without one."""
NAME = "QZKENNUNGQZ"
"""Stands for the page's file name without .html, in links to itself."""
TOC_TITLE = "QZABSCHNITTQZ"
TOC_ID = "QZANKERQZ"
_TOC = "QZVERZEICHNISQZ"
_FIRST = "QZERSTERQZ"

_TOKENS = re.compile("(" + "|".join(map(re.escape, (TITLE, DESCRIPTION, CONTENT, NAME, _TOC, _FIRST))) + ")")
_TOC_ITEMS = re.compile(
    rf'(?P<item><li class="md-nav__item">\s*<a href="#{TOC_ID}".*?</li>)(?P<between>\s*)(?P=item)', re.DOTALL
)
"""The two lines of the table of contents that the host was given, and what the theme puts between lines."""


class Heading(NamedTuple):
    """One line of a page's table of contents; `title` is plain text."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """What one page puts into its shell. `content` is HTML, the rest plain text."""

    name: str
    title: str
    description: str
    content: str
    toc: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Shell:
    """The constant parts of a page with tokens between them."""

    parts: tuple[str, ...]
    toc_item: str
    toc_between: str

    def stamp(self, page: Stamp) -> str:
        """Return the finished HTML of one page."""
        items = [self._item(heading) for heading in page.toc]
        values = {
            TITLE: escape(page.title),
            DESCRIPTION: escape(page.description),
            CONTENT: page.content,
            NAME: page.name,
            _TOC: self.toc_between.join(items),
            _FIRST: page.toc[0].id if page.toc else "",
        }
        return "".join([values.get(part, part) for part in self.parts])

    def _item(self, heading: Heading) -> str:
        return self.toc_item.replace(TOC_ID, heading.id).replace(TOC_TITLE, escape(heading.title))


def split(html: str) -> Shell:
    """Take a page apart that the host rendered with tokens in it.

    Raises ValueError where the theme put a token nowhere: such a shell would
    silently lose content.
    """
    items = _TOC_ITEMS.search(html)
    text = _TOC_ITEMS.sub(_TOC, html).replace(TOC_ID, _FIRST)
    missing = [token for token in (TITLE, CONTENT) if token not in text]
    if missing:
        message = f"The theme rendered no {', '.join(missing)} into a shell page."
        raise ValueError(message)
    return Shell(tuple(_TOKENS.split(text)), items["item"] if items else "", items["between"] if items else "")
