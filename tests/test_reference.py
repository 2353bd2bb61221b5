"""The reference pages: whoever looks up a field or a rule finds it, and can pass its address on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from sozialraum.checks import all_rules
from sozialraum.checks.subjects import rules_by_subject
from sozialraum.load.validate import example
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import walk
from sozialraum.model.handbuch import Handbuch
from sozialraum.source.yaml_text import Origin, parse

if TYPE_CHECKING:
    from site_builds import Handbook

pytest_plugins = ("site_fixtures",)

TYPES = {**RECORD_TYPES, "handbuch": Handbuch}


def test_every_rule_has_its_subject() -> None:
    """No rule is missing among the subjects, none stands in two."""
    found = Counter(rule.code for _subject, rules in rules_by_subject() for rule in rules)

    assert found == Counter(rule.code for rule in all_rules())


@pytest.mark.parametrize("folder", TYPES)
def test_every_example_can_be_written(folder: str) -> None:
    """The example of every field is a line of YAML that a record may hold."""
    for path, field in walk(TYPES[folder]):
        values, found = parse(example(field), Origin("beispiel.md"))
        assert found == [], path
        assert list(values) == [field.name], path


def test_a_number_without_a_meaning_is_no_example() -> None:
    """Settings show numbers and words that make sense there, not those of other fields."""
    shown = {".".join(path): field.beispiel for path, field in walk(Handbuch)}

    assert shown["auswertungen.mindestzahl"] == "5"
    assert shown["ablage.zweig"] == "main"
    assert "Einfach dienstags dazusetzen." not in shown.values()


def test_every_field_has_an_address(sample: Handbook) -> None:
    """The overview leads to every field that stands in no group, and there it stands."""
    ways = {link.href for link in sample.page("felder/index.html").links}

    for folder, model in TYPES.items():
        ids = {tag.attributes.get("id") for tag in sample.page(f"felder/{folder}.html").tags}
        for name in model.model_fields:
            assert name in ids
            assert f"{folder}.html#{name}" in ways


def test_fields_of_a_group_stand_once(sample: Handbook) -> None:
    """The nine questions of the minutes hold the same fields: they are said at the first, the others lead there."""
    page = sample.page("felder/protokolle.html")
    ids = [tag.attributes.get("id") for tag in page.tags]

    first = "top_einzelfallunspezifisch.aufgefallen_neuigkeiten"
    assert ids.count(f"{first}.text") == 1
    assert "top_einzelfallunspezifisch.gefaellt.text" not in ids
    assert f"Darunter dieselben Angaben wie bei {first}." in page.text


def test_a_rule_is_found_by_subject_number_and_code(sample: Handbook) -> None:
    """The page says a rule's title as a heading, and leads there from its number and from its code."""
    page = sample.page("regeln/index.html")

    title = "Bei einer Beratung ist eine Rolle nicht besetzt"
    assert (3, title) in page.headings
    assert [link.text for link in page.links if link.href == "#rolle_fehlt"] == ["rolle_fehlt", title, "rolle_fehlt"]


def test_code_in_a_sentence_is_shown_as_code(sample: Handbook) -> None:
    """No backtick is left on a reference page."""
    for page in ("regeln/index", "felder/index", *(f"felder/{folder}" for folder in TYPES)):
        assert "`" not in sample.page(f"{page}.html").text, page
