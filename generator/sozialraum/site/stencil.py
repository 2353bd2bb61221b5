"""Macros and templates cut once and filled many times.

Calling a macro costs thirty times what its result is worth where that is one
line of markup around a few words, and a large handbook has a million of them.
Such a macro, and the template of a record's page, is rendered once with a token
for each argument; what stands between the tokens is constant, and every further
call only fills the gaps. It is the trick of `site.shell`.

It holds for macros that do nothing with an argument but show it and ask
whether it is empty. The markup stays in the templates, and escaping here is
what autoescape does there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Stencil:
    """One macro. Arguments called `html` or ending in `_html` are markup already; all others are text."""

    __slots__ = ("_is_html", "_macro", "_shapes")

    def __init__(self, macro: Callable[..., str], names: Sequence[str]) -> None:
        self._macro = macro
        self._is_html = tuple(name.endswith("html") for name in names)
        self._shapes: dict[tuple[bool, ...], tuple[Callable[..., str], Sequence[tuple[int, bool]]]] = {}

    def __call__(self, *values: str) -> str:
        """Return what the macro would: HTML."""
        shape = tuple([not value for value in values])
        fill, gaps = self._shapes.get(shape) or self._cut(shape)
        return fill(*[values[at] if is_html else escaped(values[at]) for at, is_html in gaps])

    def _cut(self, shape: tuple[bool, ...]) -> tuple[Callable[..., str], Sequence[tuple[int, bool]]]:
        """Render the macro with tokens for the arguments that are not empty; return how to fill it, and with which."""
        gaps = [(at, self._is_html[at]) for at, empty in enumerate(shape) if not empty]
        tokens = [Markup("" if empty else f"QZWERT{number}QZ") for number, empty in enumerate(shape)]  # noqa: S704 - no text of anyone's
        html = str(self._macro(*tokens)).replace("{", "{{").replace("}", "}}")
        for number, (at, _is_html) in enumerate(gaps):
            html = html.replace(tokens[at], f"{{{number}}}")
        self._shapes[shape] = html.format, gaps
        return self._shapes[shape]


def escaped(text: str) -> str:
    """Return text as autoescape writes it; a plain string, since making a Markup costs as much again."""
    if text.isalnum():
        return text
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;").replace("'", "&#39;")
    )
