"""Text that steers nothing: no terminal, no log of a pipeline, no parser.

What a record says ends up in messages, and messages in the log of a job.
Runners look for orders there: GitHub's and Forgejo's read `::command::` at the
start of a line and `##[command]` anywhere in it, Azure's `##vso[`, TeamCity's
`##teamcity[`, GitLab's and every terminal control characters.
"""

from __future__ import annotations

import json
import re
from typing import Any

_ORDER = re.compile(r"##(?=\w*\[)")
_LINE_START = re.compile(r"^(\s*):(?=:)")


def printable(text: str) -> str:
    """Make visible what is not: control characters, changes of direction, halves of characters."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)


def inert(text: str) -> str:
    """Return one line for a log, in which nothing is an order to whoever reads it."""
    return _LINE_START.sub(r"\1\\u003a", _ORDER.sub(r"#\\u0023", printable(text)))


def inert_report(text: str, format_: str) -> str:
    """Return an evaluation for the terminal or the log of a job; JSON and CSV stay what they are but for `##[`."""
    if format_ == "text":
        return "\n".join(map(inert, text.split("\n")))
    return _ORDER.sub(r"#\\u0023", text)


def as_json_text(value: Any) -> str:
    """Return JSON that reads back as `value` and may be printed to a log: no `##` in it, no control character."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    shown = "".join(sign if sign.isprintable() or sign == "\n" else _escaped(sign) for sign in text)
    return shown.replace("##", "#\\u0023")


def _escaped(sign: str) -> str:
    """Return a character as JSON writes it, which takes two halves beyond U+FFFF."""
    return json.dumps(sign)[1:-1]
