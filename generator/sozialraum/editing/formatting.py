"""One form for every record: what a record says stays, how it is written becomes what `new` writes.

Keys stand in the order of the model, a value has quotes only where it needs
them, nothing is wrapped, characters are composed (NFC), lines end with LF, the
file with one. Comments stay with what they stand before; the text below the
front matter stays as it is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sozialraum.diagnostics import Severity
from sozialraum.load.folder import SETTINGS, find_files
from sozialraum.load.validate import Problems, validate
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import felder
from sozialraum.model.handbuch import Handbuch
from sozialraum.source.comments import comments_of
from sozialraum.source.document import split
from sozialraum.source.replace import replace_file
from sozialraum.source.text import lies_in, read_text
from sozialraum.source.write import front_matter
from sozialraum.source.yaml_text import Origin, comment_behind, locate, locate_key, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from sozialraum.diagnostics import Diagnostic
    from sozialraum.source.yaml_text import Values


@dataclass(frozen=True, slots=True)
class Formatted:
    """One file in its one form; `text` is None where it cannot be read without a Fehler."""

    path: str
    """Relative to the folder above `records/`."""
    text: str | None
    changed: bool
    diagnostics: Sequence[Diagnostic] = ()


def formatted_files(root: Path, paths: Sequence[Path] = ()) -> Iterator[Formatted]:
    """Yield the settings and every record below `root`, or those that lie in `paths`. Nothing is written."""
    models: dict[str, type[BaseModel]] = {f"{root.name}/{SETTINGS}": Handbuch}
    models |= {file.path: RECORD_TYPES[file.ordner] for file in find_files(root)[0].records if file.ordner}
    wanted = [path.resolve() for path in paths]
    for path, model in models.items():
        file = root.parent / path
        if wanted and not any(file.resolve().is_relative_to(each) for each in wanted):
            continue
        if file.is_file() and lies_in(file, root):
            yield _formatted_file(file, path, model)


def write_formatted(root: Path, formatted: Formatted) -> None:
    """Put the text into its place in a single step: whoever reads sees the old file or the new one."""
    if formatted.text is None:
        return
    replace_file(root.parent / formatted.path, formatted.text.encode())


def formatted_text(text: str, path: str, model: type[BaseModel]) -> tuple[str | None, list[Diagnostic]]:
    """Return a file's text in its one form, or None and why it must stay as it is.

    A file whose name does not end in `.md` is all YAML, as handbuch.yml is.
    """
    composed = unicodedata.normalize("NFC", text)
    if not path.endswith(".md"):
        return _formatted_yaml(composed, Origin(path), model)
    document, found = split(composed, path)
    if document is None:
        return None, found
    front, found = _formatted_yaml(document.front, Origin(path, 2), model)
    if front is None:
        return None, found
    body = document.body
    return f"---\n{front}---\n{body}{'' if body.endswith(chr(10)) or not body else chr(10)}", []


def in_order_of(model: type[BaseModel], values: Values) -> Values:
    """Return the values with their keys as the model has them, also within groups."""
    ordered: Values = {}
    for each in felder(model):
        if each.name in values:
            value = values[each.name]
            ordered[each.name] = _group(each.part, value) if each.part else value
    return ordered


def _formatted_file(file: Path, path: str, model: type[BaseModel]) -> Formatted:
    text, found = read_text(file, path)
    if text is None:
        return Formatted(path, None, changed=False, diagnostics=found)
    formatted, more = formatted_text(text, path, model)
    if formatted is None:
        return Formatted(path, None, changed=False, diagnostics=more)
    return Formatted(path, formatted, changed=bool(found) or formatted != text)


def _formatted_yaml(text: str, origin: Origin, model: type[BaseModel]) -> tuple[str | None, list[Diagnostic]]:
    values, found = parse(text, origin, keep_empty=True)
    if values is None:
        return None, found
    problems = Problems(
        model,
        lambda keys: locate(text, origin, keys),
        lambda keys: locate_key(text, origin, keys),
        lambda keys: comment_behind(text, origin, keys),
    )
    filled = (parse(text, origin)[0] or {}) if _has_gaps(values) else values
    _record, more = validate(model, filled, problems)
    found += more
    if any(each.severity is Severity.FEHLER for each in found):
        return None, found
    front = front_matter(in_order_of(model, values), comments_of(text))
    if unicodedata.is_normalized("NFC", front):
        return front, found
    return _formatted_yaml(unicodedata.normalize("NFC", front), origin, model)  # "\u0308" was more to compose


def _group(part: type[BaseModel], value: Any) -> Any:
    if isinstance(value, dict):
        return in_order_of(part, value)
    return [_group(part, each) for each in value] if isinstance(value, list) else value


def _has_gaps(value: Any) -> bool:
    """Whether a key, or a list within, stands there without a value: `parse` alone knows which of them say nothing."""
    if isinstance(value, dict):
        return not value or any(map(_has_gaps, value.values()))
    return not value or (isinstance(value, list) and any(map(_has_gaps, value)))
