"""Importing a list again updates what the list changed and leaves what people changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from foreign_data import Workplace, with_fields
from hypothesis import given, settings
from hypothesis import strategies as st
from sozialraum.cli import main
from sozialraum.diagnostics import Severity
from sozialraum.imports.plan import IMPORTS, carry_out
from sozialraum.source.edit import with_values
from sozialraum.source.yaml_text import Origin, parse

MAPPING = with_fields("      kontakt.telefon: {eigenschaft: tel}\n      zeiten: {eigenschaft: zeiten}")
FIRST = "name;tel;zeiten\nTreff;030 23125 117;Mo 9-12\nCafé;030 23125 118;Di 14-17\n"
FILE = "ressourcen/treff.md"


@pytest.fixture
def at(tmp_path: Path) -> Workplace:
    """A workplace into which the list has been imported once."""
    found = Workplace(tmp_path)
    bring(found, FIRST)
    return found


def bring(at: Workplace, content: str) -> list[str]:
    """Import a list and return what was said, without the place."""
    (at.folder / "liste.csv").write_text(content, "utf-8")
    return [f"{each.severity}: {each.message}" for each in at.bring_in(MAPPING, "liste.csv")]


def text(at: Workplace) -> str:
    return (at.root / FILE).read_text("utf-8")


def edit(at: Workplace, old: str, new: str) -> None:
    before = text(at)
    assert old in before
    (at.root / FILE).write_text(before.replace(old, new), "utf-8")


def test_the_list_changed(at: Workplace) -> None:
    """A field only the list changed takes the list's value; no second record appears."""
    said = bring(at, FIRST.replace("117", "119"))

    assert said == []
    assert "  telefon: 030 23125 119\n" in text(at)
    assert sorted(file.name for file in (at.root / "ressourcen").iterdir()) == ["cafe.md", "treff.md"]


def test_a_person_changed(at: Workplace) -> None:
    """A field only a person changed stays, also comments, order and the text they wrote."""
    edit(at, "zeiten: Mo 9-12\n", "# am Telefon erfragt\nzeiten: Mo 9-13\n")
    edit(at, "030 23125 117", "030 23125 119")
    (at.root / FILE).write_text(text(at) + "\nEs riecht nach Kaffee.\n", "utf-8")
    before = text(at)

    assert bring(at, FIRST) == []
    assert text(at) == before


def test_each_changed_something_else(at: Workplace) -> None:
    """Changes of both sides come together where they do not touch."""
    edit(at, "zeiten: Mo 9-12\n", "zeiten: Mo 9-13 # erfragt\n")

    assert bring(at, FIRST.replace("117", "119")) == []
    assert "zeiten: Mo 9-13 # erfragt\n" in text(at)
    assert "  telefon: 030 23125 119\n" in text(at)


def test_both_changed_the_same(at: Workplace) -> None:
    """A conflict keeps the person's words and says all three."""
    edit(at, "zeiten: Mo 9-12\n", "zeiten: Mo 9-13\n")

    (said,) = bring(at, FIRST.replace("Mo 9-12", "Mo 10-12"))

    assert said == (
        "Warnung: Zeile 2 („Treff“): ressourcen/treff.md, zeiten: Im Eintrag steht „Mo 9-13“, "
        "in der Liste früher „Mo 9-12“, jetzt „Mo 10-12“."
    )
    assert "zeiten: Mo 9-13\n" in text(at)


def test_both_agree_by_now(at: Workplace) -> None:
    """Where a person was faster than the list there is no conflict."""
    edit(at, "zeiten: Mo 9-12\n", "zeiten: Mo 9-13\n")

    assert bring(at, FIRST.replace("Mo 9-12", "Mo 9-13")) == []


def test_a_value_the_list_dropped(at: Workplace) -> None:
    """What the list no longer says goes, where nobody had changed it."""
    bring(at, FIRST.replace("030 23125 117", ""))

    assert "kontakt" not in text(at)


@pytest.mark.parametrize("broken", ["12", "Anruf"])
def test_a_value_that_cannot_be_used_any_more(at: Workplace, broken: str) -> None:
    """A slip in the list takes no good value away; once it is mended, the list's value is taken over."""
    before = text(at)

    (said,) = bring(at, FIRST.replace("030 23125 117", broken))

    assert said.startswith("Warnung: Zeile 2 („Treff“): tel: ")
    assert text(at) == before
    assert bring(at, FIRST.replace("117", "119")) == []
    assert text(at) == before.replace("117", "119")


