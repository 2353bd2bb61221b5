"""Styles and scripts the package brings, as files of the site."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = "assets/sozialraum"
STYLES = [f"{FOLDER}/handbuch.css", f"{FOLDER}/arbeitsblatt.css"]
SCRIPTS = [f"{FOLDER}/zeiten.js", f"{FOLDER}/alter.js"]

_EXPORT = re.compile(r"^export (?=(?:async )?function|const|class)", re.MULTILINE)


def rendered() -> Iterator[tuple[str, str]]:
    """Yield path and content of every style and script.

    Scripts are written and tested as ES modules. Browsers refuse modules from
    file://, where a handbook on a network share is opened, so each is delivered
    as a classic script in a function of its own.
    """
    folder = files("sozialraum.site") / "assets"
    for path in [*STYLES, *SCRIPTS]:
        text = (folder / path.rsplit("/", 1)[1]).read_text("utf-8")
        yield path, _classic(text) if path.endswith(".js") else text


def _classic(module: str) -> str:
    return "(() => {\n" + _EXPORT.sub("", module) + "\n})();\n"
