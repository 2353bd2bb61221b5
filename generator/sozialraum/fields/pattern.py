"""What file numbers of a district look like."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainValidator

from sozialraum.diagnostics import Rule, Severity
from sozialraum.fields.kind import Kind, wrong
from sozialraum.fields.text import line
from sozialraum.privacy.patterns import LONGEST, problem_with

MUSTER = Rule(
    "muster_ungeeignet",
    Severity.FEHLER,
    "Dieses Muster taugt nicht, um Aktenzeichen zu erkennen.\n\nEin Muster schreibt ein Aktenzeichen so auf, wie es "
    "aussieht: `#` steht für eine Ziffer, `@` für einen Großbuchstaben, alles andere für sich selbst. Es braucht "
    f"mindestens vier Ziffern und hat höchstens {LONGEST} Zeichen. Reguläre Ausdrücke sind nicht vorgesehen.",
    beispiel='aktenzeichen: ["50.2-####/##"]',
)

RULES = (MUSTER,)

MOST = 30


def pattern(value: object) -> str:
    """Return a description of a file number, see `privacy.patterns`."""
    text = line(value)
    problem = problem_with(text)
    if problem:
        raise wrong(MUSTER, problem, 'Richtig ist zum Beispiel: aktenzeichen: ["50.2-####/##"].')
    return text


def few_patterns(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the patterns of a district unless they are more than any authority has: each is tried on every text."""
    if len(patterns) > MOST:
        raise wrong(
            MUSTER, f"Hier stehen {len(patterns)} Muster, es passen höchstens {MOST}.", "Ähnliche zusammenfassen."
        )
    return patterns


Muster = Annotated[
    str, PlainValidator(pattern), Kind("Muster", "# für eine Ziffer, @ für einen Großbuchstaben", "50.2-####/##")
]
