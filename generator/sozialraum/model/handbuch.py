"""The district's settings, `records/handbuch.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from sozialraum.fields.choice import Choice, JaNein, Sichtbarkeit
from sozialraum.fields.contact import Email, Telefon, Url
from sozialraum.fields.dates import Datum
from sozialraum.fields.kind import angabe
from sozialraum.fields.pattern import Muster, few_patterns
from sozialraum.fields.text import Monate, Titel, Zahl, Zeile
from sozialraum.fields.tiles import Kachelnadresse, Zoomstufe
from sozialraum.model.part import Part


class Bundesland(Choice):
    """The sixteen Länder by ISO 3166-2:DE; decides which days are public holidays."""

    BW = "BW", "Baden-Württemberg"
    BY = "BY", "Bayern"
    BE = "BE", "Berlin"
    BB = "BB", "Brandenburg"
    HB = "HB", "Bremen"
    HH = "HH", "Hamburg"
    HE = "HE", "Hessen"
    MV = "MV", "Mecklenburg-Vorpommern"
    NI = "NI", "Niedersachsen"
    NW = "NW", "Nordrhein-Westfalen"
    RP = "RP", "Rheinland-Pfalz"
    SL = "SL", "Saarland"
    SN = "SN", "Sachsen"
    ST = "ST", "Sachsen-Anhalt"
    SH = "SH", "Schleswig-Holstein"
    TH = "TH", "Thüringen"


class Plattform(Choice):
    """Where the district's repository lives; decides what edit links look like."""

    gitlab = "gitlab", "GitLab"
    github = "github", "GitHub"
    forgejo = "forgejo", "Forgejo"
    gitea = "gitea", "Gitea"
    keine = "keine", "keine"


class Ablage(Part):
    """Wo die Datensätze liegen, damit „Ändern“ an die richtige Stelle führt."""

    plattform: Annotated[Plattform, angabe("Plattform")]
    """Wo das Projekt liegt; danach richten sich die Adressen von „Ändern“."""
    adresse: Annotated[Url | None, angabe("Adresse", beispiel="https://git.example.org/auental/handbuch")] = None
    """Adresse des Projekts."""
    zweig: Annotated[Zeile, angabe("Zweig", beispiel="main")] = "main"
    """Der Zweig, auf dem das Handbuch beruht."""
    ordner: Annotated[Zeile, angabe("Ordner", beispiel="records")] = "records"
    """Der Ordner mit den Datensätzen, vom Projekt aus gesehen."""
    formular: Annotated[JaNein, angabe("Formulare unter redaktion/")] = JaNein.nein
    """`ja`, wenn neben dem Handbuch die Formulare liegen, die `sozialraum redaktion` baut. „Ändern“ führt dann dorthin."""
    anwendung: Annotated[Zeile | None, angabe("Kennung der Anwendung", beispiel="9f1c2e77")] = None
    """Unter welcher Kennung (OAuth) sich die Formulare bei der Plattform anmelden; kein Geheimnis."""


class Pruefintervalle(Part):
    """Nach wie vielen Monaten Einträge wieder geprüft werden."""

    ressourcen: Annotated[Monate, angabe("Ressourcen")] = 12
    """Nach wie vielen Monaten Ressourcen wieder zu prüfen sind."""
    organisationen: Annotated[Monate, angabe("Organisationen")] = 12
    """Nach wie vielen Monaten Organisationen wieder zu prüfen sind."""
    schluesselpersonen: Annotated[Monate, angabe("Schlüsselpersonen")] = 12
    """Nach wie vielen Monaten Schlüsselpersonen wieder zu prüfen sind."""
    netzwerke: Annotated[Monate, angabe("Netzwerke")] = 12
    """Nach wie vielen Monaten Netzwerke wieder zu prüfen sind."""


