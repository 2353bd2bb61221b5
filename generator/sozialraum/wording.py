"""Words that put a label on people, and what can be said instead: `vokabular/sprache.yml` (domain.md section 5).

The package ships a list; a district's `records/vokabular/sprache.yml` adds to it,
changes it by key, and switches advice off. Words are matched whole and with
their endings. What is quoted does not count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.diagnostics import MOST_OF_ONE_TEXT, Diagnostic, Span
from sozialraum.sieve import SieveOfWords
from sozialraum.source.text import UNWANTED, lies_in, read_text
from sozialraum.source.yaml_text import Origin, locate_key, parse
from sozialraum.vocabulary import VOKABULAR, WORDING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FILE = f"{WORDING}.yml"

_KEYS = frozenset({"statt", "besser", "ausser", "nur_in", "nicht_in", "gewicht", "gilt"})
_LONGEST_LIST = 2000
_PERSON = (
    r"(?:Mensch(?:en)?|Person(?:en)?|Frau(?:en)?|Mann|Männern?|Famili(?:e|en)|Kind(?:er|ern)?|Jugendliche[nr]?|Mutter|Mütter|"
    r"Vater|Väter|Eltern|Elternteil|Klient\w*|Kund(?:e|en|in|innen)|Adressat\w*|Bewohner\w*|Teilnehm\w+|Leute|Bürger\w*)"
)
_ENDINGS = r"(?:e[nrms]?|ern?|ns?|s|in|innen)?(?:[*:_/]-?in(?:nen)?)?"
_QUOTED = re.compile(
    r"„[^“”\n]*[“”]|»[^«\n]*«|«[^»\n]*»|‚[^‘\n]*‘|(?<![:-] )(?<![:-]  )\"[^\"\n]+\"|`[^`\n]+`|^\s*>.*$|\]\([^)\n]*\)|\[\[[^\]\n]*\]\]|"
    r"https?://\S+|<[^>\n]+>",
    re.MULTILINE,
)
"""What somebody else has said, code, and addresses. A straight quote after a colon is YAML and quotes nobody."""
_EVERYDAY = frozenset(
    [
        "{person}",
        "Mensch",
        "Menschen",
        "Person",
        "nicht",
        "mein",
        "unser",
        "dieser",
        "sozial",
        "in",
        "eine",
        "da",
        "dort",
        "die",
    ]
)
"""Words that are in every second text, so that a text is not read further for their sake alone."""
_NO_WORD = bytes(sign if chr(sign).isalnum() or sign > 127 or chr(sign) == "-" else 32 for sign in range(256))  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Rat:
    """One piece of advice: what is better not written, and what could stand there."""

    code: str
    statt: tuple[str, ...]
    besser: str
    ausser: tuple[str, ...] = ()
    nur_in: tuple[str, ...] = ()
    nicht_in: tuple[str, ...] = ()
    hinweis: bool = False

    def applies_in(self, ordner: str) -> bool:
        """Whether the advice is meant for records of this folder."""
        return (not self.nur_in or ordner in self.nur_in) and ordner not in self.nicht_in


class Fund(NamedTuple):
    """One place in a text where advice applies."""

    rat: Rat
    start: int
    end: int


@dataclass(frozen=True)
class Sprache:
    """All advice of a district, by code."""

    raete: Mapping[str, Rat]

    def find(self, text: str, ordner: str = "") -> list[Fund]:
        """Return where a text of this folder could be said better, in order of place."""
        if not self._may_apply(text):
            return []
        words = text.encode("utf-8", "replace").translate(_NO_WORD).split()
        known = self._triggers.keys() & words
        codes = sorted(
            {code for trigger in known for code in self._triggers[trigger] if self.raete[code].applies_in(ordner)}
        )
        if not codes:
            return []
        plain = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
        found = [each for code in codes for each in self._of(code, plain)]
        return sorted(found, key=lambda each: (each.start, each.rat.code))

    def _of(self, code: str, text: str) -> Iterator[Fund]:
        rat = self.raete[code]
        exempt = [hit.span() for phrase in rat.ausser for hit in re.finditer(re.escape(phrase), text, re.IGNORECASE)]
        for found in _compiled(rat).finditer(text):
            if not any(start <= found.start() < end for start, end in exempt):
                yield Fund(rat, found.start(), found.end())

    @cached_property
    def _may_apply(self) -> SieveOfWords:
        return SieveOfWords([trigger.decode() for trigger in self._triggers])

    @cached_property
    def _triggers(self) -> Mapping[bytes, tuple[str, ...]]:
        """Each form of the longest word of each phrase → codes of the advice: most texts hold none of them."""
        triggers: dict[bytes, tuple[str, ...]] = {}
        for code, rat in self.raete.items():
            for phrase in rat.statt:
                for form in _forms(max(phrase.split(), key=_telling)):
                    triggers[form.encode()] = (*triggers.get(form.encode(), ()), code)
        return triggers


@cache
def default_wording() -> Sprache:
    """Return the advice every district starts with."""
    text = (files("sozialraum") / "vokabular" / FILE).read_text("utf-8")
    values, _found = parse(text, Origin(FILE))
    return Sprache({code: _rat(code, entry) for code, entry in (values or {}).items()})


def read_wording(folder: Path, prefix: str) -> tuple[Sprache, list[Diagnostic]]:
    """Return the advice with the district's own from `folder` laid over it; `prefix` names it in diagnostics."""
    file, path = folder / FILE, f"{prefix}/{FILE}"
    if not file.is_file() or not lies_in(file, folder.parent):
        return default_wording(), []
    text, found = read_text(file, path)
    values, more = parse(text, Origin(path)) if text is not None else (None, [])
    found += more
    raete = dict(default_wording().raete)
    for code, entry in (values or {}).items():
        problem = _problem(code, entry)
        if problem and len(found) < MOST_OF_ONE_TEXT:
            found.append(VOKABULAR.at(_place(text or "", path, code), *problem))
        if problem:
            continue
        if entry.get("gilt") == "nein":
            raete.pop(code, None)
        else:
            raete[code] = _rat(code, entry)
    return Sprache(raete), found


