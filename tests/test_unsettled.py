"""While handbuch.yml has an error, no command does what rests on the settings; it says what is not known, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from districts import RESSOURCE, District
from sozialraum.cli import COMMANDS, main

if TYPE_CHECKING:
    from pathlib import Path

    from click import Command

RESTING = {
    "build": "steht nicht fest, für wen das Handbuch ist.",
    "export json --fuer team": "steht nicht fest, was wer erfahren darf.",
    "kopfzeilen nginx": "ist nicht bekannt, was die Seiten laden dürfen.",
    "loeschen --faellig --ausfuehren": "sind die Löschfristen nicht bekannt.",
    "loeschen fahrradwerkstatt --ausfuehren": "sind die Löschfristen nicht bekannt.",
    "new beratung --variante einzelfall": "ist nicht bekannt, welche Beratungen dieses Handbuch festhält.",
    "new bedarfslage --aus-vorschlag 1": "ist nicht bekannt, ab wann eine Bedarfslage möglich ist.",
    "papiere": "ist nicht bekannt, was in die Unterlagen gehört.",
    "redaktion": "ist nicht bekannt, für wen die Formulare sind und wohin sie speichern.",
    "redaktion --pruefen": "ist nicht bekannt, für wen die Formulare sind und wohin sie speichern.",
    "report loeschfristen": "sind Fristen und Mindestzahlen nicht bekannt.",
    "report zeitaufwand": "sind Fristen und Mindestzahlen nicht bekannt.",
    "serve": "steht nicht fest, für wen das Handbuch ist.",
    "vergessen wirtin --ausfuehren": "ist nicht bekannt, wo die Kontakte der Schlüsselpersonen liegen.",
    "vorschau --gegen HEAD": "lässt sich nicht sagen, was die Änderung bewirkt.",
}
"""Call → what is not known."""

GOING_ON = {"check", "codeowners", "format", "geprueft", "import", "init", "lizenzen", "new", "schema"}
"""What reads no settings, or what the writing of a record needs: a typo keeps nobody from writing."""


@pytest.fixture(autouse=True)
def unsettled(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """Call everything in a district with one typo in handbuch.yml."""
    monkeypatch.chdir(district.base)
    (district.base / "mkdocs.yml").write_text("site_name: Probe\n", "utf-8")
    district.replace("handbuch.yml", "bundesland: SH", "bundeslnd: SH\nloeschfristen:\n  ressourcen: 3")


def run(call: str) -> Result:
    return CliRunner().invoke(main, call.split(" "), catch_exceptions=False)


def files(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("call", RESTING)
def test_what_rests_on_the_settings_is_not_done(call: str, district: District) -> None:
    """It ends with 1, names the place of the error, writes nothing, and prints nothing that could be kept by mistake."""
    before = files(district.base)
    result = run(call)
    assert result.exit_code == 1
    assert f"Solange records/handbuch.yml Fehler hat, {RESTING[call]}" in " ".join(result.output.split("\n"))
    assert "records/handbuch.yml:3:1: Fehler [unbekannter_schluessel]" in result.output
    assert "build" in call or result.stdout == ""
    assert files(district.base) == before


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: str(each.name))
def test_each_command_is_in_one_of_the_two_lists(command: Command) -> None:
    """A new command either refuses or has a reason not to."""
    assert (command.name in GOING_ON) or any(call.split(" ")[0] == command.name for call in RESTING)


def test_without_settings_it_is_the_same(district: District) -> None:
    """A handbuch.yml that is missing is as unknown as a wrong one."""
    (district.records / "handbuch.yml").unlink()
    result = run("report luecken")
    assert (result.exit_code, "[handbuch_fehlt]" in result.output) == (1, True)


def test_a_warning_settles_nothing_less(district: District) -> None:
    """Only an error makes settings unknown: with the typo mended everything goes on."""
    district.replace("handbuch.yml", "bundeslnd", "bundesland")
    assert run("report loeschfristen").exit_code == 0
    assert run("kopfzeilen nginx").stdout.startswith("#")


def test_records_can_still_be_written(district: District) -> None:
    """New records and verifications are written; that the calendar counts as day is said beside them."""
    new = run("new organisation --titel Nachbarschaftsverein --kurz Hilft --art verein --verantwortlich team-nord")
    assert "Als Tag gilt solange" in new.stderr
    seen = run("geprueft fahrradwerkstatt --ja")
    assert seen.exit_code == 0
    assert "records/handbuch.yml hat Fehler" in seen.stderr
    assert "geprueft:" in (district.records / RESSOURCE).read_text("utf-8")
    assert run("geprueft fahrradwerkstatt --ja --heute 2026-06-30").stderr == ""


def test_commits_are_read_for_everything_else(district: District) -> None:
    """A hook still finds personal data, and says that it does not know the district's own file numbers."""
    message = district.base / "nachricht"
    message.write_text("Frau Birnenkuchen, 030 23125117", "utf-8")
    result = run("check --nachricht nachricht")
    assert result.exit_code == 1
    assert result.stderr == "records/handbuch.yml hat Fehler: Eigene Aktenzeichen sind nicht bekannt.\n"
    message.write_text("Zeiten nachgetragen", "utf-8")
    assert run("check --nachricht nachricht").exit_code == 0
