"""What a record's page shows, as the texts its template is filled with.

`record.html` only says where each text goes and asks whether it is empty, so it
is cut once for each set of parts that pages have (`site.stencil`): hundreds of
times in a large handbook, instead of once a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sozialraum.site.sections import LISTS
from sozialraum.site.stencil import Stencil

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from sozialraum.site.stamped import Stamped

MAINTENANCE = "pflege"
"""The part that stands at the end, among what can be done about the record."""


class RecordTemplate:
    """The template of a record's page."""

    def __init__(self, environment: Environment, stamped: Stamped) -> None:
        self._template = environment.get_template("record.html")
        self._stamped = stamped
        self._stencil: Stencil | None = None

    def render(self, context: Mapping[str, Any]) -> str:
        """Return the content of a page; `context` is what `RecordPages` found for it."""
        texts = {**_words(context), **self._markup(context)}
        if self._stencil is None:
            names = tuple(texts)
            self._stencil = Stencil(lambda *tokens: self._template.render(zip(names, tokens, strict=True)), names)
        return self._stencil(*texts.values())

    def _markup(self, context: Mapping[str, Any]) -> dict[str, str]:
        stamped = self._stamped
        upper, lower, will, strengths = (context[name] for name in ("oben", "unten", "wille", "staerken"))
        care = [row for part in lower if part.id == MAINTENANCE for row in part.zeilen]
        return {
            "wille_html": stamped.wert(will.wert) if will else "",
            "tafel_html": stamped.teile(part for part in upper if part.art == "tafel"),
            "oben_html": stamped.teile(part for part in upper if part.art != "tafel"),
            "text_html": context["text"],
            "staerken_html": stamped.wert(strengths.wert) if strengths else "",
            "belege_html": stamped.belege(context["belege"]),
            "unten_html": stamped.teile(part for part in lower if part.id != MAINTENANCE),
            "vereinbart_html": stamped.vereinbart(context["vereinbart"]),
            "verknuepft_html": stamped.verknuepft(context["verknuepft"], ort=context["ort"]),
            "lage_html": stamped.lage(context["lage"]) if context["lage"] else "",
            "nahe_html": stamped.nahe(context["nahe"]),
            "pflege_html": stamped.zeilen(care),
            "wege_html": stamped.wege(context["wege"]),
        }


def _words(context: Mapping[str, Any]) -> dict[str, str]:
    """Return what stands on the page as it is; "" for what does not."""
    record, typ, card = (context[name] for name in ("record", "typ", "card"))
    will, strengths, place = (context[name] for name in ("wille", "staerken", "lage"))
    ended = record.ist_beendet and typ.ordner != "vorhaben"
    return {
        "id": card.id,
        "titel": record.titel,
        "ordner": typ.ordner,
        "einzahl": typ.einzahl,
        "liste": LISTS[typ.ordner],
        "merkmale": " · ".join(card.merkmale),
        "gruppe": card.gruppe,
        "beendet": record.status.label.capitalize() if ended else "",
        "hinweis": card.hinweis.capitalize(),
        "kurz": card.kurz,
        "wille_label": will.label if will else "",
        "sitzung": context["sitzung"],
        "oben_anzahl": str(len(context["oben"])),
        "text_titel": typ.text_titel,
        "staerken_label": strengths.label if strengths else "",
        "ort": "ja" if context["ort"] else "",
        "karte": place.karte if place else "",
        "person": "ja" if context["person"] else "",
        "neu": context["neu"],
        **context["geprueft"],
    }
