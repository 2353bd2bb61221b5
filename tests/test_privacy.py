"""What is personal data and what only looks like it: every kind, every spelling, and where exactly it stands."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numbers_of_people import CHECKSUMMED, PUBLISHED, TRAPS, generated, phrasings, spellings
from sozialraum.privacy.check_digits import is_document_number, is_kvnr, is_rvnr
from sozialraum.privacy.contact_data import is_of_a_person
from sozialraum.privacy.detection import find_all, find_numbers
from sozialraum.privacy.masking import masked, masked_at
from sozialraum.privacy.patterns import compiled, problem_with
from sozialraum.privacy.people import find_name_in_file_name
from sozialraum.privacy.reading import compact, read


def kinds(text: str) -> set[str]:
    return {hit.art for hit in find_all(text)}


@pytest.mark.parametrize(("kind", "vector"), [(kind, each) for kind, all_ in PUBLISHED.items() for each in all_])
def test_published(kind: str, vector: str) -> None:
    """What laws, agencies and standards print as an example is found in the middle of a sentence."""
    assert kind in kinds(f"Dazu {vector} im Text.")


def test_how_people_write_it() -> None:
    """Every way to write it that `phrasings.txt` calls found is found, and each kind has more of them than of the others."""
    assert [words for _kind, words in phrasings(found=True) if not kinds(f"Die Person, dazu {words} im Text.")] == []
    found, missed = (Counter(kind for kind, _words in phrasings(found=each)) for each in (True, False))
    assert {kind: found[kind] > missed[kind] for kind in found} == dict.fromkeys(PUBLISHED, True)


def test_a_telephone_number_is_no_tax_id() -> None:
    """With a plus in front of it a number is a telephone number, though its digits pass the check of a tax id."""
    assert [hit.art for hit in find_numbers("49 30 8851267")] == ["eine Steuer-Identifikationsnummer"]
    assert find_numbers("+49 30 8851267") == []


@pytest.mark.parametrize("trap", TRAPS)
def test_looks_alike(trap: str) -> None:
    """Laws, motorways, rooms, bus lines, prices and course levels are nobody's data."""
    assert kinds(trap) == set()


@pytest.mark.parametrize("kind", CHECKSUMMED)
def test_every_spelling(kind: str) -> None:
    """A right number is found however it is written, and the place is exactly that of what was typed."""
    for number in generated(kind, 40):
        for spelling in spellings(kind, number):
            text = f"Am Rand, die Nummer\n{spelling} steht hier."
            assert [(hit.art, text[hit.start : hit.end]) for hit in find_numbers(text)] == [(kind, spelling)]


@pytest.mark.parametrize("kind", CHECKSUMMED)
def test_the_check_digit_counts(kind: str) -> None:
    """With another last digit the number is no number of this kind: orders and serial numbers stay quiet."""
    numbers = [number for number in generated(kind, 40) if number[-1].isdigit()]
    wrong = [f"{number[:-1]}{(int(number[-1]) + 1) % 10}" for number in numbers]
    assert not any(hit.art == kind for number in wrong for hit in find_numbers(f"Bestellung {number} ist da."))


def test_check_digits() -> None:
    """The examples of § 2 VKVV, of the directive on § 290 SGB V and the specimen of the Personalausweis are right."""
    assert is_rvnr("65170839J003")
    assert is_rvnr("15070649C103")
    assert not is_rvnr("65171339J003")  # there is no month 13
    assert is_kvnr("A123456780")
    assert not is_kvnr("A123456781")
    assert is_document_number("L01X00T471")
    assert not is_document_number("L01X00T444")  # what another library takes for right


def test_one_place_one_hit() -> None:
    """A Kundennummer that is called so is one finding, and the more exact one."""
    assert [hit.art for hit in find_all("Kundennummer: 123D456789")] == ["eine Kundennummer der Bundesagentur"]


