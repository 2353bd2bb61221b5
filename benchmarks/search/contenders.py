"""The handbook's search and others, each a function from a collection to ranked documents per query."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

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
Contender = "Callable[[Collection], Ranking]"


def handbook(collection: Collection) -> Ranking:
    """The handbook's own search, with the vocabulary every district starts with."""
    thesaurus = default_thesaurus()
    terms = Terms()
    concepts = concepts_of(thesaurus, terms)
    reader = Reader(concepts, terms)
    postings = reader.postings((i, Text(each.fields)) for i, each in enumerate(collection.documents))
    index = make_index([postings], concepts, len(collection.documents))
    data = {"index": index, "begriffe": concepts_for_browser(thesaurus), "places": collection.places}
    return run("rank.mjs", data, collection, str(ASSETS))


def run(program: str, data: dict[str, object], collection: Collection, *arguments: str) -> Ranking:
    """Let a Node program beside this file rank the documents for every query."""
    given = {**data, "queries": [each.text for each in collection.queries], "most": MOST}
    command = ["node", str(HERE / program), *arguments]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, check=True, text=True, cwd=HERE)
    ranking: Ranking = json.loads(done.stdout)
    return ranking
