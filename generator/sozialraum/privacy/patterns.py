"""File numbers of a district's own, described with placeholders instead of a regular expression.

`#` is a digit, `@` a capital letter, a blank one or no blank; all else stands for
itself. Nothing in it can repeat, so nothing in it can take forever.
"""

from __future__ import annotations

import re
from functools import cache

LONGEST = 40
FEWEST_DIGITS = 4
"""With fewer digits every year and every time of day would be a file number."""

_SIGNS = {"#": "[0-9]", "@": "[A-Z]", " ": " ?"}


def problem_with(pattern: str) -> str:
    """Return why a description will not do, "" where it does."""
    if len(pattern) > LONGEST:
        return f"Das Muster ist länger als {LONGEST} Zeichen."
    if pattern.count("#") < FEWEST_DIGITS:
        return f"Das Muster braucht mindestens {FEWEST_DIGITS} Ziffern (#), sonst trifft es zu viel."
    return ""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the expression behind a description; it matches only where no further letter or digit follows."""
    return re.compile(rf"(?<!\w){''.join(_SIGNS.get(sign, re.escape(sign)) for sign in pattern)}(?![0-9A-Za-z])")
