"""Check digits of German identifiers that no maintained library has.

Sources: § 2 VKVV (Versicherungsnummer), § 290 SGB V with the directive of the
GKV-Spitzenverband (Krankenversichertennummer), ICAO Doc 9303 (documents).
Each function takes capitals and digits without anything between them.
"""

from __future__ import annotations

import re

_RVNR = re.compile(r"\d{8}[A-Z]\d{3}\Z", re.ASCII)
_KVNR = re.compile(r"[A-Z]\d{9}\Z", re.ASCII)
_DOCUMENT = re.compile(r"[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}\d\Z", re.ASCII)
_RVNR_WEIGHTS = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
_KVNR_WEIGHTS = (1, 2) * 5
_DOCUMENT_WEIGHTS = (7, 3, 1) * 3
_LAST_MONTH = 12


def is_rvnr(number: str) -> bool:
    """Whether this is a Versicherungsnummer of the pension insurance.

    Day and month may be 00 where nobody knows them, and days are raised by 32
    or 64 when serial numbers run out: days are therefore not looked at.
    """
    if not _RVNR.match(number) or int(number[4:6]) > _LAST_MONTH:
        return False
    digits = number[:8] + _two_digits(number[8]) + number[9:11]
    return _weighted(digits, _RVNR_WEIGHTS) % 10 == int(number[11])


def is_kvnr(number: str) -> bool:
    """Whether this is the part of a Krankenversichertennummer that stays for life."""
    if not _KVNR.match(number):
        return False
    return _weighted(_two_digits(number[0]) + number[1:9], _KVNR_WEIGHTS) % 10 == int(number[9])


def is_document_number(number: str) -> bool:
    """Whether this is the number of a Personalausweis, Pass or Aufenthaltstitel with its check digit, the tenth sign."""
    if not _DOCUMENT.match(number):
        return False
    values = (int(sign, 36) for sign in number[:9])
    return sum(value * weight for value, weight in zip(values, _DOCUMENT_WEIGHTS, strict=True)) % 10 == int(number[9])


def _two_digits(letter: str) -> str:
    """Return A as 01 … Z as 26."""
    return f"{ord(letter) - ord('A') + 1:02d}"


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    """Return the sum of the digit sums of each digit times its weight."""
    products = (int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    return sum(product // 10 + product % 10 for product in products)
