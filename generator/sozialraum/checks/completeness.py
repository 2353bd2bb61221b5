"""What a record needs so that it helps someone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.checks.finding import Checked, Finding, gap
from sozialraum.fields.hours_doubts import doubts
from sozialraum.load.validate import example
from sozialraum.model.describe import felder
from sozialraum.model.ressource import WAYS, Herkunft, Ressource

if TYPE_CHECKING:
    from collections.abc import Iterator


def kein_weg_dorthin(checked: Checked) -> Iterator[Finding]:
    """Aus dem Eintrag geht nicht hervor, wie man hinkommt.

    Eine Ressource braucht mindestens eines davon: `kontakt`, `schluesselpersonen` oder `zugang_tipp`.
    """
    for entry, record in checked.of_type(Ressource):
        if not record.ist_beendet and not any(getattr(record, name) for name in WAYS):
            remedy = "Eines angeben: zugang_tipp: Einfach dienstags dazusetzen. Oder kontakt mit Telefon oder E-Mail."
            yield Finding(entry.document.span(), "Aus dem Eintrag geht nicht hervor, wie man hinkommt.", remedy)


def traeger_fehlt(checked: Checked) -> Iterator[Finding]:
    """Bei einem Fachdienst fehlt der Träger.

    Wer ein professionelles Angebot weiterempfiehlt, möchte wissen, wer dahintersteht. Ist die Organisation noch nicht
    im Handbuch, wird sie mit `sozialraum new organisationen` angelegt.
    """
    for entry, record in checked.of_type(Ressource):
        if record.herkunft is Herkunft.professionell and not record.traeger and not record.ist_beendet:
            remedy = "traeger: mit der Kennung der Organisation ergänzen."
            yield Finding(entry.document.span(("herkunft",)), "Bei diesem Fachdienst fehlt der Träger.", remedy)


def einstieg_fehlt(checked: Checked) -> Iterator[Finding]:
    """Bei einer Ressource aus der Lebenswelt fehlt der Tipp für den Einstieg.

    Was nicht im Prospekt steht, weiß nur, wer den Ort kennt: Wann ist es ruhig, wen spricht man an, wo klingelt man?
    Genau das macht solche Ressourcen nutzbar.
    """
    for entry, record in checked.of_type(Ressource):
        if record.herkunft is Herkunft.lebensweltlich and not record.zugang_tipp and not record.ist_beendet:
            remedy = "Zum Beispiel: zugang_tipp: Einfach dienstags dazusetzen."
            yield Finding(entry.document.span(("herkunft",)), "Der Tipp für den Einstieg fehlt.", remedy)


def text_fehlt(checked: Checked) -> Iterator[Finding]:
    """Der freie Text unter dem Kopf fehlt.

    Zwei bis fünf einfache Sätze: Was passiert dort, wie fühlt es sich an, was ist das Gute daran?
    """
    for entry in checked.district.entries:
        if entry.record.typ.text == "pflicht" and not entry.document.body.strip():
            remedy = "Unter der zweiten Zeile --- zwei bis fünf einfache Sätze schreiben."
            yield Finding(entry.document.span(), "Der freie Text fehlt.", remedy)


def zeiten_zweifelhaft(checked: Checked) -> Iterator[Finding]:
    """Die Zeiten lassen sich auf zwei Arten lesen.

    In der Schreibweise von OpenStreetMap ersetzt eine spätere Angabe die frühere für denselben Tag. Kommt etwas
    hinzu, stehen beide Zeiten zusammen: `Mo 08:00-12:00, 14:00-18:00`. Von 9 bis 9 heißt rund um die Uhr, von 12 bis 9
    bis zum nächsten Morgen; oft ist der Abend gemeint.
    """
    for entry in checked.district.entries:
        hours = getattr(entry.record, "zeiten", None)
        for doubt in doubts(hours) if hours else ():
            yield Finding(entry.document.span(("zeiten",)), doubt.satz, doubt.rat)


def empfohlenes_fehlt(checked: Checked) -> Iterator[Finding]:
    """Eine empfohlene Angabe fehlt noch.

    Der Eintrag ist auch ohne sie gültig, hilft mit ihr aber besser.
    """
    for entry in checked.district.entries:
        if entry.record.ist_beendet:
            continue
        for each in felder(type(entry.record)):
            if each.angabe.empfohlen and not getattr(entry.record, each.name):
                message = f"„{each.angabe.label}“ ({each.name}) ist noch leer."
                yield Finding(gap(entry, each.name), message, f"{each.hilfe} Zum Beispiel: {example(each)}")
