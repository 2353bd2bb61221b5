"""The rules about personal data: which kinds weigh how much where (domain.md 4.6)."""

from __future__ import annotations

from sozialraum.diagnostics import Rule, Severity
from sozialraum.privacy import birthdays, contact_data, file_numbers, health, identifiers, people, plates

PERSONENKENNUNG = Rule(
    "personenkennung",
    Severity.FEHLER,
    "Hier steht eine Nummer oder ein Datum, das zu einer bestimmten Person gehört.\n\nBG-Nummer, Kundennummer, "
    "Versicherungsnummer, Steuer-ID, IBAN, Ausweisnummer, Aktenzeichen und Geburtsdatum gehören ins Fachverfahren, "
    "nie ins Handbuch. Stand die Angabe schon in einer früheren Fassung, bleibt sie dort: bitte sofort der Stelle "
    "melden, die das Handbuch betreut.",
    regel="KB-50, TP-05",
)
KUNDENNUMMER = Rule(
    "kundennummer_moeglich",
    Severity.WARNUNG,
    "Diese Zeichen sehen aus wie eine Kundennummer der Bundesagentur.\n\nDrei Ziffern, ein Buchstabe, sechs Ziffern: So "
    "sehen auch Bestellnummern aus. Ist es wirklich eine Kundennummer, gehört sie nicht hierher.",
    regel="KB-50",
)
KONTAKTDATEN = Rule(
    "kontaktdaten",
    Severity.FEHLER,
    "Hier stehen Telefonnummer, Mailadresse oder Anschrift, wo es um Menschen geht.\n\nIn Beratungen, Protokollen, "
    "Bedarfslagen und bei Schlüsselpersonen stehen keine Kontaktdaten. Wie man eine Stelle erreicht, steht beim Eintrag "
    "der Ressource oder Organisation; dorthin führt ein `[[Verweis]]`.",
    regel="KB-50, TP-05",
)
PERSOENLICHES_POSTFACH = Rule(
    "persoenliches_postfach",
    Severity.WARNUNG,
    "Diese Mailadresse gehört vermutlich einer Person, nicht einer Stelle.\n\nBesser ist ein Postfach, das bleibt, wenn "
    "jemand geht: `info@`, `kontakt@`, `stadtteilbuero@`.",
)
PERSONENNAME = Rule(
    "personenname",
    Severity.FEHLER,
    "Hier steht der Name eines Menschen.\n\nIn Beratungen, Protokollen und Bedarfslagen kommen keine Namen vor: „eine "
    "Person“, „die Nachbarin“, „die Fachkraft“ genügt. Schlüsselpersonen erscheinen mit Namen nur, wenn sie eingewilligt "
    "haben (`anzeige: name`).",
    regel="KB-51, TP-05",
)
NAME_ABGEKUERZT = Rule(
    "name_abgekuerzt",
    Severity.WARNUNG,
    "Ein abgekürzter Name ist oft noch ein Name.\n\nIn einem Dorf weiß man, wer „Frau M.“ ist. „Eine Person“ sagt hier "
    "genug; Anfangsbuchstaben dürfen auch nicht ins Zufallskürzel.",
    regel="KB-51",
)
DIAGNOSE = Rule(
    "diagnose",
    Severity.FEHLER,
    "Hier steht ein Diagnoseschlüssel.\n\nDiagnosen sind besonders geschützt (Art. 9 DSGVO) und gehören nicht ins "
    "Handbuch. Was am Ort oder im Alltag hilft, lässt sich ohne sie sagen.",
    regel="KB-52, TP-05",
)
GESUNDHEIT = Rule(
    "gesundheitsangabe",
    Severity.WARNUNG,
    "Das klingt nach einer Angabe über die Gesundheit eines Menschen.\n\nIn Beratungen zu einer Person steht nichts "
    "über Krankheit, Sucht, Behinderung oder Schwangerschaft. Namen von Angeboten („Suchtberatung“) sind kein Problem.",
    regel="KB-52",
)
MERKMAL = Rule(
    "merkmal_einer_person",
    Severity.WARNUNG,
    "An diesem Merkmal könnte man einen Menschen wiedererkennen.\n\nAlter, Herkunft, Religion, Zahl der Kinder, "
    "Arbeitgeber, Schule: Jedes für sich scheint harmlos, zusammen zeigen sie auf eine Person. Weglassen oder "
    "verallgemeinern, wenn es für die Frage nicht gebraucht wird.",
    regel="KB-53",
)
WIEDERERKENNBAR = Rule(
    "wiedererkennbar",
    Severity.FEHLER,
    "Mehrere Merkmale zusammen machen einen Menschen wiedererkennbar.\n\nAb drei verschiedenen Merkmalen (Alter, Herkunft, "
    "Religion, Kinder, Arbeitgeber, Schule, Wohnort) kann jemand aus dem Ort erraten, um wen es geht. So viele "
    "weglassen, dass höchstens zwei bleiben, besser keines.",
    regel="KB-53",
)
BILD_MIT_ORT = Rule(
    "bild_mit_ort",
    Severity.FEHLER,
    "In der Bilddatei ist gespeichert, wo das Foto entstanden ist.\n\nTelefone schreiben den genauen Ort in jedes Bild. "
    "Vor dem Hochladen die Angaben entfernen: in Windows über „Eigenschaften, Details“, sonst beim Exportieren.",
)
BILD_MIT_ANGABEN = Rule(
    "bild_mit_angaben",
    Severity.WARNUNG,
    "In der Bilddatei steht mehr, als man sieht.\n\nName, Gerät, Zeitpunkt oder Kommentar stehen unsichtbar in der Datei. "
    "Vor dem Hochladen die Angaben entfernen.",
)
AUSNAHME_ABGELAUFEN = Rule(
    "ausnahme_abgelaufen",
    Severity.FEHLER,
    "Eine Ausnahme ist abgelaufen.\n\nJemand hat diese Stelle geprüft, aber nur bis zu diesem Tag. Neu prüfen: Stelle "
    "ändern und Ausnahme löschen, oder `gueltig_bis` verlängern.",
)
AUSNAHME_UNGENUTZT = Rule(
    "ausnahme_ungenutzt",
    Severity.HINWEIS,
    "Eine Ausnahme wird nicht mehr gebraucht.\n\nDie erlaubten Zeichen kommen nirgends mehr vor. Die Ausnahme löschen, "
    "damit die Liste kurz bleibt.",
)

