"""Organisation: clubs, agencies, firms, initiatives."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sozialraum.fields.choice import Choice, Sichtbarkeit
from sozialraum.fields.kind import Teil, angabe
from sozialraum.fields.link import verweis, wort
from sozialraum.fields.text import Titel, Zeile
from sozialraum.fields.times import Oeffnungszeiten
from sozialraum.model.contact import Barrierefreiheit, Erreichbarkeit, Kontakt, Ort
from sozialraum.model.record import Bestand, Record, Typ


class Organisationsart(Choice):
    """Kinds of organisation."""

    verein = "verein", "Verein"
    initiative = "initiative", "Initiative"
    freier_traeger = "freier_traeger", "freier Träger"
    oeffentlicher_traeger = "oeffentlicher_traeger", "öffentlicher Träger"
    kirche_religionsgemeinschaft = "kirche_religionsgemeinschaft", "Kirche oder Religionsgemeinschaft"
    betrieb = "betrieb", "Betrieb"
    schule_bildung = "schule_bildung", "Schule oder Bildungseinrichtung"
    gesundheitsdienst = "gesundheitsdienst", "Gesundheitsdienst"
    wohnungsunternehmen = "wohnungsunternehmen", "Wohnungsunternehmen"


class Kooperationsform(Choice):
    """How binding the co-operation is."""

    informell = "informell", "man kennt sich"
    absprache = "absprache", "mündliche Absprache"
    vereinbarung = "vereinbarung", "schriftliche Vereinbarung"
    vertrag = "vertrag", "Vertrag"


class Organisation(Record):
    """Ein Verein, ein Träger, ein Betrieb, eine Initiative: wer hier etwas trägt."""

    typ: ClassVar[Typ] = Typ(
        "organisationen",
        "Organisation",
        "Organisationen",
        Sichtbarkeit.kooperation,
        wird_geprueft=True,
        artikel="eine",
    )

    titel: Annotated[Titel, angabe("Titel", Teil.KOPF, suche=4, beispiel="Sportverein Auental e. V.")]
    """Wie die Organisation heißt, ohne Abkürzungen."""
    status: Annotated[Bestand, angabe("Status", Teil.PFLEGE)] = Bestand.aktiv
    """Aktiv oder beendet."""
    art: Annotated[Organisationsart, angabe("Art", Teil.KOPF)]
    """Was für eine Organisation es ist."""
    kurz: Annotated[
        Zeile | None,
        angabe(
            "Kurz gesagt", Teil.KOPF, suche=2, empfohlen=True, beispiel="Offener Treff mit Kaffee und Zeit zum Reden."
        ),
    ] = None
    """Ein Satz, der am Telefon genügt."""
    sozialraeume: Annotated[
        tuple[Annotated[str, verweis("sozialraeume", rueck="Organisationen hier")], ...],
        angabe("Sozialräume", Teil.AUF_EINEN_BLICK, einzahl="Sozialraum", suche=1),
    ] = ()
    """Wo die Organisation tätig ist, oder `landkreisweit`."""
    themen: Annotated[
        tuple[Annotated[str, wort("themen")], ...], angabe("Themen", Teil.AUF_EINEN_BLICK, einzahl="Thema", suche=2)
    ] = ()
    """Worum es ihr geht."""
    verantwortlich: Annotated[str, verweis("teams", rueck="Pflegt diese Einträge"), angabe("Gepflegt von", Teil.PFLEGE)]
    """Das Team, das den Eintrag aktuell hält."""
    auch_bekannt_als: Annotated[
        tuple[Zeile, ...], angabe("Auch bekannt als", Teil.AUF_EINEN_BLICK, suche=3, beispiel="das Mühlenhaus")
    ] = ()
    """Namen, die man im Alltag hört."""
    zeiten: Annotated[Oeffnungszeiten | None, angabe("Öffnungszeiten", Teil.AUF_EINEN_BLICK, tatsache=True)] = None
    """Wann jemand da ist."""
    ort: Annotated[Ort | None, angabe("Adresse", Teil.AUF_EINEN_BLICK, tatsache=True)] = None
    """Wo die Organisation sitzt."""
    kontakt: Annotated[Kontakt | None, angabe("Kontakt", Teil.KONTAKT, tatsache=True)] = None
    """Wie man sie erreicht."""
    barrierefreiheit: Annotated[Barrierefreiheit | None, angabe("Barrierefreiheit", Teil.ZUGANG, tatsache=True)] = None
    """Was den Zugang erleichtert."""
    erreichbarkeit: Annotated[Erreichbarkeit | None, angabe("Hinkommen", Teil.ZUGANG, tatsache=True)] = None
    """Haltestelle, Weg, online."""
    rechtsform: Annotated[Zeile | None, angabe("Rechtsform", beispiel="e. V.")] = None
    """Zum Beispiel e. V. oder gGmbH."""
    dachverband: Annotated[Zeile | None, angabe("Dachverband", beispiel="Kreissportverband Auental")] = None
    """Zu welchem Verband sie gehört."""
    kooperationsform: Annotated[Kooperationsform | None, angabe("Zusammenarbeit")] = None
    """Wie verbindlich die Zusammenarbeit mit dem Jobcenter ist."""