def _place(text: str, path: str, code: str) -> Span:
    return locate_key(text, Origin(path), [code])


def _problem(code: str, entry: Any) -> tuple[str, str] | None:
    right = "Richtig ist: statt: Wort, Wendung und darunter besser: was sich stattdessen sagen lässt."
    if (
        not isinstance(entry, dict)
        or not entry.keys() <= _KEYS
        or not all(_is_plain(value) for value in entry.values())
    ):
        return f"Der Rat „{code[:60]}“ hat unbekannte Angaben.", f"Möglich sind: {', '.join(sorted(_KEYS))}."
    if entry.get("gilt") == "nein":
        return None
    if "besser" not in entry or not any(
        word != "{person}" for word in entry.get("statt", "").replace(",", " ").split()
    ):
        return f"Dem Rat „{code[:60]}“ fehlt „statt“ oder „besser“.", right
    return None


def _is_plain(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_LIST and not UNWANTED.search(value)


def _rat(code: str, entry: dict[str, str]) -> Rat:
    lists = {key: tuple(filter(None, map(str.strip, entry.get(key, "").split(",")))) for key in _KEYS}
    return Rat(
        code,
        tuple(phrase for phrase in lists["statt"] if phrase != "{person}"),
        entry["besser"],
        lists["ausser"],
        lists["nur_in"],
        lists["nicht_in"],
        entry.get("gewicht") == "hinweis",
    )


@cache
def _compiled(rat: Rat) -> re.Pattern[str]:
    phrases = (r"\s+".join(_word(word) for word in phrase.split()) + _noun_only(phrase) for phrase in rat.statt)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(phrases)})(?![\w-])")


def _word(word: str) -> str:
    if word == "{person}":
        return _PERSON
    stem, first = _stem(word), word[0]
    begun = f"[{first}{first.upper()}]" if first.islower() else re.escape(first)
    return f"{begun}{re.escape(stem[1:])}{_ENDINGS if _inflects(word) else ''}"


def _noun_only(phrase: str) -> str:
    """Return what tells „Illegale“ from „Illegale Rennen“: an adjective has a noun behind it."""
    last = phrase.rsplit(maxsplit=1)[-1]
    return r"(?!\s+[A-ZÄÖÜ])" if last[0].isupper() and last.endswith(("e", "er")) else ""


def _telling(word: str) -> tuple[bool, bool, int]:
    """Return how rarely a word is met, roughly: what everyone writes comes first."""
    return word not in _EVERYDAY, word[0].isupper(), len(word)


def _forms(word: str) -> set[str]:
    stem = _stem(word)
    endings = ("", *["e", "en", "er", "em", "es", "ern", "n", "ns", "s", "in", "innen"]) if _inflects(word) else ("",)
    forms = {word, *(stem + ending for ending in endings)}
    return forms | {form[0].upper() + form[1:] for form in forms}


def _stem(word: str) -> str:
    if not _inflects(word):
        return word
    return word.removesuffix("e") if word.endswith("e") else word


def _inflects(word: str) -> bool:
    return not word.isupper() and not any(sign.isdigit() for sign in word)
