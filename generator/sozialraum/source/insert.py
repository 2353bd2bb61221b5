"""One more entry at the end of a list in YAML, and every other byte as it was.

People write records by hand: comments, blank lines and the way a list is
written are theirs. The text is therefore changed at one place, never written
anew.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

from sozialraum.source import write
from sozialraum.source.yaml_text import Origin, parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_INDENT = "  "


def with_entry(front: str, keys: Sequence[str], entry: Mapping[str, Any]) -> str | None:
    """Return `front` with `entry` at the end of the list of groups at `keys`, which is begun where it is missing.

    None where the text is written in a way that leaves no safe place: the
    result must say what was said before and the new entry, nothing else.
    """
    before, found = parse(front, Origin(""))
    if before is None or found:
        return None
    after = _inserted(front, keys, entry)
    wanted = _appended(before, keys, entry)
    said, found = parse(after, Origin("")) if after and wanted else (None, [])
    return after if said is not None and said == wanted and not found else None


def _inserted(front: str, keys: Sequence[str], entry: Mapping[str, Any]) -> str | None:
    node: Any = yaml.compose(front, yaml.BaseLoader)
    column, line, rest = 0, 0, list(keys)
    while rest and isinstance(node, yaml.MappingNode) and not node.flow_style:
        column = node.start_mark.column
        name, child = next(((name, child) for name, child in node.value if name.value == rest[0]), (None, None))
        if name is None:
            return _below(front, _last_line(node), _begun(rest, entry, column))
        line, node = name.start_mark.line, child
        rest.pop(0)
    if isinstance(node, yaml.ScalarNode) and node.value == "":
        return _below(front, line, _begun(["", *rest], entry, column)[1:])
    if _is_empty(node):
        lines = front.split("\n")
        lines[line] = (lines[line][: node.start_mark.column].rstrip() + lines[line][node.end_mark.column :]).rstrip()
        return _below("\n".join(lines), line, _begun(["", *rest], entry, column)[1:])
    if rest or not isinstance(node, yaml.SequenceNode):
        return None
    if node.flow_style:
        end = _offset(front, node.end_mark) - 1
        return f"{front[:end].rstrip()}, {json.dumps(entry, ensure_ascii=False)}{front[end:]}"
    return _below(front, _last_line(node), _item(entry, node.start_mark.column))


def _begun(keys: Sequence[str], entry: Mapping[str, Any], column: int) -> list[str]:
    """Return the lines of a new list with one entry, below as many new groups as it needs."""
    head = [f"{' ' * column}{_INDENT * depth}{key}:" for depth, key in enumerate(keys)]
    return head + _item(entry, column + len(_INDENT) * len(keys))


def _item(entry: Mapping[str, Any], column: int) -> list[str]:
    lines = write.front_matter({"item": [dict(entry)]}).splitlines()[1:]
    return [f"{' ' * column}{line.removeprefix(_INDENT)}" for line in lines]


def _below(front: str, line: int, new: Sequence[str]) -> str:
    lines = front.split("\n")
    return "\n".join([*lines[: line + 1], *new, *lines[line + 1 :]])


def _last_line(node: Any) -> int:
    """Return the last line on which something of a node stands; the parser looks ahead over comments and blank lines."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last: Any = node.value[-1]
        name, child = last if isinstance(last, tuple) else (last, last)
        return max(int(name.start_mark.line), _last_line(child))
    end: Any = node.end_mark
    return int(end.line) - (1 if end.column == 0 and end.line > node.start_mark.line else 0)


def _is_empty(node: Any) -> bool:
    one_line = node.start_mark.line == node.end_mark.line
    return isinstance(node, yaml.CollectionNode) and not node.value and one_line


def _offset(text: str, mark: Any) -> int:
    return sum(len(line) + 1 for line in text.split("\n")[: mark.line]) + int(mark.column)


def _appended(values: Mapping[str, Any], keys: Sequence[str], entry: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the values as they are to be, None where something else already stands at `keys`."""
    first, *rest = keys
    inner = values.get(first)
    if rest:
        if inner is not None and not isinstance(inner, dict):
            return None
        below = _appended(inner or {}, rest, entry)
        return None if below is None else {**values, first: below}
    if inner is not None and not isinstance(inner, list):
        return None
    return {**values, first: [*(inner or []), dict(entry)]}
