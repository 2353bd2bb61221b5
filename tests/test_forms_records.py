"""What the forms hand back becomes the text of a record: canonical, and unchanged where nothing was changed."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from site_builds import REPOSITORY
from sozialraum.editing.formatting import formatted_text
from sozialraum.model import RECORD_TYPES
from sozialraum.source.document import read_document
from sozialraum.source.write import record_text
from sozialraum.source.yaml_text import Origin, parse

PACKAGE = REPOSITORY / "generator" / "sozialraum"
NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="Node is not installed, so the scripts cannot be tried.")


@pytest.fixture
def asked(tmp_path: Path):
    """Return a function that gives each of some values to one function of the forms."""
    shutil.copy(PACKAGE / "forms" / "npm" / "aufschreiben.js", tmp_path)
    shutil.copy(PACKAGE / "site" / "assets" / "schreiben.js", tmp_path)
    (tmp_path / "package.json").write_text('{"type": "module"}')

    def ask(function: str, *contents: Any) -> list[Any]:
        code = (
            f'import {{ {function} }} from "./aufschreiben.js";\n'
            'import { readFileSync } from "node:fs";\n'
            f'console.log(JSON.stringify(JSON.parse(readFileSync("inhalte.json", "utf8")).map((each) => {function}(each))));'
        )
        (tmp_path / "inhalte.json").write_text(json.dumps(contents), "utf-8")
        command = [str(NODE), "--input-type=module", "-e", code]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        found: list[Any] = json.loads(done.stdout)
        return found

    return ask


@pytest.fixture
def to_file(asked):
    """Return a function that lets the forms write each content it is given."""
    return partial(asked, "toFile")


def opened(values: dict[str, Any], body: str = "") -> dict[str, Any]:
    """Return a record as it is read into a form (datensatz.js)."""
    return {**values, "_vorher": json.dumps(values), "body": body}


def test_a_record_that_was_only_opened_stays_as_it_is(to_file):
    """Read and written again, no record of the sample district changes by a byte."""
    files = [file for ordner in RECORD_TYPES for file in sorted((REPOSITORY / "records" / ordner).glob("*.md"))]
    documents = [document for file in files if (document := read_document(file, file.name)[0])]
    contents = [
        opened(parse(each.front, Origin(each.path), keep_empty=True)[0] or {}, each.body.strip()) for each in documents
    ]
    assert to_file(*contents) == [file.read_text("utf-8") for file in files]


def test_one_changed_field_is_one_changed_line(to_file):
    """Keys without a value stay, and so does the order of keys that a form does not know."""
    values = {"titel": "Alt", "unbekannt": "bleibt", "plz": "00410", "themen": [], "gruppe": {"a": "", "b": {}}}
    values |= {"liste": [{"x": "1", "leer": []}]}
    content = opened(values)
    changed = {"titel": "Neu", "plz": "00410", "liste": [{"x": "1"}], "unbekannt": "bleibt"}
    before, after = to_file(content, {**changed, "_vorher": content["_vorher"], "body": ""})
    assert before == record_text(values, "")
    assert after == before.replace("Alt", "Neu")


def test_comments_above_a_key_stay_where_they_are(asked, to_file):
    """The lines a form cannot show stand above their keys again; what stands above a key that was emptied goes with it."""
    content = opened({"titel": "Alt", "kurz": "weg", "status": "aktiv"})
    front = "# Aus der Liste von 2024\n# siehe Anhang\ntitel: Alt\n# kurz halten\nkurz: weg\nstatus: aktiv # seit Mai\n"
    (found,) = asked("commentsOf", front)
    assert found == {"titel": ["# Aus der Liste von 2024", "# siehe Anhang"], "kurz": ["# kurz halten"]}
    comments = json.dumps(found)
    (text,) = to_file(
        {**content, "kurz": "", "titel": "Neu: titel", "_kommentare": comments, "body": "titel: hier nicht"}
    )
    assert text == (
        '---\n# Aus der Liste von 2024\n# siehe Anhang\ntitel: "Neu: titel"\nstatus: aktiv\n---\n\ntitel: hier nicht\n'
    )


@pytest.mark.parametrize(
    ("change", "proof"),
    [
        ({}, "am: 2026-01-12\n  nachweis: 3f9a1c07b2d4\n"),
        ({"am": "2026-06-30"}, "am: 2026-06-30\n"),
        ({"am": "2026-06-30", "nachweis": "aaaaaaaaaaaa"}, "am: 2026-06-30\n  nachweis: aaaaaaaaaaaa\n"),
    ],
)
def test_a_proof_stays_until_somebody_looked_again(to_file, change: dict[str, str], proof: str):
    """No person writes it: it stays beside changed facts, so that it lapses, and goes when the day is a new one."""
    before = {"zeiten": "Di 10:00-12:00", "geprueft": {"am": "2026-01-12", "nachweis": "3f9a1c07b2d4"}}
    content = opened(before) | {"zeiten": "Di 11:00-12:00", "geprueft": before["geprueft"] | change}
    (text,) = to_file(content)
    assert text == f"---\nzeiten: Di 11:00-12:00\ngeprueft:\n  {proof}---\n"


def test_what_was_emptied_is_gone(to_file):
    """A value that somebody deletes leaves no key behind, and a new one stands where the form has it."""
    content = opened({"titel": "Alt", "kurz": "weg", "status": "aktiv"})
    (text,) = to_file(
        {"titel": "Alt", "kurz": "", "neu": "da", "status": "aktiv", "_vorher": content["_vorher"], "body": ""}
    )
    assert text == "---\ntitel: Alt\nneu: da\nstatus: aktiv\n---\n"


def test_whatever_a_program_makes_of_a_value_is_written_as_text(to_file):
    """Numbers, empty lists, groups of nothing and null from a new form: only what says something is written."""
    (text,) = to_file(
        {
            "titel": "Süd: neu",
            "zahl": 45,
            "ja": True,
            "leer": None,
            "liste": ["", None],
            "gruppe": {"a": "", "b": []},
            "schritte": [{"was": "Anrufen", "wer": ""}],
            "body": "\nText.\n\n",
        }
    )
    assert text == ('---\ntitel: "Süd: neu"\nzahl: 45\nja: true\nschritte:\n  - was: Anrufen\n---\n\nText.\n')


def test_what_the_forms_write_is_in_form(to_file):
    """`sozialraum format` has nothing to change in a record that a form wrote."""
    file = REPOSITORY / "records" / "ressourcen" / "stadtteilcafe-auenblick.md"
    document, _found = read_document(file, file.name)
    assert document
    (text,) = to_file(
        {**(document.values()[0] or {}), "zugang_tipp": "Einfach kommen: dienstags.", "body": document.body}
    )
    assert formatted_text(text, file.name, RECORD_TYPES["ressourcen"])[0] == text
