"""JUnit XML, which nearly every build server shows as a list of tests.

One test is one finding: a Fehler has failed, a Warnung or a Hinweis counts as
skipped, so that it is seen and stops nobody. Where nothing was found, one test
has passed, since some servers take an empty list for a mistake.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Severity
from sozialraum.output.inert import inert

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic

SUITE = "sozialraum check"


def as_junit(diagnostics: Sequence[Diagnostic], _base: Path, *, colour: bool = False) -> str:
    """Return the XML of one suite."""
    del colour
    failures = sum(each.severity is Severity.FEHLER for each in diagnostics)
    skipped = len(diagnostics) - failures
    counts = f'tests="{max(1, len(diagnostics))}" failures="{failures}" errors="0"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites {counts}>",
        f'  <testsuite name="{SUITE}" {counts} skipped="{skipped}">',
        *(_cases(diagnostics) if diagnostics else [f'    <testcase classname="{SUITE}" name="alles in Ordnung"/>']),
        "  </testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines)


def _cases(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield the tests; file and code name one, with a number from the second on."""
    seen: Counter[tuple[str, str]] = Counter()
    for each in diagnostics:
        seen[each.span.path, each.code] += 1
        number = seen[each.span.path, each.code]
        name = each.code if number == 1 else f"{each.code} ({number})"
        tag = "failure" if each.severity is Severity.FEHLER else "skipped"
        yield f"    <testcase classname={_attribute(_class_name(each.span.path))} name={_attribute(name)}>"
        yield f"      <{tag} type={_attribute(each.severity.value)} message={_attribute(each.message)}>{_text(each)}</{tag}>"
        yield "    </testcase>"


def _class_name(path: str) -> str:
    """Return a path as build servers group by it: what dots set apart."""
    return path.removesuffix(".md").replace(".", "-").replace("/", ".")


def _text(each: Diagnostic) -> str:
    return "\n".join(escape(inert(part), quote=False) for part in (str(each.span), each.message, each.remedy) if part)


def _attribute(text: str) -> str:
    return f'"{escape(inert(text))}"'
