"""A text as the detectors read it: one spelling for every way to write the same signs.

Unicode digits become digits, look-alike letters of other scripts the Latin
ones, odd spaces a space; what nobody sees is dropped, and what is written out
(`%20`, `&nbsp;`, `\\x35`) is read. Places are kept, so that line and column of a
hit are those of the text as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_ODD = re.compile("[^\t\n -~ÄÖÜäöüßéèáàç§°²³·„“”‚‘’»«–—…•→€☎✓]")
"""Whatever is neither ASCII nor usual in a German text."""
_USUAL = bytes([*b"\t\n", *range(ord(" "), ord("~") + 1)])
_WRITTEN_OUT = re.compile(
    r"%[2-7][0-9A-Fa-f]|%C2%A0|&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|nbsp|shy|ensp|emsp|thinsp);|\\[xu][0-9A-Fa-f]{2,4}"
)
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјорсхуӏԁԍԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧϜοικνρυϳ",
    "ABESIJKMHOPCTXYaesijopcxyldgqwABEZHIKMNOPTYXFoiknpuj",
)
"""Cyrillic and Greek letters that look like Latin ones (from the confusables of Unicode TR 39)."""


class Reading(NamedTuple):
    """A text for the detectors. `places` are the offsets of its signs in the original, None where they are the same."""

    text: str
    places: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the signs from `start` to `end` stand in the original."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def read(text: str) -> Reading:
    """Return `text` in one spelling."""
    escaped = bool(_WRITTEN_OUT.search(text)) if "%" in text or "&" in text or "\\" in text else False
    odd = {sign: _folded(sign) for sign in _odd_signs(text)}
    if not escaped and not odd:
        return Reading(text)
    if not escaped and all(len(folded) == 1 for folded in odd.values()):
        return Reading(text.translate({ord(sign): folded for sign, folded in odd.items()}))
    return _with_places(text, odd)


def compact(text: str) -> str:
    """Return what stays the same however a hit is spelled: capitals and digits, nothing between them."""
    return "".join(sign for sign in read(text).text.upper() if sign.isalnum() or sign == "@")


def _odd_signs(text: str) -> set[str]:
    """Return what is to be folded; all that is ASCII is taken away first, which costs next to nothing."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _USUAL)
    return {*_ODD.findall(rest.decode("utf-8", "surrogatepass"))} if rest else set()


def _with_places(text: str, odd: dict[str, str]) -> Reading:
    signs: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        escape = _WRITTEN_OUT.match(text, at) if text[at] in "%&\\" else None
        plain = _unescaped(escape[0]) if escape else odd.get(text[at], text[at])
        signs.append(plain)
        places += [at] * len(plain)
        at = escape.end() if escape else at + 1
    return Reading("".join(signs), places)


def _unescaped(written: str) -> str:
    if written[0] == "&":
        plain = unescape(written)
    else:
        plain = "\u00a0" if written == "%C2%A0" else chr(int(written.lstrip("%\\xu"), 16))
    return "".join(_folded(sign) if _ODD.match(sign) else sign for sign in plain)


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    category = unicodedata.category(sign)
    if category in {"Cf", "Mn", "Me"}:
        return ""
    if category in {"Zs", "Zl", "Zp"}:
        return " "
    if category == "Pd" or sign == "\u2212":
        return "-"
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    alike = sign.translate(_LOOK_ALIKES)
    plain = unicodedata.normalize("NFKC", alike)
    return plain if len(plain) == 1 else alike
