"""From a project and the host's shells to the files of the site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sozialraum.sharing import beside, shared
from sozialraum.site.cards import make_cards
from sozialraum.site.data_file import DATA_FOLDER, DataFile, script_path
from sozialraum.site.data_files import DATA_FILES
from sozialraum.site.environment import environment
from sozialraum.site.files import all_files, make_folders, remove_stale, write_if_changed
from sozialraum.site.form_editor import standing
from sozialraum.site.index_pages import INDEX_PAGES
from sozialraum.site.linkcheck import DeadLink, links_of
from sozialraum.site.linked import list_name
from sozialraum.site.listing import Catalogue, Head
from sozialraum.site.records import RecordPages
from sozialraum.site.search import INDEX, PAGES, Searcher, index_file, row_of_page, rows_of_host, tables
from sozialraum.site.shell import NAME, Stamp
from sozialraum.site.shells import Shells
from sozialraum.site.sitemap import SITEMAP, full_sitemap
from sozialraum.site.unchanged import Memory, Shown, shown
from sozialraum.site.written import Pages, Written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sozialraum.load.entries import Entry
    from sozialraum.project import Project
    from sozialraum.site.cards import Card
    from sozialraum.site.linkcheck import PageLinks
    from sozialraum.site.page import GeneratedPage

CHUNK = 200
"""Records a process renders at a time, and the search reads again when one of them changed."""
WORTH_A_PROCESS = 1000

_TABLES = len(INDEX_PAGES) + len(DATA_FILES)
"""The number of the tables of the search, which are made of the lists and so after them."""
_ERROR_PAGE = "404.html"
"""Shown at any address, so its links begin at the server's root, of which only site_url knows."""
_HOST_ONLY = {"sitemap.xml.gz"}
"""Compressed with the time of day in it; servers compress by themselves."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did."""

    pages: int
    changed: int
    removed: int
    dead: Sequence[DeadLink]


class Stamper:
    """Renders, stamps and writes the generated pages of one project."""

    def __init__(self, project: Project, shells: Shells, target: str, cards: Mapping[str, Card]) -> None:
        self.project = project
        self.shells = shells
        self.target = target
        self.records = RecordPages(project, environment(), cards)
        self.catalogue = Catalogue(project, cards, environment())
        self.searcher = Searcher(project, cards)
        self.before = Written()
        """What an earlier build made that need not be made again."""

    def write_records(self, start: int) -> Written:
        """Write the pages of one chunk of records, as far as they are not unchanged."""
        done = Written()
        entries = self.project.district.entries[start : start + CHUNK]
        for entry in entries:
            if entry.id not in self.before.records:
                done.records[entry.id], changed = self._write(self._pages_of(entry))
                done.changed += changed
        done.shares[start] = self.searcher.read(entries, start)
        return done

    def write_list(self, number: int) -> Written:
        """Write what one row of INDEX_PAGES makes or, numbered after them, one of DATA_FILES."""
        if number < len(INDEX_PAGES):
            pages, changed = self._write(INDEX_PAGES[number](self.catalogue))
        else:
            pages, changed = self.write_data(DATA_FILES[number - len(INDEX_PAGES)](self.catalogue))
        return Written(lists={number: pages}, changed=changed)

    def write_data(self, files: Iterable[DataFile]) -> tuple[Pages, int]:
        """Write files that are no pages; return them and how many were not there already."""
        paths, changed = [], 0
        for file in files:
            changed += write_if_changed(f"{self.target}/{file.path}", file.content.encode())
            paths.append(file.path)
        return Pages(tuple(paths)), changed

    def _pages_of(self, entry: Entry) -> Iterator[GeneratedPage]:
        yield self.records.page(entry)
        for meaning, cards in self.records.long_lists(entry):
            crumbs = (("../index.html", "Start"), (f"{entry.id}.html", entry.record.titel))
            title = f"{entry.record.titel}: {meaning}"
            yield from self.catalogue.one_list(
                Head(entry.ordner, list_name(entry.id, meaning), title, "", crumbs), cards
            )

    def _write(self, pages: Iterable[GeneratedPage]) -> tuple[Pages, int]:
        paths, links, found, changed = [], [], [], 0
        for page in pages:
            shell = self.shells.of(page)
            if shell is None:
                continue
            html = shell.stamp(Stamp(page.name, page.title, page.description, page.content, page.toc))
            changed += write_if_changed(f"{self.target}/{page.path}", html.encode())
            paths.append(page.path)
            links.append(links_of(page.path, page.content))
            if row := row_of_page(page):
                found.append(row)
        return Pages(tuple(paths), tuple(links), tuple(found)), changed


