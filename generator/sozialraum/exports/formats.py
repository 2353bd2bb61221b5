"""The table of export formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sozialraum.exports.structured import as_geojson, as_json
from sozialraum.exports.tables import as_csv, as_xlsx
from sozialraum.exports.vcard import FOLDERS, as_vcard
from sozialraum.load.entries import Entry
from sozialraum.model import RECORD_TYPES
from sozialraum.project import Project


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """How records become a file, and which ones where nobody says which.

    `write` gets a project, its records and whether values are to be spoken
    (labels instead of codes); it returns the file and how many records are in
    it. `single` formats hold one record type.
    """

    write: Callable[..., tuple[bytes, int]]
    folders: tuple[str, ...]
    single: bool = False
    binary: bool = False


EXPORTS: dict[str, ExportFormat] = {
    "csv": ExportFormat(as_csv, ("ressourcen",), single=True),
    "xlsx": ExportFormat(as_xlsx, tuple(RECORD_TYPES), binary=True),
    "json": ExportFormat(as_json, tuple(RECORD_TYPES)),
    "geojson": ExportFormat(as_geojson, ("sozialraeume", "ressourcen", "organisationen")),
    "vcf": ExportFormat(as_vcard, FOLDERS),
}


def export(project: Project, form: str, folders: Sequence[str] = (), *, spoken: bool = False) -> tuple[bytes, int]:
    """Return the file of the records this project's audience may see, and how many are in it.

    Without `folders` those of the format's row count. The file is of no use where none is in it.
    """
    how = EXPORTS[form]
    wanted = folders or how.folders
    entries: list[Entry] = [entry for entry in project.district.entries if entry.ordner in wanted]
    return how.write(project, entries, spoken=spoken) if entries else (b"", 0)
