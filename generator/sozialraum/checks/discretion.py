"""What a consultation may hold and who may see it (KB-49, KB-54 to KB-56, KB-70; domain.md 4.2 and 4.3)."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from sozialraum.checks.consultation import WITH_PERSON, free_signs, held, kept
from sozialraum.checks.finding import Checked, Finding, gap
from sozialraum.checks.upkeep import german
from sozialraum.diagnostics import Span
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.load.folder import SETTINGS
from sozialraum.model.beratung import Beratung, Variante
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.retention import Frist, fristen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.load.entries import Entry

_ATTACHMENT = re.compile(
    r"!\[|\]\(\s*<?[^)\s]+\.(?:pdf|docx?|odt|xlsx?|ods|pptx?|png|jpe?g|gif|webp|heic|svg|msg|eml)\b", re.IGNORECASE
)
_RANDOM = re.compile(r"P-\d{4}-\d{3}\Z", re.ASCII)


def variante_ausgeschaltet(checked: Checked) -> Iterator[Finding]:
    """Beratungen dieser Art hält dieses Handbuch nicht fest.

    Beratungen zu Einzelfällen und mit der Person am Tisch sind Sozialdaten. Empfohlen ist, sie im Fachverfahren zu
    lassen. Wer sie hier dokumentieren will, klärt das mit dem Datenschutz und schaltet es in handbuch.yml ein:

    ```yaml
    beratungen:
      einzelfall: ja
      pkb: ja
    ```

    Alle Regeln zum Schutz der Person gelten dann auch für Entwürfe.
    """
    allowed = frozenset(kept(checked.district.settings))
    for entry, beratung in checked.of_type(Beratung):
        if beratung.variante not in allowed:
            message = (
                f"Beratungen „{beratung.variante.label}“ hält dieses Handbuch nicht fest; sie bleiben im Fachverfahren."
            )
            remedy = (
                "Die Datei löschen. Ist es mit dem Datenschutz geklärt, dann in handbuch.yml unter beratungen eintragen: "
                f"{beratung.variante}: ja"
            )
            settings = Span(f"{entry.document.path.split('/', 1)[0]}/{SETTINGS}")
            yield Finding(entry.document.span(("variante",)), message, remedy, (settings,))


def zufallskuerzel_fehlt(checked: Checked) -> Iterator[Finding]:
    """Bei einer Beratung zu einer Person fehlt das Zufallskürzel.

    Ein ausgedachtes Kürzel wie P-2026-014 steht an der Stelle des Namens. Zu wem es gehört, steht nur im Fachverfahren.
    """
    for entry, beratung in held(checked, *WITH_PERSON):
        if not beratung.fall_kuerzel:
            yield Finding(gap(entry, "fall_kuerzel"), "Das Zufallskürzel fehlt.", _invent(beratung))


def zufallskuerzel_form(checked: Checked) -> Iterator[Finding]:
    """Das Zufallskürzel sieht nicht zufällig aus.

    Es besteht aus P, Jahr und drei Ziffern: P-2026-014. Kein Anfangsbuchstabe, kein Geburtsjahr, keine Nummer aus dem
    Fachverfahren: Aus dem Kürzel darf sich nichts ableiten lassen.
    """
    for entry, beratung in _with_person(checked):
        if beratung.fall_kuerzel and not _RANDOM.match(beratung.fall_kuerzel):
            message = "Dieses Kürzel hat nicht die Form P-2026-014."
            yield Finding(entry.document.span(("fall_kuerzel",)), message, _invent(beratung))


def datenschutz_ungeprueft(checked: Checked) -> Iterator[Finding]:
    """Bei einer Beratung zu einer Person hat noch niemand anderes gegengelesen.

    Vier Augen sehen, woran man jemanden erkennen könnte. Gegenlesen kann, wer weder eingebracht noch mitgeschrieben hat.
    """
    yield from _unread(checked, *WITH_PERSON)


def datenschutz_gegenlesen(checked: Checked) -> Iterator[Finding]:
    """Bei einer Beratung zu einem Vorhaben hat noch niemand anderes gegengelesen.

    Auch in Vorhaben rutscht leicht etwas über einzelne Menschen hinein. Ein zweiter Blick genügt.
    """
    yield from _unread(checked, Variante.vorhaben)


def sozialraum_zu_klein(checked: Checked) -> Iterator[Finding]:
    """Der Sozialraum ist so klein, dass man die Person erkennen könnte.

    In kleinen Orten kennt man sich. Dort steht bei Beratungen zu einer Person `landkreisweit`; ab wie vielen
    Einwohnerinnen und Einwohnern ein Ort genannt werden darf, steht in handbuch.yml unter `beratungen`.
    """
    least = checked.district.settings.beratungen.einwohner_mindestens
    for entry, beratung in _with_person(checked):
        for position, id_ in enumerate(beratung.sozialraeume):
            other = checked.graph.entries.get(id_)
            if other and isinstance(other.record, Sozialraum) and other.record.einwohner_ca < least:
                message = f"„{other.record.titel}“ hat rund {other.record.einwohner_ca} Einwohnerinnen und Einwohner; dort erkennt man einander."
                place = entry.document.span(("sozialraeume", position))
                remedy = f"Stattdessen eintragen: sozialraeume: [{LANDKREISWEIT}]"
                yield Finding(place, message, remedy, (Span(other.document.path),))


def bild_oder_anhang(checked: Checked) -> Iterator[Finding]:
    """Zu einer Beratung über eine Person gehört kein Bild und kein Anhang.

    Netzwerkkarten, Fotos und Schreiben zeigen andere Menschen. Sie bleiben bei der Person oder im Fachverfahren.
    """
    for entry, _beratung in _with_person(checked):
        found = _ATTACHMENT.search(entry.document.body) if entry.document.body else None
        if found:
            place = entry.document.body_span(found.start(), len(found[0]))
            yield Finding(
                place, "Hier steht ein Bild oder ein Anhang.", "Die Stelle löschen; in Worten sagen, was nützt."
            )


def kreis_zu_weit(checked: Checked) -> Iterator[Finding]:
    """Eine Beratung zu einer Person ist nicht nur für das Team sichtbar.

    Auch im eigenen Haus sieht Sozialdaten nur, wer damit arbeitet (§ 35 Abs. 1 SGB I).
    """
    for entry, beratung in _with_person(checked):
        if beratung.audience is not Sichtbarkeit.team:
            message = f"Diese Beratung wäre sichtbar für: {beratung.audience.label}."
            remedy = "Die Zeile löschen oder ersetzen: sichtbarkeit: team"
            yield Finding(entry.document.span(("sichtbarkeit",)), message, remedy)


def loeschfrist_abgelaufen(checked: Checked) -> Iterator[Finding]:
    """Der Eintrag ist zu löschen.

    Der Tag steht unter `loeschen_ab` oder folgt aus den `loeschfristen` in handbuch.yml. Seitdem erscheint der Eintrag
    nicht mehr im gebauten Handbuch. `sozialraum loeschen --faellig` zeigt alle; wie es mit älteren Fassungen in git
    steht, regelt das Löschkonzept. Diese Warnung entsteht allein dadurch, dass Zeit vergeht; sie hält keine Änderung
    auf.
    """
    for id_, frist in fristen(checked.district).items():
        entry = checked.graph.entries[id_]
        if frist.ab > checked.today or _consent_has_its_own_rule(frist):
            continue
        message = f"Seit {german(frist.ab)} zu löschen, {frist.grund}; der Eintrag erscheint nicht mehr."
        yield Finding(
            entry.document.key_span((frist.key,)), message, f"Löschen: sozialraum loeschen {id_} --ausfuehren."
        )


def _invent(beratung: Beratung) -> str:
    """Return what to do with the same example for everyone: a check cannot draw lots, and a calculated one could be read back."""
    return f"Drei eigene Ziffern ausdenken, zum Beispiel: fall_kuerzel: P-{beratung.datum.year}-314"


def _consent_has_its_own_rule(frist: Frist) -> bool:
    """Whether another rule already says that a consent has ended."""
    return frist.key == "einwilligung"


def _with_person(checked: Checked) -> Iterator[tuple[Entry, Beratung]]:
    """Yield every consultation about a person, drafts and switched off ones as well: git keeps every version."""
    for entry, beratung in checked.of_type(Beratung):
        if beratung.variante in WITH_PERSON:
            yield entry, beratung


def _unread(checked: Checked, *variants: Variante) -> Iterator[Finding]:
    for entry, beratung in held(checked, *variants):
        signs, day = free_signs(checked, beratung), beratung.datum + timedelta(days=1)
        roles, read = beratung.rollen, beratung.datenschutz_geprueft
        if read is None:
            shown = f"datenschutz_geprueft: {{durch: {signs[0]}, am: {day}}}"
            message = "Es hat noch niemand anderes gegengelesen."
            yield Finding(gap(entry, "datenschutz_geprueft"), message, f"Gegenlesen lassen, dann zum Beispiel: {shown}")
        elif roles and read.durch in (roles.protokoll, *roles.falleinbringend):
            message = f"{read.durch} hat selbst geschrieben oder eingebracht."
            remedy = f"Jemand anderes liest gegen. Unter datenschutz_geprueft ersetzen: durch: {signs[0]}"
            yield Finding(entry.document.span(("datenschutz_geprueft", "durch")), message, remedy)
