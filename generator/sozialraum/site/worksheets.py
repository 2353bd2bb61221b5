"""The Ressourcenkarte of a place: a worksheet whose Sozialraum part is filled in already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.model.ressource import Ressource
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.site.cards import Card, in_sequence
from sozialraum.site.listing import Head, Link
from sozialraum.site.shell import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.site.listing import Catalogue
    from sozialraum.site.page import GeneratedPage

MOST_ON_A_SHEET = 24
"""What fits on the printed page; life-world resources come first."""


def ressourcenkarten(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Return the list of places and one sheet for each."""
    kurz = "Für das Gespräch: ein Blatt, auf dem schon steht, was es an diesem Ort gibt."
    head = Head("ressourcenkarte", "index", "Ressourcenkarte für einen Ort", kurz)
    places = [entry for entry, _raum in catalogue.project.district.of_type(Sozialraum)]
    of_place = _resources(catalogue)
    links = [Link(f"{entry.id}.html", entry.record.titel, len(of_place.get(entry.id, ()))) for entry in places]
    yield catalogue.links(head, links)
    for entry in places:
        cards = in_sequence([*of_place.get(entry.id, ()), *of_place.get(LANDKREISWEIT, ())])
        crumbs = (("../index.html", "Start"), ("index.html", "Ressourcenkarte"))
        part = Head("ressourcenkarte", entry.id, f"Ressourcenkarte {entry.record.titel}", kurz, crumbs)
        yield catalogue.render(
            "ressourcenkarte.html",
            part,
            [Heading("blatt", "Ressourcenkarte")],
            ort=entry.record.titel,
            cards=cards[:MOST_ON_A_SHEET],
            weitere=max(0, len(cards) - MOST_ON_A_SHEET),
            profil=f"../sozialraeume/{entry.id}.html",
        )


def _resources(catalogue: Catalogue) -> dict[str, list[Card]]:
    found: dict[str, list[Card]] = {}
    for entry, ressource in catalogue.project.district.of_type(Ressource):
        if not ressource.ist_beendet:
            for place in ressource.sozialraeume:
                found.setdefault(place, []).append(catalogue.cards[entry.id])
    return found
