"""Where a person occurs: in texts, in what imports remember, in the Kontaktspeicher, in built sites, in the history."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sozialraum.editing.mentions import SITES, mentions
from sozialraum.load.contacts import contact_store
from sozialraum.source.history import blobs_with, commits_with
from sozialraum.source.states import FOLDER, states_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Span
    from sozialraum.load.entries import District, Entry
    from sozialraum.source.states import State

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
    """Places in other files that spell out one of the words; a person has to rewrite them."""
    states: tuple[State, ...]
    """What imports remember of the record."""
    stored: Path | None
    """The file in the Kontaktspeicher."""
    pages: tuple[str, ...]
    """Files of built sites, relative to the project."""
    commits: tuple[str, ...] | None
    """Short hashes of commits in which the record or one of the words was added, changed or removed; None: nobody knows."""
    versions: tuple[str, ...]
    """Ids of versions, in git, of what imports remember with the record in it."""


def traces_of(entry: Entry, district: District, root: Path) -> Traces:
    """Look everywhere for the person behind a record. Reads only."""
    words = tuple(dict.fromkeys(word for word in _words(entry) if len(word) >= SHORTEST))
    numbers = tuple(_spellings_of_number(entry))
    store = contact_store(district, root)
    stored = store / f"{entry.id}.yml" if store else None
    named, path = _id_in_texts(entry, district), entry.document.path.split("/", 1)[1]
    states = states_with(root, path)
    left = {entry.document.path: ""} | {_below(root, state.file): state.without(path) for state in states}
    commits = commits_with(root, entry.document.path, (*words, entry.id))
    return Traces(
        words,
        (*numbers, named),
        tuple(mentions(root.parent, _wanted(district, [*map(re.escape, words), *numbers], named), left)),
        tuple(states),
        stored if stored and stored.is_file() else None,
        tuple(_pages(root.parent, entry.id, words)),
        None if commits is None else tuple(commits),
        tuple(blobs_with(root, root.parent / FOLDER, f'"{path}"')),
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


def _wanted(district: District, spelled: Sequence[str], named: str) -> Callable[[str], Sequence[re.Pattern[str]]]:
    """Return what is looked for in a file: links go by themselves from records that can be read, and only from those."""
    words = [*map(re.compile, spelled)]
    words_and_links = [*words, re.compile(named)]
    rewritten = {entry.document.path for entry in district.entries}
    return lambda path: words if path in rewritten else words_and_links


def _below(root: Path, file: Path) -> str:
    return file.relative_to(root.parent).as_posix()


def _pages(base: Path, id_: str, words: Sequence[str]) -> Iterator[str]:
    wanted = [word.encode() for word in (*words, f"schluesselpersonen/{id_}")]
    for site in SITES:
        for file in sorted((base / site).rglob("*")):
            if file.is_file() and (file.stem == id_ or any(word in file.read_bytes() for word in wanted)):
                yield file.relative_to(base).as_posix()
