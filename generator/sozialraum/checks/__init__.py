"""Rules across records: one file per concern, all of them in the table below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum import vocabulary
from sozialraum.checks import completeness, consent, links, places, upkeep, vorhaben
from sozialraum.checks.finding import Listed
from sozialraum.diagnostics import Diagnostic, Rule, Severity
from sozialraum.load import entries, folder, validate
from sozialraum.source import document, text, yaml_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sozialraum.checks.finding import Checked, Finding

F, W, H = Severity.FEHLER, Severity.WARNUNG, Severity.HINWEIS

CHECKS: dict[Callable[[Checked], Iterator[Finding]], Listed] = {
    links.verweis_ins_leere: Listed(F, "KB-02, KB-34"),
    links.verweis_falsche_art: Listed(F, "KB-02"),
    links.textverweis_ins_leere: Listed(F),
    links.verweis_auf_beendetes: Listed(W),
    links.verwaist: Listed(H),
    places.zustaendigkeit_einseitig: Listed(W, "SR-01, TM-01"),
    places.koordinaten_ausserhalb: Listed(F, "RS-05"),
    places.schutzort_mit_adresse: Listed(F),
    places.schutzort_im_text: Listed(F),
    completeness.kein_weg_dorthin: Listed(F, "RS-02"),
    completeness.traeger_fehlt: Listed(W, "RS-04"),
    completeness.einstieg_fehlt: Listed(W),
    completeness.text_fehlt: Listed(W),
    completeness.zeiten_zweifelhaft: Listed(H),
    completeness.empfohlenes_fehlt: Listed(H),
    upkeep.pruefung_faellig: Listed(W, "RS-03"),
    upkeep.kontaktpflege_faellig: Listed(W),
    upkeep.datum_passt_nicht: Listed(F),
    consent.einwilligung_fehlt: Listed(F, "SP-01"),
    consent.einwilligung_abgelaufen: Listed(W, "SP-03"),
    consent.einwilligung_laeuft_ab: Listed(W),
    vorhaben.angabe_fehlt_fuer_status: Listed(F),
    vorhaben.verlauf_passt_nicht: Listed(F),
    vorhaben.status_uebersprungen: Listed(F),
    vorhaben.beratung_fehlt: Listed(F),
}
"""Check → its weight, and its number in the method's own list. Its name is its code, its docstring the help text."""


def run_checks(checked: Checked) -> list[Diagnostic]:
    """Return what every check of the table finds, in no particular order."""
    return [
        Diagnostic(check.__name__, listed.severity, found.span, found.message, found.remedy, found.related)
        for check, listed in CHECKS.items()
        for found in check(checked)
    ]


def all_rules() -> tuple[Rule, ...]:
    """Return every rule a diagnostic may come from, in the order of the pipeline."""
    own = tuple(
        Rule(check.__name__, listed.severity, _help(check), listed.regel, listed.gilt, listed.beispiel)
        for check, listed in CHECKS.items()
    )
    return (
        *text.RULES,
        *document.RULES,
        *yaml_text.RULES,
        *folder.RULES,
        *entries.RULES,
        *vocabulary.RULES,
        *validate.RULES,
        *own,
    )


def _help(check: Callable[[Checked], Iterator[Finding]]) -> str:
    lines = (check.__doc__ or "").strip().splitlines()
    return "\n".join(line.removeprefix("    ") for line in lines)
