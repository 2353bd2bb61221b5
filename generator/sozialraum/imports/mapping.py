"""The file that says how foreign data become records (`zuordnung.yml`).

    schritte:
      - art: ressourcen
        kennung: {eigenschaft: slug}
        felder:
          titel: {eigenschaft: facility}
          herkunft: professionell
          ort.koordinaten: {geometrie: punkt}

A value written as text or list is the same for every record, a group of values
is a rule (`Regel`). Steps are carried out in order, so that records can refer
to those of earlier steps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from sozialraum.diagnostics import Diagnostic, Rule, Severity
from sozialraum.fields.choice import Choice, JaNein
from sozialraum.fields.kind import angabe
from sozialraum.fields.text import Text, Zahl, Zeile
from sozialraum.load.validate import Problems, validate
from sozialraum.model.part import Part
from sozialraum.source.text import read_text
from sozialraum.source.yaml_text import Origin, locate, locate_key, parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Span

ZUORDNUNG = Rule(
    "import_zuordnung",
    Severity.FEHLER,
    "Die Zuordnung passt nicht zu den Daten oder zu den Feldern.\n\nSie sagt für jede Eintragsart, aus welcher "
    "Eigenschaft der Quelle welche Angabe wird. Solange darin ein Fehler steckt, wird nichts übernommen.",
)

RULES = (ZUORDNUNG,)

WITHOUT_SOURCE = "keine"
"""As `quelle`: the step makes one record from constants."""
WGS84 = 4326
"""EPSG code of plain longitude and latitude."""


class Geometrie(Choice):
    """What a rule takes from the geometry."""

    punkt = "punkt", "Breite und Länge"
    sozialraum = "sozialraum", "der Sozialraum, in dem der Punkt liegt"


class Anschriftteil(Choice):
    """What a rule takes from an address in one cell."""

    strasse = "strasse", "Straße und Hausnummer"
    plz = "plz", "Postleitzahl"
    ort = "ort", "Stadt oder Gemeinde"


class Regel(Part):
    """Wie eine Angabe aus den Eigenschaften eines Objekts entsteht."""

    eigenschaft: Annotated[Zeile | None, angabe("Eigenschaft")] = None
    """Der Wert einer Eigenschaft; `address.street` für eine in einer Gruppe."""
    eigenschaften: Annotated[tuple[Zeile, ...], angabe("Eigenschaften")] = ()
    """Die Werte mehrerer Eigenschaften hintereinander; leere entfallen."""
    verbinden_mit: Annotated[Zeile | None, angabe("Verbinden mit")] = None
    """Zeichen zwischen den Werten, zusätzlich zum Leerzeichen."""
    text: Annotated[Zeile | None, angabe("Text")] = None
    """Ein Satz mit {eigenschaft}; er entfällt, wenn eine davon leer ist."""
    texte: Annotated[tuple[Zeile, ...], angabe("Texte")] = ()
    """Mehrere Sätze mit {eigenschaft}, hintereinander: `[Mo {Montag}, Di {Dienstag}]`; jeder entfällt für sich."""
    geometrie: Annotated[Geometrie | None, angabe("Geometrie")] = None
    """`punkt` für Koordinaten, `sozialraum` für den Ort, in dem der Punkt liegt."""
    vergleich: Annotated[Zeile | None, angabe("Vergleich")] = None
    """Eigenschaft, die den Namen des Sozialraums nennt; weicht sie ab, gibt es einen Hinweis."""
    trennen: Annotated[Zeile | None, angabe("Trennen")] = None
    """Zeichen, an dem der Wert zu einer Liste wird; Zeilen einer Zelle sind immer eigene Werte."""
    anschrift: Annotated[Anschriftteil | None, angabe("Teil einer Anschrift")] = None
    """`strasse`, `plz` oder `ort` aus einer Zelle wie „Lindenring 14, 00412 Auenstadt“."""
    vorwahl: Annotated[Zeile | None, angabe("Vorwahl", beispiel='"0461"')] = None
    """Ortsvorwahl, die vor Telefonnummern ohne Vorwahl gehört."""
    muster: Annotated[Zeile | None, angabe("Muster")] = None
    """Regulärer Ausdruck für den ganzen Wert; die erste Klammer ist, was übernommen wird."""
    tabelle: Annotated[dict[str, str], angabe("Tabelle")] = {}  # noqa: RUF012 - pydantic gives each instance its own
    """Übersetzung: Wert der Quelle zu Wert im Handbuch. Was nicht darin steht, bleibt."""
    uebersetzung: Annotated[Zeile | None, angabe("Übersetzung")] = None
    """Name einer Tabelle unter `tabellen`, wenn mehrere Regeln dieselbe brauchen."""
    sonst: Annotated[Zeile | None, angabe("Sonst")] = None
    """Was gilt, wenn es keinen Wert gibt oder er nicht in der Tabelle steht."""
    datum: Annotated[Zeile | None, angabe("Datum")] = None
    """Wie ein Datum in der Quelle geschrieben ist: TT.MM.JJJJ."""
    als_kennung: Annotated[JaNein, angabe("Als Kennung")] = JaNein.nein
    """`ja` macht aus einem Namen die Kennung, auf die andere Einträge verweisen."""

    @property
    def properties(self) -> tuple[str, ...]:
        """The properties the value is made from."""
        filled = [name for template in (self.text or "", *self.texte) for name in placeholders(template)]
        named = [self.eigenschaft, *self.eigenschaften, *filled, self.vergleich]
        return tuple(dict.fromkeys(name for name in named if name))


class Schritt(Part):
    """Ein Durchgang: eine Quelle, eine Eintragsart."""

    art: Annotated[Zeile, angabe("Art", beispiel="ressourcen")]
    """Der Ordner der Eintragsart."""
    quelle: Annotated[Zeile | None, angabe("Quelle")] = None
    """Dateiname neben den angegebenen Daten; ohne Angabe diese selbst, `keine` für einen festen Eintrag."""
    blatt: Annotated[Zeile | None, angabe("Blatt")] = None
    """Name des Blattes in einer XLSX-Datei; ohne Angabe das erste, auf dem eine Tabelle steht."""
    kopfzeile: Annotated[Zahl | None, angabe("Kopfzeile")] = None
    """Nummer der Zeile mit den Überschriften einer Tabelle; ohne Angabe die erste mit mehreren gefüllten Zellen."""
    epsg: Annotated[Zahl, angabe("Koordinatensystem")] = WGS84
    """EPSG-Nummer der Koordinaten: 4326 für Grad, 25832 oder 25833 für UTM."""
    breite: Annotated[Zeile | None, angabe("Breite")] = None
    """Eigenschaft mit der Breite oder dem Hochwert, wenn es keine Geometrie gibt."""
    laenge: Annotated[Zeile | None, angabe("Länge")] = None
    """Eigenschaft mit der Länge oder dem Rechtswert."""
    nur: Annotated[dict[str, str], angabe("Nur")] = {}  # noqa: RUF012 - pydantic gives each instance its own
    """Eigenschaften, die ein Objekt haben muss, damit es übernommen wird."""
    kennung: Annotated[Any, angabe("Kennung")] = None
    """Regel für den Dateinamen; ohne Angabe wird er aus dem Titel gebildet."""
    zusammenfassen: Annotated[JaNein, angabe("Zusammenfassen")] = JaNein.nein
    """`ja`, wenn mehrere Objekte mit derselben Kennung denselben Eintrag meinen."""
    titel_zusatz: Annotated[Zeile | None, angabe("Zusatz zum Titel")] = None
    """Eigenschaft, die in Klammern dazukommt, wenn ein Titel mehrfach vorkommt; ebenso in dem Dateinamen, der aus ihm entsteht."""
    flaeche: Annotated[JaNein, angabe("Fläche")] = JaNein.nein
    """`ja` legt die Fläche als .geojson neben den Sozialraum."""
    felder: Annotated[dict[str, Any], angabe("Felder", beispiel="…")]
    """Angabe (`kontakt.telefon`) zu Wert oder Regel."""
    text: Annotated[Text | None, angabe("Text")] = None
    """Der freie Text mit {eigenschaft}; Zeilen mit einer leeren entfallen."""


class Zuordnung(Part):
    """Wie aus fremden Daten Einträge werden."""

    handbuch: Annotated[Zeile | None, angabe("Einstellungen")] = None
    """Datei neben der Zuordnung, die handbuch.yml wird, wenn es noch keine gibt."""
    tabellen: Annotated[dict[str, dict[str, str]], angabe("Tabellen")] = {}  # noqa: RUF012 - pydantic gives each instance its own
    """Übersetzungen, die mehrere Regeln brauchen."""
    schritte: Annotated[tuple[Schritt, ...], angabe("Schritte", beispiel="…")]
    """Die Durchgänge, in dieser Reihenfolge."""


Anweisung = str | list[str] | Regel
"""A constant, a constant list, or a rule."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step with its rules understood."""

    position: int
    """Counts from 0, as the place in the file does."""
    schritt: Schritt
    kennung: Anweisung | None
    felder: Mapping[str, Anweisung]

    def origin_of(self, name: str) -> str:
        """Return the property behind a field, "" for a constant."""
        rule = self.felder.get(name)
        return ", ".join(rule.properties) if isinstance(rule, Regel) else ""