def test_several_hits_in_order() -> None:
    """Everything in a text is found, from the top to the bottom."""
    text = "Frau Petersen, geb. 12.03.1984,\nLindenstraße 14, 0461 4802176, 35502BG0012345"
    assert [text[hit.start : hit.end] for hit in find_all(text)] == [
        "Frau Petersen", "geb. 12.03.1984", "Lindenstraße 14", "0461 4802176", "35502BG0012345",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "personal"),
    [
        ("erika.mustermann@kreis.de", True),
        ("m_mustermann-meier@kreis.de", False),
        ("erika_mustermann@kreis.de", True),
        ("info@kreis.de", False),
        ("buero.nordhang@kreis.de", False),
        ("jugend.sport@kreis.de", False),
    ],
)
def test_whose_mailbox(address: str, personal: bool) -> None:
    """Two names with a dot are a person, a word for a desk is not."""
    assert is_of_a_person(address) is personal


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("records/beratungen/frau-petersen.md", "/frau-petersen"),
        ("records/beratungen/beratung-mit-familie-yilmaz.md", "-familie-yilmaz"),
        ("records/vorhaben/frau-und-beruf.md", ""),
        ("records/schluesselpersonen/die-frau-vom-kiosk.md", ""),
        ("records/schluesselpersonen/die-frau-mit-dem-hund.md", ""),
        ("records/schluesselpersonen/frau-mittag.md", "/frau-mittag"),
        ("records/vorhaben/familienzentrum.md", ""),
    ],
)
def test_names_in_file_names(path: str, found: str) -> None:
    """A file name is read like a text."""
    assert "".join(path[hit.start : hit.end] for hit in find_name_in_file_name(path)) == found


def test_own_numbers() -> None:
    """A district says how its file numbers look; a placeholder is no expression, so nothing in it can run away."""
    pattern = compiled("50.2-####/##")
    assert [hit.art for hit in find_numbers("Siehe 50.2-1234/26.", [pattern])] == ["ein Aktenzeichen"]
    assert find_numbers("Siehe 5092-1234/26 und 50.2-12345/267.", [pattern]) == []
    assert compiled("(a+)+####").search("(a+)+2026")
    assert problem_with("@-###") == "Das Muster braucht mindestens 4 Ziffern (#), sonst trifft es zu viel."
    assert problem_with("#" * 41) == "Das Muster ist länger als 40 Zeichen."
    assert problem_with("JC @@ #### ####") == ""


def test_masked() -> None:
    """At most two signs at each end are shown, short hits less, and every sign keeps its column."""
    assert masked("35502BG0012345") == "35••••••••••45"
    assert masked("F32.1") == "F•••1"
    assert masked("Bo") == "••"
    assert masked_at("Die 35502BG0012345 und\n65 17\n0839 J 003.", [(4, 18), (23, 39)]) == (
        "Die 35••••••••••45 und\n65•••\n••••••••03."
    )


def test_one_spelling() -> None:
    """Look-alikes, digits of other scripts and what nobody sees become what they look like."""
    assert read("Ａ１２３\u00a0٤٥٦ Вас").text == "A123 456 Bac"
    assert read("3\u200b5&nbsp;5%20\\x30").text == "35 5 0"
    assert compact("65\u00a0170839-j.003") == "65170839J003"


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_places_of_any_text(text: str) -> None:
    """Whatever is typed, reading it keeps every place, and nothing is found outside of it."""
    reading = read(text)
    assert all(
        0 <= start <= end <= len(text)
        for start, end in map(reading.span, range(len(reading.text)), range(1, len(reading.text) + 1))
    )
    assert all(0 <= hit.start < hit.end <= len(text) for hit in find_all(text))


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="0123456789 BGDE/.-\nAaZ@Frau", max_size=2000))
def test_nothing_runs_away(text: str) -> None:
    """No heap of digits and separators keeps a pattern busy for ever."""
    assert all(hit.art for hit in find_all(text))