RULES = (
    PERSONENKENNUNG,
    KUNDENNUMMER,
    KONTAKTDATEN,
    PERSOENLICHES_POSTFACH,
    PERSONENNAME,
    NAME_ABGEKUERZT,
    DIAGNOSE,
    GESUNDHEIT,
    MERKMAL,
    WIEDERERKENNBAR,
    BILD_MIT_ORT,
    BILD_MIT_ANGABEN,
    AUSNAHME_ABGELAUFEN,
    AUSNAHME_UNGENUTZT,
)

REMEDIES = {
    PERSONENKENNUNG.code: "Die Angabe löschen; sie gehört ins Fachverfahren.",
    KUNDENNUMMER.code: "Wenn es eine Kundennummer ist: löschen.",
    KONTAKTDATEN.code: "Löschen und auf den Eintrag der Stelle verweisen: [[kennung]].",
    PERSOENLICHES_POSTFACH.code: "Ein Postfach der Stelle angeben: info@example.org.",
    PERSONENNAME.code: "Statt des Namens die Rolle nennen: „eine Person“, „die Nachbarin“.",
    NAME_ABGEKUERZT.code: "Statt der Abkürzung „eine Person“ schreiben.",
    DIAGNOSE.code: "Die Diagnose löschen und sagen, was hilft.",
    GESUNDHEIT.code: "Weglassen oder sagen, was im Alltag hilft.",
    MERKMAL.code: "Weglassen oder verallgemeinern.",
    WIEDERERKENNBAR.code: "So viele Merkmale weglassen, dass höchstens zwei bleiben.",
}

_ANYWHERE = {
    contact_data.EMAIL: PERSOENLICHES_POSTFACH,
    identifiers.KUNDENNUMMER: KUNDENNUMMER,
    file_numbers.AKTENZEICHEN: PERSONENKENNUNG,
}
_PROJECT = {
    identifiers.KUNDENNUMMER: PERSONENKENNUNG,
    file_numbers.AKTENZEICHEN: PERSONENKENNUNG,
    plates.KENNZEICHEN: PERSONENKENNUNG,
    contact_data.TELEFON: KONTAKTDATEN,
    contact_data.EMAIL: KONTAKTDATEN,
}
_PLACE = _PROJECT | {
    contact_data.ANSCHRIFT: KONTAKTDATEN,
    people.NAME: PERSONENNAME,
    people.INITIALE: NAME_ABGEKUERZT,
}
_KEY_PERSON = {**_PROJECT, contact_data.ANSCHRIFT: KONTAKTDATEN}
_MEETING = _PLACE | {health.DIAGNOSE: DIAGNOSE}
_CASE = _MEETING | {health.GESUNDHEIT: GESUNDHEIT}
_MESSAGE = {**_PROJECT, people.NAME: PERSONENNAME, health.DIAGNOSE: DIAGNOSE}

BESIDE = "neben den Datensätzen"
"""Pages written by hand and what belongs to imports: there only what is a person's number for certain."""
_BESIDE = {file_numbers.AKTENZEICHEN: PERSONENKENNUNG}

POLICIES = {
    "": _ANYWHERE,
    BESIDE: _BESIDE,
    "vorhaben": _PROJECT,
    "beratungen": _PROJECT | {contact_data.ANSCHRIFT: KONTAKTDATEN},
    "bedarfslagen": _PLACE,
    "schluesselpersonen": _KEY_PERSON,
    "schluesselpersonen nur_funktion": _KEY_PERSON | {people.NAME: PERSONENNAME},
    "protokolle": _MEETING,
    "beratungen einzelfall": _CASE,
    "nachricht": _MESSAGE,
}
"""Kind of text → what counts there as what. What every text may not hold is in `NOWHERE`."""

NOWHERE = frozenset(
    {*(kind.art for kind in identifiers.IDENTIFIERS), identifiers.AUSWEIS, birthdays.GEBURTSDATUM}
    - {identifiers.KUNDENNUMMER}
)

CODES = frozenset(rule.code for rule in RULES)
NUMBERS = frozenset({identifiers.KUNDENNUMMER, file_numbers.AKTENZEICHEN})
"""Numbers of a person that other things may look like."""
SINGLE_CASE = "beratungen einzelfall"
STRICTEST = {
    "vorhaben": "vorhaben",
    "bedarfslagen": "bedarfslagen",
    "protokolle": "protokolle",
    "beratungen": SINGLE_CASE,
    "schluesselpersonen": "schluesselpersonen nur_funktion",
}
"""Folder → kind of text where nothing more is known about a record."""
WITHOUT_NAMES = frozenset(kind for kind, policy in POLICIES.items() if people.NAME in policy)
