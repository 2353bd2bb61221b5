"""The start page: „Was suchen Sie?“ by topic, by place, by the seven questions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.link import ALL_PLACES, LANDKREISWEIT
from sozialraum.model.ressource import Ressource
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.site.listing import NOT_AT_ONE_PLACE, Head, Link
from sozialraum.site.proposals import way_to_new
from sozialraum.site.shell import Heading
from sozialraum.site.topics import by_topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.site.listing import Catalogue
    from sozialraum.site.page import GeneratedPage


class Frage(NamedTuple):
    """One of the seven questions (Reinhard 2024, S. 102) and where the handbook answers it."""

    text: str
    url: str = ""
    antwort: str = ""


FRAGEN = (
    Frage("Was ist los?"),
    Frage("Was will ich verändern?"),
    Frage("Was kann ich selbst dafür tun?"),
    Frage(
        "Wie können mich Freunde, Familie, Nachbarschaft unterstützen?",
        "arbeitsblaetter/netzwerkkarte.html",
        "Netzwerkkarte",
    ),
    Frage(
        "Welche Unterstützung bietet die Gemeinde, das Quartier, die Region?",
        "herkunft/lebensweltlich.html",
        "Aus der Lebenswelt",
    ),
    Frage(
        "Welche konkrete Hilfe brauche ich von spezialisierten Fachkräften?",
        "herkunft/professionell.html",
        "Von Fachdiensten",
    ),
    Frage("Was will ich selbst für andere beitragen?", "mitmachen/index.html", "Mitmachen"),
)


def start(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Return the start page."""
    project = catalogue.project
    settings = project.district.settings
    of_topic = by_topic(catalogue)
    places: Counter[str] = Counter()
    for _entry, ressource in project.district.of_type(Ressource):
        if not ressource.ist_beendet:
            places.update(ressource.sozialraeume)
    words = project.district.vokabular.woerter["themen"]
    themen = [
        Link(f"themen/{code.replace('_', '-')}.html", word.name, len(of_topic[code]), word.umfasst)
        for code, word in words.items()
    ]
    orte = [
        Link(f"sozialraeume/{entry.id}.html", raum.titel, places[entry.id], raum.kurz)
        for entry, raum in project.district.of_type(Sozialraum)
        if not raum.ist_beendet
    ]
    if places[LANDKREISWEIT]:
        url = f"sozialraeume/{LANDKREISWEIT}.html"
        orte.append(Link(url, ALL_PLACES, places[LANDKREISWEIT], NOT_AT_ONE_PLACE))
    kurz = settings.begruessung or "Wer und was hier helfen kann."
    head = Head("", "index", settings.name, kurz, krumen=())
    headings = [Heading("themen", "Nach Thema"), Heading("orte", "Nach Ort"), Heading("fragen", "Die sieben Fragen")]
    yield catalogue.render(
        "start.html",
        head,
        headings,
        themen=[each for each in themen if each.anzahl],
        ohne=[each for each in themen if not each.anzahl],
        orte=orte,
        fragen=FRAGEN,
        leer=not project.district.entries,
        neu=way_to_new(settings, project.audience).removeprefix("../"),
        settings=settings,
        audience=project.audience,
    )
