"""„Neu und geändert“ and „Zu prüfen“: how the handbook stays alive."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.checks.upkeep import review_months
from sozialraum.fields.dates import add_months
from sozialraum.site.listing import Group, Head
from sozialraum.site.months import only_month
from sozialraum.site.shell import Heading
from sozialraum.site.wording import long_date, month_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sozialraum.site.cards import Card
    from sozialraum.site.listing import Catalogue
    from sozialraum.site.page import GeneratedPage

MOST_NEWS = 100


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
    """Yield the records whose review is due, by team, oldest first."""
    today, settings = catalogue.project.today, catalogue.project.district.settings
    due: dict[str, list[tuple[date, Card]]] = defaultdict(list)
    for entry in catalogue.project.district.entries:
        months = review_months(entry, settings)
        last = entry.record.geprueft_am or entry.record.angelegt_am
        if months and not entry.record.ist_beendet and add_months(last, months) < today:
            card = catalogue.cards[entry.id]
            kurz = f"Zuletzt geprüft am {long_date(last)}, vorgesehen alle {months} Monate."
            due[entry.record.zustaendig].append((last, card._replace(kurz=kurz)))
    names = {id_: card.titel for id_, card in catalogue.cards.items() if id_ in due}
    groups = [
        Group(names.get(team, "Ohne Team"), [card for _last, card in sorted(cards, key=lambda pair: pair[0])])
        for team, cards in sorted(due.items())
    ]
    leer = "Alles ist in der vorgesehenen Zeit geprüft worden."
    head = Head(
        "pruefen", "index", "Zu prüfen", "Einträge, bei denen jemand nachsehen sollte, ob noch alles stimmt.", leer=leer
    )
    yield from catalogue.grouped(head, groups)


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
        day = max(record.angelegt_am, record.geprueft_am or record.angelegt_am)
        was = "neu" if day == record.angelegt_am else "geprüft"
        if day <= catalogue.project.today:
            yield Neuigkeit(day, shown(day), was, card)
