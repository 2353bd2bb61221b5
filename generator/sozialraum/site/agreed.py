"""What consultations about a Vorhaben agreed on, for its page: beside its own record and cards the only thing it shows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.dates import long_date
from sozialraum.model.beratung import Beratung
from sozialraum.site.links import from_section, page_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sozialraum.project import Project


class Vereinbart(NamedTuple):
    """One agreement as the page of a Vorhaben shows it; it says nothing that only a day makes true."""

    was: str
    bis: str
    stand: str
    quelle: str
    url: str


def agreed_on(project: Project) -> Mapping[str, tuple[Vereinbart, ...]]:
    """Return Vorhaben → what its consultations agreed on, by day."""
    found: dict[str, list[tuple[str, Vereinbart]]] = defaultdict(list)
    for entry, beratung in project.district.of_type(Beratung):
        for step in beratung.naechste_schritte if beratung.vorhaben else ():
            shown = Vereinbart(
                step.was, long_date(step.bis), step.status.label, beratung.titel, from_section(page_of(entry))
            )
            found[beratung.vorhaben or ""].append((step.bis.isoformat(), shown))
    return {id_: tuple(shown for _day, shown in sorted(steps)) for id_, steps in found.items()}
