"""What the form editor asks for each field of the model, as data that both Sveltia CMS and Decap CMS understand.

Every value is text and every field is declared, so that what a form leaves alone stays as it is. Coordinates are text
as well, chosen on a map of our own (npm/koordinaten.js): the programs' map widgets store a GeoJSON object in a string,
and load their map from other people's servers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.fields.choice import Choice
from sozialraum.fields.data_rules import DATA_RULES, DataRule
from sozialraum.fields.link import ALL_PLACES, LANDKREISWEIT
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import Feld, Form, felder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

    from sozialraum.fields.link import Ziel
    from sozialraum.vocabulary import Vokabular

Asked = dict[str, Any]
"""One field of a form, in the words of the CMS."""

TODAY = "{{now}}"
"""Becomes the day on which a form is opened."""
UNLESS_EMPTY = "auto"
"""Groups are folded in where they hold something, so that a form stays short."""
EVERYTHING = "alle"
"""The collection of all records, for links that may point into several folders."""
MOST_FOUND = 200
"""How many records a search for a link shows; Decap stops at 20 otherwise."""

WIDGETS: dict[str, Asked] = {
    "Text": {"widget": "text"},
    "Datum": {
        "widget": "datetime",
        "type": "date",
        "format": "YYYY-MM-DD",
        "date_format": "YYYY-MM-DD",
        "time_format": False,
    },
    "Koordinaten": {"widget": "koordinaten"},
}
"""Kind of value → its widget, a single line for all others."""
HIDDEN = ("geprueft.nachweis",)
"""Fields that no person writes, by their path: a form hands them on as they are."""
PICKED = ("Datum",)
"""Kinds whose widget lets nothing wrong be written."""

PLAIN = ("Titel", "Zeile", "Text", "Zahl", "Monate", "Datum")
"""Kinds whose own example says nothing about a field."""


class Words(NamedTuple):
    """What a district can choose from."""

    vokabular: Vokabular
    orte: Mapping[str, str]
    """Id → title of its Sozialräume, as far as this audience may know them."""


def form_fields(model: type[BaseModel], words: Words, without: frozenset[str] = frozenset()) -> list[Asked]:
    """Return the fields of a type in the order of the model, those named in `without` (`rollen.lebenswelt`) left out."""
    return [_asked(each, words, without, each.name) for each in felder(model) if each.name not in without]


def _asked(field: Feld, words: Words, without: frozenset[str], path: str) -> Asked:
    told = {"name": field.name, "label": field.angabe.label, "hint": _hint(field), "required": field.pflicht}
    if path in HIDDEN:
        return told | {"widget": "hidden"}
    return told | (_group(field, field.part, words, (path, without)) if field.part else _value(field, words))


def _group(field: Feld, part: type[BaseModel], words: Words, asked: tuple[str, frozenset[str]]) -> Asked:
    path, without = asked
    paths = {f"{path}.{each.name}": each for each in felder(part)}
    inner = [_asked(each, words, without, name) for name, each in paths.items() if name not in without]
    if field.form is Form.GRUPPE:
        begun = [_with_default(each, part) for each in inner] if field.pflicht else inner
        return {"widget": "object", "fields": begun, "collapsed": False if field.pflicht else UNLESS_EMPTY}
    shown = {
        "collapsed": UNLESS_EMPTY,
        "label_singular": field.angabe.label,
        "summary": f"{{{{fields.{inner[0]['name']}}}}}",
    }
    return {"widget": "list", "fields": inner, **shown}


def _with_default(asked: Asked, part: type[BaseModel]) -> Asked:
    """Let a group that must be there say something from the beginning, where the model knows what."""
    default = part.model_fields[asked["name"]].default
    return asked | {"default": str(default)} if isinstance(default, Choice) else asked


def _value(field: Feld, words: Words) -> Asked:
    many = field.form is Form.LISTE
    if field.ziel:
        return _link(field.ziel, words, many=many)
    if options := _options(field, words):
        return _chosen(options, many=many)
    if many:
        inner = {"name": "eintrag", "label": field.angabe.label, "required": True, **_written(field)}
        return {"widget": "list", "field": inner, "label_singular": field.angabe.label}
    return _written(field)


def _options(field: Feld, words: Words) -> list[tuple[str, str]]:
    """Return code and label of what can be chosen, nothing where anything may be written."""
    if field.choice:
        return [(str(each), each.label) for each in field.choice]
    if field.woerter:
        return [(code, word.name) for code, word in words.vokabular.woerter[field.woerter.vokabular].items()]
    return []


def _link(ziel: Ziel, words: Words, *, many: bool) -> Asked:
    """Return a search among records; places are a list, because `landkreisweit` is no record."""
    if many and ziel.may_be_everywhere:
        return _chosen([(LANDKREISWEIT, ALL_PLACES), *words.orte.items()], many=True)
    collection = ziel.ordner[0] if len(ziel.ordner) == 1 else EVERYTHING
    return {
        "widget": "relation",
        "collection": collection,
        "value_field": "{{slug}}",
        "display_fields": ["titel"],
        "search_fields": ["titel"],
        "multiple": many,
        "options_length": MOST_FOUND,
        "dropdown_threshold": 0,
    }


def _chosen(options: list[tuple[str, str]], *, many: bool) -> Asked:
    return {
        "widget": "select",
        "multiple": many,
        "options": [{"label": label, "value": code} for code, label in options],
    }


def _written(field: Feld) -> Asked:
    kind = field.kind.name
    rule = DATA_RULES.get(kind)
    checked = _pattern(rule) if rule and kind not in PICKED else []
    return WIDGETS.get(kind, {"widget": "string"}) | ({"pattern": checked} if checked else {})


def _pattern(rule: DataRule) -> list[str]:
    if rule.muster:
        return [rule.muster, rule.satz]
    return [f"^.{{1,{rule.hoechstens}}}$", f"Höchstens {rule.hoechstens} Zeichen."] if rule.hoechstens else []


def _hint(field: Feld) -> str:
    return " ".join(_help(field)).replace("`", "")


def _help(field: Feld) -> Iterator[str]:
    if field.hilfe:
        yield field.hilfe
    if field.angabe.pflicht_ab:
        yield f"Nötig ab dem Status {field.angabe.pflicht_ab}."
    if field.ziel and len(field.ziel.ordner) > 1:
        yield f"Aus: {', '.join(RECORD_TYPES[ordner].typ.mehrzahl for ordner in field.ziel.ordner)}."
    example = field.angabe.beispiel or (field.kind.example if field.kind.name not in PLAIN else "")
    chosen = field.choice or field.woerter or field.ziel or field.part
    if example and not chosen and example not in field.hilfe:
        yield f"Zum Beispiel: {example}"
