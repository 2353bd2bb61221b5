"""The words people search with: other words for the same, abbreviations, and what means danger.

Like every vocabulary: the package ships good defaults, a district's files in
`records/vokabular/` extend or override them by key. `synonyme.yml` says what
means the same, `kuerzel.yml` which abbreviations mean several things,
`notfall.yml` which words in a query call for help at once, and from whom.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sozialraum.diagnostics import MOST_OF_ONE_TEXT, Diagnostic
from sozialraum.source.text import UNWANTED, lies_in, read_text
from sozialraum.source.yaml_text import Origin, locate_key, parse
from sozialraum.vocabulary import CODE, VOKABULAR

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

    from sozialraum.vocabulary import Vokabular


@dataclass(frozen=True, slots=True)
class Begriff:
    """Words for the same thing.

    `auch` are other names, `umfasst` names of something narrower, which is
    found under this concept but not the other way round. `fragen` are everyday
    sentences, `andere_sprachen` names in other languages: only people who search
    use them. `thema` is the code of a topic.
    """

    name: str
    auch: tuple[str, ...] = ()
    umfasst: tuple[str, ...] = ()
    fragen: tuple[str, ...] = ()
    andere_sprachen: tuple[str, ...] = ()
    thema: str = ""


@dataclass(frozen=True, slots=True)
class Kuerzel:
    """An abbreviation that means several things."""

    name: str
    bedeutet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notfall:
    """A danger: the words that speak of it, what to do, whom to call.

    Each of `saetze` names groups of words, „mann|freund + schlägt|haut“: of
    each group one must be in the query. `nie` are words that look alike,
    `ausser` words beside which it is about something else. Of `orte`, ids of
    records, the search shows those that the build has.
    """

    name: str
    rat: str
    nummern: tuple[str, ...]
    saetze: tuple[str, ...]
    ausser: tuple[str, ...] = ()
    nie: tuple[str, ...] = ()
    orte: tuple[str, ...] = ()


KINDS: Mapping[str, type[Begriff | Kuerzel | Notfall]] = {"synonyme": Begriff, "kuerzel": Kuerzel, "notfall": Notfall}
"""File name (without .yml) → what its entries are."""

_NUMBER = re.compile(r"(?:\d[\d /]*\d): .+")
_EXAMPLES = {
    "synonyme": "name: Kita, dazu auch: [Kindergarten, Kindertagesstätte]",
    "kuerzel": "name: SPZ, dazu bedeutet: [Sozialpädiatrisches Zentrum, Sozialpsychiatrisches Zentrum]",
    "notfall": "name, rat, nummern: [„110: Polizei, Tag und Nacht“] und saetze: [mann + schlägt]",
}


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Everything a district knows about the words people search with, by key."""

    synonyme: Mapping[str, Begriff]
    kuerzel: Mapping[str, Kuerzel]
    notfall: Mapping[str, Notfall]


@cache
def default_thesaurus() -> Thesaurus:
    """Return the words every district starts with."""
    folder = files("sozialraum") / "vokabular"
    words = {}
    for name, kind in KINDS.items():
        values, _found = parse((folder / f"{name}.yml").read_text("utf-8"), Origin(name))
        words[name] = {key: _entry(kind, entry) for key, entry in (values or {}).items()}
    return Thesaurus(**words)


def read_thesaurus(folder: Path, prefix: str, vokabular: Vokabular) -> tuple[Thesaurus, list[Diagnostic]]:
    """Return the defaults with the district's own words from `folder` laid over them.

    `prefix` is how the folder is named in diagnostics.
    """
    default = default_thesaurus()
    words: dict[str, dict[str, Any]] = {name: dict(getattr(default, name)) for name in KINDS}
    found: list[Diagnostic] = []
    for name in KINDS:
        file = folder / f"{name}.yml"
        if file.is_file() and lies_in(file, folder.parent):
            own, more = _read_file(file, f"{prefix}/{name}.yml", name, vokabular)
            words[name].update(own)
            found += more
    return Thesaurus(**words), found


def check_places(folder: Path, prefix: str, ids: Collection[str]) -> list[Diagnostic]:
    """Return what is wrong with the records that a district's own notfall.yml names; `ids` are those it has."""
    file, path = folder / "notfall.yml", f"{prefix}/notfall.yml"
    if not (file.is_file() and lies_in(file, folder.parent)):
        return []
    text, _found = read_text(file, path)
    values, _found = parse(text or "", Origin(path))
    found: list[Diagnostic] = []
    for key, entry in (values or {}).items():
        for id_ in entry.get("orte") or () if _is_made_of(Notfall, entry) else ():
            if id_ not in ids and len(found) < MOST_OF_ONE_TEXT:
                message = f"Den Eintrag „{id_[:60]}“ bei „{key[:60]}“ gibt es nicht."
                remedy = "Die Kennung ist der Dateiname ohne „.md“; was es nicht mehr gibt, aus „orte“ streichen."
                found.append(VOKABULAR.at(locate_key(text or "", Origin(path), [key]), message, remedy))
    return found


