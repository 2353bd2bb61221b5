"""A record as its page shows it: parts, rows, values, without any markup.

The parts and rows follow from the model: each field says by its marker in
which part of the page it stands and under which label. A new field needs
nothing here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.fields.choice import Choice
from sozialraum.fields.contact import Telefonnummer
from sozialraum.fields.hours import Zeiten, for_browser
from sozialraum.fields.hours_table import Wochentafel, weekly_table
from sozialraum.fields.kind import Teil
from sozialraum.fields.language import language_name
from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.model.describe import Feld, Form, felder
from sozialraum.site.wording import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

    from sozialraum.load.entries import Entry
    from sozialraum.project import Project
    from sozialraum.site.cards import Card

UPPER = (Teil.AUF_EINEN_BLICK, Teil.INHALT, Teil.ZUGANG, Teil.KONTAKT)
"""Parts above the free text: what a person in a hurry needs."""
LOWER = (Teil.METHODE, Teil.RASTER, Teil.VERLAUF, Teil.EINORDNUNG, Teil.INTERN, Teil.PFLEGE)
"""Parts below it."""

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


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """A part of a page with its heading."""

    id: str
    titel: str
    zeilen: tuple[Zeile, ...]


class ZeitenDaten(NamedTuple):
    """Opening hours for the page: the table, and what the browser needs for „heute“."""

    tafel: Wochentafel
    browser: str


class Viewer:
    """Turns values of one project into what its pages show."""

    def __init__(self, project: Project, cards: Mapping[str, Card], holidays: frozenset[date]) -> None:
        self._project = project
        self._cards = cards
        self._holidays = holidays
        self._vokabular = project.district.vokabular

    def parts(self, entry: Entry, wanted: tuple[Teil, ...]) -> tuple[Abschnitt, ...]:
        """Return the parts of a record's page that have anything in them."""
        rows: dict[Teil, list[Zeile]] = {teil: [] for teil in wanted}
        for each in felder(type(entry.record)):
            value = getattr(entry.record, each.name)
            if each.angabe.teil in rows and value not in (None, ()):
                rows[each.angabe.teil].extend(self._rows(each, value))
        return tuple(Abschnitt(anchor(teil), str(teil), tuple(found)) for teil, found in rows.items() if found)

    def value(self, field: Feld, value: Any) -> Wert | None:
        """Return one value, None where this audience sees nothing of it."""
        if field.form is Form.GRUPPEN:
            return self._groups(field, value)
        if field.form is Form.LISTE:
            return self._several(field, [self._single(field, each) for each in value])
        if field.form is Form.GRUPPE:
            rows = tuple(self._part_rows(value))
            return Wert("gruppe", rows) if rows else None
        return self._single(field, value)

    def _rows(self, field: Feld, value: Any) -> Iterator[Zeile]:
        if field.form is Form.GRUPPE and field.name in ("kontakt", "ort", "erreichbarkeit"):
            yield from self._flat(field, value)
            return
        shown = self.value(field, value)
        if shown:
            yield Zeile(field.angabe.label, shown)

    def _flat(self, field: Feld, value: BaseModel) -> Iterator[Zeile]:
        """Yield a group's own rows; an address is one row."""
        if field.name == "ort":
            lines = _address(value)
            if lines:
                yield Zeile(field.angabe.label, Wert("adresse", (lines, getattr(value, "koordinaten", None))))
            return
        yield from self._part_rows(value)

    def _part_rows(self, part: BaseModel) -> Iterator[Zeile]:
        for each in felder(type(part)):
            value = getattr(part, each.name)
            if value not in (None, ()):
                shown = self.value(each, value)
                if shown:
                    yield Zeile(each.angabe.label, shown)

    def _groups(self, field: Feld, parts: tuple[BaseModel, ...]) -> Wert | None:
        rows = tuple(tuple(self._part_rows(part)) for part in parts)
        return Wert("gruppen", rows) if field.part and any(rows) else None

    def _several(self, field: Feld, values: list[Wert | None]) -> Wert | None:
        shown = tuple(value for value in values if value)
        short = field.choice is not None or field.woerter is not None or field.ziel is not None
        return Wert("reihe" if short or field.kind.name == "Sprache" else "liste", shown) if shown else None

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
        text = language_name(value) if field.kind.name == "Sprache" else str(value)
        return Wert(_WEB_KINDS.get(field.kind.name, "text"), _SPOKEN.get(text, text))

    def _link(self, id_: str) -> Wert | None:
        if id_ == LANDKREISWEIT:
            return Wert("verweis", ("../sozialraeume/index.html", "landkreisweit"))
        card = self._cards.get(id_)
        return Wert("verweis", (card.url, card.titel)) if card else None

    def _word(self, vokabular: str, code: str) -> Wert:
        name = self._vokabular.name(vokabular, code)
        if vokabular == "rollen":
            return Wert("text", name)
        return Wert("verweis", (f"../{vokabular}/{code.replace('_', '-')}.html", name))

    def _hours(self, value: Zeiten) -> Wert:
        data = for_browser(value, self._project.today, self._holidays)
        return Wert("zeiten", ZeitenDaten(weekly_table(value), json.dumps(data, separators=(",", ":"))))


def anchor(teil: Teil) -> str:
    """Return the id of a part's heading."""
    return teil.name.lower().replace("_", "-")


def _address(ort: Any) -> tuple[str, ...]:
    town = " ".join(word for word in (ort.plz, ort.ort) if word)
    return tuple(line for line in (ort.name, ort.strasse, town, ort.beschreibung) if line)
