"""The index: postings as written, compounds, concepts, weights; and that the browser finds with it what it should."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sozialraum.search.concepts import Concepts
from sozialraum.search.german import Terms
from sozialraum.search.index import Index, make_index
from sozialraum.search.postings import Distances, in_front, telling, terms_in_order, written
from sozialraum.search.texts import STEP, Reader, Text

ASSETS = Path(__file__).parents[1] / "generator/sozialraum/site/assets"
NODE = shutil.which("node")

FORMS = {"kita": ("Kita", "Kindergarten"), "fruehe_hilfen": ("Frühe Hilfen", "Babybesuch")}


def texts(*titles: str) -> list[Text]:
    return [Text(((4, title),)) for title in titles]


def index_of(some: list[Text], share: int = 2) -> Index:
    """Return the index of some texts, read in shares as processes would."""
    terms = Terms()
    concepts = Concepts(FORMS, terms, {"kita": ("Krippe",)})
    reader = Reader(concepts, terms)
    starts = range(0, len(some), share)
    shares = [
        reader.postings((start + i, text) for i, text in enumerate(some[start : start + share])) for start in starts
    ]
    return make_index(shares, concepts, len(some))


def levels(index: Index) -> dict[str, dict[int, int]]:
    """Return term → its own texts with their levels, as the signs say."""
    common = iter(index["haeufig"].split(" "))
    written = [signs or next(common) for signs in index["stellen"].split(" ")]
    assert not [*common]
    return dict(zip(terms_of(index), map(read, written), strict=True))


def terms_of(index: Index) -> list[str]:
    """Return the terms in full; a sign says how many letters each shares with the one before."""
    found = [""]
    for line in index["worte"].split("\n"):
        found.append(found[-1][: ord(line[0]) - ord("A")] + line[1:])
    return found[1:]


def read(signs: str) -> dict[int, int]:
    value_of = {Distances()[distance]: distance for distance in range(1, 49)}
    numbers, level, place = {}, 0, -1
    for sign in signs:
        level, place = (int(sign), -1) if sign.isdigit() else (level, place + value_of[sign])
        numbers |= {} if sign.isdigit() else {place: level}
    return numbers


def related(index: Index) -> dict[str, dict[str, int]]:
    """Return term → terms whose texts it has too, and how many levels below."""
    terms = terms_of(index)
    others = zip(terms, map(read, index["dazu"].split(" ")), strict=True)
    return {term: {terms[place]: less for place, less in of.items()} for term, of in others if of}


def test_terms_lead_to_texts() -> None:
    """Every word of every text leads to it, whichever share it was read in."""
    of = levels(index_of(texts("Der Garten", "Tafel", "Gärten am See", "Haus")))
    assert [*of["gart"]] == [0, 2]
    assert [*of["tafel"]] == [1]
    assert "der" not in of


def test_parts_of_titles() -> None:
    """A compound in a title also counts as its parts, a little less; in a text that only mentions it, it does not."""
    index = index_of(texts("Fahrradwerkstatt", "Werkstatt"))
    assert [*levels(index)["werkstatt"]] == [1]
    assert related(index)["werkstatt"] == {"fahrradwerkstatt": 3}
    mentioned = Text(((0, "Fahrradwerkstatt " + "Wort " * 80),))
    assert "werkstatt" not in related(index_of([mentioned]))


def test_concepts() -> None:
    """Texts with any word of a concept, or with all words of one of its forms, have the concept's term."""
    index = index_of(texts("Kita am Park", "Die Krippe", "Frühe Hilfen", "Hilfen", "Kindergartenfest"))
    assert related(index)["#kita"] == {"kita": 0, "kindergart": 0, "kripp": 2}
    assert related(index)["kindergart"] == {"kindergartenfest": 3}
    assert [*levels(index)["#fruehe_hilfen"]] == [2]


def test_weights() -> None:
    """The title weighs more than the text, a short title more than a long one."""
    some = [
        Text(((4, "Garten"),)),
        Text(((4, "Garten hinter Haus und Hof und Scheune"),)),
        Text(((0, "Garten " + "Wort " * 80),)),
    ]
    of = levels(index_of(some))["gart"]
    assert of[0] > of[1] > of[2]


def test_common_words() -> None:
    """Of a word that many texts have, mere mentions are left out, in a large handbook one-liners too; a rare word keeps them."""
    few, many = [step * STEP + step % 9 for step in range(90)], [step * STEP + step % 9 for step in range(400)]
    assert telling(few, 500) == few
    assert {number % STEP for number in telling(many, 3000)} == {3, 5, 7}
    assert {number % STEP for number in telling(many, 500)} == {5, 7}
    assert {number // STEP % 9 for number in telling(many, 500)} == {5, 6, 7, 8}


def test_only_letters_javascript_counts_once_are_shared() -> None:
    """A term says how many letters it shares with the one before; beyond the first plane a letter is two for JavaScript."""
    assert (
        in_front(["gart", "garten", "gast", "\U00020000a", "\U00020000b"])
        == "Agart\nEen\nCst\nA\U00020000a\nA\U00020000b"
    )


def test_same_bytes() -> None:
    """The same texts give the same index, in whatever shares they are read."""
    some = texts("Kita", "Garten", "Kindergarten", "Frühe Hilfen", "Gärtnerei")
    assert index_of(some, 1) == index_of(some, 2) == index_of(some, 5)


def test_order_of_terms() -> None:
    """Terms are sorted as JavaScript sorts them, by UTF-16 units, or bisecting would miss some."""
    assert terms_in_order({"\uff5a": [], "\U0001d400": [], "a": []}) == ["a", "\U0001d400", "\uff5a"]


DECODE = """
import { readFileSync } from "node:fs";
const { postings } = await import(process.argv[1]);
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map((signs) => {
  const { texts, levels } = postings(signs);
  return { texts: [...texts], levels: [...levels] };
})));
"""


@pytest.mark.skipif(NODE is None, reason="Node is not installed, so verzeichnis.js cannot be run.")
def test_the_browser_reads_what_was_written() -> None:
    """Postings survive the way through the file, near and far."""
    distance = Distances().__getitem__
    cases = [
        [0, 9 + STEP],
        [text * STEP + text % 10 for text in (0, 1, 47, 48, 49, 1583, 1584, 1585, 1632, 50_000, 3_000_000)],
        [text * STEP + 3 for text in range(0, 100_000, 1631)],
    ]
    signs = [written(case, distance) for case in cases]
    command = [str(NODE), "--input-type=module", "--eval", DECODE, (ASSETS / "verzeichnis.js").as_uri()]
    answer = subprocess.run(command, input=json.dumps(signs), capture_output=True, check=True, text=True)
    for case, read in zip(cases, json.loads(answer.stdout), strict=True):
        pairs = zip(read["texts"], read["levels"], strict=True)
        assert sorted(text * STEP + level for text, level in pairs) == case


@given(st.lists(st.integers(0, 10**7), unique=True, max_size=50))
def test_signs_are_harmless(numbers: list[int]) -> None:
    """No sign of a posting needs escaping in a script, and none is taken for a term's end."""
    signs = written(sorted(number * STEP for number in numbers), Distances().__getitem__)
    assert not set(signs) & set('"\\< \n')
