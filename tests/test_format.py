"""`sozialraum format`: one form for every record, and nothing of what it says is lost."""

from __future__ import annotations

import json
import stat
import unicodedata
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from districts import RESSOURCE, District
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sozialraum.cli import main
from sozialraum.editing import formatting
from sozialraum.editing.formatting import formatted_files, formatted_text
from sozialraum.editing.init import init_district
from sozialraum.editing.new import new_record
from sozialraum.editing.questions import questions
from sozialraum.imports.plan import plan_import
from sozialraum.model import RECORD_TYPES
from sozialraum.model.ressource import Ressource
from sozialraum.model.team import Team
from sozialraum.source.comments import comments_of
from sozialraum.source.document import split
from sozialraum.source.yaml_text import Origin, parse

REPOSITORY = Path(__file__).parents[1]
TODAY = date(2026, 6, 30)
TEAM = """\
titel: Team Nord
status: aktiv
angelegt_am: 2026-01-15
sozialraeume: [nordhang]
sitzungsrhythmus: monatlich
"""
PLAIN = """\
titel: A
status: aktiv
angelegt_am: 2026-01-15
kurz: B
sozialraeume: [nordhang]
themen: [wohnen]
verantwortlich: team-nord
art: [materiell]
herkunft: professionell
format: kurs
kosten: gering
"""


def formatted(front: str, body: str = "") -> str:
    """Return a right Team in its one form."""
    text, found = formatted_text(f"---\n{dedent(front)}---\n{body}", "records/teams/x.md", Team)
    assert text is not None, found
    return text


# What is made alike.


def test_keys_stand_in_the_order_of_the_model() -> None:
    """Whatever order a person wrote, a record reads from top to bottom like all others, also within groups."""
    assert formatted("".join(reversed(TEAM.splitlines(keepends=True)))) == f"---\n{TEAM}---\n"
    text = f"---\nkontakt: {{web: https://www.example.org, telefon: '0461 123456'}}\n{PLAIN}---\n"
    told, _found = formatted_text(text, "x.md", Ressource)
    assert told == f"---\n{PLAIN}kontakt:\n  telefon: 0461 123456\n  web: https://www.example.org\n---\n"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("telefon: '0461 123456'\n", "telefon: 0461 123456\n"),
        ('email: "a@example.org"\n', "email: a@example.org\n"),
        ("kuerzel: [K1,\n   'K2' ]\n", "kuerzel: [K1, K2]\n"),
        ("kuerzel:\n- K1\n- K2\n", "kuerzel: [K1, K2]\n"),
        ("kuerzel: [K 1, K 2]\n", "kuerzel:\n  - K 1\n  - K 2\n"),
        ("kuerzel: []\n", "kuerzel: []\n"),
    ],
)
def test_values(written: str, told: str) -> None:
    """Quotes stand only where they are needed, lists of words on a line, lists of phrases below each other."""
    assert formatted(TEAM + written) == f"---\n{TEAM}{told}---\n"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("notiz_intern: >-\n  Ein langer\n  Satz.\n", "notiz_intern: Ein langer Satz.\n"),
        ("notiz_intern: 'Bus: hier'\n", 'notiz_intern: "Bus: hier"\n'),
        ("notiz_intern: u\u0308ben\n", "notiz_intern: üben\n"),
        ("notiz_intern: 'eins\n\n  zwei'\n", "notiz_intern: |-\n  eins\n  zwei\n"),
        ("notiz_intern:\n\n\n", "notiz_intern:\n"),
    ],
)
def test_sentences(written: str, told: str) -> None:
    """A sentence stands in one piece, its characters composed; an empty key is kept for whoever wants to fill it in."""
    lines = TEAM.splitlines(keepends=True)
    assert formatted(TEAM + written) == "---\n" + "".join([*lines[:3], told, *lines[3:]]) + "---\n"


def test_line_ends_and_marks(district: District) -> None:
    """Windows' line ends and a BOM go; the file ends with one line end."""
    raw = (district.records / RESSOURCE).read_bytes()
    district.write(RESSOURCE, b"\xef\xbb\xbf" + raw.rstrip().replace(b"\n", b"\r\n"))
    (each,) = formatted_files(district.records, [district.records / RESSOURCE])
    assert each.changed
    assert each.text == raw.decode()


# What stays.


def test_the_body_stays() -> None:
    """Below the front matter nothing is touched but line ends and composed characters."""
    body = "\n\n# Ü  \n\n\n*   a\n\t- b\n---\nu\u0308\n\n"
    assert formatted(TEAM, body) == f"---\n{TEAM}---\n{unicodedata.normalize('NFC', body)}"


