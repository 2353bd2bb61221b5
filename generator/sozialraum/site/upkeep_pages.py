"""„Neu und geändert“ and „Zu prüfen“: how the handbook stays alive."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.dates import long_date
from sozialraum.reports.names import team_name
from sozialraum.reports.pruefen import LEER, REPORT, SO_GEHT_ES, by_team, due_reviews, table
from sozialraum.reports.writing import as_csv, mail_line
from sozialraum.site.data_file import DataFile
from sozialraum.site.forge import mail_address
from sozialraum.site.listing import Group, Head
from sozialraum.site.months import only_month
from sozialraum.site.shell import Heading
from sozialraum.site.wording import counted, further, month_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sozialraum.project import Project
    from sozialraum.reports.pruefen import Faellig
    from sozialraum.site.cards import Card
    from sozialraum.site.listing import Catalogue
    from sozialraum.site.page import GeneratedPage

MOST_NEWS = 100
MOST_DUE = 25
"""Records on a team's list for one month; nobody makes more calls."""
NO_TEAM_FILE = "ohne-team"


class Neuigkeit(NamedTuple):
    """A record that came or changed."""

    tag: date
    lang: str
    was: str
    card: Card


def neu(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Yield what came or changed lately: by git's history, else by the records' own dates."""
    latest = sorted(news(catalogue), key=lambda each: (each.tag, each.card.titel), reverse=True)[:MOST_NEWS]
    head = Head("neu", "index", "Neu und geändert", "Was zuletzt dazugekommen ist oder sich geändert hat.")
    months = [(name, list(some)) for name, some in groupby(latest, key=lambda each: month_name(each.tag))]
    yield catalogue.render("neu.html", head, [Heading("liste", head.titel)], news=months)


def pruefen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Yield what each team should look at this month, with the list as a table and as a mail."""
    project = catalogue.project
    groups = [_due_group(catalogue, team, own) for team, own in by_team(due_reviews(project)).items()]
    month = month_name(project.today)
    head = Head("pruefen", "index", "Zu prüfen", f"Bitte prüfen: was im {month} an der Reihe ist.", leer=LEER)
    yield from catalogue.grouped(head, groups)


def data_files(catalogue: Catalogue) -> Iterator[DataFile]:
    """Yield the list of each team as a table for spreadsheets."""
    project = catalogue.project
    if not project.audience.in_house:
        return
    for team, own in by_team(due_reviews(project)).items():
        yield DataFile(f"pruefen/{team or NO_TEAM_FILE}.csv", as_csv(REPORT, [table(project, team, own)]))


def _due_group(catalogue: Catalogue, team: str, own: Sequence[Faellig]) -> Group:
    """Return the first of a team's list as cards, in the order of the list."""
    cards = [
        catalogue.cards[due.eintrag.id]._replace(kurz=_why(due), rang=position, gruppe="")
        for position, due in enumerate(own[:MOST_DUE])
    ]
    more = (
        f" Hier stehen die ersten {MOST_DUE} von {len(own)}; alle sind in der Tabelle." if len(own) > MOST_DUE else ""
    )
    ways = (("Als Tabelle (CSV)", f"{team or NO_TEAM_FILE}.csv"), ("Als Mail", _mail(catalogue.project, team, own)))
    return Group(team_name(catalogue.project, team), cards, hinweis=SO_GEHT_ES + more, wege=ways, geordnet=True)


def _why(due: Faellig) -> str:
    used = f"; {counted(-due.nutzung, 'Eintrag verweist', 'Einträge verweisen')} darauf" if due.nutzung else ""
    return f"{due.warum[0].upper()}{due.warum[1:]}{used}."


def _mail(project: Project, team: str, own: Sequence[Faellig]) -> str:
    """Return the address of a mail with as much of the list as fits; it is for the team's own mailbox."""
    whole = table(project, team, own)
    to = getattr(project.graph.entries[team].record, "email", None) if team in project.graph.entries else None
    subject = f"Bitte prüfen im {month_name(project.today)}: {whole.titel}"
    lines = [mail_line(whole, row) for row in whole.zeilen[:MOST_DUE]]
    for count in range(len(lines), -1, -1):
        left = len(own) - count
        rest = [f"… und {further(left, 'ein weiterer Eintrag', 'weitere Einträge')}"] if left else []
        address = mail_address(to or "", subject, "\n".join([SO_GEHT_ES, "", *lines[:count], *rest]) + "\n")
        if "&body=" in address:
            break
    return address


def news(catalogue: Catalogue) -> Iterator[Neuigkeit]:
    """Yield each record with the day it last changed, in no particular order."""
    changes = catalogue.project.changes
    for entry in catalogue.project.district.entries:
        change = changes.get(entry.document.path)
        card, record = catalogue.cards[entry.id], entry.record
        shown = month_name if only_month(record) else long_date
        if change:
            yield Neuigkeit(change.day, shown(change.day), "neu" if change.new else "geändert", card)
            continue
        day = max(record.angelegt_am, last.am if (last := record.letzte_pruefung) else record.angelegt_am)
        was = "neu" if day == record.angelegt_am else "geprüft"
        if day <= catalogue.project.today:
            yield Neuigkeit(day, shown(day), was, card)
