"""Rules across records: one file per concern, all of them in the table below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sozialraum import vocabulary
from sozialraum.checks import (
    agreements,
    completeness,
    consent,
    course,
    days,
    discretion,
    language,
    links,
    meetings,
    needs,
    personal,
    personal_rules,
    phases,
    places,
    plans,
    renewal,
    roles,
    upkeep,
    vorhaben,
    will,
)
from sozialraum.checks.finding import Listed
from sozialraum.diagnostics import Diagnostic, Rule, Severity
from sozialraum.load import contacts, folder, settings, validate
from sozialraum.sharing import shared
from sozialraum.source import document, text, yaml_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sozialraum.checks.finding import Checked, Finding

WORTH_A_PROCESS = 3000
"""Records below which a second process costs more than it saves."""

F, W, H = Severity.FEHLER, Severity.WARNUNG, Severity.HINWEIS

DONE = "Beratungen ab Status „durchgeführt“, abgeschlossene Protokolle"
HELD = "alle Beratungen ab Status „durchgeführt“"
PERSON = "Beratungen zu und mit einer Person ab Status „durchgeführt“"
CASE = "Beratungen zu einem Einzelfall ab Status „durchgeführt“"
PKB = "Partizipative Beratungen (PKB) ab Status „durchgeführt“"
PLAN = "Beratungen zu einem Vorhaben ab Status „durchgeführt“"
DRAFTS = "Beratungen zu und mit einer Person, auch im Entwurf"
MINUTES = "Protokolle, sobald sie abgeschlossen sind"
"""When a rule counts, in the words of the rule page."""

CHECKS: dict[Callable[[Checked], Iterator[Finding]], Listed] = {
    links.verweis_ins_leere: Listed(F, "KB-02, KB-34"),
    links.verweis_falsche_art: Listed(F, "KB-02"),
    links.textverweis_ins_leere: Listed(F),
    links.link_wird_nicht_gezeigt: Listed(W),
    links.verweis_auf_beendetes: Listed(W),
    links.verwaist: Listed(H),
    places.zustaendigkeit_einseitig: Listed(W, "SR-01, TM-01"),
    places.koordinaten_ausserhalb: Listed(F, "RS-05"),
    places.koordinaten_vertauscht: Listed(F, "RS-05"),
    places.schutzort_mit_adresse: Listed(F),
    places.schutzort_im_text: Listed(F),
    completeness.kein_weg_dorthin: Listed(F, "RS-02"),
    completeness.traeger_fehlt: Listed(W, "RS-04"),
    completeness.einstieg_fehlt: Listed(W),
    completeness.text_fehlt: Listed(W),
    completeness.zeiten_zweifelhaft: Listed(H),
    completeness.empfohlenes_fehlt: Listed(H),
    upkeep.pruefung_faellig: Listed(W, "RS-03"),
    upkeep.nachweis_verfallen: Listed(W),
    upkeep.zweimal_geprueft: Listed(H),
    upkeep.kontaktpflege_faellig: Listed(W),
    upkeep.datum_passt_nicht: Listed(F),
    consent.einwilligung_fehlt: Listed(F, "SP-01"),
    consent.einwilligung_abgelaufen: Listed(W, "SP-03"),
    consent.einwilligung_laeuft_ab: Listed(W),
    vorhaben.angabe_fehlt_fuer_status: Listed(F),
    course.verlauf_passt_nicht: Listed(F),
    vorhaben.status_uebersprungen: Listed(F),
    vorhaben.beratung_fehlt: Listed(F),
    days.noch_nicht_gewesen: Listed(F, "KB-03", DONE, "datum: 2026-06-16"),
    days.team_gab_es_nicht: Listed(F, "KB-03", DONE, "datum: 2026-06-16"),
    roles.rolle_fehlt: Listed(
        F, "KB-10", HELD, "rollen: {moderation: K1, protokoll: K2, falleinbringend: [FM-1], beratende: [FM-2, FM-3]}"
    ),
    roles.moderation_bringt_ein: Listed(F, "KB-11", HELD, "moderation: K1, falleinbringend: [FM-1]"),
    roles.protokoll_bringt_ein: Listed(W, "KB-12", HELD, "protokoll: K2, falleinbringend: [FM-1]"),
    roles.moderation_schreibt_mit: Listed(H, "KB-13", HELD, "moderation: K1, protokoll: K2"),
    roles.beratende_bringt_ein: Listed(F, "KB-14", HELD, "falleinbringend: [FM-1], beratende: [FM-2, FM-3]"),
    roles.zu_wenig_beratende: Listed(F, "KB-14", HELD, "beratende: [FM-2, FM-3]"),
    roles.eine_beratende_stimme: Listed(
        W, "KB-14", f"{HELD}, wenn kleines_team: ja eingestellt ist", "beratende: [FM-2, FM-3]"
    ),
    roles.kein_dienstkuerzel: Listed(F, "KB-15", HELD, "moderation: K1"),
    roles.dienstkuerzel_wie_name: Listed(W),
    phases.dauer_fehlt: Listed(F, "KB-20", HELD, "dauer_minuten: 40"),
    phases.dauer_ungewoehnlich: Listed(W, "KB-21", HELD, "dauer_minuten: 40"),
    phases.falleingabe_fehlt: Listed(F, "KB-30", HELD, "falleingabe: Eine Person möchte wieder mit Holz arbeiten …"),
    phases.falleingabe_laenge: Listed(W, "KB-30", HELD, "falleingabe: zwei, drei Sätze zur Situation"),
    phases.fragestellung_fehlt: Listed(F, "KB-31", HELD, "fragestellung: Welche Orte gibt es bei uns dafür?"),
    phases.fragestellung_form: Listed(W, "KB-31", HELD, "fragestellung: Welche Orte gibt es bei uns dafür?"),
    phases.geschlossene_frage: Listed(
        W, "KB-32", PERSON, "fragestellung: Was hilft der Person bei dem, was sie vorhat?"
    ),
    phases.ressourcensammlung_leer: Listed(F, "KB-33", HELD, "ressourcensammlung: {umfeld: [Die offene Werkstatt]}"),
    phases.umfeld_leer: Listed(W, "KB-33", HELD, "umfeld: [Die offene Werkstatt]"),
    phases.keine_ressource_verlinkt: Listed(W, "KB-34", HELD, "ressourcen: [fahrradwerkstatt-nordhang]"),
    phases.gelungenes_fehlt: Listed(W, "KB-35", HELD, "gelungenes: [Beim letzten Fest hat es geklappt.]"),
    phases.ideen_fehlen: Listed(F, "KB-36", HELD, "ideen: [An einem Nachmittag gemeinsam hingehen]"),
    phases.schritte_fehlen: Listed(F, "KB-37", HELD, "naechste_schritte: [{was: Ruft an, wer: FM-1, bis: 2026-07-14}]"),
    agreements.schritt_vor_beratung: Listed(F, "KB-37", HELD, "bis: 2026-07-14"),
    agreements.schritt_ohne_ergebnis: Listed(W, "", HELD, "ergebnis: Der Raum ist zugesagt."),
    agreements.schritt_ueberfaellig: Listed(W, "KB-71", HELD, "status: erledigt"),
    will.pflicht_fuer_die_person: Listed(W, "KB-38", CASE, "was: Bespricht mit der Person, was sie davon mag"),
    will.wille_fehlt: Listed(F, "KB-39", PERSON, "wille: „Ich will wieder mit Holz arbeiten.“"),
    will.wille_noch_offen: Listed(F, "KB-39", PERSON, "was: Fragt nach, was der Person wichtig ist"),
    will.wille_fremde_worte: Listed(W, "KB-40", PERSON, "wille: „Ich will wieder mit Holz arbeiten.“"),
    plans.vorhaben_fehlt: Listed(F, "KB-41", PLAN, "vorhaben: fahrradtag-nordhang"),
    plans.vorhaben_nicht_eingabereif: Listed(F, "KB-41", PLAN, "status: eingabereif"),
    plans.aufmerksamkeit_weicht_ab: Listed(H, "KB-42", PLAN),
    plans.ueberpruefung_fehlt: Listed(F, "KB-43", PLAN, "ueberpruefung_am: 2026-07-21"),
    plans.vorhaben_nicht_weiter: Listed(W, "KB-44", PLAN, "status: vereinbart"),
    will.lebenswelt_fehlt: Listed(F, "KB-45", PKB, "lebenswelt: [die Person, eine Nachbarin]"),
    will.einwilligung_der_person_fehlt: Listed(
        F, "KB-46", f"{PKB}; vorher, sobald etwas darin steht", "einwilligung_pkb: {erteilt: ja, am: 2026-05-19}"
    ),
    will.entscheidung_fehlt: Listed(F, "KB-47", PKB, "entscheidung_der_person: „Ich fange mit dem Wohnzimmer an.“"),
    will.rueckkopplung_fehlt: Listed(
        F,
        "KB-48",
        "Beratungen zu einem Einzelfall, Status „abgeschlossen“",
        "rueckkopplung: {am: 2026-06-23, gewaehlt: [Erst einmal hingehen]}",
    ),
    will.rueckkopplung_faellig: Listed(
        W,
        "KB-48",
        "Beratungen zu einem Einzelfall, Status „durchgeführt“",
        "rueckkopplung: {am: 2026-06-23, gewaehlt: [Erst einmal hingehen]}",
    ),
    discretion.datenschutz_ungeprueft: Listed(F, "KB-49", PERSON, "datenschutz_geprueft: {durch: K3, am: 2026-06-17}"),
    discretion.datenschutz_gegenlesen: Listed(W, "KB-49", PLAN, "datenschutz_geprueft: {durch: K3, am: 2026-06-17}"),
    discretion.sozialraum_zu_klein: Listed(F, "KB-54", DRAFTS, "sozialraeume: [landkreisweit]"),
    discretion.bild_oder_anhang: Listed(F, "KB-55", DRAFTS),
    discretion.kreis_zu_weit: Listed(F, "KB-56", DRAFTS, "sichtbarkeit: team"),
    phases.fachhilfe_zuerst: Listed(W, "KB-61", CASE, "umfeld: [Die offene Werkstatt]"),
    discretion.loeschfrist_abgelaufen: Listed(W, "KB-70", "alle Beratungen und Protokolle"),
    discretion.variante_ausgeschaltet: Listed(F, "KB-01", "alle Beratungen", "variante: vorhaben"),
    discretion.zufallskuerzel_fehlt: Listed(F, "", PERSON, "fall_kuerzel: P-2026-014"),
    discretion.zufallskuerzel_form: Listed(F, "", DRAFTS, "fall_kuerzel: P-2026-014"),
    meetings.frage_fehlt: Listed(F, "TP-01", MINUTES, "aergert: []"),
    meetings.frage_leer: Listed(W, "TP-02", MINUTES, "nichts_neues: ja"),
    meetings.beratung_nicht_genannt: Listed(F, "TP-03", MINUTES, "beratungen: [beratung-2026-002]"),
    meetings.wahrnehmung_ohne_thema: Listed(H, "TP-04", "alle Protokolle", "themen: [begegnung]"),
    meetings.punkt_nicht_am_beginn: Listed(H, "TP-06", MINUTES, "position: beginn"),
    meetings.sitzungsrolle_fehlt: Listed(F, "", MINUTES, "moderation: K1"),
    needs.bedarfslage_ueber_menschen: Listed(
        W, "BL-01", "alle Bedarfslagen", "titel: Deutschkurse gibt es nur am Vormittag"
    ),
    needs.belege_fehlen: Listed(
        F, "BL-02", "Bedarfslagen ab Status „bestätigt“", "belege: [team-stadt-2026-03-03, team-stadt-2026-04-14]"
    ),
    needs.antwort_fehlt: Listed(W, "BL-03", "alle Bedarfslagen, die noch bestehen", "luecke: ja"),
    needs.grund_fehlt: Listed(F, "", "verworfene Bedarfslagen", "grund: Der Bus fährt wieder bis 22 Uhr."),
    consent.einwilligung_widerrufen: Listed(F, "SP-04", "", "anzeige: nur_funktion"),
    vorhaben.interessen_noch_offen: Listed(
        W, "", "Vorhaben ab Status „vereinbart“", "interessen_vor_ort: Am Markttag sagten viele, sie kämen gern."
    ),
}
"""Check → its weight, and its number in the method's own list. Its name is its code, its docstring the help text."""


