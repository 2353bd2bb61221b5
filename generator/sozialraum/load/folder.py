"""Which files there are, and whether their names are what they should be."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span
from sozialraum.fields.link import LANDKREISWEIT, SLUG, UMLAUTS
from sozialraum.model import RECORD_TYPES
from sozialraum.source.text import UNLESBAR, lies_in, why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SETTINGS = "handbuch.yml"
VOCABULARY = "vokabular"
EXCEPTIONS = "ausnahmen.yml"
_GEOMETRY_FOLDER = "sozialraeume"
_IGNORED = {"readme.md", "thumbs.db", "desktop.ini"}
_TEXT = re.compile(r"\.(?:md|markdown|txt|ya?ml)~?\Z", re.IGNORECASE)
_ENDING = re.compile(
    r"(?:\.(?:md|markdown|txt|ya?ml|docx?|odt|rtf|pdf|html?|csv|xlsx?|jpe?g|png|bak))*~?\Z", re.IGNORECASE
)
"""Endings that say how something is stored, and nothing about it; there may be several."""

ORDNER = Rule(
    "unbekannter_ordner",
    Severity.FEHLER,
    "Dieser Ordner gehört zu keiner Eintragsart.\n\nDer Ordner sagt, was ein Datensatz ist. Es gibt: "
    + ", ".join(f"`{name}`" for name in RECORD_TYPES)
    + " und `vokabular`.",
)
FREMD = Rule(
    "fremde_datei",
    Severity.WARNUNG,
    "Diese Datei ist kein Datensatz.\n\nDatensätze enden auf `.md`; neben einem Sozialraum darf eine `.geojson` mit "
    "seiner Fläche liegen. Anderes gehört nicht in `records/`.",
)
NAME = Rule(
    "dateiname",
    Severity.FEHLER,
    "Der Dateiname ist keine Kennung.\n\nDer Dateiname ist der Name, unter dem andere Einträge verweisen: "
    "Kleinbuchstaben, Ziffern und Bindestriche, Umlaute ausgeschrieben, zum Beispiel `buecherei-nordhang.md`.",
    regel="KB-00",
)
DOPPELT = Rule(
    "kennung_doppelt",
    Severity.FEHLER,
    "Zwei Datensätze haben dieselbe Kennung.\n\nKennungen gelten über alle Ordner hinweg, damit `[[kennung]]` "
    "eindeutig ist. Eine der beiden Dateien umbenennen.",
)
AEHNLICH = Rule(
    "dateiname_verwechselbar",
    Severity.FEHLER,
    "Zwei Dateinamen unterscheiden sich nur in Groß- und Kleinschreibung oder in der Form der Umlaute.\n\nAuf "
    "manchen Rechnern ist das dieselbe Datei. Eine umbenennen oder löschen.",
)
AUSSEN = Rule(
    "verknuepfung_nach_aussen",
    Severity.FEHLER,
    "Eine Datei oder ein Ordner ist eine Verknüpfung, die aus `records/` hinausführt.\n\nDamit könnten fremde Dateien "
    "ins Handbuch geraten. Den Inhalt als eigene Datei ablegen.",
)
VERZEICHNIS = Rule(
    "ordner_statt_datei",
    Severity.FEHLER,
    "Hier steht ein Ordner, wo eine Datei erwartet wird.\n\nDatensätze liegen unmittelbar im Ordner ihrer Art, ohne "
    "weitere Unterordner.",
)

RULES = (ORDNER, FREMD, NAME, DOPPELT, AEHNLICH, AUSSEN, VERZEICHNIS)


@dataclass(frozen=True, slots=True, order=True)
class RecordFile:
    """A file that should be a record. `ordner` is "" where its folder is no record type."""

    path: str
    """Relative to the folder that holds `records/`, forward slashes."""
    id: str
    ordner: str


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in a district's folder."""

    records: tuple[RecordFile, ...]
    areas: tuple[RecordFile, ...]
    verschlossen: frozenset[str] = frozenset()
    """Folders of record types into which nobody could look: what lies there is not known."""


DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""What no file may be called under Windows, with any ending: nobody there could fetch the records."""


@lru_cache(maxsize=2**14)
def slugify(name: str) -> str:
    """Return the id that people would expect for a name: „Café Süd“ → cafe-sued."""
    plain = unicodedata.normalize("NFC", name).casefold().translate(UMLAUTS)
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "-".join("".join(sign if sign.isalnum() else " " for sign in ascii_only).split())


def find_files(root: Path) -> tuple[Found, list[Diagnostic]]:
    """List the record files under `root` (the folder `records`), sorted by path."""
    found: list[Diagnostic] = []
    files = list(_walk(root, found))
    found += _confusable(files)
    records = [file for file in files if file.path.endswith(".md")]
    found += _wrong_names(records)
    found += _duplicates(records)
    areas = tuple(file for file in files if file.path.endswith(".geojson"))
    refused = {each.span.path for each in found}
    closed = frozenset(name for name in RECORD_TYPES if f"{root.name}/{name}" in refused)
    return Found(tuple(records), areas, closed), found


def _walk(root: Path, found: list[Diagnostic]) -> Iterator[RecordFile]:
    for folder in _sorted(root, root.name, found):
        path = f"{root.name}/{folder.name}"
        if folder.name.startswith(".") or folder.name.casefold() in _IGNORED:
            continue
        if folder.name in (SETTINGS, VOCABULARY, EXCEPTIONS):
            continue
        if folder.is_symlink() and not lies_in(folder, root):
            found.append(_leads_outside(folder, path))
        elif Path(folder).is_dir():
            yield from _folder(folder, path, root, found)
        else:
            found.append(FREMD.at(Span(path), "Diese Datei liegt in keinem Ordner einer Eintragsart.", _where_to()))


def _folder(folder: os.DirEntry[str], path: str, root: Path, found: list[Diagnostic]) -> Iterator[RecordFile]:
    ordner = folder.name if folder.name in RECORD_TYPES else ""
    for entry in _sorted(folder.path, path, found):
        name = f"{path}/{entry.name}"
        if entry.name.startswith(".") or entry.name.casefold() in _IGNORED:
            continue
        problem = _problem(entry, name, root, known=bool(ordner))
        if problem:
            found.append(problem)
        if problem is None or problem.code == ORDNER.code:
            yield RecordFile(name, entry.name.rpartition(".")[0], ordner)


def _problem(entry: os.DirEntry[str], path: str, root: Path, *, known: bool) -> Diagnostic | None:
    if entry.is_symlink() and not lies_in(entry, root):
        return _leads_outside(entry, path)
    if entry.is_dir(follow_symlinks=False) or (entry.is_symlink() and Path(entry).is_dir()):
        remedy = "Den Ordner umbenennen oder seinen Inhalt eine Ebene höher ablegen."
        return VERZEICHNIS.at(Span(path), "Hier steht ein Ordner, wo eine Datei erwartet wird.", remedy)
    if entry.name.endswith(".geojson") and path.split("/")[-2] == _GEOMETRY_FOLDER:
        return None
    if not entry.name.endswith(".md"):
        remedy = _as_record(entry.name) if known else _where_to(path.split("/")[-2])
        return FREMD.at(Span(path), "Diese Datei ist kein Datensatz (.md) und wird nicht gelesen.", remedy)
    if not known:
        folder = path.split("/")[-2]
        return ORDNER.at(Span(path), f"Der Ordner „{folder}“ gehört zu keiner Eintragsart.", _where_to(folder))
    return None


def _leads_outside(entry: os.DirEntry[str], path: str) -> Diagnostic:
    if Path(entry).is_dir():
        remedy = "Den Ordner mit seinen Dateien selbst hier ablegen."
        return AUSSEN.at(Span(path), "Der Ordner ist eine Verknüpfung nach außen und wird nicht gelesen.", remedy)
    return AUSSEN.at(Span(path), "Die Datei ist eine Verknüpfung nach außen.", "Den Inhalt als eigene Datei ablegen.")


def _where_to(folder: str = "") -> str:
    """Return where a file belongs that lies in no folder of records, or how its folder should be called."""
    close = get_close_matches(slugify(folder), RECORD_TYPES, 1, 0.8)
    if close:
        return f"Den Ordner „{folder}“ umbenennen in {close[0]}, oder die Datei dorthin verschieben."
    return f"In einen dieser Ordner legen: {', '.join(RECORD_TYPES)}."


def _as_record(name: str) -> str:
    """Return what to do with a file among the records that is none."""
    if _TEXT.search(name) or "." not in name:
        return f"Ist es einer, umbenennen in {_proposed(name)}; sonst anderswo ablegen."
    return f"Ist es ein Eintrag, seinen Text in eine Datei {_proposed(name)} schreiben; diese Datei anderswo ablegen."


def _sorted(folder: Path | str, path: str, found: list[Diagnostic]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        reason = f"Der Ordner lässt sich nicht öffnen{why(error)}."
        found.append(UNLESBAR.at(Span(path), reason, "Leserechte des Ordners prüfen."))
        return []


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _confusable(files: Iterable[RecordFile]) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for file in files:
        first = seen.setdefault(_folded(file.path), file.path)
        if first != file.path:
            message = f"Der Dateiname ist mit „{first.rsplit('/', 1)[-1]}“ zu verwechseln."
            if unicodedata.normalize("NFC", first) == unicodedata.normalize("NFC", file.path):
                message += " Beide sehen gleich aus und sind nur verschieden gespeichert."
            diagnostic = AEHNLICH.at(Span(file.path), message, "Eine der beiden Dateien umbenennen oder löschen.")
            yield replace(diagnostic, related=(Span(first),))


def _wrong_names(records: list[RecordFile]) -> Iterator[Diagnostic]:
    taken = {file.path for file in records}
    for file in records:
        if not file.ordner or SLUG.match(file.id):
            continue
        name = _proposed(f"{file.id}.md")
        there = f"{file.path.rpartition('/')[0]}/{name}" in taken
        remedy = f"Anders nennen; {name} gibt es schon." if there else f"Umbenennen in {name}."
        yield NAME.at(Span(file.path), f"„{file.id}.md“ ist kein Dateiname für einen Datensatz.", remedy)


def _proposed(name: str) -> str:
    """Return the name a record's file should have instead: „Café Süd.MD“ → cafe-sued.md."""
    return f"{slugify(_ENDING.sub('', name)) or 'mein-eintrag'}.md"


def _duplicates(records: list[RecordFile]) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for file in records:
        if file.id == LANDKREISWEIT:
            yield NAME.at(Span(file.path), "„landkreisweit“ ist ein festes Wort.", "Die Datei anders nennen.")
        if file.id == "index" or file.id.startswith("index-"):
            yield NAME.at(Span(file.path), "„index“ ist den Übersichtsseiten vorbehalten.", "Die Datei anders nennen.")
        if file.id in DEVICES:
            message = f"„{file.id}“ ist unter Windows ein Gerät und kein Dateiname."
            yield NAME.at(Span(file.path), message, "Die Datei anders nennen.")
        if not file.ordner:
            continue
        first = seen.setdefault(file.id, file.path)
        if first != file.path:
            diagnostic = DOPPELT.at(Span(file.path), f"Die Kennung „{file.id}“ gibt es schon: {first}.", "Umbenennen.")
            yield replace(diagnostic, related=(Span(first),))
