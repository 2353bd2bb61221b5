"""Which record pages are as an earlier build left them.

A record's page is a function of its own record, the cards it shows and the
settings (`site.cards`). So it is enough to know which records and cards are
not what they were, and who shows them: everyone they link to or are linked
from, and those close by. Who links to a Sozialraum shows its outline, too
(`site.location`). Beside that a Vorhaben shows what its consultations
agreed on (`site.agreed`), and a Bedarfslage what it rests on (`site.evidence`).

Lists, evaluations and data may show anything of any record but its free text,
of which they only know the links. They are made again when any of that changed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sozialraum import kept
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.site.agreed import agreed_on
from sozialraum.site.evidence import evidence
from sozialraum.site.written import Pages, Written
from sozialraum.source.wikilinks import wikilinks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sozialraum.fields.place import Punkt
    from sozialraum.load.entries import Entry
    from sozialraum.project import Project
    from sozialraum.site.agreed import Vereinbart
    from sozialraum.site.cards import Card
    from sozialraum.site.evidence import Beleg
    from sozialraum.site.search import Share

FILE, LISTS = "seiten-{}.pickle", "listen-{}.pickle"
"""One of each for every site that is built, so that editions do not forget each other."""
_WORTH_WRITING = 20
"""Keeping costs as much as rendering a twentieth of the pages again."""


Files = Mapping[str, tuple[int, int]]


class Shown(NamedTuple):
    """What the pages of all records are made of, by id."""

    marks: Mapping[str, tuple[str, str, str]]
    """The text of the file as digest; the area, and a digest of the contact from the Kontaktspeicher."""
    cards: Mapping[str, Card]
    incoming: Mapping[str, Mapping[str, tuple[str, ...]]]
    places: Mapping[str, tuple[str, Punkt]]
    """What „In der Nähe“ shows of a record: title and place."""
    agreed: Mapping[str, tuple[Vereinbart, ...]]
    """What the page of a Vorhaben shows of its consultations."""
    evidence: Mapping[str, tuple[Beleg, ...]]
    """What the page of a Bedarfslage shows of meetings, consultations and rounds."""


class Before(NamedTuple):
    """What an earlier build showed and wrote."""

    shown: Shown
    written: Mapping[str, Pages]
    shares: Mapping[int, Share]
    files: Files
    """Path from the site's root → time and size of the file."""


class ListsBefore(NamedTuple):
    """What an earlier build wrote of lists, by number."""

    written: Mapping[int, Pages]
    files: Files


def shown(project: Project, cards: Mapping[str, Card]) -> Shown:
    """Return what the record pages of a project are made of."""
    entries = project.district.entries
    places = {entry.id: (entry.record.titel, point) for entry in entries if (point := entry.koordinaten)}
    return Shown(_marks(project), cards, project.graph.incoming, places, agreed_on(project), evidence(project))


def _marks(project: Project) -> Mapping[str, tuple[str, str, str]]:
    entries = project.district.entries
    return {entry.id: (entry.document.digest, repr(entry.flaeche), _contact(entry)) for entry in entries}


def outline(project: Project) -> str:
    """Return a digest of all that lists, evaluations and data are made of besides the settings."""
    digest = hashlib.blake2b(
        repr((project.files, project.district.files, project.diagnostics)).encode(), digest_size=16
    )
    digest.update(repr((sorted(project.changes.items()), sorted(project.overdue.items()))).encode())
    for entry in project.district.entries:
        links = [link.groups() for link in wikilinks(entry.document.body)]
        parts = (entry.document.path, entry.document.front_digest, links, entry.flaeche, _contact(entry))
        digest.update(repr(parts).encode())
    return digest.hexdigest()


def _contact(entry: Entry) -> str:
    """Return what stands for a contact: what is kept names nobody."""
    return hashlib.blake2b(repr(entry.kontakt).encode(), digest_size=16).hexdigest() if entry.kontakt else ""


