"""The papers for the data-protection officer as pages that print well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.papers.sheets import PAPERS, sheet
from sozialraum.site.listing import Head
from sozialraum.site.markdown import body_html
from sozialraum.site.shell import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.site.listing import Catalogue
    from sozialraum.site.page import GeneratedPage


def unterlagen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Return the list of papers and a page for each."""
    short = "Entwürfe aus den Einstellungen und dem Datenmodell, zum Prüfen, Ergänzen und Freigeben."
    head = Head("datenschutz", "index", "Unterlagen zum Datenschutz", short)
    yield catalogue.render("unterlagen.html", head, [Heading("blaetter", "Blätter")], blaetter=PAPERS)
    crumbs = (("../index.html", "Start"), ("index.html", "Unterlagen"))
    for paper in PAPERS:
        text = sheet(paper, catalogue.project.district.settings, catalogue.project.today)
        body = text.split("\n", 1)[1]
        html = body_html(body, lambda _id: None, lambda _id: "", first=2)
        part = Head("datenschutz", paper.name, paper.titel, paper.kurz, crumbs)
        yield catalogue.render("blatt.html", part, [Heading("blatt", paper.titel)], text=html)
