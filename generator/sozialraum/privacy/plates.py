"""Number plates of cars.

`unterscheidungszeichen.txt` lists the signs of the registration districts. With
a hyphen any sign counts, since many old ones have come back; with blanks, or
with nothing between, only a known one does, or what is called a plate.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from sozialraum.privacy.hit import Hit
from sozialraum.sieve import Sieve

if TYPE_CHECKING:
    from collections.abc import Iterator

KENNZEICHEN = "ein Autokennzeichen"

_LOOKS_ALIKE = re.compile(r"[A-Z] ?-? ?[1-9]")
"""A quick look before the slow ones."""
_LONGEST = 16
_NO_DISTRICT = r"(?!(?:JC|SGB|BGB|DIN|ISO|EN|LK|KB|VH|TN|AZ|BA|TP|NR|ALG|MAE)-|[A-Z]+-RR )"
"""Laws, our own numbering, and the reports of journals."""
_YEAR = r"(?!(?:19|20)[0-9]{2}\b)"
_A_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
_END = r"[EH]?(?![\w-]|[./][0-9])"
_HYPHENED = re.compile(
    rf"(?<![\w-]){_NO_DISTRICT}([A-ZÄÖÜ]{{1,3}}) ?[-–] ?[A-Z]{{1,2}} ?-? ?(?:{_YEAR}|(?<=[A-Z][A-Z])|(?<=[A-Z][A-Z][ -]))"
    rf"[1-9][0-9]{{0,3}}{_END}"
)
_WITH_BLANKS = re.compile(
    rf"(?<![\w-])([A-ZÄÖÜ]{{1,3}})[ :](?!II |IV |VI |IX |XI )(?:[A-Z]{{2}} {_YEAR}[1-9][0-9]{{0,3}}|[A-Z] {_YEAR}[1-9][0-9]{{2,3}}){_END}"
)
_CALLED_SO = re.compile(
    r"(?i:kennzeichen)(?:s|: ?| ist| lautet|)[ „\"]{0,3}(?=[A-ZÄÖÜ])([A-ZÄÖÜ]{1,3}[ :–-]{0,3}[A-Z]{1,2}[ -]{0,3}[1-9][0-9]{0,3}[EH]?)(?!\w)"
)
_MAY_HOLD = Sieve(_HYPHENED, _WITH_BLANKS, _CALLED_SO)


def find_plates(text: str) -> list[Hit]:
    """Return number plates. „SGB II 2023“ is none: there is no such district."""
    if not _MAY_HOLD(text):
        return []
    spans = [span for place in _LOOKS_ALIKE.finditer(text) for span in _around(text, place.start())]
    if "ennzeichen" in text:
        spans += [each.span(1) for each in _CALLED_SO.finditer(text)]
    return [Hit(KENNZEICHEN, *span) for span in dict.fromkeys(spans)]


def _around(text: str, place: int) -> Iterator[tuple[int, int]]:
    first, last = max(0, place - _LONGEST), place + _LONGEST
    for each in _HYPHENED.finditer(text, first, last):
        if each[1] in districts() or not _A_YEAR.search(each[0]):
            yield each.span()
    for each in _WITH_BLANKS.finditer(text, first, last):
        if each[1] in districts():
            yield each.span()


@cache
def districts() -> frozenset[str]:
    """Return the signs of registration districts."""
    text = resources.files("sozialraum.privacy").joinpath("unterscheidungszeichen.txt").read_text("utf-8")
    return frozenset(" ".join(line for line in text.splitlines() if not line.startswith("#")).split())
