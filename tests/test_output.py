"""Diagnostics as people, programs and pipelines read them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span, in_order, raised
from sozialraum.output import OUTPUTS
from sozialraum.output.listing import as_json
from sozialraum.output.text import as_text, summary
from sozialraum.output.workflow import as_github

FEHLER, WARNUNG, HINWEIS = Severity

RECORD = """\
---
titel: Lesestube
zeiten: nachmittags
---
"""


def wrong(span: Span, severity: Severity = FEHLER, message: str = "So nicht.", remedy: str = "Anders.") -> Diagnostic:
    """Return a diagnostic."""
    return Diagnostic("regel", severity, span, message, remedy)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A folder with one record."""
    (tmp_path / "r.md").write_text(RECORD, "utf-8")
    return tmp_path


# For people.


def test_text(base: Path) -> None:
    """A block names place, weight, rule and remedy, and shows the line with a caret below what is meant."""
    assert as_text([wrong(Span("r.md", 3, 9, 11))], base) == (
        "r.md:3:9: Fehler [regel]\n  So nicht.\n    3 | zeiten: nachmittags\n      |         ^^^^^^^^^^^\n  → Anders.\n"
    )


@pytest.mark.parametrize(
    ("span", "head"),
    [(Span("r.md"), "r.md"), (Span("r.md", 3), "r.md:3:0"), (Span("r.md", 99, 1), "r.md:99:1"), (Span("gone.md", 1, 1), "gone.md:1:1")],
)  # fmt: skip
def test_text_without_a_line(span: Span, head: str, base: Path) -> None:
    """Where there is no place, no such line or no such file, the message stands alone."""
    assert as_text([wrong(span, WARNUNG, remedy="")], base) == f"{head}: Warnung [regel]\n  So nicht.\n"


def test_blocks_are_apart(base: Path) -> None:
    """Between two blocks is an empty line; of nothing, nothing is said."""
    two = as_text([wrong(Span("r.md"), remedy=""), wrong(Span("r.md"), HINWEIS, remedy="")], base)
    assert two == "r.md: Fehler [regel]\n  So nicht.\n\nr.md: Hinweis [regel]\n  So nicht.\n"
    assert as_text([], base) == ""


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "caret"),
    [
        ("abc", 2, 1, "abc", " ^"),
        ("abc", 2, 99, "abc", " ^^"),
        ("abc", 4, 1, "abc", "   ^"),
        ("abc", 9, 3, "abc", "   ^"),
        ("abc", 1, 0, "abc", "^"),
        ("a\tbc", 3, 2, "a\\u0009bc", "       ^^"),
        ("a\x1b[31mb", 2, 1, "a\\u001b[31mb", " ^^^^^^"),
        ("a\u2028bc", 3, 1, "a\\u2028bc", "       ^"),
        ("a\x0cb\x85c", 5, 1, "a\\u000cb\\u0085c", "              ^"),
    ],
)
def test_caret(line: str, column: int, length: int, shown: str, caret: str, base: Path) -> None:
    """The caret stands below its place, also behind signs that had to be written out."""
    (base / "r.md").write_text(f"eins\n{line}\ndrei\n", "utf-8")
    lines = as_text([wrong(Span("r.md", 2, column, length))], base).splitlines()
    assert lines[2:4] == [f"    2 | {shown}", f"      | {caret}"]


@pytest.mark.parametrize(
    ("column", "shown", "before"),
    [
        (1, "O" + "x" * 158 + "…", 0),
        (251, "…" + "x" * 79 + "O" + "x" * 78 + "…", 80),
        (500, "…" + "x" * 158 + "O", 159),
    ],
)
def test_a_window_of_a_long_line(column: int, shown: str, before: int, base: Path) -> None:
    """Of a line with more than 160 signs the part around the place is shown, with … where it is cut."""
    (base / "r.md").write_text("x" * (column - 1) + "O" + "x" * (500 - column), "utf-8")
    lines = as_text([wrong(Span("r.md", 1, column))], base).splitlines()
    assert lines[2:4] == [f"    1 | {shown}", f"      | {' ' * before}^"]


def test_a_line_of_160_signs_is_shown_whole(base: Path) -> None:
    """Where a line fits, nothing is cut."""
    (base / "r.md").write_text("x" * 160, "utf-8")
    assert as_text([wrong(Span("r.md", 1, 1))], base).splitlines()[2] == f"    1 | {'x' * 160}"


@pytest.mark.parametrize("raw", [b"eins\r\nzwei\r\ndrei\r\n", b"\xef\xbb\xbfeins\nzwei\ndrei"])
def test_lines_are_counted_as_the_reader_counts(raw: bytes, base: Path) -> None:
    """Line ends of Windows and a BOM change neither the line that is shown nor the column."""
    (base / "r.md").write_bytes(raw)
    assert as_text([wrong(Span("r.md", 2, 1, 4))], base).splitlines()[2:4] == ["    2 | zwei", "      | ^^^^"]


