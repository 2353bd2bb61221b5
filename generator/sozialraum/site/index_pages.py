"""Every page that is no record: the ways to the records. One row in INDEX_PAGES each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.model.bedarfslage import Bedarfslagenstatus
from sozialraum.model.netzwerk import Reichweite
from sozialraum.model.organisation import Organisationsart
from sozialraum.model.ressource import Herkunft, Ressource
from sozialraum.model.schluesselperson import Schluesselperson
from sozialraum.model.vorhaben import Vorhabenstatus
from sozialraum.site import reference, start, upkeep_pages, worksheets
from sozialraum.site.cards import in_sequence
from sozialraum.site.listing import Catalogue, Group, Head, Link
from sozialraum.site.wording import letter, sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sozialraum.site.cards import Card
    from sozialraum.site.page import GeneratedPage


def themen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Topics: each in the order of the support sequence, people and plans after it, joining in last."""
    of_topic = _by_topic(catalogue)
    words = catalogue.project.district.vokabular.woerter["themen"]
    links = [Link(f"{_file(code)}.html", word.name, len(of_topic[code]), word.umfasst) for code, word in words.items()]
    yield catalogue.links(Head("themen", "index", "Themen", "Worum geht es? Jedes Thema beginnt mit dem, was der Alltag bietet."), links)
    for code, word in words.items():
        head = Head("themen", _file(code), word.name, word.umfasst, (("../index.html", "Start"), ("index.html", "Themen")))
        yield from catalogue.grouped(head, _topic_groups(catalogue, of_topic[code]))


