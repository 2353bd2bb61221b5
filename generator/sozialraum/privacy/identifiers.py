"""Numbers that stand for one person, in every usual spelling (formats: domain.md 4.6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.privacy.check_digits import is_document_number, is_kvnr, is_rvnr
from sozialraum.privacy.hit import GAP, Hit
from sozialraum.privacy.words import ends_of
from sozialraum.sieve import Sieve

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOCUMENT_LETTERS = "CFGHJKLMNPRTVWXYZ"
_EITHER_CASE = f"{_DOCUMENT_LETTERS}{_DOCUMENT_LETTERS.lower()}"
_BETWEEN = r"[ \t.\-–/()\n>]{0,14}"
"""`GAP` as one class of signs: looser, and quicker where nothing is."""
_SOME_NUMBER = re.compile(
    r"[0-9](?:(?<![0-9][0-9])(?![0-9]{3}-[01][0-9]-[0-3][0-9](?![0-9]))"
    rf"(?:(?:{_BETWEEN}(?:[A-Za-z]{{1,2}}{_BETWEEN})?[0-9]){{8,}}|[0-9]{{7}})"
    rf"|[{_EITHER_CASE}][{_EITHER_CASE}0-9])"
)
"""Nine digits that belong together and are no ISO date, eight without a gap, or digits and capitals mixed.

