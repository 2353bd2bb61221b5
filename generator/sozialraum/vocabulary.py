"""The controlled words: Themen, Formate, Rollen.

The package ships good defaults as YAML; a district's `records/vokabular/*.yml`
extends or overrides them by key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sozialraum.diagnostics import MOST_OF_ONE_TEXT, Diagnostic, Rule, Severity, Span, errors_in
from sozialraum.source.text import UNWANTED, lies_in, read_text
from sozialraum.source.yaml_text import Origin, locate_key, parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VOCABULARIES = ("themen", "formate", "rollen")
"""File names (without .yml) of the vocabularies a district may extend."""
SEARCH_WORDS = ("synonyme", "kuerzel", "notfall")
"""The same for what `thesaurus` reads."""
WORDING = "sprache"
"""The same for what `wording` reads."""
FILES = (*VOCABULARIES, *SEARCH_WORDS, WORDING)
"""All of them."""

WORT = Rule(
    "unbekanntes_wort",
    Severity.FEHLER,
    "Dieses Wort steht nicht im Vokabular.\n\nThemen, Formate und Rollen werden überall gleich geschrieben, damit "
    "man sie findet. Die erlaubten Wörter stehen auf der Seite „Alle Felder“; ein eigenes Wort kommt in "
    "`records/vokabular/themen.yml` hinzu.",
)
VOKABULAR = Rule(
    "vokabular_fehlerhaft",
    Severity.FEHLER,
    "Eine Vokabulardatei ist nicht richtig aufgebaut.\n\nJedes Wort hat einen Namen, den Menschen lesen:\n\n"
    "```yaml\nleerstand:\n  name: Leerstand\n  umfasst: leere Läden und Häuser\n```",
)

CODE = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*\Z", re.ASCII)
"""Codes become names of pages."""

RULES = (WORT, VOKABULAR)


@dataclass(frozen=True, slots=True)
class Wort:
    """One word: its code, the name people read, what it covers."""

    code: str
    name: str
    umfasst: str = ""


@dataclass(frozen=True, slots=True)
class Vokabular:
    """All controlled words of a district: vocabulary name → code → word, in page order."""

    woerter: Mapping[str, Mapping[str, Wort]] = field(default_factory=dict)
    unvollstaendig: tuple[str, ...] = ()
    """Vocabularies whose own file has an error: a word they lack may stand there."""

    def name(self, vokabular: str, code: str) -> str:
        """Return what people read for a code, the code itself where it is unknown."""
        word = self.woerter.get(vokabular, {}).get(code)
        return word.name if word else code

    def nearest(self, vokabular: str, written: str) -> str:
        """Return the code that was probably meant, or ""."""
        words = self.woerter.get(vokabular, {})
        by_name = {word.name.casefold(): code for code, word in words.items()}
        meant = by_name.get(written.casefold())
        if meant:
            return meant
        close = get_close_matches(written.casefold(), [*words, *by_name], n=1, cutoff=0.6)
        return by_name.get(close[0], close[0]) if close else ""


@cache
def default_vocabulary() -> Vokabular:
    """Return the words every district starts with."""
    folder = files("sozialraum") / "vokabular"
    words = {}
    for name in VOCABULARIES:
        values, _found = parse((folder / f"{name}.yml").read_text("utf-8"), Origin(name))
        words[name] = {code: _word(code, entry) for code, entry in (values or {}).items()}
    return Vokabular(words)


def read_vocabulary(folder: Path, prefix: str) -> tuple[Vokabular, list[Diagnostic]]:
    """Return the defaults with the district's own words from `folder` laid over them.

    `prefix` is how the folder is named in diagnostics.
    """
    words = {name: dict(known) for name, known in default_vocabulary().woerter.items()}
    if not lies_in(folder, folder.parent):
        remedy = "Den Ordner mit seinen Dateien selbst anlegen."
        message = "Der Ordner ist eine Verknüpfung nach außen und wird nicht gelesen."
        return Vokabular(words, VOCABULARIES), [VOKABULAR.at(Span(prefix), message, remedy)]
    found: list[Diagnostic] = []
    wrong: set[str] = set()
    for file in sorted(folder.glob("[!.]*")) if folder.is_dir() else ():
        path, name = f"{prefix}/{file.name}", _vocabulary_of(file.name)
        more: list[Diagnostic] = []
        if problem := _wrong_file(file, name):
            more = [VOKABULAR.at(Span(path), *problem)]
        elif name in words:
            own, more = _read_file(file, path)
            words[name].update(own)
        found += more
        wrong |= {name} if errors_in(more) else set()
    return Vokabular(words, tuple(name for name in words if name in wrong)), found


def _vocabulary_of(name: str) -> str:
    """Return the vocabulary that a file is meant to hold, "" where it is none: „Themen.yaml“ → themen."""
    stem = name.partition(".")[0].casefold()
    return stem if stem in FILES else ""


def _wrong_file(file: Path, name: str) -> tuple[str, str] | None:
    """Return what is wrong with a file beside what it says, None where nothing is."""
    if name and file.name != f"{name}.yml":
        return f"„{file.name}“ wird nicht gelesen.", f"Umbenennen in {name}.yml."
    if not name and file.suffix.casefold() in (".yml", ".yaml"):
        allowed = ", ".join(f"{each}.yml" for each in FILES)
        return f"Ein Vokabular „{file.name}“ gibt es nicht.", f"Erlaubt sind: {allowed}."
    if name and not lies_in(file, file.parents[1]):
        return "Die Datei ist eine Verknüpfung nach außen.", "Den Inhalt als eigene Datei ablegen."
    return None


def _read_file(file: Path, path: str) -> tuple[dict[str, Wort], list[Diagnostic]]:
    text, found = read_text(file, path)
    if text is None:
        return {}, found
    values, more = parse(text, Origin(path))
    found += more
    words = {}
    for code, entry in (values or {}).items():
        problem = _problem(code, entry)
        if problem is None:
            words[code] = _word(code, entry)
        elif len(found) < MOST_OF_ONE_TEXT:
            found.append(VOKABULAR.at(locate_key(text, Origin(path), [code]), *problem))
    return words, found


def _problem(code: str, entry: Any) -> tuple[str, str] | None:
    if not CODE.match(code):
        return f"„{code[:60]}“ ist kein Kürzel.", "Nur Kleinbuchstaben, Ziffern und Unterstriche: ohne_termin."
    known = isinstance(entry, dict) and "name" in entry and entry.keys() <= {"name", "umfasst"}
    if known and all(isinstance(value, str) and not UNWANTED.search(value) for value in entry.values()):
        return None
    message = f"Dem Wort „{code}“ fehlt ein Name, oder es hat unbekannte Angaben."
    return message, "Richtig ist: name: Leerstand, dazu wenn nötig umfasst: ..."


def _word(code: str, entry: dict[str, Any]) -> Wort:
    return Wort(code, str(entry["name"]), str(entry.get("umfasst", "")))
