"""JSON Schema (draft 2020-12) of every record type and of handbuch.yml, made from the model.

Editors and programs read plain YAML, which takes `24941` for a number and
`kontakt:` for null, where this generator reads text and nothing. A schema
therefore allows both; what a text must look like counts for texts only. What
no schema can say is in BEYOND.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sozialraum.editing.questions import vocabulary_of
from sozialraum.fields.contact import FORGE_GROUP
from sozialraum.fields.text import MAX_LINE, MAX_MONTHS, MAX_TITLE
from sozialraum.fields.tiles import MOST_ZOOM
from sozialraum.load.folder import SETTINGS
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import Feld, Form, felder
from sozialraum.model.handbuch import Handbuch
from sozialraum.source.replace import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from sozialraum.vocabulary import Vokabular

FOLDER = ".schema"
"""Where schemas lie in a district's repository, beside `records/`."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_SLUG = r"^\s*[a-z0-9]+(?:-[a-z0-9]+)*\s*$"
_SCALAR = ["string", "number", "boolean"]
_DEGREES = (
    r"^\s*-?(?:0?[0-8]?[0-9](?:\.[0-9]+)?|0?90(?:\.0+)?)\s*,"
    r"\s*-?(?:(?:0?[0-9]?[0-9]|1[0-7][0-9])(?:\.[0-9]+)?|180(?:\.0+)?)\s*$"
)
_NO_SPACE = r'[^\s<>"\\^`{|}]'
_URL = (
    rf"^\s*(?:[hH][tT][tT][pP][sS]?://(?![/?#]){_NO_SPACE}+"
    rf"|(?:[mM][aA][iI][lL][tT][oO]|[tT][eE][lL]):(?![?#]){_NO_SPACE}+)\s*$"
)
_TILES = r"^\s*(?=[^{]*\{[xyz]\}[^{]*\{[xyz]\}[^{]*\{[xyz]\}[^{]*$)(?=.*\{x\})(?=.*\{y\})(?=.*\{z\})(?![\w+.-]+:(?!//)|/)\S+\s*$"
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_MAIL = rf"^\s*{_ATOM}(?:\.{_ATOM})*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?\.)+[A-Za-z]{{2,63}}\s*$"


def _line(most: int) -> dict[str, Any]:
    """Return one line of at most `most` characters between its spaces."""
    return {"type": _SCALAR, "pattern": rf"^\s*\S(?:[^\n\r]{{0,{most - 2}}}\S)?\s*$"}


KINDS: dict[str, dict[str, Any]] = {
    "Titel": _line(MAX_TITLE),
    "Zeile": _line(MAX_LINE),
    "Text": {"type": _SCALAR},
    "Zahl": {"type": ["string", "integer"], "pattern": r"^\s*[0-9]{1,9}\s*$", "minimum": 0, "maximum": 999_999_999},
    "Monate": {
        "type": ["string", "integer"],
        "pattern": r"^\s*0*(?:[1-9]|[1-9][0-9]|1[0-9][0-9]|2[0-3][0-9]|240)\s*$",
        "minimum": 1,
        "maximum": MAX_MONTHS,
    },
    "Datum": {"type": "string", "format": "date", "pattern": r"^(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"},
    "Telefon": {"type": ["string", "integer"], "pattern": "[0-9]"},
    "Mailadresse": {"type": "string", "pattern": _MAIL},
    "Webadresse": {"type": "string", "pattern": _URL, "maxLength": 2000},
    "Sprache": {"type": "string", "minLength": 2},
    "Postleitzahl": {"type": ["string", "integer"], "pattern": r"^\s*[0-9]{5}\s*$", "minimum": 0, "maximum": 99_999},
    "Koordinaten": {"type": "string", "pattern": _DEGREES},
    "Zeiten": {"type": "string", "minLength": 1},
    "Gruppe der Plattform": {"type": "string", "pattern": rf"^\s*{FORGE_GROUP}\s*$"},
    "Kartenbilder": {"type": "string", "pattern": _TILES, "maxLength": 2000},
    "Zoomstufe": {
        "type": ["string", "integer"],
        "pattern": r"^\s*0*(?:[1-9]|1[0-9]|2[0-2])\s*$",
        "minimum": 1,
        "maximum": MOST_ZOOM,
    },
    "Muster": {"type": "string", "minLength": 1},
    "Verweis": {"type": ["string", "integer"], "pattern": _SLUG},
}
"""Kind of value → what a schema can say of it, any scalar where it is not named.

Choices, words and groups are said by the field itself.
"""

