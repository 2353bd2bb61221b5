"""That somebody looked: the proof holds as long as the facts do, and is renewed without touching anything else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from districts import HEUTE, RESSOURCE, District
from foreign_data import Workplace, with_fields
from hypothesis import given, settings
from hypothesis import strategies as st
from sozialraum.cli import main
from sozialraum.cli.verifying import geprueft
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.model import RECORD_TYPES
from sozialraum.model.pruefung import Pruefweg, facts, fingerprint
from sozialraum.model.ressource import Ressource
from sozialraum.project import read
from sozialraum.reports.pruefen import due_reviews
from sozialraum.source.document import split
from sozialraum.source.write import front_matter

DAY = "geprueft_am: 2026-05-12\n"
MAPPING = with_fields("      zeiten: {eigenschaft: zeiten}")
LIST = "name;zeiten\nTreff;Mo 9-12\n"


def renew(district: District, *arguments: str) -> Result:
    """Call `sozialraum geprueft` on the day the tests live in."""
    call = ["geprueft", "--heute", "2026-06-30", "--records", str(district.records), *arguments]
    return CliRunner().invoke(main, call, catch_exceptions=False)


def codes(district: District) -> list[str]:
    return [each.code for each in district.check()]


def content(district: District) -> str:
    return (district.records / RESSOURCE).read_text("utf-8")


def test_a_day_becomes_a_proof(district: District) -> None:
    """The facts are shown first; then the short form gives way to the long one, and no other byte changes."""
    before = content(district)
    result = renew(district, "fahrradwerkstatt", "--ja", "--wie", "telefon")
    assert result.exit_code == 0
    assert result.output.startswith(
        "\nOffene Fahrradwerkstatt (ressourcen/fahrradwerkstatt)\n  Zeiten: Mi 16:00-19:00\n  Hinweis zu den Zeiten: –\n"
    )
    assert result.output.endswith("Geprüft am 2026-06-30: records/ressourcen/fahrradwerkstatt.md\n")
    proof = content(district).split("  nachweis: ")[1].split("\n")[0]
    new = f"geprueft:\n  am: 2026-06-30\n  durch: team-nord\n  wie: telefon\n  nachweis: {proof}\n"
    assert content(district) == before.replace(DAY, new)
    assert codes(district) == []


@pytest.mark.parametrize(
    ("old", "new", "holds"),
    [
        ("titel: Offene", "titel: Die offene", True),
        ("Wer schrauben kann", "Wer schrauben mag", True),
        ("kurz: Räder", "kurz: Fahrräder", True),
        ("kosten: kostenfrei", "kosten: 'kostenfrei'", True),
        ("zugang_tipp: Einfach mittwochs", "zugang_tipp: Einfach  mittwochs", True),
        ("zeiten: Mi 16:00-19:00", "zeiten: Mi 16:00-18:00", False),
        ("kosten: kostenfrei", "kosten: gering", False),
        ("kosten: kostenfrei", "kosten: kostenfrei\nort: {strasse: Ringweg 2}", False),
        ("kosten: kostenfrei", "kosten: kostenfrei\nkontakt: {telefon: 030 23125 117}", False),
        ("zugang_tipp: Einfach", "zugang_tipp: Vorher anrufen, dann", False),
    ],
)
def test_the_proof_lapses_with_the_facts(district: District, old: str, new: str, holds: bool) -> None:
    """A changed fact is told with the remedy, the record is due again and not verified; other words change nothing."""
    renew(district, "fahrradwerkstatt", "--ja")
    district.replace(RESSOURCE, old, new)
    (entry,) = [each for each in district.read().district.entries if each.id == "fahrradwerkstatt"]
    assert (entry.geprueft_am is not None) is holds
    assert codes(district) == ([] if holds else ["nachweis_verfallen"])
    assert len(due_reviews(district.read())) == (0 if holds else 1)
    if not holds:
        (found,) = district.check()
        assert found.remedy.endswith("dann: sozialraum geprueft fahrradwerkstatt")
        assert renew(district, "fahrradwerkstatt", "--ja").exit_code == 0
        assert codes(district) == []


def test_nothing_is_written_without_a_word(district: District) -> None:
    """Where nobody can be asked and nobody said so, the facts are shown and the file stays."""
    before = content(district)
    result = renew(district, "fahrradwerkstatt")
    assert result.exit_code == 1
    assert result.output.endswith("Nichts eingetragen. Wenn alles stimmt: noch einmal mit --ja.\n")
    assert content(district) == before


@pytest.mark.parametrize(("answer", "written"), [("ja\n", True), ("J\n", True), ("\n", False), ("nein\n", False)])
def test_asked_at_a_terminal(district: District, monkeypatch: pytest.MonkeyPatch, answer: str, written: bool) -> None:
    """At a terminal the question comes after the facts; only a yes writes."""
    monkeypatch.setattr("sozialraum.cli.verifying._at_a_terminal", lambda: True)
    call = ["geprueft", "fahrradwerkstatt", "--heute", "2026-06-30", "--records", str(district.records)]
    result = CliRunner().invoke(main, call, input=answer, catch_exceptions=False)
    assert "Kontakt: –\nWurde nachgefragt, und stimmt das alles? (ja/nein)" in result.output
    assert (result.exit_code == 0) is ("nachweis" in content(district)) is written


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gibt-es-nicht", "--ja"], "Einen Eintrag „gibt-es-nicht“ gibt es nicht."),
        (["fahrradwerkstatt", "gibt-es-nicht", "--ja"], "Einen Eintrag „gibt-es-nicht“ gibt es nicht."),
        (["fahrradwerkstatt", "--durch", "Frau Meier", "--ja"], "--durch nennt ein Team, nie eine Person."),
    ],
)
def test_wrong_calls(district: District, arguments: list[str], message: str) -> None:
    """A record that does not exist and a person instead of a team are refused before anything is written."""
    before = content(district)
    result = renew(district, *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert content(district) == before


def test_records_with_errors_and_ended_ones(district: District) -> None:
    """A record that cannot be read, or is over, is not verified."""
    district.replace(RESSOURCE, "status: aktiv", "status: beendet")
    assert "ist beendet" in renew(district, "fahrradwerkstatt", "--ja").stderr
    district.replace(RESSOURCE, "status: beendet", "status: ende")
    result = renew(district, "ressourcen/fahrradwerkstatt.md", "--ja")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        "fahrradwerkstatt.md enthält Fehler, eingetragen ist nichts. Welche, sagt: "
        "sozialraum check records/ressourcen/fahrradwerkstatt.md\n"
    )


def test_one_record_with_an_error_stops_all(district: District) -> None:
    """Where one of several records has an error, nothing is written to any, and no byte of the broken one is lost."""
    district.replace(RESSOURCE, "zeiten: Mi 16:00-19:00", "zeiten: wenn die Tür offen steht, von bis  # nachfragen")
    before = {file: file.read_bytes() for file in district.records.rglob("*.md")}
    result = renew(district, "team-nord", "fahrradwerkstatt", "--ja")
    assert result.exit_code == 2
    assert {file: file.read_bytes() for file in district.records.rglob("*.md")} == before


def test_line_ends_and_marks_stay(district: District) -> None:
    """A file from Windows keeps its line ends and its byte order mark."""
    file = district.records / RESSOURCE
    before = content(district)
    file.write_bytes(b"\xef\xbb\xbf" + before.replace("\n", "\r\n").encode())
    assert renew(district, "fahrradwerkstatt", "--ja").exit_code == 0
    after = file.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf---\r\ntitel: ")
    assert after.count(b"\n") == after.count(b"\r\n") == before.count("\n") + 3


def test_what_was_changed_while_it_asked_is_not_verified(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever says yes means what was shown: a file that was saved meanwhile stays, and says nothing of a verification."""

    def answered(**_asked: object) -> bool:
        district.replace(RESSOURCE, "kosten: kostenfrei", "kosten: gering")
        return True

    monkeypatch.setattr("sozialraum.cli.verifying._agreed", answered)
    before = content(district)
    result = renew(district, "fahrradwerkstatt")
    assert result.exit_code == 1
    assert result.output.endswith(
        "Nicht eingetragen: records/ressourcen/fahrradwerkstatt.md hat sich inzwischen geändert. "
        "Noch einmal ansehen: sozialraum geprueft fahrradwerkstatt\n"
    )
    assert content(district) == before.replace("kosten: kostenfrei", "kosten: gering")