def test_comments_stay_with_what_they_stand_before() -> None:
    """A comment moves with its key, one at the end of a line goes above it, one at the top stays at the top."""
    written = """\
        # Vorlage 3

        # ---
        sitzungsrhythmus: monatlich  # seit 2025
        # Wie heißt das Team?
        titel: "Team #1"
        status: aktiv

        # Der Tag
        #   der Gründung
        angelegt_am: 2026-01-15
        sozialraeume: # Orte
          # zuerst
          - nordhang
          - moorwinkel # zuletzt

        # Ende
        """
    assert formatted(written) == dedent("""\
        ---
        # Vorlage 3

        # ---
        # Wie heißt das Team?
        titel: "Team #1"
        status: aktiv

        # Der Tag
        #   der Gründung
        angelegt_am: 2026-01-15
        # Orte
        sozialraeume:
          # zuerst
          - nordhang
          # zuletzt
          - moorwinkel
        # seit 2025
        sitzungsrhythmus: monatlich

        # Ende
        ---
        """)


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("a: 'x # y'\n", {}),
        ("a: x#y\n", {}),
        ("a: |\n  # kein Kommentar\n  x\n# doch\nb: y\n", {("b",): ["# doch"]}),
        ("a: | # Kopf\n  x\n", {("a",): ["# Kopf"]}),
        ("a: 'x\n  # y'\nb: z # w\n", {("b",): ["# w"]}),
        ("a:\n  - b: x # eins\n    # zwei\n    c: y\n", {("a", 0): ["# eins"], ("a", 0, "c"): ["# zwei"]}),
        ("a: [x, # eins\n  y]\n", {("a",): ["# eins"]}),
        ("a: [x,\n  y # zwei\n  ]\n", {("a",): ["# zwei"]}),
        ("# oben\n\n# auch\na: x\n", {(): ["# oben", "", "# auch"]}),
        ("a: x\n\n\n# unten\n", {("",): ["", "# unten"]}),
        ("ä😀: 'x' # y\n", {("ä😀",): ["# y"]}),
    ],
)
def test_where_comments_are_found(text: str, comments: dict[Any, list[str]]) -> None:
    """A `#` in a value is none, in a folded or quoted text neither; every real one knows what it belongs to."""
    assert comments_of(text) == comments


def test_a_comment_within_a_list_keeps_it_apart() -> None:
    """Words with a comment between them are not drawn into one line."""
    listed = "kuerzel:\n  # neu\n  - K1\n  - K2\n"
    assert formatted(TEAM + listed) == f"---\n{TEAM}{listed}---\n"


LINE = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=60).filter(str.strip)
LINES = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
BODY = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.just("\n"), max_size=80)
RECORD = st.fixed_dictionaries(
    {
        "titel": LINE, "status": st.just("aktiv"), "angelegt_am": st.just("2026-01-15"), "kurz": LINE,
        "sozialraeume": st.just(["nordhang"]), "themen": st.just(["wohnen"]), "verantwortlich": st.just("team-nord"),
        "art": st.just(["materiell"]), "herkunft": st.just("professionell"), "format": st.just("kurs"),
        "kosten": st.just("gering"),
    },
    optional={
        "notiz_intern": LINES, "auch_bekannt_als": st.lists(LINE, max_size=4), "zeiten_hinweis": st.just(""),
        "ort": st.fixed_dictionaries({}, optional={"name": LINE, "ort": LINE, "plz": st.sampled_from(["", "01067"])}),
        "kontakte": st.lists(
            st.fixed_dictionaries(
                {"datum": st.just("2026-01-01"), "art": st.just("pflege"), "durch": st.just("team-nord")},
                optional={"notiz": LINE},
            ),
            max_size=2,
        ),
    },
)  # fmt: skip
COMMENT = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=20).map(
    lambda text: f"# {text}".rstrip()
)


@st.composite
def written(draw: st.DrawFn) -> str:
    """Return a record as anyone might have written it: any order, any style of YAML."""
    values = draw(RECORD)
    keys = draw(st.permutations(list(values)))
    styled = yaml.safe_dump(
        {key: values[key] for key in keys},
        default_style=draw(st.sampled_from([None, "'", '"', "|", ">"])),
        default_flow_style=draw(st.booleans()),
        allow_unicode=draw(st.booleans()),
        width=draw(st.sampled_from([20, 80, 1000])),
        sort_keys=False,
    )
    return f"---\n{styled}---\n{draw(BODY)}"


def composed(value: Any) -> Any:
    """Return nested values with every text composed (NFC)."""
    if isinstance(value, dict):
        return {key: composed(each) for key, each in value.items()}
    return [composed(each) for each in value] if isinstance(value, list) else unicodedata.normalize("NFC", value)


def typed(text: str) -> Ressource:
    """Return the record that a text is read as, its characters composed."""
    document, _found = split(unicodedata.normalize("NFC", text), "x.md")
    assert document is not None
    values, found = document.values()
    assert values is not None, found
    return Ressource.model_validate(composed(values))


