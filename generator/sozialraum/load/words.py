"""Words that stand in no vocabulary, found in what was written, whether or not it makes a record."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from sozialraum.diagnostics import MOST_OF_ONE_TEXT, Diagnostic
from sozialraum.fields.text import NOTHING
from sozialraum.model.describe import words
from sozialraum.vocabulary import WORT, Vokabular

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from sozialraum.load.validate import Problems
    from sozialraum.model.describe import Keys
    from sozialraum.source.yaml_text import Values

_BETWEEN = re.compile("[;/|+&]")
_LONGEST = 200
"""Signs of a text that may still be several words in one."""


def unknown_words(
    problems: Problems, values: Values, vokabular: Vokabular, told: Sequence[Diagnostic] = ()
) -> list[Diagnostic]:
    """Return one diagnostic per word that its vocabulary lacks, but none where something is `told` already."""
    missing = islice(strange_words(problems.model, values, vokabular), MOST_OF_ONE_TEXT)
    found = [WORT.at(problems.span(keys), *no_such_word(vokabular, name, code)) for keys, name, code in missing]
    places = {each.span for each in told}
    return [each for each in found if each.span not in places]


def strange_words(model: type[BaseModel], values: Values, vokabular: Vokabular) -> Iterator[tuple[Keys, str, str]]:
    """Yield the words that a vocabulary lacks: where each stands, the vocabulary, the word.

    Nothing is said of a vocabulary whose own file has an error: the word may stand there.
    """
    for keys, name, code in words(model, values):
        if code not in vokabular.woerter[name] and name not in vokabular.unvollstaendig:
            yield keys, name, code


def no_such_word(vokabular: Vokabular, name: str, code: str) -> tuple[str, str]:
    """Return message and remedy for a word that the vocabulary `name` lacks."""
    if not code.strip():
        return NOTHING
    parts = [part.strip() for part in _BETWEEN.split(code[:_LONGEST])]
    if len(parts) > 1 and all(part in vokabular.woerter[name] for part in parts):
        return f"„{code}“ sind mehrere Wörter.", f"Mit Komma trennen: {', '.join(parts)}"
    meant = vokabular.nearest(name, code)
    hint = f"Meinten Sie „{meant}“?" if meant else f"Möglich sind: {', '.join(vokabular.woerter[name])}."
    return f"„{code[:60]}“ steht nicht im Vokabular {name}.", hint
