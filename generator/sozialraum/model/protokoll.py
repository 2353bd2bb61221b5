"""Protokoll: the part of a team meeting that is about the place.

The nine questions are those of Bestmann & Brandl (2020, S. 193-201), quoted in
the source article.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from sozialraum.fields.choice import Choice, JaNein, Sichtbarkeit
from sozialraum.fields.dates import Datum
from sozialraum.fields.kind import Teil, angabe
from sozialraum.fields.link import verweis, wort
from sozialraum.fields.text import Titel, Zahl, Zeile
from sozialraum.model.contact import Vereinbarung
from sozialraum.model.part import Part
from sozialraum.model.record import Record, Typ


class Protokollstatus(Choice):
    """Open minutes still take notes."""

    offen = "offen", "offen"
    abgeschlossen = "abgeschlossen", "abgeschlossen"


class Ausgangslage(Choice):
    """The two starting situations of a team meeting."""

    a = "a", "ohne konkretes Vorhaben"
    b = "b", "mit konkretem Vorhaben"


class Position(Choice):
    """When in the meeting the item came."""

    beginn = "beginn", "am Beginn"
    mitte = "mitte", "in der Mitte"
    ende = "ende", "am Ende"


class Wahrnehmung(Part):
    """Eine Beobachtung aus dem Sozialraum. Aus ihr muss nichts folgen."""

    text: Annotated[Zeile, angabe("Wahrnehmung", suche=1, beispiel="Am Markt steht eine neue Bank.")]
    """Ein, zwei Sätze über den Ort, nicht über einzelne Menschen."""
    themen: Annotated[tuple[Annotated[str, wort("themen")], ...], angabe("Themen", einzahl="Thema")] = ()
    """Worum es geht."""
    sozialraum: Annotated[
        str | None, verweis("sozialraeume", rueck="In Teamsitzungen zur Sprache gekommen"), angabe("Ort")
    ] = None
    """Wo es auffiel."""
    links: Annotated[
        tuple[Annotated[str, verweis(rueck="In Teamsitzungen erwähnt")], ...], angabe("Dazu im Handbuch")
    ] = ()
    """Einträge, um die es geht."""


class Vernetzungsrunden(Part):
    """Neuigkeiten aus Runden innerhalb und außerhalb des Hauses."""

    intern: Annotated[tuple[Wahrnehmung, ...], angabe("Intern")] = ()
    """Aus Runden unter Ämtern."""
    extern: Annotated[tuple[Wahrnehmung, ...], angabe("Extern")] = ()
    """Aus Runden mit dem Sozialraum."""


class Tagesordnungspunkt(Part):
    """Der regelmäßige Tagesordnungspunkt zum Sozialraum mit seinen neun Fragen."""

    position: Annotated[Position, angabe("Wann in der Sitzung")] = Position.beginn
    """Die Methode legt den Punkt an den Beginn."""
    dauer_minuten: Annotated[Zahl | None, angabe("Dauer (Minuten)", beispiel="20")] = None
    """Wie lange darüber gesprochen wurde."""
    entfallen: Annotated[
        Zeile | None, angabe("Entfallen, weil", beispiel="Die Sitzung war wegen Sturm nur halb besetzt.")
    ] = None
    """Wenn der Punkt ausgefallen ist: warum."""
    aufgefallen_neuigkeiten: Annotated[
        tuple[Wahrnehmung, ...],
        angabe("Was ist mir aktuell aufgefallen, was gibt es an Neuigkeiten aus dem Stadtteil bzw. der Gemeinde?"),
    ] = ()
    """Frage 1."""
    gefaellt: Annotated[
        tuple[Wahrnehmung, ...], angabe("Was gefällt mir aktuell am/im Stadtteil bzw. der Gemeinde?")
    ] = ()
    """Frage 2."""
    aergert: Annotated[
        tuple[Wahrnehmung, ...], angabe("Was ärgert mich aktuell am/im Stadtteil bzw. der Gemeinde?")
    ] = ()
    """Frage 3."""
    schluesselpersonen: Annotated[tuple[Wahrnehmung, ...], angabe("Neuigkeiten zu Schlüsselpersonen?")] = ()
    """Frage 4."""
    ressourcen: Annotated[tuple[Wahrnehmung, ...], angabe("Informationen über Sozialraumressourcen?")] = ()
    """Frage 5."""
    vernetzungsrunden: Annotated[
        Vernetzungsrunden | None, angabe("Informationen aus Vernetzungsrunden? (intern, extern)")
    ] = None
    """Frage 6."""
    vorhaben_laufend: Annotated[
        tuple[Wahrnehmung, ...],
        angabe("Berichte und Anfragen aus laufenden sozialräumlichen Vorhaben bzw. Projekten?"),
    ] = ()
    """Frage 7."""
    vorhaben_ideen: Annotated[
        tuple[Wahrnehmung, ...],
        angabe("Ideen zu sozialräumlichen Projekten bzw. sozialräumlichen Vorhaben?"),
    ] = ()
    """Frage 8."""
    weiteres: Annotated[tuple[Wahrnehmung, ...], angabe("Weiteres zum Thema?")] = ()
    """Frage 9."""
    nichts_neues: Annotated[JaNein | None, angabe("Zu den übrigen Fragen gab es nichts Neues")] = None
    """`ja`, wenn leere Fragen bewusst leer sind."""


class Protokoll(Record):
    """Der Sozialraum-Teil einer Teamsitzung: was aufgefallen ist, was gefällt, was ärgert, was entsteht."""

    typ: ClassVar[Typ] = Typ("protokolle", "Protokoll", "Protokolle", Sichtbarkeit.team, frozenset(), text="")

    titel: Annotated[Titel, angabe("Titel", Teil.KOPF, suche=4, beispiel="Teamsitzung Stadt am 30. Juni 2026")]
    """Welche Sitzung es war: Team und Tag."""
    status: Annotated[Protokollstatus, angabe("Status", Teil.KOPF)] = Protokollstatus.abgeschlossen
    """Offen, solange noch Wahrnehmungen dazukommen."""
    team: Annotated[str, verweis("teams", rueck="Protokolle des Teams"), angabe("Team", Teil.AUF_EINEN_BLICK)]
    """Das Team, das getagt hat."""
    datum: Annotated[Datum, angabe("Datum", Teil.AUF_EINEN_BLICK)]
    """Tag der Sitzung."""
    moderation: Annotated[Zeile | None, angabe("Moderation", Teil.INTERN, nur_fuer="team", beispiel="K1")] = None
    """Dienstkürzel oder Funktion; nötig, sobald das Protokoll abgeschlossen ist."""
    protokoll: Annotated[Zeile | None, angabe("Protokoll", Teil.INTERN, nur_fuer="team", beispiel="K2")] = None
    """Dienstkürzel oder Funktion; nötig, sobald das Protokoll abgeschlossen ist."""
    anwesend_anzahl: Annotated[Zahl | None, angabe("Anwesend", Teil.AUF_EINEN_BLICK, beispiel="7")] = None
    """Wie viele da waren; eine Zahl, keine Namen."""
    ausgangslage: Annotated[tuple[Ausgangslage, ...], angabe("Ausgangslage", Teil.AUF_EINEN_BLICK)]
    """a: ohne konkretes Vorhaben, b: mit; beides zugleich ist möglich."""
    top_einzelfallunspezifisch: Annotated[Tagesordnungspunkt, angabe("Die neun Fragen zum Sozialraum", Teil.METHODE)]
    """Der regelmäßige Tagesordnungspunkt."""
    beratungen: Annotated[
        tuple[Annotated[str, verweis("beratungen", rueck="In dieser Sitzung beraten")], ...],
        angabe("Beratungen", Teil.METHODE, einzahl="Beratung"),
    ] = ()
    """Kollegiale Beratungen in dieser Sitzung."""
    vereinbarungen: Annotated[
        tuple[Vereinbarung, ...], angabe("Vereinbarungen", Teil.METHODE, einzahl="Vereinbarung")
    ] = ()
    """Was vereinbart wurde: was, wer, bis wann."""
    loeschen_ab: Annotated[Datum | None, angabe("Zu löschen ab", Teil.PFLEGE, beispiel="2028-05-12")] = None
    """Ab wann das Protokoll gelöscht wird."""
