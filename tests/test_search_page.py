"""Numbers and places for those in danger lead where they should, with and without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.site.cards import make_cards
from sozialraum.site.environment import environment
from sozialraum.site.listing import Catalogue
from sozialraum.site.search import tables
from sozialraum.site.search_page import suche
from sozialraum.site.search_rows import Row

if TYPE_CHECKING:
    from districts import District

DANGER = """\
feuer:
  name: Feuer
  rat: Raus!
  nummern: ["0800 / 111 0 111: Telefonseelsorge"]
  saetze: [brennt]
  orte: [team-nord]
"""


def test_a_page_named_after_a_record_does_not_take_its_place(district: District) -> None:
    """The box of a danger leads to the record that notfall.yml names, not to a list of the same name."""
    district.write("vokabular/notfall.yml", DANGER)
    project = district.read()
    rows = [Row(entry.ordner, entry.id, entry.record.titel) for entry in project.district.entries]
    rows.append(Row("vereinbarungen", "team-nord", "Vereinbarungen Team Nord"))
    _rows, words = tables(project, rows)
    assert '[["Team Nord","teams/team-nord.html"]]' in words.content


def test_numbers_can_be_dialled(district: District) -> None:
    """Whatever divides the digits for the eye, a telephone gets the digits alone."""
    district.write("vokabular/notfall.yml", DANGER)
    project = district.read()
    (page,) = suche(Catalogue(project, make_cards(project), environment()))
    assert '<a href="tel:08001110111">0800 / 111 0 111</a> Telefonseelsorge' in page.content
