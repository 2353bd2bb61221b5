"""The sections of the handbook: folders of the site that hold generated pages."""

from __future__ import annotations

from dataclasses import dataclass

from sozialraum.fields.choice import Sichtbarkeit


@dataclass(frozen=True, slots=True)
class Section:
    """A folder of generated pages with a landing page.

    `landing` is the name of its landing page without .html. `audience` is the
    widest audience for which the section exists.
    """

    folder: str
    title: str
    landing: str = "index"
    audience: Sichtbarkeit = Sichtbarkeit.oeffentlich
    in_nav: bool = True
    """Whether mkdocs.yml names its landing page; the search stands in the header instead."""

    @property
    def source(self) -> str:
        """The page as the navigation of mkdocs.yml names it."""
        return f"{self.folder}/{self.landing}.md" if self.folder else f"{self.landing}.md"


SECTIONS: tuple[Section, ...] = (
    Section("", "Start"),
    Section("", "Ressourcenfinder", landing="finder"),
    Section("", "Sozialraumkarte", landing="karte"),
    Section("", "Handzettel", landing="handzettel"),
    Section("themen", "Themen"),
    Section("sozialraeume", "Orte"),
    Section("ressourcen", "Ressourcen"),
    Section("herkunft", "Aus der Lebenswelt", landing="lebensweltlich"),
    Section("herkunft", "Von Fachdiensten", landing="professionell"),
    Section("formate", "Formate"),
    Section("schluesselpersonen", "Schlüsselpersonen"),
    Section("organisationen", "Organisationen"),
    Section("netzwerke", "Netzwerke"),
    Section("a-z", "Alles von A bis Z"),
    Section("mitmachen", "Mitmachen"),
    Section("teams", "Teams"),
    Section("vorhaben", "Vorhaben"),
    Section("bedarfslagen", "Bedarfslagen"),
    Section("beratungen", "Beratungen", audience=Sichtbarkeit.jobcenter),
    Section("protokolle", "Protokolle", audience=Sichtbarkeit.jobcenter),
    Section("vereinbarungen", "Vereinbarungen", audience=Sichtbarkeit.jobcenter),
    Section("auswertungen", "Auswertungen", audience=Sichtbarkeit.kooperation),
    Section("neu", "Neu und geändert"),
    Section("pruefen", "Zu prüfen", audience=Sichtbarkeit.jobcenter),
    Section("ressourcenkarte", "Ressourcenkarte für einen Ort"),
    Section("", "Suche", landing="suche", in_nav=False),
    Section("datenschutz", "Unterlagen zum Datenschutz", audience=Sichtbarkeit.jobcenter),
    Section("", "Eintragen", landing="eintragen", audience=Sichtbarkeit.jobcenter),
    Section("felder", "Alle Felder"),
    Section("regeln", "Alle Regeln"),
)
"""Every section, in no particular order; the navigation of mkdocs.yml decides what stands where."""


LISTS = {section.folder: section.title for section in SECTIONS if section.landing == "index"}
"""Folder of a record type → what its list is called."""


def sections_for(audience: Sichtbarkeit) -> tuple[Section, ...]:
    """Return the sections that exist for an audience."""
    return tuple(section for section in SECTIONS if audience.rank <= section.audience.rank)
