"""The configuration of the forms, made from the model, the district's words and its settings. Nobody edits it.

Sveltia CMS and Decap CMS read the same collections, but for a few words. A consultation has a collection for each
variant, which asks only for what belongs to it. Collections that are hidden serve links alone.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.checks.consultation import kept
from sozialraum.editing.skeletons import BERATUNG, Phase
from sozialraum.forms.backend import backend
from sozialraum.forms.fields import EVERYTHING, TODAY, Asked, Words, form_fields
from sozialraum.model import RECORD_TYPES
from sozialraum.model.beratung import Beratung, Variante
from sozialraum.model.describe import Form, felder
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.site.form_editor import Program, program_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sozialraum.model.handbuch import Handbuch
    from sozialraum.model.record import Record
    from sozialraum.project import Project

FORMAT = "sozialraum"
"""Reads and writes records as `sozialraum format` does (npm/datensatz.js)."""
BODY = "body"
"""The name both programs give to the text below the front matter."""

SLUGS = {"protokolle": "{{fields.team}}-{{fields.datum}}"}
"""Folder → how a new record's file is called; by its title everywhere else."""
CONSULTATION = "beratung-{{{{fields.datum}}}}-{variante}"
"""How that of a consultation is called. The programs look for a name that is free among records of one variant only."""


class Dialect(NamedTuple):
    """Where the two programs differ."""

    unknown: frozenset[str]
    """Options that only the other program has; Sveltia warns about each."""
    instead: Mapping[str, Any]
    """Option → its value in this program, wherever it is set."""
    unseen: frozenset[str]
    """Options that it does not know of a hidden field; Decap would miss a value in it without."""
    groups_are_there: bool
    """Whether a group that nobody began counts as begun, and what it needs as missing."""


DIALECTS = {
    Program.SVELTIA: Dialect(
        frozenset({"options_length", "locale", "date_format", "time_format"}),
        {},
        frozenset({"hint", "required"}),
        groups_are_there=False,
    ),
    Program.DECAP: Dialect(
        frozenset({"dropdown_threshold", "output"}),
        {"value_field": "{{filename}}", "collapsed": True},
        frozenset(),
        groups_are_there=True,
    ),
}
"""Program → its dialect. Decap's slug has the folder in it where a collection has several; its file name has not."""

_HIDDEN: dict[str, Any] = {
    "hide": True,
    "create": False,
    "identifier_field": "titel",
    "fields": [
        {"name": "titel", "label": "Titel", "widget": "string"},
        {"name": "ordner", "label": "Ordner", "widget": "string", "required": False},
    ],
}


def configuration(project: Project) -> dict[str, Any]:
    """Return the whole configuration; {} for a district whose records lie on no forge."""
    settings = project.district.settings
    program = program_of(settings.ablage)
    if program is None:
        return {}
    places = {entry.id: entry.record.titel for entry, _record in project.district.of_type(Sozialraum)}
    words = Words(project.district.vokabular, places)
    whole = {
        "backend": backend(settings.ablage),
        "publish_mode": "editorial_workflow",
        "locale": "de",
        "app_title": f"{settings.name}: Redaktion",
        "media_folder": "docs/bilder",
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "collections": list(_collections(settings, words)),
    }
    return dict(_in(DIALECTS[program], whole))


def configuration_text(project: Project) -> str:
    """Return the configuration as it is written."""
    return json.dumps(configuration(project), ensure_ascii=False, indent=1) + "\n"


def left_out(variante: Variante) -> frozenset[str]:
    """Return what a consultation of one variant never asks for: what the skeletons ask for in others only."""
    others = _named(BERATUNG) - _named(phase for phase in BERATUNG if variante in phase.varianten)
    lists = {each.name for each in felder(Beratung) if each.form is Form.GRUPPEN}
    return frozenset(name for name in others if name.split(".")[0] not in lists)


