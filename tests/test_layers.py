"""The generator is layered as its README says: imports point one way, and each library has one owner."""

from __future__ import annotations

import ast
import re
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

GENERATOR = Path(__file__).parents[1] / "generator"
PACKAGE = GENERATOR / "sozialraum"

ROWS = (
    {"diagnostics", "kept", "sharing", "sieve"},
    {"source", "privacy"},
    {"fields", "vocabulary"},
    {"model", "thesaurus", "wording"},
    {"load", "retention"},
    {"audience"},
    {"graph"},
    {"checks", "papers"},
    {"project", "search"},
    {"reports"},
    {"site", "imports", "exports", "editing", "output", "ratchet"},
    {"mkdocs_plugin", "forms"},
    {"building"},
    {"cli"},
)
"""The rows of "Layers" in generator/README.md: each imports only from rows before it, or from itself."""

NO_LAYER = {"__init__", "__main__"}
"""The package itself holds only its version and may be imported anywhere; `python -m sozialraum` only calls cli."""

OWNERS = {
    "yaml": ("source",),
    "pydantic": ("fields", "model", "load", "imports.mapping"),
    "pydantic_core": ("fields", "model", "load", "imports.mapping", "sieve"),
    "opening_hours": ("fields.hours",),
    "holidays": ("fields.hours",),
    "phonenumbers": ("fields.contact", "privacy.contact_data"),
    "stdnum": ("privacy.identifiers",),
    "babel": ("fields.language",),
    "jinja2": ("site", "papers.sheets"),
    "markupsafe": ("site",),
    "icalendar": ("site.calendar",),
    "pyromark": ("site", "source.wikilinks"),
    "nh3": ("site",),
    "rjsmin": ("site.modules",),
    "pyproj": ("imports.objects",),
    "openpyxl": ("exports.tables", "imports.workbooks"),
    "vobject": ("exports.vcard",),
    "click": ("cli",),
    "mkdocs": ("mkdocs_plugin",),
}
"""Library → folders or modules that may import it, as in "Who owns which library" (markupsafe is a part of Jinja2)."""


def names() -> dict[str, Path]:
    """Return every module by its name within the package: `fields.hours`, `checks.__init__`."""
    return {".".join(file.relative_to(PACKAGE).with_suffix("").parts): file for file in sorted(PACKAGE.rglob("*.py"))}


MODULES = names()


