"""SARIF 2.1.0 (OASIS), which code scanning of several forges and many editors read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sozialraum import __version__
from sozialraum.diagnostics import Severity
from sozialraum.output.fingerprint import fingerprints
from sozialraum.output.inert import as_json_text, printable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic, Rule, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""Only a name: nothing fetches it."""
_LEVELS = {Severity.FEHLER: "error", Severity.WARNUNG: "warning", Severity.HINWEIS: "note"}


def as_sarif(diagnostics: Sequence[Diagnostic], base: Path, *, colour: bool = False) -> str:
    """Return a log of one run, with the help of every rule that found something."""
    from sozialraum.checks import all_rules  # with all record types behind it: no other format needs them

    del colour
    codes = {each.code for each in diagnostics}
    rules = [rule for rule in all_rules() if rule.code in codes]
    index = {rule.code: position for position, rule in enumerate(rules)}
    driver = {
        "name": "sozialraum",
        "semanticVersion": __version__,
        "language": "de",
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(each, fingerprint, index)
            for each, fingerprint in zip(diagnostics, fingerprints(diagnostics, base), strict=True)
        ],
    }
    return as_json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.help, "markdown": rule.help},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(each: Diagnostic, fingerprint: str, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": each.code,
        "level": _LEVELS[each.severity],
        "message": {"text": _message(f"{each.message} {each.remedy}".strip())},
        "locations": [{"physicalLocation": _place(each.span)}],
        "partialFingerprints": {"sozialraum/v1": fingerprint},
    }
    if each.code in index:
        result["ruleIndex"] = index[each.code]
    if each.related:
        result["relatedLocations"] = [{"physicalLocation": _place(span)} for span in each.related]
    return result


def _place(span: Span) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(span.path.encode("utf-8", "surrogateescape"))}}
    if span.line:
        place["region"] = {"startLine": span.line}
    if span.line and span.column:
        place["region"] |= {"startColumn": span.column, "endColumn": span.column + max(1, span.length)}
    return place


def _message(text: str) -> str:
    """Return a text that stays text: `{0}` would be an argument (3.11.5), `[a](b)` a link (3.11.6)."""
    return printable(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")
