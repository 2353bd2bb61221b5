"""Team: the people who work in and for one or more Sozialräume."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sozialraum.fields.choice import Choice, Sichtbarkeit
from sozialraum.fields.contact import Email, Forgegruppe, Telefon
from sozialraum.fields.dates import Datum
from sozialraum.fields.kind import Teil, angabe
from sozialraum.fields.link import verweis
from sozialraum.fields.text import Titel, Zeile
from sozialraum.model.record import Bestand, Record, Typ


class Rhythmus(Choice):
    """How often something takes place."""

    woechentlich = "woechentlich", "wöchentlich"
    vierzehntaegig = "vierzehntaegig", "alle zwei Wochen"
    monatlich = "monatlich", "monatlich"
    nach_bedarf = "nach_bedarf", "nach Bedarf"


class Funktion(Choice):
    """Functions in a team."""

    fallmanagement = "fallmanagement", "Fallmanagement"
    vermittlung = "vermittlung", "Arbeitsvermittlung"
    leistung = "leistung", "Leistung"
    teamleitung = "teamleitung", "Teamleitung"
    netzwerk = "netzwerk", "Netzwerkarbeit"
    eingangszone = "eingangszone", "Eingangszone"


class Team(Record):
    """Ein Sozialraumteam: wofür es zuständig ist und wie man es erreicht."""

    typ: ClassVar[Typ] = Typ("teams", "Team", "Teams", Sichtbarkeit.kooperation)

    titel: Annotated[Titel, angabe("Titel", Teil.KOPF, suche=4, beispiel="Team Stadt")]
    """Wie das Team heißt: nach seinem Gebiet, nicht nach Menschen."""
    status: Annotated[Bestand, angabe("Status", Teil.PFLEGE)] = Bestand.aktiv
    """Aktiv oder beendet."""
    sozialraeume: Annotated[
        tuple[Annotated[str, verweis("sozialraeume", rueck="Teams für diesen Ort")], ...],
        angabe("Sozialräume", Teil.AUF_EINEN_BLICK, einzahl="Sozialraum", suche=1),
    ]
    """Die Sozialräume, in denen das Team arbeitet, oder `landkreisweit`."""
    sitzungsrhythmus: Annotated[Rhythmus, angabe("Teamsitzung", Teil.AUF_EINEN_BLICK)]
    """Wie oft sich das Team trifft."""
    beratungsrhythmus: Annotated[Rhythmus | None, angabe("Kollegiale Beratung", Teil.AUF_EINEN_BLICK)] = None
    """Wie oft Zeit für Kollegiale Beratung ist."""
    funktionen: Annotated[tuple[Funktion, ...], angabe("Funktionen im Team", Teil.AUF_EINEN_BLICK)] = ()
    """Welche Aufgaben im Team vertreten sind."""
    kuerzel: Annotated[tuple[Zeile, ...], angabe("Dienstkürzel", Teil.INTERN, nur_fuer="team", beispiel="FM-1")] = ()
    """Dienstkürzel der Mitglieder, wie sie in Beratungen und Vereinbarungen stehen; keine Namen."""
    besteht_seit: Annotated[Datum | None, angabe("Besteht seit", Teil.EINORDNUNG)] = None
    """Seit wann es das Team gibt; davor kann es nicht getagt haben."""
    telefon: Annotated[Telefon | None, angabe("Telefon", Teil.KONTAKT, tatsache=True)] = None
    """Nummer des Teams."""
    email: Annotated[Email | None, angabe("E-Mail", Teil.KONTAKT, tatsache=True)] = None
    """Funktionspostfach des Teams."""
    forge_gruppe: Annotated[Forgegruppe | None, angabe("Gruppe auf der Plattform", Teil.INTERN, nur_fuer="team")] = None
    """Wen die Plattform bei Änderungen fragt, eine Gruppe, kein Mensch."""
