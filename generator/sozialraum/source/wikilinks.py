"""Links to records in a free text: `[[kennung]]`. Within code a text only shows how something is written."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import pyromark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

WIKILINK = re.compile(r"\[\[([a-z0-9]+(?:-[a-z0-9]+)*)(?:\|([^\]\n]*))?\]\]")
"""`[[id]]` or `[[id|shown text]]`, wherever it stands."""

MARKDOWN = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
"""What bodies may use besides CommonMark."""

TAG_START = re.compile(r"(?!<(?:https?://|mailto:)[^\s<>]*>)<")
"""A `<` that begins no address. There is no raw HTML, so it is a sign like any other."""

_SHOWN = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
"""How an address begins that a page links to."""

_SIGNS_OF_CODE = ("`", "~~~", "    ", "\t", "<http", "<mailto:")
"""A text without any of these holds no code and no address; most hold none, and Markdown need not be asked."""


def wikilinks(text: str) -> Iterator[re.Match[str]]:
    """Yield the links of a text, by place; what stands in code of any kind or in an address is none."""
    if "[[" not in text:
        return
    starts, ends = _code(text) if any(sign in text for sign in _SIGNS_OF_CODE) else ([], [])
    for link in WIKILINK.finditer(text):
        before = bisect_right(starts, link.start())
        if not before or ends[before - 1] <= link.start():
            yield link


def with_links(text: str, words: Callable[[re.Match[str]], str]) -> str:
    """Return a text with other words for each of its links."""
    parts: list[str] = []
    done = 0
    for link in wikilinks(text):
        parts += text[done : link.start()], words(link)
        done = link.end()
    return "".join((*parts, text[done:]))


def links_not_shown(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield begin, end and address of links of Markdown that no page shows, and of pictures ("")."""
    if "](" not in text and "]:" not in text:
        return
    for event, place in _events(text):
        match event:
            case {"Start": {"Image": _}}:
                yield place["start"], place["end"], ""
            case {"Start": {"Link": {"dest_url": str(address)}}} if not _SHOWN.match(address):
                yield place["start"], place["end"], address


def _code(text: str) -> tuple[list[int], list[int]]:
    """Return where code and addresses begin and where they end."""
    found = [(place["start"], place["end"]) for event, place in _events(text) if _is_code(event)]
    return [start for start, _end in found], [end for _start, end in found]


def _events(text: str) -> Iterable[tuple[object, Any]]:
    """Return what Markdown finds, by place in the text.

    It counts bytes, so every sign is made one; none outside ASCII has a meaning for it.
    """
    plain = TAG_START.sub("?", text).encode("ascii", "replace").decode()
    return pyromark.events_with_range(plain, options=MARKDOWN)


def _is_code(event: object) -> bool:
    match event:
        case {"Code": _} | {"Start": {"CodeBlock": _} | {"Link": {"link_type": "Autolink" | "Email"}}}:
            return True
    return False
