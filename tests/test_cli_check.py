"""`sozialraum check`: what it prints, and with which number it ends."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from districts import RESSOURCE, District
from sozialraum.checks import all_rules
from sozialraum.cli import main
from sozialraum.output import OUTPUTS

try:
    import pty
except ImportError:
    pty = None  # type: ignore[assignment]


@pytest.fixture(autouse=True)
def _here(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """Call the command from the folder above `records/`."""
    monkeypatch.chdir(district.base)


def check(*arguments: str) -> Result:
    """Call `sozialraum check` on the day the tests live in."""
    return CliRunner().invoke(main, ["check", "--heute", "2026-06-30", *arguments], catch_exceptions=False)


@pytest.fixture
def warned(district: District) -> District:
    """A district with one Warnung and nothing else."""
    district.replace(RESSOURCE, "geprueft_am: 2026-05-12", "geprueft_am: 2026-05-12\npruefintervall_monate: 1")
    return district


@pytest.fixture
def broken(warned: District) -> District:
    """A district with one Fehler and one Warnung, in two files."""
    warned.replace("teams/team-nord.md", "woechentlich", "taeglich")
    return warned


def test_all_is_well() -> None:
    """Nothing to say is said in one line, and ends with 0."""
    result = check()
    assert (result.exit_code, result.output) == (0, "3 Datensätze geprüft: alles in Ordnung.\n")


def test_a_warning(warned: District) -> None:
    """A Warnung is shown and ends with 0, so that time alone stops nobody; `--strict` ends with 1."""
    result = check()
    assert result.exit_code == 0
    assert result.output.startswith("records/ressourcen/fahrradwerkstatt.md:5:14: Warnung [pruefung_faellig]\n")
    assert result.output.endswith("\n3 Datensätze geprüft: 1 Warnung.\n")
    assert check("--strict").exit_code == 1


def test_an_error(broken: District) -> None:
    """A Fehler ends with 1."""
    result = check()
    assert result.exit_code == 1
    assert result.output.endswith("\n3 Datensätze geprüft: 1 Fehler, 1 Warnung.\n")


def on_a_terminal(**environment: str) -> str:
    """Call `sozialraum check` as its own program, on a terminal, and return what appears there."""
    screen, terminal = pty.openpty()
    command = [sys.executable, "-m", "sozialraum", "check", "--heute", "2026-06-30"]
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(command, stdout=terminal, stderr=terminal, env={**kept, **environment}):
        os.close(terminal)
        shown = b""
        with contextlib.suppress(OSError):  # Linux says so when the other end is closed.
            while part := os.read(screen, 4096):
                shown += part
    os.close(screen)
    return shown.decode()


@pytest.mark.skipif(pty is None, reason="This system has no terminals of this kind.")
def test_colour_on_a_terminal(broken: District) -> None:
    """On a terminal the weight is coloured; where NO_COLOR is set, the terminal knows none, or the output goes elsewhere, it is not."""
    assert "\x1b[31;1mFehler\x1b[0m [" in on_a_terminal()
    assert "\x1b" not in on_a_terminal(NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(TERM="dumb")
    assert "\x1b" not in check().output


WITH_FEW_SIGNS = """
import io, sys
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="cp1252")
from sozialraum.cli import main
main(["check", "--heute", "2026-06-30"])
"""
"""Python as Windows starts it where the output goes to a file."""


@pytest.mark.parametrize(("named", "encoding", "arrow"), [("", "utf-8", "→"), ("cp1252", "cp1252", "?")])
def test_systems_with_few_signs(broken: District, named: str, encoding: str, arrow: str) -> None:
    """What goes to a file is UTF-8 whatever the system prefers; in an encoding somebody named, "?" stands for other signs."""
    environment = {**os.environ, "PYTHONIOENCODING": named}
    command = [sys.executable, "-c", WITH_FEW_SIGNS]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert f"\n  {arrow} " in done.stdout.decode(encoding)


def test_a_hint_is_not_serious(district: District) -> None:
    """A Hinweis ends with 0, with `--strict` as well."""
    district.replace(RESSOURCE, "zeiten: Mi 16:00-19:00\n", "")
    assert "1 Hinweis" in check("--strict").output
    assert check("--strict").exit_code == 0


@pytest.mark.parametrize(
    ("path", "code", "end"),
    [
        ("records", 1, "3 Datensätze geprüft: 1 Fehler, 1 Warnung."),
        (".", 1, "3 Datensätze geprüft: 1 Fehler, 1 Warnung."),
        ("records/ressourcen", 0, "1 Datensatz geprüft: 1 Warnung."),
        ("records/ressourcen/fahrradwerkstatt.md", 0, "1 Datensatz geprüft: 1 Warnung."),
        ("records/teams/team-nord.md", 1, "1 Datensatz geprüft: 1 Fehler."),
        ("records/sozialraeume", 0, "1 Datensatz geprüft: alles in Ordnung."),
    ],
)
def test_a_part(path: str, code: int, end: str, broken: District) -> None:
    """With a PATH only what lies there is said and counted, and only that decides how it ends."""
    result = check(path)
    assert result.exit_code == code
    assert result.output.rstrip().endswith(end)


def test_several_parts(broken: District) -> None:
    """Several PATHs are heard together."""
    result = check("records/sozialraeume", "records/teams/team-nord.md")
    assert "wort_nicht_in_auswahl" in result.output
    assert "pruefung_faellig" not in result.output


def test_from_within(broken: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """From inside `records/` the whole district is found, and places are named as from above."""
    monkeypatch.chdir(broken.records / "ressourcen")
    result = check("../teams")
    assert result.exit_code == 1
    assert result.output.startswith("records/teams/team-nord.md:6:19: Fehler")


@pytest.mark.parametrize(
    ("paths", "stranger"),
    [
        (["andere"], "andere"),
        (["andere/kaputt.md"], "andere/kaputt.md"),
        (["records", "/etc/passwd"], "/etc/passwd"),
        (["records", "andere"], "andere"),
        (["records/teams/team-nord.md", "README.md"], "README.md"),
        (["records", ".."], ".."),
    ],
)
def test_what_is_not_read_is_not_in_order(paths: list[str], stranger: str, district: District) -> None:
    """A PATH outside the records is a wrong call, also beside a right one: nobody hears that unread files are right."""
    (district.base / "andere").mkdir()
    for name in ("andere/kaputt.md", "README.md"):
        (district.base / name).write_text("kaputt", "utf-8")
    result = check(*paths)
    assert result.exit_code == 2
    assert result.stderr == f"„{stranger}“ gehört nicht zu records/ in {district.base.resolve()}.\n"
    assert result.stdout == ""


def test_an_empty_folder_below_a_district(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever names the folder they are in asks for it; without a PATH the district around it is checked."""
    (district.base / "leer").mkdir()
    monkeypatch.chdir(district.base / "leer")
    assert check(".").exit_code == 2
    assert check().output == "3 Datensätze geprüft: alles in Ordnung.\n"