@given(written())
@example(f'---\n{PLAIN}notiz_intern: "\\uF900"\n---\n')
@settings(max_examples=150)
def test_nothing_is_lost(text: str) -> None:
    """However a record is written, its one form says the same, and is its own one form."""
    told, found = formatted_text(text, "x.md", Ressource)
    if told is None:
        assert found
        return
    assert typed(told) == typed(text)
    body = unicodedata.normalize("NFC", text.split("\n---\n", 1)[1])
    assert told.split("\n---\n", 1)[1] == body + ("" if body.endswith("\n") or not body else "\n")
    assert formatted_text(told, "x.md", Ressource) == (told, [])
    assert unicodedata.is_normalized("NFC", told)
    names = list(parse(told[4:].split("\n---\n")[0] + "\n", Origin("x"), keep_empty=True)[0] or {})
    assert names == [name for name in Ressource.model_fields if name in names]


@given(RECORD, st.lists(st.tuples(st.integers(0, 40), COMMENT), min_size=1, max_size=4), st.booleans())
@settings(max_examples=100)
def test_no_comment_is_lost(values: dict[str, Any], comments: list[tuple[int, str]], trailing: bool) -> None:
    """Wherever comments are put into a record, each is still there once, the values are the same, the form is stable."""
    plain, _found = formatted_text(
        f"---\n{yaml.safe_dump(values, allow_unicode=True, width=1000)}---\n", "x.md", Ressource
    )
    assert plain is not None
    lines = plain.split("\n")[1:-2]
    block = any(sign in "".join(lines) for sign in "|>")
    for place, comment in comments:
        if trailing and not block:
            lines[place % len(lines)] += f" {comment}"
        else:
            lines.insert(0 if block else place % len(lines), comment)
    text = "\n".join(["---", *lines, "---", ""])
    told, found = formatted_text(text, "x.md", Ressource)
    assert told is not None, found
    assert typed(told) == typed(text)
    before = [comment for found in comments_of(text[4:-4]).values() for comment in found if comment]
    after = [comment for found in comments_of(told[4:-4]).values() for comment in found if comment]
    assert sorted(after) == sorted(unicodedata.normalize("NFC", each) for each in before)
    assert formatted_text(told, "x.md", Ressource) == (told, [])


# Files.


def run(*arguments: str) -> Result:
    """Call `sozialraum format`."""
    return CliRunner().invoke(main, ["format", *arguments], catch_exceptions=False)


@pytest.fixture
def untidy(district: District, monkeypatch: pytest.MonkeyPatch) -> District:
    """The minimal district with one record out of form, seen from above `records/`."""
    strength = "Nachbarinnen und Nachbarn kennen sich"
    district.replace("sozialraeume/nordhang.md", f"staerken: [{strength}]", f"staerken:\n  - {strength}")
    district.replace("teams/team-nord.md", "titel: Team Nord", 'titel: "Team Nord"')
    monkeypatch.chdir(district.base)
    return district


def test_check_only_tells(untidy: District) -> None:
    """With `--check` the untidy file is named, nothing is written, and the end is 1."""
    before = (untidy.records / "teams/team-nord.md").read_bytes()
    result = run("--check")
    assert result.exit_code == 1
    assert result.output == (
        "records/teams/team-nord.md ist nicht in Form.\n"
        "4 Dateien: 3 in Form, 1 nicht (mit `sozialraum format` lässt sich das ändern).\n"
    )
    assert (untidy.records / "teams/team-nord.md").read_bytes() == before


