"""A list that is too long for a page becomes several, and loses nothing by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sozialraum.site.cards import Card
from sozialraum.site.environment import environment
from sozialraum.site.listing import Catalogue, Group, Head

if TYPE_CHECKING:
    from districts import District

HEAD = Head("protokolle", "index", "Protokolle", "")


@pytest.fixture
def catalogue(district: District, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """A catalogue in which three cards fill a page."""
    monkeypatch.setattr("sozialraum.site.listing.MOST_PER_PAGE", 3)
    return Catalogue(district.read(), {}, environment())


def cards(*titles: str) -> list[Card]:
    return [Card(titel.lower(), f"{titel}.html", titel, "", (), 1, "", "") for titel in titles]


def test_order_and_ways_stay(catalogue: Catalogue) -> None:
    """What stands in an order stays in it, split by position; the group's hint and its ways come along."""
    group = Group(
        "Team Ost", cards("Z", "Y", "B", "A"), hinweis="So geht es.", wege=[("Tabelle", "t.csv")], geordnet=True
    )
    pages = list(catalogue.grouped(HEAD, [group]))
    assert [(page.name, page.title) for page in pages] == [
        ("index", "Protokolle"),
        ("index-team-ost", "Protokolle: Team Ost"),
        ("index-team-ost-ab-1", "Protokolle: Team Ost: 1 bis 3"),
        ("index-team-ost-ab-4", "Protokolle: Team Ost: 4 bis 4"),
    ]
    assert [page.content.find(f'href="{name}.html"') >= 0 for page, name in zip(pages[2:], "ZA", strict=True)] == [
        True,
        True,
    ]
    first = pages[2].content
    assert first.index("Z.html") < first.index("Y.html") < first.index("B.html")
    for page in pages[1:]:
        assert "So geht es." in page.content
        assert '<a href="t.csv">Tabelle</a>' in page.content


def test_every_group_has_a_name_of_its_own(catalogue: Catalogue) -> None:
    """Titles that are alike, or hold no letter an address could have, give different pages and different anchors."""
    titles = ("Team Ost", "Team-Ost", "Восток", "Север")
    pages = list(catalogue.grouped(HEAD, [Group(titel, cards("A")) for titel in titles]))
    assert [page.name for page in pages[1:]] == ["index-team-ost", "index-team-ost-2", "index-gruppe", "index-gruppe-2"]
    (page,) = catalogue.grouped(HEAD, [Group(titel, cards("A")) for titel in titles[:3]])
    assert [heading.id for heading in page.toc] == ["g-team-ost", "g-team-ost-2", "g-gruppe"]
    assert page.content.count('id="g-team-ost"') == 1