@pytest.mark.parametrize(("folder", "file"), [("andere/records", "teams/kaputt.md"), ("andere", "teams/kaputt.md")])
def test_a_folder_of_records_is_its_own(folder: str, file: str, district: District) -> None:
    """A named folder called `records`, or one with folders of types, is checked itself and not the district around it."""
    path = district.base / folder / file
    path.parent.mkdir(parents=True)
    path.write_text("kaputt", "utf-8")
    result = check(folder)
    assert result.exit_code == 1
    assert f"{Path(folder).name}/{file}:" in result.output
    assert f"{Path(folder).name}/handbuch.yml: Fehler [handbuch_fehlt]" in result.output


def test_a_link_that_leads_outside_belongs_where_it_lies(district: District) -> None:
    """A link below `records/` may be named, wherever it leads: it is what is wrong there."""
    (district.records / "teams" / "fremd.md").symlink_to("/etc/hostname")
    (district.records / "teams" / "leer.md").symlink_to("gibt-es-nicht")
    assert "[verknuepfung_nach_aussen]" in check("records/teams/fremd.md").output
    assert "[datei_unlesbar]" in check("records/teams/leer.md").output


def test_json(broken: District) -> None:
    """JSON is JSON and nothing else, whatever is found."""
    result = check("--format", "json")
    assert result.exit_code == 1
    assert [each["code"] for each in json.loads(result.output)] == ["pruefung_faellig", "wort_nicht_in_auswahl"]
    broken.replace("teams/team-nord.md", "taeglich", "woechentlich")
    assert json.loads(check("--format", "json", "records/teams").output) == []


def test_github(broken: District) -> None:
    """For a pipeline there is one command per line, and no last line; nothing to say prints nothing."""
    result = check("--format", "github")
    assert [line.split(" ")[0] for line in result.output.splitlines()] == ["::warning", "::error"]
    assert check("--format", "github", "records/sozialraeume").output == ""


def test_every_format_can_be_chosen() -> None:
    """The formats offered are those there are."""
    for format_ in OUTPUTS:
        assert check("--format", format_).exit_code == 0
    assert check("--format", "xml").exit_code == 2


@pytest.mark.parametrize("code", [rule.code for rule in all_rules()])
def test_explained(code: str) -> None:
    """Every rule can be explained: its code, its weight, its number, its help, when it counts, what is right."""
    rule = next(each for each in all_rules() if each.code == code)
    result = check("--erklaere", code)
    number = f", Regel {rule.regel}" if rule.regel else ""
    more = [f"\nGilt: {rule.gilt}\n"] if rule.gilt else []
    more += [f"\nRichtig ist zum Beispiel: {rule.beispiel}\n"] if rule.beispiel else []
    assert (result.exit_code, result.output) == (
        0,
        f"{code} ({rule.severity}{number})\n\n{rule.help}\n" + "".join(more),
    )


