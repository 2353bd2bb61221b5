"""What the search reads of each page: the fields the model marks with a weight, then the free text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from sozialraum.fields.choice import Choice
from sozialraum.fields.kind import Kind
from sozialraum.fields.language import language_name
from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.model.describe import felder
from sozialraum.search.texts import Text
from sozialraum.site.markdown import plain_text
from sozialraum.source.wikilinks import with_links

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pydantic import BaseModel

    from sozialraum.load.entries import Entry
    from sozialraum.model.describe import Feld
    from sozialraum.project import Project

_LANGUAGE = "Sprache"
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>')


class SearchTexts:
    """The texts of one project's records. Names of linked records and of words are looked up once."""

    def __init__(self, project: Project) -> None:
        self._titles = {entry.id: entry.record.titel for entry in project.district.entries}
        self._vokabular = project.district.vokabular

    def of(self, entry: Entry) -> Text:
        """Return what the search reads of a record."""
        body = with_links(entry.document.body, lambda link: link[2] or self._titles.get(link[1], ""))
        return Text((*self._fields(entry.record), (0, body)))

    def _fields(self, part: BaseModel) -> Iterator[tuple[int, str]]:
        for weight, name, kind, field in _searched(type(part)):
            value = getattr(part, name)
            if value is None or value == ():
                continue
            if kind == "teil":
                for each in value if isinstance(value, tuple) else (value,):
                    yield from self._fields(each)
            else:
                word = self._words(kind, field)
                yield weight, " ".join(map(word, value)) if isinstance(value, tuple) else word(value)

    def _words(self, kind: str, field: Feld) -> Callable[[Any], str]:
        """Return what turns one value of a field into words."""
        if kind == "verweis":
            return lambda id_: self._titles.get(id_, id_ if id_ == LANDKREISWEIT else "")
        if kind == "wort" and field.woerter:
            name = field.woerter.vokabular
            return lambda code: self._vokabular.name(name, code)
        if kind == "auswahl":
            return _label
        return language_name if kind == "sprache" else str


def _label(value: Choice) -> str:
    return value.label


@cache
def _searched(model: type[BaseModel]) -> tuple[tuple[int, str, str, Feld], ...]:
    """Return weight, name and kind of the fields that are searched, also of groups that hold such fields."""
    found = []
    for each in felder(model):
        if each.part and _searched(each.part):
            found.append((0, each.name, "teil", each))
        elif each.angabe.suche:
            found.append((each.angabe.suche, each.name, _kind(each), each))
    return tuple(found)


def _kind(field: Feld) -> str:
    if field.ziel:
        return "verweis"
    if field.woerter:
        return "wort"
    if field.choice:
        return "auswahl"
    return "sprache" if isinstance(field.kind, Kind) and field.kind.name == _LANGUAGE else "text"


_HEADINGS = re.compile(r"<h[2-6][^>]*>(.*?)</h[2-6]>", re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_SHORT = 160


def page_for_search(path: str, title: str, meta: Mapping[str, object], html: str) -> dict[str, str]:
    """Return what the search needs of a hand-written page: `seite`, `titel`, `kurz`, `abschnitte`, `text`."""
    html = _PERMALINK.sub("", html)
    first = _PARAGRAPH.search(html)
    short = str(meta.get("description") or "") or (plain_text(first[1]) if first else "")
    return {
        "seite": path,
        "titel": plain_text(title),
        "kurz": short if len(short) <= _SHORT else short[:_SHORT].rsplit(" ", 1)[0] + " …",
        "abschnitte": ". ".join(map(plain_text, _HEADINGS.findall(html))),
        "text": plain_text(html),
    }
