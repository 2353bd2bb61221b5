"""Whoever calls `sozialraum` reads German: helps, wrong calls, and what the system refuses."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from districts import District
from sozialraum.cli import COMMANDS, main
from sozialraum.cli.german import WORDS

ENGLISH = re.compile(
    r"\b(?:and|are|argument|arguments|command|commands|default|directory|does|error|exit|exist|file|for|given|got|"
    r"invalid|is|message|missing|must|no|not|of|one|option|options|path|possible|readable|required|requires|show|such|"
    r"takes?|the|this|try|unexpected|usage|valid|value|values|with)\b(?!\.)",
    re.IGNORECASE,
)
"""Words of click's that no German sentence has, "Option" apart."""
OUR_OWN = re.compile(r"--?\w[\w-]*|\[OPTIONEN\]|Option\b|JSON Schema")
"""What is written alike in both languages, and names of options."""

WRONG = {
    "": "Aufruf: sozialraum [OPTIONEN] BEFEHL …",
    "--foo": "Eine Option „--foo“ gibt es nicht.",
    "pruefe": "Einen Befehl „pruefe“ gibt es nicht.",
    "chek": "Einen Befehl „chek“ gibt es nicht. Meinten Sie",
    "loeschen --fae": "Eine Option „--fae“ gibt es nicht. Meinten Sie '--faellig'?",
    "check --strikt": "Meinten Sie eines von diesen: '--seit', '--strict'?",
    "check --format xml": "Falscher Wert für '--format': „xml“ gibt es hier nicht. Möglich sind 'text', 'json',",
    "check --seit": "Nach „--seit“ fehlt der Wert.",
    "check --strict=1": "Nach „--strict“ steht kein Wert.",
    "check --heute morgen": "„morgen“ ist kein Tag der Form 2026-06-30.",
    "check --nachricht fort": "Falscher Wert für '--nachricht': „fort“ gibt es nicht.",
    "serve --adresse 8000": "Falscher Wert für '--adresse': „8000“ ist keine Adresse der Form 127.0.0.1:8000.",
    "build --records fehlt": "„fehlt“ gibt es nicht.",
    "report luecken --records fehlt": "„fehlt“ gibt es nicht.",
    "schema --records fehlt": "„fehlt“ gibt es nicht.",
    "report a b": "Eine Angabe ist zu viel: b",
    "report a b c": "Diese Angaben sind zu viel: b c",
    "kopfzeilen": "Es fehlt die Angabe '{nginx|apache|gitlab}'. Möglich sind:\n\tnginx,\n\tapache,\n\tgitlab\n",
    "kopfzeilen iis": "„iis“ gibt es hier nicht. Möglich sind 'nginx', 'apache', 'gitlab'.",
    "vorschau": "Es fehlt die Option '--gegen'.",
    "geprueft": "Es fehlt die Angabe 'ID…'.",
    "papiere --ziel records/handbuch.yml": "„records/handbuch.yml“ ist eine Datei; gebraucht wird ein Ordner.",
    "export json --ziel records": "„records“ ist ein Ordner; gebraucht wird eine Datei.",
}
"""Wrong call → what is said of it."""


@pytest.fixture(autouse=True)
def _here(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(district.base)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="sozialraum", catch_exceptions=False)


def english_in(text: str) -> list[str]:
    return ENGLISH.findall(OUR_OWN.sub("", text))


@pytest.mark.parametrize("language", ["de_DE.UTF-8", "en_US.UTF-8", "C"])
def test_the_overview(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a command, all are listed with their whole first sentence, whatever the system's language is."""
    monkeypatch.setenv("LC_ALL", language)
    shown = run("--help").output
    assert shown.startswith("Aufruf: sozialraum [OPTIONEN] BEFEHL …\n")
    assert [line.split()[0] for line in re.findall(r"^  [a-z]+  .*$", shown, re.MULTILINE)] == [
        each.name for each in COMMANDS
    ]
    assert "..." not in shown
    assert english_in(shown) == []


@pytest.mark.parametrize("width", [60, 200])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: str(each.name))
def test_each_help(command: click.Command, width: int) -> None:
    """The help of a command is German, ends with 0 and fits the terminal."""
    done = CliRunner().invoke(main, [str(command.name), "--help"], terminal_width=width)
    assert done.exit_code == 0
    assert "\nOptionen:\n" in done.output
    assert done.output.endswith("Diese Hilfe zeigen.\n") or "Diese Hilfe zeigen.\n\n" in done.output
    assert english_in(done.output) == []
    assert max(map(len, done.output.splitlines())) <= width