def test_it_is_written_once(untidy: District) -> None:
    """Without `--check` it is written, keeps its mode, leaves nothing beside it; then there is nothing left to do."""
    file = untidy.records / "teams/team-nord.md"
    file.chmod(0o640)
    result = run()
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "4 Dateien: 3 in Form, 1 in Form gebracht.")
    assert "titel: Team Nord\n" in file.read_text("utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [each.name for each in file.parent.iterdir()] == ["team-nord.md"]
    assert run().output == "4 Dateien: 4 in Form.\n"
    assert run("--check").exit_code == 0


def test_only_a_part(untidy: District) -> None:
    """With a PATH only what lies there is touched."""
    assert run("records/ressourcen", "--check").output == "1 Datei: 1 in Form.\n"
    assert run("records/teams/team-nord.md", "--check").exit_code == 1


def test_what_has_errors_stays(untidy: District) -> None:
    """A file with a Fehler stays byte for byte, the Fehler is shown, the others are brought into form."""
    raw = b'---\ntitel: "Kaputt"\nstatus: [\n---\n'
    file = untidy.write("teams/kaputt.md", raw)
    wrong = untidy.write("teams/falsch.md", '---\ntitel: "Ohne alles"\nstaus: aktiv\n---\n')
    result = run()
    assert result.exit_code == 1
    assert "records/teams/kaputt.md:4:1: Fehler [yaml_schreibweise]" in result.output
    assert "records/teams/falsch.md:3:1: Fehler [unbekannter_schluessel]" in result.output
    assert result.output.endswith("6 Dateien: 3 in Form, 1 in Form gebracht, 2 mit Fehlern bleiben, wie sie sind.\n")
    assert file.read_bytes() == raw
    assert 'titel: "Ohne alles"' in wrong.read_text("utf-8")


@pytest.mark.parametrize("raw", [b"\xff", b"", b"kein Kopf\n"])
def test_what_is_no_record_stays(raw: bytes, untidy: District) -> None:
    """A file that cannot be read at all is named and left alone."""
    file = untidy.write("teams/kaputt.md", raw)
    result = run("records/teams/kaputt.md")
    assert (result.exit_code, file.read_bytes()) == (1, raw)
    assert result.output.endswith("1 Datei: 0 in Form, 1 mit Fehlern bleibt, wie sie ist.\n")


def test_the_settings_too(untidy: District) -> None:
    """handbuch.yml has its form as well, and keeps its comments."""
    untidy.write("handbuch.yml", "# Unser Haus\nbundesland: 'SH'\nname: A\ngebiet: B\n")
    run()
    assert (untidy.records / "handbuch.yml").read_text("utf-8") == "# Unser Haus\nname: A\ngebiet: B\nbundesland: SH\n"


def test_a_link_out_of_the_folder_is_left_alone(untidy: District, tmp_path: Path) -> None:
    """What lies elsewhere is nobody's record."""
    outside = tmp_path / "fremd.md"
    outside.write_text((untidy.records / "teams/team-nord.md").read_text("utf-8"), "utf-8")
    (untidy.records / "teams" / "fremd.md").symlink_to(outside)
    run()
    assert 'titel: "Team Nord"' in outside.read_text("utf-8")


def test_a_failed_write_leaves_the_old_file(untidy: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full, the old record stands as it was and no half file beside it."""
    file = untidy.records / "teams/team-nord.md"
    before = file.read_bytes()

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    (each,) = formatted_files(untidy.records, [file])
    monkeypatch.setattr(formatting.Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        formatting.write_formatted(untidy.records, each)
    assert file.read_bytes() == before
    assert len(list(file.parent.iterdir())) == 1


# What the project writes itself.


def out_of_form(root: Path) -> list[str]:
    """Return the files below a folder of records that `sozialraum format` would change."""
    return [each.path for each in formatted_files(root) if each.changed]


def test_the_sample_district_is_in_form() -> None:
    """The sample district is in form; where it is not, `sozialraum format` helps."""
    assert out_of_form(REPOSITORY / "records") == []


def test_a_new_district_is_in_form(tmp_path: Path) -> None:
    """`sozialraum init` writes what `format` leaves alone."""
    init_district(tmp_path / "neu", {"name": "A: B", "gebiet": "C", "bundesland": "SH"}, TODAY)
    assert out_of_form(tmp_path / "neu" / "records") == []


@pytest.mark.parametrize("ordner", RECORD_TYPES)
def test_a_new_record_is_in_form(ordner: str, district: District) -> None:
    """`sozialraum new` writes what `format` leaves alone."""
    words = {"format": "treffpunkt", "rollen": "bruecke"}
    answers = {each.name: words.get(each.name, each.beispiel) for each in questions(ordner)}
    new, _found = new_record(district.records, ordner, answers, TODAY)
    assert new is not None
    assert formatted_text(new.text, "x.md", RECORD_TYPES[ordner])[0] == new.text


IMPORT = """\
schritte:
  - art: ressourcen
    felder:
      titel: {eigenschaft: name}
      status: ungeprueft
      kurz: "Ein Café: offen"
      sozialraeume: [nordhang]
      themen: [begegnung]
      verantwortlich: team-nord
      art: [infrastrukturell]
      herkunft: professionell
      format: treffpunkt
      kosten: unbekannt
"""


def test_an_imported_record_is_in_form(district: District) -> None:
    """`sozialraum import` writes what `format` leaves alone."""
    place = {"type": "Point", "coordinates": [9, 54]}
    feature = {"type": "Feature", "geometry": place, "properties": {"name": 'Café "Süd": hier'}}
    data, mapping = district.base / "d.geojson", district.base / "z.yml"
    data.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    mapping.write_text(IMPORT, "utf-8")
    plan, _found = plan_import(data, mapping, district.records, TODAY)
    (file,) = plan.files
    assert formatted_text(file.text, "x.md", Ressource)[0] == file.text
