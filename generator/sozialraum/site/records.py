"""The page of one record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sozialraum.checks.upkeep import review_months
from sozialraum.fields.dates import add_months, long_date
from sozialraum.fields.hours import coming_holidays
from sozialraum.model.schluesselperson import Schluesselperson
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.site.agreed import agreed_on
from sozialraum.site.cards import make_cards
from sozialraum.site.environment import stamped
from sozialraum.site.evidence import evidence
from sozialraum.site.linked import linked, long_lists
from sozialraum.site.location import Locations
from sozialraum.site.markdown import body_html
from sozialraum.site.meeting_page import meeting_name
from sozialraum.site.months import in_months, only_month
from sozialraum.site.nearby import Neighbourhood
from sozialraum.site.page import GeneratedPage
from sozialraum.site.proposals import way_to_new, ways_for_record
from sozialraum.site.record_html import RecordTemplate
from sozialraum.site.shell import Heading
from sozialraum.site.view import LOWER, UPPER, Abschnitt, Viewer
from sozialraum.site.wording import distance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment

    from sozialraum.fields.kind import Teil
    from sozialraum.load.entries import Entry
    from sozialraum.project import Project
    from sozialraum.site.cards import Card


class RecordPages:
    """Renders record pages of one project; everything they share is made once."""

    def __init__(self, project: Project, environment: Environment, cards: Mapping[str, Card] | None = None) -> None:
        self.project = project
        self.cards = make_cards(project) if cards is None else cards
        holidays = coming_holidays(project.district.settings.bundesland, project.today)
        self._viewer = Viewer(project, self.cards, holidays)
        self._template = RecordTemplate(environment, stamped())
        places = ((entry.id, point) for entry in project.district.entries if (point := entry.koordinaten))
        self._neighbourhood = Neighbourhood(places)
        self._locations = Locations(project)
        self._agreed = agreed_on(project)
        self._evidence = evidence(project)

    def page(self, entry: Entry) -> GeneratedPage:
        """Return the finished content of a record's page."""
        context = self._context(entry)
        html = self._template.render(context)
        return GeneratedPage(
            section=entry.ordner,
            name=entry.id,
            title=f"{entry.record.titel} – {entry.record.typ.einzahl}",
            description=self._description(entry),
            content=html,
            toc=tuple(_headings(context)),
        )

    def long_lists(self, entry: Entry) -> Iterator[tuple[str, list[Card]]]:
        """Yield the lists of linking records that are too long for the record's own page."""
        return long_lists(self.project, self.cards, entry.id)

    def _context(self, entry: Entry) -> dict[str, Any]:
        record, typ = entry.record, entry.record.typ
        return {
            "record": record,
            "typ": typ,
            "card": self.cards[entry.id],
            "oben": (*self._parts(entry, UPPER), *self._viewer.contact(entry)),
            "wille": self._viewer.row(entry, "wille"),
            "staerken": self._viewer.row(entry, "staerken"),
            "unten": self._parts(entry, LOWER),
            "text": body_html(entry.document.body, self._title_of, self._url_of),
            "verknuepft": linked(self.project, self.cards, entry.id),
            "lage": self._locations.of(entry),
            "nahe": self._nearby(entry),
            "wege": ways_for_record(entry, self.project.district.settings, self.project.audience),
            "neu": self._way_to_new(entry),
            "geprueft": self._verified(entry),
            "person": isinstance(record, Schluesselperson),
            "ort": isinstance(record, Sozialraum),
            "sitzung": meeting_name(entry, self.project.audience),
            "vereinbart": self._agreed.get(entry.id, ()),
            "belege": self._evidence.get(entry.id, ()),
        }

    def _parts(self, entry: Entry, wanted: tuple[Teil, ...]) -> tuple[Abschnitt, ...]:
        parts = self._viewer.parts(entry, wanted)
        return in_months(parts) if only_month(entry.record) else parts

    def _nearby(self, entry: Entry) -> list[tuple[Card, str]]:
        point = entry.koordinaten
        if point is None or isinstance(entry.record, Sozialraum):
            return []
        near = self._neighbourhood.nearest(entry.id, point)
        return [(self.cards[id_], distance(kilometres)) for id_, kilometres in near]

    def _verified(self, entry: Entry) -> dict[str, str]:
        """Return the words about the last verification, "" for what there is not to say."""
        months = review_months(entry, self.project.district.settings)
        last = entry.record.letzte_pruefung
        due = add_months(last.am, months) if last and months and not entry.verfallen else None
        team = self.cards.get(last.durch or "") if last else None
        return {
            "geprueft_nie": "ja" if last is None and months and not entry.record.ist_beendet else "",
            "geprueft_verfallen": "ja" if entry.verfallen else "",
            "geprueft_tag": last.am.isoformat() if last else "",
            "geprueft_lang": long_date(last.am) if last else "",
            "geprueft_bis": due.isoformat() if due else "",
            "geprueft_wie": last.wie.label if last and last.wie else "",
            "geprueft_durch": team.titel if team else "",
        }

    def _way_to_new(self, entry: Entry) -> str:
        """Return where a record is begun that belongs to this place or team, "" on other pages."""
        name = {"sozialraeume": "sozialraeume", "teams": "verantwortlich"}.get(entry.ordner)
        return way_to_new(self.project.district.settings, self.project.audience, **{name: entry.id}) if name else ""

    def _title_of(self, id_: str) -> str | None:
        card = self.cards.get(id_)
        return card.titel if card else None

    def _url_of(self, id_: str) -> str:
        return self.cards[id_].url

    def _description(self, entry: Entry) -> str:
        card = self.cards[entry.id]
        found = ". ".join(part for part in (card.kurz.rstrip("."), ", ".join(card.merkmale)) if part)
        return found or f"{entry.record.typ.einzahl}: {entry.record.titel}"


def _headings(context: dict[str, Any]) -> Iterator[Heading]:
    if context["wille"]:
        yield Heading("wille", context["wille"].label)
    yield from (Heading(part.id, part.titel) for part in context["oben"])
    if context["text"]:
        yield Heading("mehr", context["typ"].text_titel)
    if context["staerken"]:
        yield Heading("staerken", context["staerken"].label)
    if context["ort"]:
        yield from (Heading(each.id, each.titel) for each in context["verknuepft"])
    if context["belege"]:
        yield Heading("belege", "Wo es zur Sprache kam")
    yield from (Heading(part.id, part.titel) for part in context["unten"] if part.id != "pflege")
    linked = context["verknuepft"] and not context["ort"]
    below = {
        Heading("vereinbart", "Vereinbart"): context["vereinbart"],
        Heading("verknuepft", "Verknüpft mit"): linked,
        Heading("lage", "Lage"): context["lage"],
        Heading("nahe", "In der Nähe"): context["nahe"],
    }
    yield from (heading for heading, there in below.items() if there)
    yield Heading("pflege", "Stand und Pflege")
