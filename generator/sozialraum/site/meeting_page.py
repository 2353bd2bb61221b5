"""The page a team has in front of it in its meeting: what is new, what is open, the nine questions.

It is made of many records, and so it is a page of its own beside the team's
record: that one goes on depending on nothing but itself and its cards.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.model.describe import felder
from sozialraum.model.protokoll import Tagesordnungspunkt, Vernetzungsrunden, Wahrnehmung
from sozialraum.model.team import Team
from sozialraum.reports.agenda import Agenda, agendas, concerned, teams_by_place
from sozialraum.reports.consultations import meetings
from sozialraum.site.listing import Head
from sozialraum.site.new_file import new_link
from sozialraum.site.shell import Heading
from sozialraum.site.tables import shown_tables, without_casework
from sozialraum.site.upkeep_pages import news
from sozialraum.site.wording import long_date
from sozialraum.source.write import record_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.fields.choice import Sichtbarkeit
    from sozialraum.load.entries import Entry
    from sozialraum.model.protokoll import Protokoll
    from sozialraum.project import Project
    from sozialraum.site.listing import Catalogue
    from sozialraum.site.page import GeneratedPage
    from sozialraum.site.upkeep_pages import Neuigkeit

MOST_NEWS = 40
_INSIDE = 1
"""Rank of the Jobcenter: outside of it nobody sees how a team works."""


class Frage(NamedTuple):
    """One of the nine questions and what was said to it last time."""

    text: str
    antworten: tuple[str, ...]


class Vergangenes(NamedTuple):
    """The last meeting that has minutes."""

    url: str
    titel: str
    tag: str


class Matter(NamedTuple):
    """What one team talks about."""

    agenda: Agenda
    changed: list[Neuigkeit]
    last: tuple[Entry, Protokoll] | None


def meeting_name(entry: Entry, audience: Sichtbarkeit) -> str:
    """Return the address of a team's meeting page from its own page, "" where there is none."""
    meets = isinstance(entry.record, Team) and not entry.record.ist_beendet and audience.rank <= _INSIDE
    return f"{entry.id}--sitzung.html" if meets else ""


def teamsitzungen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Yield the meeting page of each team."""
    project = catalogue.project
    if project.audience.rank > _INSIDE:
        return
    last = {protokoll.team: (entry, protokoll) for entry, protokoll in meetings(project)}
    before, changed = agendas(project), _changes(catalogue)
    for entry, _team in project.district.of_type(Team):
        if meeting_name(entry, project.audience):
            matter = Matter(before.get(entry.id, Agenda()), changed.get(entry.id, []), last.get(entry.id))
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
    fresh = [each for each in matter.changed if last is None or each.tag > last[1].datum]
    tables = shown_tables(matter.agenda.tables(), catalogue.cards)
    above = (("../index.html", "Start"), ("index.html", "Teams"), (f"{entry.id}.html", team.titel))
    short = "Alles für die nächste Sitzung auf einer Seite."
    head = Head("teams", f"{entry.id}--sitzung", f"Teamsitzung {team.titel}", short, above)
    skeleton = _skeleton(project, entry)
    toc = [
        Heading("neues", "Neu seit der letzten Sitzung"),
        *(Heading(table.id, table.titel) for table in tables),
        Heading("fragen", "Die neun Fragen"),
        Heading("beginnen", "Protokoll beginnen"),
    ]
    return catalogue.render(
        "sitzung.html",
        head,
        toc,
        ohne_faelle=without_casework(catalogue),
        zuletzt=_past(catalogue, last),
        neues=fresh[:MOST_NEWS],
        tabellen=tables,
        fragen=_questions(last[1] if last else None),
        beginnen=new_link(project.district.settings, f"protokolle/{entry.id}-{project.today}.md", skeleton),
        vorlage=skeleton,
        datei=f"protokolle/{entry.id}-{project.today}.md",
    )


def _past(catalogue: Catalogue, last: tuple[Entry, Protokoll] | None) -> Vergangenes | None:
    if last is None:
        return None
    return Vergangenes(catalogue.cards[last[0].id].url, last[1].titel, long_date(last[1].datum))


def _questions(last: Protokoll | None) -> list[Frage]:
    """Return the nine questions in their order, each with the answers of the last meeting."""
    top = last.top_einzelfallunspezifisch if last else None
    return [
        Frage(each.angabe.label, tuple(said.text for said in _said(getattr(top, each.name, None))))
        for each in felder(Tagesordnungspunkt)
        if each.part in (Wahrnehmung, Vernetzungsrunden)
    ]


def _said(answers: object) -> tuple[Wahrnehmung, ...]:
    if isinstance(answers, Vernetzungsrunden):
        return (*answers.intern, *answers.extern)
    return answers if isinstance(answers, tuple) else ()


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
