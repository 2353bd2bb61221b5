"""The handbook's search and others, each a function from a collection to ranked documents per query."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import sozialraum
from sozialraum.search.german import Terms
from sozialraum.search.index import make_index
from sozialraum.search.texts import Reader, Text
from sozialraum.site.search import concepts_for_browser, concepts_of
from sozialraum.thesaurus import default_thesaurus

if TYPE_CHECKING:
    from benchmarks.search.collections import Collection

HERE = Path(__file__).parent
ASSETS = Path(sozialraum.__file__).parent / "site/assets"
MOST = 50

Ranking = list[list[int]]
"""For each query the numbers of documents, the best first."""


class Answer(NamedTuple):
    """What the handbook answers: documents, the rank of the best right one (0: none), and which words that one has."""

    ranking: list[int]
    rank: int
    words: list[str]
    in_right: list[bool]
    in_first: list[bool]


def handbook(collection: Collection) -> list[Answer]:
    """The handbook's own search, with the vocabulary every district starts with."""
    thesaurus = default_thesaurus()
    terms = Terms()
    concepts = concepts_of(thesaurus, terms)
    reader = Reader(concepts, terms)
    postings = reader.postings((i, Text(each.fields)) for i, each in enumerate(collection.documents))
    data = {
        "index": make_index([postings], concepts, len(collection.documents)),
        "begriffe": concepts_for_browser(thesaurus),
        "places": collection.places,
        "right": [collection.right(query) for query in collection.queries],
    }
    return [Answer(*each) for each in run("rank.mjs", data, collection, str(ASSETS))]


def run(program: str, data: dict[str, object], collection: Collection, *arguments: str) -> Any:
    """Let a Node program beside this file answer every query, mostly with a `Ranking`."""
    given = {**data, "queries": [each.text for each in collection.queries], "most": MOST}
    command = ["node", str(HERE / program), *arguments]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, check=True, text=True, cwd=HERE)
    return json.loads(done.stdout)
