"""From a project and the host's shells to the files of the site."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from sozialraum.sharing import shared
from sozialraum.site.data_file import DATA_FOLDER, DataFile
from sozialraum.site.data_files import DATA_FILES
from sozialraum.site.environment import environment
from sozialraum.site.files import all_files, make_folders, remove_stale, write_if_changed
from sozialraum.site.form_editor import standing
from sozialraum.site.index_pages import INDEX_PAGES
from sozialraum.site.linkcheck import DeadLink, PageLinks, dead_links, links_of
from sozialraum.site.linked import list_name
from sozialraum.site.listing import Catalogue, Head
from sozialraum.site.records import RecordPages
from sozialraum.site.search import PAGES, Searcher, Share, row_of_page, rows_of_host, search_files
from sozialraum.site.search_rows import Row
from sozialraum.site.sections import sections_for
from sozialraum.site.shell import NAME, Shell, Stamp, split
from sozialraum.site.sitemap import SITEMAP, full_sitemap
from sozialraum.site.unchanged import Memory, outline, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sozialraum.load.entries import Entry
    from sozialraum.project import Project
    from sozialraum.search.texts import Text
    from sozialraum.site.page import GeneratedPage

CHUNK = 200
"""Records a process renders at a time, and the search reads again when one of them changed."""
WORTH_A_PROCESS = 1000

_ERROR_PAGE = "404.html"
"""Shown at any address, so its links begin at the server's root, of which only site_url knows."""
_HOST_ONLY = {"sitemap.xml.gz"}
"""Compressed with the time of day in it; servers compress by themselves."""


