"""Which records a synthetic district consists of, and where each of them lies."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from sozialraum.load.folder import slugify

from benchmarks.prose import PLACES, STREETS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHARES = {
    "organisationen": 0.12,
    "schluesselpersonen": 0.06,
    "protokolle": 0.03,
    "vorhaben": 0.03,
    "bedarfslagen": 0.02,
    "beratungen": 0.02,
    "netzwerke": 0.01,
}
"""Share of each record type; places and teams follow from the size, `ressourcen` are the rest (about 70 %)."""

RECORDS_PER_PLACE = 150
RECORDS_PER_TEAM = 800
SMALLEST = 60
"""Fewer records would leave some type without anything to link to."""

_CELL_LAT, _CELL_LON = 0.04, 0.06
"""A place is a cell of about 4.4 by 3.9 km."""
_SOUTH, _WEST = 54.0, 9.0
_ENDED_EVERY = 50
_POINTS_PER_SIDE = 6

_NAMES = {
    "organisationen": ("Verein", "Initiative", "Sozialwerk", "Werkstatt", "Stiftung", "Genossenschaft", "Bildungswerk", "Freundeskreis"),
    "schluesselpersonen": ("Hausmeister", "Übungsleiterin", "Kioskbetreiber", "Ortsvorsteherin", "Küster", "Bibliothekarin", "Wirtin"),
    "netzwerke": ("Stadtteilrunde", "Runder Tisch", "Netzwerk Familie", "Arbeitskreis Wohnen", "Netzwerk Mobilität"),
    "bedarfslagen": ("Kein Bus am Abend", "Zu wenig Randzeiten", "Kein Treffpunkt", "Weite Wege zum Amt", "Leere Läden"),
    "vorhaben": ("Sprechstunde", "Mitfahrbank", "Repaircafé", "Nachbarschaftsfest", "Tauschregal", "Lesekreis", "Spielnachmittag"),
    "ressourcen": (
        "Nähwerkstatt", "Sprachcafé", "Fahrradwerkstatt", "Bücherei", "Schuldnerberatung", "Eltern-Kind-Treff",
        "Kleiderladen", "Mittagstisch", "Chor", "Sportgruppe", "PC-Treff", "Formularhilfe", "Gemeinschaftsgarten",
        "Jugendtreff", "Familienberatung", "Suchtberatung", "Möbellager", "Bürgerbus", "Integrationskurs", "Tauschring",
        "Spieleabend", "Tagespflege", "Teilhabeberatung", "Lernhilfe",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planned:
    """One record before it is written. `place` is the number of its Sozialraum."""

    folder: str
    id: str
    titel: str
    number: int
    place: int

    @property
    def ended(self) -> bool:
        """Whether the record is over; nothing links to it then."""
        return self.folder == "ressourcen" and self.number % _ENDED_EVERY == _ENDED_EVERY - 1


@dataclass(frozen=True, slots=True)
class District:
    """All planned records, by folder, and by folder and place."""

    seed: int
    planned: Mapping[str, Sequence[Planned]]
    at: Mapping[tuple[str, int], Sequence[Planned]]
    """Only records that may be linked to."""

    def rnd(self, record: Planned) -> Random:
        """Return the source of chance of one record: the same whatever else is written."""
        return Random(f"{self.seed} {record.folder} {record.number}")

    def near(self, folder: str, place: int, most: int, rnd: Random) -> list[str]:
        """Return up to `most` ids of a folder, from the same place where it has any."""
        pool = self.at.get((folder, place)) or self.planned[folder][:1]
        return [each.id for each in rnd.sample(pool, min(most, len(pool)))]

    def place(self, record: Planned) -> Planned:
        """Return the Sozialraum of a record."""
        return self.planned["sozialraeume"][record.place]

    def team(self, record: Planned) -> str:
        """Return the id of the team whose place it is."""
        teams, places = self.planned["teams"], self.planned["sozialraeume"]
        return teams[record.place * len(teams) // len(places)].id


def plan(count: int, seed: int) -> District:
    """Return a district of exactly `count` records. Raises ValueError below SMALLEST."""
    if count < SMALLEST:
        message = f"A district needs at least {SMALLEST} records."
        raise ValueError(message)
    rnd = Random(seed)
    places = min(len(PLACES), max(4, count // RECORDS_PER_PLACE))
    planned = {"sozialraeume": _places(places), "teams": _teams(max(2, count // RECORDS_PER_TEAM), places)}
    sizes = {folder: max(2, round(count * share)) for folder, share in SHARES.items()}
    sizes["ressourcen"] = count - sum(sizes.values()) - sum(len(some) for some in planned.values())
    taken = {each.id for some in planned.values() for each in some}
    for folder, size in sizes.items():
        planned[folder] = [_one(folder, number, places, rnd, taken) for number in range(size)]
    at: dict[tuple[str, int], list[Planned]] = defaultdict(list)
    for record in (each for some in planned.values() for each in some if not each.ended):
        at[record.folder, record.place].append(record)
    return District(seed, planned, at)


def cell(place: int, places: int) -> tuple[float, float]:
    """Return latitude and longitude of the south-western corner of a place."""
    row, column = divmod(place, math.ceil(math.sqrt(places)))
    return _SOUTH + row * _CELL_LAT, _WEST + column * _CELL_LON


def inside(place: int, places: int, rnd: Random) -> str:
    """Return coordinates that lie well inside a place, as a record writes them."""
    south, west = cell(place, places)
    return f"{south + _CELL_LAT * rnd.uniform(0.05, 0.95):.5f}, {west + _CELL_LON * rnd.uniform(0.05, 0.95):.5f}"


def outline(place: int, places: int) -> list[list[float]]:
    """Return the closed outline of a place as (longitude, latitude) pairs."""
    south, west = cell(place, places)
    corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    ring = [
        (x + (x2 - x) * step / _POINTS_PER_SIDE, y + (y2 - y) * step / _POINTS_PER_SIDE)
        for (x, y), (x2, y2) in itertools.pairwise(corners)
        for step in range(_POINTS_PER_SIDE)
    ]
    return [[round(west + x * _CELL_LON, 5), round(south + y * _CELL_LAT, 5)] for x, y in [*ring, (0, 0)]]


def _places(count: int) -> list[Planned]:
    return [Planned("sozialraeume", slugify(name), name, number, number) for number, name in enumerate(PLACES[:count])]


def _teams(count: int, places: int) -> list[Planned]:
    return [
        Planned("teams", f"team-{number + 1}", f"Team {number + 1}", number, number * places // count)
        for number in range(count)
    ]


def _one(folder: str, number: int, places: int, rnd: Random, taken: set[str]) -> Planned:
    """Plan one record; the first places are the larger ones, and every place has something of everything."""
    place = number if number < places else min(rnd.randrange(places), rnd.randrange(places))
    titel, id_ = _name(folder, number, place, rnd)
    while id_ in taken:
        id_ = f"{id_}-{rnd.randrange(10**4)}"
    taken.add(id_)
    return Planned(folder, id_, titel, number, place)


def _name(folder: str, number: int, place: int, rnd: Random) -> tuple[str, str]:
    if folder == "beratungen":
        return f"Kollegiale Beratung {number + 1}", f"beratung-{number + 1}"
    if folder == "protokolle":
        return f"Teamsitzung {number + 1}", f"sitzung-{number + 1}"
    kind, street = rnd.choice(_NAMES[folder]), rnd.choice(STREETS)
    return f"{kind} {PLACES[place]}, {street}", slugify(f"{kind} {street} {PLACES[place]}")
