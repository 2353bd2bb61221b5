"""Rules across records: one file per concern, all of them in the table below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum import vocabulary
from sozialraum.checks import completeness, consent, links, places, upkeep, vorhaben
from sozialraum.diagnostics import Diagnostic, Rule, Severity
from sozialraum.load import entries, folder, validate
from sozialraum.source import document, text, yaml_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sozialraum.checks.finding import Checked, Finding

F, W, H = Severity.FEHLER, Severity.WARNUNG, Severity.HINWEIS

CHECKS: dict[Callable[[Checked], Iterator[Finding]], Severity] = {
    links.verweis_ins_leere: F,
    links.verweis_falsche_art: F,
    links.textverweis_ins_leere: F,
    links.verweis_auf_beendetes: W,
    links.verwaist: H,
    places.zustaendigkeit_einseitig: W,
    places.koordinaten_ausserhalb: F,
    places.schutzort_mit_adresse: F,
    completeness.kein_weg_dorthin: F,
    completeness.traeger_fehlt: W,
    completeness.einstieg_fehlt: W,
    completeness.text_fehlt: W,
    completeness.zeiten_zweifelhaft: H,
    completeness.empfohlenes_fehlt: H,
    upkeep.pruefung_faellig: W,
    upkeep.kontaktpflege_faellig: W,
    upkeep.datum_passt_nicht: F,
    consent.einwilligung_fehlt: F,
    consent.einwilligung_abgelaufen: W,
    consent.einwilligung_laeuft_ab: W,
    vorhaben.angabe_fehlt_fuer_status: F,
    vorhaben.verlauf_passt_nicht: F,
    vorhaben.status_uebersprungen: F,
    vorhaben.beratung_fehlt: F,
}
"""Check → its weight. A check's name is its code, its docstring the help text."""


def run_checks(checked: Checked) -> list[Diagnostic]:
    """Return what every check of the table finds, in no particular order."""
    return [
        Diagnostic(check.__name__, severity, found.span, found.message, found.remedy, found.related)
        for check, severity in CHECKS.items()
        for found in check(checked)
    ]


def all_rules() -> tuple[Rule, ...]:
    """Return every rule a diagnostic may come from, in the order of the pipeline."""
    own = tuple(Rule(check.__name__, severity, _help(check)) for check, severity in CHECKS.items())
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