@dataclass(frozen=True, slots=True)
class MappingFile:
    """A mapping, and where its parts stand."""

    text: str
    origin: Origin
    handbuch: str
    steps: tuple[Step, ...]

    def at(self, keys: Sequence[str | int], message: str, remedy: str) -> Diagnostic:
        """Return a Fehler of the mapping at `keys`."""
        return ZUORDNUNG.at(self.span(keys), message, remedy)

    def span(self, keys: Sequence[str | int]) -> Span:
        """Return the place of the value at `keys`."""
        return locate(self.text, self.origin, keys)


def placeholders(template: str) -> list[str]:
    """Return the properties that a text with {eigenschaft} names."""
    return re.findall(r"\{([^{}]+)\}", template)


def read_mapping(file: Path) -> tuple[MappingFile | None, list[Diagnostic]]:
    """Return what the file says; None where it does not say it rightly."""
    origin = Origin(file.name)
    text, found = read_text(file, file.name)
    values, more = parse(text, origin) if text is not None else (None, [])
    if text is None or values is None:
        return None, [*found, *more]
    zuordnung, wrong = validate(Zuordnung, values, _problems(Zuordnung, text, origin, ()))
    if zuordnung is None:
        return None, [*found, *more, *wrong]
    steps = []
    for position, schritt in enumerate(zuordnung.schritte):
        step, problems = _step(_Place(text, origin, position), schritt, zuordnung.tabellen)
        steps.append(step)
        wrong += problems
    mapping = MappingFile(text, origin, zuordnung.handbuch or "", tuple(steps))
    return (None if wrong else mapping), [*found, *more, *wrong]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a step stands in its file."""

    text: str
    origin: Origin
    position: int

    def span(self, keys: Sequence[str | int]) -> Span:
        return locate(self.text, self.origin, ("schritte", self.position, *keys))


def _step(place: _Place, schritt: Schritt, tables: Mapping[str, dict[str, str]]) -> tuple[Step, list[Diagnostic]]:
    found: list[Diagnostic] = []
    rules: dict[str, Anweisung] = {}
    for name, value in schritt.felder.items():
        rule, problems = _rule(place, ("felder", name), value, tables)
        found += problems
        if rule is not None:
            rules[name] = rule
    kennung, problems = _rule(place, ("kennung",), schritt.kennung, tables)
    return Step(place.position, schritt, kennung, rules), [*found, *problems]


def _rule(
    place: _Place,
    keys: tuple[str, ...],
    value: Any,
    tables: Mapping[str, dict[str, str]],
) -> tuple[Anweisung | None, list[Diagnostic]]:
    """Return a rule understood, or the constant as it is."""
    if not isinstance(value, dict):
        return value, []
    path: tuple[str | int, ...] = ("schritte", place.position, *keys)
    regel, found = validate(Regel, value, _problems(Regel, place.text, place.origin, path))
    if regel is None:
        return None, found
    if regel.uebersetzung and regel.uebersetzung not in tables:
        message = f"Eine Tabelle „{regel.uebersetzung}“ gibt es unter tabellen nicht."
        return None, [ZUORDNUNG.at(place.span(keys), message, "Unter tabellen: anlegen oder den Namen berichtigen.")]
    if regel.uebersetzung:
        regel = regel.model_copy(update={"tabelle": tables[regel.uebersetzung]})
    return regel, _contradictions(regel, place.span(keys))


def _problems(model: type[Part], text: str, origin: Origin, prefix: tuple[str | int, ...]) -> Problems:
    """Return what turns errors about the part of the file at `prefix` into diagnostics."""
    return Problems(
        model,
        lambda keys: locate(text, origin, (*prefix, *keys)),
        lambda keys: locate_key(text, origin, (*prefix, *keys)),
    )


def _contradictions(regel: Regel, span: Span) -> list[Diagnostic]:
    sources = [regel.eigenschaft, regel.eigenschaften, regel.text, regel.texte, regel.geometrie]
    if sum(map(bool, sources)) != 1:
        remedy = "Genau eine davon angeben: eigenschaft, eigenschaften, text, texte oder geometrie."
        return [ZUORDNUNG.at(span, "Die Regel sagt nicht eindeutig, woher der Wert kommt.", remedy)]
    try:
        re.compile(regel.muster or "")
    except re.error as error:
        return [ZUORDNUNG.at(span, f"Das Muster „{regel.muster}“ ist nicht zu lesen ({error}).", "Klammern prüfen.")]
    return []