class Memory:
    """What builds make of one project, from one to the next. `facts` are what it depends on besides the records."""

    def __init__(self, cache: Path, facts: tuple[object, ...], target: str, project: Project) -> None:
        self._project = project
        site = hashlib.blake2b(target.encode(), digest_size=4).hexdigest()
        self._file, self._lists = cache / FILE.format(site), cache / LISTS.format(site)
        self._facts = (*facts, target)
        self._target = target
        self._before: Before | None = kept.read(self._file, self._facts)

    @cached_property
    def _outline(self) -> str:
        """Made late: it waits for the checks."""
        return outline(self._project)

    def cards(self) -> dict[str, Card]:
        """Return the cards that an earlier build made of the same records; none where a Sozialraum is another one."""
        if self._before is None:
            return {}
        old, now = self._before.shown, _marks(self._project)
        changed = {*_differing(old.marks, now)}
        places = {entry.id for entry, _raum in self._project.district.of_type(Sozialraum)}
        gone = old.marks.keys() - now.keys()
        return {} if gone or places & changed else {id_: old.cards[id_] for id_ in now if id_ not in changed}

    def recall(self, now: Shown, chunk: int) -> Written:
        """Return what of the records need not be made again; the search read them in chunks of so many."""
        before = self._before
        records = self._unchanged(before, now) if before else {}
        entries = self._project.district.entries
        shares = {
            start: share
            for start, share in (before.shares if before else {}).items()
            if share.ids == tuple(entry.id for entry in entries[start : start + chunk])
            and all(id_ in records for id_ in share.ids)
        }
        return Written(records, shares=shares)

    def lists(self) -> dict[int, Pages]:
        """Return the lists that need not be made again, by number; waits for the checks."""
        before: ListsBefore | None = kept.read(self._lists, (*self._facts, self._outline))
        if before is None:
            return {}
        return {number: written for number, written in before.written.items() if self._stand(written, before.files)}

    def keep(self, now: Shown, done: Written, before: Written) -> None:
        """Remember all pages of records where enough of them are new, and all lists where any is."""
        for name in (FILE, LISTS):
            kept.keep_newest(self._file.parent, name.format("*"))
        if (len(done.records) - len(before.records)) * _WORTH_WRITING > len(done.records):
            files = self._files(done.records.values())
            kept.write_meanwhile(self._file, self._facts, Before(now, done.records, done.shares, files))
        if len(done.lists) > len(before.lists):
            lists = ListsBefore(done.lists, self._files(done.lists.values()))
            kept.write_meanwhile(self._lists, (*self._facts, self._outline), lists)

    def _unchanged(self, before: Before, now: Shown) -> dict[str, Pages]:
        stale = self._stale(before.shown, now)
        candidates = ((id_, before.written[id_]) for id_ in now.marks if id_ not in stale and id_ in before.written)
        return {id_: written for id_, written in candidates if self._stand(written, before.files)}

    def _stand(self, written: Pages, files: Files) -> bool:
        return all(self._state(path) == files.get(path) for path in written.paths)

    def _files(self, written: Iterable[Pages]) -> Files:
        paths = (path for each in written for path in each.paths)
        return {path: state for path in paths if (state := self._state(path))}

    def _stale(self, old: Shown, now: Shown) -> set[str]:
        cards = {*_differing(old.cards, now.cards)}
        stale = {*_differing(old.marks, now.marks), *_differing(old.incoming, now.incoming), *cards}
        stale.update(_differing(old.agreed, now.agreed))
        stale.update(_differing(old.evidence, now.evidence))
        links = self._project.graph.links
        moved = {id_ for id_ in {**old.marks, **now.marks} if _area(old, id_) != _area(now, id_)}
        if moved:
            stale.update(link.source for link in links if link.target in moved)
        if cards:
            stale.update(link.source for link in links if link.target in cards)
            stale.update(link.target for link in links if link.source in cards)
            shown_before = (ids for id_ in cards for ids in old.incoming.get(id_, {}).values())
            stale.update(id_ for ids in shown_before for id_ in ids)
        return stale | now.places.keys() if any(_differing(old.places, now.places)) else stale

    def _state(self, path: str) -> tuple[int, int] | None:
        try:
            stat = os.stat(f"{self._target}/{path}")  # noqa: PTH116 - called for every page, and Path costs more than the call
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size


def _area(pages: Shown, id_: str) -> str:
    return pages.marks[id_][1] if id_ in pages.marks else ""


def _differing(old: Mapping[str, object], now: Mapping[str, object]) -> Iterable[str]:
    """Yield the ids that mean something else now, or nothing any more."""
    return (id_ for id_ in {**old, **now} if old.get(id_) != now.get(id_))
