"""The page of results as it is without a query, and without JavaScript: other ways, whom to ask, numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.model.sozialraum import Sozialraum
from sozialraum.site.listing import Head
from sozialraum.site.shell import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.site.listing import Catalogue
    from sozialraum.site.page import GeneratedPage

_MOST_PLACES = 12


def suche(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Return the page that `suche.js` fills."""
    district = catalogue.project.district
    orte = [
        (f"sozialraeume/{entry.id}.html", raum.titel, raum.kurz)
        for entry, raum in district.of_type(Sozialraum)
        if not raum.ist_beendet
    ]
    notfall = [
        {"name": each.name, "nummern": [_number(line) for line in each.nummern]}
        for each in district.thesaurus.notfall.values()
    ]
    yield catalogue.render(
        "suche.html",
        Head("", "suche", "Suche", ""),
        [Heading("wege", "Andere Wege")],
        orte=orte[:_MOST_PLACES],
        notfall=notfall,
        settings=district.settings,
    )


def _number(line: str) -> tuple[str, str, str]:
    """Return a number as people read it, whose it is, and as a device dials it."""
    number, whose = line.split(": ", 1)
    return number, whose, re.sub(r"[^0-9]", "", number)
