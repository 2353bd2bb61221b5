"""The page a team has in front of it in its meeting: what is new, what is open, the nine questions.

It is made of many records, and so it is a page of its own beside the team's
record: that one goes on depending on nothing but itself and its cards.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.dates import long_date
from sozialraum.model.describe import felder
from sozialraum.model.protokoll import (
    Protokoll,
    Protokollstatus,
    Tagesordnungspunkt,
    Vernetzungsrunden,
    Wahrnehmung,
)
from sozialraum.model.team import Team
from sozialraum.reports.agenda import Agenda, agendas, concerned, teams_by_place
from sozialraum.reports.consultations import meetings
from sozialraum.site.forge import new_address
from sozialraum.site.listing import Head
from sozialraum.site.proposals import way_to_change
from sozialraum.site.shell import Heading
from sozialraum.site.tables import shown_tables, without_casework
from sozialraum.site.upkeep_pages import news
from sozialraum.source.write import record_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.fields.choice import Sichtbarkeit
    from sozialraum.load.entries import Entry
    from sozialraum.project import Project
    from sozialraum.site.listing import Catalogue
    from sozialraum.site.page import GeneratedPage
    from sozialraum.site.upkeep_pages import Neuigkeit

    Minutes = tuple[Entry, Protokoll]

MOST_NEWS = 40


class Frage(NamedTuple):
    """One of the nine questions, what was said to it last time, and what is noted for this time."""

    text: str
    antworten: tuple[str, ...]
    notiert: tuple[str, ...]


class Sitzung(NamedTuple):
    """A meeting that has minutes, and where they are gone on with."""

    url: str
    titel: str
    tag: str
    weiter: str


class Matter(NamedTuple):
    """What one team talks about."""

    agenda: Agenda
    changed: list[Neuigkeit]
    last: Minutes | None
    """Of the last meeting that is over."""
    open: Minutes | None
    """Of the meeting at hand, where somebody has begun them."""


def meeting_name(entry: Entry, audience: Sichtbarkeit) -> str:
    """Return the address of a team's meeting page from its own page, "" where there is none."""
    meets = isinstance(entry.record, Team) and not entry.record.ist_beendet and audience.in_house
    return f"{entry.id}--sitzung.html" if meets else ""


def teamsitzungen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Yield the meeting page of each team."""
    project = catalogue.project
    if not project.audience.in_house:
        return
    last = {pair[1].team: pair for pair in meetings(project) if pair[1].status is not Protokollstatus.offen}
    begun = {
        pair[1].team: pair for pair in project.district.of_type(Protokoll) if pair[1].status is Protokollstatus.offen
    }
    before, changed = agendas(project), _changes(catalogue)
    for entry, _team in project.district.of_type(Team):
        if meeting_name(entry, project.audience):
            id_ = entry.id
            matter = Matter(before.get(id_, Agenda()), changed.get(id_, []), last.get(id_), begun.get(id_))
            yield _page(catalogue, entry, matter)


def _changes(catalogue: Catalogue) -> dict[str, list[Neuigkeit]]:
    """Return team → what changed and concerns it, the latest first; a team's own record is no news to it."""
    found: dict[str, list[Neuigkeit]] = defaultdict(list)
    of_place = teams_by_place(catalogue.project)
    for each in sorted(news(catalogue), key=lambda each: (each.tag, each.card.titel), reverse=True):
        for team in concerned(catalogue.project.graph.entries[each.card.id].record, of_place) - {each.card.id}:
            found[team].append(each)
    return found


def _page(catalogue: Catalogue, entry: Entry, matter: Matter) -> GeneratedPage:
    project, team, last = catalogue.project, entry.record, matter.last
    begun = matter.open[0].id if matter.open else ""
    fresh = [each for each in matter.changed if (last is None or each.tag > last[1].datum) and each.card.id != begun]
    hidden = without_casework(project)
    tables = shown_tables(matter.agenda.tables(of_casework=not hidden), catalogue.cards)
    above = (("../index.html", "Start"), ("index.html", "Teams"), (f"{entry.id}.html", team.titel))
    short = "Alles für die nächste Sitzung auf einer Seite."
    head = Head("teams", f"{entry.id}--sitzung", f"Teamsitzung {team.titel}", short, above)
    skeleton, file = _skeleton(project, entry), f"protokolle/{entry.id}-{project.today}.md"
    toc = [
        Heading("neues", "Neu seit der letzten Sitzung"),
        *(Heading(table.id, table.titel) for table in tables),
        Heading("fragen", "Die neun Fragen"),
        *([] if matter.open or hidden else [Heading("beginnen", "Protokoll beginnen")]),
    ]
    return catalogue.render(
        "sitzung.html",
        head,
        toc,
        ohne_faelle=hidden,
        zuletzt=_meeting(catalogue, last),
        offen=_meeting(catalogue, matter.open),
        neues=fresh[:MOST_NEWS],
        tabellen=tables,
        fragen=_questions(matter),
        beginnen=new_address(project.district.settings.ablage, file, skeleton),
        vorlage=skeleton,
        datei=file,
    )


def _meeting(catalogue: Catalogue, minutes: Minutes | None) -> Sitzung | None:
    if minutes is None:
        return None
    entry, protokoll = minutes
    project = catalogue.project
    way = way_to_change(entry, project.district.settings, project.audience)
    return Sitzung(catalogue.cards[entry.id].url, protokoll.titel, long_date(protokoll.datum), way)


def _questions(matter: Matter) -> list[Frage]:
    """Return the nine questions in their order, each with the answers of the last meeting and of the open minutes."""
    return [
        Frage(each.angabe.label, _said(matter.last, each.name), _said(matter.open, each.name))
        for each in felder(Tagesordnungspunkt)
        if each.part in (Wahrnehmung, Vernetzungsrunden)
    ]


def _said(minutes: Minutes | None, question: str) -> tuple[str, ...]:
    answers = getattr(minutes[1].top_einzelfallunspezifisch, question, None) if minutes else None
    if isinstance(answers, Vernetzungsrunden):
        answers = (*answers.intern, *answers.extern)
    return tuple(said.text for said in answers or ())


def _skeleton(project: Project, team: Entry) -> str:
    """Return minutes with everything filled in that is known before the meeting."""
    day = project.today.isoformat()
    questions: dict[str, list[str]] = {each.name: [] for each in felder(Tagesordnungspunkt) if each.part is Wahrnehmung}
    return record_text(
        {
            "titel": f"Teamsitzung {team.record.titel} am {long_date(project.today)}",
            "status": "offen",
            "angelegt_am": day,
            "team": team.id,
            "datum": day,
            "moderation": "",
            "protokoll": "",
            "ausgangslage": ["a"],
            "top_einzelfallunspezifisch": {"position": "beginn", **questions},
        },
        "",
    )
