"""The reference pages: every field of every type, every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sozialraum.checks import all_rules
from sozialraum.load.validate import example
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import Feld, Form
from sozialraum.model.describe import felder as fields_of
from sozialraum.model.handbuch import Handbuch
from sozialraum.model.vorhaben import Vorhabenstatus
from sozialraum.site.listing import Head
from sozialraum.site.markdown import body_html
from sozialraum.site.shell import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from sozialraum.site.listing import Catalogue
    from sozialraum.site.page import GeneratedPage


class Zeile(NamedTuple):
    """One field in the reference."""

    schluessel: str
    label: str
    hilfe: str
    art: str
    werte: tuple[tuple[str, str], ...]
    noetig: str
    sichtbar: str
    beispiel: str


class Art(NamedTuple):
    """One record type in the reference."""

    id: str
    titel: str
    ordner: str
    hilfe: str
    zeilen: tuple[Zeile, ...]


def felder(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Return the reference of all fields, and one page for each vocabulary it names."""
    types = [
        Art(ordner, model.typ.mehrzahl, f"records/{ordner}/", _doc(model), tuple(_rows(model)))
        for ordner, model in RECORD_TYPES.items()
    ]
    types.append(Art("handbuch", "Einstellungen", "records/handbuch.yml", _doc(Handbuch), tuple(_rows(Handbuch))))
    head = Head(
        "felder",
        "index",
        "Alle Felder",
        "Welche Angaben eine Eintragsart kennt, wie man sie schreibt und wann sie nötig sind.",
    )
    words = catalogue.project.district.vokabular.woerter
    toc = [*(Heading(each.id, each.titel) for each in types), Heading("vokabular", "Vokabular")]
    yield catalogue.render("felder.html", head, toc, arten=types, vokabulare=words)


def regeln(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Return the reference of all rules with their help texts."""
    head = Head("regeln", "index", "Alle Regeln", "Was geprüft wird und wie man es in Ordnung bringt.")
    by_number = sorted(all_rules(), key=lambda rule: (not rule.regel, rule.regel))
    rules = [(rule, body_html(rule.help, lambda _id: None, str)) for rule in by_number]
    toc = [Heading("ueberblick", "Überblick"), Heading("regeln", "Regeln")]
    yield catalogue.render("regeln.html", head, toc, regeln=rules)


def _rows(model: type[BaseModel], prefix: str = "") -> Iterator[Zeile]:
    for each in fields_of(model):
        key = f"{prefix}{each.name}"
        werte = tuple((option.value, option.label) for option in each.choice) if each.choice else ()
        yield Zeile(
            key, each.angabe.label, each.hilfe, _kind(each), werte, _needed(each), each.angabe.nur_fuer, example(each)
        )
        if each.part:
            yield from _rows(each.part, f"{key}.")


def _kind(each: Feld) -> str:
    several = "Liste: " if each.form in (Form.LISTE, Form.GRUPPEN) else ""
    if each.choice:
        return f"{several}Auswahl"
    if each.woerter:
        return f"{several}Wort aus dem Vokabular {each.woerter.vokabular}"
    return f"{several}{each.kind.name}" + (f" ({each.kind.explanation})" if each.kind.explanation else "")


def _needed(each: Feld) -> str:
    if each.pflicht:
        return "immer"
    if each.angabe.pflicht_ab:
        return f"ab Status „{Vorhabenstatus(each.angabe.pflicht_ab).label}“"
    return "empfohlen" if each.angabe.empfohlen else ""


def _doc(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip()
