"""Modules become one classic script, which browsers also run from file://."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from sozialraum.site.assets import rendered
from sozialraum.site.modules import joined

NODE = shutil.which("node")

MODULES = {
    "seite.js": 'import { DAY, hours as times } from "./zeit.js";\nimport {\n  name,\n} from "./wort-art.js";\nconsole.log(name(), times(DAY));\n',
    "zeit.js": 'import { name } from "./wort-art.js";\nexport const DAY = 24;\nexport function hours(n) {\n  return `${n} ${name()}`;\n}\n',
    "wort-art.js": 'const DAY = "Tag";\nexport function name() {\n  return DAY;\n}\n',
}


@pytest.mark.skipif(NODE is None, reason="Node is not installed, so no script can be run.")
def test_the_script_does_what_the_modules_do() -> None:
    """Each module keeps its own names, is there once, and before those that need it."""
    script = joined("seite.js", MODULES.__getitem__)
    done = subprocess.run([str(NODE), "--eval", script], capture_output=True, check=True, text=True)
    assert done.stdout == "Tag 24 Tag\n"
    assert script.count('const DAY="Tag"') == 1


def test_nothing_of_a_module_is_left() -> None:
    """A classic script may hold neither import nor export."""
    script = joined("seite.js", MODULES.__getitem__)
    assert not [line for line in script.splitlines() if line.startswith(("import", "export"))]


@pytest.mark.skipif(NODE is None, reason="Node is not installed, so no script can be run.")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('/** @type {any} */ (globalThis).a = "x"; // Why.\n/** Says nothing. */\nconsole.log(globalThis.a);\n', "x"),
        ('const url = "https://a/"; // odd\nconsole.log(url);\n', "https://a/"),
        ("console.log(`a // b\n  ${`c ${1}`} d`);\n", "a // b\n  c 1 d"),
        ("const f = (text) => /[/\"']\\/\\//g.test(text); // Why.\nconsole.log(f('//'), 4 / 2);\n", "false 2"),
    ],
)
def test_leaving_out_comments_changes_nothing(text: str, said: str) -> None:
    """Texts, patterns and code beside comments stay as they are."""
    script = joined("a.js", {"a.js": text}.__getitem__)
    done = subprocess.run([str(NODE), "--eval", script], capture_output=True, check=True, text=True)
    assert done.stdout == f"{said}\n"
    assert "Why" not in script


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('import zeit from "./zeit.js";\n', "not understood"),
        ("export default 1;\n", "not understood"),
        ("export const A = 0, B = 1;\n", "not understood"),
        ('import { a } from "./seite.js";\n', "need each other"),
    ],
)
def test_what_is_not_understood_is_refused(text: str, what: str) -> None:
    """A form of import that would be lost silently stops the build of the package."""
    with pytest.raises(ValueError, match=what):
        joined("seite.js", {**MODULES, "seite.js": text}.__getitem__)


def test_every_entry_point_is_one_classic_script() -> None:
    """Nothing in the delivered scripts is forbidden by a strict CSP."""
    scripts = {path: text for path, text in rendered() if path.endswith(("handbuch.js", "suche.js"))}
    assert len(scripts) == 2
    for text in scripts.values():
        assert not any(word in text for word in ("eval(", "new Function", "innerHTML", "document.write", ".style."))
