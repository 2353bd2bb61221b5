"""The Kontaktspeicher: one YAML file per key person, outside the repository, joined by id.

What a file there says wrongly is told without quoting it: diagnostics end up in
logs, and these values must not.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span, raised
from sozialraum.load.validate import Problems, validate
from sozialraum.model.personenkontakt import Personenkontakt
from sozialraum.model.schluesselperson import Anzeige, Schluesselperson
from sozialraum.source.git import place_of
from sozialraum.source.text import read_text
from sozialraum.source.yaml_text import Origin, locate, locate_key, parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sozialraum.load.entries import District

IM_PROJEKT = Rule(
    "kontaktspeicher_im_projekt",
    Severity.FEHLER,
    "Der Kontaktspeicher liegt im Ordner des Handbuchs oder anderswo im selben git-Repository.\n\nNamen und Nummern von Menschen gehören nicht in git, denn "
    "dort bleiben sie in jeder älteren Fassung stehen. Der Speicher ist ein Ordner daneben, zum Beispiel "
    "`kontaktspeicher: ../kontakte`.",
)
OHNE_PERSON = Rule(
    "kontakt_ohne_person",
    Severity.WARNUNG,
    "Im Kontaktspeicher liegt eine Datei, zu der es keine Schlüsselperson mit Namen gibt.\n\nVielleicht wurde der "
    "Eintrag gelöscht oder auf die Funktion zurückgenommen. Dann wird auch diese Datei gelöscht.",
)
FEHLERHAFT = Rule(
    "kontakt_fehlerhaft",
    Severity.FEHLER,
    "Eine Datei im Kontaktspeicher ist nicht richtig geschrieben.\n\nEs gibt vier Angaben: `name`, `telefon`, `email`, `treffpunkt`. "
    "Was in der Datei steht, wird hier nicht wiederholt, damit es in keinem Protokoll landet.",
)

RULES = (IM_PROJEKT, OHNE_PERSON, FEHLERHAFT)

SHOWN = "kontaktspeicher"
"""The folder as diagnostics name it, wherever it really is."""


def with_contacts(district: District, root: Path) -> tuple[District, list[Diagnostic]]:
    """Return the district with the contacts of its key persons, as far as there is a store on this machine.

    Consent is not looked at here: `audience` decides what of it a build may know.
    """
    folder = contact_store(district, root)
    if folder is None or not folder.is_dir():
        return district, []
    project = _project_around(folder, root)
    if project:
        beside = os.path.relpath(project.parent / "kontakte", root.parent.resolve()).replace(os.sep, "/")
        remedy = f"Den Ordner neben das Projekt legen und in handbuch.yml eintragen: kontaktspeicher: {beside}"
        message = "Der Kontaktspeicher liegt im Projekt."
        return district, [IM_PROJEKT.at(Span(f"{root.name}/handbuch.yml"), message, remedy)]
    contacts, found = _read(folder)
    people = district.of_type(Schluesselperson)
    named = {entry.id for entry, person in people if person.anzeige is Anzeige.mit_namen}
    found += [_without_person(id_) for id_ in sorted(set(contacts) - named - _unread(district))]
    entries = tuple(
        replace(entry, kontakt=contacts[entry.id]) if entry.id in named and entry.id in contacts else entry
        for entry in district.entries
    )
    return replace(district, entries=entries), found


def _project_around(folder: Path, root: Path) -> Path | None:
    """Return the repository that holds the handbook, or the handbook's own folder, if the store lies in there."""
    here = place_of(root)
    projects = [each.resolve() for each in (*([here[0]] if here else []), root.parent)]
    return next((each for each in projects if folder.resolve().is_relative_to(each)), None)


def contact_store(district: District, root: Path) -> Path | None:
    """Return where the contacts lie, None where the district has no store."""
    written = district.settings.kontaktspeicher
    return root.parent / written if written else None


def _unread(district: District) -> set[str]:
    """Return the ids of key persons whose file is there, but no valid record: nobody knows how they are to be shown."""
    files = {id_ for id_, folder in district.files.items() if folder == "schluesselpersonen"}
    return files - {entry.id for entry in district.entries}


def _read(folder: Path) -> tuple[Mapping[str, Personenkontakt], list[Diagnostic]]:
    contacts: dict[str, Personenkontakt] = {}
    found: list[Diagnostic] = []
    for file in sorted(folder.glob("*.yml")):
        contact, problems = _read_one(file)
        found += [_unquoted(each) for each in problems]
        if contact:
            contacts[file.stem] = contact
    return contacts, found


def _read_one(file: Path) -> tuple[Personenkontakt | None, list[Diagnostic]]:
    path = f"{SHOWN}/{file.name}"
    text, found = read_text(file, path)
    origin = Origin(path)
    values, more = parse(text, origin) if text is not None else (None, [])
    if text is None or values is None:
        return None, [*found, *more]
    problems = Problems(
        Personenkontakt, lambda keys: locate(text, origin, keys), lambda keys: locate_key(text, origin, keys)
    )
    contact, wrong = validate(Personenkontakt, values, problems)
    return contact, [*found, *more, *wrong]


def _unquoted(problem: Diagnostic) -> Diagnostic:
    """Return the same place without a word of what stands there; what does no harm says nothing of it anyway."""
    if problem.severity is Severity.HINWEIS:
        return problem
    remedy = "Richtig sind die Zeilen name: …, telefon: 030 23125 117, email: info@example.org."
    span = Span(problem.span.path, problem.span.line)
    return raised(FEHLERHAFT.at(span, "Hier stimmt etwas nicht.", remedy), problem.severity)


def _without_person(id_: str) -> Diagnostic:
    message = "Zu dieser Datei gibt es keine Schlüsselperson, die mit Namen erscheint."
    return OHNE_PERSON.at(Span(f"{SHOWN}/{id_}.yml"), message, "Die Datei löschen, wenn der Eintrag nicht wiederkommt.")