def sozialraeume(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Places, each with its own profile."""
    head = Head("sozialraeume", "index", "Orte", "Stadtteile und Gemeinden, jeder mit Porträt, Stärken und allem, was es dort gibt.")
    yield from catalogue.one_list(head, catalogue.of_type("sozialraeume"))


def ressourcen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """All resources."""
    head = Head("ressourcen", "index", "Ressourcen", "Was Menschen hier nutzen können: erst aus der Lebenswelt, dann von Fachdiensten.")
    yield from catalogue.one_list(head, catalogue.of_type("ressourcen"))


def herkunft(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Resources by where they come from."""
    heads = {
        Herkunft.lebensweltlich: ("Aus der Lebenswelt", "Treffs, Vereine, Nachbarschaft: Frage 5 der Unterstützungsabfolge."),
        Herkunft.professionell: ("Von Fachdiensten", "Beratung und Hilfe von Fachkräften: Frage 6 der Unterstützungsabfolge."),
    }
    for origin, (title, short) in heads.items():
        chosen = [entry.id for entry in catalogue.project.district.entries if getattr(entry.record, "herkunft", None) is origin]
        yield from catalogue.one_list(Head("herkunft", origin, title, short), [catalogue.cards[id_] for id_ in chosen])


def formate(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Resources by their form."""
    of_format: dict[str, list[Card]] = defaultdict(list)
    for entry in catalogue.project.district.entries:
        if isinstance(entry.record, Ressource):
            of_format[entry.record.format].append(catalogue.cards[entry.id])
    words = catalogue.project.district.vokabular.woerter["formate"]
    links = [Link(f"{_file(code)}.html", word.name, len(of_format[code]), word.umfasst) for code, word in words.items()]
    yield catalogue.links(Head("formate", "index", "Formate", "In welcher Form es etwas gibt: Treffpunkt, Kurs, Werkstatt, Fahrdienst."), links)
    for code, word in words.items():
        head = Head("formate", _file(code), word.name, word.umfasst, (("../index.html", "Start"), ("index.html", "Formate")))
        yield from catalogue.one_list(head, of_format[code])


def schluesselpersonen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Key persons by what they make possible."""
    of_role: dict[str, list[Card]] = defaultdict(list)
    for entry in catalogue.project.district.entries:
        if isinstance(entry.record, Schluesselperson):
            for role in entry.record.rollen:
                of_role[role].append(catalogue.cards[entry.id])
    words = catalogue.project.district.vokabular.woerter["rollen"]
    head = Head("schluesselpersonen", "index", "Schlüsselpersonen", "Menschen, die Türen öffnen, verbinden und sich auskennen.")
    yield from catalogue.grouped(head, [Group(word.name, of_role[code], hinweis=word.umfasst) for code, word in words.items()])


def organisationen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Organisations by kind."""
    head = Head("organisationen", "index", "Organisationen", "Vereine, Träger, Betriebe und Initiativen.")
    yield from catalogue.grouped(head, _by_choice(catalogue, "organisationen", "art", Organisationsart))


def netzwerke(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Networks, the ones with the place first."""
    head = Head("netzwerke", "index", "Netzwerke", "Runden, in denen sich Menschen aus mehreren Stellen austauschen.")
    yield from catalogue.grouped(head, reversed(_by_choice(catalogue, "netzwerke", "reichweite", Reichweite)))


def vorhaben(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Plans by status, in the order of their course."""
    head = Head("vorhaben", "index", "Vorhaben", "Was im Sozialraum entstehen soll, von der Idee bis zur festen Einrichtung.")
    yield from catalogue.grouped(head, _by_choice(catalogue, "vorhaben", "status", Vorhabenstatus))


def bedarfslagen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Conditions of places by status."""
    head = Head("bedarfslagen", "index", "Bedarfslagen", "Verhältnisse an einem Ort, die einen gelingenden Alltag erschweren.")
    yield from catalogue.grouped(head, _by_choice(catalogue, "bedarfslagen", "status", Bedarfslagenstatus))


def teams(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Teams."""
    yield from catalogue.one_list(Head("teams", "index", "Teams", "Wer für welchen Sozialraum zuständig ist."), catalogue.of_type("teams"))


def beratungen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Consultations by team, newest first."""
    head = Head("beratungen", "index", "Beratungen", "Ergebnisse der Kollegialen Beratung, ohne Angaben über einzelne Menschen.")
    yield from catalogue.grouped(head, _by_team(catalogue, "beratungen"))


def protokolle(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Minutes by team, newest first."""
    head = Head("protokolle", "index", "Protokolle", "Der Sozialraum in der Teamsitzung: neun Fragen, jede Sitzung neu.")
    yield from catalogue.grouped(head, _by_team(catalogue, "protokolle"))


def a_bis_z(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Everything by its first letter, also under everyday names."""
    of_letter: dict[str, list[Card]] = defaultdict(list)
    for entry in catalogue.project.district.entries:
        card = catalogue.cards[entry.id]
        of_letter[letter(card.titel)].append(card)
        for name in getattr(entry.record, "auch_bekannt_als", ()):
            of_letter[letter(name)].append(card._replace(id=f"{card.id} {name}", titel=name, kurz=f"siehe {card.titel}", merkmale=()))
    present = sorted(of_letter)
    links = [Link(f"{first}.html", first.upper(), len(of_letter[first])) for first in present]
    yield catalogue.links(Head("a-z", "index", "Alles von A bis Z", "Jeder Eintrag, auch unter den Namen, die man im Alltag hört."), links)
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
                of_place[place].append(card._replace(id=f"{card.id} mitmachen", kurz=record.mitmachen, gruppe="", rang=0))
    places = {entry.id: entry.record.titel for entry in catalogue.project.district.entries if entry.ordner == "sozialraeume"}
    groups = [Group(title, in_sequence(of_place[id_]), f"../sozialraeume/{id_}.html") for id_, title in places.items()]
    groups.append(Group("Landkreisweit", in_sequence(of_place[LANDKREISWEIT])))
    head = Head("mitmachen", "index", "Mitmachen", "Was will ich selbst für andere beitragen? Hier wird man gebraucht.")
    yield from catalogue.grouped(head, groups)


INDEX_PAGES: tuple[Callable[[Catalogue], Iterator[GeneratedPage]], ...] = (
    start.start,
    themen,
    sozialraeume,
    ressourcen,
    herkunft,
    formate,
    schluesselpersonen,
    organisationen,
    netzwerke,
    vorhaben,
    bedarfslagen,
    teams,
    beratungen,
    protokolle,
    a_bis_z,
    mitmachen,
    upkeep_pages.neu,
    upkeep_pages.pruefen,
    worksheets.ressourcenkarten,
    reference.felder,
    reference.regeln,
)
"""Every kind of page beside the records themselves."""


def _file(code: str) -> str:
    return code.replace("_", "-")


def _by_topic(catalogue: Catalogue) -> dict[str, list[Card]]:
    found: dict[str, list[Card]] = defaultdict(list)
    for entry in catalogue.project.district.entries:
        if entry.ordner in ("protokolle", "beratungen"):
            continue
        topics = getattr(entry.record, "themen", None) or getattr(entry.record, "kennt_sich_aus_mit", ())
        for code in topics:
            found[code].append(catalogue.cards[entry.id])
    return found


_AFTER_RESOURCES = {
    "schluesselpersonen": "Wer sich auskennt",
    "organisationen": "Organisationen",
    "netzwerke": "Netzwerke",
    "vorhaben": "Was gerade entsteht",
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
            joining.append(card._replace(id=f"{card.id} mitmachen", kurz=record.mitmachen))
    yield Group("Aus der Lebenswelt", of_type["Aus der Lebenswelt"])
    yield Group("Von Fachdiensten", of_type["Von Fachdiensten"])
    for folder, title in _AFTER_RESOURCES.items():
        yield Group(title, of_type[folder])
    yield Group("Mitmachen", joining)


def _by_choice(catalogue: Catalogue, folder: str, name: str, choice: type) -> list[Group]:
    found: dict[object, list[Card]] = defaultdict(list)
    for entry in catalogue.project.district.entries:
        if entry.ordner == folder:
            found[getattr(entry.record, name)].append(catalogue.cards[entry.id])
    return [Group(_capital(option.label), in_sequence(found[option])) for option in choice]


def _by_team(catalogue: Catalogue, folder: str) -> list[Group]:
    entries = [entry for entry in catalogue.project.district.entries if entry.ordner == folder]
    entries.sort(key=lambda entry: (entry.record.datum, entry.id), reverse=True)
    found: dict[str, list[Card]] = defaultdict(list)
    for entry in entries:
        found[entry.record.team or ""].append(catalogue.cards[entry.id])
    names = {id_: card.titel for id_, card in catalogue.cards.items() if id_ in found}
    return [Group(names.get(id_, "Ohne Team"), cards) for id_, cards in sorted(found.items())]


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]
