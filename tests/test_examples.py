"""Every rule has a wrong and a right example: the folders below `records/` are tests by lying there.

`records/falsch/<code>/` and `records/richtig/<code>/` hold files that are laid over the minimal district
of `districts.py`. `erwartet.txt` says where the mistake is, one `file:line:column` a line.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from districts import District, found
from sozialraum.checks import all_rules
from sozialraum.diagnostics import Severity
from test_bad_input import MADE_BY_TESTS

EXAMPLES = Path(__file__).parent / "records"
RULES = {rule.code: rule for rule in all_rules()}
WRONG = sorted(folder.name for folder in (EXAMPLES / "falsch").iterdir())
RIGHT = sorted(folder.name for folder in (EXAMPLES / "richtig").iterdir())


@pytest.mark.parametrize("code", WRONG)
def test_wrong(code: str, district: District) -> None:
    """A wrong example breaks its own rule at the places it names, and no other rule of weight."""
    folder = EXAMPLES / "falsch" / code
    shutil.copytree(folder / "records", district.records, dirs_exist_ok=True)

    heard = [each for each in district.check() if each.code == code or each.severity is not Severity.HINWEIS]

    places = (folder / "erwartet.txt").read_text("utf-8").splitlines()
    assert found(heard) == [f"{place}: {code}" for place in places]
    assert {each.severity for each in heard} == {RULES[code].severity}
    assert all(each.message and each.remedy for each in heard)


@pytest.mark.parametrize("code", RIGHT)
def test_right(code: str, district: District) -> None:
    """A right example breaks neither its own rule nor any rule of weight."""
    shutil.copytree(EXAMPLES / "richtig" / code / "records", district.records, dirs_exist_ok=True)

    assert (
        found([each for each in district.check() if each.code == code or each.severity is not Severity.HINWEIS]) == []
    )


def test_the_minimal_district_is_right(district: District) -> None:
    """Nothing can be said about the district that examples are laid over, so each says only its own."""
    assert found(district.check()) == []


def test_every_rule_has_its_examples() -> None:
    """No rule is without a wrong and a right example, and no example without its rule."""
    assert {*WRONG, *MADE_BY_TESTS} == set(RULES)
    assert WRONG == RIGHT
    assert not {*WRONG} & {*MADE_BY_TESTS}


def test_codes_are_said_once() -> None:
    """No two rules share a code, or `--erklaere` could explain only one of them."""
    codes = [rule.code for rule in all_rules()]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("code", RULES)
def test_help(code: str) -> None:
    """The help of a rule is one sentence, then a paragraph that helps."""
    rule = RULES[code]
    first, _, more = rule.help.partition("\n\n")
    assert rule.title == first.replace("\n", " ")
    assert rule.title.endswith(".")
    assert more.strip()
