"""ES modules as one classic script per entry point.

Scripts are written and tested as ES modules. Browsers refuse modules from
file://, where a handbook on a network share is opened. So an entry point is
delivered together with all it imports as a classic script: each module a
function of its own that returns what the module exports, without comments and spaces.

Understood are the forms the house uses: `import { a, b as c } from "./name.js";`
at the beginning of a line, `import "./name.js";`, and `export` before
`function`, `async function`, `const` and `class`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rjsmin import jsmin

if TYPE_CHECKING:
    from collections.abc import Callable

_IMPORT = re.compile(r'^import (?:\{(?P<names>[^}]*)\} from )?"\./(?P<file>[\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?P<kind>(?:async )?function\*?|const|class) (?P<name>\w+)", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_SEVERAL = re.compile(r"^export const \w+ = [^;({\[]*, \w+ = .*", re.MULTILINE)
"""Several names in one export, of which only the first would be seen."""


def joined(entry: str, text_of: Callable[[str], str]) -> str:
    """Return the entry point `entry` (a file name) with all it imports as one classic script.

    Raises ValueError for an import or export in a form not understood, and for
    modules that need each other.
    """
    parts: dict[str, str] = {}
    _collect(entry.removesuffix(".js"), text_of, parts, ())
    return "(() => {\n" + "".join(parts.values()) + "})();\n"


def _collect(name: str, text_of: Callable[[str], str], parts: dict[str, str], above: tuple[str, ...]) -> None:
    """Add a module to `parts`, after those it imports."""
    if name in above:
        message = f"Modules need each other: {' → '.join((*above, name))}"
        raise ValueError(message)
    if name in parts:
        return
    text = text_of(f"{name}.js")
    for needed in _IMPORT.finditer(text):
        _collect(needed["file"], text_of, parts, (*above, name))
    parts[name] = _as_function(name, text)


def _as_function(name: str, text: str) -> str:
    exported = [match["name"] for match in _EXPORT.finditer(text)]
    body = _EXPORT.sub(r"\g<kind> \g<name>", _IMPORT.sub(_taken_over, text))
    if other := _SEVERAL.search(text) or _OTHER.search(body):
        message = f"{name}.js: not understood: {other[0]}"
        raise ValueError(message)
    given = f"return {{ {', '.join(exported)} }};\n" if exported else ""
    return f"const {_variable(name)} = (() => {{\n{jsmin(body + given)}\n}})();\n"


def _taken_over(found: re.Match[str]) -> str:
    names = " ".join((found["names"] or "").split()).replace(" as ", ": ").rstrip(", ")
    return f"const {{ {names} }} = {_variable(found['file'])};" if names else ""


def _variable(name: str) -> str:
    return f"module_{name.replace('-', '_')}"
