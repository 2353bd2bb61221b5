"""A skeleton filled in wrongly becomes a complete record for whoever does what each message says, and nothing else."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from districts import HEUTE, MINIMAL, District
from sozialraum.cli import main
from sozialraum.diagnostics import Severity
from sozialraum.editing.conversation import first_questions, new_conversation
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import Form, feld, felder
from sozialraum.retention import fristen
from sozialraum.source.document import Document, split
from sozialraum.source.write import record_text
from sozialraum.source.yaml_text import Origin, parse

if TYPE_CHECKING:
    from sozialraum.diagnostics import Diagnostic
    from sozialraum.editing.answers import Given

LINE = re.compile(
    r"(?:(?:[Uu]nter (?P<group>\w+) \w+|eintragen|ergänzen|ersetzen|Beispiel|dann|nur|ist): )(?P<line>- \{.*\}|\w+: .+?)(?: \(.*\)|(?<=\])\.)?$"
)
"""The line of a record at the end of a remedy."""
WORD = re.compile(
    r"(?:Meinten Sie „|Richtig ist: |Möglich sind: |Eines davon eintragen: |zum Beispiel )(?P<word>[^“,.]+)"
)
"""A word to be written where the message points."""
ENOUGH = 60


@pytest.fixture
def here(tmp_path: Path) -> District:
    """A district with the names that examples use, so that an example may be taken over as it is."""
    district = District(tmp_path)
    district.write("handbuch.yml", MINIMAL["handbuch.yml"])
    for path, text in MINIMAL.items():
        if path != "handbuch.yml":
            named = text.replace("team-nord", "team-stadt").replace("nordhang", "auenstadt-mitte")
            district.write(path.replace("team-nord", "team-stadt").replace("nordhang", "auenstadt-mitte"), named)
    return district


LESEBANK = """\
---
titel: Lesebank auf dem Markt
status: vereinbart
angelegt_am: 2026-01-15
sozialraeume: [auenstadt-mitte]
themen: [begegnung]
verantwortlich: team-stadt
aufmerksamkeitsrichtung: Wer könnte sich um das Fach kümmern?
---
"""


def begin(district: District, ordner: str, given: Given) -> str:
    """Write a skeleton and return its path below `records/`."""
    new, complaint = new_conversation(district.records, ordner, given, HEUTE)
    assert new, complaint
    district.write(new.path, new.text)
    return new.path


@pytest.mark.parametrize(
    ("ordner", "given"),
    [
        ("beratungen", {"variante": "einzelfall", "team": "team-stadt"}),
        ("beratungen", {"variante": "vorhaben", "team": "team-stadt"}),
        ("beratungen", {"variante": "pkb", "team": "team-stadt"}),
        ("protokolle", {"team": "team-stadt"}),
        ("vorhaben", {"titel": "Fest"}),
    ],
)
def test_a_skeleton_is_in_form(here: District, ordner: str, given: Given) -> None:
    """What `new` writes stands in the order in which `format` would put it."""
    document = split((here.records / begin(here, ordner, given)).read_text("utf-8"), "")[0]
    assert document
    keys = re.findall(r"^(\w+):", document.front, re.MULTILINE)
    assert keys == [each.name for each in felder(RECORD_TYPES[ordner]) if each.name in keys]


def fill(district: District, path: str, filled: dict[str, str]) -> None:
    """Write what a person in a hurry writes behind the empty keys; a dot leads into a group."""
    for name, value in filled.items():
        text = (district.records / path).read_text("utf-8")
        key = name.rsplit(".", 1)[-1]
        before, found, after = text.partition(f"\n{name.split('.')[0]}:")
        assert found, name
        line = re.compile(rf"^((?:  )*(?:- )?{key}:).*$", re.MULTILINE)
        written = value.replace("\\", "\\\\")
        district.write(path, before + line.sub(rf"\1 {written}", found + after, count=1))


def said(district: District, path: str) -> list[Diagnostic]:
    """Return what is wrong with one record; a Hinweis may stay."""
    wrong = (each for each in district.check() if each.severity is not Severity.HINWEIS)
    return [each for each in wrong if each.span.path == f"records/{path}"]


def obey(district: District, path: str, message: Diagnostic) -> None:
    """Do what a message says, without thinking: write its line into its group, or its word where it points."""
    text = (district.records / path).read_text("utf-8")
    line, word = LINE.search(message.remedy), WORD.search(message.remedy)
    if line:
        district.write(path, with_line(text, path, message, line))
        return
    assert word, f"No remedy to follow: {message.code}: {message.remedy}"
    lines = text.split("\n")
    place = message.span
    written = lines[place.line - 1]
    lines[place.line - 1] = written[: place.column - 1] + word["word"] + written[place.column - 1 + place.length :]
    district.write(path, "\n".join(lines))


def with_line(text: str, path: str, message: Diagnostic, line: re.Match[str]) -> str:
    """Return the record with the line of a remedy in its place."""
    document = split(text, f"records/{path}")[0]
    assert document
    values = document.values()[0]
    assert values is not None
    if line["line"].startswith("- "):
        wanted = parse(f"x: [{line['line'][2:]}]", Origin(""))[0]
        assert wanted
        values.setdefault(line["group"], []).extend(wanted["x"])
    else:
        wanted = parse(line["line"], Origin(""))[0]
        assert wanted, message.remedy
        place(values, document, message, line["group"]).update(wanted)
    return record_text(values, document.body)


def place(values: dict[str, Any], document: Document, message: Diagnostic, group: str | None) -> dict[str, Any]:
    """Return the mapping that a line belongs to: the group it names, the list item it points into, or the record."""
    inside = re.match(r"Unter „(\w+)“ fehlt", message.message)
    named = group or (inside[1] if inside else "")
    if named and not isinstance(values.get(named), list):
        inner: dict[str, Any] = values.setdefault(named, {})
        return inner
    for name, value in values.items():
        field = feld(RECORD_TYPES[message.span.path.split("/")[1]], name)
        if field and field.form is Form.GRUPPEN:
            for position, item in enumerate(value):
                places = [document.span((name, position)), *(document.span((name, position, key)) for key in item)]
                places += [document.key_span((name, position, key)) for key in field_names(field.part)]
                if message.span in places:
                    return item
    return values


def field_names(part: Any) -> list[str]:
    """Return the names of a group's fields."""
    return list(part.model_fields)