def test_a_file_without_a_last_line_end_is_what_was_shown(district: District) -> None:
    """An editor that ends no line leaves a file that can be verified all the same."""
    district.write(RESSOURCE, content(district).split("\n---\n")[0] + "\n---")
    assert renew(district, "fahrradwerkstatt", "--ja").exit_code == 0
    assert codes(district) == []


def test_a_record_in_braces_is_not_verified_before_it_has_its_form(district: District) -> None:
    """Where no change is safe nothing is written, and the remedy that is told is one."""
    head, body = content(district).removeprefix("---\n").split("\n---\n", 1)
    braces = f"---\n{{{', '.join(head.splitlines())}}}\n---\n{body}"
    district.write(RESSOURCE, braces.replace("mobilitaet]", "'mobilitaet']"))
    before = content(district)
    assert codes(district) == []
    result = renew(district, "fahrradwerkstatt", "--ja")
    assert result.exit_code == 1
    assert "Erst: sozialraum format records/ressourcen/fahrradwerkstatt.md" in result.output
    assert content(district) == before
    CliRunner().invoke(main, ["format", str(district.records / RESSOURCE)], catch_exceptions=False)
    assert renew(district, "fahrradwerkstatt", "--ja").exit_code == 0
    assert codes(district) == []


def test_written_by_hand(district: District) -> None:
    """A group without a proof counts as its day does; it ages and does not lapse."""
    district.replace(RESSOURCE, DAY, "geprueft: {am: 2026-05-12, durch: team-nord}\n")
    assert codes(district) == []
    district.replace(RESSOURCE, "kosten: kostenfrei", "kosten: gering")
    assert codes(district) == []
    district.replace(RESSOURCE, "angelegt_am: 2026-01-15", "angelegt_am: 2024-01-15")
    district.replace(RESSOURCE, "am: 2026-05-12", "am: 2025-05-12")
    assert codes(district) == ["pruefung_faellig"]