def test_nothing_steers_the_terminal(base: Path) -> None:
    """Control signs in messages, remedies, lines and file names are made visible."""
    name = "r\x1b[2J\u202e.md"
    (base / name).write_text("titel: \x1b]0;x\x07\n", "utf-8")
    shown = as_text([wrong(Span(name, 1, 1), message="a\x1b[31m", remedy="b\x07\x9b")], base)
    assert all(sign.isprintable() or sign == "\n" for sign in shown)
    assert shown.startswith("r\\u001b[2J\\u202e.md:1:1: Fehler [regel]\n  a\\u001b[31m\n")


def test_colour(base: Path) -> None:
    """On a terminal the weight and the caret are coloured, and nothing else is different."""
    diagnostic = wrong(Span("r.md", 3, 9, 11))
    coloured = as_text([diagnostic], base, colour=True)
    assert "\x1b[31;1mFehler\x1b[0m" in coloured
    for code in ("\x1b[31;1m", "\x1b[31m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == as_text([diagnostic], base)


# For programs and pipelines.


def test_json(base: Path) -> None:
    """JSON is a list of objects with fixed German keys; line and column are 0 where there is none."""
    told = json.loads(as_json([wrong(Span("a ü.md", 3, 9), HINWEIS), wrong(Span("b.md"))], base))
    assert told[0] == {
        "code": "regel",
        "gewicht": "Hinweis",
        "datei": "a ü.md",
        "zeile": 3,
        "spalte": 9,
        "meldung": "So nicht.",
        "abhilfe": "Anders.",
    }
    assert (told[1]["zeile"], told[1]["spalte"]) == (0, 0)
    assert json.loads(as_json([], base)) == []


@pytest.mark.parametrize(
    ("diagnostic", "command"),
    [
        (wrong(Span("a.md", 3, 9)), "::error file=a.md,line=3,col=9,title=regel::So nicht. Anders."),
        (wrong(Span("a.md", 3), WARNUNG), "::warning file=a.md,line=3,col=1,title=regel::So nicht. Anders."),
        (wrong(Span("a.md"), HINWEIS, remedy=""), "::notice file=a.md,title=regel::So nicht."),
        (
            wrong(Span("a:b,c%d.md"), message="50 %: a,\nb::c\r", remedy=""),
            "::error file=a%3Ab%2Cc%25d.md,title=regel::50 %25: a,%0Ab::c",
        ),
        (wrong(Span("a\nb.md"), remedy=""), "::error file=a%0Ab.md,title=regel::So nicht."),
    ],
)
def test_github(diagnostic: Diagnostic, command: str, base: Path) -> None:
    """A workflow command is one line; signs that would end a part of it are written as %-codes."""
    assert as_github([diagnostic], base) == command


@pytest.mark.parametrize("format_", OUTPUTS)
def test_file_names_that_are_no_text(format_: str, base: Path) -> None:
    """A file name may be any bytes; every output can be written to a pipe all the same."""
    shown = OUTPUTS[format_]([wrong(Span(os.fsdecode(b"caf\xe9.md"), 1, 1))], base)
    assert ("caf%E9.md" if format_ == "sarif" else "caf\\udce9") in shown
    assert shown.encode("utf-8")


@given(st.text(), st.text(), st.text())
def test_any_text(path: str, message: str, remedy: str) -> None:
    """Whatever a diagnostic says: JSON reads back, a workflow command stays one line."""
    diagnostic = wrong(Span(path, 1, 1), message=message, remedy=remedy)
    assert json.loads(as_json([diagnostic], Path()))[0]["meldung"] == message
    assert "\n" not in as_github([diagnostic], Path())
    assert "\r" not in as_github([diagnostic], Path())


# The last line, and the order.


@pytest.mark.parametrize(
    ("weights", "records", "line"),
    [
        ([], 0, "0 Datensätze geprüft: alles in Ordnung."),
        ([], 1, "1 Datensatz geprüft: alles in Ordnung."),
        ([FEHLER], 2, "2 Datensätze geprüft: 1 Fehler."),
        ([WARNUNG, WARNUNG, HINWEIS], 12_345, "12.345 Datensätze geprüft: 2 Warnungen, 1 Hinweis."),
        ([HINWEIS, HINWEIS, WARNUNG, FEHLER, FEHLER], 5, "5 Datensätze geprüft: 2 Fehler, 1 Warnung, 2 Hinweise."),
    ],
)
def test_summary(weights: list[Severity], records: int, line: str) -> None:
    """The last line counts in German: records, then each weight that occurs, the heaviest first."""
    assert summary([wrong(Span("a.md"), weight) for weight in weights], records) == line


def test_order() -> None:
    """Diagnostics are sorted by file, line, column and weight; exact repetitions are dropped."""
    a1, a2 = wrong(Span("a.md", 1, 1)), wrong(Span("a.md", 1, 2))
    hint, b = raised(a1, HINWEIS), wrong(Span("b.md"))
    assert in_order([b, a2, hint, a1, b]) == [a1, hint, a2, b]


def test_rules() -> None:
    """A rule's title is the first sentence of its help; its diagnostics carry its code and weight."""
    rule = Rule("regel", WARNUNG, "Das ist\nnicht gut.\n\nMehr dazu.")
    assert rule.title == "Das ist nicht gut."
    assert rule.at(Span("a.md"), "So nicht.", "Anders.") == wrong(Span("a.md"), WARNUNG)
    assert [str(span) for span in (Span("a.md"), Span("a.md", 3, 4))] == ["a.md", "a.md:3:4"]
