"""Leaflet, the map library, as it comes in the PyPI package `django-js-lib-leaflet`.

The package does not need Django and is only opened for its two files, which are
byte for byte those of Leaflet's own release.
"""

from __future__ import annotations

from importlib.metadata import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = "django-js-lib-leaflet"
FILES = ("leaflet.js", "leaflet.css")


def rendered() -> Iterator[tuple[str, str]]:
    """Yield name and content of Leaflet's script and style.

    Raises FileNotFoundError where the package is not complete.
    """
    found = {file.name: file for file in files(PACKAGE) or () if file.name in FILES}
    for name in FILES:
        if name not in found:
            message = f"{PACKAGE} holds no {name}"
            raise FileNotFoundError(message)
        yield name, found[name].read_text("utf-8")
