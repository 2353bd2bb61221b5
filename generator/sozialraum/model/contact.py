"""Groups of values that several record types share: place, contact, agreement."""

from __future__ import annotations

from typing import Annotated

from sozialraum.fields.choice import Choice, JaNein, JaNeinUnbekannt
from sozialraum.fields.contact import Email, Telefon, Url
from sozialraum.fields.dates import Datum
from sozialraum.fields.kind import angabe
from sozialraum.fields.link import verweis
from sozialraum.fields.place import Koordinaten, Plz
from sozialraum.fields.text import Zeile
from sozialraum.model.part import Part


class Ort(Part):
    """Ein Ort, den man aufsuchen kann."""

    name: Annotated[Zeile | None, angabe("Ort", suche=2, beispiel="Gemeindehaus")] = None
    """Wie der Ort heißt, wenn er anders heißt als der Eintrag."""
    strasse: Annotated[Zeile | None, angabe("Straße und Hausnummer", suche=1, beispiel="Hauptstraße 11")] = None
    """Straße und Hausnummer."""
    plz: Annotated[Plz | None, angabe("Postleitzahl")] = None
    """Fünf Ziffern."""
    ort: Annotated[Zeile | None, angabe("Stadt oder Gemeinde", suche=1, beispiel="Auenstadt")] = None
    """Stadt oder Gemeinde."""
    beschreibung: Annotated[Zeile | None, angabe("Wie man es findet", suche=1, beispiel="Gegenüber vom Dorfhaus")] = (
        None
    )
    """In Worten, wo es keine Hausnummer gibt: „gegenüber vom Dorfhaus“."""
    koordinaten: Annotated[Koordinaten | None, angabe("Koordinaten")] = None
    """Breite und Länge in Grad, für die Karte und für „In der Nähe“."""


class Kontakt(Part):
    """Wie man eine Stelle erreicht; Anschlüsse einer Stelle, nicht die privaten von Menschen."""

    stelle: Annotated[Zeile | None, angabe("Stelle", suche=1, beispiel="Empfang")] = None
    """Wonach man fragt: Büro, Empfang, Funktion."""
    telefon: Annotated[Telefon | None, angabe("Telefon", gefragt=True)] = None
    """Dienstliche Nummer mit Vorwahl."""
    email: Annotated[Email | None, angabe("E-Mail")] = None
    """Möglichst eine Adresse der Stelle, nicht die einer Person."""
    web: Annotated[Url | None, angabe("Internet")] = None
    """Adresse mit https:// davor."""


class Barrierefreiheit(Part):
    """Was den Zugang erleichtert; „unbekannt“ ist eine ehrliche Antwort."""

    stufenlos: Annotated[JaNeinUnbekannt | None, angabe("stufenlos erreichbar")] = None
    """Kommt man ohne Stufe bis in den Raum?"""
    wc: Annotated[JaNeinUnbekannt | None, angabe("rollstuhlgerechtes WC")] = None
    """Gibt es eine Toilette, die man mit dem Rollstuhl nutzen kann?"""
    aufzug: Annotated[JaNeinUnbekannt | None, angabe("Aufzug")] = None
    """Gibt es einen Aufzug, wo er nötig ist?"""
    induktion: Annotated[JaNeinUnbekannt | None, angabe("Induktionsschleife")] = None
    """Gibt es eine Anlage für Hörgeräte?"""
    assistenz: Annotated[JaNeinUnbekannt | None, angabe("Assistenz willkommen")] = None
    """Können Begleitpersonen oder ein Assistenzhund mitkommen?"""
    hinweis: Annotated[Zeile | None, angabe("Hinweis", beispiel="Die Rampe liegt links neben der grünen Tür.")] = None
    """Was man sonst wissen sollte, zum Beispiel eine Klingel am Seiteneingang."""


class Erreichbarkeit(Part):
    """Wie man hinkommt."""

    haltestelle: Annotated[Zeile | None, angabe("Haltestelle", beispiel="Markt, alle Stadtlinien")] = None
    """Nächste Haltestelle und Linie."""
    weg: Annotated[Zeile | None, angabe("Weg", beispiel="Der Eingang liegt hinten im Hof.")] = None
    """Was man zum Weg wissen sollte: Eingang, Fahrrad, Parken."""
    digital: Annotated[JaNein | None, angabe("auch online")] = None
    """Geht es auch von zu Hause aus, per Video oder Telefon?"""


class Kontaktart(Choice):
    """Kinds of contact with a place or a person (domain: Erkundung, Kontaktaufnahme, Förderung, Pflege)."""

    erkundung = "erkundung", "Erkundung"
    kontaktaufnahme = "kontaktaufnahme", "Kontaktaufnahme"
    foerderung = "foerderung", "Förderung"
    pflege = "pflege", "Kontaktpflege"


class Kontaktnotiz(Part):
    """Ein Besuch, ein Anruf, ein Gespräch: Beziehungsarbeit zum Sozialraum."""

    datum: Annotated[Datum, angabe("Datum")]
    """Tag des Kontakts."""
    art: Annotated[Kontaktart, angabe("Art")]
    """Erkundung, Kontaktaufnahme, Förderung oder Kontaktpflege."""
    durch: Annotated[str, verweis("teams", rueck="Hält Kontakt zu"), angabe("Team")]
    """Das Team, nicht die einzelne Fachkraft."""
    notiz: Annotated[Zeile | None, angabe("Notiz", beispiel="Zeiten bestätigt und Kuchen gegessen.")] = None
    """Ein Satz. Nichts über einzelne Menschen."""


class Vereinbarungsstatus(Choice):
    """How an agreement stands."""

    offen = "offen", "offen"
    erledigt = "erledigt", "erledigt"
    geaendert = "geaendert", "geändert"
    entfallen = "entfallen", "entfallen"


class Schrittbezug(Choice):
    """What a step does with the place: use, find or start something."""

    ressource_nutzen = "ressource_nutzen", "eine Ressource nutzen"
    ressource_finden = "ressource_finden", "eine Ressource finden"
    vorhaben_anstossen = "vorhaben_anstossen", "ein Vorhaben anstoßen"


class Vereinbarung(Part):
    """Ein verbindlicher nächster Schritt: was, wer, bis wann."""

    was: Annotated[Zeile, angabe("Was", suche=1, beispiel="Ruft im Dorfhaus an und fragt nach")]
    """Der Schritt, mit einem Tätigkeitswort."""
    wer: Annotated[Zeile, angabe("Wer", beispiel="FM-1")]
    """Dienstkürzel, Funktion oder Team."""
    bis: Annotated[Datum, angabe("Bis", beispiel="2026-07-14")]
    """Bis zu welchem Tag."""
    bezug: Annotated[Schrittbezug | None, angabe("Bezug")] = None
    """Wird eine Ressource genutzt, gesucht oder ein Vorhaben angestoßen?"""
    status: Annotated[Vereinbarungsstatus, angabe("Stand")] = Vereinbarungsstatus.offen
    """Offen, erledigt, geändert oder entfallen."""
    ueberpruefung_am: Annotated[Datum | None, angabe("Überprüfung am")] = None
    """Wann das Team wieder darauf schaut."""
    ergebnis: Annotated[Zeile | None, angabe("Ergebnis", beispiel="Ein Termin im Dorfhaus ist verabredet.")] = None
    """Was dabei herausgekommen ist."""
    grund: Annotated[Zeile | None, angabe("Grund", beispiel="Der Raum ist erst ab Mai frei.")] = None
    """Warum etwas geändert wurde oder entfällt."""
