"""A file of data that scripts of the site load.

Data comes as a script that hands it over in a global of its own: browsers do
not let a page opened from file:// read a file in any other way.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from sozialraum.site.assets import FOLDER

DATA_FOLDER = f"{FOLDER}/daten"


class DataFile(NamedTuple):
    """A file of the site that is no page; `path` from the site's root."""

    path: str
    content: str


def as_script(name: str, data: object) -> DataFile:
    """Return data as a script that puts it into `sozialraumDaten[name]`.

    Browsers read JSON in a string faster than the same written as a program.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    return DataFile(script_path(name), f"(globalThis.sozialraumDaten??={{}})['{name}']=JSON.parse('{quoted}');\n")


def script_path(name: str) -> str:
    """Return where the data `name` lies."""
    return f"{DATA_FOLDER}/{name}.js"
