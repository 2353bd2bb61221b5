"""The whole folder: settings, vocabulary, records, areas."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar, cast

from sozialraum.diagnostics import Diagnostic, Span, errors_in, in_order
from sozialraum.fields.geometry import Flaeche, read_geometry
from sozialraum.load.folder import FREMD, VOCABULARY, RecordFile, find_files
from sozialraum.load.known import Shelf
from sozialraum.load.settings import read_settings
from sozialraum.load.validate import Problems, validate
from sozialraum.load.words import unknown_words
from sozialraum.model import RECORD_TYPES
from sozialraum.model.pruefung import fingerprint
from sozialraum.sharing import shared
from sozialraum.source.document import Document, read_document
from sozialraum.thesaurus import Thesaurus, check_places, default_thesaurus, read_thesaurus
from sozialraum.vocabulary import Vokabular, read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from sozialraum.fields.place import Punkt
    from sozialraum.model.handbuch import Handbuch
    from sozialraum.model.personenkontakt import Personenkontakt
    from sozialraum.model.record import Record

R = TypeVar("R", bound="Record")

WORTH_A_PROCESS = 1500
"""Records below which a second process costs more than it saves."""
SHARE = 500
"""Files that a process reads at a time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record with everything known about its file."""

    id: str
    record: Record
    document: Document
    flaeche: Flaeche | None = None
    kontakt: Personenkontakt | None = None
    """Of a key person, from the Kontaktspeicher; in no record and no export."""
    fakten: str = ""
    """The fingerprint of what is to be verified (`model.pruefung`), whatever an audience may see of it."""

    @property
    def ordner(self) -> str:
        """The folder, which is the type."""
        return self.record.typ.ordner

    @property
    def verfallen(self) -> bool:
        """Whether a fact has changed since it was verified."""
        last = self.record.letzte_pruefung
        return last is not None and last.nachweis is not None and last.nachweis != self.fakten

    @property
    def koordinaten(self) -> Punkt | None:
        """Where the record is, None where it does not say."""
        point: Punkt | None = getattr(getattr(self.record, "ort", None), "koordinaten", None)
        return point

    @property
    def geprueft_am(self) -> date | None:
        """The day of the verification that holds, None where there is none."""
        last = self.record.letzte_pruefung
        return last.am if last and not self.verfallen else None


Reading = tuple[Entry | None, tuple[Diagnostic, ...], Any]
"""What one file says, as far as it can be read, everything wrong with it, and what a `Look` saw in it."""


class Look(Protocol):
    """Looks at one record right after it was read; needs to survive a pickle, as does what it sees."""

    def facts(self, settings: Handbuch) -> object:
        """Return what the result depends on besides the record, with the same `repr` in every run."""

    def __call__(self, entry: Entry, settings: Handbuch) -> Any:
        """Return what is seen in a record, None where nothing is."""


@dataclass(frozen=True)
class District:
    """Everything a district's folder says, typed but not yet linked."""

    settings: Handbuch
    vokabular: Vokabular
    entries: tuple[Entry, ...]
    """In the order of RECORD_TYPES, then by id."""
    files: Mapping[str, str] = field(default_factory=dict)
    """id → folder of every record *file*, also of those that could not be read."""
    verschlossen: frozenset[str] = frozenset()
    """Folders of record types into which nobody could look: what they hold is neither known nor missing."""
    thesaurus: Thesaurus = field(default_factory=default_thesaurus)
    unsettled: tuple[Diagnostic, ...] = ()
    """Why the settings are not those of the file, where they are not: what rests on them is not to be said then."""

    def of_type(self, model: type[R]) -> Sequence[tuple[Entry, R]]:
        """Return the entries of one record type with their records."""
        return cast("Sequence[tuple[Entry, R]]", self._by_type.get(model, ()))

    @cached_property
    def _by_type(self) -> Mapping[type[Record], Sequence[tuple[Entry, Record]]]:
        """All entries by type: many ask for one type each, and the rest need not be walked through again."""
        found: dict[type[Record], list[tuple[Entry, Record]]] = {}
        for entry in self.entries:
            found.setdefault(type(entry.record), []).append((entry, entry.record))
        return found


class Read(NamedTuple):
    """A district, path → what was seen in a record of it, and everything wrong with it."""

    district: District
    seen: Mapping[str, Any]
    diagnostics: list[Diagnostic]


def read_district(root: Path, *, processes: int = 1, cache: Path | None = None) -> tuple[District, list[Diagnostic]]:
    """Read the folder `root` (usually `records`). Never raises for what a file says.

    With a folder `cache`, only files that changed since an earlier reading are read.
    """
    district, _seen, found = look_through(root, None, processes=processes, cache=cache)
    return district, found


