"""A record as its page shows it: parts, rows, values, without any markup.

The parts and rows follow from the model: each field says by its marker in
which part of the page it stands and under which label. A new field needs
nothing here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.fields.choice import Choice
from sozialraum.fields.contact import Telefonnummer
from sozialraum.fields.dates import long_date
from sozialraum.fields.hours import Zeiten, for_browser
from sozialraum.fields.hours_table import weekly_table
from sozialraum.fields.kind import Teil
from sozialraum.fields.language import language_name
from sozialraum.fields.link import EVERYWHERE, LANDKREISWEIT
from sozialraum.model.bedarfslage import Lagewechsel
from sozialraum.model.contact import Vereinbarung
from sozialraum.model.describe import Feld, Form, feld, felder
from sozialraum.model.vorhaben import Statuswechsel
from sozialraum.site.week import in_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from sozialraum.load.entries import Entry
    from sozialraum.project import Project
    from sozialraum.site.cards import Card

UPPER = (Teil.AUF_EINEN_BLICK, Teil.ZUGANG, Teil.KONTAKT, Teil.INHALT)
"""Parts above the free text: what a person in a hurry needs."""
LOWER = (Teil.METHODE, Teil.RASTER, Teil.VERLAUF, Teil.EINORDNUNG, Teil.INTERN, Teil.PFLEGE)
"""Parts below it."""

_PANEL = frozenset({Teil.AUF_EINEN_BLICK, Teil.ZUGANG, Teil.KONTAKT})
_QUESTIONS = frozenset({Teil.INHALT, Teil.METHODE, Teil.RASTER, Teil.VERLAUF})

_TITLES = {
    ("protokolle", Teil.METHODE): "Aus der Sitzung",
    ("schluesselpersonen", Teil.ZUGANG): "So kommt man ins Gespräch",
}
"""Parts that are called something else on the pages of one type."""

ELSEWHERE = frozenset({"geprueft_am", "geprueft", "wille", "staerken", "belege"})
"""Fields to which the page gives a place of their own; no part shows them."""

_QUOTED = frozenset({"wille", "entscheidung_der_person"})
"""What a person said, shown as a quotation."""

_SHAPES = {Vereinbarung: "tabelle", Statuswechsel: "verlauf", Lagewechsel: "verlauf"}
"""Groups that read better as something else than a list."""

_PROSE = frozenset({"Titel", "Zeile", "Text"})
"""Kinds of value that hardly two records share."""
_SHORT = frozenset({"text", "verweis", "reihe", "datum"})
"""Values that fit in a line with their label."""

_NOTHING = (None, ())
"""What a field holds that was not given."""
MOST_IN_ROW = 24
"""A list of texts of as many characters reads better in one line, a group of SMALL size with MOST_IN_LINE."""
MOST_IN_LINE, SMALL = 90, 6

_WEB_KINDS = {"Webadresse": "web", "Mailadresse": "mail", "Text": "absatz"}
_SPOKEN = {"noch_offen": "noch offen", "keine_bekannt": "keine bekannt"}
"""Words a record may give instead of an answer, as people say them."""


class Wert(NamedTuple):
    """A value ready for the page. `art` names the macro that shows it, `daten` is what it shows."""

    art: str
    daten: Any


class Zeile(NamedTuple):
    """One line of a part: a label and its value."""

    label: str
    wert: Wert
    hinweis: str = ""
    """What one should know about the value."""


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """A part of a page with its heading.

    `art` is how it is read: "tafel" at a glance, "fragen" line by line,
    "angaben" only if one looks for it.
    """

    id: str
    titel: str
    art: str
    zeilen: tuple[Zeile, ...]


class Viewer:
    """Turns values of one project into what its pages show."""

    def __init__(self, project: Project, cards: Mapping[str, Card], holidays: frozenset[date]) -> None:
        self._project = project
        self._cards = cards
        self._holidays = holidays
        self._vokabular = project.district.vokabular
        self._known: dict[tuple[int, Any], tuple[Zeile, ...]] = {}

    def parts(self, entry: Entry, wanted: tuple[Teil, ...]) -> tuple[Abschnitt, ...]:
        """Return the parts of a record's page that have anything in them."""
        rows: dict[Teil, list[Zeile]] = {teil: [] for teil in wanted}
        before = ""
        for each in _fields_of(type(entry.record), wanted):
            value = getattr(entry.record, each.name)
            if not value and value in _NOTHING:
                continue
            found = rows[each.angabe.teil]
            if each.name == f"{before}_hinweis":
                found[-1] = found[-1]._replace(hinweis=value)
            else:
                found.extend(self._rows(each, value))
                before = each.name
        return tuple(_part(entry.ordner, teil, found) for teil, found in rows.items() if found)

    def contact(self, entry: Entry) -> tuple[Abschnitt, ...]:
        """Return the part with a key person's name and numbers, as far as this audience may know them."""
        rows = list(self._part_rows(entry.kontakt)) if entry.kontakt else []
        return (_part(entry.ordner, Teil.KONTAKT, rows),) if rows else ()

    def row(self, entry: Entry, name: str) -> Zeile | None:
        """Return one field of a record, None where it has no such field or no value in it."""
        field = feld(type(entry.record), name)
        value = getattr(entry.record, name, None)
        return next(iter(self._rows(field, value)), None) if field and value not in _NOTHING else None

    def value(self, field: Feld, value: Any) -> Wert | None:
        """Return one value, None where this audience sees nothing of it."""
        if field.form is Form.GRUPPEN:
            return self._groups(field, value)
        if field.form is Form.LISTE:
            return self._several(field, [self._single(field, each) for each in value])
        if field.form is Form.GRUPPE:
            rows = tuple(self._part_rows(value))
            return Wert(_group_art(rows), rows) if rows else None
        return self._single(field, value)

    def _rows(self, field: Feld, value: Any) -> tuple[Zeile, ...]:
        """Return the rows of one field; values that many records share are made once."""
        if field.kind.name in _PROSE or field.form is Form.GRUPPEN:
            return tuple(self._made(field, value))
        key = (id(field), value)
        rows = self._known.get(key)
        if rows is None:
            rows = self._known[key] = tuple(self._made(field, value))
        return rows

    def _made(self, field: Feld, value: Any) -> Iterator[Zeile]:
        if field.form is Form.GRUPPE and field.name in ("kontakt", "ort", "erreichbarkeit"):
            yield from self._flat(field, value)
            return
        shown = self.value(field, value)
        if shown:
            yield Zeile(_label(field, value), shown)

    def _flat(self, field: Feld, value: BaseModel) -> Iterator[Zeile]:
        """Yield a group's own rows; an address is one row."""
        if field.name == "ort":
            lines = _address(value)
            if lines:
                yield Zeile(field.angabe.label, Wert("adresse", lines))
            return
        yield from self._part_rows(value)

    def _part_rows(self, part: BaseModel) -> Iterator[Zeile]:
        for each in felder(type(part)):
            value = getattr(part, each.name)
            if value or value not in _NOTHING:
                shown = self.value(each, value)
                if shown:
                    yield Zeile(_label(each, value), shown)

    def _groups(self, field: Feld, parts: tuple[BaseModel, ...]) -> Wert | None:
        rows = tuple(found for part in parts if (found := tuple(self._part_rows(part))))
        if not rows or not field.part:
            return None
        if field.part in _SHAPES:
            return Wert(_SHAPES[field.part], rows)
        split = ((row.wert, tuple(others)) for row, *others in rows)
        return Wert("gruppen", tuple((first, Wert(_group_art(others), others)) for first, others in split))

    def _several(self, field: Feld, values: list[Wert | None]) -> Wert | None:
        shown = tuple(value for value in values if value)
        words = all(value.art == "text" and len(value.daten) <= MOST_IN_ROW for value in shown)
        short = words or field.choice or field.woerter or field.ziel
        return Wert("reihe" if short else "liste", shown) if shown else None

    def _single(self, field: Feld, value: Any) -> Wert | None:  # noqa: PLR0911 - one line a kind
        if field.ziel:
            return self._link(value)
        if field.woerter:
            return self._word(field.woerter.vokabular, value)
        if isinstance(value, Choice):
            return Wert("text", value.label)
        if isinstance(value, date):
            return Wert("datum", (value.isoformat(), long_date(value)))
        if isinstance(value, Zeiten):
            return self._hours(value)
        if isinstance(value, Telefonnummer):
            return Wert("telefon", value)
        return _words(field, value)

    def _link(self, id_: str) -> Wert | None:
        if id_ == LANDKREISWEIT:
            return Wert("verweis", (f"../sozialraeume/{LANDKREISWEIT}.html", EVERYWHERE))
        card = self._cards.get(id_)
        return Wert("verweis", (card.url, card.titel)) if card else None

    def _word(self, vokabular: str, code: str) -> Wert:
        name = self._vokabular.name(vokabular, code)
        if vokabular == "rollen":
            return Wert("text", name)
        return Wert("verweis", (f"../{vokabular}/{code.replace('_', '-')}.html", name))

    def _hours(self, value: Zeiten) -> Wert:
        data = for_browser(value, self._project.today, self._holidays)
        return Wert("zeiten", in_rows(weekly_table(value), json.dumps(data, separators=(",", ":"))))


