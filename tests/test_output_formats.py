"""What pipelines read: each format is tried with its schema and with a program that really reads it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from junitparser import Failure, JUnitXml, Skipped
from sozialraum.checks import all_rules
from sozialraum.diagnostics import Diagnostic, Severity, Span
from sozialraum.output import OUTPUTS

FEHLER, WARNUNG, HINWEIS = Severity
SCHEMAS = Path(__file__).parent / "schemas"
SARIF = Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8")))
GITLAB = Draft202012Validator(json.loads((SCHEMAS / "gitlab-code-quality.json").read_text("utf-8")))
JUNIT = xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))

ANY_TEXT = st.one_of(st.text(), st.sampled_from(["##[error]x", "::stop-commands::x", "a](https://x.example)", "{0}"]))
ANY_PATH = ANY_TEXT.filter(lambda path: path and not path.startswith(("/", "./")))
"""Paths of diagnostics are relative to the district's folder."""
ANY_DIAGNOSTIC = st.builds(
    Diagnostic,
    st.sampled_from([rule.code for rule in all_rules()]),
    st.sampled_from(Severity),
    st.builds(Span, ANY_PATH, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)),
    ANY_TEXT.map("Nicht so: {}".format),
    ANY_TEXT,
)


def wrong(span: Span, severity: Severity = FEHLER, message: str = "So nicht.", code: str = "kein_datum") -> Diagnostic:
    """Return a diagnostic."""
    return Diagnostic(code, severity, span, message, "Anders.")


THREE = [wrong(Span("records/teams/a ü.md", 3, 9, 4)), wrong(Span("b.md"), WARNUNG), wrong(Span("b.md", 2), HINWEIS)]


def rendered(format_: str, diagnostics: list[Diagnostic], base: Path = Path("nowhere")) -> str:
    """Return diagnostics in one format."""
    return OUTPUTS[format_](diagnostics, base)


