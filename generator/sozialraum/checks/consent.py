"""Key persons appear by name only with their consent (Art. 7 DSGVO; domain.md 2.4, 4.5)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sozialraum.checks.finding import Checked, Finding
from sozialraum.checks.upkeep import german
from sozialraum.model.schluesselperson import (
    NEEDED_FOR_A_NAME,
    Anzeige,
    Einwilligung,
    Einwilligungsstatus,
    Schluesselperson,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

REMINDER = timedelta(days=60)
"""How long before its end a consent is to be renewed (domain.md 4.5)."""
_SOON = {0: "heute", 1: "morgen"}


def einwilligung_fehlt(checked: Checked) -> Iterator[Finding]:
    """Eine Schlüsselperson soll mit Namen erscheinen, hat aber nicht eingewilligt.

    Ohne dokumentierte Einwilligung steht im Handbuch nur die Funktion (`anzeige: nur_funktion`).
    """
    for entry, person in checked.of_type(Schluesselperson):
        if person.anzeige is not Anzeige.mit_namen:
            continue
        consent = person.einwilligung
        if consent is not None and _is_withdrawn(consent):
            continue
        given = consent is not None and consent.status is Einwilligungsstatus.erteilt and consent.am is not None
        if consent is None or not given:
            remedy = (
                "anzeige: nur_funktion eintragen oder die Einwilligung mit Datum, Form, Umfang und Kreisen ergänzen."
            )
            yield Finding(
                entry.document.span(("anzeige",)), "Für die Anzeige mit Namen fehlt die Einwilligung.", remedy
            )
        elif not {*consent.umfang} >= NEEDED_FOR_A_NAME or not consent.kreise or consent.gueltig_bis is None:
            message = "Bei der Einwilligung fehlen Umfang (name und funktion), Kreise oder das Enddatum."
            yield Finding(
                entry.document.key_span(("einwilligung",)), message, "umfang, kreise und gueltig_bis ergänzen."
            )


def einwilligung_widerrufen(checked: Checked) -> Iterator[Finding]:
    """Eine Einwilligung ist widerrufen, der Eintrag mit dem Namen ist aber noch da.

    Im gebauten Handbuch erscheint die Person schon nicht mehr. Nun wird die Datei gelöscht oder auf die Funktion
    zurückgenommen: Titel, Text und Kontakt dürfen dann niemanden mehr erkennen lassen. Wie der Name aus älteren
    Fassungen in git verschwindet, regelt das Löschkonzept.
    """
    for entry, person in checked.of_type(Schluesselperson):
        consent = person.einwilligung
        if person.anzeige is Anzeige.mit_namen and consent and _is_withdrawn(consent):
            keys = ("einwilligung", "widerrufen_am" if consent.widerrufen_am else "status")
            remedy = "Die Datei löschen. Oder anzeige: nur_funktion eintragen und den Namen überall herausnehmen."
            yield Finding(entry.document.span(keys), "Die Person hat ihre Einwilligung widerrufen.", remedy)


def einwilligung_abgelaufen(checked: Checked) -> Iterator[Finding]:
    """Eine Einwilligung ist abgelaufen.

    Die Person erscheint seit diesem Tag nicht mehr im gebauten Handbuch. Neu fragen oder den Eintrag auf die Funktion
    zurücknehmen.
    """
    for entry, person in checked.of_type(Schluesselperson):
        until = person.einwilligung.gueltig_bis if person.einwilligung else None
        if person.anzeige is Anzeige.mit_namen and until and until < checked.today:
            message = f"Die Einwilligung galt bis {german(until)}; die Person erscheint nicht mehr."
            yield Finding(
                entry.document.span(("einwilligung", "gueltig_bis")), message, "Neu fragen oder anzeige: nur_funktion."
            )


def einwilligung_laeuft_ab(checked: Checked) -> Iterator[Finding]:
    """Eine Einwilligung läuft in den nächsten 60 Tagen ab.

    Rechtzeitig neu fragen; danach erscheint die Person nicht mehr im Handbuch.
    """
    for entry, person in checked.of_type(Schluesselperson):
        until = person.einwilligung.gueltig_bis if person.einwilligung else None
        if person.anzeige is Anzeige.mit_namen and until and checked.today <= until <= checked.today + REMINDER:
            days = (until - checked.today).days
            when = _SOON.get(days, f"in {days} Tagen")
            message = f"Die Einwilligung läuft {when} ab (am {german(until)})."
            yield Finding(entry.document.span(("einwilligung", "gueltig_bis")), message, "Die Person neu fragen.")


def _is_withdrawn(consent: Einwilligung) -> bool:
    return consent.widerrufen_am is not None or consent.status is Einwilligungsstatus.widerrufen