class Beratungsregeln(Part):
    """Welche Kollegialen Beratungen das Handbuch festhält, und ab wann die Prüfung nachfragt."""

    einzelfall: Annotated[JaNein, angabe("Einzelfälle festhalten")] = JaNein.nein
    """`ja` nur, wenn es mit dem Datenschutz geklärt ist. Sonst bleiben sie im Fachverfahren."""
    pkb: Annotated[JaNein, angabe("Partizipative Beratungen festhalten")] = JaNein.nein
    """`ja` nur, wenn es mit dem Datenschutz geklärt ist. Sonst bleiben sie im Fachverfahren."""
    dauer_von: Annotated[Zahl, angabe("Dauer von (Minuten)", beispiel="35")] = 35
    """Kürzere Beratungen geben eine Warnung."""
    dauer_bis: Annotated[Zahl, angabe("Dauer bis (Minuten)", beispiel="45")] = 45
    """Längere Beratungen geben eine Warnung."""
    falleingabe_von: Annotated[Zahl, angabe("Falleingabe von (Zeichen)", beispiel="80")] = 80
    """Kürzere Falleingaben geben eine Warnung."""
    falleingabe_bis: Annotated[Zahl, angabe("Falleingabe bis (Zeichen)", beispiel="1500")] = 1500
    """Längere Falleingaben geben eine Warnung."""
    kleines_team: Annotated[JaNein, angabe("Kleines Team")] = JaNein.nein
    """`ja`, wenn oft nur eine Person mitberaten kann; dann ist das kein Fehler."""
    einwohner_mindestens: Annotated[Zahl, angabe("Ort nennen ab (Einwohnerzahl)", beispiel="5000")] = 5000
    """In kleineren Orten steht bei Beratungen zu einer Person `landkreisweit`."""
    rueckkopplung_wochen: Annotated[Zahl, angabe("Rückkopplung nach (Wochen)", beispiel="4")] = 4
    """So lange nach der Beratung soll die Person gewählt haben."""


class Strenge(Choice):
    """How much a word in a title weighs that puts a label on people."""

    warnung = "warnung", "Warnung"
    fehler = "fehler", "Fehler"


class Textpruefung(Part):
    """Was in Texten gesucht wird, über das hinaus, was überall gilt."""

    aktenzeichen: Annotated[tuple[Muster, ...], AfterValidator(few_patterns), angabe("Eigene Aktenzeichen")] = ()
    """Wie Aktenzeichen Ihres Hauses aussehen: `#` steht für eine Ziffer, `@` für einen Großbuchstaben."""
    wortwahl_in_titeln: Annotated[Strenge, angabe("Wortwahl in Titeln")] = Strenge.warnung
    """`fehler`, wenn Etiketten für Menschen in Titeln nicht durchgehen sollen."""


class Auswertungen(Part):
    """Ab wann eine Zahl gezeigt wird, und was als häufig gilt."""

    mindestzahl: Annotated[Zahl, angabe("Mindestzahl", beispiel="5")] = 5
    """Kleinere Zahlen von Beratungen erscheinen als „< 5“. Weniger als 3 gilt nie, auch wenn es hier steht."""
    sitzungen: Annotated[Zahl, angabe("Sitzungen", beispiel="3")] = 3
    """In wie vielen Teamsitzungen ein Thema an einem Ort vorkommt, bis eine Bedarfslage vorgeschlagen wird."""
    monate: Annotated[Monate, angabe("Monate", beispiel="6")] = 6
    """Wie weit dafür zurückgeschaut wird."""
    quartale: Annotated[Zahl, angabe("Quartale", beispiel="4")] = 4
    """Wie viele abgeschlossene Quartale ein Verlauf zeigt."""


class Traegerform(Choice):
    """Who runs the Jobcenter; the supervisory authority follows from it."""

    ge = "ge", "gemeinsame Einrichtung (gE)"
    zkt = "zkt", "zugelassener kommunaler Träger (zkT)"


class Datenschutzangaben(Part):
    """Was die Unterlagen für die oder den Datenschutzbeauftragten brauchen."""

    traegerform: Annotated[Traegerform | None, angabe("Trägerform")] = None
    """`ge` oder `zkt`; daraus folgt die Aufsichtsbehörde."""
    verantwortlich: Annotated[
        Zeile | None, angabe("Verantwortliche Stelle", beispiel="Landkreis Auental, Markt 1, 00123 Auenstadt")
    ] = None
    """Name und Anschrift der verantwortlichen Stelle."""
    beauftragte: Annotated[Zeile | None, angabe("Datenschutzbeauftragte", beispiel="datenschutz@example.org")] = None
    """Wie man die oder den Datenschutzbeauftragten erreicht: ein Postfach, kein Name."""


class Loeschfristen(Part):
    """Nach wie vielen Monaten Einträge zu löschen sind; ein Vorschlag, den das Löschkonzept bestätigt."""

    einzelfall_nach_abschluss: Annotated[Monate, angabe("Einzelfall und PKB nach dem Abschluss", beispiel="6")] = 6
    """Monate, nachdem eine Beratung über oder mit einer Person abgeschlossen ist."""
    einzelfall_laengstens: Annotated[Monate, angabe("Einzelfall und PKB längstens")] = 12
    """Monate nach der Beratung, ob abgeschlossen oder nicht."""
    vorhaben: Annotated[Monate, angabe("Vorhaben nach dem Ende", beispiel="60")] = 60
    """Monate; Beratungen zu einem Vorhaben gehen mit ihm."""
    protokolle: Annotated[Monate, angabe("Protokolle", beispiel="24")] = 24
    """Monate nach der Sitzung."""
    schluesselpersonen: Annotated[Monate, angabe("Schlüsselpersonen ohne Kontakt", beispiel="24")] = 24
    """Monate nach dem letzten Kontakt; endet die Einwilligung früher, gilt das."""
    ressourcen: Annotated[Monate, angabe("Beendete Ressourcen, Organisationen, Netzwerke", beispiel="24")] = 24
    """Monate, nachdem zuletzt geprüft wurde, dass es das Angebot nicht mehr gibt."""
    bedarfslagen: Annotated[Monate, angabe("Beendete Bedarfslagen", beispiel="60")] = 60
    """Monate nach der letzten Prüfung."""


