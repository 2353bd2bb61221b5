"""What a page says, whatever its markup: headings, links, words."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
SILENT = frozenset({"script", "style", "template"})
INLINE = frozenset({"a", "em", "strong", "code", "del"})
"""Words on both sides of these belong together."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Tag(NamedTuple):
    name: str
    attributes: dict[str, str]


class Link(NamedTuple):
    text: str
    href: str


class Heading(NamedTuple):
    level: int
    text: str


class Page(HTMLParser):
    """A page read by Python's own parser, which knows nothing of how it was made.

    `tags` are all start tags. Words, headings and links are those of the page's
    own content: what stands in <main> outside any <nav>. A fragment without
    <main> is all content.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self.tags: list[Tag] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.events: list[tuple[str, str]] = []
        """("heading 2", "") opens a heading, ("link", href) a link, ("end", tag) closes one; ("text", words)."""
        self.whole = "<main" not in html
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Tag(tag, {name: value or "" for name, value in attrs})
        self.tags.append(found)
        if tag not in VOID:
            self.open.append(tag)
        if not self._counts():
            return
        self._space(tag)
        if tag in HEADINGS:
            self.events.append((f"heading {tag[1]}", ""))
        elif tag == "a":
            self.events.append(("link", found.attributes.get("href", "")))

    def handle_endtag(self, tag: str) -> None:
        if self._counts() and tag in (*HEADINGS, "a"):
            self.events.append(("end", tag))
        if self._counts():
            self._space(tag)
        if tag in VOID:
            return
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        if self._counts() and not SILENT.intersection(self.open):
            self.events.append(("text", data))

    def _space(self, tag: str) -> None:
        if tag not in INLINE:
            self.events.append(("text", " "))

    def _counts(self) -> bool:
        return self.whole or ("main" in self.open and "nav" not in self.open)

    @property
    def text(self) -> str:
        """All words, with single spaces."""
        return _joined(words for kind, words in self.events if kind == "text")

    @property
    def title(self) -> str:
        return self.html.partition("<title>")[2].partition("</title>")[0]

    @property
    def headings(self) -> list[Heading]:
        return [
            Heading(int(kind[-1]), self._until(position, f"h{kind[-1]}"))
            for position, (kind, _) in enumerate(self.events)
            if kind.startswith("heading")
        ]

    @property
    def links(self) -> list[Link]:
        return [
            Link(self._until(position, "a"), href)
            for position, (kind, href) in enumerate(self.events)
            if kind == "link"
        ]

    @property
    def ids(self) -> list[str]:
        return [tag.attributes["id"] for tag in self.tags if "id" in tag.attributes]

    def below(self, heading: str) -> Page:
        """Return what stands under a heading, up to the next one of the same or a higher level."""
        part = Page("")
        level = 0
        for position, (kind, value) in enumerate(self.events):
            if kind.startswith("heading"):
                here = int(kind[-1])
                if level and here <= level:
                    break
                if self._until(position, f"h{here}").partition(" (")[0] == heading and not level:
                    level = here
            if level:
                part.events.append((kind, value))
        assert level, f"no heading „{heading}“ among {[each.text for each in self.headings]}"
        return part

    def all_hrefs(self) -> list[str]:
        """Return where the links of the whole page lead, also those of the frame around the content."""
        return [tag.attributes["href"] for tag in self.tags if tag.name == "a" and "href" in tag.attributes]

    def _until(self, position: int, tag: str) -> str:
        words = []
        for kind, value in self.events[position:]:
            if (kind, value) == ("end", tag):
                break
            if kind == "text":
                words.append(value)
        return _joined(words)


def _joined(words: object) -> str:
    return " ".join("".join(words).split())  # type: ignore[arg-type]
