"""What a Bedarfslage rests on, day by day, for its page: what was said in meetings and rounds, and which consultations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.dates import long_date
from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.model.bedarfslage import Bedarfslage
from sozialraum.model.netzwerk import Netzwerk
from sozialraum.model.protokoll import Protokoll
from sozialraum.reports.consultations import perceptions, place_of
from sozialraum.site.links import from_section, page_of
from sozialraum.site.months import only_month
from sozialraum.site.wording import month_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from sozialraum.load.entries import Entry
    from sozialraum.model.protokoll import Wahrnehmung
    from sozialraum.project import Project


class Beleg(NamedTuple):
    """One day on which a Bedarfslage came up. A consultation shows its title only, and a person's case its month."""

    wann: str
    quelle: str
    url: str
    gesagt: tuple[str, ...]


def evidence(project: Project) -> Mapping[str, tuple[Beleg, ...]]:
    """Return Bedarfslage → its evidence as far as this audience may know it, the oldest first."""
    found = {}
    for entry, need in project.district.of_type(Bedarfslage):
        sources = (project.graph.entries[id_] for id_ in need.belege if id_ in project.graph.entries)
        days = [day for source in sources for day in _days(project, entry.id, need, source)]
        found[entry.id] = tuple(shown for _day, shown in sorted(days))
    return {id_: shown for id_, shown in found.items() if shown}


def _days(project: Project, id_: str, need: Bedarfslage, source: Entry) -> Iterator[tuple[date, Beleg]]:
    record = source.record
    if isinstance(record, Netzwerk):
        rounds = [each for each in record.vernetzungsrunden if id_ in each.bedarfslagen]
        for each in rounds or record.vernetzungsrunden:
            yield each.datum, Beleg(long_date(each.datum), *_source(source), each.ergebnisse if rounds else ())
        return
    day: date = getattr(record, "datum", record.angelegt_am)
    if only_month(record):
        yield day.replace(day=1), Beleg(month_name(day), *_source(source), ())
        return
    said = tuple(_said(project, id_, need, record)) if isinstance(record, Protokoll) else ()
    yield day, Beleg(long_date(day), *_source(source), said)


def _source(entry: Entry) -> tuple[str, str]:
    return entry.record.titel, from_section(page_of(entry))


def _said(project: Project, id_: str, need: Bedarfslage, minutes: Protokoll) -> Iterator[str]:
    """Yield what names the Bedarfslage, or speaks of its topic at its place."""
    for said in perceptions(minutes.top_einzelfallunspezifisch):
        if id_ in said.links or _fits(need, said, place_of(project, minutes, said)):
            yield said.text


def _fits(need: Bedarfslage, said: Wahrnehmung, place: str) -> bool:
    here = place in need.sozialraeume or LANDKREISWEIT in need.sozialraeume
    return here and not {*need.themen}.isdisjoint(said.themen)
