"""`sozialraum codeowners`: who keeps a record is asked about its change."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner, Result
from districts import District
from sozialraum.cli import main


@pytest.fixture(autouse=True)
def _here(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """Call the command from the folder above `records/`."""
    monkeypatch.chdir(district.base)


def codeowners(*arguments: str) -> Result:
    """Call `sozialraum codeowners`."""
    return CliRunner().invoke(main, ["codeowners", *arguments], catch_exceptions=False)


def rules(district: District) -> list[str]:
    """Return the lines of the file that are no comments."""
    codeowners()
    lines = (district.base / "CODEOWNERS").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.fixture
def grouped(district: District) -> District:
    """The minimal district, whose team names its group, with a second team for the whole district."""
    district.add("teams/team-nord.md", 'forge_gruppe: "@probe/nord"')
    team = (district.records / "teams/team-nord.md").read_text("utf-8")
    everywhere = team.replace("[nordhang]", "[landkreisweit]").replace("@probe/nord", "@probe/leitung")
    district.write("teams/team-leitung.md", everywhere.replace("Team Nord", "Team Leitung"))
    return district


def test_the_team_that_keeps_it(grouped: District) -> None:
    """The group of the team that keeps a record owns it; for all else those who work everywhere are asked."""
    assert rules(grouped) == [
        "/records/ @probe/leitung",
        "/records/sozialraeume/nordhang.md @probe/nord",
        "/records/teams/team-leitung.md @probe/leitung",
        "/records/teams/team-nord.md @probe/nord",
        "/records/ressourcen/fahrradwerkstatt.md @probe/nord",
    ]


def test_the_teams_of_the_place(grouped: District) -> None:
    """Where the own team names no group, the teams of the record's places are asked; a team that ended is not."""
    grouped.write("teams/team-ohne.md", (grouped.records / "teams/team-nord.md").read_text("utf-8").replace(
        'forge_gruppe: "@probe/nord"\n', ""))  # fmt: skip
    grouped.replace("ressourcen/fahrradwerkstatt.md", "verantwortlich: team-nord", "verantwortlich: team-ohne")
    assert "/records/ressourcen/fahrradwerkstatt.md @probe/nord" in rules(grouped)
    grouped.replace("teams/team-nord.md", "status: aktiv", "status: beendet")
    assert not any("nord" in line.split()[1] for line in rules(grouped))


def test_paths_as_the_forge_reads_them(grouped: District) -> None:
    """GitLab and GitHub get paths from the root, Forgejo regular expressions that match just that path."""
    settings = (grouped.records / "handbuch.yml").read_text("utf-8")
    ablage = "ablage:\n  plattform: forgejo\n  ordner: daten/records 1\n  adresse: https://git.example.org/a/b\n"
    grouped.write("handbuch.yml", settings + ablage)
    first, *_others, last = (line.split(" ")[0] for line in rules(grouped))
    assert re.fullmatch(last, "daten/records 1/ressourcen/fahrradwerkstatt.md")
    assert not re.fullmatch(last, "daten/records 1/ressourcen/fahrradwerkstatt-md")
    assert re.fullmatch(first, "daten/records 1/neu/x.md")
    grouped.write("handbuch.yml", settings + ablage.replace("forgejo", "gitlab"))
    assert rules(grouped)[-1] == r"/daten/records\ 1/ressourcen/fahrradwerkstatt.md @probe/nord"


def test_stale_or_not(grouped: District) -> None:
    """`--check` says with 1 that the file is missing or old, and writes nothing."""
    assert (codeowners("--check").exit_code, (grouped.base / "CODEOWNERS").exists()) == (1, False)
    assert codeowners().output == "CODEOWNERS geschrieben.\n"
    assert codeowners("--check").output == "CODEOWNERS ist auf dem Stand.\n"
    grouped.replace("teams/team-nord.md", "@probe/nord", "@probe/norden")
    assert (codeowners("--check").exit_code, codeowners("--check").output) == (1, "CODEOWNERS ist veraltet.\n")


def test_no_groups() -> None:
    """Where no team names its group, the way to one is said, and no empty file is written."""
    result = codeowners()
    assert result.exit_code == 1
    assert 'forge_gruppe: "@auental/team-stadt"' in result.stderr
