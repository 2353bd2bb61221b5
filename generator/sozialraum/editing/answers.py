"""What a person typed for one field: text to value, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sozialraum.diagnostics import Span
from sozialraum.load.validate import Problems, validate
from sozialraum.load.words import unknown_words
from sozialraum.model.describe import Feld, Form, felder, fields_by_name
from sozialraum.source.write import nested
from sozialraum.vocabulary import Vokabular, default_vocabulary

if TYPE_CHECKING:
    from pydantic import BaseModel

    from sozialraum.source.yaml_text import Values

Given = Mapping[str, str | Sequence[str]]
"""Field name → what was typed; `kontakt.telefon` for a field in a group, several texts for a repeated one."""


def values_of(model: type[BaseModel], given: Given) -> Values:
    """Return what was typed as a record would hold it, in the order of the model.

    The group of a field may be left out where no other field is called so:
    `telefon` is `kontakt.telefon`. Unknown names are kept, so that the
    validation can say what was meant.
    """
    order = {name: position for position, name in enumerate(fields_by_name(model))}
    named = {_in_full(model, name): written for name, written in given.items() if not is_blank(written)}
    names = sorted(named, key=lambda name: order.get(name, len(order)))
    return _with_lists(model, nested({name: _value(model, name, named[name]) for name in names}))


def _in_full(model: type[BaseModel], name: str) -> str:
    """Return the name of a field with that of its group, where only one field of a group is called so."""
    fields = fields_by_name(model)
    inside = [each for each in fields if each.endswith(f".{name}")] if name not in fields else []
    return inside[0] if len(inside) == 1 else name


def is_blank(written: str | Sequence[str]) -> bool:
    """Whether nothing was typed."""
    return not "".join(written).strip()


def complaint(
    model: type[BaseModel], name: str, written: str | Sequence[str], vokabular: Vokabular | None = None
) -> str | None:
    """Return what is wrong with one answer and how to mend it, None where it is right.

    The sentences are those of `sozialraum check`; whatever else the record
    still lacks is not mentioned.
    """
    field = fields_by_name(model).get(name)
    if is_blank(written):
        return f"Diese Angabe wird gebraucht. {field.hilfe if field else ''}".strip()
    values = values_of(model, {name: written})
    problems = Problems(model, _name_as_place, _name_as_place)
    _record, found = validate(model, values, problems)
    for each in (*found, *unknown_words(problems, values, vokabular or default_vocabulary(), found)):
        if each.span.path == name or each.span.path.startswith(f"{name}."):
            return f"{each.message} {each.remedy}".strip()
    return None


def _name_as_place(keys: Sequence[str | int]) -> Span:
    """Return a place whose path is the field's name: a single answer stands in no file."""
    return Span(".".join(key for key in keys if isinstance(key, str)))


def _value(model: type[BaseModel], name: str, written: str | Sequence[str]) -> Any:
    field = fields_by_name(model).get(name)
    if field and field.form is Form.LISTE:
        return _listed(field, written)
    if isinstance(written, str):
        return written.strip()
    return written[0] if len(written) == 1 else list(written)


def _listed(field: Feld, written: str | Sequence[str]) -> list[str]:
    """Take a list apart at its commas, but not sentences that were typed one by one."""
    texts = [written] if isinstance(written, str) else list(written)
    if len(texts) > 1 and not (field.choice or field.woerter or field.ziel):
        return [text.strip() for text in texts if text.strip()]
    return [part.strip() for text in texts for part in text.split(",") if part.strip()]


def _with_lists(model: type[BaseModel], values: Values) -> Values:
    """Put a group into a list where the model has a list of groups."""
    for each in felder(model):
        group = values.get(each.name)
        if each.part and isinstance(group, dict):
            inner = _with_lists(each.part, group)
            values[each.name] = [inner] if each.form is Form.GRUPPEN else inner
    return values
