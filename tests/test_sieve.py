"""A quick look may say "perhaps" of anything, but "no" only where nothing is."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numbers_of_people import CHECKSUMMED, PUBLISHED, TRAPS, generated, phrasings, spellings
from sozialraum import privacy
from sozialraum.privacy import contact_data, health, identifiers, plates, traits
from sozialraum.privacy.detection import find_all
from sozialraum.privacy.words import Phrase
from sozialraum.sieve import Sieve, SieveOfWords, widened
from sozialraum.wording import default_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES = [
    importlib.import_module(f"{privacy.__name__}.{each.name}") for each in pkgutil.iter_modules(privacy.__path__)
]


def phrases() -> Iterator[Phrase]:
    """Yield every phrase that any detector looks for."""
    for module in MODULES:
        yield from (each for each in vars(module).values() if isinstance(each, Phrase))
    yield from traits.TRAITS.values()


SIEVES = [
    *((each.pattern, each.may_be_in) for each in phrases()),
    *((kind.pattern, identifiers._MAY_HOLD) for kind in identifiers.IDENTIFIERS if kind.art != identifiers.STEUER_ID),
    (health._CODE, health._MAY_HOLD_CODES),
    (traits._PLACE, traits._MAY_HOLD_PLACES),
    *((each, plates._MAY_HOLD) for each in (plates._HYPHENED, plates._WITH_BLANKS, plates._CALLED_SO)),
    (contact_data._MOBILE, contact_data._DIALLED),
    (contact_data._WITH_SLASH, contact_data._DIALLED),
]
"""An expression of a detector and the sieve that stands before it."""


@pytest.mark.parametrize(("pattern", "may_hold"), SIEVES, ids=lambda each: getattr(each, "pattern", "")[:30])
def test_wherever_an_expression_matches_its_sieve_lets_the_text_through(
    pattern: re.Pattern[str], may_hold: Sieve
) -> None:
    """Whatever signs of Unicode a match is made of, and whatever stands around it."""

    @settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern))
    def lets_through(text: str) -> None:
        assert may_hold(text)

    lets_through()


KNOWN = [
    *(f"Dazu {each} im Text." for vectors in PUBLISHED.values() for each in vectors),
    *(f"Die Person, dazu {words} im Text." for found in (True, False) for _kind, words in phrasings(found=found)),
    *(f"Nummer {each}." for kind in CHECKSUMMED for number in generated(kind, 3) for each in spellings(kind, number)),
    *TRAPS,
]


@pytest.fixture
def without_sieves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every text through, so that each detector looks for itself."""
    monkeypatch.setattr(Sieve, "__call__", lambda _sieve, _text: True)


def test_the_sieves_hold_nothing_back(without_sieves: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of all that is known to be personal data, and of all that only looks like it, the same is found without them."""
    expected = [find_all(text) for text in KNOWN]
    monkeypatch.undo()
    assert [find_all(text) for text in KNOWN] == expected


PIECES = st.sampled_from(
    [
        "0",
        "1",
        "047",
        "Tel",
        "Nr.",
        "geb",
        ".",
        " ",
        "\n",
        "(",
        "at",
        ")",
        "@",
        "Ä",
        "\ud800",
        "Ausweis",
        "Str.",
        "12",
        "*",
        "X",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_the_sieves_hold_nothing_back_of_any_text(text: str) -> None:
    """Nor in any other text, however its signs are mixed."""
    found = find_all(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sieve, "__call__", lambda _sieve, _text: True)
        assert find_all(text) == found


def test_advice_on_words_needs_one_of_its_words() -> None:
    """A text is read for advice only where one of the words stands that each advice begins with."""
    assert not default_wording()._may_apply("Dienstags wird gemeinsam gekocht.")
    assert default_wording()._may_apply("Ein Angebot für sozial Schwache")


def test_a_list_too_long_for_a_sieve() -> None:
    """A district with more words than the engine takes at once gets no sieve, but its advice all the same."""
    assert SieveOfWords(["Wort" * 500_000])("Nichts davon.")


def test_what_is_left_out() -> None:
    """What only looks around a place is dropped, also with brackets of its own; classes of signs grow."""
    assert widened(re.compile(r"(?<![\w-])\bA(?!B(?:C|D)[)])\d{2}\Z")) == r"A[0-9\x80-\x{10FFFF}]{2}"
    assert (
        widened(re.compile(r"(?i:bin)[a\s]"))
        == "(?i:b[iI\u0130\u0131]n)[\u0130\u0131a\\x09-\\x0d\\x1c-\\x20\\x80-\\x{10FFFF}]"
    )


def test_what_cannot_be_widened() -> None:
    """A class that says what is not in it would let through less than the expression does; nobody may write one."""
    with pytest.raises(ValueError, match="cannot be widened"):
        widened(re.compile(r"[^\w]"))


def test_what_is_no_unicode_is_looked_at() -> None:
    """Half a surrogate cannot be handed to the engine, so such a text is always looked at."""
    assert Sieve(re.compile("A"))("\ud800")