def test_no_team_is_counted(district: District) -> None:
    """The page of a team does not list what it verified: that would measure its work."""
    renew(district, "fahrradwerkstatt", "--ja")
    assert list(district.read().graph.backlinks("team-nord")) == ["Zuständig für", "Pflegt diese Einträge"]


def test_one_list_for_each_team_by_use_and_age(district: District) -> None:
    """What is linked most comes first, then what nobody looked at for longest; never verified is due at once."""
    resource = content(district).replace(DAY, "")
    for name, day in {"alt": "2025-02-01", "aelter": "2025-01-01", "frisch": "2026-06-01"}.items():
        line = resource.replace("titel: Offene", f"titel: {name.capitalize()}").replace("2026-01-15", "2024-01-15")
        district.write(f"ressourcen/{name}.md", line.replace("kurz:", f"geprueft_am: {day}\nkurz:"))
    district.write("ressourcen/neu.md", resource.replace("titel: Offene", "titel: Neue") + "\nNeben [[alt]].\n")
    found = due_reviews(district.read())
    assert [(each.eintrag.id, -each.nutzung, each.team) for each in found] == [
        ("alt", 1, "team-nord"),
        ("aelter", 0, "team-nord"),
        ("neu", 0, "team-nord"),
    ]
    assert found[2].warum == "noch nie geprüft, angelegt am 15. Januar 2026"


def test_due_within_the_month(district: District) -> None:
    """The list of a month has what falls due until its last day, and no more."""
    district.replace(RESSOURCE, "angelegt_am: 2026-01-15", "angelegt_am: 2025-01-15")
    district.replace(RESSOURCE, DAY, "geprueft_am: 2025-06-30\n")
    assert len(due_reviews(district.read())) == 1
    assert codes(district) == []
    district.replace(RESSOURCE, "2025-06-30", "2025-07-01")
    assert due_reviews(district.read()) == []


