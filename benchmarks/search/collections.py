"""Documents and queries with known answers.

A thousand synthetic records of 121 kinds with 60 queries and with those of
`fresh.json`, the sample district and kinds of place with the queries of
`own.json`, and 600 municipal pages with the questions people asked about them.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.model.sozialraum import Sozialraum
from sozialraum.project import read
from sozialraum.site.markdown import plain_text
from sozialraum.site.search_texts import SearchTexts

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
SHARED = next(
    (folder / "shared" for folder in REPOSITORY.parents if (folder / "shared/bench").is_dir()),
    REPOSITORY.parent / "shared",
)


class Document(NamedTuple):
    """A text as the search reads it; `kind` is what a query asks for."""

    kind: str
    fields: tuple[tuple[int, str], ...]

    @property
    def title(self) -> str:
        """The text of the heaviest field."""
        return next(text for weight, text in self.fields if weight == 4)

    @property
    def rest(self) -> str:
        """Everything else."""
        return " ".join(text for weight, text in self.fields if weight != 4)


class Query(NamedTuple):
    """A query with the kinds that answer it, and what makes it hard."""

    group: str
    text: str
    wanted: frozenset[str]


class Collection(NamedTuple):
    """Documents and the queries tried on them; `places` are the names of Sozialräume, which the handbook knows."""

    name: str
    documents: list[Document]
    queries: list[Query]
    places: tuple[str, ...] = ()

    def right(self, query: Query) -> list[int]:
        """Return the numbers of the documents that answer a query."""
        return [number for number, each in enumerate(self.documents) if each.kind in query.wanted]


def thousand() -> Collection:
    """A thousand records with 60 queries; a kind of record answers a query."""
    folder = SHARED / "bench/search"
    records = json.loads((folder / "records-1k.json").read_text("utf-8"))
    documents = [
        Document(
            each["type"],
            (
                (4, each["title"]),
                (1, f"{each['kategorie']} {each['lebenslage']} {each['stadtteil']} {each['traeger']}"),
                (1, " ".join(each["sprachen"])),
                (0, each["text"]),
            ),
        )
        for each in records
    ]
    places = tuple(sorted({each["stadtteil"] for each in records}))
    return Collection("60 queries", documents, _queries(folder / "queries.json"), places)


def fresh() -> Collection:
    """The same records with the queries of `fresh.json`."""
    return thousand()._replace(name="fresh queries", queries=_queries(HERE / "fresh.json"))


def own() -> Collection:
    """The sample district and kinds of place, with queries that name the record or kind of place wanted."""
    project = read(REPOSITORY / "records")
    texts = SearchTexts(project)
    documents = [Document(entry.id, texts.of(entry).fields) for entry in project.district.entries]
    return Collection(
        "own queries",
        [*documents, *_kinds_of_place()],
        _queries(HERE / "own.json"),
        tuple(raum.titel for _entry, raum in project.district.of_type(Sozialraum)),
    )


def _queries(file: Path) -> list[Query]:
    return [Query(group, text, frozenset(wanted)) for group, text, wanted in json.loads(file.read_text("utf-8"))]


def _kinds_of_place() -> Iterator[Document]:
    with (SHARED / "data/osm-preset-terms-de/preset_terms_de.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            key, name, terms, aliases = [*row, "", "", ""][:4]
            if key.startswith(("amenity/", "leisure/", "office/", "healthcare/", "club/", "shop/", "education/")):
                also = ", ".join([*aliases.split("|"), *terms.split(",")])
                yield Document(key, ((4, name.replace("\u00ad", "")), (3, also)))


def questions() -> Collection:
    """Real pages of two counties with the questions that one page answers."""
    folder = SHARED / "data/integreat-qa"
    documents = [
        Document(str(page["id"]), ((4, page["title"]), (0, plain_text(page["content"]))))
        for name in ("lkaugsburg", "rems-murr-kreis")
        for page in json.loads((folder / f"pages_{name}_de.json").read_text("utf-8"))
    ]
    known = {document.kind for document in documents}
    asked = [each for part in ("train", "dev") for each in json.loads((folder / f"{part}_de.json").read_text("utf-8"))]
    return Collection(
        "questions",
        documents,
        [
            Query(each["city"], each["question"], frozenset({str(each["pageId"])}))
            for each in asked
            if str(each["pageId"]) in known
        ],
    )


COLLECTIONS = (thousand, fresh, own, questions)
"""Everything that is tried."""
