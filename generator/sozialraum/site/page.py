"""A generated page before it is stamped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sozialraum.site.shell import Heading


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """One page of a section: where it goes, what it says."""

    section: str
    """Folder of the site; "" for the root."""
    name: str
    """File name without .html."""
    title: str
    description: str
    content: str
    """HTML, already escaped and sanitised."""
    toc: tuple[Heading, ...]
    words: str = ""
    """What the search shows of a page that lists others; "" where it finds the page otherwise or not at all."""

    @property
    def path(self) -> str:
        """The file, from the site's root."""
        return f"{self.section}/{self.name}.html" if self.section else f"{self.name}.html"
