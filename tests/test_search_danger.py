"""Danger comes first: rules that recognise it in everyday words, and leave what only sounds alike alone."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pytest
from sozialraum.thesaurus import default_thesaurus

ASSETS = Path(__file__).parents[1] / "generator/sozialraum/site/assets"
FOLDER = Path(__file__).parent / "suche"
NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="Node is not installed, so gefahr.js cannot be run.")

PROGRAM = """
import { readFileSync } from "node:fs";
const { dangers, rules } = await import(process.argv[1]);
const { notfall, queries } = JSON.parse(readFileSync(0, "utf8"));
const known = rules(notfall);
console.log(JSON.stringify(queries.map((query) => dangers(query, known).map(({ name }) => name))));
"""


def lines(name: str) -> list[str]:
    return [line for line in (FOLDER / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


DANGERS = [tuple(line.split(": ", 1)) for line in lines("gefahr.txt")]
HARMLESS = lines("harmlos.txt")


@cache
def answers() -> dict[str, list[str]]:
    """Return for every query of both lists the names of the dangers the browser sees in it."""
    notfall = [asdict(each) for each in default_thesaurus().notfall.values()]
    queries = [*(query for _key, query in DANGERS), *HARMLESS]
    command = [str(NODE), "--input-type=module", "--eval", PROGRAM, (ASSETS / "gefahr.js").as_uri()]
    told = json.dumps({"notfall": notfall, "queries": queries})
    answer = subprocess.run(command, input=told, capture_output=True, check=True, text=True)
    return dict(zip(queries, json.loads(answer.stdout), strict=True))


@pytest.mark.parametrize(("key", "query"), DANGERS)
def test_danger_is_recognised(key: str, query: str) -> None:
    """Violence, suicide, a child at risk and a night without a bed are recognised, mistyped and without umlauts too."""
    assert default_thesaurus().notfall[key].name in answers()[query]


@pytest.mark.parametrize("query", HARMLESS)
def test_what_sounds_alike_is_left_alone(query: str) -> None:
    """Nobody who looks for a drum course is sent to the police."""
    assert answers()[query] == []


def test_there_are_enough_of_both() -> None:
    """The lists only ever grow."""
    assert len(DANGERS) >= 175
    assert len(HARMLESS) >= 175
    assert {key for key, _query in DANGERS} == set(default_thesaurus().notfall)
