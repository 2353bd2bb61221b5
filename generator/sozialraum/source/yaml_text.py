"""YAML to text: every scalar stays what was typed, every value knows its place.

Plain YAML turns `01067` into 567, `10:30` into 630 and `NO` into False. Here
only the parser of YAML is used, never its resolver: scalars are text until the
model decides. Anchors, aliases, tags, merge keys, duplicate keys and several
documents are refused, since none of them is visible to a person who reads the
record.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import is_
from typing import TYPE_CHECKING, Any

import yaml

from sozialraum.diagnostics import MOST_OF_ONE_TEXT, Diagnostic, Span
from sozialraum.source.plain_yaml import plain_values
from sozialraum.source.yaml_problems import (
    DOPPELT,
    FORM,
    SYNTAX,
    explained,
    merge_key,
    no_space,
    no_word,
    special_sign,
    too_deep,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def _parser() -> Any:
    """Return libyaml's parser without a resolver, which would take half of the time to find no tag."""
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]  # not in the stubs
    except ImportError:  # pragma: no cover - PyYAML without libyaml: slower and otherwise the same
        return yaml.BaseLoader

    class Parser(CParser):
        ascend_resolver = staticmethod(tuple)
        descend_resolver = staticmethod(is_)

        def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
            return ""

        def dispose(self) -> None:
            """Do nothing: a parser of a string holds nothing open."""

    return Parser


_Loader = _parser()

Values = dict[str, Any]
"""Nested dict and list of str, as written."""

MAX_DEPTH = 20
"""Records nest four levels at most; more is a slip or an attack."""
_FAR_ENOUGH = 50_000
"""Characters in which nesting that stops the parser has long gone too deep."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a piece of YAML begins in its file: name, line of its first line."""

    path: str
    line: int = 1

    def span(self, node: yaml.Node) -> Span:
        """Return the place of a node."""
        start, end = node.start_mark, node.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return self.at(start, max(1, length))

    def at(self, mark: yaml.Mark, length: int = 1) -> Span:
        """Return the place of a mark of the parser."""
        return Span(self.path, self.line + mark.line, mark.column + 1, length)


def parse(text: str, origin: Origin, *, keep_empty: bool = False) -> tuple[Values | None, list[Diagnostic]]:
    """Return the values of a YAML mapping, all scalars as text.

    Keys without a value are left out: `kontakt:` alone says nothing, nor does a
    group whose every key is empty, or a list of such groups. `[]` and `{}` are
    said on purpose and stay. With `keep_empty` all of them are kept.
    """
    plain = None if keep_empty else plain_values(text)  # which forgets empty keys
    if plain:
        return plain, []
    try:
        node = yaml.compose(text, _Loader)
    except (yaml.YAMLError, RecursionError) as error:
        deep = _too_deep_at(text, origin)
        return None, [too_deep(deep) if deep else explained(error, text, origin)]
    if not isinstance(node, yaml.MappingNode):
        span, what = Span(origin.path, origin.line, 1), "Der Kopf" if origin.line > 1 else "Die Datei"
        return None, [FORM.at(span, f"{what} enthält keine Angaben.", "Auf jede Zeile gehört eine: schluessel: wert.")]
    found = [*islice(_special_forms(text, origin), MOST_OF_ONE_TEXT)] if any(sign in text for sign in "&!*") else []
    if found:
        return None, found
    values = _mapping(node, 0, _Reading(origin, found, keep_empty))
    return (None if any(each.code == SYNTAX.code for each in found) else values), found


@lru_cache(maxsize=2)
def compose(text: str) -> Any:
    """Return the nodes of YAML that `parse` could read. Nobody may change them: several places are wanted of one text."""
    return yaml.compose(text, _Loader)


def locate(text: str, origin: Origin, keys: Sequence[str | int]) -> Span:
    """Return the place of the value at `keys`, or of the nearest thing that exists.

    Parses again: places are only needed where something is wrong, and keeping
    them for every record would cost more memory than the records themselves.
    """
    node: Any = compose(text)
    for key in keys:
        child = _child(node, key)
        if child is None:
            break
        node = child
    if node.start_mark.line == 0 == node.start_mark.column and isinstance(node, yaml.MappingNode):
        return Span(origin.path, origin.line, 1)
    return origin.span(node)


