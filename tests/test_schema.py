"""The JSON Schemas say what the check says of one record's values: nothing more, and as little less as possible."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from check_jsonschema.parsers.yaml import construct_yaml_implementation
from click.testing import CliRunner
from districts import RESSOURCE, District
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from sozialraum.cli import main
from sozialraum.editing.init import init_district
from sozialraum.editing.schema import BEYOND, KINDS, schemas
from sozialraum.load import validate as validation
from sozialraum.load.validate import Problems, validate
from sozialraum.load.words import unknown_words
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import felder, walk
from sozialraum.model.handbuch import Handbuch
from sozialraum.source.document import split
from sozialraum.source.yaml_text import Origin, parse
from sozialraum.vocabulary import WORT, default_vocabulary

if TYPE_CHECKING:
    from pydantic import BaseModel
    from sozialraum.diagnostics import Span

REPOSITORY = Path(__file__).parents[1]
EXAMPLES = Path(__file__).parent / "records"
OF_VALUES = {rule.code for rule in (*validation.RULES, WORT)}
MODELS: dict[str, type[BaseModel]] = {**RECORD_TYPES, "handbuch": Handbuch}


@cache
def validator(name: str, root: Path | None = None) -> Draft202012Validator:
    """Return the validator of a record type, or of handbuch.yml."""
    return Draft202012Validator(schemas(root)[f"{name}.json"], format_checker=FormatChecker())


def front_of(file: Path) -> tuple[str, str] | None:
    """Return record type and front matter of a file, None where it is no record with one."""
    if file.name == "handbuch.yml":
        return "handbuch", file.read_text("utf-8")
    if file.parent.name not in RECORD_TYPES or file.suffix != ".md":
        return None
    try:
        document, _found = split(file.read_bytes().decode("utf-8").replace("\r\n", "\n"), file.name)
    except UnicodeDecodeError:
        return None
    return (file.parent.name, document.front) if document else None


def nowhere(_keys: object) -> Span:
    """Return a place for diagnostics whose place is of no interest."""
    return Origin("x.md").at(type("Mark", (), {"line": 0, "column": 0})())


def codes_of(name: str, values: Any) -> set[str]:
    """Return the rules that values break by the check."""
    model = MODELS[name]
    problems = Problems(model, nowhere, nowhere)
    _record, found = validate(model, values, problems)
    return {each.code for each in (*found, *unknown_words(problems, values, default_vocabulary()))}


def test_schemas_are_schemas() -> None:
    """Every schema is right by its draft, is of a type, and describes every field in German."""
    assert set(schemas()) == {f"{name}.json" for name in MODELS}
    for name, model in MODELS.items():
        schema = schemas()[f"{name}.json"]
        Draft202012Validator.check_schema(schema)
        assert list(schema["properties"]) == [each.name for each in felder(model)]
        assert all(each["title"] and each["description"] for each in schema["properties"].values())


def test_the_kinds_of_value() -> None:
    """No kind of value stands in KINDS that no field uses; what is said of the others is any text."""
    assert set(KINDS) <= {each.kind.name for model in MODELS.values() for _path, each in walk(model)}


SAMPLE = sorted([*(REPOSITORY / "records").glob("*/*.md"), REPOSITORY / "records" / "handbuch.yml"])


def test_the_sample_district_is_right() -> None:
    """Read as plain YAML, as editors do, every record of the sample district is right by its schema."""
    yaml = construct_yaml_implementation()
    for file in SAMPLE:
        name, front = front_of(file) or pytest.fail(f"{file} is no record")
        problems = [error.message for error in validator(name, REPOSITORY / "records").iter_errors(yaml.load(front))]
        assert (file.name, problems) == (file.name, [])


def test_check_jsonschema_agrees(tmp_path: Path) -> None:
    """check-jsonschema, as a pipeline would call it, takes a right handbuch.yml and refuses a wrong one."""
    from check_jsonschema import main as check_jsonschema

    CliRunner().invoke(main, ["schema", "--records", str(REPOSITORY / "records"), "--ziel", str(tmp_path)])
    wrong = tmp_path / "falsch.yml"
    wrong.write_text("name: A\ngebiet: B\nbundesland: XX\n", "utf-8")
    for file, code in ((REPOSITORY / "records/handbuch.yml", 0), (wrong, 1)):
        told = CliRunner().invoke(check_jsonschema, ["--schemafile", str(tmp_path / "handbuch.json"), str(file)])
        assert (told.exit_code, "bundesland" in told.output) == (code, code == 1)


@pytest.mark.parametrize(
    "folder", sorted(EXAMPLES.glob("*/*"), key=str), ids=lambda folder: f"{folder.parent.name}/{folder.name}"
)
def test_the_same_verdict_on_examples(folder: Path) -> None:
    """A schema refuses what the check refuses for its values, unless the rule is named as beyond its reach."""
    for file in sorted((folder / "records").rglob("*")):
        found = front_of(file) if file.is_file() else None
        values = parse(found[1], Origin("x.md"))[0] if found else None
        if not found or values is None:
            continue
        codes = codes_of(found[0], values)
        assert codes <= OF_VALUES | set(BEYOND)
        assert validator(found[0]).is_valid(values) == (codes <= set(BEYOND)), codes


def test_what_is_beyond_really_is() -> None:
    """Every rule said to be beyond the reach of a schema exists."""
    assert set(BEYOND) <= OF_VALUES | {"steuerzeichen", "richtungszeichen"}


ODD = st.one_of(
    st.text(max_size=8), st.text(st.sampled_from("0123456789-., aä\n"), max_size=12), st.just("x" * 91), st.just("y" * 301),
    st.sampled_from(["24941", "01067", "54.7, 9.4", "91, 0", "90.0,180", "2026-02-30", "2026-05-12", "1850-01-01", "12", "240", "241", "0",
                     "aktiv", "team-nord", "Team Nord", "wohnen", "werkstatt_reparatur", "materiell", "landkreisweit"]),
    st.lists(st.sampled_from(["wohnen", "materiell", "team-nord", "x y", ""]), max_size=2),
    st.dictionaries(st.sampled_from(["plz", "koordinaten", "name", "web"]), st.sampled_from(["24941", "54.7, 9.4", "x", "https://x.example"]), max_size=2),
)  # fmt: skip
NAMES = st.sampled_from(["titel", "status", "kurz", "themen", "art", "format", "kosten", "ort", "verantwortlich", "sozialraeume",
                         "pruefintervall_monate", "geprueft_am", "notiz_intern", "auch_bekannt_als", "gibt_es_nicht"])  # fmt: skip


@given(st.dictionaries(NAMES, ODD, max_size=3))
@settings(max_examples=300)
def test_the_same_verdict_on_anything(changes: dict[str, Any]) -> None:
    """Whatever is written into a record, schema and check agree on it."""
    front = (REPOSITORY / "records/ressourcen/buergerbus.md").read_text("utf-8")[4:].split("\n---\n")[0]
    values = parse(front, Origin("x.md"))[0]
    assert values is not None
    spoiled = {key: value for key, value in {**values, **changes}.items() if value != ""}
    codes = codes_of("ressourcen", spoiled)
    if codes & set(BEYOND) or any(isinstance(value, str) and value != value.strip() for value in changes.values()):
        return
    assert validator("ressourcen").is_valid(spoiled) == (not codes), codes


def test_what_editors_read_otherwise() -> None:
    """Editors take `24941` for a number and an empty key for null; both are right where a person would say so."""
    yaml = construct_yaml_implementation()
    front = (REPOSITORY / "records/ressourcen/buergerbus.md").read_text("utf-8")[4:].split("\n---\n")[0]
    right = yaml.load(front)
    assert validator("ressourcen").is_valid(right | {"kontakt": None, "ort": {"plz": 24941, "name": 2026}})
    assert not validator("ressourcen").is_valid(right | {"titel": None})
    assert not validator("ressourcen").is_valid(right | {"ort": {"plz": 249410}})


def test_help() -> None:
    """An editor shows what a field is for, what its words mean and an example."""
    fields = schemas()["ressourcen.json"]["properties"]
    assert fields["kosten"]["title"] == "Kosten"
    assert fields["kosten"]["description"].startswith("Was es die kostet, die kommen.\nkostenfrei: kostet nichts\n")
    assert fields["kurz"]["description"].endswith("Zum Beispiel: Offener Treff mit Kaffee und Zeit zum Reden.")


# The command, and what `init` sets up.


def test_words_of_the_district(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """The district's own words are among those to choose from; a new word makes the schemas stale."""
    monkeypatch.chdir(district.base)
    first = CliRunner().invoke(main, ["schema"])
    assert (first.exit_code, first.output.count("geschrieben.")) == (0, len(MODELS))
    assert CliRunner().invoke(main, ["schema", "--check"]).output == "Alle Schemas sind auf dem Stand.\n"
    district.write("vokabular/themen.yml", "leerstand:\n  name: Leerstand\n")
    stale = CliRunner().invoke(main, ["schema", "--check"])
    assert stale.exit_code == 1
    assert "ressourcen.json ist veraltet.\n" in stale.output
    CliRunner().invoke(main, ["schema"])
    written = json.loads((district.base / ".schema" / "ressourcen.json").read_text("utf-8"))
    assert "leerstand" in written["properties"]["themen"]["items"]["enum"]


