"""Bedarfslage: a condition of a place that makes everyday life harder."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sozialraum.fields.choice import Choice, JaNein, Sichtbarkeit
from sozialraum.fields.dates import Datum
from sozialraum.fields.kind import Teil, angabe
from sozialraum.fields.link import verweis, wort
from sozialraum.fields.text import Text, Titel, Zeile
from sozialraum.model.part import Part
from sozialraum.model.record import Record, Typ


class Bedarfslagenstatus(Choice):
    """From a first guess to a change."""

    moeglich = "moeglich", "möglich"
    beraten = "beraten", "im Team beraten"
    bestaetigt = "bestaetigt", "bestätigt"
    in_bearbeitung = "in_bearbeitung", "in Bearbeitung"
    weitergeleitet = "weitergeleitet", "weitergeleitet"
    veraendert = "veraendert", "hat sich verändert"
    verworfen = "verworfen", "verworfen"


class Bedingungsebene(Choice):
    """The four levels of conditions (methodical, organisational, steering, financing)."""

    methodik = "methodik", "methodisches Handeln"
    organisation = "organisation", "Organisation und Abläufe"
    steuerung = "steuerung", "Steuerung"
    finanzierung = "finanzierung", "Finanzierung"


class Lagewechsel(Part):
    """Ein Schritt im Verlauf."""

    status: Annotated[Bedarfslagenstatus, angabe("Status")]
    """Der Status, den die Bedarfslage an diesem Tag bekommen hat."""
    am: Annotated[Datum, angabe("Am")]
    """Tag des Wechsels."""
    grund: Annotated[Zeile | None, angabe("Grund", beispiel="Auch die Stadtteilrunde hat davon berichtet.")] = None
    """Warum, in einem Satz."""


class Weiterleitung(Part):
    """Wohin die Bedarfslage gemeldet wurde."""

    an: Annotated[Zeile, angabe("An", beispiel="Verkehrsbetrieb, Planung")]
    """Stelle oder Gremium."""
    am: Annotated[Datum, angabe("Am")]
    """Tag der Weiterleitung."""
    ergebnis: Annotated[Zeile | None, angabe("Ergebnis", beispiel="Wird für den nächsten Fahrplan gerechnet.")] = None
    """Was daraus wurde."""


class Bedarfslage(Record):
    """Verhältnisse an einem Ort, die einen gelingenden Alltag erschweren; nie Eigenschaften von Menschen."""

    typ: ClassVar[Typ] = Typ(
        "bedarfslagen",
        "Bedarfslage",
        "Bedarfslagen",
        Sichtbarkeit.jobcenter,
        frozenset({"veraendert", "verworfen"}),
        artikel="eine",
    )

    titel: Annotated[Titel, angabe("Titel", Teil.KOPF, suche=4, beispiel="Deutschkurse gibt es nur am Vormittag")]
    """Was am Ort fehlt oder nicht passt, in einem kurzen Satz. Es geht um Verhältnisse, nicht um Menschen."""
    status: Annotated[Bedarfslagenstatus, angabe("Status", Teil.KOPF)]
    """Wie weit das Team mit der Bedarfslage ist."""
    sozialraeume: Annotated[
        tuple[Annotated[str, verweis("sozialraeume", rueck="Bedarfslagen hier")], ...],
        angabe("Sozialräume", Teil.AUF_EINEN_BLICK, einzahl="Sozialraum", suche=1),
    ]
    """Wo sie besteht, oder `landkreisweit`."""
    themen: Annotated[
        tuple[Annotated[str, wort("themen")], ...], angabe("Themen", Teil.AUF_EINEN_BLICK, einzahl="Thema", suche=2)
    ]
    """Worum es geht."""
    verantwortlich: Annotated[str, verweis("teams", rueck="Pflegt diese Einträge"), angabe("Gepflegt von", Teil.PFLEGE)]
    """Das Team, das daran bleibt."""
    beschreibung: Annotated[
        Text,
        angabe(
            "Was ist los an diesem Ort?",
            Teil.INHALT,
            suche=1,
            beispiel="Der letzte Bus fährt um 18:10 Uhr, der Kurs endet um 19 Uhr.",
        ),
    ]
    """Die Verhältnisse, nicht die Menschen."""
    was_es_erschwert: Annotated[
        Text | None,
        angabe(
            "Was es erschwert",
            Teil.INHALT,
            suche=1,
            empfohlen=True,
            beispiel="Abendkurse, Spätschicht und Besuche in der Stadt.",
        ),
    ] = None
    """Was dadurch im Alltag schwerer wird."""
    grund: Annotated[
        Zeile | None, angabe("Grund", Teil.AUF_EINEN_BLICK, beispiel="Der Bus fährt wieder bis 22 Uhr.")
    ] = None
    """Warum sie verworfen wurde."""
    seit: Annotated[Datum | None, angabe("Bekannt seit", Teil.AUF_EINEN_BLICK)] = None
    """Seit wann das Team davon weiß."""
    belege: Annotated[
        tuple[Annotated[str, verweis("protokolle", "beratungen", "netzwerke", rueck="Belegt diese Bedarfslage")], ...],
        angabe("Belege", Teil.VERLAUF, nur_fuer="jobcenter"),
    ] = ()
    """Sitzungen, Beratungen oder Netzwerke, in denen sie zur Sprache kam."""
    vorhandene_ressourcen: Annotated[
        tuple[Annotated[str, verweis("ressourcen", rueck="Antwortet auf diese Bedarfslagen")], ...],
        angabe("Was schon da ist", Teil.AUF_EINEN_BLICK),
    ] = ()
    """Ressourcen, die ganz oder teilweise eine Antwort sind."""
    luecke: Annotated[JaNein | None, angabe("Bisher keine Antwort vor Ort", Teil.AUF_EINEN_BLICK)] = None
    """`ja`, wenn es noch nichts gibt."""
    vorhaben: Annotated[
        tuple[Annotated[str, verweis("vorhaben", rueck="Bedarfslagen, um die es geht")], ...],
        angabe("Vorhaben", Teil.AUF_EINEN_BLICK),
    ] = ()
    """Vorhaben, die daran etwas ändern sollen."""
    verlauf: Annotated[tuple[Lagewechsel, ...], angabe("So ging es weiter", Teil.VERLAUF)] = ()
    """Alle Statuswechsel, ältester zuerst."""
    weitergeleitet: Annotated[tuple[Weiterleitung, ...], angabe("Weitergeleitet", Teil.VERLAUF)] = ()
    """An wen die Bedarfslage gemeldet wurde."""
    bedingungsebene: Annotated[tuple[Bedingungsebene, ...], angabe("Bedingungsebene")] = ()
    """Auf welcher Ebene sich etwas ändern müsste."""