def locate_key(text: str, origin: Origin, keys: Sequence[str | int]) -> Span:
    """Return the place of the last key itself rather than of its value."""
    node: Any = compose(text)
    for key in keys[:-1]:
        node = _child(node, key) or node
    if isinstance(node, yaml.MappingNode):
        for name, _value in node.value:
            if name.value == keys[-1]:
                return origin.span(name)
    return origin.span(node)


def locate_gap(text: str, origin: Origin, keys: Sequence[str | int], before: Sequence[str]) -> Span:
    """Return the place of the last key where it stands without a value, else of the last of `before` that is there."""
    node: Any = compose(text)
    for key in keys[:-1]:
        node = _child(node, key) or node
    if isinstance(node, yaml.MappingNode):
        names = {name.value: name for name, _value in node.value}
        for candidate in (keys[-1], *reversed(before)):
            if candidate in names:
                return origin.span(names[candidate])
    return locate_key(text, origin, keys[:-1]) if keys[:-1] else Span(origin.path, origin.line)


def comment_behind(text: str, origin: Origin, keys: Sequence[str | int]) -> str:
    """Return the comment that stands where the last of `keys` would have its value, "" where there is none."""
    key = locate_key(text, origin, keys)
    line = text.split("\n")[key.line - origin.line]
    comment = line[key.column - 1 + key.length :].partition(":")[2].strip()
    return comment if comment.startswith("#") else ""


def _child(node: Any, key: str | int) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key]
    return None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one reading carries along: where it is, what it found, whether keys without a value stay."""

    origin: Origin
    found: list[Diagnostic]
    keep_empty: bool


def _plain(node: Any, depth: int, reading: _Reading) -> Any:
    kind = node.id
    if kind == "scalar":
        return node.value
    if depth > MAX_DEPTH:
        if len(reading.found) < MOST_OF_ONE_TEXT:
            reading.found.append(too_deep(reading.origin.span(node)))
        return ""
    if kind == "sequence":
        return [_plain(child, depth + 1, reading) for child in node.value]
    return _mapping(node, depth, reading)


def _mapping(node: yaml.MappingNode, depth: int, reading: _Reading) -> Values:
    values: Values = {}
    seen = set()
    for name, child in node.value:
        key = name.value
        refused = _refused(name, reading.origin)
        if refused:
            reading.found.append(refused)
            continue
        if key in seen and len(reading.found) >= MOST_OF_ONE_TEXT:
            continue
        if key in seen:
            message = f"Die Angabe „{key}“ kommt zweimal vor."
            reading.found.append(DOPPELT.at(reading.origin.span(name), message, "Eine der beiden Zeilen löschen."))
            continue
        seen.add(key)
        value = child.value if child.id == "scalar" else _plain(child, depth + 1, reading)
        if not reading.keep_empty and (value == "" or (_may_be_blank(value) and _is_blank(child))):
            continue
        values[key] = value
    return values


def _refused(name: Any, origin: Origin) -> Diagnostic | None:
    """Return what is said about a key that may not be one."""
    if name.id != "scalar":
        return no_word(origin.span(name))
    if name.value == "<<":
        return merge_key(origin.span(name))
    return None if name.value.isascii() else no_space(name.value, origin.span(name))


def _may_be_blank(value: Any) -> bool:
    return not value or (isinstance(value, list) and value[0] in ("", {}, []))


def _is_blank(node: Any, depth: int = 0) -> bool:
    """Whether a group, or a list of groups, has keys and not one value; what is nested too deep is not looked into."""
    if depth > MAX_DEPTH:
        return False
    if node.id == "mapping":
        return bool(node.value) and all(_is_blank(child, depth + 1) or child.value == "" for _name, child in node.value)
    return node.id == "sequence" and bool(node.value) and all(_is_blank(child, depth + 1) for child in node.value)


def _special_forms(text: str, origin: Origin) -> Iterator[Diagnostic]:
    for token in yaml.scan(text, yaml.CLoader if hasattr(yaml, "CLoader") else yaml.Loader):
        if isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken):
            sign = {"<anchor>": "&", "<alias>": "*", "<tag>": "!"}[token.id]
            yield special_sign(sign, origin.at(token.start_mark))


def _too_deep_at(text: str, origin: Origin) -> Span | None:
    """Return where nesting first goes too deep, None where it does not.

    The fast parser gives up at a depth of its own, and reads ahead; this one does neither.
    """
    depth = 0
    try:
        for event in yaml.parse(text[:_FAR_ENOUGH], yaml.BaseLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                mark: Any = event.start_mark
                if depth > MAX_DEPTH:
                    return origin.at(mark)
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return None
    return None
