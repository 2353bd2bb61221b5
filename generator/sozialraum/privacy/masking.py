"""Showing that something is there without showing it: logs of pipelines are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DOT = "•"
_SHORT = 8
"""Below this many signs two at each end would give away most of it."""


def masked(hit: str) -> str:
    """Return a hit with its first and last signs only, as long as it was; line breaks stay."""
    shown = 2 if len(hit) >= _SHORT else 1 if len(hit) > 3 else 0  # noqa: PLR2004 - shorter is shown not at all
    middle = "".join(sign if sign == "\n" else DOT for sign in hit[shown : len(hit) - shown])
    return f"{hit[:shown]}{middle}{hit[len(hit) - shown :]}"


def masked_at(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text with every span masked; all other signs stay where they are."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}{masked(text[start:end])}{text[end:]}"
    return text