def _named(phases: Iterable[Phase]) -> set[str]:
    """Return the fields of some phases, and the groups that hold them."""
    return {name for phase in phases for path in phase.felder for name in (path, path.split(".")[0])}


def _in(dialect: Dialect, value: Any) -> Any:
    """Return the same without what a program does not know, and with its own value for what it calls otherwise."""
    if isinstance(value, list):
        return [_in(dialect, each) for each in value]
    if not isinstance(value, dict):
        return value
    if dialect.groups_are_there and value.get("widget") == "object" and not value["required"]:
        value = value | {"fields": [_free(each) for each in value["fields"]]}
    unknown = dialect.unknown | (dialect.unseen if value.get("widget") == "hidden" else frozenset())
    known = {key: each for key, each in value.items() if key not in unknown}
    return {key: dialect.instead.get(key, _in(dialect, each)) if each else each for key, each in known.items()}


def _free(field: Asked) -> Asked:
    """Return a field that the form does not insist on; the check of the proposal does."""
    if not field.get("required"):
        return field
    return field | {"required": False, "hint": f"{field['hint']} Nötig, sobald in dieser Gruppe etwas steht."}


def _collections(settings: Handbuch, words: Words) -> Iterator[dict[str, Any]]:
    base = settings.ablage.ordner.strip("/")
    for ordner, model in RECORD_TYPES.items():
        if ordner != "beratungen":
            yield _collection(base, model, words)
            continue
        for variante in sorted(kept(settings)):
            yield _consultations(base, model, variante, words)
        yield {"name": ordner, "label": model.typ.mehrzahl, **_place(base, ordner), **_HIDDEN}
    everywhere = {**_place(base, ""), "path": "{{ordner}}/{{slug}}"}
    yield {"name": EVERYTHING, "label": "Alle Einträge", **everywhere, **_HIDDEN}


def _place(base: str, ordner: str) -> dict[str, Any]:
    return {"folder": f"{base}/{ordner}".strip("/"), "format": FORMAT}


def _collection(base: str, model: type[Record], words: Words, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    typ = model.typ
    return {
        "name": typ.ordner,
        "label": typ.mehrzahl,
        "label_singular": typ.einzahl,
        "description": (model.__doc__ or "").strip(),
        **_place(base, typ.ordner),
        "create": True,
        "delete": False,
        "identifier_field": "titel",
        "slug": SLUGS.get(typ.ordner, "{{titel}}"),
        "summary": "{{titel}}",
        "sortable_fields": ["titel", "angelegt_am"],
        "fields": [*map(_begun, form_fields(model, words, without)), _body(model)],
    }


def _consultations(base: str, model: type[Record], variante: Variante, words: Words) -> dict[str, Any]:
    collection = _collection(base, model, words, left_out(variante))
    fixed = {"name": "variante", "widget": "hidden", "default": str(variante)}
    return collection | {
        "name": f"{model.typ.ordner}-{variante}",
        "label": f"{model.typ.mehrzahl}: {variante.label}",
        "label_singular": f"{model.typ.einzahl} {variante.label}",
        "slug": CONSULTATION.format(variante=variante),
        "filter": {"field": "variante", "value": str(variante)},
        "fields": [fixed if each["name"] == "variante" else each for each in collection["fields"]],
    }


def _begun(field: Asked) -> Asked:
    """Fill in what nobody needs to be asked: the day, and how things stand at the beginning."""
    if field["name"] == "angelegt_am":
        return field | {"default": TODAY}
    if field["name"] == "status" and field["required"]:
        return field | {"default": field["options"][0]["value"]}
    return field


def _body(model: type[Record]) -> Asked:
    typ = model.typ
    return {
        "name": BODY,
        "label": typ.text_titel,
        "hint": "Freier Text in Markdown. Auf andere Einträge verweist ihre Kennung in doppelten eckigen Klammern.",
        "widget": "markdown",
        "modes": ["raw"],
        "required": typ.text == "pflicht",
    }
