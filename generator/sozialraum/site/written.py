"""What became of pages: goes from process to process and is kept from one build to the next, so it is told in few words."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.search.texts import Text
    from sozialraum.site.linkcheck import PageLinks
    from sozialraum.site.search import Share
    from sozialraum.site.search_rows import Row


class Pages(NamedTuple):
    """The files that one record, list or kind of data has in the site."""

    paths: tuple[str, ...]
    links: tuple[PageLinks, ...] = ()
    """Of each page among the files; they come first."""
    found: tuple[tuple[Row, Text], ...] = ()
    """What the search knows of pages that are no records."""


@dataclass(slots=True)
class Written:
    """Pages by what they are of."""

    records: dict[str, Pages] = field(default_factory=dict)
    lists: dict[int, Pages] = field(default_factory=dict)
    """By the number `Stamper.write_list` knows them by."""
    shares: dict[int, Share] = field(default_factory=dict)
    """What the search read of chunks of records, by the number of the first of them."""
    changed: int = 0
    """How many files had to be written."""

    def add(self, other: Written) -> None:
        """Take in what another process wrote."""
        self.records |= other.records
        self.lists |= other.lists
        self.shares |= other.shares
        self.changed += other.changed

    def paths(self) -> list[str]:
        """Return every file."""
        return [path for pages in self._pages() for path in pages.paths]

    def links(self) -> dict[str, PageLinks]:
        """Return the links of every page."""
        return {path: links for pages in self._pages() for path, links in zip(pages.paths, pages.links, strict=False)}

    def found(self) -> list[tuple[Row, Text]]:
        """Return what the search knows of lists, in their order."""
        return [found for number in sorted(self.lists) for found in self.lists[number].found]

    def rows(self) -> list[Row]:
        """Return what the search shows of records and of lists, in their order."""
        rows = [row for start in sorted(self.shares) for row in self.shares[start].rows]
        return [*rows, *(row for row, _text in self.found())]

    def _pages(self) -> Iterator[Pages]:
        return chain(self.records.values(), self.lists.values())
