"""Plain front matter is read without the YAML library, and never otherwise than with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sozialraum.source import yaml_text
from sozialraum.source.plain_yaml import plain_values
from sozialraum.source.yaml_text import Origin

if TYPE_CHECKING:
    from sozialraum.source.yaml_text import Values

PIECES = st.sampled_from(
    ["a", "b", "titel", " ", "  ", "    ", ":", ": ", "- ", "-", "\n", "\n  ", "\n- ", "\n  - ", "[", "]", ", ", ",",
     '"', "'", "#", " #", "\\", "|", ">", "&x", "*x", "!x", "? ", "{", "}", "%", "@", "ä", "10:30", "01067", "NO", "~",
     "„Café“", "---", "...", "\t", "\r", "\u2028", "<<", "a: 1\n", "b:\n", "c: [x, y z]\n", "  - d: 2\n    e: 3\n"]
)  # fmt: skip


def by_the_library(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Values | None, int]:
    """Return what PyYAML makes of a text, and how many complaints there are."""
    with monkeypatch.context() as patch:
        patch.setattr("sozialraum.source.yaml_text.plain_values", lambda _text: None)
        values, found = yaml_text.parse(text, Origin("records/teams/x.md", 2))
    return values, len(found)


@given(st.lists(PIECES, max_size=24).map("".join))
@example("a: 1\nb:\n- x\n- y\nc: z")
@example("a:\n  b: 1\n - c")
@example("a:\n- b: 1\n  c: 2\n-  b: 3\n   c: 4")
@example("a: b\n c")
@example("a: b: c")
@example("a: 'it''s'")
@example('a: "\\u202e"')
@example("a: b\na: c")
@example("a: [b, , c]")
@example("a:\n  b:\nc:\n  - d:\n    e:\nf: []\ng:\n  - h:\n  - h: i")
@example("a:\n  b:\n    c:")
@example("a:\n  - ''\nb: ''")
@example("a: [b, c,]")
@example("a: - b")
@example("a:\n\n  b: 1")
@example("a: b #c\nd: e#f")
@example("\n".join(f"{' ' * depth}a:" for depth in range(30)))
def test_as_the_library_reads(text: str) -> None:
    """Whatever is written, a reading without the library is the library's own, and it complains of nothing."""
    for whole in (text, f"{text}\n"):
        plain = plain_values(whole)
        if plain:
            assert (plain, 0) == by_the_library(whole, pytest.MonkeyPatch())


def test_the_last_line_counts_without_its_end() -> None:
    """Settings that an editor saved without a line end at the end are read to the end."""
    assert plain_values("name: Probe\nkontaktspeicher: ../kontakte") == {
        "name": "Probe",
        "kontaktspeicher": "../kontakte",
    }


def test_what_is_plain() -> None:
    """Bare and quoted values, lists with dashes and brackets, groups and lists of groups are read; empty keys are not there."""
    text = """\
titel: Café: Treffpunkt? Nein, hier
titel2: "Café: Treffpunkt"
plz: '01067'
leer:
themen: [wohnen, psychische_gesundheit, am Hang]
ort:
  name: Halle # 3
"""
    assert plain_values(text) is None, "a bare value with a colon or a comment is the library's business"
    text = text.replace("titel: Café: Treffpunkt? Nein, hier\n", "").replace(" # 3", "")
    assert plain_values(
        text + "schritte:\n  - was: Stühle holen\n    wer: K5\n  - was: Tee\nnamen:\n- eins\n- zwei\n"
    ) == {
        "titel2": "Café: Treffpunkt",
        "plz": "01067",
        "themen": ["wohnen", "psychische_gesundheit", "am Hang"],
        "ort": {"name": "Halle"},
        "schritte": [{"was": "Stühle holen", "wer": "K5"}, {"was": "Tee"}],
        "namen": ["eins", "zwei"],
    }