One pass over a text that decides whether and where anything else is tried; it begins with a plain class of
signs, which the engine skips to quickly.
"""
_BEFORE, _AFTER = 12, 14
"""How far an identifier may reach beyond what `_SOME_NUMBER` found of it."""


def _digits(*groups: int) -> str:
    """Return a pattern for groups of digits with gaps, or without any."""
    return GAP.join(f"[0-9]{{{size}}}" for size in groups)


def _apart(count: int) -> str:
    """Return a pattern for digits that may each stand apart from the next, however they are grouped."""
    return f"[0-9](?:{GAP}[0-9]){{{count - 1}}}"


def _is_idnr(number: str) -> bool:
    from stdnum.de import idnr

    return bool(idnr.is_valid(number))


def _is_iban(number: str) -> bool:
    from stdnum import iban

    return bool(iban.is_valid(number))


def _anything(_number: str) -> bool:
    return True


class Identifier(NamedTuple):
    """A kind of number: its name in a sentence, its form, and whether a number of that form is really one.

    `right` gets capitals and digits only.
    """

    art: str
    pattern: re.Pattern[str]
    right: Callable[[str], bool] = _anything


AUSWEIS = "eine Ausweisnummer"
BG = "eine BG-Nummer"
STEUER_ID = "eine Steuer-Identifikationsnummer"
KUNDENNUMMER = "eine Kundennummer der Bundesagentur"
IDENTIFIERS = (
    Identifier(
        "eine IBAN", re.compile(rf"(?<!\w)DE{GAP}[0-9]{{2}}(?:{GAP}[0-9]){{18}}(?![^\W_])", re.IGNORECASE), _is_iban
    ),
    Identifier(
        "eine IBAN",
        re.compile(r"(?<!\w)(?:[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]){11,30}|[a-z]{2}[0-9]{2}[a-z0-9]{11,30})(?![^\W_])"),
        _is_iban,
    ),
    Identifier(
        BG,
        re.compile(
            rf"(?<!\w){_apart(5)}{GAP}(?:B[ .]?G\.?|//){GAP}{_apart(7)}(?!\w)",
            re.IGNORECASE,
        ),
    ),
    Identifier(BG, re.compile(rf"\bBG{GAP}(?:(?:Nr\.?|Nummer):?{GAP})?(?:{_digits(5)}{GAP})?{_digits(7)}(?!\w)")),
    Identifier(
        "eine Rentenversicherungsnummer",
        re.compile(
            rf"(?<!\w)[0-9]{{2}}{GAP}(?:{_digits(6)}|{_digits(2, 2, 2)}){GAP}[A-Z]{GAP}(?:{_digits(3)}|{_digits(2, 1)})(?!\w)",
            re.IGNORECASE,
        ),
        is_rvnr,
    ),
    Identifier(
        "eine Krankenversichertennummer",
        re.compile(rf"(?<!\w)[A-Z]{GAP}[0-9]{{3}}{GAP}[0-9]{{3}}{GAP}[0-9]{{3}}(?!\w)", re.IGNORECASE),
        is_kvnr,
    ),
    Identifier(
        STEUER_ID,
        re.compile(rf"(?:(?<![\w.,/+-])|(?<=Nr\.)){_apart(11)}(?![\w/-])"),
        _is_idnr,
    ),
    Identifier(
        AUSWEIS,
        re.compile(rf"(?<!\w)[{_EITHER_CASE}][{_EITHER_CASE}0-9]{{8}}[ <-]?[0-9](?!\w)"),
        is_document_number,
    ),
    Identifier(
        KUNDENNUMMER,
        re.compile(rf"(?<!\w)[0-9]{{3}}{GAP}[A-Z]{GAP}(?:{_digits(6)}|{_digits(3, 3)})(?!\w)", re.IGNORECASE),
    ),
)
"""In this order: where two forms overlap, the more specific one comes first."""

_WITHOUT_LETTERS = tuple(kind for kind in IDENTIFIERS if kind.art == STEUER_ID)
_LETTER = re.compile(r"[A-Za-z]")
_LETTER_BEFORE = re.compile(r"[A-Za-z][ \t.\-–/()\n>]{0,3}\Z")
"""A letter that may belong to the number; most telephone numbers have none and need one look instead of eight."""

_DOCUMENTS = ("usweis", "USWEIS", "pass", "Pass", "erso", "ufenthaltstitel", "estattung", "uldung", "AZR", "eAT")
_AFTER_DOCUMENT = re.compile(
    r"(?i:dokument|es|s)?[ -]?(?i:nr\.?|nummer)?[\s:.]{0,3}(?:lautet|ist|war)?[\s:(„\"]{0,3}"
    rf"((?=[A-Za-z]{{0,9}}[0-9])[{_EITHER_CASE}][{_EITHER_CASE}0-9]{{8}}|[A-Z]{{0,3}}[ -]?[0-9]{{6,9}}[A-Z]?|(?:[0-9] ?){{11}}[0-9])(?!\w)"
)
"""The number after the name of a document: German and foreign ones, without a check digit to go by."""
_LIKE_STEUER_ID = re.compile(rf"(?:^|[^0-9A-Za-z_.,/+-]|Nr\.)[1-9](?:{GAP}[0-9]){{10}}")
"""As many digits as it has, but not after a 0, with which nearly every telephone number begins and it never does."""
_MAY_HOLD = Sieve(
    *(kind.pattern for kind in IDENTIFIERS if kind.art != STEUER_ID),
    _LIKE_STEUER_ID,
    re.compile(rf"(?:{'|'.join(_DOCUMENTS)}){_AFTER_DOCUMENT.pattern}"),
)


def find_identifiers(text: str) -> list[Hit]:
    """Return the numbers in a text that stand for one person."""
    if not _MAY_HOLD(text):
        return []
    named = (_AFTER_DOCUMENT.match(text, end) for end in ends_of(_DOCUMENTS, text))
    hits = [Hit(AUSWEIS, found.start(1), found.end(1)) for found in named if found]
    return hits + [hit for run in _SOME_NUMBER.finditer(text) for hit in _around(text, run)]


def _around(text: str, run: re.Match[str]) -> Iterator[Hit]:
    first, last = max(0, run.start() - _BEFORE), min(len(text), run.end() + _AFTER)
    bare = not _LETTER.search(run[0]) and "//" not in run[0] and not _LETTER_BEFORE.search(text, first, run.start())
    for kind in _WITHOUT_LETTERS if bare else IDENTIFIERS:
        for found in kind.pattern.finditer(text, first, last):
            if kind.right(_only(found[0])):
                yield Hit(kind.art, found.start(), found.end())


def _only(written: str) -> str:
    return "".join(sign for sign in written.upper() if sign.isalnum())
