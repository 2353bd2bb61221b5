"""The reference pages: every field of every type, every rule."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.checks import all_rules
from sozialraum.checks.subjects import rules_by_subject
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


ALWAYS = "immer nötig"


class Zeile(NamedTuple):
    """One field in the reference."""

    schluessel: str
    label: str
    hilfe: str
    art: str
    werte: tuple[tuple[str, str], ...]
    noetig: str
    sichtbar: str
    vorgabe: str
    beispiel: str
    tiefe: int
    wie: str
    """The field above that holds the same fields; they are not said twice."""

    @property
    def immer(self) -> bool:
        """Whether no record is right without it."""
        return self.noetig == ALWAYS


class Art(NamedTuple):
    """One record type in the reference."""

    id: str
    titel: str
    ordner: str
    hilfe: str
    zeilen: tuple[Zeile, ...]

    @property
    def oben(self) -> tuple[Zeile, ...]:
        """The fields that stand in no group."""
        return tuple(each for each in self.zeilen if not each.tiefe)


_FIELDS = Head(
    "felder",
    "index",
    "Alle Felder",
    "Welche Angaben eine Eintragsart kennt, wie man sie schreibt und wann sie nötig sind.",
)
_BELOW = (*_FIELDS.krumen, ("index.html", _FIELDS.titel))


def felder(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Yield the reference of all fields: an overview, a page for each type, one for the vocabularies."""
    types = [
        Art(ordner, model.typ.mehrzahl, f"records/{ordner}/", _doc(model), tuple(_rows(model, {})))
        for ordner, model in RECORD_TYPES.items()
    ]
    types.append(Art("handbuch", "Einstellungen", "records/handbuch.yml", _doc(Handbuch), tuple(_rows(Handbuch, {}))))
    words = catalogue.project.district.vokabular.woerter
    toc = [*(Heading(each.id, each.titel) for each in types), Heading("vokabular", "Vokabular")]
    yield catalogue.render("felder.html", _FIELDS, toc, arten=types, vokabulare=words)
    for art in types:
        head = Head("felder", art.id, f"Felder: {art.titel}", art.hilfe, _BELOW)
        page = catalogue.render("angaben.html", head, [Heading(z.schluessel, z.label) for z in art.oben], art=art)
        yield replace(page, words="")  # The search is for what there is, not for how it is written down.
    head = Head("felder", "vokabular", "Vokabular", "Wörter, die überall gleich geschrieben werden.", _BELOW)
    toc = [Heading(name, name.capitalize()) for name in words]
    yield replace(catalogue.render("vokabular.html", head, toc, vokabulare=words), words="")


def regeln(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Return the reference of all rules with their help texts, by what they are about, by number and by code."""
    head = Head("regeln", "index", "Alle Regeln", "Was geprüft wird und wie man es in Ordnung bringt.")
    subjects = [
        (subject, [(rule, body_html(rule.details, lambda _id: None, str)) for rule in rules])
        for subject, rules in rules_by_subject()
    ]
    rules = sorted(all_rules(), key=lambda rule: rule.code)
    numbered = [(number, rule) for rule in rules if rule.regel for number in rule.regel.split(", ")]
    numbered.sort(key=itemgetter(0))
    toc = [*(Heading(subject.id, subject.titel) for subject, _rules in subjects), *_LOOK_UP]
    yield catalogue.render("regeln.html", head, toc, sachen=subjects, nummern=numbered, regeln=rules)


_LOOK_UP = (Heading("nummern", "Nach Nummer"), Heading("kuerzel", "Kürzel von A bis Z"))


def _rows(model: type[BaseModel], seen: dict[type[BaseModel], str], prefix: str = "") -> Iterator[Zeile]:
    """Yield the fields of a type; `seen` remembers which field was the first to hold a group of fields."""
    for each in fields_of(model):
        key = f"{prefix}{each.name}"
        werte = tuple((option.value, option.label) for option in each.choice) if each.choice else ()
        yield Zeile(
            key,
            each.angabe.label,
            each.hilfe,
            _kind(each),
            werte,
            _needed(each),
            each.angabe.nur_fuer,
            _default(each),
            _example(each),
            prefix.count("."),
            seen.get(each.part, "") if each.part else "",
        )
        if each.part and each.part not in seen:
            seen[each.part] = key
            yield from _rows(each.part, seen, f"{key}.")


def _default(each: Feld) -> str:
    """Return what counts where nothing is written, "" where that is nothing."""
    value = each.model.model_fields[each.name].default
    return str(value) if isinstance(value, str | int) else ""


def _example(each: Feld) -> str:
    if not each.part:
        return example(each)
    inner = [field for field in fields_of(each.part) if not field.part]
    inner = [field for field in inner if field.pflicht] or inner[:1]
    first = "  - " if each.form is Form.GRUPPEN else "  "
    lines = [f"{first if not place else ' ' * len(first)}{example(field)}" for place, field in enumerate(inner)]
    return "\n".join((f"{each.name}:", *lines)) if lines else ""


def _kind(each: Feld) -> str:
    several = "Liste: " if each.form in (Form.LISTE, Form.GRUPPEN) else ""
    if each.choice:
        return f"{several}Auswahl"
    if each.woerter:
        return f"{several}Wort aus dem Vokabular {each.woerter.vokabular}"
    return f"{several}{each.kind.name}" + (f" ({each.kind.explanation})" if each.kind.explanation else "")


def _needed(each: Feld) -> str:
    if each.pflicht:
        return ALWAYS
    if each.angabe.pflicht_ab:
        return f"nötig ab Status „{Vorhabenstatus(each.angabe.pflicht_ab).label}“"
    return "empfohlen" if each.angabe.empfohlen else ""


def _doc(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip()
