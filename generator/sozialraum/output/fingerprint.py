"""By what a pipeline knows a diagnostic again when lines have moved."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from sozialraum.output.excerpt import Excerpts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic

_NUMBER = re.compile(r"\d+")


def fingerprints(diagnostics: Sequence[Diagnostic], base: Path) -> Iterator[str]:
    """Yield one SHA-256 per diagnostic, none twice.

    Rule, file, the text of the line and the message count, the number of the
    line does not, nor do numbers in the message: „seit 16 Monaten“ is the same
    finding a month later.
    """
    excerpts = Excerpts(base, diagnostics)
    seen: dict[tuple[str, ...], int] = {}
    for each in diagnostics:
        message = _NUMBER.sub("0", each.message)
        known = (each.code, each.span.path, excerpts.line(each.span).strip(), message)
        seen[known] = seen.get(known, 0) + 1
        yield hashlib.sha256("\0".join((*known, str(seen[known]))).encode("utf-8", "backslashreplace")).hexdigest()
