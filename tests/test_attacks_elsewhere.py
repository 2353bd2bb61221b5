"""Settings, vocabularies, exceptions and other people's data as attack, through evaluations, papers and imports."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from attack_corpus import PRINTABLE, TEXTS, hostile, quoted
from districts import HEUTE, MINIMAL, District
from foreign_data import MAPPING, Workplace
from markdown_it import MarkdownIt
from sozialraum.imports.plan import IMPORTS, carry_out
from sozialraum.load.settings import read_settings
from sozialraum.output import OUTPUTS
from sozialraum.papers.sheets import PAPERS, sheet
from sozialraum.reports import REPORTS
from test_attacks import assert_steers_nothing, call, files

LONGEST = 80
ORDERS = frozenset({"error", "warning", "notice"})


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory: pytest.TempPathFactory) -> District:
    """A district that says the attacks in its records, its settings, its vocabularies and its exceptions. Never change it."""
    district = hostile(tmp_path_factory.mktemp("ueberall"))
    first, *_others = PRINTABLE
    settings = MINIMAL["handbuch.yml"].replace("Sozialraum-Handbuch Probe", quoted(first[:LONGEST]))
    district.write("handbuch.yml", settings.replace("Landkreis Probe", quoted(PRINTABLE[1][:LONGEST])))
    words = "".join(f"wort_{number}:\n  name: {quoted(text)}\n" for number, text in enumerate(PRINTABLE))
    district.write("vokabular/themen.yml", words)
    advice = "".join(f"rat_{n}:\n  statt: schrauben\n  besser: {quoted(text)}\n" for n, text in enumerate(PRINTABLE))
    district.write("vokabular/sprache.yml", advice)
    allowed = (
        f"  - {{regel: {quoted(text)}, sha256: {quoted(text)}, grund: {quoted(text)}, verantwortet: x, gueltig_bis: 2026-01-01}}\n"
        for text in PRINTABLE
    )
    district.write("ausnahmen.yml", f"ausnahmen:\n{''.join(allowed)}")
    return district


@pytest.mark.parametrize("format_", ["text", "github"])
def test_messages_about_settings_give_no_orders(format_: str, everywhere: District) -> None:
    """What stands in vocabularies, advice and exceptions is repeated in messages as words."""
    before = files(everywhere.base)
    said = call("check", str(everywhere.records), "--format", format_, "--heute", str(HEUTE))
    assert_steers_nothing(said, orders=ORDERS if format_ == "github" else frozenset())
    assert "ausnahme_ungenutzt" in said
    assert files(everywhere.base) == before


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_evaluations_give_no_orders(report, everywhere: District) -> None:
    """Every evaluation prints words: no order to a runner or terminal, no formula in a cell, JSON that can be read."""
    for format_ in ("text", "csv", "json"):
        options = ["--format", format_, "--heute", str(HEUTE), "--records", str(everywhere.records)]
        said = call("report", report.name, *options)
        assert_steers_nothing(said.replace("\ufeff", "").replace("\r", ""))
        if format_ == "json":
            json.loads(said)
        if format_ == "csv":
            cells = [cell for row in csv.reader(io.StringIO(said, newline=""), delimiter=";") for cell in row]
            assert [cell for cell in cells if re.match(r"\s*[=+@＝＋－＠]|\s*-(?![\d\s]|$)", cell)] == []


def test_papers_are_words(district: District) -> None:
    """Whatever the settings say (every fifth attack, so some of each class), a paper has no tag, link or picture of theirs, and its tables keep their width."""
    for words in PRINTABLE[::5]:
        text = quoted(words[:LONGEST])
        settings = MINIMAL["handbuch.yml"].replace("Landkreis Probe", text).replace("Sozialraum-Handbuch Probe", text)
        district.write("handbuch.yml", f"{settings}ansprechstelle: {text}\ndatenschutz:\n  verantwortlich: {text}\n")
        read, found = read_settings(district.records)
        assert found == [], words
        for paper in PAPERS:
            tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(sheet(paper, read, HEUTE))
            inner = [each for token in tokens for each in [token, *(token.children or [])]]
            assert not [
                each.content for each in inner if each.type in {"html_inline", "html_block", "image", "link_open"}
            ]


def test_any_setting_is_a_setting_or_a_message(district: District) -> None:
    """Each attack in place of each kind of setting is refused in one clean message or taken as words."""
    for words in TEXTS:
        text = quoted(words)
        wrong = f"bundesland: {text}\nausgabe: {text}\nstichtag: {text}\nkontaktspeicher: {text}\nkarte: {{kacheln: {text}}}\n"
        district.write("handbuch.yml", f"name: {text}\ngebiet: {text}\n{wrong}{quoted('x' + words)}: y\n")
        _settings, found = read_settings(district.records)
        assert found, words
        assert_steers_nothing(OUTPUTS["text"](found, district.base))
        assert_steers_nothing(OUTPUTS["github"](found, district.base), orders=ORDERS)


def test_other_peoples_data_stay_in_their_folder(tmp_path: Path) -> None:
    """A list of attacks becomes records in the folder of their type, with names of letters and digits, and words in them."""
    at = Workplace(tmp_path)
    at.features(*(
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [9.4, 54.7]}, "properties": {"name": words}}
        for words in TEXTS
    ))  # fmt: skip
    plan, found = at.plan(MAPPING)
    assert_steers_nothing(OUTPUTS["text"](found, tmp_path))
    assert len(plan.files) > 100
    carry_out(plan, at.root, lambda _done, _total: None)
    written = {str(file.relative_to(at.root)) for file in at.root.rglob("*.md")}
    assert {each.path for each in plan.files} <= written
    assert all(re.fullmatch(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*\.md", path) for path in written)
    assert set(IMPORTS) == {"geojson", "csv", "xlsx"}
