"""Records age: what to look at again, whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.checks.finding import Checked, Finding
from sozialraum.fields.dates import add_months, months_between
from sozialraum.model.schluesselperson import Schluesselperson

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sozialraum.load.entries import Entry
    from sozialraum.model.handbuch import Handbuch


def pruefung_faellig(checked: Checked) -> Iterator[Finding]:
    """Der Eintrag ist schon länger nicht mehr geprüft worden.

    Ein Anruf oder ein Besuch genügt. Stimmt noch alles, wird nur `geprueft_am` erneuert. Diese Warnung entsteht
    allein dadurch, dass Zeit vergeht; sie hält keine Änderung auf.
    """
    for entry in checked.district.entries:
        months = review_months(entry, checked.district.settings)
        if not months or entry.record.ist_beendet:
            continue
        last = entry.record.geprueft_am or entry.record.angelegt_am
        if add_months(last, months) < checked.today:
            name = "geprueft_am" if entry.record.geprueft_am else "angelegt_am"
            message = f"Zuletzt geprüft vor {months_between(last, checked.today)} Monaten, vorgesehen sind {months}."
            remedy = f"Nachfragen, ob alles stimmt, dann eintragen: geprueft_am: {checked.today}."
            yield Finding(entry.document.span((name,)), message, remedy)


def kontaktpflege_faellig(checked: Checked) -> Iterator[Finding]:
    """Mit einer Schlüsselperson hatte das Team lange keinen Kontakt.

    Beziehungen zum Sozialraum wollen gepflegt sein, auch wenn gerade nichts ansteht.
    """
    for entry, person in checked.of_type(Schluesselperson):
        last = person.letzter_kontakt
        if last and not person.ist_beendet and add_months(last, person.kontaktpflege_monate) < checked.today:
            months = months_between(last, checked.today)
            message = f"Letzter Kontakt vor {months} Monaten, vorgesehen sind {person.kontaktpflege_monate}."
            remedy = f"Sich melden, dann eintragen: letzter_kontakt: {checked.today}."
            yield Finding(entry.document.span(("letzter_kontakt",)), message, remedy)


def datum_passt_nicht(checked: Checked) -> Iterator[Finding]:
    """Ein Datum liegt in der Zukunft oder vor dem Tag, an dem der Eintrag angelegt wurde.

    `angelegt_am` und `geprueft_am` halten fest, was schon geschehen ist.
    """
    for entry in checked.district.entries:
        created, verified = entry.record.angelegt_am, entry.record.geprueft_am
        for name, day in (("angelegt_am", created), ("geprueft_am", verified)):
            if day and day > checked.today:
                yield Finding(
                    entry.document.span((name,)),
                    f"Der {german(day)} liegt in der Zukunft.",
                    "Jahr, Monat und Tag prüfen.",
                )
        if verified and verified < created:
            message = f"Geprüft am {german(verified)}, aber erst am {german(created)} angelegt."
            yield Finding(entry.document.span(("geprueft_am",)), message, "Eines der beiden Daten berichtigen.")


def review_months(entry: Entry, settings: Handbuch) -> int:
    """Return after how many months a record is to be verified, 0 for never."""
    usual: int = getattr(settings.pruefintervalle, entry.ordner, 0)
    return entry.record.pruefintervall_monate or usual


def german(day: date) -> str:
    """Return a day as Germans write it."""
    return f"{day.day}.{day.month}.{day.year}"
