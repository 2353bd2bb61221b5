"""Pages that list records: one page while that is readable, split by letter or group when it is not."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.load.folder import slugify
from sozialraum.site.cards import Card, in_groups
from sozialraum.site.page import GeneratedPage
from sozialraum.site.shell import Heading
from sozialraum.site.wording import counted, letter, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jinja2 import Environment

    from sozialraum.project import Project

NOT_AT_ONE_PLACE = "Was für alle da ist, egal wo man wohnt."
MOST_PER_PAGE = 400
"""A page of as many cards stays well below 500 kB."""


class Group(NamedTuple):
    """Cards under one heading; `url` leads to more about the heading itself."""

    titel: str
    cards: Sequence[Card]
    url: str = ""
    hinweis: str = ""
    wege: Sequence[tuple[str, str]] = ()
    """What can be done with the list: label and address."""
    geordnet: bool = False
    """Whether the order says something; then a long list is split by position."""


class Link(NamedTuple):
    """A way to a page that lists something, with how much it lists."""

    url: str
    titel: str
    anzahl: int
    kurz: str = ""


class Head(NamedTuple):
    """What stands above a list: where it goes, what it is called, one sentence about it."""

    section: str
    name: str
    titel: str
    kurz: str
    krumen: tuple[tuple[str, str], ...] = (("../index.html", "Start"),)
    leer: str = "Hier gibt es noch keine Einträge."
    neu: str = ""
    """Where a record is begun that would stand in the list."""
    hinweis: str = ""
    wege: Sequence[tuple[str, str]] = ()
    """As of a group, where it has the page for itself."""


class Catalogue:
    """Makes list pages of one project."""

    def __init__(self, project: Project, cards: Mapping[str, Card], environment: Environment) -> None:
        self.project = project
        self.cards = cards
        self.environment = environment
        self._list = environment.get_template("liste.html")

    def of_type(self, *folders: str) -> list[Card]:
        """Return the cards of some record types, in the order of the files."""
        return [self.cards[entry.id] for entry in self.project.district.entries if entry.ordner in folders]

    def render(self, template: str, head: Head, toc: Iterable[Heading] = (), **context: object) -> GeneratedPage:
        """Return a page of any template; `head` and `context` are what the template sees."""
        html = self.environment.get_template(template).render(head=head, **context)
        return GeneratedPage(
            head.section, head.name, head.titel, head.kurz or head.titel, html, tuple(toc), words=head.kurz
        )

    def one_list(self, head: Head, cards: Iterable[Card]) -> Iterator[GeneratedPage]:
        """Yield a list by the support sequence, split by letter where it is long."""
        cards = list(cards)
        if len(cards) <= MOST_PER_PAGE:
            yield self._page(head, [Group(titel, some) for titel, some in in_groups(cards)])
            return
        pages = list(_by_letter(cards))
        yield self._page(head, [], _links(head, pages))
        for name, titel, some in pages:
            yield self._page(_below(head, name, titel), [Group(origin, cards) for origin, cards in in_groups(some)])

    def in_order(self, head: Head, cards: Sequence[Card]) -> Iterator[GeneratedPage]:
        """Yield a list as it is, split by position where it is long."""
        if len(cards) <= MOST_PER_PAGE:
            yield self._page(head, [Group("", cards)])
            return
        pages = list(_by_position(cards))
        yield self._page(head, [], _links(head, pages))
        for name, titel, some in pages:
            yield self._page(_below(head, name, titel), [Group("", some)])

    def grouped(self, head: Head, groups: Iterable[Group]) -> Iterator[GeneratedPage]:
        """Yield a list under headings; where it is long, a page for each heading."""
        groups = [group for group in groups if group.cards]
        if sum(len(group.cards) for group in groups) <= MOST_PER_PAGE:
            yield self._page(head, groups)
            return
        names = _names(groups)
        pages = [(name, group.titel, group.cards) for name, group in zip(names, groups, strict=True)]
        yield self._page(head, [], _links(head, pages))
        for name, group in zip(names, groups, strict=True):
            part = _below(head, name, group.titel)._replace(hinweis=group.hinweis, wege=group.wege)
            yield from (self.in_order if group.geordnet else self.one_list)(part, group.cards)

    def links(self, head: Head, links: Sequence[Link]) -> GeneratedPage:
        """Return a page that leads to other lists."""
        return self._page(head, [], links)

    def filled(self, head: Head, links: Sequence[Link]) -> GeneratedPage:
        """Return a page that leads to other lists; those without any record stand small beneath."""
        return self._page(
            head, [], [link for link in links if link.anzahl], [link for link in links if not link.anzahl]
        )

    def _page(
        self, head: Head, groups: Sequence[Group], links: Sequence[Link] = (), empty: Sequence[Link] = ()
    ) -> GeneratedPage:
        ids = (f"g-{name}" if group.titel else "liste" for name, group in zip(_names(groups), groups, strict=True))
        named = list(zip(ids, groups, strict=True))
        html = self._list.render(
            head=head,
            groups=named,
            links=links,
            ohne=empty,
            anzahl=counted(_distinct(groups), "Eintrag", "Einträge") if groups else "",
        )
        toc = [Heading(id_, group.titel) for id_, group in named if group.titel] or [Heading("liste", head.titel)]
        return GeneratedPage(
            head.section, head.name, head.titel, head.kurz or head.titel, html, tuple(toc), words=head.kurz
        )


def _distinct(groups: Iterable[Group]) -> int:
    """Return how many records there are; one may stand in several groups, and „Für alle Orte“ is none."""
    return len({card.id for group in groups for card in group.cards} - {LANDKREISWEIT})


def _names(groups: Sequence[Group]) -> list[str]:
    """Return what stands for each group in addresses: its title, numbered where another one has it or no letter is left."""
    names: dict[str, None] = {}
    for group in groups:
        wanted = name = slugify(group.titel) or "gruppe"
        number = 1
        while name in names:
            number += 1
            name = f"{wanted}-{number}"
        names[name] = None
    return list(names)


def _links(head: Head, pages: Iterable[tuple[str, str, Sequence[Card]]]) -> list[Link]:
    return [Link(f"{head.name}-{name}.html", titel, len(some)) for name, titel, some in pages]


def _below(head: Head, name: str, titel: str) -> Head:
    """Return the head of a part of a list."""
    above = (*head.krumen, (f"{head.name}.html", head.titel))
    return head._replace(name=f"{head.name}-{name}", titel=f"{head.titel}: {titel}", krumen=above)


def _by_position(cards: Sequence[Card]) -> Iterator[tuple[str, str, Sequence[Card]]]:
    """Yield (file name part, heading, cards)."""
    for start in range(0, len(cards), MOST_PER_PAGE):
        some = cards[start : start + MOST_PER_PAGE]
        yield f"ab-{start + 1}", f"{start + 1} bis {start + len(some)}", some


def _by_letter(cards: list[Card]) -> Iterator[tuple[str, str, list[Card]]]:
    """Yield (file name part, heading, cards); a crowded letter is split again."""
    ordered = sorted(cards, key=lambda card: sort_key(card.titel))
    for first, some in groupby(ordered, key=lambda card: letter(card.titel)):
        found = list(some)
        chunks = [found[start : start + MOST_PER_PAGE] for start in range(0, len(found), MOST_PER_PAGE)]
        for number, chunk in enumerate(chunks, 1):
            name, titel = (
                (first, first.upper()) if len(chunks) == 1 else (f"{first}-{number}", f"{first.upper()} ({number})")
            )
            yield name, titel, chunk