def look_through(root: Path, look: Look | None, *, processes: int = 1, cache: Path | None = None) -> Read:
    """Read the folder `root`, and look at each record in the process that reads it."""
    settings, found = read_settings(root)
    unsettled = tuple(errors_in(found))
    vokabular, more = read_vocabulary(root / VOCABULARY, f"{root.name}/{VOCABULARY}")
    found += more
    thesaurus, more = read_thesaurus(root / VOCABULARY, f"{root.name}/{VOCABULARY}", vokabular)
    found += more
    files, more = find_files(root)
    found += more
    areas, more = _read_areas(root.parent, files.areas, {file.id for file in files.records})
    found += more
    reader = _Reader(str(root.parent), vokabular, settings, look, processes)
    readings = _read_known(reader, files.records, cache) if cache else reader.read(files.records)
    entries = [entry for entry, _found, _seen in readings if entry]
    found += [each for _entry, more, _seen in readings for each in more]
    seen = {entry.document.path: saw for entry, _found, saw in readings if entry and saw is not None}
    order = {ordner: position for position, ordner in enumerate(RECORD_TYPES)}
    entries.sort(key=lambda entry: (order[entry.ordner], entry.id))
    placed = tuple(_with_area(entry, areas) for entry in entries)
    ids = {file.id: file.ordner for file in files.records if file.ordner}
    if not files.verschlossen:
        found += check_places(root / VOCABULARY, f"{root.name}/{VOCABULARY}", ids)
    district = District(settings, vokabular, placed, ids, files.verschlossen, thesaurus, unsettled)
    return Read(district, seen, in_order(found))


def _read_areas(base: Path, files: Sequence[RecordFile], ids: set[str]) -> tuple[dict[str, Flaeche], list[Diagnostic]]:
    areas: dict[str, Flaeche] = {}
    found: list[Diagnostic] = []
    for file in files:
        area, more = read_geometry(base / file.path, file.path)
        found += more
        if area:
            areas[file.id] = area
        if file.id not in ids:
            found.append(
                FREMD.at(Span(file.path), "Zu dieser Fläche gibt es keinen Sozialraum.", f"{file.id}.md anlegen.")
            )
    return areas, found


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads files of one district. `base` is the folder above `records`."""

    base: str
    vokabular: Vokabular
    settings: Handbuch
    look: Look | None
    processes: int

    @property
    def facts(self) -> tuple[object, ...]:
        """What a reading depends on besides its file."""
        return self.vokabular, self.look and self.look.facts(self.settings)

    def read(self, files: Sequence[RecordFile]) -> list[Reading]:
        """Return a reading of each file; many files are shared among processes."""
        if len(files) < WORTH_A_PROCESS:
            return self.read_share(files)
        shares = [files[start : start + SHARE] for start in range(0, len(files), SHARE)]
        with _no_garbage_collection():
            return [reading for share in shared(self.read_share, shares, self.processes) for reading in share]

    def read_share(self, files: Sequence[RecordFile]) -> list[Reading]:
        """Return a reading of each file, all read by this process."""
        with _no_garbage_collection():
            return [self._with_look(*_read_one(self.base, file, self.vokabular)) for file in files]

    def _with_look(self, entry: Entry | None, found: tuple[Diagnostic, ...]) -> Reading:
        return entry, found, self.look(entry, self.settings) if entry and self.look else None


def _read_known(reader: _Reader, files: Sequence[RecordFile], cache: Path) -> list[Reading]:
    """Return a reading of each file, reading only those that changed."""
    with _no_garbage_collection():
        shelf: Shelf[Reading] = Shelf(cache, reader.facts)
        known = [shelf.get(file.path, f"{reader.base}/{file.path}") for file in files]
    new = iter(reader.read([file for file, reading in zip(files, known, strict=True) if reading is None]))
    readings = [reading or next(new) for reading in known]
    shelf.keep(((file.path, reading) for file, reading in zip(files, readings, strict=True)), known.count(None))
    return readings


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Freeze the collector: it would look through every record again and again, and find nothing."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def _read_one(base: str, file: RecordFile, vokabular: Vokabular) -> tuple[Entry | None, tuple[Diagnostic, ...]]:
    document, found = read_document(f"{base}/{file.path}", file.path)
    if document is None or not file.ordner:
        return None, tuple(found)
    values, more = document.values()
    found += more
    if values is None:
        return None, tuple(found)
    model = RECORD_TYPES[file.ordner]
    problems = Problems(model, document.span, document.key_span, document.comment_behind)
    record, more = validate(model, values, problems)
    found += [*more, *unknown_words(problems, values, vokabular, more)]
    if record is None:
        return None, tuple(found)
    return Entry(file.id, record, document, fakten=fingerprint(model, values)), tuple(found)


def _with_area(entry: Entry, areas: Mapping[str, Flaeche]) -> Entry:
    if entry.ordner == "sozialraeume" and entry.id in areas:
        return replace(entry, flaeche=areas[entry.id])
    return entry
