"""Numbers of many records as one text: two thirds of a list of them, and quicker to read for a browser.

All numbers of a column take as many signs as the largest needs, the weightiest
first. `assets/spalten.js` reads them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Digits to the base of 64; none needs escaping."""


def coded(numbers: Sequence[int]) -> str:
    """Return whole numbers from 0 as text."""
    width = width_of(max(numbers, default=0))
    return "".join([with_width(number, width) for number in numbers])


def width_of(number: int) -> int:
    """Return how many signs a number needs, at least one."""
    return max(1, (number.bit_length() + 5) // 6)


def with_width(number: int, width: int) -> str:
    """Return a number as `width` signs."""
    return "".join([SIGNS[number >> 6 * place & 63] for place in range(width - 1, -1, -1)])
