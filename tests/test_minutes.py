"""`sozialraum new wahrnehmung`: a line in the open minutes within seconds, and every other byte as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from districts import HEUTE, District
from hypothesis import given
from hypothesis import strategies as st
from sozialraum.cli import main
from sozialraum.editing.minutes import Noted, note
from sozialraum.source.insert import with_entry
from sozialraum.source.write import front_matter
from sozialraum.source.yaml_text import Origin, parse

if TYPE_CHECKING:
    from pathlib import Path

NEWS = "„Was ist mir aktuell aufgefallen, was gibt es an Neuigkeiten aus dem Stadtteil bzw. der Gemeinde?“"
LIKED = "„Was gefällt mir aktuell am/im Stadtteil bzw. der Gemeinde?“"
ENTRY = {"text": "Am Kiosk steht ein Tisch.", "themen": ["begegnung"]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\nb: 1\n", "a:\n  - text: x\nb: 1\n"),
        ("a:  # was gefällt\nb: 1\n", "a:  # was gefällt\n  - text: x\nb: 1\n"),
        ("a: []  # nichts\nb: 1\n", "a:  # nichts\n  - text: x\nb: 1\n"),
        ("a:\n  - text: y\n\n# danach\nb: 1\n", "a:\n  - text: y\n  - text: x\n\n# danach\nb: 1\n"),
        ("a:\n- text: y\n  themen: [z]\n", "a:\n- text: y\n  themen: [z]\n- text: x\n"),
        ("a: [{text: y}]\n", 'a: [{text: y}, {"text": "x"}]\n'),
        ("a:\n  - text: |\n      y\n      z\nb: 1\n", "a:\n  - text: |\n      y\n      z\n  - text: x\nb: 1\n"),
        ("b: 1\n", "b: 1\na:\n  - text: x\n"),
    ],
)
def test_one_more_line(before: str, after: str) -> None:
    """However a person wrote the list, the new entry stands at its end, and comments stay where they were."""
    assert with_entry(before, ("a",), {"text": "x"}) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("t:\n  p: 1\n  a:\n", "t:\n  p: 1\n  a:\n    - text: x\n"),
        ("t:\n  p: 1\nz: 2\n", "t:\n  p: 1\n  a:\n    - text: x\nz: 2\n"),
        ("t: {}\nz: 2\n", "t:\n  a:\n    - text: x\nz: 2\n"),
        ("t:\nz: 2\n", "t:\n  a:\n    - text: x\nz: 2\n"),
        ("z: 2\n", "z: 2\nt:\n  a:\n    - text: x\n"),
    ],
)
def test_inside_a_group(before: str, after: str) -> None:
    """A group on the way is entered, or begun."""
    assert with_entry(before, ("t", "a"), {"text": "x"}) == after


@pytest.mark.parametrize("before", ["a: Text\n", "t: {p: 1}\n", "t: Text\n", "a: &anker []\n", "a: [\n"])
def test_no_safe_place(before: str) -> None:
    """Where something else stands, nothing is guessed."""
    assert with_entry(before, ("a",) if before.startswith("a") else ("t", "a"), {"text": "x"}) is None


VALUES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1).map(str.strip).filter(bool)


@given(st.dictionaries(st.sampled_from("bcd"), VALUES), st.lists(st.fixed_dictionaries({"text": VALUES})), VALUES)
def test_nothing_else_changes(other: dict[str, str], old: list[dict[str, str]], new: str) -> None:
    """Whatever stands in a record, afterwards it says the same and the new entry, or it was left alone."""
    front = front_matter({**other, **({"a": old} if old else {})}) if other or old else "b: 1\n"
    before = parse(front, Origin(""))[0]
    after = with_entry(front, ("a",), {"text": new})
    if after is not None:
        assert before is not None
        assert parse(after, Origin(""))[0] == {**before, "a": [*old, {"text": new}]}


def minutes(district: District, day: str, status: str = "offen") -> str:
    """Write minutes with two questions answered, and return their path."""
    path = f"protokolle/sitzung-{day}.md"
    district.write(path, f"""\
---
titel: Sitzung
status: {status}
angelegt_am: 2026-01-15
team: team-nord
datum: {day}
ausgangslage: [a]
top_einzelfallunspezifisch:
  # 2. Was gefällt?
  gefaellt:
    - text: Der Markt.
---