def test_sarif() -> None:
    """SARIF names rule, weight and place; a place without a line is the file as a whole."""
    log = json.loads(rendered("sarif", THREE))
    SARIF.validate(log)
    (run,) = log["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["shortDescription"]["text"][-1]) == ("kein_datum", ".")
    first, second, third = run["results"]
    assert [each["level"] for each in run["results"]] == ["error", "warning", "note"]
    place = first["locations"][0]["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]) == "records/teams/a ü.md"
    assert place["region"] == {"startLine": 3, "startColumn": 9, "endColumn": 13}
    assert "region" not in second["locations"][0]["physicalLocation"]
    assert third["locations"][0]["physicalLocation"]["region"] == {"startLine": 2}
    assert first["message"]["text"] == "So nicht. Anders."


def test_sarif_names_related_places() -> None:
    """What a diagnostic is about besides its own place, the log names as well."""
    twice = Diagnostic("kennung_doppelt", FEHLER, Span("a.md"), "Doppelt.", "", (Span("b.md", 1, 1),))
    (result,) = json.loads(rendered("sarif", [twice]))["runs"][0]["results"]
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "b.md"}


def test_a_message_stays_text_in_sarif() -> None:
    """Braces are doubled, and what looks like a link is none (SARIF 3.11.5 and 3.11.6)."""
    (result,) = json.loads(rendered("sarif", [wrong(Span("a.md"), message="{0} [hier](https://x.example)")]))["runs"][
        0
    ]["results"]
    assert result["message"]["text"] == "{{0}} [hier] (https://x.example) Anders."


def test_gitlab() -> None:
    """GitLab gets weight and line; the file as a whole is line 1."""
    report = json.loads(rendered("gitlab", THREE))
    GITLAB.validate(report)
    assert [each["severity"] for each in report] == ["major", "minor", "info"]
    assert [each["location"]["lines"]["begin"] for each in report] == [3, 1, 2]
    assert report[0]["location"]["path"] == "records/teams/a ü.md"
    assert (report[0]["check_name"], report[0]["description"]) == ("kein_datum", "So nicht. Anders.")


def test_fingerprints_stay_when_lines_move(tmp_path: Path) -> None:
    """A line added above, or another number of months, is the same finding; another line of text is not."""

    def fingerprint(text: str, line: int, message: str) -> str:
        (tmp_path / "a.md").write_text(text, "utf-8")
        (row,) = json.loads(rendered("gitlab", [wrong(Span("a.md", line, 1), message=message)], tmp_path))
        return str(row["fingerprint"])

    before = fingerprint("eins\nzwei\n", 2, "Seit 16 Monaten.")
    assert fingerprint("neu\neins\n  zwei\n", 3, "Seit 17 Monaten.") == before
    assert fingerprint("eins\ndrei\n", 2, "Seit 16 Monaten.") != before
    assert fingerprint("eins\nzwei\n", 2, "Seit Monaten.") != before


def test_no_fingerprint_comes_twice() -> None:
    """Two findings that are alike are told apart, and the first keeps its fingerprint when the second is mended."""
    one, two = (json.loads(rendered("gitlab", [wrong(Span("a.md", 1, 1))] * count)) for count in (1, 2))
    assert len({each["fingerprint"] for each in two}) == 2
    assert two[0]["fingerprint"] == one[0]["fingerprint"]


def test_junit() -> None:
    """A Fehler is a failed test, what weighs less is seen as skipped; file and rule name the test."""
    text = rendered("junit", THREE)
    JUNIT.validate(text)
    (suite,) = JUnitXml.fromstring(text.encode())
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (3, 1, 0, 2)
    first, second, third = suite
    assert (first.classname, first.name) == ("records.teams.a ü", "kein_datum")
    assert isinstance(first.result[0], Failure)
    assert first.result[0].message == "So nicht."
    assert first.result[0].text.split("\n") == ["records/teams/a ü.md:3:9", "So nicht.", "Anders."]
    assert isinstance(second.result[0], Skipped)
    assert (third.classname, third.name) == ("b", "kein_datum (2)")


def test_junit_of_nothing() -> None:
    """Where nothing was found, one test has passed: an empty report is an error to some build servers."""
    text = rendered("junit", [])
    JUNIT.validate(text)
    (suite,) = JUnitXml.fromstring(text.encode())
    assert (suite.tests, suite.failures, suite.skipped) == (1, 0, 0)
    assert [(case.name, case.is_passed) for case in suite] == [("alles in Ordnung", True)]


@pytest.mark.parametrize("format_", ["gitlab", "sarif"])
def test_nothing_found(format_: str) -> None:
    """A report of nothing is a report."""
    report = json.loads(rendered(format_, []))
    (GITLAB if format_ == "gitlab" else SARIF).validate(report)
    assert (report if format_ == "gitlab" else report["runs"][0]["results"]) == []


@given(st.lists(ANY_DIAGNOSTIC, max_size=4))
def test_any_diagnostic(diagnostics: list[Diagnostic]) -> None:
    """Whatever records make a diagnostic say: every report is right by its schema and holds them all."""
    gitlab = json.loads(rendered("gitlab", diagnostics))
    assert not [each for each in GITLAB.iter_errors(gitlab) if "pattern" not in each.schema]
    assert len({each["fingerprint"] for each in gitlab}) == len(diagnostics)
    sarif = json.loads(rendered("sarif", diagnostics))
    SARIF.validate(sarif)
    assert len(sarif["runs"][0]["results"]) == len(diagnostics)
    junit = rendered("junit", diagnostics)
    JUNIT.validate(junit)
    assert len([*next(iter(JUnitXml.fromstring(junit.encode())))]) == max(1, len(diagnostics))


COMMANDS = {"error", "warning", "notice"}


def order(line: str) -> str:
    """Return the command that GitHub's runner would read from a line of a log, "" for none.

    As `ActionCommand` of actions/runner does: `::name …::` after white space, else `##[name …]` anywhere.
    """
    start = line.strip()
    if start.startswith("::") and "::" in start[2:]:
        return start[2:].split("::")[0].split(" ")[0]
    older = re.search(r"##\w*\[(\w[\w-]*)", line)
    return older[1] if older else ""


@pytest.mark.parametrize("format_", OUTPUTS)
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.sampled_from(["", " ", "\t"]))
def test_no_record_gives_orders(format_: str, path: str, message: str, line: str, space: str) -> None:
    """Nothing a record says is an order to the runner that shows the log, nor steers a terminal."""
    diagnostic = wrong(Span(path + "x", 1, 1), message=f"{space}{message}\n{space}{line}")
    shown = rendered(format_, [diagnostic])
    orders = [order(each) for each in re.split(r"\r\n|\r|\n", shown)]
    assert {each for each in orders if each} == ({"error"} if format_ == "github" else set())
    assert len([each for each in orders if each]) == (format_ == "github")
    assert all(sign.isprintable() or sign == "\n" for sign in shown)


def test_what_the_runner_would_obey() -> None:
    """The reading of orders that the test above relies on finds the forms there are."""
    assert order("  ::stop-commands::x") == "stop-commands"
    assert order("::error file=a.md::So nicht.") == "error"
    assert order("Text ##[add-mask]x") == "add-mask"
    assert order("##vso[task.setvariable]") == "task"
    assert [order(line) for line in ("a ::error::", "::", "## Titel", "#\\u0023[error]")] == [""] * 4
