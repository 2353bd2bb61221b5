"""Words that put a label on people, with what could stand there instead (domain.md section 5, KB-60)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span
from sozialraum.model.handbuch import Strenge
from sozialraum.model.netzwerk import Netzwerk
from sozialraum.model.organisation import Organisation
from sozialraum.source.text import place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sozialraum.checks.finding import Checked
    from sozialraum.wording import Fund

WORTWAHL = Rule(
    "wortwahl",
    Severity.WARNUNG,
    "Dieses Wort gibt Menschen ein Etikett oder macht sie zum Gegenstand.\n\nEtiketten beeinflussen, wie wir jemandem "
    "begegnen. Meist lässt sich dasselbe genauer und freundlicher sagen; Vorschläge stehen in der Meldung. Zitate in „…“ "
    "und Namen von Organisationen zählen nicht. Die Liste steht in `vokabular/sprache.yml`; das Team kann sie ergänzen.",
    regel="KB-60",
)
HINWEIS = Rule(
    "wortwahl_hinweis",
    Severity.HINWEIS,
    "Hier gibt es vielleicht ein besseres Wort.\n\nNicht falsch, aber oft geht es genauer: „leicht zugänglich“ sagt mehr "
    "als „niedrigschwellig“.",
    regel="KB-60",
)
IM_TITEL = Rule(
    "wortwahl_im_titel",
    Severity.FEHLER,
    "Im Titel steht ein Wort, das Menschen ein Etikett gibt.\n\nTitel stehen in jeder Liste und in jedem Verweis. Ihr Haus "
    "hat in `handbuch.yml` festgelegt, dass solche Wörter dort nicht durchgehen (`wortwahl_in_titeln: fehler`).",
    regel="KB-60",
)

RULES = (WORTWAHL, HINWEIS, IM_TITEL)

_TITLE = "titel:"


def read_for_wording(checked: Checked) -> Iterator[Diagnostic]:
    """Yield every place that could be said better, with how."""
    names: Sequence[str] | None = None
    strict = checked.district.settings.textpruefung.wortwahl_in_titeln is Strenge.fehler
    for entry in checked.district.entries:
        seen = checked.seen.get(entry.document.path)
        for fund in seen.funde if seen else ():
            names = _names(checked) if names is None else names
            text = entry.document.text
            if not _in_a_name(text, fund, names):
                yield _diagnostic(entry.document.path, text, fund, strict=strict)


def _diagnostic(path: str, text: str, fund: Fund, *, strict: bool) -> Diagnostic:
    rule = HINWEIS if fund.rat.hinweis else WORTWAHL
    in_title = text.startswith(_TITLE, text.rfind("\n", 0, fund.start) + 1)
    line, column = place(text, fund.start)
    span = Span(path, line, column, fund.end - fund.start)
    written = " ".join(text[fund.start : fund.end].split())
    return (IM_TITEL if strict and in_title else rule).at(
        span, f"„{written}“ lässt sich besser sagen.", f"Zum Beispiel: {fund.rat.besser}."
    )


def _names(checked: Checked) -> list[str]:
    """Return what organisations and networks call themselves."""
    return [record.titel for model in (Organisation, Netzwerk) for _entry, record in checked.of_type(model)]


def _in_a_name(text: str, fund: Fund, names: Sequence[str]) -> bool:
    written = text[fund.start : fund.end]
    return any(_covers(text, fund, name) for name in names if written in name)


def _covers(text: str, fund: Fund, name: str) -> bool:
    start = text.find(name, max(0, fund.start - len(name)))
    return 0 <= start <= fund.start and fund.end <= start + len(name)
