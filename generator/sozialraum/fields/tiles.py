"""Background of maps: where tiles come from and how far one may zoom in."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import PlainValidator

from sozialraum.diagnostics import Rule, Severity
from sozialraum.fields.kind import Kind, wrong
from sozialraum.fields.text import line, number

KACHELN = Rule(
    "keine_kartenbilder",
    Severity.FEHLER,
    "Das ist keine Adresse für Kartenbilder.\n\nEin Kartendienst wird mit drei Platzhaltern angegeben: {z} für die "
    "Zoomstufe, {x} und {y} für das Bild, zum Beispiel `https://karten.example.org/{z}/{x}/{y}.png`. Liegen die "
    "Bilder neben dem Handbuch, genügt der Ordner: `kacheln/{z}/{x}/{y}.png`. Auch ein Archiv im Format PMTiles mit "
    "Bildern geht, als eine Datei in `docs/`: `karte.pmtiles`. Der Webserver muss dann Teile einer Datei ausliefern "
    "können, wie nginx und Apache es tun. Wie weit man hineinzoomen kann, ist "
    "eine Zahl von 1 bis 22.",
)

RULES = (KACHELN,)

_ADDRESS = re.compile(r"(?:https?://[\w.:-]+/|(?![\w+.-]*:|/))[\w./{}?=&%~-]+\Z")
_NEEDED = ("{z}", "{x}", "{y}")
ARCHIVE = ".pmtiles"
"""Ending of an archive that holds all pictures."""
MOST_ZOOM = 22


def tiles(value: object) -> str:
    """Return the address of map tiles or of an archive of them: http(s) or relative to the site."""
    text = line(value, 2000)
    needed = () if text.endswith(ARCHIVE) else _NEEDED
    if not _ADDRESS.match(text) or any(text.count(part) != 1 for part in needed) or text.count("{") != len(needed):
        remedy = "Richtig ist zum Beispiel: https://karten.example.org/{z}/{x}/{y}.png."
        raise wrong(KACHELN, f"„{text[:60]}“ ist keine Adresse für Kartenbilder.", remedy)
    return text


def zoom(value: object) -> int:
    """Return a zoom level of web maps."""
    found = number(value)
    if not 1 <= found <= MOST_ZOOM:
        raise wrong(KACHELN, f"Die Zoomstufe {found} gibt es nicht.", f"Eine Zahl von 1 bis {MOST_ZOOM} schreiben.")
    return found


Kachelnadresse = Annotated[
    str,
    PlainValidator(tiles),
    Kind(
        "Kartenbilder",
        "Adresse mit {z}, {x} und {y}, oder eine PMTiles-Datei",
        "https://karten.example.org/{z}/{x}/{y}.png",
    ),
]
Zoomstufe = Annotated[int, PlainValidator(zoom), Kind("Zoomstufe", "1 bis 22", "18")]
