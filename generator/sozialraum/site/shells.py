"""The shells the host rendered, and whether what stands in them leads anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.site.linkcheck import DeadLink, PageLinks, dead_links, links_of
from sozialraum.site.sections import sections_for
from sozialraum.site.shell import NAME, Shell, split

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sozialraum.project import Project
    from sozialraum.site.page import GeneratedPage

_MARK = "QZ"
"""In every link of a shell that depends on the page."""


class Shells:
    """The shells the host rendered: one per folder, one per landing page."""

    def __init__(self, host: Path, project: Project) -> None:
        self.folders: dict[str, Shell] = {}
        self.landings: dict[str, Shell] = {}
        for section in sections_for(project.audience):
            folder = section.folder
            path = f"{folder}/{section.landing}.html" if folder else f"{section.landing}.html"
            self.landings[path] = split((host / path).read_text("utf-8"))
            if folder and folder not in self.folders:
                self.folders[folder] = split((host / folder / f"{NAME}.html").read_text("utf-8"))

    def of(self, page: GeneratedPage) -> Shell | None:
        """Return the shell of a page, None where this audience has no such section."""
        return self.landings.get(page.path) or self.folders.get(page.section)

    def dead_links(self, pages: Mapping[str, PageLinks], files: set[str]) -> list[DeadLink]:
        """Check every page and every shell; the anchors of a shell are those of every page stamped from it."""
        constant = self._links()

        def around(path: str) -> str:
            found = constant.get(path) or constant.get(f"{path.rpartition('/')[0]}/{NAME}.html")
            return found.ids if found else ""

        wanted = {f"{path} (Rahmen)": PageLinks("", _told(path, links)) for path, links in constant.items()}
        return dead_links(pages, files, around) + dead_links(wanted, files, around)

    def _links(self) -> dict[str, PageLinks]:
        """Return the links in the constant parts, by the page they would stand on."""
        texts = dict(self.landings)
        texts |= {f"{folder}/{NAME}.html": shell for folder, shell in self.folders.items()}
        return {path: links_of(path, "".join(shell.parts)) for path, shell in texts.items()}


def _told(path: str, links: PageLinks) -> str:
    """Return what the constant parts of `path` want, whatever page is stamped from them."""
    lines = (path + line if line.startswith("\t") else line for line in links.targets.split("\n"))
    return "\n".join(line for line in lines if _MARK not in line)
