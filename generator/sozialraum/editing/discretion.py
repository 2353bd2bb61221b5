"""What a summary may repeat. It stands in comments and mails that nobody takes back.

A record that is about a person, or in which a person might be recognised, is
only counted: neither its values nor its name are told. Of other records, what
leads to a person is named without its value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.privacy.contact_data import ANSCHRIFT, EMAIL, PERSOENLICH, TELEFON
from sozialraum.privacy.detection import find_all
from sozialraum.privacy.traits import TRAIT_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sozialraum.load.entries import Entry
    from sozialraum.model.describe import Feld

SILENT = ("schluesselpersonen", "beratungen", "protokolle")
"""Folders whose records are told by type and field only."""

SILENT_KINDS = ("Telefon", "Mailadresse", "Text")
"""Kinds of value that may lead to a person, and texts too long to be looked over."""

SILENT_FIELDS = ("wer", "kuerzel", "stelle", "notiz", "forge_gruppe")
"""Names of fields in which people appear, whatever group they stand in."""

PEOPLE = ("schluesselpersonen",)
"""Folders whose records are people."""

SHOWN_AS = {TELEFON: "[Nummer]", EMAIL: "[Mailadresse]", PERSOENLICH: "[Mailadresse]"}
"""What stands in a summary where it was."""

_WORD = re.compile(r"[\w-]+")
_NUMBER = re.compile(r"(?<!\d)(?:\+|00?)[1-9][\d /()-]{5,}\d")
_MAIL = re.compile(r"\S+@\S+")


def is_told(field: Feld) -> bool:
    """Whether a summary may repeat the value of a field."""
    return not (
        field.name in SILENT_FIELDS
        or field.kind.name in SILENT_KINDS
        or field.angabe.nur_fuer == "team"
        or (field.ziel is not None and bool(set(field.ziel.ordner or SILENT) & set(SILENT)))
    )


def discreet(text: str, own: Sequence[re.Pattern[str]] = ()) -> str:
    """Return a text without what tells of a person; `own` are the district's own file numbers.

    Addresses, schools and the like stay: in the records that are told they belong to places.
    """
    for hit in reversed(find_all(text, own)):
        if hit.art != ANSCHRIFT and hit.art not in TRAIT_NAMES:
            text = f"{text[: hit.start]}{SHOWN_AS.get(hit.art, '[nicht gezeigt]')}{text[hit.end :]}"
    return _NUMBER.sub("[Nummer]", _MAIL.sub("[Mailadresse]", text))


def names_of(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield what people go by: the name of their file and their title, as `mentions` compares them."""
    for entry in entries:
        if entry.ordner in PEOPLE:
            yield entry.id
            yield " ".join(_WORD.findall(entry.record.titel.casefold()))


def mentions(text: str, names: frozenset[str]) -> bool:
    """Whether one of the names occurs in a text as whole words."""
    words = _WORD.findall(text.casefold())
    longest = max((name.count(" ") + 1 for name in names), default=0)
    return any(
        " ".join(words[start : start + length]) in names
        for start in range(len(words))
        for length in range(1, longest + 1)
    )
