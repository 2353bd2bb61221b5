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

    from sozialraum.site.cards import Card
    from sozialraum.site.view import Abschnitt, Wert, Zeile, ZeitenDaten

_PLAIN: dict[str, Callable[[Any], Sequence[str]]] = {
    "text": lambda text: (text,),
    "verweis": lambda link: link,
    "datum": lambda day: day,
    "adresse": lambda place: ("\n".join(place[0]),),
    "telefon": lambda number: (number.waehlbar, number.national),
    "mail": lambda address: (address,),
    "web": lambda address: (address, address.replace("https://", "").replace("http://", "")),
}
"""Kind of value → the arguments of its macro."""


class Stamped:
    """Fills the macros of one environment, and remembers rows and cards, which many pages share."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._stencils: dict[str, Stencil] = {}
        self._row = lru_cache(maxsize=2**15)(self._row_html)
        self._card = lru_cache(maxsize=2**15)(self._card_html)
        filters = (self.wert, self.zeilen, self.teile, self.karten, self.kartengruppen, self.nahe, self.zeiten)
        environment.filters.update({each.__name__: _marked(each) for each in filters})

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

    def zeiten(self, hours: ZeitenDaten) -> str:
        """Return opening hours."""
        rows = [self._fill("tage", days.nummern, days.tage, days.uhr) for days in hours.offen]
        notes = [self._fill("bemerkung", note) for note in hours.notes]
        return self._fill("zeiten", hours.browser, "\n".join(rows), hours.zu, "\n".join(notes))

    def _inside(self, part: Abschnitt) -> str:
        if part.art == "fragen":
            return str(self._macro("fragen")(part.zeilen, 3, part.titel))
        return self._fill("angaben", self.zeilen(part.zeilen))

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
        return getattr(self._environment.get_template("macros.html").module, name)


def _marked(function: Callable[..., str]) -> Callable[..., Markup]:
    """Return the function as a filter whose result is not escaped again: macros have done it."""

    def marked(*values: Any) -> Markup:
        return Markup(function(*values))  # noqa: S704 - made by stencils, which escape

    return marked