def _read_file(file: Path, path: str, name: str, vokabular: Vokabular) -> tuple[dict[str, Any], list[Diagnostic]]:
    text, found = read_text(file, path)
    if text is None:
        return {}, found
    values, more = parse(text, Origin(path))
    found += more
    words = {}
    for key, entry in (values or {}).items():
        problem = next(_problems(name, key, entry, vokabular), None)
        if problem is None:
            words[key] = _entry(KINDS[name], entry)
        elif len(found) < MOST_OF_ONE_TEXT:
            found.append(VOKABULAR.at(locate_key(text, Origin(path), [key]), *problem))
    return words, found


def _problems(name: str, key: str, entry: Any, vokabular: Vokabular) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with an entry and how to mend it."""
    if not CODE.match(key):
        yield f"„{key[:60]}“ ist kein Kürzel.", "Nur Kleinbuchstaben, Ziffern und Unterstriche: frueher_hilfen."
    elif not _is_made_of(KINDS[name], entry):
        yield (
            f"Dem Eintrag „{key}“ fehlt eine Angabe, oder er hat eine, die es nicht gibt.",
            f"Richtig ist: {_EXAMPLES[name]}.",
        )
    else:
        for check in CHECKS_OF[name]:
            yield from check(key, entry, vokabular)


def _is_made_of(kind: type[Any], entry: Any) -> bool:
    """Whether an entry is a mapping with the fields of `kind`, each text or a list of texts as it should be."""
    known = {each.name: each for each in fields(kind)}
    if not isinstance(entry, dict) or not entry.keys() <= known.keys():
        return False
    needed = [each.name for each in known.values() if each.default not in ((), "")]
    return all(name in entry for name in needed) and all(
        _is_text(value) if known[name].type == "str" else isinstance(value, list) and all(map(_is_text, value))
        for name, value in entry.items()
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and not UNWANTED.search(value)


def _known_topic(key: str, entry: dict[str, Any], vokabular: Vokabular) -> Iterator[tuple[str, str]]:
    topic = entry.get("thema", "")
    if topic and topic not in vokabular.woerter["themen"] and "themen" not in vokabular.unvollstaendig:
        meant = vokabular.nearest("themen", topic)
        yield f"Das Thema „{topic}“ bei „{key}“ gibt es nicht.", f"Meinten Sie „{meant}“?" if meant else "Weglassen."


def _several_meanings(key: str, entry: dict[str, Any], _vokabular: Vokabular) -> Iterator[tuple[str, str]]:
    if len(entry["bedeutet"]) < 2:  # noqa: PLR2004 - one meaning is a synonym
        yield f"„{key}“ hat nur eine Bedeutung.", "Dann gehört es nach synonyme.yml, unter auch."


def _callable_numbers(key: str, entry: dict[str, Any], _vokabular: Vokabular) -> Iterator[tuple[str, str]]:
    for number in entry["nummern"]:
        if not _NUMBER.fullmatch(number):
            yield f"„{number}“ bei „{key}“ ist keine Nummer mit Namen.", 'Richtig ist: "110: Polizei, Tag und Nacht".'
    if not entry["nummern"]:
        yield f"Bei „{key}“ fehlt eine Nummer.", 'Richtig ist: "110: Polizei, Tag und Nacht".'


def _words_in_sentences(key: str, entry: dict[str, Any], _vokabular: Vokabular) -> Iterator[tuple[str, str]]:
    for sentence in entry["saetze"]:
        if not all(word.strip() for part in sentence.split("+") for word in part.split("|")):
            yield f"In „{sentence}“ bei „{key}“ fehlt ein Wort.", "Richtig ist: mann|freund + schlägt|haut."


CHECKS_OF: Mapping[str, tuple[Callable[[str, dict[str, Any], Vokabular], Iterator[tuple[str, str]]], ...]] = {
    "synonyme": (_known_topic,),
    "kuerzel": (_several_meanings,),
    "notfall": (_callable_numbers, _words_in_sentences),
}
"""What is checked of the entries of each file beside their form."""


def _entry(kind: type[Any], entry: dict[str, Any]) -> Any:
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()})
