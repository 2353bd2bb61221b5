"""Text values to YAML, as a person would have typed them.

Written by hand rather than by a YAML emitter: nothing is wrapped, nothing is
reordered, comments stay, and a value gets quotes only where `yaml_text.parse` would read
something else or a person could be misled. `parse(front_matter(v))` is `v`,
except that the reader drops keys whose value is empty.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from sozialraum.source.comments import END, START

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sozialraum.source.comments import Comments, Keys

WIDEST_FLOW_LIST = 80
"""Characters between the brackets of `[a, b]`; a longer list gets one line per item."""

_INDENT = "  "
_WORD = re.compile(r"\w(?:[\w-]*\w)?\Z")
_MISLEADING = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`=~]|\.\.\.|<<|.*(?::\s|:\Z|\s#)""")
"""What a plain scalar must not begin with, or contain: signs to which YAML gives a meaning."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def front_matter(values: Mapping[str, Any], comments: Comments | None = None) -> str:
    """Return nested dict, list and str values as YAML, keys in the order given, comments before what they belong to."""
    if not values:
        return "{}\n"
    known = comments or {}
    text = "\n".join([*known.get(START, ()), *_mapping(values, (), known), *known.get(END, ())])
    return text.removeprefix("\n") + "\n"


def record_text(values: Mapping[str, Any], body: str) -> str:
    """Return the text of a record file: front matter between two fences, then the body.

    Blanks and line ends around the body go; what else languages take for white space differs between them.
    """
    return with_body(front_matter(values), body)


def with_body(front: str, body: str) -> str:
    """Return the text of a record file of which the front matter is YAML already."""
    text, told = f"---\n{front}---\n", body.strip(" \t\r\n")
    return f"{text}\n{told}\n" if told else text


def nested(named: Mapping[str, Any]) -> dict[str, Any]:
    """Return `{"kontakt.telefon": …}` as `{"kontakt": {"telefon": …}}`.

    Where both `kontakt` and `kontakt.telefon` are given, the first one stays.
    """
    values: dict[str, Any] = {}
    for name, value in named.items():
        *groups, last = name.split(".")
        place: Any = values
        for group in groups:
            place = place.setdefault(group, {}) if isinstance(place, dict) else None
        if isinstance(place, dict):
            place.setdefault(last, value)
    return values


def _mapping(values: Mapping[str, Any], at: Keys, comments: Comments) -> Iterator[str]:
    for key, value in values.items():
        here = (*at, key)
        if comments:
            yield from comments.get(here, ())
        yield from _attached(f"{_scalar(key)}:", value, here, comments)


def _attached(head: str, value: Any, here: Keys, comments: Comments) -> Iterator[str]:
    """Yield the lines of a value behind `key:`."""
    if isinstance(value, str) and _is_literal(value):
        yield f"{head} {'|' if value.endswith(chr(10)) else '|-'}"
        yield from _indented(value.removesuffix("\n").split("\n"))
    elif value == "" and head.endswith(":"):
        yield head
    elif isinstance(value, str):
        yield f"{head} {_scalar(value)}"
    elif not value or (_is_flow(value) and not any((*here, position) in comments for position in range(len(value)))):
        yield f"{head} " + (f"[{', '.join(value)}]" if isinstance(value, list) else "{}")
    else:
        yield head
        lines = _mapping if isinstance(value, dict) else _sequence
        yield from _indented(lines(value, here, comments))


def _sequence(values: Sequence[Any], at: Keys, comments: Comments) -> Iterator[str]:
    for position, value in enumerate(values):
        here = (*at, position)
        if comments:
            yield from comments.get(here, ())
        if isinstance(value, dict) and value:
            lines = list(_mapping(value, here, comments))
            first = next(number for number, line in enumerate(lines) if line and line[0] != "#")
            yield from lines[:first]
            yield f"- {lines[first]}"
            yield from _indented(lines[first + 1 :])
        else:
            yield from _attached("-", value, here, comments)


def _indented(lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield _INDENT + line if line else ""


def _is_flow(value: Any) -> bool:
    if not isinstance(value, list) or not all(isinstance(item, str) and _WORD.match(item) for item in value):
        return False
    return len(", ".join(value)) <= WIDEST_FLOW_LIST


def _is_literal(text: str) -> bool:
    """Whether `|` shows the text as it is: several lines, no space at their ends, nothing invisible."""
    lines = text.removesuffix("\n").split("\n")
    return (
        "\n" in text
        and not _UNPRINTABLE.search("".join(lines))
        and lines[0].lstrip() == lines[0] != ""
        and lines[-1] != ""
        and all(line == line.rstrip() for line in lines)
    )


def _scalar(text: str) -> str:
    """Return one line that reads back as `text`."""
    if _UNPRINTABLE.search(text):
        return _UNPRINTABLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text, ensure_ascii=False))
    if text and text == text.strip() and not _MISLEADING.match(text):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
