"""The settings of a district, and any other YAML file beside its records."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.load.folder import AUSSEN, SETTINGS
from sozialraum.load.validate import Problems, validate
from sozialraum.model.handbuch import Bundesland, Handbuch
from sozialraum.source.text import lies_in, read_text
from sozialraum.source.yaml_text import Origin, comment_behind, locate, locate_key, parse

if TYPE_CHECKING:
    from pathlib import Path

    from sozialraum.model.part import Part

HANDBUCH = Rule(
    "handbuch_fehlt",
    Severity.FEHLER,
    "Die Einstellungen fehlen.\n\nIm Ordner `records/` liegt `handbuch.yml` mit Name, Gebiet und Bundesland. "
    "`sozialraum init` legt sie an.",
)

RULES = (HANDBUCH,)

P = TypeVar("P", bound="Part")


def read_settings(root: Path) -> tuple[Handbuch, list[Diagnostic]]:
    """Return the settings in `root`, or plausible ones where they cannot be read: for those who may see least."""
    fallback = Handbuch(
        name="Sozialraum-Handbuch", gebiet="Sozialraum", bundesland=Bundesland.SH, ausgabe=Sichtbarkeit.oeffentlich
    )
    if not (root / SETTINGS).is_file():
        remedy = "Mit `sozialraum init` anlegen: name, gebiet und bundesland genügen."
        return fallback, [
            HANDBUCH.at(Span(f"{root.name}/{SETTINGS}"), "Die Einstellungen (handbuch.yml) fehlen.", remedy)
        ]
    settings, found = read_part(Handbuch, root, SETTINGS)
    return settings or fallback, found


def read_part(model: type[P], root: Path, name: str) -> tuple[P | None, list[Diagnostic]]:
    """Return what a YAML file directly in `root` says, None where it cannot be read."""
    path = f"{root.name}/{name}"
    if not lies_in(root / name, root):
        return None, [
            AUSSEN.at(Span(path), "Die Datei ist eine Verknüpfung nach außen.", "Den Inhalt als eigene Datei ablegen.")
        ]
    text, found = read_text(root / name, path)
    values, more = parse(text, Origin(path)) if text is not None else (None, [])
    found += more
    if text is None or values is None:
        return None, found
    origin = Origin(path)
    problems = Problems(
        model,
        lambda keys: locate(text, origin, keys),
        lambda keys: locate_key(text, origin, keys),
        lambda keys: comment_behind(text, origin, keys),
    )
    part, more = validate(model, values, problems)
    return part, [*found, *more]
