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

    Ein Anruf oder ein Besuch genügt. Stimmt noch alles, erneuert `sozialraum geprueft` die Prüfung; von Hand genügt
    der Tag bei `geprueft_am`. Diese Warnung entsteht allein dadurch, dass Zeit vergeht; sie hält keine Änderung auf.
    """
    for entry in checked.district.entries:
        months = review_months(entry, checked.district.settings)
        if not months or entry.record.ist_beendet or entry.verfallen:
            continue
        last = entry.geprueft_am or entry.record.angelegt_am
        if add_months(last, months) < checked.today:
            age = months_between(last, checked.today)
            said = f"Zuletzt geprüft vor {_months(age)}" if entry.geprueft_am else f"Seit {_months(age)} nicht geprüft"
            remedy = (
                f"Nachfragen, ob alles stimmt. Dann `sozialraum geprueft {entry.id}` oder geprueft_am: {checked.today}."
            )
            yield Finding(entry.document.span(day_place(entry)), f"{said}, {_planned(months)}.", remedy)


def nachweis_verfallen(checked: Checked) -> Iterator[Finding]:
    """Eine Angabe ist anders als bei der letzten Prüfung.

    Unter `geprueft` hält der Nachweis fest, welche Adresse, welcher Kontakt, welche Zeiten, welcher Zugang und welche
    Kosten geprüft wurden. Ist eine davon geändert, gilt die Prüfung nicht mehr: Der Eintrag steht wieder unter „Zu
    prüfen“. Ein verbesserter Tippfehler im Text ändert daran nichts. Wurde bei der Änderung nachgefragt, erneuert
    `sozialraum geprueft` den Nachweis.
    """
    for entry in checked.district.entries:
        if entry.verfallen and entry.record.geprueft and not entry.record.ist_beendet:
            day = german(entry.record.geprueft.am)
            message = f"Geprüft am {day}; Adresse, Kontakt, Zeiten, Zugang oder Kosten sind seither anders."
            remedy = f"Nachfragen, ob die neuen Angaben stimmen, dann: sozialraum geprueft {entry.id}"
            yield Finding(entry.document.span(("geprueft",)), message, remedy)


def zweimal_geprueft(checked: Checked) -> Iterator[Finding]:
    """Der Tag der Prüfung steht zweimal im Eintrag.

    Es gilt der spätere Tag. Eine der beiden Angaben genügt: `geprueft_am` mit dem Tag allein oder `geprueft` mit Team,
    Weg und Nachweis.
    """
    for entry in checked.district.entries:
        record = entry.record
        if record.geprueft and record.geprueft_am:
            older = "geprueft_am" if record.letzte_pruefung is record.geprueft else "geprueft"
            message = "Der Tag der Prüfung steht unter geprueft_am und unter geprueft; es gilt der spätere."
            yield Finding(entry.document.span((older,)), message, f"Die Angabe {older} löschen.")


def kontaktpflege_faellig(checked: Checked) -> Iterator[Finding]:
    """Mit einer Schlüsselperson hatte das Team lange keinen Kontakt.

    Beziehungen zum Sozialraum wollen gepflegt sein, auch wenn gerade nichts ansteht.
    """
    for entry, person in checked.of_type(Schluesselperson):
        last = person.letzter_kontakt
        if last and not person.ist_beendet and add_months(last, person.kontaktpflege_monate) < checked.today:
            months = months_between(last, checked.today)
            message = f"Letzter Kontakt vor {_months(months)}, {_planned(person.kontaktpflege_monate)}."
            remedy = f"Sich melden, dann eintragen: letzter_kontakt: {checked.today}."
            yield Finding(entry.document.span(("letzter_kontakt",)), message, remedy)


def datum_passt_nicht(checked: Checked) -> Iterator[Finding]:
    """Ein Datum liegt in der Zukunft oder vor dem Tag, an dem der Eintrag angelegt wurde.

    `angelegt_am`, `geprueft_am` und `geprueft` halten fest, was schon geschehen ist.
    """
    for entry in checked.district.entries:
        record, created = entry.record, entry.record.angelegt_am
        verified = {("geprueft_am",): record.geprueft_am, ("geprueft", "am"): record.geprueft and record.geprueft.am}
        for keys, day in {("angelegt_am",): created, **verified}.items():
            if day and day > checked.today:
                message = f"Der {german(day)} liegt in der Zukunft."
                yield Finding(entry.document.span(keys), message, "Jahr, Monat und Tag prüfen.")
        for keys, day in verified.items():
            if day and day < created:
                message = f"Geprüft am {german(day)}, aber erst am {german(created)} angelegt."
                yield Finding(entry.document.span(keys), message, "Eines der beiden Daten berichtigen.")


def review_months(entry: Entry, settings: Handbuch) -> int:
    """Return after how many months a record is to be verified, 0 for never."""
    usual: int = getattr(settings.pruefintervalle, entry.ordner, 0)
    return entry.record.pruefintervall_monate or usual


def day_place(entry: Entry) -> tuple[str, ...]:
    """Return the keys under which the day of the last verification stands, or that of the beginning."""
    last = entry.record.letzte_pruefung
    if last is None:
        return ("angelegt_am",)
    return ("geprueft", "am") if last is entry.record.geprueft else ("geprueft_am",)


def _months(count: int) -> str:
    """Return a number of months as it stands behind „vor“ or „seit“."""
    return "einem Monat" if count == 1 else f"{count} Monaten"


def _planned(months: int) -> str:
    return "vorgesehen ist einer" if months == 1 else f"vorgesehen sind {months}"


def german(day: date) -> str:
    """Return a day as Germans write it."""
    return f"{day.day}.{day.month}.{day.year}"
