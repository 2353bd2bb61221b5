"""The person a consultation is about: the will, the choice, the consent (KB-38 to KB-40, KB-45 to KB-48)."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from sozialraum.checks.consultation import NOCH_OFFEN, THE_PERSON, WITH_PERSON, free_signs, held, kept
from sozialraum.checks.finding import Checked, Finding, gap
from sozialraum.checks.upkeep import german
from sozialraum.model.beratung import HELD, Beratung, Beratungsstatus, Variante

if TYPE_CHECKING:
    from collections.abc import Iterator

_OWN_WORDS = re.compile(r"\b(?:ich|wir|mir|mich|uns|mein\w*|unser\w*)\b|[„“”»«\"]", re.IGNORECASE)
_DUTY = re.compile(
    r"\b(?:Person|Adressat\w*|Leistungsberechtigt\w*|Frau|Herr|sie|er)\b[^.;]*?\b(?:muss|hat\s+\w*\s*zu|soll|sollte|ist\s+verpflichtet)\b",
    re.IGNORECASE,
)
_CLARIFYING = re.compile(
    r"frag|klär|hör|erkund|gespräch|sprich|herausf|findet\b.*\bheraus|wille|wichtig", re.IGNORECASE
)
_THEMSELVES = re.compile(r"person|adressat|selbst", re.IGNORECASE)
_FORTNIGHT = timedelta(days=14)


def wille_fehlt(checked: Checked) -> Iterator[Finding]:
    """Der Wille der Person fehlt.

    Was die Person selbst will, steht am Anfang, in ihren Worten. Ist es noch nicht klar, heißt es `wille: noch_offen`.
    """
    for entry, beratung in held(checked, *WITH_PERSON):
        if not beratung.wille:
            remedy = 'In den Worten der Person, zum Beispiel: wille: "„Ich will wieder mit Holz arbeiten.“" (oder noch_offen)'
            yield Finding(gap(entry, "wille"), "Der Wille der Person fehlt.", remedy)


def wille_noch_offen(checked: Checked) -> Iterator[Finding]:
    """Der Wille ist noch offen, und kein Schritt hilft, ihn herauszufinden.

    Ist der Wille noch nicht klar, ist die nächste Frage wichtiger als der nächste Vorschlag: Mindestens ein Schritt
    führt zurück ins Gespräch mit der Person.
    """
    for entry, beratung in held(checked, *WITH_PERSON):
        steps = beratung.naechste_schritte
        if beratung.wille == NOCH_OFFEN and steps and not any(_CLARIFYING.search(step.was) for step in steps):
            sign, until = free_signs(checked, beratung)[0], beratung.datum + _FORTNIGHT
            shown = f"{{was: Fragt nach, was der Person wichtig ist, wer: {sign}, bis: {until}}}"
            message = "Der Wille ist noch offen, und kein Schritt fragt danach."
            yield Finding(gap(entry, "naechste_schritte"), message, f"Unter naechste_schritte ergänzen: - {shown}")


def wille_fremde_worte(checked: Checked) -> Iterator[Finding]:
    """Der Wille steht nicht in den Worten der Person.

    „Ich will …“ klingt anders als „soll wieder arbeiten“. Am besten wörtlich aufschreiben, mit Anführungszeichen.
    """
    for entry, beratung in held(checked, *WITH_PERSON):
        if beratung.wille and beratung.wille != NOCH_OFFEN and not _OWN_WORDS.search(beratung.wille):
            remedy = 'Wörtlich aufschreiben, zum Beispiel: wille: "„Ich will wieder mit Holz arbeiten.“"'
            yield Finding(entry.document.span(("wille",)), "Das klingt nicht nach den Worten der Person.", remedy)


def pflicht_fuer_die_person(checked: Checked) -> Iterator[Finding]:
    """Ein nächster Schritt verpflichtet die Person.

    Die Schritte einer Beratung gehen die Fachkräfte. Was die Person tun könnte, ist ein Angebot: „Bespricht mit der
    Person, ob …“.
    """
    for entry, beratung in held(checked, Variante.einzelfall):
        for position, step in enumerate(beratung.naechste_schritte):
            name = "wer" if THE_PERSON.search(step.wer) else "was" if _DUTY.search(step.was) else ""
            if name:
                offer = {"was": "Bespricht mit der Person, ob sie das mag", "wer": free_signs(checked, beratung)[0]}
                remedy = f"Die Schritte gehen die Fachkräfte, zum Beispiel: {name}: {offer[name]}"
                place = entry.document.span(("naechste_schritte", position, name))
                yield Finding(place, "Dieser Schritt verpflichtet die Person.", remedy)


def lebenswelt_fehlt(checked: Checked) -> Iterator[Finding]:
    """Bei einer Partizipativen Kollegialen Beratung ist nicht festgehalten, dass die Person dabei war.

    Die Person sitzt mit am Tisch, gern mit Menschen, die sie mitbringt. Genannt werden Rollen, keine Namen.
    """
    for entry, beratung in held(checked, Variante.pkb):
        roles = beratung.rollen
        if roles and not any(_THEMSELVES.search(each) for each in roles.lebenswelt):
            rest = "".join(f", {each}" for each in roles.lebenswelt)
            verb = "ersetzen" if rest else "ergänzen"
            remedy = f"Unter rollen {verb}: lebenswelt: [die Person{rest}]"
            message = "Es ist nicht festgehalten, dass die Person am Tisch saß."
            yield Finding(gap(entry, "rollen", "lebenswelt"), message, remedy)


def einwilligung_der_person_fehlt(checked: Checked) -> Iterator[Finding]:
    """Bei einer Partizipativen Kollegialen Beratung fehlt die Einwilligung der Person.

    Ohne Einwilligung mit Datum darf nichts aus dem Gespräch festgehalten werden, auch nicht im Entwurf. Liegt sie nicht
    vor, wird der Eintrag gelöscht.
    """
    if Variante.pkb not in kept(checked.district.settings):
        return
    for entry, beratung in checked.of_type(Beratung):
        if beratung.variante is not Variante.pkb or not (beratung.status in HELD or _says_something(beratung)):
            continue
        consent = beratung.einwilligung_pkb
        if consent is None:
            shown = f"einwilligung_pkb: {{erteilt: ja, am: {beratung.datum}, nachweis_ort: Fachverfahren}}"
            message = "Die Einwilligung der Person fehlt."
            yield Finding(gap(entry, "einwilligung_pkb"), message, f"Erst fragen. Zum Beispiel: {shown}")
        elif consent.erteilt != "ja":
            message = "Die Person hat nicht eingewilligt."
            remedy = "Den Eintrag löschen. Hat sie inzwischen zugestimmt: erteilt: ja mit Datum."
            yield Finding(entry.document.span(("einwilligung_pkb", "erteilt")), message, remedy)
        elif consent.am is None:
            message = "Bei der Einwilligung fehlt der Tag."
            remedy = f"Unter einwilligung_pkb ergänzen: am: {beratung.datum}"
            yield Finding(gap(entry, "einwilligung_pkb", "am"), message, remedy)


def entscheidung_fehlt(checked: Checked) -> Iterator[Finding]:
    """Bei einer Partizipativen Kollegialen Beratung fehlt, wofür sich die Person entschieden hat.

    Die Ideen sind Angebote. Was davon sie aufgreift, sagt die Person selbst, am besten in ihren Worten.
    """
    for entry, beratung in held(checked, Variante.pkb):
        if not beratung.entscheidung_der_person:
            remedy = 'Zum Beispiel: entscheidung_der_person: "„Ich fange mit dem Wohnzimmer an.“"'
            yield Finding(gap(entry, "entscheidung_der_person"), "Die Entscheidung der Person fehlt.", remedy)


def rueckkopplung_fehlt(checked: Checked) -> Iterator[Finding]:
    """Die Beratung ist abgeschlossen, aber die Rückkopplung mit der Person fehlt.

    „Nicht die Fachkraft weiß, was die Person braucht“: Erst wenn die Person gewählt hat, ist die Beratung zu Ende. Bis
    dahin bleibt sie auf `durchgefuehrt`.
    """
    for entry, beratung in held(checked, Variante.einzelfall):
        if beratung.status is Beratungsstatus.abgeschlossen and beratung.rueckkopplung is None:
            remedy = f"Zum Beispiel: {_feedback(checked, beratung)}"
            yield Finding(gap(entry, "rueckkopplung"), "Was die Person gewählt hat, steht noch nicht da.", remedy)


def rueckkopplung_faellig(checked: Checked) -> Iterator[Finding]:
    """Seit der Beratung sind Wochen vergangen, und die Person hat noch nicht gewählt.

    Die Ideen gehören der Person. Wie lange es höchstens dauern soll, steht in handbuch.yml unter `beratungen`.
    """
    weeks = checked.district.settings.beratungen.rueckkopplung_wochen
    for entry, beratung in held(checked, Variante.einzelfall):
        late = beratung.datum + timedelta(weeks=weeks) < checked.today
        if beratung.status is Beratungsstatus.durchgefuehrt and beratung.rueckkopplung is None and late:
            message = f"Seit der Beratung am {german(beratung.datum)} fehlt die Rückkopplung mit der Person."
            remedy = f"Die Ideen vorlegen, dann zum Beispiel: {_feedback(checked, beratung)}"
            yield Finding(gap(entry, "rueckkopplung"), message, remedy)


def _says_something(beratung: Beratung) -> bool:
    """Whether a draft already holds something a person said or something about them."""
    return any((beratung.wille, beratung.eigenbeitrag, beratung.falleingabe, beratung.entscheidung_der_person))


def _feedback(checked: Checked, beratung: Beratung) -> str:
    chosen = beratung.ideen[0] if beratung.ideen and "," not in beratung.ideen[0] else "Erst einmal hingehen"
    day = min(beratung.datum + timedelta(days=7), max(checked.today, beratung.datum))
    return f"rueckkopplung: {{am: {day}, gewaehlt: [{chosen}]}}"
