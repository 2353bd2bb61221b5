"""What the Ressourcenfinder knows: one column per field, words and repeated values coded by number.

Column-wise data compresses to a third of the same records written one by one,
and the browser counts facets over lists of small numbers. Resources stand in
the order in which they are shown: life-world first, then by title. Their titles, short
lines, hours and days of verification come from the rows of the search. Contacts and
addresses are a file of their own, loaded for a Handzettel or a download only.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sozialraum.fields.choice import JaNeinUnbekannt
from sozialraum.fields.language import language_name
from sozialraum.fields.link import EVERYWHERE, LANDKREISWEIT
from sozialraum.model.ressource import Herkunft, Kosten, Ressource
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.site.columns import coded
from sozialraum.site.data_file import as_script

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from sozialraum.load.entries import Entry
    from sozialraum.project import Project
    from sozialraum.site.data_file import DataFile
    from sozialraum.site.listing import Catalogue

Pair = tuple["Entry", Ressource]

COORDINATE_STEPS = 100_000
"""Coordinates are whole numbers of a hundred-thousandth of a degree, about a metre."""

BARRIERS = {
    "stufenlos": "stufenlos erreichbar",
    "wc": "rollstuhlgerechtes WC",
    "aufzug": "Aufzug",
    "induktion": "Induktionsschleife",
    "assistenz": "Assistenz willkommen",
    "digital": "auch online oder am Telefon",
}
"""What the facet Barrierefreiheit offers."""


class Words:
    """Values numbered as they come: the dictionary of a column."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}

    def number(self, value: Hashable) -> int:
        """Return the number of a value."""
        return self._numbers.setdefault(value, len(self._numbers))

    def all(self) -> list[Any]:
        """Return the values in the order of their numbers."""
        return list(self._numbers)


def resources(catalogue: Catalogue) -> list[Pair]:
    """Return what the finder shows, in its order: everything that is not over."""
    found = [pair for pair in catalogue.project.district.of_type(Ressource) if not pair[1].ist_beendet]
    return sorted(found, key=lambda pair: (catalogue.cards[pair[0].id].sort_key, pair[0].id))


def data_files(catalogue: Catalogue) -> Iterator[DataFile]:
    """Yield the columns of the finder and those of the contacts."""
    pairs = resources(catalogue)
    yield as_script("finder", finder_columns(catalogue, pairs))
    yield as_script("kontakte", contact_columns(pairs))


def finder_columns(catalogue: Catalogue, pairs: Sequence[Pair]) -> dict[str, Any]:
    """Return the columns for facets, list and map."""
    project = catalogue.project
    records = [record for _entry, record in pairs]
    points = [entry.koordinaten for entry, _record in pairs]
    return {
        "zeile": _rows_of(project, pairs),
        "lebenswelt": sum(record.herkunft is Herkunft.lebensweltlich for record in records),
        "thema": _combined(_vocabulary(project, "themen"), (record.themen for record in records)),
        "ort": _combined(_places(project), _places_of(project, records)),
        "format": _coded(_vocabulary(project, "formate"), (record.format for record in records)),
        "kosten": _coded({each: each.label for each in Kosten}, (record.kosten for record in records)),
        "sprache": _combined(languages(records), (record.sprachen for record in records)),
        "barriere": _combined(BARRIERS, map(_barriers, records)),
        "mitmachen": "".join("1" if record.mitmachen else "0" for record in records),
        **_edges("sued", "lat", [point.lat if point else None for point in points]),
        **_edges("west", "lon", [point.lon if point else None for point in points]),
    }


def _rows_of(project: Project, pairs: Sequence[Pair]) -> list[int]:
    """Return where each resource stands among the rows of the search, counted from the one before it.

    The rows say what both show of it. Both orders go by title for the most part, so most steps are small.
    """
    number = {entry.id: number for number, entry in enumerate(project.district.entries)}
    found = [number[entry.id] for entry, _record in pairs]
    return [after - before for before, after in pairwise([0, *found])]


