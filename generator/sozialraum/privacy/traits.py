"""What makes a person recognisable together with two more things of the kind (domain.md 2.13, KB-53)."""

from __future__ import annotations

import re

from sozialraum.privacy.hit import Hit
from sozialraum.privacy.words import STEM, Phrase, Words, stems
from sozialraum.sieve import Sieve

_PERSON = (
    r"(?:Frau|Mann|Mutter|Vater|Tochter|Sohn|Kind\w*|Junge\w*|Mädchen|Person|Klient\w*|Kund\w*|Adressat\w*|Jugendliche\w*|"
    r"Leistungs\w+|Familie|Ehe\w+|Bruder|Schwester|Großmutter|Großvater|Rentner\w*|Nachbar\w*|Witwe\w*|Teilnehmer\w*)"
)
_NUMBER = r"(?:\d{1,2}|zwei|drei|vier|fünf|sechs|sieben|acht|neun)"
_COUNTRY = (
    r"(?:syr|afghan|irak|iran|türk|kurd|ukrain|russ|poln|rumän|bulgar|somal|eritre|äthiop|nigerian|ghana|marokkan|tunes|alger|"
    r"ägypt|libanes|pakistan|ind|vietnames|alban|kosovar|serb|kroat|bosn|mazedon|griech|italien|span|portugies|chines|"
    r"thailänd|georg|armen|tschetschen|moldau|ungar|tschech|slowak|lett|litau|brasilian|kuban|kolumbian|jemenit|sudanes)"
)
TRAITS: dict[str, Phrase] = {
    "ein Alter": Phrase(
        re.compile(
            rf"(?:Jahrgang|Jg\.)\s?(?:19|20)?\d\d\b|\d{{1,2}}[- ]?jährige[rnms]?\s+(?:\w+\s+)?{_PERSON}\b|\d{{1,2}}[- ]?Jährige[rn]?\b"
            r"|(?:\d{1,2}|[a-zäöü]+(?:zehn|zig|ßig|zwölf|elf))\s?(?:Jahre?|J\.)\s+(?:alt|jung)\b|(?<=\()\d{1,2}\s?J\.?\)|im Alter von \d{1,2}\b"
            r"|Alter: ?\d{1,2}\b(?! ?[-–] ?\d)|\d{1,2}(?:\.)? Lebensjahre?s?\b"
            r"|(?:Anfang|Mitte|Ende) (?:zwanzig|dreißig|vierzig|fünfzig|sechzig|[2-7]0(?![\w.%:-]| (?:Uhr|Prozent|Euro|Personen|Menschen)))\b"
        ),
        stems(
            "Jahrgang Jg jährig Jährige Jahre J Alter Lebensjahr Anfang Mitte Ende zwanzig dreißig vierzig fünfzig sechzig"
        )
        | {f"{number}jä"[:STEM] for number in range(100)}
        | {f"{number}Jä"[:STEM] for number in range(100)},
        1,
    ),
    "eine Herkunft": Phrase(
        re.compile(
            rf"{_COUNTRY}isch(?:e[rnms]?|stämmig\w*)?\s+(?:{_PERSON}|Staats(?:angehör|bürger)\w*|Herkunft|Wurzeln|Pass|Abstammung)\b|"
            r"(?:Staatsangehörig|Staatsbürger)\w+|"
            r"(?:Syrer|Afghan|Iraker|Iraner|Türk|Kurd|Ukrainer|Russ|Pol|Rumän|Bulgar|Somalier|Eritreer|Nigerianer|Marokkaner)(?:e|in|en|innen)\b|"
            r"(?:stammt|kommt|kam|geflohen|geflüchtet|zugewandert)\s+(?:ursprünglich\s+)?aus\s+(?:der\s+|dem\s+)?"
            r"(?:Syrien|Afghanistan|Irak|Iran|Türkei|Ukraine|Russland|Polen|Rumänien|Bulgarien|Somalia|Eritrea|Äthiopien|Nigeria|"
            r"Ghana|Marokko|Tunesien|Ägypten|Libanon|Pakistan|Indien|Vietnam|Albanien|Kosovo|Serbien|Kroatien)\b"
        ),
        stems(
            "syrisch afghanisch irakisch iranisch türkisch kurdisch ukrainisch russisch polnisch rumänisch bulgarisch somalisch "
            "eritreisch äthiopisch nigerianisch ghanaisch marokkanisch tunesisch algerisch ägyptisch libanesisch pakistanisch "
            "indisch vietnamesisch albanisch kosovarisch serbisch kroatisch bosnisch mazedonisch griechisch italienisch spanisch "
            "portugiesisch chinesisch thailändisch georgisch armenisch tschetschenisch moldauisch ungarisch tschechisch slowakisch "
            "lettisch litauisch brasilianisch kubanisch kolumbianisch jemenitisch sudanesisch Staatsangehörig Syrer Afghane Iraker "
            "Iraner Türke Kurde Ukrainer Russe Pole Polin Polen Rumäne Bulgare Somalier Eritreer Nigerianer Marokkaner stammt kommt "
            "kam geflohen zugewandert"
        ),
    ),
    "eine Religion": Phrase(
        re.compile(
            rf"(?:muslimisch|islamisch|katholisch|evangelisch|jüdisch|orthodox|christlich|alevitisch|jesidisch|ezidisch|hinduistisch|buddhistisch)e[rnms]?\s+{_PERSON}\b|"
            r"(?:Muslim(?:in|a|e)?|Jüdin|Jesid(?:e|in)|Ezid(?:e|in)|Alevit(?:in)?|Katholik(?:in)?|Protestant(?:in)?|Zeug(?:e|in) Jehovas)\b"
        ),
        stems(
            "muslimisch islamisch katholisch evangelisch jüdisch orthodox christlich alevitisch jesidisch ezidisch hinduistisch "
            "buddhistisch Muslim Jüdin Jeside Ezide Alevit Katholik Protestant Zeuge Zeugin"
        ),
    ),
    "Zahl oder Alter von Kindern": Phrase(
        re.compile(
            rf"{_NUMBER}\s+(?:(?:klein|gemeinsam|minderjährig|eigen|leiblich|schulpflichtig|erwachsen|jung|älter|jünger)e[rn]?\s+)?"
            r"(?:Kinder(?:n)?|Töchter(?:n)?|Söhne(?:n)?|Geschwister(?:n)?)\b(?!-| (?:können|haben|nehmen|spielen|kommen))"
            rf"|(?:Kind(?:er|ern)?|Sohn|Tochter)\s?\(\d{{1,2}}\b|{_NUMBER}-?fache[rn]?\s+(?:Mutter|Vater)\b"
        ),
        stems("Kinder Töchter Söhne Geschwister Sohn Tochter Mutter Vater"),
        2,
    ),
    "ein Arbeitgeber": Phrase(
        re.compile(
            r"(?:arbeitet|arbeitete|angestellt|beschäftigt|jobbt|gekündigt)\s+(?:[\w-]+\s+){0,3}?(?:bei|bei der|beim|in der)\s+(?:Firma\s+)?"
            r"[A-ZÄÖÜ][\w-]+|Firma\s+[A-ZÄÖÜ][\w-]+|(?!Die|Der|Eine?r?\b)[A-ZÄÖÜ][\w&-]+\s+(?:GmbH|AG|KG|OHG|UG)\b"
        ),
        stems("arbeitet angestellt beschäftigt jobbt gekündigt Firma GmbH AG KG OHG UG"),
        1,
    ),
    "eine Schule": Phrase(
        re.compile(
            r"[A-ZÄÖÜ][\wäöüß]+(?:-[A-ZÄÖÜ]\w+)*-(?:Schule|Grundschule|Gemeinschaftsschule|Gymnasium|Realschule|Oberschule)\b|"
            r"(?:Grundschule|Gemeinschaftsschule|Förderschule|Realschule|Oberschule|Gymnasium|Berufsschule)\s+(?:(?:am|an der|in|im)\s+)?[A-ZÄÖÜ]\w+"
        ),
        stems("Schule Grundschule Gemeinschaftsschule Förderschule Realschule Oberschule Gymnasium Berufsschule"),
        2,
    ),
}
"""What it is, with its article → how it reads. Languages, places and services alone are none of them."""

_PLACE = re.compile(
    r"[0-9]{5}(?:(?<![\w/.,-][0-9]{5})|(?<=\bD-[0-9]{5}))\s(?!Euro|Menschen|Einwohn|Personen|Haushalt|Mark|Stück|Quadrat|Meter|Kilo)[A-ZÄÖÜ][a-zäöüß]{2,}"
)
_MAY_HOLD_PLACES = Sieve(_PLACE)

WOHNORT = "ein Wohnort"
TRAIT_NAMES = frozenset({*TRAITS, WOHNORT})


def find_traits(words: Words) -> list[Hit]:
    """Return every trait in a text, in the order of the table."""
    traits = [Hit(name, found.start(), found.end()) for name, phrase in TRAITS.items() for found in words.find(phrase)]
    places = _PLACE.finditer(words.text) if _MAY_HOLD_PLACES(words.text) else ()
    return [*traits, *(Hit(WOHNORT, found.start(), found.end()) for found in places)]