def imported(code: str) -> list[str]:
    """Return the dotted names that a piece of code imports, also inside functions, but not for types only."""
    return list(_imported(ast.parse(code)))


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (each.name for each in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from (f"{'.' * node.level}{node.module}.{each.name}" for each in node.names)
    elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        for child in node.orelse:
            yield from _imported(child)
    else:
        for child in ast.iter_child_nodes(node):
            yield from _imported(child)


def own(module: str) -> set[str]:
    """Return the modules of the package that a module imports, in the spelling of MODULES."""
    found = set()
    for name in imported(MODULES[module].read_text("utf-8")):
        root, _, rest = name.partition(".")
        if root == "sozialraum":
            found.add(resolved(rest))
    return found


def resolved(name: str) -> str:
    """Return the module that `name` is, or that holds it: `model.RECORD_TYPES` is in `model.__init__`."""
    candidates = (name, f"{name}.__init__", name.rpartition(".")[0], f"{name.rpartition('.')[0]}.__init__".lstrip("."))
    return next(each for each in candidates if each in MODULES)


def row(module: str) -> int:
    """Return the position of a module's layer in ROWS."""
    unit = module.split(".", maxsplit=1)[0]
    return next(position for position, units in enumerate(ROWS) if unit in units)


def breaches(module: str) -> list[str]:
    """Return the modules that `module` imports although its layer may not."""
    unit = module.split(".", maxsplit=1)[0]
    return sorted(
        each for each in own(module) if each not in NO_LAYER and each.split(".")[0] != unit and row(each) >= row(module)
    )


def test_what_counts_as_an_import() -> None:
    """Imports inside functions count, imports for types alone do not."""
    code = """
import os.path
from sozialraum import vocabulary
from . import near
if TYPE_CHECKING:
    import mkdocs
else:
    import yaml
def late():
    try:
        from sozialraum.site.build import build
    except ImportError:
        import json
"""
    assert imported(code) == [
        "os.path",
        "sozialraum.vocabulary",
        ".None.near",
        "yaml",
        "sozialraum.site.build.build",
        "json",
    ]


def test_names_are_found_in_their_modules() -> None:
    """A name is looked for as a module, as a folder, and in what holds it."""
    assert resolved("vocabulary") == "vocabulary"
    assert resolved("source.yaml_text.parse") == "source.yaml_text"
    assert resolved("model.RECORD_TYPES") == "model.__init__"
    assert resolved("checks.links") == "checks.links"
    assert resolved("__version__") == "__init__"


@pytest.mark.parametrize("module", sorted(MODULES.keys() - NO_LAYER))
def test_imports_point_one_way(module: str) -> None:
    """A module imports only from the layers before its own, or from its own folder."""
    assert breaches(module) == []


def test_the_package_itself_imports_nothing() -> None:
    """`sozialraum/__init__.py`, which everyone may import, imports nobody."""
    assert own("__init__") == set()
    assert own("__main__") == {"cli.__init__"}


def test_every_module_has_its_layer() -> None:
    """No module stands outside the rows, and no row names what is not there."""
    assert {module.split(".")[0] for module in MODULES} - NO_LAYER == set().union(*ROWS)


def test_no_cycles() -> None:
    """No module is needed by what it needs itself, also not within a folder."""
    try:
        order = [*TopologicalSorter({module: own(module) for module in MODULES}).static_order()]
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))
    assert order.index("diagnostics") < order.index("model.record") < order.index("cli.__init__")


def test_no_relative_imports() -> None:
    """Every import says in full where it points, so that the rows above see them all."""
    assert [
        module for module, file in MODULES.items() for name in imported(file.read_text("utf-8")) if name[0] == "."
    ] == []


@pytest.mark.parametrize("module", MODULES)
def test_each_library_has_one_owner(module: str) -> None:
    """An outside library is imported only where its owner is, so that it can be replaced in one place."""
    libraries = {name.split(".")[0] for name in imported(MODULES[module].read_text("utf-8"))}
    outside = libraries - sys.stdlib_module_names - {"sozialraum"}
    strangers = {
        library
        for library in outside
        if not any(f"{module}.".startswith(f"{owner}.") for owner in OWNERS.get(library, ()))
    }
    assert strangers == set()


def test_three_modules_start_programs() -> None:
    """git is asked in one place, npm in another, and the preview has each state built by a process of its own."""
    users = [name for name, file in MODULES.items() if "subprocess" in imported(file.read_text("utf-8"))]
    assert users == ["cli.building", "forms.packages", "source.git"]


@pytest.mark.parametrize(("library", "owners"), OWNERS.items())
def test_every_owner_uses_its_library(library: str, owners: tuple[str, ...]) -> None:
    """No library stands in the table that nobody imports."""
    users = [
        module
        for module, file in MODULES.items()
        if library in {name.split(".")[0] for name in imported(file.read_text("utf-8"))}
    ]
    assert users
    assert all(any(f"{user}.".startswith(f"{owner}.") for owner in owners) for user in users)


def test_the_readme_says_the_same() -> None:
    """The rows people read in generator/README.md are the rows tried here, in the same order."""
    text = (GENERATOR / "README.md").read_text("utf-8")
    block = text.split("## Layers", 1)[1].split("```", 2)[1]
    rows = [re.split(r" {2,}", line.strip()) for line in block.strip().splitlines()]
    assert [int(number) for number, _units, _what in rows] == [*range(1, len(ROWS) + 1)]
    assert [{unit.rstrip("/") for unit in units.split()} for _number, units, _what in rows] == [*ROWS]
    assert all((PACKAGE / unit).is_dir() for _number, units, _what in rows for unit in units.split() if "/" in unit)
