"""A calendar for each team with what it agreed on: iCalendar (RFC 5545), made by icalendar.

Only for the team and the Jobcenter. Who carries out a step stands in none of
the calendars. DTSTAMP is the month the record was written down, not the moment
of the build, so that the same records give the same bytes.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sozialraum.load.folder import slugify
from sozialraum.reports.names import teams
from sozialraum.reports.vereinbarungen import by_team, pending, steps
from sozialraum.site.data_file import DataFile
from sozialraum.site.tables import without_casework

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icalendar import Event

    from sozialraum.project import Project
    from sozialraum.reports.vereinbarungen import Schritt
    from sozialraum.site.listing import Catalogue

_PRODUCT = "-//Sozialraum-Handbuch//Vereinbarungen//DE"


def feed_name(team: str) -> str:
    """Return the file of a team's calendar, from the site's root."""
    return f"vereinbarungen/{team}.ics"


def feeds(project: Project) -> Iterator[tuple[str, str]]:
    """Yield file and content of each team's calendar: what is open, and when it is looked at again.

    An empty calendar would say that nothing is; there is none where agreements are not part of the build.
    """
    if not project.audience.in_house or without_casework(project):
        return
    found = by_team(pending(steps(project)))
    area = slugify(project.district.settings.gebiet)
    written = {entry.id: entry.record.angelegt_am for entry in project.district.entries}
    for team in teams(project):
        events = _events(found.get(team.id, ()), area, written)
        yield feed_name(team.id), _calendar(f"Vereinbarungen {team.titel}", events)


def data_files(catalogue: Catalogue) -> Iterator[DataFile]:
    """Yield the calendar of each team."""
    for path, content in feeds(catalogue.project):
        yield DataFile(path, content)


def _events(found: Iterable[Schritt], area: str, written: dict[str, date]) -> Iterator[Event]:
    for step in found:
        uid = f"{step.quelle.id}-{step.nummer}@{area}.sozialraum"
        stamp = written[step.quelle.id]
        yield _event(uid, stamp, step.bis, (step.was, f"Vereinbart in: {step.quelle.titel}"))
        if step.ueberpruefung:
            said = (f"Überprüfung: {step.was}", f"Vereinbart in: {step.quelle.titel}")
            yield _event(f"pruefung-{uid}", stamp, step.ueberpruefung, said)


def _event(uid: str, stamp: date, day: date, said: tuple[str, str]) -> Event:
    """Return a whole day that blocks nobody's calendar."""
    from icalendar import Event  # most rebuilds write no calendar

    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(stamp.replace(day=1), time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", said[0])
    event.add("description", said[1])
    event.add("transp", "TRANSPARENT")
    return event


def _calendar(name: str, events: Iterable[Event]) -> str:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(event)
    text: bytes = calendar.to_ical()
    return text.decode()
