"""Records whose every value is found nowhere else: a word, day, number, place or address of its own in each field.

What cannot be unique is left as its example: a choice or a word of the vocabulary (the site lists them all anyway),
a number of months.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from babel import Locale
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import Feld, Form, felder
from sozialraum.source.write import front_matter

if TYPE_CHECKING:
    from collections.abc import Callable

    from sozialraum.model.record import Part

AUDIENCES = list(Sichtbarkeit)
CASEWORK = {"beratungen", "protokolle"}

_GERMAN = Locale("de")
_RARE = [
    "haw",
    "vun",
    "tpi",
    "gil",
    "niu",
    "tvl",
    "yap",
    "chk",
    "pau",
    "smn",
    "sms",
    "gwi",
    "arp",
    "cho",
    "cad",
    "ewo",
    "fon",
    "gaa",
    "luo",
    "mos",
]
"""Languages that no other text of the handbook names."""


@dataclass(frozen=True)
class Canary:
    """What was written into one field, and every way in which it could come to light."""

    kind: str
    widest: int
    """Rank of the widest audience that may read it."""
    spellings: tuple[str, ...]

    def seen_in(self, text: str) -> bool:
        return any(spelling in text for spelling in self.spellings)


def _word(number: int) -> tuple[str, ...]:
    return (f"wort{number}x",)


def _group_of_forge(number: int) -> tuple[str, ...]:
    return f"@probe/wort{number}x", f"wort{number}x"


def _mail(number: int) -> tuple[str, ...]:
    return f"wort{number}x@example.org", f"wort{number}x"


def _address(number: int) -> tuple[str, ...]:
    return f"https://www.example.org/wort{number}x", f"wort{number}x"


def _phone(number: int) -> tuple[str, ...]:
    return f"030 23125 {number:03}", f"030 23125{number:03}", f"3023125{number:03}"


def _day(number: int) -> tuple[str, ...]:
    years, rest = divmod(number, 12 * 19)
    year, month, day = 2110 + years, rest // 19 + 1, rest % 19 + 10
    german = f"{day}. {_GERMAN.months['format']['wide'][month]} {year}", f"{day}.{month:02}.{year}"
    return f"{year}-{month:02}-{day}", *german, f"date({year}, {month}, {day})"


def _number(number: int) -> tuple[str, ...]:
    value = f"{7_304_000 + number:,}"
    return value.replace(",", ""), value.replace(",", ".")


def _postal_code(number: int) -> tuple[str, ...]:
    return (str(98_301 + 7 * number),)


def _place(number: int) -> tuple[str, ...]:
    lat, lon = f"54.7{number:03}1", f"9.4{number:03}3"
    return f"{lat}, {lon}", lat, lon


def _hours(number: int) -> tuple[str, ...]:
    return f"Di 03:{number:02}-04:{number:02}", f"03:{number:02}", f"[{180 + number},{240 + number}]"


def _language(number: int) -> tuple[str, ...]:
    # The code alone is in many a word; in a list of Python it stands in quotes.
    return _RARE[number], f"'{_RARE[number]}'", str(_GERMAN.languages[_RARE[number]])


UNIQUE: dict[str, Callable[[int], tuple[str, ...]]] = {
    "Titel": _word,
    "Zeile": _word,
    "Text": _word,
    "Mailadresse": _mail,
    "Gruppe der Plattform": _group_of_forge,
    "Webadresse": _address,
    "Telefon": _phone,
    "Datum": _day,
    "Zahl": _number,
    "Postleitzahl": _postal_code,
    "Koordinaten": _place,
    "Zeiten": _hours,
    "Sprache": _language,
}
"""Kind of value → what is written for the nth of its fields, then every way in which that may be spelled."""

COMMON = {"Auswahl", "Wort", "Monate", "Verweis", "Gruppe"}
"""Kinds without a value of their own; a link says the id of a record, which is a canary itself."""


def id_of(ordner: str, level: Sichtbarkeit) -> str:
    """Return the id of the record of one type that is for one audience."""
    return f"q-{ordner}-{level}-q"


class Canaries:
    """Records of every type for every audience, with a value of its own in every field that can have one."""

    def __init__(self) -> None:
        self.all: list[Canary] = []
        self._numbers = {kind: count() for kind in UNIQUE}
        self._words = count()

    def record(self, ordner: str, level: Sichtbarkeit) -> str:
        """Return the text of a record."""
        widest = min(level.rank, Sichtbarkeit.jobcenter.rank) if ordner in CASEWORK else level.rank
        self.all.append(Canary("Kennung", widest, (id_of(ordner, level),)))
        values = self._group(RECORD_TYPES[ordner], widest)
        values |= {"sichtbarkeit": str(level), "status": values["status"]}
        every = [id_of(folder, other) for folder in RECORD_TYPES for other in AUDIENCES]
        links = " ".join(f"[[{id_}]] und [[{id_}|{self._unique('Text', widest)}]]" for id_ in every)
        return f"---\n{front_matter(values)}---\n\n{self._unique('Text', widest)} {links}\n"

    def _group(self, model: type[Part], widest: int) -> dict[str, Any]:
        return {each.name: self._value(each, widest) for each in felder(model)}

    def _value(self, field: Feld, widest: int) -> Any:
        if field.angabe.nur_fuer:
            widest = min(widest, Sichtbarkeit(field.angabe.nur_fuer).rank)
        if field.ziel:
            folders = field.ziel.ordner or tuple(RECORD_TYPES)
            if field.form is Form.LISTE:
                return [id_of(folder, level) for folder in folders for level in AUDIENCES]
            return id_of(folders[0], Sichtbarkeit.team)
        if field.form in (Form.LISTE, Form.GRUPPEN):
            return [self._one(field, widest), *([self._one(field, widest)] if field.kind.name not in COMMON else [])]
        return self._one(field, widest)

    def _one(self, field: Feld, widest: int) -> Any:
        if field.part:
            return self._group(field.part, widest)
        return field.beispiel if field.kind.name in COMMON else self._unique(field.kind.name, widest)

    def _unique(self, kind: str, widest: int) -> str:
        spell = UNIQUE[kind]
        worded = spell in (_word, _mail, _address, _group_of_forge)
        written, *others = spell(next(self._words if worded else self._numbers[kind]))
        spellings = tuple(others) if kind == "Sprache" else (written, *others)
        self.all.append(Canary(kind, widest, spellings))
        return written