def test_the_list_as_a_mail(district: District) -> None:
    """For a team the list is a mail with subject, what to do, and one line for each record."""
    district.replace(RESSOURCE, DAY, "")
    call = ["report", "zu-pruefen", "--team", "team-nord", "--format", "mail", "--heute", "2026-06-30"]
    told = CliRunner().invoke(main, [*call, "--records", str(district.records)], catch_exceptions=False)
    assert told.output.startswith("Betreff: Bitte prüfen: Team Nord\n\n")
    line = "- Offene Fahrradwerkstatt · Art: Ressource · Warum: noch nie geprüft, angelegt am 15. Januar 2026 · Verweise darauf: 0\n"
    assert told.output.endswith(line)
    wrong = CliRunner().invoke(main, ["report", "zu-pruefen", "--team", "x", "--records", str(district.records)])
    assert (wrong.exit_code, "Möglich sind: team-nord." in wrong.stderr) == (2, True)


def test_what_a_list_changes_is_not_verified(tmp_path: Path) -> None:
    """When an import changes a fact, an earlier verification stays readable and holds no more."""
    at = Workplace(tmp_path)
    (at.folder / "liste.csv").write_text(LIST, "utf-8")
    at.bring_in(MAPPING, "liste.csv")
    file = at.root / "ressourcen/treff.md"
    file.write_text(file.read_text("utf-8").replace("kurz:", "geprueft_am: 2026-06-01\nkurz:"), "utf-8")
    (at.folder / "liste.csv").write_text(LIST.replace("Mo 9-12", "Mo 9-13"), "utf-8")
    at.bring_in(MAPPING, "liste.csv")
    assert "geprueft:\n  am: 2026-06-01\n  nachweis: " in file.read_text("utf-8")
    assert "geprueft_am" not in file.read_text("utf-8")
    (entry,) = [each for each in read(at.root, HEUTE, Sichtbarkeit.team).district.entries if each.id == "treff"]
    assert entry.verfallen


PLACES = st.fixed_dictionaries({}, optional={"strasse": st.text("aäß 1", min_size=1), "plz": st.just("24941")})


@settings(max_examples=30)
@given(st.fixed_dictionaries({"kosten": st.sampled_from(["gering", "kostenfrei"])}, optional={"ort": PLACES}))
def test_the_fingerprint_reads_what_is_written(values: dict[str, Any]) -> None:
    """Written and read again, in another order, the facts have the same fingerprint; another cost has another one."""
    shuffled = dict(reversed(list(values.items())))
    document = split(f"---\n{front_matter(shuffled)}---\n", "")[0]
    assert document
    assert fingerprint(Ressource, document.values()[0] or {}) == fingerprint(Ressource, values)
    assert fingerprint(Ressource, {**values, "kosten": "unbekannt"}) != fingerprint(Ressource, values)


def test_the_place_of_a_shelter_is_in_no_fingerprint() -> None:
    """For protected places the address changes nothing that anyone can read."""
    record = {"themen": ["gewaltschutz"], "kosten": "kostenfrei"}
    place = {"ort": {"strasse": "Ringweg 2"}, "erreichbarkeit": {"weg": "hinten"}}
    assert fingerprint(Ressource, {**record, "erreichbarkeit": {"digital": "ja"}, "ort": {"strasse": "Ringweg 2"}}) == (
        fingerprint(Ressource, {**record, "erreichbarkeit": {"digital": "ja", "weg": "hinten"}})
    )
    assert fingerprint(Ressource, {**record, **place}) == fingerprint(
        Ressource, {**record, "erreichbarkeit": {"weg": "x"}}
    )


def test_the_command_knows_every_way() -> None:
    """What the command takes for --wie is what the model knows, and every type that goes stale has facts."""
    (way,) = [each for each in geprueft.params if each.name == "wie"]
    assert way.type.to_info_dict()["choices"] == tuple(map(str, Pruefweg))
    assert all(facts(model) for model in RECORD_TYPES.values() if model.typ.wird_geprueft)
