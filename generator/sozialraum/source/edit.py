"""Changing some values of a front matter and leaving every other line as a person wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sozialraum.source.write import front_matter
from sozialraum.source.yaml_text import Origin, parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_KEY = re.compile(r"""(?:"([^"\n]+)"|'([^'\n]+)'|([^\s#"'\-][^\s:]*)) *:(?: |$)""")
"""The beginning of a block of the outermost mapping."""


def with_values(front: str, changes: Mapping[str, Any], order: Sequence[str]) -> str | None:
    """Return a front matter in which the outermost keys of `changes` have other values.

    A value is nested text as `front_matter` takes it; None takes the key away.
    A new key stands where `order`, the order of the model, wants it. Comments
    and the spelling of all other keys stay. None where the text is written in
    a way that leaves no safe place: the result must say what was said before
    and the changes, nothing else.
    """
    before = parse(front, Origin(""))[0]
    if before is None:
        return None
    after = _changed(front, changes, order)
    wanted = {name: value for name, value in {**before, **changes}.items() if value is not None}
    return after if parse(after, Origin("")) == (wanted, []) else None


def _changed(front: str, changes: Mapping[str, Any], order: Sequence[str]) -> str:
    blocks = _blocks(front)
    for key, value in changes.items():
        fresh = front_matter({key: value}) if value is not None else ""
        position = next((number for number, (name, _text) in enumerate(blocks) if name == key), None)
        if position is not None:
            blocks[position] = (key, _above(blocks[position][1]) + fresh)
        elif fresh:
            blocks.insert(_place(blocks, key, order), (key, fresh))
    return "".join(text for _name, text in blocks)


def _blocks(front: str) -> list[tuple[str, str]]:
    """Return the parts of a front matter: the key, its lines with the comments above it."""
    blocks: list[tuple[str, str]] = []
    waiting = ""
    for line in front.splitlines(keepends=True):
        key = _KEY.match(line)
        if key:
            blocks.append((key[1] or key[2] or key[3], waiting + line))
            waiting = ""
        elif line.startswith("#") or not line.strip():
            waiting += line
        elif blocks:
            name, text = blocks[-1]
            blocks[-1] = (name, text + waiting + line)
            waiting = ""
        else:
            waiting += line
    return [*blocks, ("", waiting)] if waiting else blocks


def _above(block: str) -> str:
    """Return the comments and blank lines above a key."""
    lines = block.splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if _KEY.match(line))
    return "".join(lines[:first])


def _place(blocks: Sequence[tuple[str, str]], key: str, order: Sequence[str]) -> int:
    """Return where a new key goes: behind the last key that comes before it in `order`."""
    before = set(order[: order.index(key)]) if key in order else {name for name, _text in blocks if name}
    positions = [number for number, (name, _text) in enumerate(blocks) if name in before]
    return positions[-1] + 1 if positions else 0
