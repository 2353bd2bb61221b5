"""What is looked for, and how much of it: the two depths at which a text is read.

`find_numbers` runs over every text and is one pass of a regular expression where
nothing is. `find_all` reads texts about people, in which names, addresses and
diagnoses must not stand either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.privacy.birthdays import find_birthdays
from sozialraum.privacy.contact_data import find_addresses, find_mails, find_telephones
from sozialraum.privacy.file_numbers import find_file_numbers, find_own_numbers
from sozialraum.privacy.health import find_diagnoses, find_health
from sozialraum.privacy.hit import Hit, apart
from sozialraum.privacy.identifiers import find_identifiers
from sozialraum.privacy.people import find_initials, find_names
from sozialraum.privacy.plates import find_plates
from sozialraum.privacy.reading import read
from sozialraum.privacy.traits import find_traits
from sozialraum.privacy.words import Words

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence

ALWAYS: tuple[Callable[[str], list[Hit]], ...] = (find_identifiers, find_birthdays, find_mails)
"""In this order: where two find the same signs, the first one says what they are."""
BY_SIGNS: tuple[Callable[[str], list[Hit]], ...] = (find_telephones, find_addresses, find_plates)
BY_WORDS: tuple[Callable[[Words], list[Hit]], ...] = (
    find_file_numbers,
    find_diagnoses,
    find_names,
    find_initials,
    find_health,
    find_traits,
)


def find_numbers(text: str, own: Sequence[re.Pattern[str]] = ()) -> list[Hit]:
    """Return what must not stand in any record, and mail addresses, with places in `text` as typed."""
    reading = read(text)
    hits = [hit for find in ALWAYS for hit in find(reading.text)] + find_own_numbers(reading.text, own)
    return [Hit(hit.art, *reading.span(hit.start, hit.end)) for hit in apart(hits)] if hits else hits


def find_all(text: str, own: Sequence[re.Pattern[str]] = ()) -> list[Hit]:
    """Return everything that could tell who a text is about, with places in `text` as typed."""
    reading = read(text)
    words = Words(reading.text)
    hits = [hit for find in ALWAYS for hit in find(reading.text)] + find_own_numbers(reading.text, own)
    hits += [hit for find in BY_SIGNS for hit in find(reading.text)]
    hits += [hit for find in BY_WORDS for hit in find(words)]
    return [Hit(hit.art, *reading.span(hit.start, hit.end)) for hit in apart(hits)]
