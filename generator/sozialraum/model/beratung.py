"""Beratung: the outcome of a Kollegiale Beratung.

Fields by domain.md 2.8; the phases follow the method (Falleingabe, Zukunft,
Ressourcensammlung, nahe Zukunft).
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from sozialraum.fields.choice import Choice, JaNein, Sichtbarkeit
from sozialraum.fields.dates import Datum
from sozialraum.fields.kind import Teil, angabe
from sozialraum.fields.link import verweis, wort
from sozialraum.fields.text import Text, Titel, Zahl, Zeile
from sozialraum.model.contact import Vereinbarung
from sozialraum.model.part import Part
from sozialraum.model.record import Record, Typ


class Beratungsstatus(Choice):
    """How far a consultation is."""

    entwurf = "entwurf", "Entwurf"
    geplant = "geplant", "geplant"
    durchgefuehrt = "durchgefuehrt", "durchgeführt"
    abgeschlossen = "abgeschlossen", "abgeschlossen"


HELD = frozenset({Beratungsstatus.durchgefuehrt, Beratungsstatus.abgeschlossen})
"""The consultation took place: from here on it counts, and has to be complete; a draft owes only what protects people."""


class Variante(Choice):
    """About a single case, about a Vorhaben, or with the person at the table."""

    einzelfall = "einzelfall", "zu einem Einzelfall"
    vorhaben = "vorhaben", "zu einem Vorhaben"
    pkb = "pkb", "Partizipative Kollegiale Beratung"


class Rollen(Part):
    """Wer welche Rolle hatte; Dienstkürzel oder Funktionen, keine Namen."""

    moderation: Annotated[Zeile | None, angabe("Moderation", beispiel="K1")] = None
    """Führt durch die Phasen und achtet auf die Zeit."""
    protokoll: Annotated[Zeile | None, angabe("Protokoll", beispiel="K2")] = None
    """Schreibt mit."""
    falleinbringend: Annotated[tuple[Zeile, ...], angabe("Bringt ein", beispiel="FM-1")] = ()
    """Wer das Anliegen einbringt."""
    beratende: Annotated[tuple[Zeile, ...], angabe("Beratende", beispiel="FM-2")] = ()
    """Die Gruppe der beratenden Fachkräfte."""
    lebenswelt: Annotated[tuple[Zeile, ...], angabe("Aus der Lebenswelt", beispiel="eine Freundin")] = ()
    """Bei der Partizipativen Kollegialen Beratung: wer dabei war, als Rolle („die Person“, „eine Nachbarin“)."""


class Ressourcensammlung(Part):
    """Was da ist: bei der Person, in ihren Bezügen, im Umfeld."""

    person: Annotated[
        tuple[Zeile, ...], angabe("Bei der Person", beispiel="Hat Geduld und ein gutes Auge für alte Möbel")
    ] = ()
    """Was die Person kann und mitbringt."""
    bezuege: Annotated[
        tuple[Zeile, ...], angabe("In ihren Bezügen", beispiel="Eine Nachbarschaft, die sich hilft")
    ] = ()
    """Familie, Freundeskreis, Nachbarschaft, allgemein beschrieben."""
    umfeld: Annotated[
        tuple[Zeile, ...], angabe("Im Umfeld", beispiel="Eine Tischlerei, die Schnuppertage anbietet")
    ] = ()
    """Was der Sozialraum bietet."""


class Rueckkopplung(Part):
    """Was die Person aus den Angeboten gewählt hat."""

    am: Annotated[Datum, angabe("Am")]
    """Tag des Gesprächs."""
    gewaehlt: Annotated[tuple[Zeile, ...], angabe("Gewählt", beispiel="Drei Schnuppertage in der Tischlerei")] = ()
    """Ideen, die die Person aufgreift."""
    nicht_gewaehlt: Annotated[tuple[Zeile, ...], angabe("Nicht gewählt", beispiel="Der Nachtbus")] = ()
    """Ideen, zu denen die Person Nein sagt."""


class PkbEinwilligung(Part):
    """Die Zustimmung der Person, die am Tisch sitzt."""

    erteilt: Annotated[JaNein, angabe("Erteilt")]
    """Ohne `ja` darf die Beratung nicht festgehalten werden."""
    am: Annotated[Datum | None, angabe("Am")] = None
    """Tag der Einwilligung."""
    umfang: Annotated[Zeile | None, angabe("Umfang", beispiel="die Frage und was daraus wurde")] = None
    """Was festgehalten werden darf."""
    nachweis_ort: Annotated[
        Zeile | None, angabe("Nachweis liegt in", beispiel="Ordner Einwilligungen, Büro Team Stadt")
    ] = None
    """Wo das unterschriebene Blatt liegt."""


class Datenschutzpruefung(Part):
    """Vier Augen: jemand anderes hat gelesen."""

    durch: Annotated[Zeile, angabe("Durch", beispiel="K3")]
    """Dienstkürzel oder Funktion."""
    am: Annotated[Datum, angabe("Am")]
    """Tag der Prüfung."""


class Beratung(Record):
    """Das Ergebnis einer Kollegialen Beratung, ohne Angaben, an denen man jemanden erkennt."""

    typ: ClassVar[Typ] = Typ(
        "beratungen", "Beratung", "Beratungen", Sichtbarkeit.team, frozenset(), text="", artikel="eine"
    )

    titel: Annotated[Titel, angabe("Titel", Teil.KOPF, suche=4, beispiel="Ein Raum für die Sprechstunde am Hafen")]
    """Worum es geht, ohne Namen und ohne Etiketten für Menschen."""
    status: Annotated[Beratungsstatus, angabe("Status", Teil.KOPF)]
    """Wie weit die Beratung ist."""
    variante: Annotated[Variante, angabe("Art der Beratung", Teil.KOPF)]
    """Zu einem Einzelfall, zu einem Vorhaben oder mit der Person am Tisch."""
    datum: Annotated[Datum, angabe("Datum", Teil.AUF_EINEN_BLICK)]
    """Tag der Beratung."""
    team: Annotated[str, verweis("teams", rueck="Beratungen des Teams"), angabe("Team", Teil.AUF_EINEN_BLICK)]
    """Das Team, das beraten hat."""
    sozialraeume: Annotated[
        tuple[Annotated[str, verweis("sozialraeume", rueck="Beratungen mit Bezug hierher")], ...],
        angabe("Sozialräume", Teil.AUF_EINEN_BLICK, einzahl="Sozialraum", suche=1),
    ]
    """Um welchen Ort es geht, oder `landkreisweit`."""
    themen: Annotated[
        tuple[Annotated[str, wort("themen")], ...], angabe("Themen", Teil.AUF_EINEN_BLICK, einzahl="Thema", suche=2)
    ] = ()
    """Worum es geht."""
    dauer_minuten: Annotated[Zahl | None, angabe("Dauer (Minuten)", Teil.AUF_EINEN_BLICK, beispiel="40")] = None
    """35 bis 45 Minuten sieht die Methode vor."""
    fall_kuerzel: Annotated[
        Zeile | None, angabe("Zufallskürzel", Teil.INTERN, nur_fuer="team", beispiel="P-2026-014")
    ] = None
    """Ein ausgedachtes Kürzel wie P-2026-014, aus nichts abgeleitet."""
    rollen: Annotated[Rollen | None, angabe("Rollen", Teil.INTERN, nur_fuer="team")] = None
    """Wer moderiert, mitschreibt, einbringt, berät."""
    vorhaben: Annotated[
        str | None, verweis("vorhaben", rueck="Beratungen zu diesem Vorhaben"), angabe("Vorhaben", Teil.AUF_EINEN_BLICK)
    ] = None
    """Das Vorhaben, um das es ging."""
    einwilligung_pkb: Annotated[PkbEinwilligung | None, angabe("Einwilligung", Teil.INTERN, nur_fuer="team")] = None
    """Die Zustimmung der Person am Tisch."""
    wille: Annotated[
        Text | None,
        angabe(
            "Wille der Person, in ihren Worten", Teil.METHODE, beispiel="Ich will wieder etwas mit den Händen machen."
        ),
    ] = None
    """Was die Person selbst will; `noch_offen`, wenn es noch nicht klar ist."""
    eigenbeitrag: Annotated[
        Text | None,
        angabe(
            "Was die Person selbst tun will", Teil.METHODE, beispiel="Fragt im Betrieb, wer in dieselbe Richtung fährt."
        ),
    ] = None
    """Der eigene Beitrag."""
    falleingabe: Annotated[
        Text | None,
        angabe(
            "1. Falleingabe",
            Teil.METHODE,
            beispiel="Eine Person hat früher gern mit Holz gearbeitet und möchte das wieder tun.",
        ),
    ] = None
    """Die Situation, allgemein beschrieben."""
    fragestellung: Annotated[
        Text | None,
        angabe(
            "2. Fragestellung",
            Teil.METHODE,
            suche=1,
            beispiel="Wo gibt es bei uns Orte, an denen jemand mit Holz arbeiten kann?",
        ),
    ] = None
    """Worauf die Gruppe achten soll: Aufmerksamkeitsrichtung."""
    ressourcensammlung: Annotated[Ressourcensammlung | None, angabe("3. Ressourcen", Teil.METHODE)] = None
    """Was da ist."""
    gelungenes: Annotated[
        tuple[Zeile, ...],
        angabe(
            "Was schon gelungen ist", Teil.METHODE, beispiel="Im Winter hat eine Fahrgemeinschaft drei Wochen gehalten."
        ),
    ] = ()
    """Gelungenes aus der Vergangenheit."""
    ressourcen: Annotated[
        tuple[Annotated[str, verweis("ressourcen", rueck="In Beratungen genannt")], ...],
        angabe("Ressourcen aus dem Handbuch", Teil.METHODE),
    ] = ()
    """Ressourcen, die genannt wurden."""
    ideen: Annotated[
        tuple[Zeile, ...],
        angabe("4. Ideen: Angebote zum Auswählen", Teil.METHODE, beispiel="Drei Schnuppertage in der Tischlerei"),
    ] = ()
    """Ideen der Gruppe. Die Person wählt."""
    naechste_schritte: Annotated[tuple[Vereinbarung, ...], angabe("Nächste Schritte", Teil.METHODE)] = ()
    """Was vereinbart wurde: was, wer, bis wann."""
    rueckkopplung: Annotated[Rueckkopplung | None, angabe("Rückkopplung", Teil.METHODE)] = None
    """Was die Person gewählt hat."""
    entscheidung_der_person: Annotated[
        Text | None,
        angabe("Entscheidung der Person", Teil.METHODE, beispiel="Ich fange mit dem Mittwoch in der Werkstatt an."),
    ] = None
    """In ihren Worten."""
    bedarfslagen: Annotated[
        tuple[Annotated[str, verweis("bedarfslagen", rueck="In Beratungen sichtbar geworden")], ...],
        angabe("Hinweis auf Bedarfslagen", Teil.METHODE),
    ] = ()
    """Was am Ort sichtbar wurde, allgemein."""
    lernen_fuers_team: Annotated[
        Text | None,
        angabe(
            "Was das Team daraus mitnimmt",
            Teil.METHODE,
            suche=1,
            beispiel="Nach Werkstätten fragen, bevor wir nach Stellen fragen.",
        ),
    ] = None
    """Was über den Einzelfall hinaus nützt."""
    datenschutz_geprueft: Annotated[
        Datenschutzpruefung | None, angabe("Datenschutz geprüft", Teil.INTERN, nur_fuer="team")
    ] = None
    """Wer gegengelesen hat."""
    loeschen_ab: Annotated[Datum | None, angabe("Zu löschen ab", Teil.PFLEGE, beispiel="2028-05-12")] = None
    """Ab wann der Eintrag gelöscht wird."""
