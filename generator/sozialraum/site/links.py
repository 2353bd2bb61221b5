"""Addresses inside the handbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sozialraum.load.entries import Entry


def page_of(entry: Entry) -> str:
    """Return the page of a record, from the site's root."""
    return f"{entry.ordner}/{entry.id}.html"


def from_section(page: str) -> str:
    """Return the address of a page as seen from any page one folder deep."""
    return f"../{page}"
