"""What the generator writes looks as if a person had typed it, and reads back unchanged."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sozialraum.diagnostics import Span
from sozialraum.source.document import split
from sozialraum.source.write import front_matter, nested, record_text
from sozialraum.source.yaml_problems import no_space
from sozialraum.source.yaml_text import Origin, parse

TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=80)
LINES = st.lists(TEXT, max_size=4).map("\n".join)
KEY = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40).filter(
    lambda key: key != "<<" and not no_space(key, Span("x.md"))
)
FILLED = st.one_of(TEXT, LINES).filter(bool)
NESTED = st.recursive(
    FILLED,
    lambda inner: st.one_of(
        st.lists(st.one_of(st.just(""), inner), max_size=4), st.dictionaries(KEY, inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(KEY, NESTED, max_size=5))
def test_every_text_reads_back(values: dict[str, Any]) -> None:
    """Whatever nested text is written, the reader returns exactly that.

    Keys with an empty value are left out, since the reader drops them, and
    those it refuses: `<<`, and what begins with a space of another kind.
    """
    assert parse(front_matter(values), Origin("x.md")) == (values, [])


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_even_control_characters_read_back(text: str) -> None:
    """Control characters are written as visible escapes and survive as well."""
    written = front_matter({"titel": text})

    assert parse(written, Origin("x.md")) == ({"titel": text}, [])
    assert all(sign == "\n" or sign.isprintable() or ord(sign) > 0x9F for sign in written)


def test_a_record_looks_as_if_typed_by_hand() -> None:
    """Short lists of words stay on one line, sentences get a line each, groups are indented by two spaces."""
    values = {
        "titel": "Nähcafé",
        "angelegt_am": "2026-05-12",
        "themen": ["begegnung", "sprache"],
        "staerken": ["Der Markt am Samstag", "See"],
        "kontakt": {"telefon": "030 23125 117", "web": "https://www.example.org/treff"},
        "kontakte": [{"datum": "2026-02-11", "art": "erkundung"}, {"datum": "2026-03-01", "art": "pflege"}],
        "idee": "Erst ein Absatz.\n\nDann noch einer.",
    }

    assert front_matter(values) == dedent("""\
        titel: Nähcafé
        angelegt_am: 2026-05-12
        themen: [begegnung, sprache]
        staerken:
          - Der Markt am Samstag
          - See
        kontakt:
          telefon: 030 23125 117
          web: https://www.example.org/treff
        kontakte:
          - datum: 2026-02-11
            art: erkundung
          - datum: 2026-03-01
            art: pflege
        idee: |-
          Erst ein Absatz.

          Dann noch einer.
        """)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Café Süd", "x: Café Süd"),
        ("01067", "x: 01067"),
        ("10:30", "x: 10:30"),
        ("NO", "x: NO"),
        ("Di 14:00-17:00; Do 10:00-12:00", "x: Di 14:00-17:00; Do 10:00-12:00"),
        ("KiTa Kiwi (Kinder & Wirtschaft)", "x: KiTa Kiwi (Kinder & Wirtschaft)"),
        ("Ein „Café“, kein 'Bistro'", "x: Ein „Café“, kein 'Bistro'"),
        ("Café: Treffpunkt", 'x: "Café: Treffpunkt"'),
        ("Achtung:", 'x: "Achtung:"'),
        ("Raum #4", 'x: "Raum #4"'),
        ("*neu*", 'x: "*neu*"'),
        ("[[stadtteilcafe]]", 'x: "[[stadtteilcafe]]"'),
        ("- 20 Grad", 'x: "- 20 Grad"'),
        (" eingerückt", 'x: " eingerückt"'),
        ("", "x:"),
        ('"Die Schatzfinder" im Wald', "x: '\"Die Schatzfinder\" im Wald'"),
        ("a\n  \nb", 'x: "a\\n  \\nb"'),
    ],
)
def test_quotes_only_where_needed(text: str, line: str) -> None:
    """A value is quoted only where it would otherwise be read as something else."""
    assert front_matter({"x": text}) == line + "\n"


def test_long_lists_and_long_lines() -> None:
    """A list too long for one line gets a line per item; a long sentence is never wrapped."""
    words = [f"wort{number}" for number in range(20)]
    sentence = "sehr " * 80 + "lang"

    assert front_matter({"x": words}).count("\n") == 21
    assert front_matter({"x": sentence}) == f"x: {sentence}\n"


def test_a_record_text_is_taken_apart_again() -> None:
    """Front matter and body written together are what the reader finds."""
    document, found = split(record_text({"titel": "Nähcafé"}, "\nEin Satz.\n\n"), "x.md")

    assert found == []
    assert document is not None
    assert (document.front, document.body.strip()) == ("titel: Nähcafé\n", "Ein Satz.")


def test_a_record_without_a_body_ends_with_its_fence() -> None:
    """No empty lines are left where there is nothing to say."""
    assert record_text({"titel": "Nähcafé"}, "  ") == "---\ntitel: Nähcafé\n---\n"


def test_dotted_names_become_groups() -> None:
    """`kontakt.telefon` stands below `kontakt`, in the order of the names."""
    named = {"titel": "A", "kontakt.telefon": "1", "ort.plz": "2", "kontakt.email": "3"}

    assert nested(named) == {"titel": "A", "kontakt": {"telefon": "1", "email": "3"}, "ort": {"plz": "2"}}


def test_a_group_given_as_text_stays_a_text() -> None:
    """Contradicting names lose nothing the validation could not complain about."""
    assert nested({"kontakt": "Büro", "kontakt.telefon": "1"}) == {"kontakt": "Büro"}
