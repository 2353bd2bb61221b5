"""The parts that pages are made of, as HTML: values, rows, parts, cards.

How each looks is said in `macros.html`; here the frequent ones are filled into
stencils of their macros. The templates reach them as filters.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sozialraum.site.stencil import Stencil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jinja2 import Environment

    from sozialraum.site.agreed import Vereinbart
    from sozialraum.site.cards import Card
    from sozialraum.site.evidence import Beleg
    from sozialraum.site.linked import Verknuepfung
    from sozialraum.site.location import Lage
    from sozialraum.site.proposals import Weg
    from sozialraum.site.view import Abschnitt, Wert, Zeile
    from sozialraum.site.week import ZeitenDaten

_PLAIN: dict[str, Callable[[Any], Sequence[str]]] = {
    "text": lambda text: (text,),
    "verweis": lambda link: link,
    "datum": lambda day: day,
    "adresse": lambda lines: ("\n".join(lines),),
    "telefon": lambda number: (number.waehlbar, number.national),
    "mail": lambda address: (address,),
    "web": lambda address: (address, address.replace("https://", "").replace("http://", "")),
}
"""Kind of value → the arguments of its macro."""
FEW = 5
"""As many records are counted at a glance; more are shown with their number."""


class Stamped:
    """Fills the macros of one environment, and remembers rows and cards, which many pages share."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self._stencils: dict[str, Stencil] = {}
        self._row = lru_cache(maxsize=2**12)(self._row_html)
        self._card = lru_cache(maxsize=2**12)(self._card_html)
        self._areas = lru_cache(maxsize=2**10)(self._areas_html)
        self._scale = lru_cache(maxsize=2**10)(self._scale_html)
        for each in (self.wert, self.zeilen, self.teile, self.karten, self.kartengruppen, self.nahe, self.zeiten):
            environment.filters[each.__name__] = _marked(each)

    def wert(self, value: Wert, ebene: int = 0) -> str:
        """Return one value; `ebene` is the level of headings inside it."""
        arguments = _PLAIN.get(value.art)
        if arguments:
            return self._fill(value.art, *arguments(value.daten))
        if value.art == "reihe":
            return ", ".join([self.wert(each) for each in value.daten])
        if value.art == "zeiten":
            return self.zeiten(value.daten)
        return str(self._macro("wert")(value, ebene))

    def zeilen(self, rows: Iterable[Zeile]) -> str:
        """Return rows of a list of facts."""
        return "\n".join([self._row(row) for row in rows])

    def teile(self, parts: Iterable[Abschnitt]) -> str:
        """Return parts of a record's page, each with its heading."""
        return "".join([self._fill("teil", part.id, part.titel, self._inside(part)) for part in parts])

    def karten(self, cards: Iterable[Card]) -> str:
        """Return records in a list."""
        return "\n".join([self._card(card) for card in cards])

    def kartengruppen(self, groups: Iterable[tuple[str, Sequence[Card]]], ebene: int) -> str:
        """Return records in lists under headings of the level `ebene`; a group without a name has none."""
        return "".join([self._fill("kartengruppe", title, str(ebene), self.karten(cards)) for title, cards in groups])

    def nahe(self, places: Iterable[tuple[Card, str]]) -> str:
        """Return records with their distance."""
        return "\n".join([self._fill("naehe", card.url, card.titel, far) for card, far in places])

    def verknuepft(self, links: Iterable[Verknuepfung], *, ort: bool) -> str:
        """Return the records that link to one; on the page of a Sozialraum each meaning has a part of its own."""
        return "".join([self._links(each, ort=ort) for each in links])

    def lage(self, place: Lage) -> str:
        """Return the small map of a record."""
        pin = self._fill("nadel", *map(str, (*place.hier, place.hier[1] - 18))) if place.hier else ""
        scale = self._scale(*place.massstab, place.hoehe)
        areas = self._areas(place.flaechen)
        return self._fill("lage", str(place.breite), str(place.hoehe), place.text, areas, pin, scale)

    def wege(self, ways: Iterable[Weg]) -> str:
        """Return what can be done about a record."""
        return "\n".join([self._fill("weg", way.name, way.url) for way in ways])

    def belege(self, evidence: Sequence[Beleg]) -> str:
        """Return what a Bedarfslage rests on, "" where nothing is said of it."""
        return str(self._macro("belege")(evidence)) if evidence else ""

    def vereinbart(self, agreed: Sequence[Vereinbart]) -> str:
        """Return what the consultations of a Vorhaben agreed on, "" where it is nothing."""
        return str(self._macro("vereinbart")(agreed)) if agreed else ""

    def zeiten(self, hours: ZeitenDaten) -> str:
        """Return opening hours."""
        rows = [self._fill("tage", days.nummern, days.tage, days.uhr) for days in hours.offen]
        notes = [self._fill("bemerkung", note) for note in hours.notes]
        return self._fill("zeiten", hours.browser, "\n".join(rows), hours.zu, "\n".join(notes))

    def _inside(self, part: Abschnitt) -> str:
        if part.art == "fragen":
            return str(self._macro("fragen")(part.zeilen, 3, part.titel))
        return self._fill("angaben", self.zeilen(part.zeilen))

    def _links(self, links: Verknuepfung, *, ort: bool) -> str:
        number = str(links.anzahl)
        shown = number if links.anzahl > FEW else ""
        cards = self.kartengruppen(links.gruppen, 3 if ort else 4)
        if ort:
            return self._fill("ortsteil", links.id, links.titel, shown, cards, links.mehr, number)
        return self._fill("verknuepfung", links.titel, shown, cards, links.mehr, number)

    def _areas_html(self, paths: tuple[str, ...]) -> str:
        return "".join([self._fill("flaeche", path) for path in paths])

    def _scale_html(self, length: int, text: str, height: int) -> str:
        return str(self._macro("massstab")((length, text), 10, height - 10))

    def _row_html(self, row: Zeile) -> str:
        return self._fill("zeile", row.label, self.wert(row.wert), row.hinweis)

    def _card_html(self, card: Card) -> str:
        return self._fill("karte", card.url, card.titel, card.kurz, " · ".join(card.merkmale), card.hinweis)

    def _fill(self, name: str, *values: str) -> str:
        stencil = self._stencils.get(name)
        if stencil is None:
            macro = self._macro(name)
            stencil = self._stencils[name] = Stencil(macro, macro.arguments)
        return stencil(*values)

    def _macro(self, name: str) -> Any:
        return getattr(self.environment.get_template("macros.html").module, name)


def _marked(function: Callable[..., str]) -> Callable[..., Markup]:
    """Return the function as a filter whose result is not escaped again: macros have done it."""

    def marked(*values: Any) -> Markup:
        return Markup(function(*values))  # noqa: S704 - made by stencils, which escape

    return marked
