"""Vorhaben: a project of the place, from the first idea to a lasting resource.

The fields of the Raster are a proposal (domain.md 1.5): the figure of the
source article is not part of its text.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from sozialraum.fields.choice import Choice, Sichtbarkeit
from sozialraum.fields.dates import Datum
from sozialraum.fields.kind import Teil, angabe
from sozialraum.fields.link import verweis, wort
from sozialraum.fields.text import Text, Titel, Zahl, Zeile
from sozialraum.model.bedarfslage import Bedingungsebene
from sozialraum.model.part import Part
from sozialraum.model.record import Record, Typ


class Vorhabenstatus(Choice):
    """The course of a Vorhaben (domain.md 3.5)."""

    idee = "idee", "Idee"
    eingabereif = "eingabereif", "bereit für die Eingabe"
    in_beratung = "in_beratung", "in Beratung"
    vereinbart = "vereinbart", "vereinbart"
    in_umsetzung = "in_umsetzung", "in Umsetzung"
    abgeschlossen = "abgeschlossen", "abgeschlossen"
    verstetigt = "verstetigt", "auf Dauer gestellt"
    ruht = "ruht", "ruht"
    verworfen = "verworfen", "verworfen"


class Vorhabentyp(Choice):
    """Once or lasting."""

    punktuell = "punktuell", "einmalig"
    dauerhaft = "dauerhaft", "auf Dauer"


class Vorhabenart(Choice):
    """What a Vorhaben is meant to become."""

    sprechstunde = "sprechstunde", "Sprechstunde"
    raum = "raum", "Raum"
    treff = "treff", "Treff"
    gruppe = "gruppe", "Gruppe"
    veranstaltung = "veranstaltung", "Veranstaltung"
    vernetzung = "vernetzung", "Vernetzung"
    erkundung = "erkundung", "Erkundung"
    lobbyarbeit = "lobbyarbeit", "Lobbyarbeit"
    sonstiges = "sonstiges", "etwas anderes"


class Dimension(Choice):
    """The three dimensions of casework."""

    einzelfallspezifisch = "einzelfallspezifisch", "einzelfallspezifisch"
    einzelfalluebergreifend = "einzelfalluebergreifend", "einzelfallübergreifend"
    einzelfallunspezifisch = "einzelfallunspezifisch", "einzelfallunspezifisch"


REIHE = (
    Vorhabenstatus.idee,
    Vorhabenstatus.eingabereif,
    Vorhabenstatus.in_beratung,
    Vorhabenstatus.vereinbart,
    Vorhabenstatus.in_umsetzung,
    Vorhabenstatus.abgeschlossen,
)
"""The regular course; `verstetigt` follows `in_umsetzung` as `abgeschlossen` does."""


class Statuswechsel(Part):
    """Ein Schritt im Verlauf."""

    status: Annotated[Vorhabenstatus, angabe("Status")]
    """Der Status, den das Vorhaben an diesem Tag bekommen hat."""
    am: Annotated[Datum, angabe("Am")]
    """Tag des Wechsels."""
    grund: Annotated[Zeile | None, angabe("Grund", beispiel="Der Haushalt ist noch offen.")] = None
    """Nötig, wenn es zurückgeht, ruht oder verworfen wird."""


class Auswertung(Part):
    """Was gelungen ist und was wir gelernt haben."""

    woran_merken_wir: Annotated[
        Zeile | None,
        angabe(
            "Woran merken wir, dass es gelungen ist?",
            beispiel="Im Herbst fehlen jede Woche andere Bücher.",
            pflicht_ab="vereinbart",
        ),
    ] = None
    """Ab „vereinbart“: woran man den Erfolg erkennt."""
    ergebnis: Annotated[
        Zeile | None,
        angabe("Ergebnis", beispiel="Die Bank steht und wird jeden Tag genutzt.", pflicht_ab="abgeschlossen"),
    ] = None
    """Was am Ende herausgekommen ist."""
    gelungen: Annotated[
        Zeile | None, angabe("Gelungen ist", beispiel="Gebaut haben Leute aus dem Viertel.", pflicht_ab="abgeschlossen")
    ] = None
    """Was gut gegangen ist."""
    gelernt: Annotated[
        Zeile | None,
        angabe("Gelernt haben wir", beispiel="Früher mit dem Bauhof sprechen.", pflicht_ab="abgeschlossen"),
    ] = None
    """Was man beim nächsten Mal anders machen würde."""


class Vorhaben(Record):
    """Etwas, das im Sozialraum entstehen soll: eine Sprechstunde, ein Treff, ein Fest, eine Mitfahrbank."""

    typ: ClassVar[Typ] = Typ("vorhaben", "Vorhaben", "Vorhaben", Sichtbarkeit.jobcenter, frozenset({"verworfen"}))

    titel: Annotated[Titel, angabe("Titel", Teil.KOPF, suche=4, beispiel="Fahrradtag am Hafen")]
    """Wie das Vorhaben heißen soll: kurz, ohne Abkürzungen, ohne Etiketten für Menschen."""
    status: Annotated[Vorhabenstatus, angabe("Status", Teil.KOPF)]
    """Wie weit das Vorhaben ist."""
    kurz: Annotated[
        Zeile | None,
        angabe(
            "Kurz gesagt", Teil.KOPF, suche=2, empfohlen=True, beispiel="Offener Treff mit Kaffee und Zeit zum Reden."
        ),
    ] = None
    """Ein Satz, der am Telefon genügt: Was soll entstehen?"""
    sozialraeume: Annotated[
        tuple[Annotated[str, verweis("sozialraeume", rueck="Vorhaben hier")], ...], angabe("Wo?", Teil.AUF_EINEN_BLICK)
    ]
    """In welchem Stadtteil, welcher Gemeinde? Oder `landkreisweit`."""
    themen: Annotated[
        tuple[Annotated[str, wort("themen")], ...], angabe("Themen", Teil.AUF_EINEN_BLICK, einzahl="Thema", suche=2)
    ]
    """Worum es geht."""
    verantwortlich: Annotated[
        str, verweis("teams", rueck="Treibt diese Vorhaben voran"), angabe("Verantwortlich", Teil.AUF_EINEN_BLICK)
    ]
    """Das Team, das das Vorhaben trägt."""
    eingebracht_von: Annotated[
        tuple[Zeile, ...],
        angabe("Wer bringt es ein?", Teil.RASTER, beispiel="FM-1", nur_fuer="team", pflicht_ab="eingabereif"),
    ] = ()
    """Dienstkürzel oder Funktionen, keine Namen."""
    anlass: Annotated[
        Text | None,
        angabe(
            "Was haben wir wahrgenommen?",
            Teil.RASTER,
            beispiel="Auf dem Platz gibt es keinen Ort zum Sitzen.",
            suche=1,
            pflicht_ab="eingabereif",
        ),
    ] = None
    """Was im Sozialraum aufgefallen ist."""
    interessen_vor_ort: Annotated[
        Text | None,
        angabe(
            "Was wollen die Menschen vor Ort selbst? Woher wissen wir das?",
            Teil.RASTER,
            beispiel="Am Markttag sagten mehrere, sie würden gern länger bleiben.",
            suche=1,
            pflicht_ab="eingabereif",
        ),
    ] = None
    """Was die Menschen selbst wollen; `noch_offen`, wenn noch niemand gefragt hat."""
    idee: Annotated[
        Text | None,
        angabe(
            "Was soll entstehen? Was ist danach anders?",
            Teil.RASTER,
            beispiel="Eine Bank mit einem Bücherfach, an der man ins Gespräch kommt.",
            suche=1,
            pflicht_ab="eingabereif",
        ),
    ] = None
    """Die Idee in einfachen Sätzen."""
    ressourcen: Annotated[
        tuple[Annotated[str, verweis("ressourcen", rueck="Vorhaben, die diese Ressource nutzen")], ...],
        angabe("Welche Ressourcen gibt es schon?", Teil.RASTER),
    ] = ()
    """Ressourcen, auf die das Vorhaben bauen kann."""
    schluesselpersonen: Annotated[
        tuple[Annotated[str, verweis("schluesselpersonen", rueck="Beteiligt an diesen Vorhaben")], ...],
        angabe("Welche Schlüsselpersonen?", Teil.RASTER),
    ] = ()
    """Menschen, die dabei helfen können."""
    vorhandene_ressourcen: Annotated[
        Text | None,
        angabe(
            "Worauf können wir bauen?", Teil.RASTER, beispiel="Der Leseclub hat Bücher übrig.", pflicht_ab="eingabereif"
        ),
    ] = None
    """In Worten: Orte, Menschen, Dinge; `keine_bekannt`, wenn es so ist."""
    bisher_gelungen: Annotated[
        Text | None,
        angabe(
            "Was wurde schon versucht, was ist gelungen?",
            Teil.RASTER,
            beispiel="Einen Bücherkorb beim Bäcker gab es schon, er war beliebt.",
            pflicht_ab="eingabereif",
        ),
    ] = None
    """Erfahrungen, auch kleine."""
    beteiligte: Annotated[
        tuple[Annotated[str, verweis("organisationen", "netzwerke", rueck="Beteiligt an diesen Vorhaben")], ...],
        angabe("Wer macht mit, wer muss gefragt werden?", Teil.RASTER),
    ] = ()
    """Träger, Ämter, Vereine."""
    gegenseitigkeit: Annotated[
        Zeile | None,
        angabe(
            "Was kann das Jobcenter im Gegenzug beitragen?", Teil.RASTER, beispiel="Das Team hilft beim Auf- und Abbau."
        ),
    ] = None
    """Geben und Nehmen."""
    vorhabentyp: Annotated[
        Vorhabentyp | None, angabe("Einmalig oder auf Dauer?", Teil.RASTER, pflicht_ab="eingabereif")
    ] = None
    """Punktuell oder dauerhaft."""
    art: Annotated[Vorhabenart | None, angabe("Art", Teil.AUF_EINEN_BLICK)] = None
    """Was daraus werden soll."""
    aufwand_stunden_monat: Annotated[Zahl | None, angabe("Aufwand (Stunden im Monat)", Teil.RASTER, beispiel="6")] = (
        None
    )
    """Geschätzte Zeit für das Team insgesamt."""
    aufwand: Annotated[
        Zeile | None, angabe("Was es sonst braucht", Teil.RASTER, beispiel="Schrauben, Farbe, ein Schild")
    ] = None
    """Geld, Räume, Material."""
    aufmerksamkeitsrichtung: Annotated[
        Text | None,
        angabe(
            "Worauf sollen die Kolleginnen und Kollegen achten?",
            Teil.RASTER,
            beispiel="Wer könnte sich um das Fach kümmern?",
            pflicht_ab="eingabereif",
        ),
    ] = None
    """Die Aufmerksamkeitsrichtung: eine Frage an das Team."""
    dimension: Annotated[Dimension, angabe("Dimension")] = Dimension.einzelfallunspezifisch
    """Welche Dimension der Fallarbeit es berührt."""
    bedingungsebene: Annotated[tuple[Bedingungsebene, ...], angabe("Bedingungsebene")] = ()
    """Auf welcher Ebene etwas nötig ist."""
    beginn: Annotated[Datum | None, angabe("Beginn", Teil.AUF_EINEN_BLICK, pflicht_ab="in_umsetzung")] = None
    """Wann es losging."""
    ende_geplant: Annotated[Datum | None, angabe("Geplant bis", Teil.AUF_EINEN_BLICK)] = None
    """Bis wann es dauern soll."""
    wiedervorlage: Annotated[Datum | None, angabe("Wiedervorlage", Teil.AUF_EINEN_BLICK, pflicht_ab="ruht")] = None
    """Wann das Team wieder darauf schaut."""
    grund: Annotated[
        Zeile | None, angabe("Grund", Teil.AUF_EINEN_BLICK, beispiel="Der Haushalt ist noch offen.", pflicht_ab="ruht")
    ] = None
    """Warum es ruht oder verworfen wurde."""
    auswertung: Annotated[Auswertung | None, angabe("Auswertung", Teil.VERLAUF)] = None
    """Woran wir es merken, was gelungen ist."""
    entstandene_ressource: Annotated[
        str | None,
        verweis("ressourcen", rueck="Entstanden aus"),
        angabe("Daraus entstanden", Teil.AUF_EINEN_BLICK, pflicht_ab="verstetigt"),
    ] = None
    """Die Ressource, die daraus geworden ist."""
    verlauf: Annotated[tuple[Statuswechsel, ...], angabe("Verlauf", Teil.VERLAUF, pflicht_ab="eingabereif")] = ()
    """Alle Statuswechsel, ältester zuerst."""