HASTY: dict[str, str] = {
    "status": "durchgeführt",
    "themen": "arbeiten",
    "dauer_minuten": "400",
    "rollen.moderation": "FM-1",
    "rollen.protokoll": "FM-1",
    "rollen.falleinbringend": "[FM-1]",
    "rollen.beratende": "[FM-1, FM-2]",
    "falleingabe": "Sucht was mit Holz",
    "fragestellung": "Soll die Person ein Praktikum machen?",
    "naechste_schritte.was": "Ruft in der Werkstatt an",
    "naechste_schritte.bis": "30.6.2025",
    "datenschutz_geprueft.durch": "FM-1",
}
"""What a person in a hurry writes into a consultation: some of it wrong, most of it missing."""

CASES: dict[str, tuple[str, Given, dict[str, str]]] = {
    "einzelfall": (
        "beratungen",
        {"variante": "einzelfall", "sozialraeume": "Auenstadt Mitte"},
        {**HASTY, "fall_kuerzel": "HM-89", "wille": "Wieder arbeiten"},
    ),
    "pkb": ("beratungen", {"variante": "pkb"}, {**HASTY, "rollen.lebenswelt": "[eine Nachbarin]", "wille": "noch_offen"}),
    "vorhaben": ("beratungen", {"variante": "vorhaben", "vorhaben": "lesebank"}, HASTY),
    "protokoll": (
        "protokolle",
        {},
        {"status": "abgeschlosen", "moderation": "K1", "ausgangslage": "a", "top_einzelfallunspezifisch.position": "ende",
         "vereinbarungen.was": "Fragt am Kiosk nach", "loeschen_ab": "30.6.2028"},
    ),
    "vorhaben selbst": (
        "vorhaben",
        {"titel": "Lesebank auf dem Markt"},
        {"status": "eingabereif", "vorhabentyp": "immer", "themen": "[begegnungen]"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_message_by_message(name: str, here: District) -> None:
    """Each message leads to its own end, and all of them to a record about which nothing is left to say."""
    ordner, given, filled = CASES[name]
    if "vorhaben" in given:
        here.write("vorhaben/lesebank.md", LESEBANK)
    path = begin(here, ordner, given)
    fill(here, path, filled)
    seen: list[str] = []
    while open_ := said(here, path):
        first = open_[0]
        seen.append(f"{first.code}: {first.message}")
        assert len(seen) < ENOUGH, seen
        obey(here, path, first)
        assert first not in said(here, path), f"{first.code}: {first.remedy}"
    assert len(seen) >= len(filled) // 2


@pytest.mark.parametrize("name", CASES)
def test_an_empty_skeleton_is_a_draft(name: str, here: District) -> None:
    """What `new` writes is right as a draft: at most a value that nobody else can know is missing."""
    ordner, given, _filled = CASES[name]
    if "vorhaben" in given:
        here.write("vorhaben/lesebank.md", LESEBANK)
    path = begin(here, ordner, {key: value for key, value in given.items() if key != "sozialraeume"})
    assert [each.message for each in said(here, path)] in ([], ["Die Angabe „themen“ fehlt."])


@pytest.mark.parametrize("name", CASES)
def test_every_phase_has_its_question(name: str, here: District) -> None:
    """Each part of a skeleton begins with one line of plain German, and no question stands without its fields."""
    ordner, given, _filled = CASES[name]
    lines = (here.records / begin(here, ordner, given)).read_text("utf-8").split("\n")[1:-2]
    assert lines[0].startswith("# ")
    assert all(not later.lstrip().startswith("#") for line, later in pairwise(lines) if line.lstrip().startswith("#"))
    assert all(len(line) <= 120 for line in lines)


def test_nothing_is_overwritten(here: District) -> None:
    """A second consultation of the same day gets the next number, second minutes another name."""
    assert begin(here, "beratungen", {"variante": "vorhaben"}) == "beratungen/beratung-2026-001.md"
    assert begin(here, "beratungen", {"variante": "vorhaben"}) == "beratungen/beratung-2026-002.md"
    assert begin(here, "protokolle", {}) == "protokolle/team-stadt-2026-06-30.md"
    assert begin(here, "protokolle", {}) == "protokolle/team-stadt-2026-06-30-2.md"


def test_the_settings_alone_say_when_it_is_erased(here: District) -> None:
    """A skeleton names no day of its own, which would count before the time limits of the district."""
    here.write("handbuch.yml", MINIMAL["handbuch.yml"] + "loeschfristen:\n  protokolle: 36\n")
    minutes, case = begin(here, "protokolle", {}), begin(here, "beratungen", {"variante": "einzelfall"})
    days = {id_: frist.ab.isoformat() for id_, frist in fristen(here.read(Sichtbarkeit.team).district).items()}
    assert days[Path(minutes).stem] == "2029-06-30", "36 months after the meeting"
    assert days[Path(case).stem] == "2027-06-30", "twelve months after the consultation at most"


def test_what_is_known_is_taken_over(here: District) -> None:
    """A consultation about a Vorhaben takes over its title, its place, its topics and its question."""
    here.write("vorhaben/lesebank.md", LESEBANK)
    text = (here.records / begin(here, "beratungen", {"variante": "vorhaben", "vorhaben": "lesebank"})).read_text(
        "utf-8"
    )
    assert "titel: Lesebank auf dem Markt\n" in text
    assert "themen: [begegnung]\n" in text
    assert "fragestellung: Wer könnte sich um das Fach kümmern?\n" in text


@pytest.mark.parametrize(
    ("ordner", "given", "complaint"),
    [
        ("beratungen", {}, "Welche Art von Beratung? Mit --variante angeben: einzelfall, vorhaben, pkb."),
        ("protokolle", {"team": "team-sued"}, "Ein Team „team-sued“ gibt es nicht. Mit --team angeben: team-stadt."),
        ("vorhaben", {}, 'Wie soll das Vorhaben heißen? Zum Beispiel: --titel "Lesebank auf dem Markt"'),
    ],
)
def test_what_has_to_be_said_first(ordner: str, given: Given, complaint: str, here: District) -> None:
    """Without the few things that nobody can guess there is no skeleton, but the question for them."""
    assert new_conversation(here.records, ordner, given, HEUTE) == (None, complaint)


def test_what_is_off_stays_off(here: District) -> None:
    """A variant that the district does not keep is not begun; the message says why and what to do."""
    here.write("handbuch.yml", MINIMAL["handbuch.yml"].split("beratungen:")[0])
    new, complaint = new_conversation(here.records, "beratungen", {"variante": "einzelfall"}, HEUTE)
    assert new is None
    assert "im Fachverfahren" in complaint
    assert complaint.endswith("in handbuch.yml unter beratungen eintragen: einzelfall: ja")


@pytest.mark.parametrize(
    ("ordner", "given", "asked"),
    [
        ("protokolle", {}, []),
        ("beratungen", {}, ["variante"]),
        ("vorhaben", {"titel": "Lesebank"}, []),
    ],
)
def test_where_there_is_one_team_it_is_not_asked_for(
    ordner: str, given: Given, asked: list[str], here: District
) -> None:
    """On a terminal only that is asked which nobody has said and nobody can know."""
    assert [each.name for each in first_questions(here.records, ordner, given)] == asked


def test_a_skeleton_on_a_terminal(here: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """Team and title are asked for, each until the answer is right, as for any record."""
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _stream: True)
    here.write("teams/team-land.md", MINIMAL["teams/team-nord.md"])

    result = CliRunner().invoke(
        main, ["new", "vorhaben", "--records", str(here.records)], "Lesebank\nTeam Land\nteam-land\n"
    )

    assert result.exit_code == 0
    assert "„Team Land“ ist keine Kennung eines Datensatzes." in result.output
    assert "verantwortlich: team-land\n" in (here.records / "vorhaben/lesebank.md").read_text("utf-8")
