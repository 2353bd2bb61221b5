"""The files of the search: the index, what is shown of each text, and the words people search with."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum import kept
from sozialraum.fields.hours import Zeiten, coming_holidays
from sozialraum.model.record import Record
from sozialraum.model.ressource import Herkunft, Ressource
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.search.concepts import Concepts
from sozialraum.search.german import Terms
from sozialraum.search.index import make_index
from sozialraum.search.nouns import Compounds
from sozialraum.search.texts import Postings, Reader, Text
from sozialraum.site.cards import Card
from sozialraum.site.data_file import DataFile, as_script
from sozialraum.site.district_map import middle_of
from sozialraum.site.nearby import Neighbourhood
from sozialraum.site.search_rows import Row, hours_cell, table
from sozialraum.site.search_texts import SearchTexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sozialraum.load.entries import Entry
    from sozialraum.project import Project
    from sozialraum.site.page import GeneratedPage
    from sozialraum.thesaurus import Thesaurus

PAGES = "suche-seiten.json"
"""What the host says of the hand-written pages; not part of the site."""
INDEX, ROWS, WORDS = "suche-index", "suche-eintraege", "suche-woerter"
"""Names of the three files of data."""
COMPOUNDS = "komposita.pickle"
MOST_NEIGHBOURS = 4
"""Sozialräume named beside one in which nothing was found."""
_GROUP_OF = {
    "schluesselpersonen": "menschen",
    "sozialraeume": "orte",
    "organisationen": "gruppen",
    "netzwerke": "gruppen",
    "vorhaben": "vorhaben",
    "bedarfslagen": "vorhaben",
    "beratungen": "team",
    "protokolle": "team",
    "teams": "team",
}
"""Record type → group; a type not named here stands among the lists."""


class Share(NamedTuple):
    """What the search read of some records in a row."""

    ids: tuple[str, ...]
    postings: Postings
    rows: list[Row]


class Searcher:
    """Reads records and pages for the search. Made before processes part, so that each has its own."""

    def __init__(self, project: Project, cards: Mapping[str, Card]) -> None:
        self.project = project
        self.terms = Terms()
        self.concepts = concepts_of(project.district.thesaurus, self.terms)
        self._cards = cards
        self._texts = SearchTexts(project)
        self._reader = Reader(self.concepts, self.terms)
        self._holidays = coming_holidays(project.district.settings.bundesland, project.today)

    def read(self, entries: Sequence[Entry], start: int) -> Share:
        """Return postings and rows of records that are numbered from `start`."""
        postings = self._reader.postings((start + i, self._texts.of(entry)) for i, entry in enumerate(entries))
        return Share(tuple(entry.id for entry in entries), postings, [self._row(entry) for entry in entries])

    def postings(self, texts: Iterable[tuple[int, Text]]) -> Postings:
        """Return the postings of other texts."""
        return self._reader.postings(texts)

    def _row(self, entry: Entry) -> Row:
        card, record = self._cards[entry.id], entry.record
        return Row(
            ordner=entry.ordner,
            name=entry.id,
            titel=card.titel,
            kurz=card.kurz,
            ort=card.orte,
            zeiten=self._hours(record),
            geprueft=day.isoformat() if (day := entry.geprueft_am) else "",
            hinweis=card.hinweis,
            gruppe=_group(entry),
        )

    def _hours(self, record: Record) -> str:
        hours = getattr(record, "zeiten", None)
        return hours_cell(hours, self.project.today, self._holidays) if isinstance(hours, Zeiten) else ""


def _group(entry: Entry) -> str:
    if isinstance(entry.record, Ressource):
        return "lebenswelt" if entry.record.herkunft is Herkunft.lebensweltlich else "fachdienst"
    return _GROUP_OF.get(entry.ordner, "themen")


def row_of_page(page: GeneratedPage) -> tuple[Row, Text] | None:
    """Return what the search knows of an index page, None where it is to be found by its records alone."""
    if not page.words:
        return None
    return Row(page.section, page.name, page.title, page.words), Text(((4, page.title), (1, page.words)))


def rows_of_host(host: Path) -> list[tuple[Row, Text]]:
    """Return what the host said of the hand-written pages, in the order of their paths."""
    file = host / PAGES
    found = []
    for page in json.loads(file.read_text("utf-8")) if file.is_file() else ():
        folder, _, name = page["seite"].removesuffix(".html").rpartition("/")
        fields = ((4, page["titel"]), (2, page["abschnitte"]), (0, page["text"]))
        found.append((Row(folder, name, page["titel"], page["kurz"], gruppe="methode"), Text(fields)))
    return sorted(found)


def index_file(searcher: Searcher, shares: Iterable[Postings], count: int, cache: Path | None = None) -> DataFile:
    """Return the index of `count` texts.

    With a folder `cache`, compounds that an earlier build took apart need no lexicon.
    """
    compounds = Compounds(kept.read(cache / COMPOUNDS, ()) or {}) if cache else Compounds()
    known = len(compounds)
    index = as_script(INDEX, make_index(shares, searcher.concepts, count, compounds))
    if cache and len(compounds) > known:
        kept.write(cache / COMPOUNDS, (), dict(compounds))
    return index


def tables(project: Project, rows: Sequence[Row]) -> Iterator[DataFile]:
    """Yield what is shown of all texts and the words people search with; the rows come in their order, records first."""
    records = rows[
        : len(project.district.entries)
    ]  # a page may have the name of a record: team-nord.html lists what it agreed on
    yield as_script(ROWS, table(rows))
    words = _words(project, {row.name: row for row in records})
    yield as_script(WORDS, {**words, "nachbarn": neighbours(project, records)})


def concepts_of(thesaurus: Thesaurus, terms: Terms) -> Concepts:
    """Return what texts say of each concept."""
    synonyme = thesaurus.synonyme
    forms = {key: (each.name, *each.auch) for key, each in synonyme.items()}
    return Concepts(forms, terms, {key: each.umfasst for key, each in synonyme.items()})


def _words(project: Project, rows: Mapping[str, Row]) -> dict[str, Any]:
    thesaurus = project.district.thesaurus
    return {
        "begriffe": concept_lines(thesaurus, Terms()),
        "kuerzel": {each.name.lower(): each.bedeutet for each in thesaurus.kuerzel.values()},
        "notfall": [
            {
                **asdict(each),
                "orte": [(rows[id_].titel, f"{rows[id_].ordner}/{id_}.html") for id_ in each.orte if id_ in rows],
            }
            for each in thesaurus.notfall.values()
        ],
        "themen": {code: word.name for code, word in project.district.vokabular.woerter["themen"].items()},
    }


def concepts_for_browser(thesaurus: Thesaurus) -> list[dict[str, Any]]:
    """Return what queries say of each concept: `k` key, `n` name, `f` other ways to say it, `t` topic."""
    return [
        {
            "k": key,
            "n": each.name,
            "f": [*each.auch, *each.fragen, *each.andere_sprachen],
            **({"t": each.thema} if each.thema else {}),
        }
        for key, each in sorted(thesaurus.synonyme.items(), key=lambda item: (item[1].thema, item[0]))
    ]


def concept_lines(thesaurus: Thesaurus, terms: Terms) -> str:
    """Return the same as text, a line each: key, topic, name and other ways, between tabs.

    Ways that are the same for the search stand there once, without words that are not searched and nouns without their
    capital.
    """
    lines = (
        (each["k"], each.get("t", ""), each["n"], *_told_apart(each, terms)) for each in concepts_for_browser(thesaurus)
    )
    return "\n".join(["\t".join([" ".join(cell.split()) for cell in line]) for line in lines])


def _told_apart(concept: Mapping[str, Any], terms: Terms) -> Iterator[str]:
    known = {frozenset(terms.of(concept["n"]))}
    for way in concept["f"]:
        asked = frozenset(terms.of(way))
        if asked and asked not in known:
            known.add(asked)
            yield " ".join([word.lower() if word[1:].islower() else word for word in way.split() if terms.of(word)])


def neighbours(project: Project, rows: Sequence[Row]) -> dict[int, list[tuple[int, int]]]:
    """Return number of each Sozialraum → those closest to it: number and distance in tenths of a kilometre."""
    numbers = {row.name: number for number, row in enumerate(rows) if row.ordner == "sozialraeume"}
    places = {
        entry.id: middle
        for entry, raum in project.district.of_type(Sozialraum)
        if entry.id in numbers and not raum.ist_beendet and (middle := middle_of(entry))
    }
    around = Neighbourhood(places.items())
    return {
        numbers[id_]: [(numbers[other], round(km * 10)) for other, km in around.nearest(id_, point, MOST_NEIGHBOURS)]
        for id_, point in places.items()
    }
