"""Bodies of records: Markdown to HTML that can do no harm.

Measured for a body of 150 words: pyromark with nh3 0.014 ms, markdown-it-py
with nh3 0.29 ms. A record may say anything; what reaches the page is a small
set of tags, without images (they would be requests), with links only to the
web, to mail and telephone, and to other records.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote

import nh3
import pyromark

from sozialraum.source.wikilinks import MARKDOWN, TAG_START, with_links

if TYPE_CHECKING:
    from collections.abc import Callable

_OWN_SCHEME = "sozialraum"
_TAGS = {
    "p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a",
    "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href", "title"}, "ol": {"start"}},
    url_schemes={"http", "https", "mailto", "tel", _OWN_SCHEME},
    url_relative="deny",
    link_rel="noopener noreferrer",
)
_LESS = "\ufdd0"
"""Stands for `<` while Markdown reads a text, in code as elsewhere: no file of a district may hold it (`source.text`)."""
_LESS_IN_ADDRESS = quote(_LESS)
_DEEPEST = 20
_DEEP = re.compile(
    r"^(?![ \t]*([-+*])(?:[ \t]*\1)*[ \t]*$)"
    rf"((?:[ \t]*(?:>|[-+*](?=[ \t])|\d{{1,9}}[.)](?=[ \t]))){{{_DEEPEST}}})[ \t]*(?=[->+*\d])",
    re.MULTILINE,
)
"""Quotations and lists opened within each other on one line, but not a rule across the page: what is cleaned below costs
the square of its depth."""
_HEADING = re.compile(r"(</?h)([1-6])(>)")
_OWN_LINK = re.compile(rf'<a href="{_OWN_SCHEME}:([a-z0-9-]+)" rel="noopener noreferrer">')
_NO_LINK = re.compile(
    rf'<a(?: href="{_OWN_SCHEME}:[^"]*")?(?: title="[^"]*")? rel="noopener noreferrer">(.*?)</a>', re.DOTALL
)
"""What the cleaner leaves of a link to an address that is not allowed, and a link to a record there is not."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


def body_html(body: str, title_of: Callable[[str], str | None], url_of: Callable[[str], str], *, first: int = 3) -> str:
    """Return safe HTML; headings begin at h3, below the page's own, or at another level.

    `title_of` returns the title of a record or None where there is none; then
    the link's words stay as they were written.
    """
    if not body.strip():
        return ""
    text = _DEEP.sub(r"\2 \\", _marked(body, title_of))
    html = pyromark.html(text, options=MARKDOWN)
    if _LESS in text:
        html = html.replace(_LESS, "&lt;").replace(_LESS_IN_ADDRESS, "%3C")
    html = _CLEANER.clean(html)
    html = _HEADING.sub(lambda tag: f"{tag[1]}{min(6, max(0, int(tag[2]) - 2) + first)}{tag[3]}", html)
    if _OWN_SCHEME in html:
        html = _OWN_LINK.sub(lambda link: f'<a href="{url_of(link[1])}">' if title_of(link[1]) else link[0], html)
    return _NO_LINK.sub(r"\1", html)


def plain_text(html: str) -> str:
    """Return the words of an HTML fragment, for the search and for descriptions."""
    text = _SPACE.sub(" ", _TAG.sub(" ", html)).strip()
    return unescape(text) if "&" in text else text


def _marked(body: str, title_of: Callable[[str], str | None]) -> str:
    """Return the text with links to records as Markdown, and no raw HTML."""
    text = TAG_START.sub(_LESS, body) if "<" in body else body
    return with_links(text, lambda link: _link(link[1], link[2], title_of))


def _link(id_: str, shown: str | None, title_of: Callable[[str], str | None]) -> str:
    title = title_of(id_)
    words = _SPECIAL.sub(r"\\\1", shown or title or id_)
    return f"[{words}]({_OWN_SCHEME}:{id_})" if title is not None else words
