"""What is looked for in the text of each record alone: while it is read, in whichever process reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.checks.personal import in_text, kind_of_entry, own_numbers

if TYPE_CHECKING:
    from sozialraum.checks.personal import Suspicion
    from sozialraum.load.entries import Entry
    from sozialraum.model.handbuch import Handbuch
    from sozialraum.wording import Fund, Sprache


class Seen(NamedTuple):
    """What stands in one text, before exceptions and the names of organisations are taken into account."""

    suspicions: tuple[Suspicion, ...]
    funde: tuple[Fund, ...]


@dataclass(frozen=True)
class TextLook:
    """A look for personal data and for words that label people (see `load.entries.Look`)."""

    sprache: Sprache

    def facts(self, settings: Handbuch) -> object:
        """Return what is found by besides the text."""
        return self.sprache.raete, settings.textpruefung.aktenzeichen

    def __call__(self, entry: Entry, settings: Handbuch) -> Seen | None:
        """Return what stands in a record, None where there is nothing."""
        own = own_numbers(settings.textpruefung.aktenzeichen)
        text = entry.document.text
        suspicions = tuple(in_text(entry.document.path, text, kind_of_entry(entry), own))
        funde = tuple(self.sprache.find(text, entry.ordner))
        return Seen(suspicions, funde) if suspicions or funde else None
