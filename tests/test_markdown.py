"""What a record says in Markdown: code stays code, links to records stand outside of it, and nothing is a tag."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sozialraum.site.markdown import body_html

TAGS = re.compile(
    r"</?(?:p|br|hr|em|strong|del|code|pre|blockquote|ul|li|h[3-6]|table|thead|tbody|tr|th|td)>|<ol(?: start=\"\d+\")?>|</ol>"
    r"|<a href=\"[^\"<>]*\"(?: title=\"[^\"]*\")?(?: rel=\"noopener noreferrer\")?>|</a>"
)
PIECES = st.lists(
    st.sampled_from(
        (
            *("<", ">", "script", "<script>", "</p>", "<!--", "<?", "<https://a.de>", "<b onclick=x>", "javascript:"),
            *(
                "[[a]]",
                "[[a|b]]",
                "[x](",
                "](<",
                ")",
                "`",
                "```",
                "~~~",
                "\n",
                "\n\n",
                "    ",
                "- ",
                "> ",
                "|",
                "\\",
                '"',
                "a",
            ),
        )
    ),
    max_size=14,
).map("".join)


def html(body: str) -> str:
    return body_html(body, lambda id_: "Titel A" if id_ == "a" else None, lambda id_: f"{id_}.html")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("    <script>", "<pre><code>&lt;script&gt;</code></pre>"),
        ("- x\n\n      <b>", "<ul>\n<li>\n<p>x</p>\n<pre><code>&lt;b&gt;</code></pre>\n</li>\n</ul>"),
        ("a\\<b>", "<p>a\\&lt;b&gt;</p>"),
        ("`a<b>`", "<p><code>a&lt;b&gt;</code></p>"),
        ("<b>fett</b>", "<p>&lt;b&gt;fett&lt;/b&gt;</p>"),
        ("```\n[[a]] <b>", "<pre><code>[[a]] &lt;b&gt;</code></pre>"),
        ("   ~~~\n[[a]]\n   ~~~\n[[a]]", '<pre><code>[[a]]\n</code></pre>\n<p><a href="a.html">Titel A</a></p>'),
        ("    [[a]]", "<pre><code>[[a]]</code></pre>"),
        ("- x\n\n      [[a]]", "<ul>\n<li>\n<p>x</p>\n<pre><code>[[a]]</code></pre>\n</li>\n</ul>"),
        ("ä <b> `[[a]]` [[a|hier]]", '<p>ä &lt;b&gt; <code>[[a]]</code> <a href="a.html">hier</a></p>'),
        ("a\n    [[a]]", '<p>a\n<a href="a.html">Titel A</a></p>'),
        ("\\`[[a]]`", '<p>`<a href="a.html">Titel A</a>`</p>'),
        ("```code``` [[a]]", '<p><code>code</code> <a href="a.html">Titel A</a></p>'),
        (
            "<https://example.org>",
            '<p><a href="https://example.org" rel="noopener noreferrer">https://example.org</a></p>',
        ),
        ("[x](https://example.org/a<b)", '<p><a href="https://example.org/a%3Cb" rel="noopener noreferrer">x</a></p>'),
    ],
)
def test_what_is_shown(body: str, shown: str) -> None:
    """A sign is shown as it was written, in every kind of code and outside of it; what Markdown means is meant."""
    assert html(body).strip() == shown


@settings(max_examples=200)
@given(PIECES)
def test_no_tag_but_those_of_markdown(body: str) -> None:
    """Whatever stands together: every tag is one that Markdown makes, and no reader sees `&lt;`."""
    made = html(body)
    assert "<" not in TAGS.sub("", made)
    assert "&lt;" not in unescape(made)
    assert "\ufdd0" not in made
