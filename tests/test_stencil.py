"""A macro that only shows its arguments may be cut once and filled many times; nobody can tell the difference."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup
from sozialraum.site.stencil import Stencil

MACROS = """
{%- macro karte(url, titel, hinweis, html) -%}
<li{% if hinweis %} class="{matt}"{% endif %}><a href="{{ url }}">{{ titel }}</a>{{ html }} {{ titel }} {0}</li>
{%- endmacro -%}
"""
KARTE = Environment(autoescape=True).from_string(MACROS).module.karte  # type: ignore[attr-defined]
STENCIL = Stencil(KARTE, KARTE.arguments)

TEXTS = st.text(st.sampled_from("ab<>&\"' {}0%ä")) | st.sampled_from(["", "{0}", "QZWERT1QZ", "<script>", "{{ x }}"])


@given(TEXTS, TEXTS, TEXTS)
def test_a_stencil_is_its_macro(url: str, title: str, notice: str) -> None:
    """Whatever the words are, braces, tokens and markup too, a filled stencil equals the macro called with them."""
    called = KARTE(url, title, notice, Markup("<b>x</b>"))
    assert STENCIL(url, title, notice, "<b>x</b>") == str(called)