@dataclass(slots=True)
class Written:
    """What became of some pages."""

    paths: list[str] = field(default_factory=list)
    changed: int = 0
    shares: dict[int, Share] = field(default_factory=dict)
    """What the search read of chunks of records, by the number of the first of them."""
    found: list[tuple[Row, Text]] = field(default_factory=list)
    """What the search knows of pages that are no records."""
    links: dict[str, PageLinks] = field(default_factory=dict)
    records: dict[str, Written] = field(default_factory=dict)
    """The same for each record whose pages were made."""
    lists: dict[int, Written] = field(default_factory=dict)
    """The same for each list, by the number `write_list` knows it by."""

    def add(self, other: Written) -> None:
        """Take in what another process wrote."""
        self.paths += other.paths
        self.changed += other.changed
        self.shares |= other.shares
        self.found += other.found
        self.links |= other.links
        self.records |= other.records


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did."""

    pages: int
    changed: int
    removed: int
    dead: Sequence[DeadLink]


class Stamper:
    """Renders, stamps and writes the generated pages of one project."""

    def __init__(self, project: Project, shells: Shells, target: Path) -> None:
        self.project = project
        self.shells = shells
        self.target = str(target)
        self.records = RecordPages(project, environment())
        self.catalogue = Catalogue(project, self.records.cards, environment())
        self.searcher = Searcher(project, self.records.cards)
        self.unchanged: Mapping[str, Written] = {}
        """What was written by an earlier build, for the records whose pages need not be made again."""
        self.shares: Mapping[int, Share] = {}
        """What an earlier build read for the search, of chunks in which nothing changed."""
        self.lists: Mapping[int, Written] = {}
        """What was written by an earlier build, for the lists that need not be made again."""

    def write_records(self, start: int) -> Written:
        """Write the pages of one chunk of records, as far as they are not unchanged."""
        done = Written()
        entries = self.project.district.entries[start : start + CHUNK]
        for entry in entries:
            if entry.id not in self.unchanged:
                pages = done.records[entry.id] = self._write(self._pages_of(entry))
                done.add(pages)
        done.shares[start] = self.searcher.read(entries, start)
        return done

    def write_list(self, number: int) -> Written:
        """Write what one row of INDEX_PAGES makes or, numbered after them, one of DATA_FILES."""
        if number < len(INDEX_PAGES):
            return self._write(INDEX_PAGES[number](self.catalogue))
        done = Written()
        for file in DATA_FILES[number - len(INDEX_PAGES)](self.catalogue):
            done.changed += write_if_changed(f"{self.target}/{file.path}", file.content.encode())
            done.paths.append(file.path)
        return done

    def _pages_of(self, entry: Entry) -> Iterator[GeneratedPage]:
        yield self.records.page(entry)
        for meaning, cards in self.records.long_lists(entry):
            crumbs = (("../index.html", "Start"), (f"{entry.id}.html", entry.record.titel))
            title = f"{entry.record.titel}: {meaning}"
            yield from self.catalogue.one_list(
                Head(entry.ordner, list_name(entry.id, meaning), title, "", crumbs), cards
            )

    def _write(self, pages: Iterable[GeneratedPage]) -> Written:
        done = Written()
        for page in pages:
            shell = self.shells.of(page)
            if shell is None:
                continue
            html = shell.stamp(Stamp(page.name, page.title, page.description, page.content, page.toc))
            done.changed += write_if_changed(f"{self.target}/{page.path}", html.encode())
            done.paths.append(page.path)
            done.links[page.path] = links_of(page.path, page.content)
            found = row_of_page(page)
            if found:
                done.found.append(found)
        return done


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

    def constant_links(self) -> dict[str, PageLinks]:
        """Return the links in the constant parts, by the page they would stand on."""
        texts = dict(self.landings)
        texts |= {f"{folder}/{NAME}.html": shell for folder, shell in self.folders.items()}
        return {path: links_of(path, "".join(shell.parts)) for path, shell in texts.items()}


def stamp_into(
    project: Project, host: Path, target: Path, *, processes: int = 1, cache: Path | None = None
) -> BuildResult:
    """Write the whole site into `target`, from what the host has built in `host`.

    The two may be the same folder. Files of an earlier build that are no longer
    part of the site are deleted last. With a folder `cache`, pages that are as
    an earlier build left them are not made again.
    """
    shells = Shells(host, project)
    own = _host_files(host, shells)
    make_folders(target, [*own, *(f"{folder}/x" for folder in (*shells.folders, DATA_FOLDER))])
    stamper = Stamper(project, shells, target)
    done = _remembering(stamper, host, target, processes, cache) if cache else _stamped(stamper, processes)
    stamped = [path for path in done.paths if path.endswith(".html") and path not in shells.landings]
    for name in own:
        content = (host / name).read_bytes()
        if name == SITEMAP:
            content = full_sitemap(content.decode(), stamped).encode()
        done.changed += write_if_changed(target / name, content)
        if name.endswith(".html") and name != _ERROR_PAGE:
            done.links[name] = links_of(name, content.decode())
    done.paths += own
    for file in _search_files(stamper.searcher, done, host, cache):
        done.changed += write_if_changed(target / file.path, file.content.encode())
        done.paths.append(file.path)
    forms = standing(project.district.settings, project.audience, target)
    removed = remove_stale(target, {*done.paths, *forms})
    return BuildResult(len(done.links), done.changed, removed, _check_links(done, shells, forms))


def _search_files(searcher: Searcher, done: Written, host: Path, cache: Path | None) -> Iterator[DataFile]:
    """Return the files of the search; lists and hand-written pages are numbered after the records."""
    shares = [done.shares[start] for start in sorted(done.shares)]
    rows = [row for share in shares for row in share.rows]
    pages = [*done.found, *rows_of_host(host)]
    postings = searcher.postings((len(rows) + i, text) for i, (_row, text) in enumerate(pages))
    rows += [row for row, _text in pages]
    return search_files(searcher, [*(share.postings for share in shares), postings], rows, cache)


def _host_files(host: Path, shells: Shells) -> list[str]:
    generated = {*shells.landings, *(f"{folder}/{NAME}.html" for folder in shells.folders), PAGES, *_HOST_ONLY}
    return sorted(name for name in all_files(host) if name not in generated)


def _remembering(stamper: Stamper, host: Path, target: Path, processes: int, cache: Path) -> Written:
    """Write all generated pages but those that are as an earlier build left them."""
    project = stamper.project
    district = project.district
    facts = (host.name, district.settings, district.vokabular, district.thesaurus, project.audience, project.today)
    memory = Memory(cache, facts, target)
    now, whole = shown(project, stamper.records.cards), outline(project)
    stamper.unchanged = memory.unchanged(project, now)
    stamper.shares = {
        start: share
        for start, share in memory.shares().items()
        if share.ids == tuple(entry.id for entry in district.entries[start : start + CHUNK])
        and all(id_ in stamper.unchanged for id_ in share.ids)
    }
    stamper.lists = memory.lists(whole)
    done = _stamped(stamper, processes)
    memory.keep(now, {**stamper.unchanged, **done.records}, done.shares, len(done.records))
    if len(done.lists) > len(stamper.lists):
        memory.keep_lists(whole, done.lists)
    for pages in stamper.unchanged.values():
        done.add(replace(pages, changed=0))
    return done


def _stamped(stamper: Stamper, processes: int) -> Written:
    """Write what was not written before; take over what was."""
    count = len(stamper.project.district.entries)
    starts = [start for start in range(0, count, CHUNK) if start not in stamper.shares]
    numbers = [number for number in range(len(INDEX_PAGES) + len(DATA_FILES)) if number not in stamper.lists]
    done = Written(shares=dict(stamper.shares))
    jobs = [partial(stamper.write_list, number) for number in numbers]
    jobs += [partial(stamper.write_records, start) for start in starts]
    few = (count if numbers else len(starts) * CHUNK) < WORTH_A_PROCESS
    results = shared(_do, jobs, 1 if few else processes)
    made = dict(zip(numbers, results, strict=False))
    for written in results:
        done.add(written)
    before = {number: replace(pages, changed=0) for number, pages in stamper.lists.items()}
    done.lists = dict(sorted({**before, **made}.items()))
    for pages in done.lists.values():
        done.add(pages)
    return done


def _do(job: Callable[[], Written]) -> Written:
    return job()


def _check_links(done: Written, shells: Shells, forms: set[str]) -> list[DeadLink]:
    """Check every page; the anchors of shells count for every page of their folder."""
    pages = done.links
    constant = shells.constant_links()
    shared = {path: links for path, links in constant.items() if path.endswith(f"{NAME}.html")}
    offered = {
        path: PageLinks(links.ids + _shell_ids(path, shared, constant), links.targets) for path, links in pages.items()
    }
    wanted = {
        path: PageLinks(links.ids, tuple(each for each in links.targets if "QZ" not in each[0] + each[1]))
        for path, links in constant.items()
    }
    files = {*done.paths, *forms}
    return dead_links(offered, files) + dead_links({f"{path} (Rahmen)": links for path, links in wanted.items()}, files)


def _shell_ids(path: str, shared: dict[str, PageLinks], constant: dict[str, PageLinks]) -> tuple[str, ...]:
    found = constant.get(path) or shared.get(f"{path.rpartition('/')[0]}/{NAME}.html")
    return found.ids if found else ()