READINGS: tuple[Callable[[Checked], Iterator[Diagnostic]], ...] = (
    personal.read_for_personal_data,
    language.read_for_wording,
)
"""What goes through all texts once and finds the mistakes of many rules on the way."""


def run_checks(checked: Checked, *, processes: int = 1) -> list[Diagnostic]:
    """Return what every check and every reading of the tables finds, in no particular order.

    Where the settings are not known there are only the readings: a remedy that rests on a guess may cost data.
    """
    few = len(checked.district.entries) < WORTH_A_PROCESS
    jobs: list[Callable[[Checked], Iterator[Diagnostic]]] = [
        *(partial(_found, check, listed) for check, listed in ({} if checked.district.unsettled else CHECKS).items()),
        *READINGS,
    ]
    heard = shared(lambda job: list(job(checked)), jobs, 1 if few else processes)
    return [each for found in heard for each in found]


def _found(check: Callable[[Checked], Iterator[Finding]], listed: Listed, checked: Checked) -> Iterator[Diagnostic]:
    for each in check(checked):
        yield Diagnostic(check.__name__, listed.severity, each.span, each.message, each.remedy, each.related)


def all_rules() -> tuple[Rule, ...]:
    """Return every rule a diagnostic may come from, in the order of the pipeline."""
    own = tuple(
        Rule(check.__name__, listed.severity, _help(check), listed.regel, listed.gilt, listed.beispiel)
        for check, listed in CHECKS.items()
    )
    return (
        *text.RULES,
        *document.RULES,
        *yaml_problems.RULES,
        *folder.RULES,
        *settings.RULES,
        *contacts.RULES,
        *vocabulary.RULES,
        *validate.RULES,
        *own,
        *renewal.RULES,
        *personal_rules.RULES,
        *language.RULES,
    )


def _help(check: Callable[[Checked], Iterator[Finding]]) -> str:
    lines = (check.__doc__ or "").strip().splitlines()
    return "\n".join(line.removeprefix("    ") for line in lines)
