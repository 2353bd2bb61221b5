"""German words made comparable, the same way in the index and in the browser."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from sozialraum.search.german import FRAMING_WORDS, STOP_WORDS, Terms, fold, stem, words
from sozialraum.search.nouns import parts

REPOSITORY = Path(__file__).parents[1]
ASSETS = REPOSITORY / "generator/sozialraum/site/assets"
NODE = shutil.which("node")


@pytest.mark.parametrize(
    "group",
    [
        ("Müller", "Mueller", "Muller", "MÜLLER"),
        ("Straße", "Strasse", "STRASSE"),
        ("Café", "Cafe"),
        ("Quelle", "quelle"),
        ("neue", "Neue"),
    ],
)
def test_one_spelling(group: tuple[str, ...]) -> None:
    """Umlauts, ß, accents and capitals do not matter."""
    assert len({fold(word) for word in group}) == 1


def test_ue_after_a_vowel_or_q_stays() -> None:
    """In „neue“ and „Quelle“ ue is no ü."""
    assert [fold("neue"), fold("Quelle"), fold("Mauer")] == ["neue", "quelle", "mauer"]


@pytest.mark.parametrize(
    "group",
    [
        ("Frauenhaus", "Frauenhäuser", "Frauenhauses", "Frauenhäusern"),
        ("Werkstatt", "Werkstätten"),
        ("Beratung", "Beratungen"),
        ("Kind", "Kinder", "Kindern", "Kindes"),
        ("Spielplatz", "Spielplätze", "Spielplätzen"),
        ("Sozialarbeiterin", "Sozialarbeiterinnen", "Sozialarbeiter", "SozialarbeiterInnen"),
        ("Kurs", "Kurse", "Kursen"),
    ],
)
def test_one_stem(group: tuple[str, ...]) -> None:
    """Singular and plural, cases, and forms for women and men are the same word."""
    assert len({stem(fold(word)) for word in group}) == 1


@pytest.mark.parametrize("text", ["Ärzt:innen", "Ärzt*innen", "Ärzt_innen", "Ärzt/-innen", "Ärztinnen", "Arzt"])
def test_gender_forms(text: str) -> None:
    """However both are named, the word is found."""
    assert Terms().of(text) == ["arzt"]


def test_soft_hyphens_and_decomposed_letters() -> None:
    """What only looks the same is the same."""
    assert words("Woh\u00adnungs\u00adamt Ka\u0308se") == ["wohnungsamt", "käse"]


def test_one_letter_before_a_hyphen() -> None:
    """A P-Konto is no Konto, and an E-Mail is an Email."""
    assert words("P-Konto, E-Mail, Eltern-Kind-Treff") == ["pkonto", "email", "eltern", "kind", "treff"]


def test_paragraphs() -> None:
    """„§16i“, „§ 16i“ and „16i“ are the same."""
    assert Terms().of("§16i") == Terms().of("§ 16i") == Terms().of("16i") == ["16i"]


def test_lists_of_words_are_folded() -> None:
    """The lists are written as folded words are; otherwise an entry would never be met. No word stands in both."""
    assert [word for word in STOP_WORDS | FRAMING_WORDS if fold(word) != word] == []
    assert not STOP_WORDS & FRAMING_WORDS


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Schuldnerberatung", {"schuldn", "beratung"}),
        ("Fahrradwerkstatt", {"fahrrad", "werkstatt"}),
        ("Deutschsprachkurs", {"deutsch", "sprach", "kurs"}),
        ("Mietschuldenübernahme", {"schuld", "ubernahm"}),
        ("Familienhebamme", {"famili", "hebamm"}),
        ("Kindergartenplatz", {"kindergart", "platz"}),
        ("Arbeitslosenberatung", {"beratung"}),
    ],
)
def test_compounds(word: str, expected: set[str]) -> None:
    """A compound is also found by its parts."""
    assert expected <= set(parts(stem(fold(word))))


@pytest.mark.parametrize("word", ["Beratung", "Wohnung", "Haus", "Nachbarschaft", "Zeitung", "16i", ""])
def test_no_compounds(word: str) -> None:
    """A simple word is left alone."""
    assert parts(stem(fold(word))) == ()


PROGRAM = """
import { readFileSync } from "node:fs";
const { fold, stem, words } = await import(process.argv[1]);
const texts = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => words(text).map((word) => [word, fold(word), stem(fold(word))]))));
"""


@pytest.mark.skipif(NODE is None, reason="Node is not installed, so deutsch.js cannot be run.")
def test_as_in_the_browser() -> None:
    """`deutsch.js` makes the same of every word of the sample district, the method pages and of other writing systems."""
    sources = [*REPOSITORY.glob("records/**/*.md"), *REPOSITORY.glob("docs/**/*.md")]
    texts = [re.sub(r"\\s+", " ", file.read_text("utf-8")) for file in sources]
    texts += ["Ångström ĲSSELMEER ŒUVRE İstanbul ΣΊΣΥΦΟΣ дім ЩО مكتب", "ﬁnden ½ ² Straße­nbahn A\u0308rzt", "𝐀mt 𐐀 x"]
    command = [str(NODE), "--input-type=module", "--eval", PROGRAM, (ASSETS / "deutsch.js").as_uri()]
    answer = subprocess.run(command, input=json.dumps(texts), capture_output=True, check=True, text=True)
    expected = [[[word, fold(word), stem(fold(word))] for word in words(text)] for text in texts]
    assert json.loads(answer.stdout) == expected
