"""Comments in YAML, which its parser forgets: found, and known by what they stand before.

What a comment stands before is said by the path of a key or of a list item:
`("naechste_schritte", 0, "bis")`. A comment at the end of a line belongs to
what begins on that line. Comments before the first key belong to the text as
a whole and stand at START, those behind the last one at END.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from sozialraum.source.yaml_text import compose

if TYPE_CHECKING:
    from collections.abc import Iterator

Keys = tuple[str | int, ...]
Comments = dict[Keys, list[str]]
"""Path → the lines before it, with their `#`; "" is an empty line above a comment."""

START: Keys = ()
END: Keys = ("",)
"""No list item and no key of a record has this path."""

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")
_LETTER = re.compile(r"[^\n]")
_BLOCK = ("|", ">")


def comments_of(text: str) -> Comments:
    """Return the comments of YAML that can be read."""
    if "#" not in text:
        return {}
    node = compose(text)
    entries = [*_entries(node, ())]
    lines = [line for line, _keys in entries]
    comments: Comments = {}
    blank = False
    for number, (line, masked) in enumerate(zip(text.split("\n"), _masked(text, node).split("\n"), strict=True)):
        found = _COMMENT.search(masked)
        if found:
            alone = not masked[: found.start()].strip()
            keys = _before(entries, lines, number) if alone else _on(entries, lines, number)
            known = comments.setdefault(keys, [])
            if alone and blank and (known or keys):
                known.append("")
            known.append(line[found.start() :].rstrip())
        blank = not line.strip()
    return comments


def _entries(node: Any, at: Keys) -> Iterator[tuple[int, Keys]]:
    """Yield line and path of every key and of every list item with a line of its own, in their order."""
    if node.id == "mapping":
        for name, child in node.value:
            here = (*at, name.value)
            yield name.start_mark.line, here
            yield from _entries(child, here)
    elif node.id == "sequence" and not node.flow_style:
        for position, child in enumerate(node.value):
            here = (*at, position)
            yield child.start_mark.line, here
            yield from _entries(child, here)


def _before(entries: list[tuple[int, Keys]], lines: list[int], number: int) -> Keys:
    """Return what a line of its own stands before."""
    position = bisect_left(lines, number)
    if position == len(entries):
        return END
    return entries[position][1] if position else START


def _on(entries: list[tuple[int, Keys]], lines: list[int], number: int) -> Keys:
    """Return the outermost thing that begins on a line, or last began before it."""
    position = bisect_left(lines, number)
    if position < len(entries) and lines[position] == number:
        return entries[position][1]
    return entries[position - 1][1] if position else START


def _masked(text: str, node: Any) -> str:
    """Return the text with every value blotted out, so that each `#` left over begins a comment."""
    parts: list[str] = []
    end = 0
    for scalar in _scalars(node):
        start = scalar.start_mark.index
        if scalar.style in _BLOCK:
            start = text.find("\n", start) if "\n" in text[start:] else len(text)
        parts += [text[end:start], _LETTER.sub("x", text[start : scalar.end_mark.index])]
        end = max(start, scalar.end_mark.index)
    return "".join([*parts, text[end:]])


def _scalars(node: Any) -> Iterator[Any]:
    if node.id == "scalar":
        yield node
    elif node.id == "sequence":
        for child in node.value:
            yield from _scalars(child)
    else:
        for name, child in node.value:
            yield from _scalars(name)
            yield from _scalars(child)
