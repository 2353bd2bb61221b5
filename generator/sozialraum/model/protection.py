"""Places that must not be found: where people have brought themselves into safety.

Records with the topic `gewaltschutz` are reached by telephone. Whatever someone
wrote there about a place is taken away before anything is made of it, in every
build and for every audience.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sozialraum.model.record import Record

PROTECTED_TOPIC = "gewaltschutz"
"""Shelters must not be found by those who are dangerous; the topic marks them."""

WAY_FIELDS = ("haltestelle", "weg")
"""What tells the way there, within `erreichbarkeit`."""


def is_protected(record: Record) -> bool:
    """Whether the place of a record is nobody's business."""
    return PROTECTED_TOPIC in getattr(record, "themen", ())


def without_place(record: Record) -> Record:
    """Return a protected record without address, coordinates and way; any other one as it is."""
    if not is_protected(record):
        return record
    changed: dict[str, Any] = {"ort": None} if getattr(record, "ort", None) else {}
    way = getattr(record, "erreichbarkeit", None)
    if way and any(getattr(way, name) for name in WAY_FIELDS):
        changed["erreichbarkeit"] = way.model_copy(update=dict.fromkeys(WAY_FIELDS))
    return record.model_copy(update=changed) if changed else record
