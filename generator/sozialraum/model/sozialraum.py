"""Sozialraum: a district, a municipality, a neighbourhood."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sozialraum.fields.choice import Choice, Sichtbarkeit
from sozialraum.fields.kind import Teil, angabe
from sozialraum.fields.link import verweis
from sozialraum.fields.place import Koordinaten
from sozialraum.fields.text import Titel, Zahl, Zeile
from sozialraum.fields.times import Oeffnungszeiten
from sozialraum.model.part import Part
from sozialraum.model.record import Bestand, Record, Typ


class Raumart(Choice):
    """Kinds of Sozialraum."""

    stadtteil = "stadtteil", "Stadtteil"
    gemeinde = "gemeinde", "Gemeinde"
    quartier = "quartier", "Quartier"
    ortsteil = "ortsteil", "Ortsteil"
    amt_region = "amt_region", "Amt oder Region"


class Praesenzort(Part):
    """Wo und wann das Jobcenter vor Ort ist."""

    ort: Annotated[
        str, verweis("ressourcen", "organisationen", rueck="Sprechzeiten des Jobcenters hier"), angabe("Ort")
    ]
    """Der Ort, als Eintrag im Handbuch."""
    zeiten: Annotated[Oeffnungszeiten, angabe("Zeiten")]
    """Sprechzeiten."""


class Sozialraum(Record):
    """Ein Stadtteil, eine Gemeinde, ein Quartier: der Ort, an dem Menschen leben, und was ihn stark macht."""

    typ: ClassVar[Typ] = Typ(
        "sozialraeume", "Sozialraum", "Sozialräume", Sichtbarkeit.kooperation, text="pflicht", text_titel="Porträt"
    )

    titel: Annotated[Titel, angabe("Titel", Teil.KOPF, suche=4, beispiel="Gartenstadt")]
    """Wie man den Ort hier nennt."""
    status: Annotated[Bestand, angabe("Status", Teil.PFLEGE)] = Bestand.aktiv
    """Aktiv oder beendet, zum Beispiel nach einer Gebietsreform."""
    art: Annotated[Raumart, angabe("Art", Teil.KOPF)]
    """Was für ein Gebiet es ist."""
    kurz: Annotated[
        Zeile, angabe("Kurz gesagt", Teil.KOPF, suche=2, beispiel="Offener Treff mit Kaffee und Zeit zum Reden.")
    ]
    """Ein Satz, der den Ort erkennbar macht; zuerst, was ihn ausmacht."""
    team: Annotated[str, verweis("teams", rueck="Zuständig für"), angabe("Zuständiges Team", Teil.AUF_EINEN_BLICK)]
    """Das Team, das hier zuständig ist."""
    einwohner_ca: Annotated[Zahl, angabe("Einwohnerinnen und Einwohner, rund", Teil.AUF_EINEN_BLICK, beispiel="9800")]
    """Gerundet auf Hunderter. Kleine Orte brauchen beim Datenschutz mehr Zurückhaltung."""
    staerken: Annotated[
        tuple[Zeile, ...],
        angabe(
            "Was hier gut ist",
            Teil.AUF_EINEN_BLICK,
            suche=2,
            empfohlen=True,
            beispiel="Nachbarinnen und Nachbarn helfen sich über die Balkone hinweg",
        ),
    ] = ()
    """Was die Menschen hier mögen und worauf man bauen kann."""
    auch_bekannt_als: Annotated[
        tuple[Zeile, ...], angabe("Auch bekannt als", Teil.AUF_EINEN_BLICK, suche=3, beispiel="das Moordorf")
    ] = ()
    """Namen, die man im Alltag hört."""
    teil_von: Annotated[str | None, verweis("sozialraeume", rueck="Dazu gehören"), angabe("Teil von")] = None
    """Der größere Sozialraum, zu dem dieser gehört."""
    oepnv: Annotated[
        Zeile | None,
        angabe(
            "Bus und Bahn",
            Teil.AUF_EINEN_BLICK,
            beispiel="Bus 17 alle zwanzig Minuten zum Bahnhof, letzte Fahrt um 20:30 Uhr.",
        ),
    ] = None
    """Wie man hinkommt und wieder weg."""
    praesenzorte: Annotated[tuple[Praesenzort, ...], angabe("Jobcenter vor Ort", Teil.AUF_EINEN_BLICK)] = ()
    """Wo das Jobcenter im Sozialraum Sprechzeiten hat."""
    mittelpunkt: Annotated[Koordinaten | None, angabe("Mittelpunkt")] = None
    """Ein Punkt in der Mitte, für Karte und Entfernungen."""
