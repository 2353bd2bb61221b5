"""A quick look over a whole text, whether anything of what is looked for can be in it at all.

Python's expressions try every sign of a text in turn, and most texts hold
nothing. The expressions of Rust, which pydantic brings along, go through a text
once for all that is looked for, ten to thirty times faster, but cannot look
around a place. So each sieve is made from the expressions it stands before,
without what only narrows them: "no" is certain, "yes" means that it is worth
looking.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic_core import SchemaError, SchemaValidator, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!]|\(\?i:|[()]|[^\\\[()]", re.DOTALL)
_LOOKS_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
_NOT_ASCII = r"\x80-\x{10FFFF}"
_WIDER = {r"\w": f"0-9A-Za-z_{_NOT_ASCII}", r"\d": f"0-9{_NOT_ASCII}", r"\s": rf"\x09-\x0d\x1c-\x20{_NOT_ASCII}"}
"""What Unicode says of signs beyond ASCII is not asked: it differs between the two, and makes a sieve slow."""
_PLACES = {r"\b", r"\A", r"\Z"}
_ALIKE = {"i": "[iI\u0130\u0131]", "I": "[iI\u0130\u0131]"}
"""Letters that only Python takes for the same where case does not matter."""


class Sieve:
    """Whether one of some expressions may match anywhere in a text; where it says no, none of them does."""

    def __init__(self, *patterns: re.Pattern[str]) -> None:
        self._patterns = patterns

    def __call__(self, text: str) -> bool:
        """Return whether it is worth looking."""
        return self._may_hold(text) or not _is_unicode(text)

    @cached_property
    def _may_hold(self) -> Callable[[str], bool]:
        return _matching("|".join(f"(?:{widened(each)})" for each in self._patterns))


class SieveOfWords(Sieve):
    """Whether one of some words may be anywhere in a text, also inside of another one."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__()
        self._words = words

    @cached_property
    def _may_hold(self) -> Callable[[str], bool]:
        try:
            return _matching("|".join(map(re.escape, self._words)))
        except SchemaError:  # more words than the engine takes at once: then every text is worth looking
            return lambda _text: True


def widened(pattern: re.Pattern[str]) -> str:
    """Return an expression for Rust that matches wherever `pattern` does, and in more places."""
    folded = bool(pattern.flags & re.IGNORECASE)
    alike = folded or "(?i:" in pattern.pattern
    wider = "".join(_wider(piece, alike=alike) for piece in _without_look_arounds(pattern.pattern))
    return f"(?i:{wider})" if folded else wider


def _without_look_arounds(pattern: str) -> Iterator[str]:
    depth = 0
    for piece in _PIECE.findall(pattern):
        if depth or piece in _LOOKS_AROUND:
            depth += piece.startswith("(") - (piece == ")")
        else:
            yield piece


def _wider(piece: str, *, alike: bool) -> str:
    if piece in _PLACES:
        return ""
    if piece in _WIDER:
        return f"[{_WIDER[piece]}]"
    if piece.startswith("["):
        return _wider_class(piece, alike=alike)
    return _ALIKE.get(piece, piece) if alike else piece


def _wider_class(piece: str, *, alike: bool) -> str:
    """Return a class of signs with more in it; one that says what is *not* in it must name plain signs only."""
    if piece.startswith("[^"):
        if alike or any(each in piece for each in _WIDER):
            message = f"{piece} cannot be widened"
            raise ValueError(message)
        return piece
    for each, signs in _WIDER.items():
        piece = piece.replace(each, signs)
    return f"[\u0130\u0131{piece[1:]}" if alike else piece


def _matching(pattern: str) -> Callable[[str], bool]:
    schema = core_schema.str_schema(pattern=pattern, regex_engine="rust-regex")
    return SchemaValidator(schema).isinstance_python


def _is_unicode(text: str) -> bool:
    """Whether a text can be written as UTF-8; halves of surrogates, of which nothing is known, cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
