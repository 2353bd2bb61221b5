"""What nobody thought of: any bytes, any text, every official YAML case, 710 records by others."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import yaml
from districts import District, found
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sozialraum.diagnostics import Diagnostic, Span
from sozialraum.load.entries import read_district
from sozialraum.output import OUTPUTS
from sozialraum.project import check
from test_bad_input import RIGHT, TEAM

SHARED = Path(__file__).parents[2] / "shared" / "data"
SUITE = SHARED / "yaml-test-suite" / "src"
OTHERS = SHARED / "civic-datenprojekte"

YAML_SIGNS = st.text(st.sampled_from(" \n\t-:?[]{},&*!|>'\"%@`#<=.~\\01aä\ufeff\x85\r"), max_size=60)
"""Text in which every sign means something."""


def team_of(raw: bytes) -> tuple[bool, list[Diagnostic]]:
    """Return whether a file became a record, and what was said about it."""
    with tempfile.TemporaryDirectory() as folder:
        district = District.minimal(Path(folder))
        district.write(TEAM, raw)
        read, diagnostics = read_district(district.records)
        for format_ in OUTPUTS.values():
            format_(diagnostics, district.base).encode("utf-8")
        return any(entry.id == "team-sued" for entry in read.entries), diagnostics


def assert_explained(raw: bytes) -> None:
    """Fail where a file is neither a record nor explained, or a diagnostic is not of use."""
    became_record, diagnostics = team_of(raw)
    assert became_record or diagnostics
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    for each in diagnostics:
        assert each.span.path == f"records/{TEAM}"
        assert 0 <= each.span.line <= lines
        assert each.message
        assert each.remedy


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b"\xef\xbb\xbf\xef\xbb\xbf---\n---\n")
@example(b"---\n\xff\n---\n")
def test_any_bytes(raw: bytes) -> None:
    """Any bytes are a record or a diagnostic, never an exception."""
    assert_explained(raw)


@given(st.text(max_size=120) | YAML_SIGNS)
@example("a: [")
@example("a: &a [*a]")
@example("? - ? - a")
@example("\ud7ff: '\U0010ffff'")
def test_any_front_matter(front: str) -> None:
    """Any text between two fences is a record or a diagnostic with a place in the file."""
    assert_explained(f"---\n{front}\n---\n".encode("utf-8", "surrogatepass"))


@given(st.sampled_from([2, 3, 4, 5]), YAML_SIGNS)
@settings(max_examples=200)
def test_any_value(line: int, value: str) -> None:
    """Any text instead of a right value is a record or a diagnostic."""
    lines = RIGHT.split("\n")
    lines[line - 1] = f"{lines[line - 1].split(':')[0]}: {value}"
    assert_explained("\n".join(lines).encode())


@given(st.text(max_size=200) | YAML_SIGNS)
def test_any_vocabulary(text: str) -> None:
    """Any text as a vocabulary leaves the default words as they are, or says what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        district = District.minimal(Path(folder))
        district.write("vokabular/themen.yml", text.encode("utf-8", "replace"))
        read, diagnostics = read_district(district.records)
    assert {each.span.path for each in diagnostics} <= {"records/vokabular/themen.yml"}
    assert read.vokabular.name("themen", "mobilitaet")


@given(st.text(max_size=200) | YAML_SIGNS)
def test_any_settings(text: str) -> None:
    """Any text as settings is settings, or says what is wrong and does not keep records from being read."""
    with tempfile.TemporaryDirectory() as folder:
        district = District.minimal(Path(folder))
        district.write("handbuch.yml", text.encode("utf-8", "replace"))
        read, diagnostics = read_district(district.records)
    assert {each.span.path for each in diagnostics} == {"records/handbuch.yml"}
    assert len(read.entries) == 3


def _cases() -> list[tuple[str, str]]:
    """Return name and YAML of every official case, its visible signs turned back (see the ReadMe there)."""
    cases = []
    for file in sorted(SUITE.glob("*.yaml")):
        text = ""
        for number, case in enumerate(yaml.safe_load(file.read_text("utf-8"))):
            text = case.get("yaml", text)
            for shown, meant in (
                ("␣", " "), ("———»", "\t"), ("——»", "\t"), ("—»", "\t"), ("»", "\t"),
                ("↵", ""), ("∎\n", ""), ("←", "\r"), ("⇔", "\ufeff"),
            ):  # fmt: skip
                text = text.replace(shown, meant)
            cases.append((f"{file.stem}-{number}", text))
    return cases


@pytest.mark.skipif(not SUITE.is_dir(), reason=f"The official YAML cases are not here: {SUITE}")
def test_official_yaml(official_cases: list[tuple[str, str]]) -> None:
    """Each of the official YAML cases as front matter is a record or a diagnostic."""
    assert len({name.split("-")[0] for name, _text in official_cases}) == 351
    for name, text in official_cases:
        try:
            assert_explained(f"---\n{text}\n---\n".encode())
        except Exception as error:
            error.add_note(f"official case {name}: {text!r}")
            raise


@pytest.fixture(scope="module")
def official_cases() -> list[tuple[str, str]]:
    """The official cases."""
    return _cases()


@pytest.mark.skipif(not OTHERS.is_dir(), reason=f"The records by others are not here: {OTHERS}")
def test_records_by_others() -> None:
    """A heap of Markdown that was never meant for this is checked, and each file is named."""
    _checked, diagnostics = check(OTHERS)

    named = {each.span.path for each in diagnostics}
    files = {file.relative_to(OTHERS.parent).as_posix() for file in OTHERS.rglob("*.md")}
    assert len(files) == 710
    assert files - named == {"civic-datenprojekte/README.md"}
    for format_ in OUTPUTS.values():
        assert format_(diagnostics, OTHERS.parent).encode("utf-8")


@pytest.mark.skipif(not OTHERS.is_dir(), reason=f"The records by others are not here: {OTHERS}")
def test_an_indented_fence_among_records_by_others() -> None:
    """Their projects close the front matter with an indented fence; the message says so at its place."""
    _checked, diagnostics = check(OTHERS)
    path = "civic-datenprojekte/Projekt/Street Trees API.md"
    lines = (OTHERS.parent / path).read_text("utf-8").split("\n")
    line = lines.index("  ---") + 1
    assert f"{Span(path, line, 3)}: kopf_eingerueckt" in found(diagnostics)
