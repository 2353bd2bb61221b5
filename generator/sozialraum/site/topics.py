"""Ways to the records by topic, form, letter, and by where people can join in."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sozialraum.fields.link import ALL_PLACES, LANDKREISWEIT
from sozialraum.model.ressource import Ressource
from sozialraum.site.cards import in_sequence
from sozialraum.site.listing import Catalogue, Group, Head, Link
from sozialraum.site.proposals import way_to_new
from sozialraum.site.wording import letter, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sozialraum.site.cards import Card
    from sozialraum.site.page import GeneratedPage


def themen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Topics: each in the order of the support sequence, people and plans after it, joining in last."""
    of_topic = by_topic(catalogue)
    words = catalogue.project.district.vokabular.woerter["themen"]
    links = [Link(f"{_file(code)}.html", word.name, len(of_topic[code]), word.umfasst) for code, word in words.items()]
    yield catalogue.filled(
        Head("themen", "index", "Themen", "Worum geht es? Jedes Thema beginnt mit dem, was der Alltag bietet."), links
    )
    for code, word in words.items():
        head = Head(
            "themen", _file(code), word.name, word.umfasst, (("../index.html", "Start"), ("index.html", "Themen"))
        )
        new = way_to_new(catalogue.project.district.settings, catalogue.project.audience, themen=code)
        yield from catalogue.grouped(head._replace(neu=new), _topic_groups(catalogue, of_topic[code]))


def formate(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Resources by their form."""
    of_format: dict[str, list[Card]] = defaultdict(list)
    for entry, ressource in catalogue.project.district.of_type(Ressource):
        of_format[ressource.format].append(catalogue.cards[entry.id])
    words = catalogue.project.district.vokabular.woerter["formate"]
    links = [Link(f"{_file(code)}.html", word.name, len(of_format[code]), word.umfasst) for code, word in words.items()]
    yield catalogue.filled(
        Head("formate", "index", "Formate", "In welcher Form es etwas gibt: Treffpunkt, Kurs, Werkstatt, Fahrdienst."),
        links,
    )
    for code, word in words.items():
        head = Head(
            "formate", _file(code), word.name, word.umfasst, (("../index.html", "Start"), ("index.html", "Formate"))
        )
        yield from catalogue.one_list(head, of_format[code])


def a_bis_z(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Everything by its first letter, also under everyday names."""
    of_letter: dict[str, list[Card]] = defaultdict(list)
    for entry in catalogue.project.district.entries:
        card = catalogue.cards[entry.id]
        of_letter[letter(card.titel)].append(card)
        for name in getattr(entry.record, "auch_bekannt_als", ()):
            of_letter[letter(name)].append(card._replace(titel=name, kurz=f"siehe {card.titel}", merkmale=()))
    present = sorted(of_letter)
    links = [Link(f"{first}.html", first.upper(), len(of_letter[first])) for first in present]
    yield catalogue.links(
        Head("a-z", "index", "Alles von A bis Z", "Jeder Eintrag, auch unter den Namen, die man im Alltag hört."), links
    )
    for first in present:
        head = Head("a-z", first, first.upper(), "", (("../index.html", "Start"), ("index.html", "A bis Z")))
        flat = [card._replace(gruppe="", rang=0) for card in of_letter[first]]
        yield from catalogue.one_list(head, sorted(flat, key=lambda card: sort_key(card.titel)))


def mitmachen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Question 7: where people can contribute themselves, by place."""
    of_place: dict[str, list[Card]] = defaultdict(list)
    for entry in catalogue.project.district.entries:
        record = entry.record
        if isinstance(record, Ressource) and record.mitmachen and not record.ist_beendet:
            card = catalogue.cards[entry.id]
            for place in record.sozialraeume:
                of_place[place].append(card._replace(kurz=record.mitmachen, gruppe="", rang=0))
    places = {
        entry.id: entry.record.titel for entry in catalogue.project.district.entries if entry.ordner == "sozialraeume"
    }
    groups = [Group(title, in_sequence(of_place[id_]), f"../sozialraeume/{id_}.html") for id_, title in places.items()]
    groups.append(Group(ALL_PLACES, in_sequence(of_place[LANDKREISWEIT]), f"../sozialraeume/{LANDKREISWEIT}.html"))
    head = Head("mitmachen", "index", "Mitmachen", "Was will ich selbst für andere beitragen? Hier wird man gebraucht.")
    yield from catalogue.grouped(head, groups)


def _file(code: str) -> str:
    return code.replace("_", "-")


def by_topic(catalogue: Catalogue) -> dict[str, list[Card]]:
    """Return the cards of each topic; casework is found by its team, not by topic."""
    found: dict[str, list[Card]] = defaultdict(list)
    for entry in catalogue.project.district.entries:
        if entry.ordner in ("protokolle", "beratungen"):
            continue
        topics: tuple[str, ...] = getattr(entry.record, "themen", ()) or getattr(entry.record, "kennt_sich_aus_mit", ())
        for code in topics:
            found[code].append(catalogue.cards[entry.id])
    return found


_AFTER_RESOURCES = {
    "schluesselpersonen": "Wer sich auskennt",
    "organisationen": "Organisationen",
    "netzwerke": "Netzwerke",
    "vorhaben": "Vorhaben dazu",
    "bedarfslagen": "Was hier noch fehlt",
}


def _topic_groups(catalogue: Catalogue, cards: Iterable[Card]) -> Iterator[Group]:
    entries = catalogue.project.graph.entries
    of_type: dict[str, list[Card]] = defaultdict(list)
    joining = []
    for card in in_sequence(cards):
        record = entries[card.id].record
        of_type[card.gruppe or entries[card.id].ordner].append(card)
        if isinstance(record, Ressource) and record.mitmachen:
            joining.append(card._replace(kurz=record.mitmachen))
    yield Group("Aus der Lebenswelt", of_type["Aus der Lebenswelt"])
    yield Group("Von Fachdiensten", of_type["Von Fachdiensten"])
    for folder, title in _AFTER_RESOURCES.items():
        yield Group(title, of_type[folder])
    yield Group("Mitmachen", joining)