@cache
def _fields_of(model: type[BaseModel], wanted: tuple[Teil, ...]) -> Sequence[Feld]:
    """Return the fields of a model that some parts of its page show."""
    return [each for each in felder(model) if each.angabe.teil in wanted and each.name not in ELSEWHERE]


@cache
def anchor(teil: Teil) -> str:
    """Return the id of a part's heading."""
    return teil.name.lower().replace("_", "-")


def _label(field: Feld, value: Any) -> str:
    """Return what stands before a value: „Thema“ where a list of Themen holds one."""
    return field.angabe.einzahl if field.angabe.einzahl and len(value) == 1 else field.angabe.label


def _words(field: Feld, value: Any) -> Wert:
    """Return what is written as words or numbers."""
    if isinstance(value, int):
        return Wert("text", f"{value:,}".replace(",", "."))
    text = language_name(value) if field.kind.name == "Sprache" else str(value)
    if text in _SPOKEN:
        return Wert("text", _SPOKEN[text])
    return Wert("zitat" if field.name in _QUOTED else _WEB_KINDS.get(field.kind.name, "text"), text)


def _part(ordner: str, teil: Teil, rows: list[Zeile]) -> Abschnitt:
    art = "tafel" if teil in _PANEL else "fragen" if teil in _QUESTIONS else "angaben"
    return Abschnitt(anchor(teil), _TITLES.get((ordner, teil), str(teil)), art, tuple(rows))


def _group_art(rows: tuple[Zeile, ...]) -> str:
    """Return how a group is shown: in one line, as questions with their own groups, or row by row."""
    kinds = {row.wert.art for row in rows}
    brief = all(row.wert.art != "text" or len(row.wert.daten) <= MOST_IN_LINE for row in rows)
    if brief and kinds <= _SHORT and len(rows) <= SMALL:
        return "kurz"
    return "fragen" if "gruppen" in kinds else "gruppe"


def _address(ort: Any) -> tuple[str, ...]:
    town = " ".join(word for word in (ort.plz, ort.ort) if word)
    return tuple(line for line in (ort.name, ort.strasse, town, ort.beschreibung) if line)
