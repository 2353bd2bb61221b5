"""Ressourcenfinder, Sozialraumkarte and Handzettel: pages at the site's root whose scripts do the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.fields.dates import long_date
from sozialraum.fields.hours_phrases import WEEKDAYS
from sozialraum.fields.link import ALL_PLACES, LANDKREISWEIT
from sozialraum.model.ressource import Kosten
from sozialraum.site.district_map import drawing, presence, raeume
from sozialraum.site.finder_data import BARRIERS, languages, resources
from sozialraum.site.listing import Head
from sozialraum.site.signs import Sign, signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.site.listing import Catalogue
    from sozialraum.site.page import GeneratedPage

HOME = (("index.html", "Start"),)
RADII = (1, 2, 5, 10)
"""As RADII in assets/zustand.js."""
ORIGINS = (("lebensweltlich", "aus der Lebenswelt"), ("professionell", "von Fachdiensten"))
PRESENCE = Sign("haus", "JC", "Jobcenter vor Ort")

WAYS = (
    ("themen/index.html", "Themen", "Worum geht es?"),
    ("sozialraeume/index.html", "Orte", "Was gibt es in der Nähe?"),
    ("herkunft/lebensweltlich.html", "Aus der Lebenswelt", "Treffs, Vereine, Nachbarschaft"),
    ("herkunft/professionell.html", "Von Fachdiensten", "Beratung und Hilfe von Fachkräften"),
    ("formate/index.html", "Formate", "In welcher Form?"),
    ("mitmachen/index.html", "Mitmachen", "Was kann ich selbst beitragen?"),
    ("a-z/index.html", "Alles von A bis Z", "Ich weiß, wie es heißt."),
)
"""Pages that lead to the resources without JavaScript."""


def finder(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Yield the Ressourcenfinder: filters, list and map side by side."""
    head = Head(
        "", "finder", "Ressourcenfinder", "Wer hilft wobei, wo und wann? Alle Filter lassen sich verbinden.", HOME
    )
    yield _page(catalogue, head, "finder")


def karte(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Yield the Sozialraumkarte: the same with a large map, and all Sozialräume beneath it."""
    head = Head("", "karte", "Sozialraumkarte", "Was es wo gibt, und was einem Ort noch fehlt.", HOME)
    yield _page(catalogue, head, "karte")


def handzettel(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Yield the Handzettel, which a script fills with what was put aside."""
    project = catalogue.project
    settings = project.district.settings
    head = Head(
        "", "handzettel", "Handzettel", "Zum Mitgeben: was, wo, wann und wie man hinkommt, in großer Schrift.", HOME
    )
    yield catalogue.render(
        "handzettel.html",
        head,
        gebiet=settings.gebiet,
        stand=long_date(project.today),
        oeffentlich=project.audience is Sichtbarkeit.oeffentlich,
    )


def _page(catalogue: Catalogue, head: Head, view: str) -> GeneratedPage:
    project = catalogue.project
    words = project.district.vokabular.woerter
    spaces, places = raeume(project), presence(project)
    records = [record for _entry, record in resources(catalogue)]
    return catalogue.render(
        "finder.html",
        head,
        ansicht=view,
        gebiet=project.district.settings.gebiet,
        themen=[(code, word.name) for code, word in words["themen"].items()],
        orte=[*((raum.id, raum.titel) for raum in spaces), (LANDKREISWEIT, ALL_PLACES)],
        formate=[(code, word.name) for code, word in words["formate"].items()],
        herkunft=ORIGINS,
        sprachen=list(languages(records).items()),
        barrieren=list(BARRIERS.items()),
        kosten=[(each.value, each.label) for each in Kosten],
        tage=WEEKDAYS,
        mitten=[(raum.id, raum.titel) for raum in spaces if raum.mitte],
        radien=RADII,
        legende=list(signs(words["themen"]).values()),
        praesenz=PRESENCE,
        bild=drawing(project, spaces, places) if view == "karte" else None,
        raeume=spaces,
        orte_der_teams=places,
        wege=WAYS,
    )
