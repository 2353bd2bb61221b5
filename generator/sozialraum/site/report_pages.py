"""„Auswertungen“: every evaluation this audience may see as a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.reports import reports_for
from sozialraum.site.listing import Head
from sozialraum.site.shell import Heading
from sozialraum.site.tables import shown_tables, without_casework

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.reports.report import Report
    from sozialraum.site.listing import Catalogue
    from sozialraum.site.page import GeneratedPage

SECTION = "auswertungen"
_ABOVE = (("../index.html", "Start"), ("index.html", "Auswertungen"))


def auswertungen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Yield the list of evaluations, and each of them."""
    known = reports_for(catalogue.project.audience)
    short = "Was die Einträge zusammen sagen: über Orte und Teams, nie über einzelne Menschen."
    head = Head(SECTION, "index", "Auswertungen", short)
    yield catalogue.render("auswertungen.html", head, [Heading("liste", head.titel)], berichte=known)
    for report in known:
        yield _page(catalogue, report)


def _page(catalogue: Catalogue, report: Report) -> GeneratedPage:
    tables = shown_tables(report.tables(catalogue.project), catalogue.cards)
    head = Head(SECTION, report.name, report.titel, report.kurz, _ABOVE)
    missing = report.casework and without_casework(catalogue.project)
    toc = [Heading(table.id, table.titel) for table in tables] or [Heading("liste", head.titel)]
    return catalogue.render("auswertung.html", head, toc, tabellen=tables, ohne_faelle=missing, name=report.name)
