"""Every page that is no record: the ways to the records. One row in INDEX_PAGES each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sozialraum.fields.choice import Choice, Sichtbarkeit
from sozialraum.fields.link import ALL_PLACES, LANDKREISWEIT
from sozialraum.model import RECORD_TYPES
from sozialraum.model.bedarfslage import Bedarfslagenstatus
from sozialraum.model.beratung import Beratung
from sozialraum.model.netzwerk import Reichweite
from sozialraum.model.organisation import Organisationsart
from sozialraum.model.protokoll import Protokoll
from sozialraum.model.ressource import Herkunft
from sozialraum.model.schluesselperson import Schluesselperson
from sozialraum.model.vorhaben import Vorhabenstatus
from sozialraum.site import (
    agreement_pages,
    entry_page,
    finder_pages,
    meeting_page,
    paper_pages,
    reference,
    report_pages,
    search_page,
    start,
    topics,
    upkeep_pages,
    worksheets,
)
from sozialraum.site.cards import SEQUENCE, Card, in_sequence
from sozialraum.site.linked import TYPE_ORDER
from sozialraum.site.listing import NOT_AT_ONE_PLACE, Catalogue, Group, Head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sozialraum.site.page import GeneratedPage


def sozialraeume(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Places, each with its own profile."""
    head = Head(
        "sozialraeume",
        "index",
        "Orte",
        "Stadtteile und Gemeinden, jeder mit Porträt, Stärken und allem, was es dort gibt.",
    )
    whole = Card(
        LANDKREISWEIT,
        f"../sozialraeume/{LANDKREISWEIT}.html",
        ALL_PLACES,
        NOT_AT_ONE_PLACE,
        (),
        2,
        "",
        "",
    )
    yield from catalogue.one_list(head, [*catalogue.of_type("sozialraeume"), whole])