def test_a_new_row_and_a_missing_one(at: Workplace) -> None:
    """A new row becomes a record; a row that is gone is pointed out and its record stays."""
    said = bring(at, "name;tel;zeiten\nTreff;030 23125 117;Mo 9-12\nKino;;\n")

    assert (at.root / "ressourcen/kino.md").exists()
    assert (at.root / "ressourcen/cafe.md").exists()
    assert said == ["Hinweis: ressourcen/cafe.md wurde früher übernommen und steht nicht mehr in der Liste."]


def test_a_deleted_record_does_not_come_back(at: Workplace) -> None:
    """Who deletes or renames a record has decided something; the import only says so."""
    (at.root / FILE).unlink()

    said = bring(at, FIRST)

    assert not (at.root / FILE).exists()
    assert said == ["Hinweis: Zeile 2 („Treff“): ressourcen/treff.md wurde früher übernommen und fehlt inzwischen."]


def test_a_broken_record_is_left_alone(at: Workplace) -> None:
    """A record with a mistake in its head is not touched before somebody has mended it."""
    edit(at, "titel: Treff", "titel: [Treff")

    (said,) = bring(at, FIRST.replace("117", "119"))

    assert said == "Warnung: Zeile 2 („Treff“): ressourcen/treff.md enthält Fehler und bleibt, wie es ist."
    edit(at, "titel: [Treff", "titel: Treff")
    assert bring(at, FIRST.replace("117", "119")) == []
    assert "  telefon: 030 23125 119\n" in text(at), "what could not be taken over then is taken over now"


def test_a_record_without_a_safe_place_is_left_alone(at: Workplace) -> None:
    """Where no change is safe the record stays and the list's word is remembered for later."""
    edit(at, "kontakt:\n  telefon: 030 23125 117\n", "? kontakt\n: telefon: 030 23125 117\n")
    before = text(at)

    (said,) = bring(at, FIRST.replace("117", "119"))

    assert said.endswith("treff.md ist so geschrieben, dass sich nichts sicher ändern lässt, und bleibt, wie es ist.")
    assert text(at) == before
    edit(at, "? kontakt\n: telefon:", "kontakt:\n  telefon:")
    assert bring(at, FIRST.replace("117", "119")) == []
    assert "  telefon: 030 23125 119\n" in text(at)


def test_a_row_that_cannot_be_taken_over_is_not_gone(at: Workplace) -> None:
    """What is wrong with a row is said; that it no longer stands in the list would be untrue."""
    mapping = MAPPING.replace("      kosten: unbekannt", "      kosten: {eigenschaft: kosten}")
    (at.folder / "liste.csv").write_text("name;tel;zeiten;kosten\nTreff;;;unsinn\nCafé;;;gering\n", "utf-8")

    found = at.bring_in(mapping, "liste.csv")

    assert [each.code for each in found] == ["import_wert"]


def test_what_was_imported_is_kept_beside_the_records(at: Workplace) -> None:
    """The memory is a readable file in the district's own repository."""
    state = json.loads((at.folder / "importe" / "zuordnung.stand.json").read_text("utf-8"))

    assert state[FILE]["kontakt.telefon"] == "030 23125 117"
    assert "angelegt_am" not in state[FILE]


@pytest.mark.parametrize("written", ["<<<<<<< HEAD\n{}\n", "[]", '{"ressourcen/treff.md": 5}', ""])
def test_a_memory_that_cannot_be_read_is_never_written_anew(at: Workplace, written: str) -> None:
    """Where two imports met in git the import refuses: otherwise a single new row would cost all that was remembered."""
    state = at.folder / "importe/zuordnung.stand.json"
    state.write_text(written, "utf-8")

    (said,) = bring(at, FIRST + "Kino;;\n")

    assert said == "Fehler: Was frühere Importe geschrieben haben, lässt sich nicht lesen."
    assert state.read_text("utf-8") == written
    assert not (at.root / "ressourcen/kino.md").exists()


def test_a_record_changed_meanwhile_is_left_alone(at: Workplace) -> None:
    """Between planning and writing a person may save; then the plan does not apply any more."""
    (at.folder / "liste.csv").write_text(FIRST.replace("117", "119"), "utf-8")
    plan, _found = at.plan(MAPPING, "liste.csv")
    assert [file.summary() for file in plan.files] == ["-  telefon: 030 23125 117\n+  telefon: 030 23125 119"]
    edit(at, "titel: Treff", "titel: Treff am Markt")

    assert carry_out(plan, at.root, lambda _done, _total: None) == []
    assert "030 23125 117" in text(at)