def test_a_new_district_helps_its_editor(tmp_path: Path) -> None:
    """`init` sets up schemas that are on the state of things, and settings that name files which exist."""
    init_district(tmp_path / "neu", {"name": "A", "gebiet": "B", "bundesland": "SH"}, date(2026, 6, 30))
    result = CliRunner().invoke(main, ["schema", "--check", "--records", str(tmp_path / "neu" / "records")])
    assert result.exit_code == 0
    told = json.loads((tmp_path / "neu" / ".vscode" / "settings.json").read_text("utf-8"))
    assert all((tmp_path / "neu" / path).is_file() for pair in told["yaml.schemas"].items() for path in pair)


def test_the_editor_finds_the_places(district: District, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pattern in tasks.json reads file, line, column, rule and message from what `check` prints."""
    init_district(tmp_path / "neu", {"name": "A", "gebiet": "B", "bundesland": "SH"}, date(2026, 6, 30))
    (task, _format) = json.loads((tmp_path / "neu/.vscode/tasks.json").read_text("utf-8"))["tasks"]
    head, body = task["problemMatcher"]["pattern"]
    district.replace(RESSOURCE, "kosten: kostenfrei", "kosten: umsonst")
    monkeypatch.chdir(district.base)
    lines = CliRunner().invoke(main, task["command"].split()[1:]).output.splitlines()
    (position,) = [number for number, line in enumerate(lines) if "Fehler [" in line]
    place = re.match(head["regexp"], lines[position])
    message = re.match(body["regexp"], lines[position + 1])
    assert place
    assert message
    assert place.group(head["file"], head["line"], head["code"]) == (
        f"records/{RESSOURCE}",
        "14",
        "wort_nicht_in_auswahl",
    )
    assert message[body["message"]] == "„umsonst“ steht bei „kosten“ nicht zur Wahl."