def contact_columns(pairs: Sequence[Pair]) -> dict[str, list[str]]:
    """Return what a Handzettel, a table and a contact file say beside the finder's columns."""
    rows = [_contact(record) for _entry, record in pairs]
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}


def _contact(record: Ressource) -> dict[str, str]:
    place, contact, way = record.ort, record.kontakt, record.erreichbarkeit
    phone = contact.telefon if contact else None
    return {
        "haus": (place and place.name) or "",
        "strasse": (place and place.strasse) or "",
        "plz": (place and place.plz) or "",
        "stadt": (place and place.ort) or "",
        "lage": (place and place.beschreibung) or "",
        "haltestelle": (way and way.haltestelle) or "",
        "weg": (way and way.weg) or "",
        "stelle": (contact and contact.stelle) or "",
        "telefon": phone.national if phone else "",
        "waehlbar": phone.waehlbar if phone else "",
        "email": (contact and contact.email) or "",
        "web": (contact and contact.web) or "",
        "einstieg": record.zugang_tipp or "",
        "zeitenhinweis": record.zeiten_hinweis or "",
    }


def _vocabulary(project: Project, name: str) -> dict[str, str]:
    return {code: word.name for code, word in project.district.vokabular.woerter[name].items()}


def _places(project: Project) -> dict[str, str]:
    places = {entry.id: raum.titel for entry, raum in project.district.of_type(Sozialraum) if not raum.ist_beendet}
    return {**places, LANDKREISWEIT: EVERYWHERE}


def _places_of(project: Project, records: Iterable[Ressource]) -> Iterator[tuple[str, ...]]:
    """Yield the places of each resource, with the larger ones they are part of."""
    above = {entry.id: raum.teil_von for entry, raum in project.district.of_type(Sozialraum)}
    for record in records:
        found = dict.fromkeys(record.sozialraeume)
        for id_ in record.sozialraeume:
            larger = above.get(id_)
            while larger and larger not in found:
                found[larger] = None
                larger = above.get(larger)
        yield tuple(found)


def languages(records: Iterable[Ressource]) -> dict[str, str]:
    """Return the languages that occur, by code, in the order of their names."""
    codes = sorted({code for record in records for code in record.sprachen})
    return dict(sorted(((code, language_name(code)) for code in codes), key=lambda pair: pair[1]))


def _barriers(record: Ressource) -> tuple[str, ...]:
    given, way = record.barrierefreiheit, record.erreichbarkeit
    found = [name for name in BARRIERS if given and getattr(given, name, None) is JaNeinUnbekannt.ja]
    if way and way.digital == "ja":
        found.append("digital")
    return tuple(found)


def _coded(words: dict[str, str], values: Iterable[str]) -> dict[str, Any]:
    """Return a column with one word each: all words as [code, name], and the number of each record's."""
    numbers = {code: number for number, code in enumerate(words)}
    return {"worte": _named(words), "je": coded([numbers[value] for value in values])}


def _combined(words: dict[str, str], values: Iterable[Sequence[str]]) -> dict[str, Any]:
    """Return a column with several words each: the combinations that occur, and the number of each record's."""
    numbers = {code: number for number, code in enumerate(words)}
    combinations = Words()
    each = [combinations.number(tuple(sorted(numbers[code] for code in value if code in numbers))) for value in values]
    return {"worte": _named(words), "kombi": combinations.all(), "je": coded(each)}


def _named(words: dict[str, str]) -> list[list[str]]:
    return [[code, name] for code, name in words.items()]


def _edges(edge: str, name: str, degrees: Sequence[float | None]) -> dict[str, Any]:
    """Return coordinates in steps from the outermost one, counted from 1; 0 stands for no place."""
    steps = [None if each is None else round(each * COORDINATE_STEPS) for each in degrees]
    least = min((each for each in steps if each is not None), default=0)
    return {edge: least, name: coded([0 if each is None else each - least + 1 for each in steps])}