BEYOND = {
    "keine_telefonnummer": "Welche Vorwahlen es gibt, steht in einem Verzeichnis.",
    "keine_sprache": "Welche Kürzel Sprachen sind, steht in einem Verzeichnis.",
    "keine_zeiten": "Öffnungszeiten haben eine eigene Schreibweise.",
    "muster_ungeeignet": "Ob ein Muster zu viel trifft, zeigt sich erst beim Ausprobieren.",
    "keine_flaeche": "Flächen stehen in eigenen Dateien (GeoJSON).",
    "steuerzeichen": "Unsichtbare Zeichen findet schon, wer die Datei liest.",
    "richtungszeichen": "Unsichtbare Zeichen findet schon, wer die Datei liest.",
}
"""Rule about the values of one record → why no schema tells. All other such rules a schema tells as well.

What goes beyond one record (links, reviews, consents) and what comes before its values (YAML, file names, the body)
no schema of values can know at all.
"""


def schemas(root: Path | None = None) -> dict[str, dict[str, Any]]:
    """Return file name → schema, with the words of the district `root`."""
    vokabular = vocabulary_of(root)
    found = {f"{ordner}.json": _schema(model, ordner, vokabular) for ordner, model in RECORD_TYPES.items()}
    return {**found, f"{Path(SETTINGS).stem}.json": _schema(Handbuch, Path(SETTINGS).stem, vokabular)}


def schema_texts(root: Path | None = None) -> dict[str, str]:
    """Return file name → text as it is written."""
    return {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas(root).items()}


def write_schemas(folder: Path, root: Path | None = None) -> list[Path]:
    """Write every schema that is not there as it should be, and return the files written."""
    stale = stale_schemas(folder, root)
    folder.mkdir(parents=True, exist_ok=True)
    texts = schema_texts(root)
    for file in stale:
        replace_file(file, texts[file.name].encode())
    return stale


def stale_schemas(folder: Path, root: Path | None = None) -> list[Path]:
    """Return the files that are missing or no longer what the model says."""
    wanted = {folder / name: text.encode() for name, text in schema_texts(root).items()}
    return [file for file, text in wanted.items() if not file.is_file() or file.read_bytes() != text]


def _schema(model: type[BaseModel], name: str, vokabular: Vokabular) -> dict[str, Any]:
    parts = dict.fromkeys(_parts(model))
    typ = getattr(model, "typ", None)
    return {
        "$schema": DRAFT,
        "$id": f"urn:sozialraum-handbuch:{name}",
        "title": typ.einzahl if typ else "Einstellungen",
        **_object(model, vokabular),
        "$defs": {part.__name__: _object(part, vokabular) for part in parts},
    }


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for each in felder(model):
        if each.part:
            yield each.part
            yield from _parts(each.part)


def _object(model: type[BaseModel], vokabular: Vokabular) -> dict[str, Any]:
    fields = felder(model)
    return {
        "description": (model.__doc__ or "").strip(),
        "type": "object",
        "properties": {each.name: _field(each, vokabular) for each in fields},
        "required": [each.name for each in fields if each.pflicht],
        "additionalProperties": False,
    }


def _field(field: Feld, vokabular: Vokabular) -> dict[str, Any]:
    value = _value(field, vokabular)
    if field.form in (Form.LISTE, Form.GRUPPEN):
        value = {"type": "array", "items": value} | ({"minItems": 1} if field.pflicht else {})
    described = {"title": field.angabe.label, "description": _help(field, vokabular)}
    return described | (value if field.pflicht else {"anyOf": [value, {"type": "null"}]})


def _value(field: Feld, vokabular: Vokabular) -> dict[str, Any]:
    if field.part:
        return {"$ref": f"#/$defs/{field.part.__name__}"}
    if field.choice:
        return {"enum": [str(option) for option in field.choice]}
    if field.woerter:
        return {"enum": list(vokabular.woerter[field.woerter.vokabular])}
    return KINDS.get(field.kind.name, {"type": _SCALAR})


def _help(field: Feld, vokabular: Vokabular) -> str:
    """Return the help of a field, and what the words to choose from mean."""
    words: dict[str, str] = {}
    if field.choice:
        words = {str(option): option.label for option in field.choice}
    elif field.woerter:
        words = {word.code: word.name for word in vokabular.woerter[field.woerter.vokabular].values()}
    meaning = [f"{code}: {label}" for code, label in words.items() if code != label]
    example = f"Zum Beispiel: {field.beispiel}" if field.beispiel and not words and not field.part else ""
    return "\n".join(part for part in (field.hilfe, *meaning, example) if part)
