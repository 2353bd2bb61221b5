"""Plain front matter, read line by line without the library.

Nearly every record is written the plain way: one key a line, values bare or
between quotation marks, lists with dashes or brackets, two spaces deeper for
what belongs together. That reads five times faster than a whole YAML parser.
Everything else, also everything wrong, is left to the library and its
messages; tests hold this reading against the library's.
"""

from __future__ import annotations

import re
from typing import Any

Lines = list[tuple[str, str, str, str]]
"""Spaces, dash with its spaces, key, and the rest of each line."""

_LINE = re.compile(r"( *)((?:- +)?)(?:([A-Za-z][A-Za-z0-9_]{0,60}):(?: +|(?=\n)))?(.*)\n")
_SPECIAL = frozenset("-?:,{}]#&*!|>%@`")
"""Signs with which a bare value cannot begin, or not without a meaning of their own."""
_WORDS = r"\w(?:[\w .-]*\w)?"
_BRACKETS = re.compile(rf"\[ *(?:{_WORDS}(?: *, *{_WORDS})*)? *\]")
"""A list of bare words between brackets."""
_DEEPEST = 16
"""Spaces of indentation within which nesting cannot go too deep."""


class _NotPlainError(Exception):
    """The text is for the library; never leaves this module."""


def plain_values(text: str) -> dict[str, Any] | None:
    """Return the values of plain front matter, None for everything else."""
    if not text.replace("\n", "").isprintable():
        return None
    lines: Lines = _LINE.findall(text if text.endswith("\n") else f"{text}\n")
    try:
        values, end = _mapping(lines, 0, 0)
    except _NotPlainError:
        return None
    return values if end == len(lines) else None


def _mapping(lines: Lines, at: int, indent: int) -> tuple[dict[str, Any], int]:
    """Return the keys that stand at `indent` from line `at` on, and the line after them."""
    if indent > _DEEPEST:
        raise _NotPlainError
    values: dict[str, Any] = {}
    blank = []
    while at < len(lines):
        spaces, dash, key, rest = lines[at]
        if dash or len(spaces) != indent:
            break
        if not key or key in values:
            raise _NotPlainError
        at += 1
        value, at = (_scalar(rest), at) if rest else _below(lines, at, indent)
        values[key] = value
        if not value or (not rest and _is_blank(value)):
            blank.append(key)
    for key in blank:
        if values[key] != []:
            del values[key]
    return values, at


def _is_blank(value: Any) -> bool:
    """Whether a list holds only groups whose every key is empty; brackets with nothing between say so on purpose."""
    return isinstance(value, list) and not any(each != {} for each in value)


def _below(lines: Lines, at: int, indent: int) -> tuple[Any, int]:
    """Return what belongs to a key at `indent` without a value on its own line."""
    if at < len(lines):
        spaces, dash, _key, _rest = lines[at]
        if dash and len(spaces) >= indent:
            return _sequence(lines, at, len(spaces))
        if len(spaces) > indent:
            return _mapping(lines, at, len(spaces))
    return "", at


def _sequence(lines: Lines, at: int, indent: int) -> tuple[list[Any], int]:
    values = []
    while at < len(lines):
        spaces, dash, key, rest = lines[at]
        if not dash or len(spaces) != indent:
            break
        if key:
            deeper = spaces + " " * len(dash)
            lines[at] = (deeper, "", key, rest)
            value, at = _mapping(lines, at, len(deeper))
        elif rest:
            value, at = _scalar(rest), at + 1
        else:
            raise _NotPlainError
        values.append(value)
    return values, at


def _scalar(rest: str) -> Any:
    """Return a value that stands on one line: bare, between quotation marks, or words between brackets."""
    text, first = rest.rstrip(" "), rest[0]
    if first in "\"'":
        inner = text[1:-1]
        if len(text) > 1 and text[-1] == first and first not in inner and "\\" not in inner:
            return inner
    elif first == "[":
        if _BRACKETS.fullmatch(text):
            return [word.strip() for word in text[1:-1].split(",")] if text[1:-1].strip() else []
    elif first not in _SPECIAL and ": " not in text and " #" not in text and text[-1] != ":":
        return text
    raise _NotPlainError