@dataclass(frozen=True)
class Stamping:
    """A site about to be written, made ready as far as that is possible before the checks have been heard."""

    stamper: Stamper
    host: Path
    target: Path
    own: Sequence[str]
    """What the host made for the site as it is."""
    now: Shown
    processes: int
    cache: Path | None
    memory: Memory | None

    def run(self) -> BuildResult:
        """Write the whole site; files of an earlier build that are no longer part of it are deleted last."""
        stamper, project = self.stamper, self.stamper.project
        if self.memory:
            stamper.before.lists.update(self.memory.lists())
        done = _stamped(stamper, self.host, self.processes)
        index = beside(partial(_index, stamper, done, self.host, self.cache), self.processes)
        links = done.links() | _copied(self.own, self.host, done, stamper)
        forms = standing(project.district.settings, project.audience, self.target)
        files = {*done.paths(), *self.own, script_path(INDEX), *forms}
        dead = stamper.shells.dead_links(links, files)
        done.changed += index()
        if self.memory:
            self.memory.keep(self.now, done, stamper.before)
        return BuildResult(len(links), done.changed, remove_stale(self.target, files), dead)


def prepare(project: Project, host: Path, target: Path, *, processes: int = 1, cache: Path | None = None) -> Stamping:
    """Make everything ready to write the site into `target`, from what the host has built in `host`.

    The two may be the same folder. With a folder `cache`, pages that are as an earlier build left them are not made
    again.
    """
    shells = Shells(host, project)
    own = _host_files(host, shells)
    make_folders(target, [*own, *(f"{folder}/x" for folder in (*shells.folders, DATA_FOLDER))])
    memory = _memory(project, host, target, cache) if cache else None
    cards = make_cards(project, memory.cards() if memory else {})
    now = shown(project, cards)
    stamper = Stamper(project, shells, str(target), cards)
    if memory:
        stamper.before = memory.recall(now, CHUNK)
    return Stamping(stamper, host, target, own, now, processes, cache, memory)


def _copied(own: Sequence[str], host: Path, done: Written, stamper: Stamper) -> dict[str, PageLinks]:
    """Write the files the host made that are no shells; return the links of the pages among them."""
    stamped = [path for path in done.links() if path not in stamper.shells.landings]
    links = {}
    for name in own:
        content = (host / name).read_bytes()
        if name == SITEMAP:
            content = full_sitemap(content.decode(), stamped).encode()
        done.changed += write_if_changed(f"{stamper.target}/{name}", content)
        if name.endswith(".html") and name != _ERROR_PAGE:
            links[name] = links_of(name, content.decode())
    return links


def _host_files(host: Path, shells: Shells) -> list[str]:
    generated = {*shells.landings, *(f"{folder}/{NAME}.html" for folder in shells.folders), PAGES, *_HOST_ONLY}
    return sorted(name for name in all_files(host) if name not in generated)


def _memory(project: Project, host: Path, target: Path, cache: Path) -> Memory:
    district = project.district
    facts = (host.name, district.settings, district.vokabular, district.thesaurus, project.audience, project.today)
    return Memory(cache, facts, str(target), project)


def _stamped(stamper: Stamper, host: Path, processes: int) -> Written:
    """Write what was not written before; take over what was."""
    before = stamper.before
    count = len(stamper.project.district.entries)
    starts = [start for start in range(0, count, CHUNK) if start not in before.shares]
    numbers = [number for number in range(_TABLES) if number not in before.lists]
    jobs = [partial(stamper.write_list, number) for number in numbers]
    jobs += [partial(stamper.write_records, start) for start in starts]
    few = (count if numbers else len(starts) * CHUNK) < WORTH_A_PROCESS
    done = Written({**before.records}, {**before.lists}, {**before.shares})
    for written in shared(_do, jobs, 1 if few else processes):
        done.add(written)
    if numbers or _TABLES not in done.lists:
        rows = [*done.rows(), *(row for row, _text in rows_of_host(host))]
        done.lists[_TABLES], changed = stamper.write_data(tables(stamper.project, rows))
        done.changed += changed
    return done


def _do(job: Callable[[], Written]) -> Written:
    return job()


def _index(stamper: Stamper, done: Written, host: Path, cache: Path | None) -> int:
    """Write the index of the search unless it is there already; lists and hand-written pages stand behind the records."""
    shares = [done.shares[start] for start in sorted(done.shares)]
    count = sum(len(share.rows) for share in shares)
    texts = [text for _row, text in (*done.found(), *rows_of_host(host))]
    postings = [*(share.postings for share in shares), stamper.searcher.postings(enumerate(texts, count))]
    _pages, changed = stamper.write_data([index_file(stamper.searcher, postings, count + len(texts), cache)])
    return changed