class Karte(Part):
    """Was auf der Sozialraumkarte unter den Flächen liegt. Ohne Angabe: nichts, und keine Anfrage an andere Rechner."""

    kacheln: Annotated[Kachelnadresse | None, angabe("Kartenbilder")] = None
    """Adresse eines Kartendienstes im eigenen Netz mit {z}, {x} und {y}, ein Ordner neben dem Handbuch oder eine PMTiles-Datei."""
    nachweis: Annotated[Zeile | None, angabe("Kartennachweis", beispiel="© OpenStreetMap-Mitwirkende")] = None
    """Wessen Karte das ist, wie es die Lizenz verlangt."""
    zoom_bis: Annotated[Zoomstufe, angabe("Größte Zoomstufe")] = 18
    """Bis zu welcher Stufe es Kartenbilder gibt."""


class Handbuch(Part):
    """Die Einstellungen des Landkreises oder der Stadt."""

    name: Annotated[Titel, angabe("Name des Handbuchs", beispiel="Sozialraum-Handbuch Landkreis Auental")]
    """Steht oben auf jeder Seite."""
    gebiet: Annotated[Titel, angabe("Gebiet", beispiel="Landkreis Auental")]
    """Wofür das Handbuch gilt."""
    begruessung: Annotated[Zeile | None, angabe("Begrüßung", beispiel="Wer und was hier weiterhelfen kann.")] = None
    """Ein Satz auf der Startseite."""
    bundesland: Annotated[Bundesland, angabe("Bundesland")]
    """Zwei Buchstaben, für die Feiertage."""
    ausgabe: Annotated[Sichtbarkeit, angabe("Ausgabe")] = Sichtbarkeit.jobcenter
    """Für wen `sozialraum build` baut, wenn der Befehl nichts anderes nennt."""
    ansprechstelle: Annotated[Zeile | None, angabe("Ansprechstelle", beispiel="Koordination Sozialraum")] = None
    """Wer sich um das Handbuch kümmert: eine Funktion, kein Name."""
    telefon: Annotated[Telefon | None, angabe("Telefon")] = None
    """Nummer der Ansprechstelle."""
    email: Annotated[Email | None, angabe("E-Mail")] = None
    """Postfach der Ansprechstelle."""
    stichtag: Annotated[Datum | None, angabe("Stichtag")] = None
    """Nur für Beispiele und Schulungen: der Tag, der als „heute“ gilt."""
    pruefintervalle: Annotated[Pruefintervalle, angabe("Prüfintervalle")] = Pruefintervalle()
    """Monate je Eintragsart."""
    beratungen: Annotated[Beratungsregeln, angabe("Beratungen")] = Beratungsregeln()
    """Was für Kollegiale Beratungen gilt."""
    datenschutz: Annotated[Datenschutzangaben, angabe("Datenschutz")] = Datenschutzangaben()
    """Angaben für die Unterlagen zum Datenschutz."""
    loeschfristen: Annotated[Loeschfristen, angabe("Löschfristen")] = Loeschfristen()
    """Monate, nach denen Einträge zu löschen sind."""
    karte: Annotated[Karte, angabe("Karte")] = Karte()
    """Hintergrund der Sozialraumkarte."""
    kontaktspeicher: Annotated[Zeile | None, angabe("Kontaktspeicher", beispiel="../kontakte")] = None
    """Ordner außerhalb des Projekts mit Namen und Nummern der Schlüsselpersonen, eine Datei je Kennung."""
    auswertungen: Annotated[Auswertungen, angabe("Auswertungen")] = Auswertungen()
    """Mindestzahl und Zeiträume der Auswertungen."""
    ablage: Annotated[Ablage, angabe("Ablage")] = Ablage(plattform=Plattform.keine)
    """Wo die Datensätze liegen."""
    textpruefung: Annotated[Textpruefung, angabe("Textprüfung")] = Textpruefung()
    """Eigene Muster und Strenge der Textprüfung."""
