"""Netzwerk: rounds and circles, and what came out of their meetings."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sozialraum.fields.choice import Choice, Sichtbarkeit
from sozialraum.fields.dates import Datum
from sozialraum.fields.kind import Teil, angabe
from sozialraum.fields.link import verweis, wort
from sozialraum.fields.text import Titel, Zeile
from sozialraum.model.part import Part
from sozialraum.model.record import Record, Typ


class Netzwerkstatus(Choice):
    """Whether a round meets."""

    aktiv = "aktiv", "aktiv"
    ruht = "ruht", "ruht"
    beendet = "beendet", "beendet"


class Reichweite(Choice):
    """Inside the authority or beyond it (Vernetzungsrunden „intern, extern“)."""

    intern = "intern", "intern (unter Ämtern)"
    extern = "extern", "extern (mit dem Sozialraum)"


class Vernetzungsrunde(Part):
    """Ein Treffen des Netzwerks und was es gebracht hat."""

    datum: Annotated[Datum, angabe("Datum")]
    """Tag des Treffens."""
    teilnahme_durch: Annotated[str, verweis("teams", rueck="Vernetzungsrunden besucht"), angabe("Teilgenommen hat")]
    """Das Team, das dabei war."""
    ergebnisse: Annotated[
        tuple[Zeile, ...],
        angabe(
            "Ergebnisse",
            einzahl="Ergebnis",
            suche=1,
            beispiel="Die Wohnbau stellt für das Sommerfest Strom und Toiletten.",
        ),
    ] = ()
    """Was besprochen oder verabredet wurde; nichts über einzelne Menschen."""
    neue_ressourcen: Annotated[
        tuple[Annotated[str, verweis("ressourcen", rueck="In Vernetzungsrunden entdeckt")], ...],
        angabe("Neue Ressourcen", einzahl="Neue Ressource"),
    ] = ()
    """Ressourcen, von denen man hier erfahren hat."""
    bedarfslagen: Annotated[
        tuple[Annotated[str, verweis("bedarfslagen", rueck="Thema in Vernetzungsrunden")], ...],
        angabe("Bedarfslagen", einzahl="Bedarfslage"),
    ] = ()
    """Bedarfslagen, um die es ging."""
    naechster_termin: Annotated[Datum | None, angabe("Nächster Termin")] = None
    """Wann sich die Runde wieder trifft."""


class Netzwerk(Record):
    """Eine Runde, in der sich Menschen aus mehreren Stellen regelmäßig austauschen."""

    typ: ClassVar[Typ] = Typ("netzwerke", "Netzwerk", "Netzwerke", Sichtbarkeit.kooperation, wird_geprueft=True)

    titel: Annotated[Titel, angabe("Titel", Teil.KOPF, suche=4, beispiel="Runder Tisch Nahverkehr")]
    """Wie die Runde heißt."""
    status: Annotated[Netzwerkstatus, angabe("Status", Teil.PFLEGE)] = Netzwerkstatus.aktiv
    """Ob sich die Runde trifft."""
    reichweite: Annotated[Reichweite, angabe("Reichweite", Teil.KOPF)]
    """Intern unter Ämtern oder extern mit dem Sozialraum."""
    kurz: Annotated[
        Zeile | None,
        angabe(
            "Kurz gesagt", Teil.KOPF, suche=2, empfohlen=True, beispiel="Offener Treff mit Kaffee und Zeit zum Reden."
        ),
    ] = None
    """Ein Satz: Worum geht es in der Runde?"""
    turnus: Annotated[
        Zeile,
        angabe(
            "Trifft sich",
            Teil.AUF_EINEN_BLICK,
            tatsache=True,
            beispiel="vierteljährlich, dienstags um 17 Uhr im Pavillon der Grundschule",
        ),
    ]
    """Wie oft und wo."""
    sozialraeume: Annotated[
        tuple[Annotated[str, verweis("sozialraeume", rueck="Netzwerke hier")], ...],
        angabe("Sozialräume", Teil.AUF_EINEN_BLICK, einzahl="Sozialraum", suche=1),
    ]
    """Um welche Orte es geht, oder `landkreisweit`."""
    themen: Annotated[
        tuple[Annotated[str, wort("themen")], ...], angabe("Themen", Teil.AUF_EINEN_BLICK, einzahl="Thema", suche=2)
    ] = ()
    """Worum es geht."""
    verantwortlich: Annotated[str, verweis("teams", rueck="Pflegt diese Einträge"), angabe("Gepflegt von", Teil.PFLEGE)]
    """Das Team, das den Eintrag aktuell hält."""
    federfuehrung: Annotated[
        str | None,
        verweis("organisationen", "teams", rueck="Lädt ein zu"),
        angabe("Federführung", Teil.AUF_EINEN_BLICK),
    ] = None
    """Wer einlädt."""
    mitglieder: Annotated[
        tuple[Annotated[str, verweis("organisationen", rueck="Arbeitet mit in")], ...],
        angabe("Mitglieder", Teil.AUF_EINEN_BLICK, einzahl="Mitglied"),
    ] = ()
    """Organisationen, die mitmachen."""
    jobcenter_vertretung: Annotated[
        str | None,
        verweis("teams", rueck="Vertritt das Jobcenter in"),
        angabe("Vertretung des Jobcenters", Teil.AUF_EINEN_BLICK),
    ] = None
    """Das Team, das für das Jobcenter hingeht."""
    vernetzungsrunden: Annotated[
        tuple[Vernetzungsrunde, ...],
        angabe("Vernetzungsrunden", Teil.VERLAUF, einzahl="Vernetzungsrunde", nur_fuer="jobcenter"),
    ] = ()
    """Die Treffen, neueste zuerst."""
