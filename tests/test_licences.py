"""What the software is made of is listed from what is installed, not from a list somebody keeps."""

from __future__ import annotations

import re

from click.testing import CliRunner
from packaging.utils import canonicalize_name
from sozialraum.cli import main
from sozialraum.output.licences import UNKNOWN, packages
from test_lock import PINNED, WANTED


def test_everything_installed_is_listed() -> None:
    """What pyproject.toml asks for is in the list, and so is what those packages ask for; nothing that only tests need."""
    listed = {canonicalize_name(each.name) for each in packages()}
    assert listed >= {canonicalize_name(each.name) for each in WANTED}
    assert listed - {"sozialraum-handbuch"} <= {*PINNED}
    assert {"markdown", "pydantic-core"} <= listed
    assert not listed & {"pytest", "hypothesis"}


def test_each_has_its_licence() -> None:
    """No licence is missing, and none is a whole text."""
    assert [each.name for each in packages() if each.licence == UNKNOWN or len(each.licence) > 120] == []


def test_the_command_prints_a_table() -> None:
    """One row for each package, as Markdown."""
    heading, rule, *rows = CliRunner().invoke(main, ["lizenzen"]).output.splitlines()
    assert (heading, rule) == ("| Paket | Version | Lizenz |", "|---|---|---|")
    assert len(rows) == len(packages()) > 30
    assert all(re.fullmatch(r"\| [^|]+ \| [^|]+ \| [^|]+ \|", row) for row in rows)
