"""Styles and scripts the package brings, as files of the site."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

from sozialraum.site import leaflet
from sozialraum.site.modules import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = "assets/sozialraum"
_SOURCE_MAP = re.compile(r"^(?://|/\*)# sourceMappingURL=\S+(?: ?\*/)?\n?", re.MULTILINE)
STYLES = [
    f"{FOLDER}/handbuch.css",
    f"{FOLDER}/suche.css",
    f"{FOLDER}/arbeitsblatt.css",
    f"{FOLDER}/finder.css",
    f"{FOLDER}/auswertung.css",
    f"{FOLDER}/eintragen.css",
]
SCRIPTS = [f"{FOLDER}/handbuch.js"]
"""What every page loads at its end. A script is an entry point: a module that does something when it is loaded."""
EARLY_SCRIPTS = [f"{FOLDER}/rahmen.js"]
"""What the header of every page loads, before it is painted."""
PAGE_SCRIPTS = [
    f"{FOLDER}/{name}.js"
    for name in (
        "auskunft",
        "suche",
        "finder",
        "landkarte",
        "mitnehmen",
        "handzettel",
        "eintragen",
        "ortswahl",
        "ortskarte",
    )
]
"""What a page loads that asks for it."""
PAGE_STYLES = [f"{FOLDER}/ortswahl.css"]
"""What a script fetches when it is used."""


def rendered() -> Iterator[tuple[str, str]]:
    """Yield path and content of every style and script."""
    for path in [*STYLES, *PAGE_STYLES]:
        yield path, _text(path.rsplit("/", 1)[1])
    for path in [*EARLY_SCRIPTS, *SCRIPTS, *PAGE_SCRIPTS]:
        yield path, joined(path.rsplit("/", 1)[1], _text)
    for name, text in leaflet.rendered():
        yield f"{FOLDER}/{name}", without_source_map(text)


def _text(name: str) -> str:
    return (files("sozialraum.site") / "assets" / name).read_text("utf-8")


def without_source_map(text: str) -> str:
    """Return a script or style without the address of the text it was made of."""
    return _SOURCE_MAP.sub("", text)
