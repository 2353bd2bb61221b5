"""Taking records out of a district: their files, and every mention of them in other records."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.graph import link_up
from sozialraum.load.folder import VOCABULARY
from sozialraum.load.unread import read_unread
from sozialraum.model.describe import felder
from sozialraum.source.document import unchanged
from sozialraum.source.edit import with_values
from sozialraum.source.replace import replace_text
from sozialraum.source.wikilinks import WIKILINK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from sozialraum.graph import Link
    from sozialraum.load.entries import District, Entry
    from sozialraum.load.unread import Unread


_IDS = re.compile(r"(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)*(?![\w-])", re.ASCII)
_EMERGENCIES = f"{VOCABULARY}/notfall.yml"


class Rewrite(NamedTuple):
    """A file that loses its mentions of removed records."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Removal:
    """What would be deleted and rewritten; nothing has been touched yet. Paths begin below the folder of records."""

    deleted: tuple[str, ...]
    rewritten: tuple[Rewrite, ...] = field(default=())
    by_hand: tuple[str, ...] = ()
    """Files written in a way in which no change is safe, or changed since they were read, and a vocabulary: their mentions stay."""
    broken: tuple[str, ...] = ()
    """Records with errors that may link to what goes: nobody knows what they mean until they can be read."""


def plan_removal(district: District, root: Path, ids: Iterable[str]) -> Removal:
    """Return what it takes to remove records so that nothing points at them any more."""
    gone = {entry.id: entry for entry in district.entries if entry.id in set(ids)}
    deleted = [name for entry in gone.values() for name in _files(entry, root)]
    mentions = _mentions(district, gone)
    entries = {entry.id: entry for entry in district.entries}
    titles = {id_: entry.record.titel for id_, entry in gone.items()}
    rewritten = {
        _below_root(entries[id_]): _rewrite(entries[id_], root, links, titles) for id_, links in mentions.items()
    }
    by_hand = [path for path, each in rewritten.items() if not each]
    if any(not gone.keys().isdisjoint(each.orte) for each in district.thesaurus.notfall.values()):
        by_hand.append(_EMERGENCIES)
    broken = [_below(unread.path) for unread in read_unread(root, district) if _may_name(unread, gone)]
    return Removal(tuple(deleted), tuple(each for each in rewritten.values() if each), tuple(by_hand), tuple(broken))


def carry_out(removal: Removal, root: Path) -> list[str]:
    """Rewrite and delete; return the files that have changed since the plan was made: they are left alone."""
    changed = [each.path for each in removal.rewritten if not replace_text(root / each.path, each.before, each.after)]
    for path in removal.deleted:
        (root / path).unlink(missing_ok=True)
    return changed


def _mentions(district: District, gone: Mapping[str, Entry]) -> dict[str, list[Link]]:
    """Return, by record, its links to what goes; none where only code in its text shows such a link, which goes as well."""
    mentions: dict[str, list[Link]] = {}
    for link in link_up(district.entries).links:
        if link.target in gone and link.source not in gone:
            mentions.setdefault(link.source, []).append(link)
    for entry in district.entries:
        if entry.id not in gone and any(link[1] in gone for link in WIKILINK.finditer(entry.document.body)):
            mentions.setdefault(entry.id, [])
    return mentions


def _files(entry: Entry, root: Path) -> list[str]:
    """Return the files of a record: itself and, for a Sozialraum, its area."""
    path = _below_root(entry)
    area = path.removesuffix(".md") + ".geojson"
    return [path, area] if (root / area).is_file() else [path]


def _may_name(unread: Unread, gone: Mapping[str, Entry]) -> bool:
    return unread.path.endswith(".md") and not gone.keys().isdisjoint(_IDS.findall(unread.text))


def _below_root(entry: Entry) -> str:
    return _below(entry.document.path)


def _below(path: str) -> str:
    return path.split("/", 1)[1]


def _rewrite(entry: Entry, root: Path, links: Sequence[Link], titles: dict[str, str]) -> Rewrite | None:
    path = _below_root(entry)
    before = unchanged(root / path, entry.document)
    values, _found = entry.document.values()
    if before is None or values is None:
        return None
    kept: Any = values
    for link in links:
        if link.keys:
            kept = _without(kept, [key for key in link.keys if isinstance(key, str)], link.target) or {}
    order = [each.name for each in felder(type(entry.record))]
    changed = {name: kept.get(name) for name in values if kept.get(name) != values[name]}
    front = with_values(entry.document.front, changed, order)
    if front is None:
        return None
    body = WIKILINK.sub(lambda found: _words(found[0], found[1], found[2], titles), entry.document.body)
    return Rewrite(path, before, f"---\n{front}---\n{body}")


def _without(value: Any, names: Sequence[str], target: str) -> Any:
    """Return a nested value without an id; `names` lead to it. None where nothing is left."""
    if isinstance(value, list):
        return [left for item in value if (left := _without(item, names, target))] or None
    if not names:
        return None if value == target else value
    if not isinstance(value, dict):
        return value
    pairs = ((name, _without(each, names[1:], target) if name == names[0] else each) for name, each in value.items())
    return {name: each for name, each in pairs if each} or None


def _words(whole: str, id_: str, shown: str | None, titles: dict[str, str]) -> str:
    return whole if id_ not in titles else shown or titles[id_]
