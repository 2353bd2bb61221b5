"""German words made comparable: folded, stemmed, without the words every sentence has.

`assets/deutsch.js` does the same in the browser; a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_LETTER = re.compile(r"(?<![^\W_])([^\W\d_])-(?=[^\W\d_])")
"""One letter before a hyphen, which is one word with what follows: P-Konto, E-Mail."""
_DIGRAPHS = re.compile(r"ae|oe|(?<![aeiouq])ue")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_BEFORE_S = frozenset("bdfghklmnt")

_STOP_WORDS = """
ab aber alle als am an and auch auf aus bei beim bekomm bekomme bekommen bekommt benotige benotigen bin bis bitte
brauche brauchen braucht da dafur damit darf das dass dein deine dem den denn der des die dies diese diesem dieser du
durch ein eine einem einen einer eines er es etwas euch finde finden fur gab gehe gehen geht gerne gibt gut habe haben
hat hatte helfen hier hilft ich ihm ihn ihr ihre ihrem ihren im in innen ins irgendwo ist ja jemand kann kein keine
keinen konnen kriege leider machen man mein meine meinem meinen meiner mich mir mit mochte mochten muss mussen nach
nicht noch nun nur ob oder ohne schon sein seine sich sie sind so soll suche suchen the tun uber um und uns unser
unsere unter vom von vor war warum was weil weiter welche welchem welchen welcher welches wenn wer werden wie will wir
wird wo woher wohin wollen worden wurde zu zum zur zwischen
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Folded. What people type around the word they mean; the index leaves them out, the browser is told them."""


_FRAMING_WORDS = """
angeboten anbieten art arten bedeuten bedeutet beantrage beantragen beantragt beinhalten beinhaltet benotigt bieten bietet
dauert deutschland durfen eigentlich erfahren erfullen erhalt erhalte erhalten erreichen gegend gelten gern gilt
heisst info information informationen infos informieren konnte konnten kontaktieren lange los mal moglich moglichkeit
moglichkeiten nah nahe nennt notig notwendig nutzen passiert raus rein sollte sollten speziell spezielle speziellen stehen
steht thema umfasst umgebung unterscheiden unterscheidet unterschied unterschiede verschiedene verschiedenen verstehen
versteht viel viele voraussetzung voraussetzungen weg wenden wichtig wichtige zustandig zustandige
"""
FRAMING_WORDS = frozenset(_FRAMING_WORDS.split())
"""Folded. What only frames a question: left out where another word says what it is about, unless the two mean something
together."""


def fold(word: str) -> str:
    """Return a word in small letters without accents; ä, ae and a, ß and ss are the same. Many at once are faster."""
    small = word.lower()
    if not small.isascii():
        small = _ACCENTS.sub("", unicodedata.normalize("NFKD", small.replace("ß", "ss")))
    return _DIGRAPHS.sub(lambda found: found[0][0], small)


def stem(word: str) -> str:
    """Return a folded word without its ending, lightly: what remains need not be a word.

    After Savoy's light stemmer for German; feminine forms lose theirs first.
    """
    if len(word) > 7 and word.endswith("innen"):  # noqa: PLR2004 - a stem of three letters at least, here and below
        word = word[:-5]
    elif len(word) > 6 and word.endswith(("erin", "tin", "din")):  # noqa: PLR2004
        word = word[:-2]
    return _second(_first(word))


def _first(word: str) -> str:
    size = len(word)
    if size > 5 and word.endswith("ern"):  # noqa: PLR2004
        return word[:-3]
    if size > 4 and word.endswith(("em", "en", "er", "es")):  # noqa: PLR2004
        return word[:-2]
    if size > 4 and (word.endswith("e") or (word.endswith("s") and word[-2] in _BEFORE_S)):  # noqa: PLR2004
        return word[:-1]
    return word


def _second(word: str) -> str:
    return word[:-2] if len(word) > 5 and word.endswith(("en", "er")) else word  # noqa: PLR2004


def words(text: str) -> list[str]:
    """Return the words of a text in small letters, not yet folded."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
    if "-" in text:
        text = _LETTER.sub(r"\1", text)
    return _WORD.findall(text.lower())


class Terms(dict[str, str]):
    """Word in small letters → term of the index, "" for what is not searched; each word is worked out once."""

    def __missing__(self, word: str) -> str:
        folded = fold(word)
        term = "" if len(folded) < 2 or folded in STOP_WORDS else stem(folded)  # noqa: PLR2004 - one letter says nothing
        self[word] = term
        return term

    def of(self, text: str) -> list[str]:
        """Return the terms of a text in its order."""
        return [*filter(None, map(self.__getitem__, words(text)))]
