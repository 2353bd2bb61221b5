"""Where a person occurs: in records, in the Kontaktspeicher, in built sites, in the history of the repository."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Span
from sozialraum.load.contacts import contact_store
from sozialraum.source.history import commits_with
from sozialraum.source.text import place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sozialraum.load.entries import District, Entry

SITES = ("site", "public")
"""Folders beside the records where a handbook is usually built."""
SHORTEST = 4
"""Characters below which a word is too common to be looked for."""


@dataclass(frozen=True, slots=True)
class Traces:
    """Everything that still knows a person. No field holds what was found, only where."""

    words: tuple[str, ...]
    """What was looked for: the title, and what the Kontaktspeicher holds, the surname also alone. Never printed."""
    patterns: tuple[str, ...]
    """Expressions for what has many spellings: the number, and the id where it stands by itself. Never printed."""
    texts: tuple[Span, ...]
    """Places in other records that spell out one of the words; a person has to rewrite them."""
    stored: Path | None
    """The file in the Kontaktspeicher."""
    pages: tuple[str, ...]
    """Files of built sites, relative to the project."""
    commits: tuple[str, ...]
    """Short hashes of commits in which the record or one of the words was added, changed or removed."""


def traces_of(entry: Entry, district: District, root: Path) -> Traces:
    """Look everywhere for the person behind a record. Reads only."""
    words = tuple(dict.fromkeys(word for word in _words(entry) if len(word) >= SHORTEST))
    numbers = tuple(_spellings_of_number(entry))
    store = contact_store(district, root)
    stored = store / f"{entry.id}.yml" if store else None
    return Traces(
        words,
        (*numbers, _id_in_texts(entry, district)),
        tuple(_mentions(entry, district, [*map(re.escape, words), *numbers])),
        stored if stored and stored.is_file() else None,
        tuple(_pages(root.parent, entry.id, words)),
        tuple(commits_with(root, entry.document.path, (*words, entry.id))),
    )


def _words(entry: Entry) -> Iterator[str]:
    yield entry.record.titel
    if entry.kontakt:
        if entry.kontakt.name:
            yield entry.kontakt.name
            yield entry.kontakt.name.split()[-1]
        if entry.kontakt.telefon:
            yield entry.kontakt.telefon.national
            yield entry.kontakt.telefon.waehlbar
        if entry.kontakt.email:
            yield entry.kontakt.email
        if entry.kontakt.treffpunkt:
            yield entry.kontakt.treffpunkt


def _spellings_of_number(entry: Entry) -> Iterator[str]:
    """Yield an expression for the number however it is grouped, with or without the code of the country."""
    if entry.kontakt and entry.kontakt.telefon:
        digits = "".join(sign for sign in entry.kontakt.telefon.national if sign.isdigit()).lstrip("0")
        yield r"(?:\+49|0049|0)[ ()/.-]{0,4}" + r"[ ()/.-]{0,3}".join(digits)


def _id_in_texts(entry: Entry, district: District) -> str:
    """Return an expression for the id, which may be a name; only within brackets where it is a word of the vocabulary, too."""
    shared = any(entry.id in words for words in district.vokabular.woerter.values())
    return rf"(?<=\[\[){entry.id}(?=[\]|])" if shared else rf"(?<![\w-]){entry.id}(?![\w-])"


def _mentions(entry: Entry, district: District, patterns: Sequence[str]) -> Iterator[Span]:
    """Yield where other records spell out the person; links to the record go by themselves."""
    wanted = [re.compile(pattern) for pattern in patterns]
    for other in district.entries:
        if other.id == entry.id:
            continue
        text = other.document.text
        lines: dict[int, int] = {}
        for hit in sorted((hit for pattern in wanted for hit in pattern.finditer(text)), key=lambda hit: hit.start()):
            lines.setdefault(*place(text, hit.start()))
        yield from (Span(other.document.path, *at) for at in lines.items())


def _pages(base: Path, id_: str, words: Sequence[str]) -> Iterator[str]:
    wanted = [word.encode() for word in (*words, f"schluesselpersonen/{id_}")]
    for site in SITES:
        for file in sorted((base / site).rglob("*")):
            if file.is_file() and (file.stem == id_ or any(word in file.read_bytes() for word in wanted)):
                yield file.relative_to(base).as_posix()
