"""Places: who is responsible, what lies where, what must not be found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.checks.finding import Checked, Finding
from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.fields.place import Punkt
from sozialraum.model.organisation import Organisation
from sozialraum.model.protection import WAY_FIELDS, is_protected
from sozialraum.model.ressource import Ressource
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.model.team import Team

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.load.entries import Entry
    from sozialraum.model.record import Record

GERMANY = (47, 56, 5, 16)
"""Latitudes and longitudes between which all of Germany lies, in whole degrees."""
_ADDRESS = re.compile(
    r"\b(?:[A-ZÄÖÜ][\w-]* ){0,2}[A-ZÄÖÜ]?[\w-]*(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee"
    r"|Stra(?:ß|ss)e|Weg|Platz|Allee|Gasse) (?:Nr\. ?)?\d{1,4}\b"
    r"|\b\d{5} [A-ZÄÖÜ][a-zäöüß]+"
    r"|\b\d{2}\.\d{3,}\s*,\s*\d{1,2}\.\d{3,}\b"
)
"""How an address or coordinates look in a sentence."""


def zustaendigkeit_einseitig(checked: Checked) -> Iterator[Finding]:
    """Sozialraum und Team nennen einander nicht gegenseitig.

    Jeder Sozialraum hat ein Team, und dieses Team führt ihn unter `sozialraeume` auf. So weiß man auf beiden Seiten,
    wer zuständig ist.
    """
    teams = {entry.id: team for entry, team in checked.of_type(Team)}
    for entry, raum in checked.of_type(Sozialraum):
        team = teams.get(raum.team)
        if team and entry.id not in team.sozialraeume and LANDKREISWEIT not in team.sozialraeume:
            message = f"Das Team „{team.titel}“ nennt diesen Sozialraum nicht."
            yield Finding(entry.document.span(("team",)), message, f"Im Team unter sozialraeume „{entry.id}“ ergänzen.")


def koordinaten_ausserhalb(checked: Checked) -> Iterator[Finding]:
    """Die Koordinaten liegen nicht in dem Sozialraum, der angegeben ist.

    Meist sind Breite und Länge vertauscht, oder der Eintrag gehört zu einem anderen Sozialraum. Geprüft wird nur, wo
    der Sozialraum eine Fläche (`.geojson`) hat.
    """
    entries = checked.graph.entries
    for entry in checked.district.entries:
        keys, point = _point(entry)
        if point is None or _is_swapped(point):
            continue
        spaces = (
            [entry]
            if isinstance(entry.record, Sozialraum)
            else [entries[id_] for id_ in getattr(entry.record, "sozialraeume", ()) if id_ in entries]
        )
        areas = [space.flaeche for space in spaces]
        if not areas or None in areas or any(area and area.contains(point) for area in areas):
            continue
        names = " und ".join(f"„{space.record.titel}“" for space in spaces)
        message = f"Die Koordinaten {point} liegen nicht in {names}."
        yield Finding(
            entry.document.span(keys), message, "Erst die Breite, dann die Länge; oder den Sozialraum ändern."
        )


def koordinaten_vertauscht(checked: Checked) -> Iterator[Finding]:
    """Breite und Länge sind vertauscht.

    Zuerst steht die Breite, in Deutschland eine Zahl zwischen 47 und 56, dann die Länge, eine zwischen 5 und 16. So
    schreiben es die meisten Kartendienste; in Dateien mit Geodaten ist es oft umgekehrt.
    """
    for entry in checked.district.entries:
        keys, point = _point(entry)
        if point and _is_swapped(point):
            message = f"Die Koordinaten {point} liegen weit weg: Breite und Länge sind vertauscht."
            yield Finding(entry.document.span(keys), message, f"Richtig ist: {keys[-1]}: {Punkt(point.lon, point.lat)}")


def _is_swapped(point: Punkt) -> bool:
    """Whether a point lies in Germany only with latitude and longitude the other way round."""
    return not _in_germany(point.lat, point.lon) and _in_germany(point.lon, point.lat)


def _in_germany(lat: float, lon: float) -> bool:
    south, north, west, east = GERMANY
    return south <= lat <= north and west <= lon <= east


def schutzort_mit_adresse(checked: Checked) -> Iterator[Finding]:
    """Ein Schutzort darf weder Adresse noch Koordinaten haben.

    Einträge mit dem Thema `gewaltschutz` könnten Menschen verraten, die sich in Sicherheit gebracht haben. Der
    Kontakt läuft über Telefon. Auch Haltestelle und Weg führen zu einem Ort.
    """
    for entry in checked.district.entries:
        record = entry.record
        if not _is_shelter(record):
            continue
        if getattr(record, "ort", None) is not None:
            message = "Zum Thema Schutz vor Gewalt steht hier ein Ort."
            yield Finding(
                entry.document.key_span(("ort",)), message, "Die Angabe ort löschen; ein Telefonkontakt genügt."
            )
        for name in WAY_FIELDS:
            if getattr(getattr(record, "erreichbarkeit", None), name, None):
                message = "Zum Thema Schutz vor Gewalt steht hier, wie man hinkommt."
                keys = ("erreichbarkeit", name)
                yield Finding(
                    entry.document.key_span(keys), message, f"Die Angabe {name} löschen; ein Telefonkontakt genügt."
                )


def schutzort_im_text(checked: Checked) -> Iterator[Finding]:
    """Im Text eines Schutzortes steht eine Adresse.

    Einträge mit dem Thema `gewaltschutz` nennen auch im Text weder Straße und Hausnummer noch Postleitzahl und Ort,
    keine Koordinaten. Den Treffpunkt verabredet man am Telefon.
    """
    for entry in checked.district.entries:
        if not _is_shelter(entry.record):
            continue
        document = entry.document
        message = "Zum Thema Schutz vor Gewalt steht hier im Text, wo der Ort ist."
        remedy = "Die Adresse aus dem Text löschen."
        front = "" if getattr(entry.record, "ort", None) else document.front
        for text, span_of in ((front, document.front_span), (document.body, document.body_span)):
            if address := _ADDRESS.search(text):
                yield Finding(span_of(address.start(), len(address[0])), message, remedy)


def _is_shelter(record: Record) -> bool:
    return isinstance(record, Ressource | Organisation) and is_protected(record)


def _point(entry: Entry) -> tuple[tuple[str, ...], Punkt | None]:
    if isinstance(entry.record, Sozialraum):
        return ("mittelpunkt",), entry.record.mittelpunkt
    place = getattr(entry.record, "ort", None)
    return ("ort", "koordinaten"), place.koordinaten if place else None