def test_explained_by_number() -> None:
    """A number of the method's list explains every rule that carries it, however it is written."""
    carrying = [rule for rule in all_rules() if "KB-14" in rule.regel.split(", ")]
    assert [rule.code for rule in carrying] == ["beratende_bringt_ein", "zu_wenig_beratende", "eine_beratende_stimme"]
    for number in ("KB-14", "kb-14"):
        result = check("--erklaere", number)
        assert result.exit_code == 0
        assert [line.split()[0] for line in result.output.splitlines() if "Regel KB-14" in line] == [
            rule.code for rule in carrying
        ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--erklaere", "gibt_es_nicht"], "Eine Regel „gibt_es_nicht“ gibt es nicht."),
        (["gibt/es/nicht"], "„gibt/es/nicht“ gibt es nicht."),
        (["records", "gibt-es-nicht"], "„gibt-es-nicht“ gibt es nicht."),
        (["--heute", "30.6.2026"], "„30.6.2026“ ist kein Tag der Form 2026-06-30."),
        (["--heute", "2026-02-30"], "„2026-02-30“ ist kein Tag der Form 2026-06-30."),
    ],
)
def test_a_wrong_call(arguments: list[str], message: str) -> None:
    """A wrong call ends with 2 and says in German what is wrong, away from the results."""
    result = check(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_no_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no folder of records, the way to one is named."""
    empty = tmp_path / "leer"
    empty.mkdir()
    (tmp_path / "records" / "handbuch.yml").rename(tmp_path / "einstellungen.yml")
    (tmp_path / "records").rename(tmp_path / "anderswo")
    monkeypatch.chdir(empty)
    result = check()
    assert result.exit_code == 2
    assert "sozialraum init" in result.stderr


def test_a_folder_without_settings(district: District) -> None:
    """A folder of records without settings is checked, and the settings are what is missing."""
    (district.records / "handbuch.yml").unlink()
    assert "Fehler [handbuch_fehlt]" in check().output
    assert check().exit_code == 1


def test_unknown_settings_come_first_and_nothing_rests_on_them(district: District) -> None:
    """An error in handbuch.yml is said first; what would rest on the settings is left out, and the check says so."""
    district.replace("ressourcen/fahrradwerkstatt.md", "[nordhang]", "[gibt-es-nicht]")
    district.replace("ressourcen/fahrradwerkstatt.md", "2026-05-12", "2026-13-12")
    district.replace("handbuch.yml", "bundesland", "bundeslnd")
    result = check("records/teams", "--heute", "2029-06-30")
    assert result.exit_code == 1
    assert result.output.startswith("records/handbuch.yml:3:1: Fehler [unbekannter_schluessel]")
    result = check("--heute", "2029-06-30")
    codes = [line.rsplit("[", 1)[1] for line in result.output.splitlines() if line.startswith("records/")]
    assert codes == ["unbekannter_schluessel]", "kein_datum]"]
    assert "Solange records/handbuch.yml Fehler hat, ist jede Datei nur für sich geprüft." in result.output


def test_any_heap_of_files(district: District) -> None:
    """A folder that is named is checked, whatever it is called and whatever lies in it."""
    (district.records / "handbuch.yml").unlink()
    district.records.rename(district.base / "haufen")
    result = check("haufen")
    assert result.exit_code == 1
    assert "haufen/handbuch.yml: Fehler [handbuch_fehlt]" in result.output


def test_today(warned: District) -> None:
    """The day given counts; without one the district's own Stichtag."""
    runner = CliRunner()
    assert "alles in Ordnung" in runner.invoke(main, ["check", "--heute", "2026-06-12"]).output
    assert "1 Warnung" in runner.invoke(main, ["check", "--heute", "2026-06-13"]).output
    warned.write("handbuch.yml", "name: A\ngebiet: B\nbundesland: SH\nstichtag: 2026-06-12\n")
    assert "alles in Ordnung" in runner.invoke(main, ["check"]).output
    assert "1 Warnung" in runner.invoke(main, ["check", "--heute", "2026-06-13"]).output


def test_a_file_name_that_is_no_text(district: District) -> None:
    """A file name of any bytes is shown in every format, and never stops the command."""
    import os

    district.write(os.fsdecode(b"teams/caf\xe9.md"), "---\n---\n")
    for format_ in OUTPUTS:
        result = check("--format", format_)
        assert result.exit_code == 1
        assert ("caf%E9.md" if format_ == "sarif" else "caf\\udce9") in result.output


def test_checking_writes_nothing(broken: District) -> None:
    """A check changes no file and makes none."""
    before = {file: file.stat().st_mtime_ns for file in broken.base.rglob("*")}
    check()
    assert {file: file.stat().st_mtime_ns for file in broken.base.rglob("*")} == before