Ein Absatz darunter.
""")  # fmt: skip
    return path


def test_into_the_open_minutes(district: District) -> None:
    """The latest open minutes take the line, whatever their day; minutes that are closed and over do not."""
    minutes(district, "2026-06-02")
    path = minutes(district, "2026-06-16")
    minutes(district, "2026-06-23", "abgeschlossen")
    before = (district.records / path).read_text("utf-8")
    noted, complaint = note(district.records, "Am Kiosk steht ein Tisch.", {"frage": "2", "thema": "begegnung"}, HEUTE)
    assert (noted.path if noted else "", complaint) == (path, "")
    line = "    - text: Am Kiosk steht ein Tisch.\n      themen: [begegnung]\n      sozialraum: nordhang\n"
    assert (district.records / path).read_text("utf-8") == before.replace("Der Markt.\n", f"Der Markt.\n{line}")


def test_minutes_from_windows_stay_what_they_are(district: District) -> None:
    """Line ends and a byte order mark are no business of the new line."""
    file = district.records / minutes(district, "2026-06-16")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    assert note(district.records, "Ein Tisch.", {"frage": "2"}, HEUTE)[1] == ""
    line = b"    - text: Ein Tisch.\r\n      sozialraum: nordhang\r\n"
    assert file.read_bytes() == before.replace(b"Der Markt.\r\n", b"Der Markt.\r\n" + line)


def test_minutes_are_never_cut_short(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where writing is broken off, the minutes are the old ones; whoever saved them meanwhile keeps what they wrote."""
    file = district.records / minutes(district, "2026-06-16")
    before = file.read_bytes()

    def broken_off(_path: Path, _content: bytes) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.write_bytes", broken_off)
        with pytest.raises(KeyboardInterrupt):
            note(district.records, "Ein Tisch.", {}, HEUTE)
    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir()] == [file.name]

    monkeypatch.setattr(
        "sozialraum.editing.minutes.with_entry", lambda *_given: str(file.write_bytes(before + b"Mehr.\n"))
    )
    noted, complaint = note(district.records, "Ein Tisch.", {}, HEUTE)
    assert (noted, complaint.endswith("hat sich gerade geändert. Bitte noch einmal: Ein Tisch.")) == (None, True)
    assert file.read_bytes() == before + b"Mehr.\n"


def test_the_next_meeting(district: District) -> None:
    """Without open minutes those of the next meeting take it, else new ones are begun for today."""
    later = minutes(district, "2026-07-14", "abgeschlossen")
    noted, _complaint = note(district.records, "Ein Tisch am Kiosk.", {}, HEUTE)
    assert noted == Noted(later, NEWS, begonnen=False)
    (district.records / later).unlink()
    noted, _complaint = note(district.records, "Ein Tisch am Kiosk.", {}, HEUTE)
    assert noted == Noted("protokolle/team-nord-2026-06-30.md", NEWS, begonnen=True)
    assert [each.code for each in district.check()] == ["wahrnehmung_ohne_thema"]


@pytest.mark.parametrize(
    ("frage", "place", "words"),
    [
        ("3", "aergert", "„Was ärgert mich aktuell am/im Stadtteil bzw. der Gemeinde?“"),
        ("ressourcen", "ressourcen", "„Informationen über Sozialraumressourcen?“"),
        ("6", "extern", "„Informationen aus Vernetzungsrunden? (intern, extern)“, Extern"),
        ("intern", "intern", "„Informationen aus Vernetzungsrunden? (intern, extern)“, Intern"),
        ("9", "weiteres", "„Weiteres zum Thema?“"),
    ],
)
def test_every_question_has_its_place(frage: str, place: str, words: str, district: District) -> None:
    """A question is named by its number or its key, and told in the words in which it is asked."""
    noted, complaint = note(district.records, "Ein Tisch am Kiosk.", {"frage": frage}, HEUTE)
    assert noted
    assert (noted.frage, complaint) == (words, "")
    written = (district.records / noted.path).read_text("utf-8").split("- text: Ein Tisch am Kiosk.")[0]
    assert re.findall(r"^ +(\w+):", written, re.MULTILINE)[-1] == place


def new(*arguments: str) -> Result:
    """Call `sozialraum new` on the day the tests live in."""
    return CliRunner().invoke(main, ["new", *arguments, "--heute", "2026-06-30"], catch_exceptions=False)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["wahrnehmung"], "Was ist aufgefallen?"),
        (["wahrnehmung", "Etwas", "--frage", "10"], "Diese Frage gibt es nicht."),
        (["wahrnehmung", "Etwas", "--thema", "begegnungen"], "Meinten Sie „begegnung“?"),
        (["wahrnehmung", "Etwas", "--sozialraum", "suedhang"], "Einen Sozialraum „suedhang“ gibt es nicht."),
        (["wahrnehmung", "Etwas", "--tema", "begegnung"], "--tema gibt es hier nicht."),
        (["wahrnehmung", "Etwas", "--team", "team-sued"], "Ein Team „team-sued“ gibt es nicht."),
        (["vorhaben"], "Wie soll das Vorhaben heißen?"),
    ],
)
def test_wrong_calls(arguments: list[str], said: str, district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong call ends with 2, says what is missing, and writes nothing."""
    monkeypatch.chdir(district.base)
    result = new(*arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert not (district.records / "protokolle").exists()


def test_the_commands(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """A skeleton is written even while something is missing, which is said; a perception says where it stands."""
    monkeypatch.chdir(district.base)
    result = new("vorhaben", "--titel", "Lesebank")
    assert result.exit_code == 0
    assert "Noch nötig: Die Angabe „themen“ fehlt." in result.output
    assert result.output.endswith("Im Editor ausfüllen, dann: sozialraum check records/vorhaben/lesebank.md\n")
    result = new("wahrnehmung", "Ein", "Tisch", "am", "Kiosk.", "--frage", "2")
    assert result.output == f"Notiert in records/protokolle/team-nord-2026-06-30.md (neu begonnen) zur Frage {LIKED}.\n"
