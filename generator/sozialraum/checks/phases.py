"""The four phases of a consultation, and its time (KB-20 to KB-37)."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from sozialraum.checks.consultation import WITH_PERSON, free_signs, held, step_example
from sozialraum.checks.finding import Checked, Finding, gap
from sozialraum.model.beratung import Beratung, Variante
from sozialraum.model.ressource import Herkunft, Ressource

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLIP_BELOW, _SLIP_ABOVE = 10, 90
"""Minutes outside which a duration is more likely a slip of the keyboard."""
_OPEN_QUESTION = re.compile(r"(?:Wie|Was|Welche\w*|Wer|Wen|Wem|Wo\w*)\b", re.IGNORECASE)
_CLOSED_QUESTION = re.compile(
    r"(?:Soll|Sollen|Sollte|Sollten|Kann|Können|Könnte|Darf|Dürfen|Muss|Müssen|Ist|Sind|War|Hat|Haben|Will|Wird|Werden"
    r"|Gibt|Braucht|Geht|Macht|Wäre)\b",
    re.IGNORECASE,
)
_PUSHING = re.compile(
    r"\bwie\s+(?:bringen|kriegen|bekommen|bewegen|überzeugen|motivieren|überreden|zwingen)\s+wir\b", re.IGNORECASE
)
_CASE = (
    "falleingabe: Eine Person möchte wieder mit Holz arbeiten und sucht einen Ort, an dem man das ohne Zeugnisse "
    "zeigen kann. Der Weg dorthin soll mit dem Bus zu schaffen sein."
)
_FORTNIGHT = timedelta(days=14)


def dauer_fehlt(checked: Checked) -> Iterator[Finding]:
    """Bei einer Beratung fehlt die Dauer.

    Zur Kollegialen Beratung gehört ein „konsequentes Zeitmanagement“. Die Dauer in Minuten zeigt, ob die Zeit reicht.
    """
    for entry, beratung in held(checked):
        if beratung.dauer_minuten is None:
            yield Finding(gap(entry, "dauer_minuten"), "Die Dauer fehlt.", "Zum Beispiel: dauer_minuten: 40")


def dauer_ungewoehnlich(checked: Checked) -> Iterator[Finding]:
    """Eine Beratung war kürzer oder länger als vorgesehen.

    Die Methode sieht 35 bis 45 Minuten vor; handbuch.yml kann es unter `beratungen` anders festlegen. War es wirklich
    so, darf es so stehen bleiben.
    """
    rules = checked.district.settings.beratungen
    for entry, beratung in held(checked):
        minutes = beratung.dauer_minuten
        if minutes is None or rules.dauer_von <= minutes <= rules.dauer_bis:
            continue
        slip = minutes < _SLIP_BELOW or minutes > _SLIP_ABOVE
        hint = "Vielleicht ein Tippfehler? " if slip else ""
        message = (
            f"Die Beratung hat {minutes} Minuten gedauert, vorgesehen sind {rules.dauer_von} bis {rules.dauer_bis}."
        )
        remedy = f"{hint}Stimmt es, bleibt es so. Sonst zum Beispiel: dauer_minuten: {rules.dauer_bis}"
        yield Finding(entry.document.span(("dauer_minuten",)), message, remedy)


def falleingabe_fehlt(checked: Checked) -> Iterator[Finding]:
    """Phase 1 fehlt: die Falleingabe.

    Hier steht, was los ist: die Situation, allgemein beschrieben, ohne Angaben, an denen man jemanden erkennt.
    """
    for entry, beratung in held(checked):
        if not beratung.falleingabe:
            place = gap(entry, "falleingabe")
            yield Finding(place, "Phase 1, die Falleingabe, ist noch leer.", f"Zum Beispiel: {_CASE}")


def falleingabe_laenge(checked: Checked) -> Iterator[Finding]:
    """Die Falleingabe ist auffallend kurz oder lang.

    Wenige Sätze genügen, um die Situation zu verstehen. Wird es lang, steht meist mehr darin, als andere wissen müssen.
    """
    rules = checked.district.settings.beratungen
    for entry, beratung in held(checked):
        length = len(beratung.falleingabe or "")
        if length and not rules.falleingabe_von <= length <= rules.falleingabe_bis:
            short = length < rules.falleingabe_von
            message = f"Die Falleingabe hat {length} Zeichen, üblich sind {rules.falleingabe_von} bis {rules.falleingabe_bis}."
            remedy = f"Zum Beispiel: {_CASE}" if short else "Kürzen; weglassen, was niemand wissen muss."
            yield Finding(entry.document.span(("falleingabe",)), message, remedy)


def fragestellung_fehlt(checked: Checked) -> Iterator[Finding]:
    """Phase 2 fehlt: die Fragestellung.

    Sie gibt der Gruppe die Aufmerksamkeitsrichtung: Worauf sollen die anderen achten?
    """
    for entry, beratung in held(checked):
        if not beratung.fragestellung:
            remedy = "Zum Beispiel: fragestellung: Welche Orte gibt es bei uns, an denen man das ausprobieren kann?"
            yield Finding(gap(entry, "fragestellung"), "Phase 2, die Fragestellung, ist noch leer.", remedy)


def fragestellung_form(checked: Checked) -> Iterator[Finding]:
    """Die Fragestellung ist keine Frage.

    Eine Frage lädt ein, weiterzudenken. Sie beginnt mit Wie, Was, Welche, Wer oder Wo und endet mit einem Fragezeichen.
    """
    for entry, beratung in held(checked):
        text = beratung.fragestellung or ""
        if text and "?" not in text and not _OPEN_QUESTION.match(text.lstrip("„\"'» ")):
            remedy = "Als Frage schreiben, zum Beispiel: fragestellung: Welche Orte gibt es bei uns dafür?"
            yield Finding(entry.document.span(("fragestellung",)), "Die Fragestellung ist keine Frage.", remedy)


def geschlossene_frage(checked: Checked) -> Iterator[Finding]:
    """Die Fragestellung lässt nur Ja oder Nein zu, oder sie will jemanden zu etwas bringen.

    Offene Fragen öffnen den Blick auf Möglichkeiten. „Wie bringen wir die Person dazu“ setzt voraus, dass andere
    wissen, was gut für sie ist.
    """
    for entry, beratung in held(checked, *WITH_PERSON):
        text = (beratung.fragestellung or "").lstrip("„\"'» ")
        if "?" in text and (_CLOSED_QUESTION.match(text) or _PUSHING.search(text)):
            message = "Diese Frage lässt wenig offen."
            remedy = "Offen fragen, zum Beispiel: fragestellung: Was hilft der Person bei dem, was sie vorhat?"
            yield Finding(entry.document.span(("fragestellung",)), message, remedy)


def ressourcensammlung_leer(checked: Checked) -> Iterator[Finding]:
    """Phase 3 fehlt: die Ressourcensammlung.

    Der Blick geht auf das, was da ist: bei der Person, in ihren Bezügen, im Umfeld.
    """
    for entry, beratung in held(checked):
        if not any(_collected(beratung)):
            shown = "ressourcensammlung: {umfeld: [Die offene Werkstatt am Hang]}"
            message = "Phase 3, die Ressourcensammlung, ist noch leer."
            yield Finding(gap(entry, "ressourcensammlung"), message, f"Zum Beispiel: {shown}")


def umfeld_leer(checked: Checked) -> Iterator[Finding]:
    """Bei den Ressourcen fehlt das Umfeld.

    Was bietet der Sozialraum? Orte, Vereine, Nachbarschaft: Oft liegt dort, was im Gespräch noch niemand bedacht hat.
    """
    for entry, beratung in held(checked):
        if any(_collected(beratung)) and not _collected(beratung)[2] and not _only_services(checked, beratung):
            remedy = "Unter ressourcensammlung ergänzen: umfeld: [Die offene Werkstatt am Hang]"
            message = "Aus dem Umfeld (umfeld) ist noch keine Ressource genannt."
            yield Finding(gap(entry, "ressourcensammlung", "umfeld"), message, remedy)


def fachhilfe_zuerst(checked: Checked) -> Iterator[Finding]:
    """Genannt sind nur Fachdienste, das Umfeld kommt nicht vor.

    Die Reihenfolge der Methode: erst der eigene Wille und Beitrag, dann die Menschen ringsum und der Sozialraum,
    danach spezialisierte Fachkräfte.
    """
    for entry, beratung in held(checked, Variante.einzelfall):
        if any(_collected(beratung)) and not _collected(beratung)[2] and _only_services(checked, beratung):
            remedy = (
                "Erst im Sozialraum suchen. Unter ressourcensammlung ergänzen: umfeld: [Die offene Werkstatt am Hang]"
            )
            message = "Genannt sind nur Fachdienste; was das Umfeld bietet, fehlt noch."
            yield Finding(entry.document.key_span(("ressourcen",)), message, remedy)


def keine_ressource_verlinkt(checked: Checked) -> Iterator[Finding]:
    """Die Beratung nennt keine Ressource aus dem Handbuch.

    Ein Verweis zeigt allen, was hilft. Gibt es den Eintrag noch nicht, legt ihn `sozialraum new ressource` an.
    """
    for entry, beratung in held(checked):
        if not beratung.ressourcen:
            places = [id_ for id_ in beratung.sozialraeume if id_ in checked.graph.entries]
            near = next((id_ for place in places for id_ in _resources_at(checked, place)), "stadtteilcafe-auenblick")
            message = "Es ist noch keine Ressource aus dem Handbuch genannt."
            yield Finding(gap(entry, "ressourcen"), message, f"Zum Beispiel: ressourcen: [{near}]")


def gelungenes_fehlt(checked: Checked) -> Iterator[Finding]:
    """Bei einer Beratung fehlt, was schon gelungen ist.

    „Ressourcen und Gelungenes aus der Vergangenheit“ gehören zusammen: Was einmal ging, geht vielleicht wieder.
    """
    for entry, beratung in held(checked):
        if not beratung.gelungenes:
            remedy = "Zum Beispiel: gelungenes: [Beim letzten Fest hat die Person anderen etwas gezeigt.]"
            yield Finding(gap(entry, "gelungenes"), "Was schon gelungen ist, steht noch nicht da.", remedy)


def ideen_fehlen(checked: Checked) -> Iterator[Finding]:
    """Bei einer Beratung fehlen die Ideen.

    Die Gruppe sammelt Angebote zum Auswählen. Entschieden wird anderswo: von der Person, vom Sozialraumteam.
    """
    for entry, beratung in held(checked):
        if not beratung.ideen:
            remedy = "Zum Beispiel: ideen: [An einem Nachmittag gemeinsam hingehen]"
            yield Finding(gap(entry, "ideen"), "Die Ideen der Gruppe fehlen.", remedy)


def schritte_fehlen(checked: Checked) -> Iterator[Finding]:
    """Phase 4 fehlt: die nächsten Schritte.

    Ein Schritt sagt, was geschieht, wer es tut und bis wann. Schritte gehen die Fachkräfte; die Person wählt selbst.
    """
    for entry, beratung in held(checked):
        if not beratung.naechste_schritte:
            review = beratung.variante is Variante.vorhaben
            shown = step_example(free_signs(checked, beratung)[0], beratung.datum + _FORTNIGHT, review=review)
            message = "Phase 4, die nächsten Schritte, ist noch leer."
            yield Finding(gap(entry, "naechste_schritte"), message, f"Zum Beispiel: {shown}")


def _collected(beratung: Beratung) -> tuple[tuple[str, ...], ...]:
    found = beratung.ressourcensammlung
    return (found.person, found.bezuege, found.umfeld) if found else ((), (), ())


def _only_services(checked: Checked, beratung: Beratung) -> bool:
    """Whether a single case names resources and all of them are professional services."""
    if beratung.variante is not Variante.einzelfall or not beratung.ressourcen:
        return False
    records = [entry.record for id_ in beratung.ressourcen if (entry := checked.graph.entries.get(id_))]
    return all(isinstance(each, Ressource) and each.herkunft is Herkunft.professionell for each in records)


def _resources_at(checked: Checked, place: str) -> Iterator[str]:
    for id_ in checked.graph.backlinks(place).get("Ressourcen hier", ()):
        if not checked.graph.entries[id_].record.ist_beendet:
            yield id_
