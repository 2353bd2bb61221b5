"""One rule, one object: the value, or why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sozialraum.fields.choice import JaNein
from sozialraum.imports.mapping import Anweisung, Geometrie, Regel, placeholders
from sozialraum.load.folder import slugify

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sozialraum.fields.geometry import Flaeche
    from sozialraum.fields.place import Punkt
    from sozialraum.imports.objects import Objekt

Value = str | list[str]

_ADDRESS = re.compile(r"(?P<strasse>[^,;\d][^,;]*?)(?: ?[,;/|–-] ?| )(?:D-)?(?P<plz>\d{5}) (?P<ort>\D.*)")
"""An address in one line: street with number, postcode, town."""
_DATE_SIGNS = {"JJJJ": "%Y", "JJ": "%y", "MM": "%m", "TT": "%d"}


@dataclass(frozen=True, slots=True)
class Space:
    """A Sozialraum with an area, existing or planned."""

    id: str
    titel: str
    flaeche: Flaeche
    bounds: tuple[float, float, float, float]
    """West, south, east, north: most points need no closer look."""

    def contains(self, punkt: Punkt) -> bool:
        """Whether a place lies inside."""
        west, south, east, north = self.bounds
        return west <= punkt.lon <= east and south <= punkt.lat <= north and self.flaeche.contains(punkt)

    @property
    def size(self) -> float:
        """The size of the surrounding rectangle in square degrees, to tell a quarter from its town."""
        west, south, east, north = self.bounds
        return (east - west) * (north - south)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A value, and what a person should know about how it came about."""

    value: Value | None = None
    problem: str = ""
    """The value of the source is malformed; it was left out or replaced."""
    remark: str = ""
    """Nothing is wrong, but somebody should have a look."""


def value_of(rule: Anweisung, objekt: Objekt, spaces: Mapping[str, Space]) -> Outcome:
    """Return what a rule makes of an object; constants are returned as they are."""
    if not isinstance(rule, Regel):
        return Outcome(rule)
    if rule.geometrie is Geometrie.sozialraum:
        return _space(rule, objekt, spaces)
    raw = _raw(rule, objekt)
    if not raw:
        return Outcome(rule.sonst)
    if not rule.trennen:
        return _converted(rule, raw)
    pieces = [part.strip() for part in raw.replace("\n", rule.trennen).split(rule.trennen)]
    parts = [_converted(rule, part) for part in pieces if part]
    values = [part.value for part in parts if isinstance(part.value, str)]
    problem = next((part.problem for part in parts if part.problem), "")
    return Outcome(list(dict.fromkeys(values)) or None, problem)


def filled_text(template: str, properties: Mapping[str, str]) -> str:
    """Return a free text with its {eigenschaft} filled in, without the lines that would have a gap."""
    lines = [_filled(line, properties) for line in template.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line is not None)).strip()


def _raw(rule: Regel, objekt: Objekt) -> str:
    if rule.geometrie is Geometrie.punkt:
        return f"{objekt.punkt.lat:.6f}, {objekt.punkt.lon:.6f}" if objekt.punkt else ""
    if rule.text:
        return _filled(rule.text, objekt.properties) or ""
    names = [rule.eigenschaft] if rule.eigenschaft else rule.eigenschaften
    values = [objekt.properties.get(name, "") for name in names]
    values += [_filled(each, objekt.properties) or "" for each in rule.texte]
    return f"{rule.verbinden_mit or ''} ".join(value for value in values if value)


def _filled(template: str, properties: Mapping[str, str]) -> str | None:
    names = placeholders(template)
    if any(not properties.get(name) for name in names):
        return None
    return re.sub(r"\{([^{}]+)\}", lambda name: properties[name[1]], template)


def _converted(rule: Regel, raw: str) -> Outcome:
    """Take one value through address, area code, pattern, table, date and id, in this order."""
    value, problem = _picked(rule, raw)
    if problem:
        return Outcome(rule.sonst, problem)
    if rule.tabelle:
        value = rule.tabelle.get(value, rule.sonst or value)
    if rule.datum:
        try:
            value = datetime.strptime(value, _date_format(rule.datum)).date().isoformat()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            return Outcome(rule.sonst, f"„{raw[:60]}“ ist kein Datum der Form {rule.datum}.")
    return Outcome(slugify(value) if rule.als_kennung is JaNein.ja else value)


def _picked(rule: Regel, raw: str) -> tuple[str, str]:
    """Return the part of a value that a rule wants, or what is wrong with it."""
    value = raw
    if rule.anschrift:
        found = _ADDRESS.fullmatch(" ".join(raw.split()))
        if not found:
            return "", f"„{raw[:60]}“ ist keine Anschrift wie „Lindenring 14, 00412 Auenstadt“."
        value = found[rule.anschrift.value]
    if rule.vorwahl and value[:1] not in "0+(":
        value = f"{rule.vorwahl} {value}"
    if rule.muster:
        found = re.fullmatch(rule.muster, value)
        if not found:
            return "", f"„{raw[:60]}“ hat nicht die Form, die die Zuordnung erwartet."
        value = found[1] if found.re.groups else found[0]
    return value, ""


def _date_format(written: str) -> str:
    for sign, code in _DATE_SIGNS.items():
        written = written.replace(sign, code)
    return written


def _space(rule: Regel, objekt: Objekt, spaces: Mapping[str, Space]) -> Outcome:
    """Return the smallest area around the object's place."""
    inside = [space for space in spaces.values() if objekt.punkt and space.contains(objekt.punkt)]
    if not inside:
        return Outcome(rule.sonst, remark="Der Punkt liegt in keinem Sozialraum.")
    found = min(inside, key=lambda space: space.size)
    named = objekt.properties.get(rule.vergleich or "", found.titel)
    if named == found.titel:
        return Outcome([found.id])
    remark = f"{rule.vergleich} nennt „{named}“, der Punkt liegt in „{found.titel}“; es gilt der Punkt."
    return Outcome([found.id], remark=remark)