@pytest.mark.parametrize("call", WRONG)
def test_each_wrong_call(call: str) -> None:
    """A wrong call ends with 2 and says in German what is wrong, and nothing else in English."""
    done = run(*call.split())
    assert done.exit_code == 2
    assert WRONG[call] in done.stderr
    assert english_in(done.stderr) == []
    assert done.stdout == ""


def test_a_question_that_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever ends a question without an answer reads that nothing more happens."""
    monkeypatch.setattr("sozialraum.cli.verifying._at_a_terminal", lambda: True)
    done = run("geprueft", "fahrradwerkstatt")
    assert (done.exit_code, done.stderr.strip()) == (1, "Abgebrochen.")


def test_ctrl_c_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends any command as shells expect it, without a traceback."""

    def interrupted(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sozialraum.project.check", interrupted)
    done = run("check")
    assert (done.exit_code, done.output) == (130, "Abgebrochen.\n")


def test_ctrl_c_at_a_question(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C at a question ends a command as it does anywhere else; the line of the question is left first."""

    def interrupted(_question: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("sozialraum.cli.verifying._at_a_terminal", lambda: True)
    monkeypatch.setattr("click.termui.visible_prompt_func", interrupted)
    with pytest.raises(SystemExit) as ended:
        main(["geprueft", "fahrradwerkstatt"])
    assert (ended.value.code, capsys.readouterr().err) == (130, "\nAbgebrochen.\n")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            "codeowners --ziel fehlt/CODEOWNERS",
            "„fehlt“ lässt sich nicht öffnen oder schreiben: das gibt es nicht.",
        ),
        ("schema --ziel records/handbuch.yml", "handbuch.yml“ lässt sich nicht öffnen oder schreiben: es steht etwas"),
        (
            "papiere --ziel records/handbuch.yml/neu",
            "handbuch.yml/neu“ lässt sich nicht öffnen oder schreiben: ein Teil",
        ),
    ],
)
def test_what_the_system_refuses(call: str, said: str, district: District) -> None:
    """A file that cannot be written is named with the reason, and the command ends with 1."""
    district.add("teams/team-nord.md", 'forge_gruppe: "@probe/nord"')
    done = run(*call.split())
    assert done.exit_code == 1
    assert said in done.stderr


def test_a_mistake_of_the_program_is_none_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that no caller can mend stays one, so that it can be found."""

    def broken(*_arguments: object, **_options: object) -> None:
        raise OSError(0, "unbekannt")

    monkeypatch.setattr("sozialraum.project.check", broken)
    with pytest.raises(OSError, match="unbekannt"):
        run("check")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="The rights of root have no end.")
def test_a_folder_for_reading_only(district: District) -> None:
    """In a folder without the right to write nothing is written, and that is why."""
    district.base.chmod(0o555)
    try:
        done = run("papiere")
    finally:
        district.base.chmod(0o755)
    assert done.exit_code == 1
    assert "die Rechte dafür fehlen." in done.stderr


def test_every_word_is_one_of_clicks() -> None:
    """What stands in the table is what this click says, letter by letter; a new click that says it otherwise is noticed."""
    said = set()
    for file in Path(str(importlib.util.find_spec("click").origin)).parent.glob("*.py"):
        tree = ast.walk(ast.parse(file.read_text("utf-8")))
        said |= {each.value for each in tree if isinstance(each, ast.Constant)}
    assert set(WORDS) - said == set()


def test_nothing_is_lost_in_translation() -> None:
    """A German sentence names nothing that the English one does not know."""
    for english, german in WORDS.items():
        assert set(re.findall(r"{(\w+)", german)) <= set(re.findall(r"{(\w+)", english))