def landkreisweit(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Return the list of what belongs to no single place: resources by the support sequence, then the other types."""
    found: dict[str, list[Card]] = defaultdict(list)
    for entry in catalogue.project.district.entries:
        if LANDKREISWEIT in (getattr(entry.record, "sozialraeume", None) or ()):
            card = catalogue.cards[entry.id]
            found[card.gruppe or entry.record.typ.mehrzahl].append(card)
    order = (*SEQUENCE.values(), *(RECORD_TYPES[folder].typ.mehrzahl for folder in TYPE_ORDER))
    head = Head(
        "sozialraeume",
        LANDKREISWEIT,
        ALL_PLACES,
        NOT_AT_ONE_PLACE,
        (("../index.html", "Start"), ("index.html", "Orte")),
    )
    yield from catalogue.grouped(head, [Group(title, in_sequence(found[title])) for title in order])


def ressourcen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """All resources."""
    head = Head(
        "ressourcen",
        "index",
        "Ressourcen",
        "Was Menschen hier nutzen können: erst aus der Lebenswelt, dann von Fachdiensten.",
    )
    yield from catalogue.one_list(head, catalogue.of_type("ressourcen"))


def herkunft(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Resources by where they come from."""
    heads = {
        Herkunft.lebensweltlich: (
            "Aus der Lebenswelt",
            "Treffs, Vereine, Nachbarschaft: Frage 5 der Unterstützungsabfolge.",
        ),
        Herkunft.professionell: (
            "Von Fachdiensten",
            "Beratung und Hilfe von Fachkräften: Frage 6 der Unterstützungsabfolge.",
        ),
    }
    for origin, (title, short) in heads.items():
        chosen = [
            entry.id
            for entry in catalogue.project.district.entries
            if getattr(entry.record, "herkunft", None) is origin
        ]
        yield from catalogue.one_list(Head("herkunft", origin, title, short), [catalogue.cards[id_] for id_ in chosen])


def schluesselpersonen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Key persons by what they make possible."""
    of_role: dict[str, list[Card]] = defaultdict(list)
    for entry in catalogue.project.district.entries:
        if isinstance(entry.record, Schluesselperson):
            for role in entry.record.rollen:
                of_role[role].append(catalogue.cards[entry.id])
    words = catalogue.project.district.vokabular.woerter["rollen"]
    head = Head(
        "schluesselpersonen", "index", "Schlüsselpersonen", "Menschen, die Türen öffnen, verbinden und sich auskennen."
    )
    yield from catalogue.grouped(
        head, [Group(word.name, of_role[code], hinweis=word.umfasst) for code, word in words.items()]
    )


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
    head = Head(
        "vorhaben", "index", "Vorhaben", "Was im Sozialraum entstehen soll, von der Idee bis zur festen Einrichtung."
    )
    yield from catalogue.grouped(head, _by_choice(catalogue, "vorhaben", "status", Vorhabenstatus))


def bedarfslagen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Conditions of places by status."""
    head = Head(
        "bedarfslagen", "index", "Bedarfslagen", "Verhältnisse an einem Ort, die einen gelingenden Alltag erschweren."
    )
    yield from catalogue.grouped(head, _by_choice(catalogue, "bedarfslagen", "status", Bedarfslagenstatus))


def teams(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Teams."""
    yield from catalogue.one_list(
        Head("teams", "index", "Teams", "Wer für welchen Sozialraum zuständig ist."), catalogue.of_type("teams")
    )


def beratungen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Consultations by team, newest first."""
    head = Head(
        "beratungen", "index", "Beratungen", "Ergebnisse der Kollegialen Beratung, ohne Angaben über einzelne Menschen."
    )
    yield from catalogue.grouped(_casework(catalogue, head), _by_team(catalogue, Beratung))


def protokolle(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Minutes by team, newest first."""
    head = Head(
        "protokolle", "index", "Protokolle", "Der Sozialraum in der Teamsitzung: neun Fragen, jede Sitzung neu."
    )
    yield from catalogue.grouped(_casework(catalogue, head), _by_team(catalogue, Protokoll))


INDEX_PAGES: tuple[Callable[[Catalogue], Iterator[GeneratedPage]], ...] = (
    start.start,
    finder_pages.finder,
    finder_pages.karte,
    finder_pages.handzettel,
    topics.themen,
    sozialraeume,
    landkreisweit,
    ressourcen,
    herkunft,
    topics.formate,
    schluesselpersonen,
    organisationen,
    netzwerke,
    vorhaben,
    bedarfslagen,
    teams,
    beratungen,
    protokolle,
    topics.a_bis_z,
    topics.mitmachen,
    meeting_page.teamsitzungen,
    agreement_pages.vereinbarungen,
    report_pages.auswertungen,
    upkeep_pages.neu,
    upkeep_pages.pruefen,
    worksheets.ressourcenkarten,
    search_page.suche,
    paper_pages.unterlagen,
    entry_page.eintragen,
    reference.felder,
    reference.regeln,
)
"""Every kind of page beside the records themselves."""


def _by_choice(catalogue: Catalogue, folder: str, name: str, choice: type[Choice]) -> list[Group]:
    found: dict[object, list[Card]] = defaultdict(list)
    for entry in catalogue.project.district.entries:
        if entry.ordner == folder:
            found[getattr(entry.record, name)].append(catalogue.cards[entry.id])
    return [Group(_capital(option.label), in_sequence(found[option])) for option in choice]


def _by_team(catalogue: Catalogue, model: type[Beratung | Protokoll]) -> list[Group]:
    records = sorted(
        catalogue.project.district.of_type(model), key=lambda pair: (pair[1].datum, pair[0].id), reverse=True
    )
    found: dict[str, list[Card]] = defaultdict(list)
    for entry, record in records:
        found[record.team or ""].append(catalogue.cards[entry.id])
    names = {id_: card.titel for id_, card in catalogue.cards.items() if id_ in found}
    return [Group(names.get(id_, "Ohne Team"), cards, geordnet=True) for id_, cards in sorted(found.items())]


def _casework(catalogue: Catalogue, head: Head) -> Head:
    """Say of an empty list that this build leaves such records out, where that may be the reason."""
    if catalogue.project.audience is Sichtbarkeit.team:
        return head
    return head._replace(leer=f"{head.titel} stehen in der Ausgabe für das Team.")


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]
