"""„Vereinbarungen“: what each team agreed on, by day, with a calendar to subscribe to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.reports.names import teams
from sozialraum.reports.report import Tabelle
from sozialraum.reports.vereinbarungen import DUE, LEER, SPALTEN, by_team, pending, row, settled, steps
from sozialraum.site.listing import Head, Link
from sozialraum.site.shell import Heading
from sozialraum.site.tables import shown_tables, without_casework
from sozialraum.site.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.reports.report import Verweis
    from sozialraum.reports.vereinbarungen import Schritt
    from sozialraum.site.listing import Catalogue
    from sozialraum.site.page import GeneratedPage

SECTION = "vereinbarungen"
_SHORT = "Was die Teams vereinbart haben, nach Datum geordnet und nie nach Person."


def vereinbarungen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Yield the teams, and the agreements of each."""
    found = by_team(steps(catalogue.project))
    own = {team: found.get(team.id, []) for team in teams(catalogue.project)}
    links = [Link(f"{team.id}.html", team.titel, len(pending(steps_)), _state(steps_)) for team, steps_ in own.items()]
    hidden = links and not any(own.values()) and catalogue.project.audience is not Sichtbarkeit.team
    empty = "Vereinbarungen stehen in der Ausgabe für das Team." if hidden else "Noch gibt es keine Teams."
    yield catalogue.links(Head(SECTION, "index", "Vereinbarungen", _SHORT, leer=empty), [] if hidden else links)
    for team, steps_ in own.items():
        yield _page(catalogue, team, steps_)


def _page(catalogue: Catalogue, team: Verweis, found: list[Schritt]) -> GeneratedPage:
    """Return the page of a team; in a build without casework it only says where the agreements are."""
    hidden = without_casework(catalogue.project)
    tables = [] if hidden else shown_tables(_tables(found), catalogue.cards)
    above = (("../index.html", "Start"), ("index.html", "Vereinbarungen"))
    head = Head(SECTION, team.id, f"Vereinbarungen {team.titel}", "" if hidden else _state(found), above)
    toc = [Heading(table.id, table.titel) for table in tables] + ([] if hidden else [Heading("kalender", "Kalender")])
    return catalogue.render("vereinbarungen.html", head, toc, tabellen=tables, team=team, ohne_faelle=hidden)


def _tables(found: list[Schritt]) -> list[Tabelle]:
    return [
        Tabelle("Offen", SPALTEN[:-1], tuple(row(step)[:-1] for step in pending(found)), "Nichts ist offen."),
        Tabelle("Erledigt oder geändert", SPALTEN, tuple(row(step) for step in settled(found)), LEER),
    ]


def _state(found: list[Schritt]) -> str:
    open_ = pending(found)
    late = sum(step.stand == DUE for step in open_)
    if not open_:
        return "Nichts ist offen."
    return f"{counted(len(open_), 'Vereinbarung', 'Vereinbarungen')} offen" + (
        f", davon {late} überfällig." if late else "."
    )