def test_the_command_says_what_it_left_alone(at: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever saved a record between plan and writing keeps it, and whoever imports learns of it."""
    (at.folder / "liste.csv").write_text(FIRST.replace("117", "119"), "utf-8")
    plan, found = at.plan(MAPPING, "liste.csv")
    edit(at, "titel: Treff", "titel: Treff am Markt")
    monkeypatch.setitem(IMPORTS, "csv", lambda *_given: (plan, found))
    rules = str(at.folder / "zuordnung.yml")
    call = ["import", "csv", str(at.folder / "liste.csv"), "--zuordnung", rules, "--records", str(at.root)]

    done = CliRunner().invoke(main, call, catch_exceptions=False)

    assert "0 Dateien in" in done.stdout
    assert "1 Datei nicht: inzwischen von jemand anderem geändert." in done.stdout


FRONT = """\
# Zum Treff
titel: Treff
# noch offen
zeiten: Mo 9-12 # erfragt
kontakt:
  telefon: 1

  email: a@example.org
"""
ORDER = ("titel", "kurz", "zeiten", "kontakt", "notiz_intern")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, FRONT),
        ({"titel": "Café"}, FRONT.replace("titel: Treff", "titel: Café")),
        ({"kurz": "Neu."}, FRONT.replace("titel: Treff\n", "titel: Treff\nkurz: Neu.\n")),
        ({"notiz_intern": "Neu."}, FRONT + "notiz_intern: Neu.\n"),
        ({"kontakt": {"telefon": "2"}}, FRONT[: FRONT.index("kontakt")] + "kontakt:\n  telefon: 2\n"),
        ({"kontakt": None}, FRONT[: FRONT.index("kontakt")]),
        ({"zeiten": None}, FRONT.replace("zeiten: Mo 9-12 # erfragt\n", "")),
    ],
)
def test_only_the_named_lines_change(changes: dict[str, object], expected: str) -> None:
    """A key is replaced, added in the order of the model, or taken away; all else stays as it was written."""
    assert with_values(FRONT, changes, ORDER) == expected


@pytest.mark.parametrize(
    ("front", "changes"),
    [
        ("{titel: Verein, kurz: Ein Verein.}\n", {"titel": "Café"}),
        ("? titel\n: Verein\n", {"titel": "Café"}),
        ('titel: "Verein\nb: c"\n', {"b": "d"}),
        ("titel: Verein\n...\n", {"kurz": "Neu."}),
        ("titel: [Verein\n", {"titel": "Café"}),
    ],
)
def test_no_place_is_safe(front: str, changes: dict[str, object]) -> None:
    """Valid YAML that is not written line by line is not changed, and broken YAML is not either."""
    assert with_values(front, changes, ORDER) is None


LINES = st.sampled_from(
    ["titel: Treff", "? titel", ": Treff", "kurz: |", "kurz: >-", '"kurz": "a', 'b: c"', "{titel: a,", " kurz: b}",
     "kontakt:", "  telefon: 1", "- a", "  - b", "# Wort", "", "zeiten: [a,", "b: c]", "'titel' : x", "...", "  # x"]
)  # fmt: skip
CHANGES = st.dictionaries(st.sampled_from([*ORDER, "b"]), st.none() | st.just("Neu: # ja") | st.just({"telefon": "2"}))


@settings(max_examples=300)
@given(st.lists(LINES, max_size=6), CHANGES)
def test_the_rest_says_what_it_said(lines: list[str], changes: dict[str, Any]) -> None:
    """However a front matter is written, afterwards it says the same and the changes, or it is left alone."""
    front = "".join(f"{line}\n" for line in lines)
    before = parse(front, Origin(""))[0]
    after = with_values(front, changes, ORDER)
    if after is not None:
        assert before is not None
        assert parse(after, Origin(""))[0] == {k: v for k, v in {**before, **changes}.items() if v is not None}


def test_severity_of_a_conflict(at: Workplace) -> None:
    """A conflict needs a look and stops nothing."""
    edit(at, "zeiten: Mo 9-12\n", "zeiten: Mo 9-13\n")
    (at.folder / "liste.csv").write_text(FIRST.replace("Mo 9-12", "Mo 10-12"), "utf-8")

    (diagnostic,) = at.bring_in(MAPPING, "liste.csv")

    assert diagnostic.severity is Severity.WARNUNG
    assert at.bring_in(MAPPING, "liste.csv") == [], "said once"
