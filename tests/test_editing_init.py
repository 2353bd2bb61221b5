"""`sozialraum init`: an empty folder becomes a small district that passes the check."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from sozialraum.cli import main
from sozialraum.editing.init import check_init_answer, init_district, init_questions, site_files
from sozialraum.load.entries import read_district
from sozialraum.load.folder import find_files
from sozialraum.model import RECORD_TYPES
from sozialraum.project import check
from sozialraum.source.yaml_text import Origin, parse

REPOSITORY = Path(__file__).resolve().parents[1]
TODAY = date(2026, 6, 30)
ANSWERS = {"name": 'Handbuch "Auental": Nord', "gebiet": "Landkreis Auental", "bundesland": "SH"}


def test_a_new_district_has_nothing_to_complain_about(tmp_path: Path) -> None:
    """The check of a fresh district finds no Fehler, no Warnung and no Hinweis."""
    written, found = init_district(tmp_path / "neu", ANSWERS, TODAY)

    assert found == []
    assert written
    checked, diagnostics = check(tmp_path / "neu" / "records", TODAY)
    assert [str(each) for each in diagnostics] == []
    assert [entry.ordner for entry in checked.district.entries] == ["sozialraeume", "teams", "ressourcen"]
    assert checked.district.settings.name == ANSWERS["name"]


def test_the_next_commands_can_be_copied(tmp_path: Path) -> None:
    """The commands that come next work as they are printed, whatever the folder is called."""
    folder = tmp_path / "Süd #1 & Co"
    called = [str(folder), *(part for name, value in ANSWERS.items() for part in (f"--{name}", value))]
    said = CliRunner().invoke(main, ["init", *called]).output
    commands = said.partition("Weiter mit:\n")[2].splitlines()
    assert [line.strip() for line in commands] == [f"cd '{folder}'", "sozialraum check", "sozialraum build"]


def test_the_examples_are_marked_and_of_today(tmp_path: Path) -> None:
    """Each example says that it is one, and carries the day of its making."""
    init_district(tmp_path, ANSWERS, TODAY)

    district, _found = read_district(tmp_path / "records")
    assert all("Beispiel, bitte ersetzen" in entry.document.body for entry in district.entries)
    assert {entry.record.angelegt_am for entry in district.entries} == {TODAY}


def test_every_type_has_its_folder(tmp_path: Path) -> None:
    """Folders without an example hold nothing but a .gitkeep, which the reader overlooks."""
    init_district(tmp_path, ANSWERS, TODAY)

    folders = sorted(folder.name for folder in (tmp_path / "records").iterdir() if folder.is_dir())
    assert folders == sorted(RECORD_TYPES)
    assert [file.name for file in (tmp_path / "records" / "vorhaben").iterdir()] == [".gitkeep"]
    assert find_files(tmp_path / "records")[1] == []


def test_everything_around_the_records_is_there(tmp_path: Path) -> None:
    """Site, pages, README, ignored folders and pipeline are written, and every file is named."""
    written, _found = init_district(tmp_path, ANSWERS, TODAY)

    names = {file.relative_to(tmp_path).as_posix() for file in written}
    assert names == {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()}
    assert {"mkdocs.yml", "README.md", ".gitignore", ".gitlab-ci.yml", "docs/methode/index.md"} <= names
    assert (tmp_path / ".gitignore").read_text("utf-8") == "site/\n.cache/\n.venv/\n.site.*\n"
    assert "sozialraum check" in (tmp_path / ".gitlab-ci.yml").read_text("utf-8")
    readme = (tmp_path / "README.md").read_text("utf-8")
    assert readme.startswith('# Handbuch "Auental": Nord\n')
    assert readme.count("\n") < 50
    assert "$" not in readme


@pytest.mark.parametrize(
    ("forge", "expected"),
    [
        (
            None,
            [
                ".gitlab-ci.yml",
                ".gitlab/issue_templates/Neue Ressource.md",
                ".gitlab/issue_templates/Öffnungszeit stimmt nicht.md",
            ],
        ),
        ("gitlab", [".gitlab-ci.yml", ".gitlab/merge_request_templates/Default.md"]),
        (
            "github",
            [
                ".github/workflows/handbuch.yml",
                ".github/ISSUE_TEMPLATE/neue-ressource.yml",
                ".github/PULL_REQUEST_TEMPLATE.md",
            ],
        ),
        (
            "forgejo",
            [
                ".forgejo/workflows/handbuch.yml",
                ".forgejo/ISSUE_TEMPLATE/oeffnungszeit.yml",
                ".forgejo/PULL_REQUEST_TEMPLATE.md",
            ],
        ),
        (
            "gitea",
            [
                ".gitea/workflows/handbuch.yml",
                ".gitea/ISSUE_TEMPLATE/oeffnungszeit.yml",
                ".gitea/PULL_REQUEST_TEMPLATE.md",
            ],
        ),
        ("keine", []),
    ],
)
def test_what_a_forge_reads_lies_where_it_looks(tmp_path: Path, forge: str | None, expected: list[str]) -> None:
    """Pipeline and templates are those of the forge that is named, else GitLab's, and nobody gets another's."""
    address = {"ablage.adresse": "https://git.example.org/auental/handbuch"} if forge != "keine" else {}
    answers = ANSWERS | ({"ablage.plattform": forge, **address} if forge else {})
    written, found = init_district(tmp_path, answers, TODAY)
    assert found == []
    names = {file.relative_to(tmp_path).as_posix() for file in written}
    there = {name for name in names if name.startswith((".gitlab", ".github/", ".forgejo/", ".gitea/"))}
    assert set(expected) <= there
    assert len(there) == (4 if forge != "keine" else 0)


def test_the_site_is_that_of_this_repository_under_another_name(tmp_path: Path) -> None:
    """The template equals mkdocs.yml, and a district's file differs only in its name.

    When this fails: cp mkdocs.yml generator/sozialraum/editing/vorlagen/mkdocs.yml
    """
    own = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    template = REPOSITORY / "generator/sozialraum/editing/vorlagen/mkdocs.yml"
    assert template.read_text("utf-8") == own

    init_district(tmp_path, ANSWERS, TODAY)

    lines = (tmp_path / "mkdocs.yml").read_text("utf-8").splitlines()
    differing = [line for line in lines if line not in own.splitlines()]
    assert parse("\n".join(differing), Origin("mkdocs.yml"))[0] == {"site_name": ANSWERS["name"]}


def test_the_pages_are_those_of_this_repository(tmp_path: Path) -> None:
    """Every hand-written page is copied unchanged."""
    init_district(tmp_path, ANSWERS, TODAY)

    pages = [file.relative_to(REPOSITORY) for file in (REPOSITORY / "docs").rglob("*.md")]
    assert pages
    assert all((tmp_path / page).read_bytes() == (REPOSITORY / page).read_bytes() for page in pages)


def test_blocks_of_code_in_lists_are_indented() -> None:
    """Fences are known only at the beginning of a line; within a list their lines would run together."""
    for page in (REPOSITORY / "docs").rglob("*.md"):
        fenced = [
            line for line in page.read_text("utf-8").splitlines() if line.startswith((" ", "\t")) and "```" in line
        ]
        assert fenced == [], page.name


def test_a_folder_with_records_is_refused(tmp_path: Path) -> None:
    """Where there are records already, nothing is written at all."""
    (tmp_path / "records").mkdir()

    written, found = init_district(tmp_path, ANSWERS, TODAY)

    assert written == []
    assert [each.code for each in found] == ["handbuch_vorhanden"]
    assert [file.name for file in tmp_path.iterdir()] == ["records"]


def test_what_exists_is_left_alone(tmp_path: Path) -> None:
    """A README that somebody wrote stays, and is not counted among the files written."""
    (tmp_path / "README.md").write_text("Unser Projekt\n", "utf-8")

    written, found = init_district(tmp_path, ANSWERS, TODAY)

    assert found == []
    assert (tmp_path / "README.md").read_text("utf-8") == "Unser Projekt\n"
    assert tmp_path / "README.md" not in written


def test_wrong_answers_write_nothing(tmp_path: Path) -> None:
    """A Bundesland that does not exist is refused with the sentence of the check."""
    written, found = init_district(tmp_path, ANSWERS | {"bundesland": "XX"}, TODAY)

    assert written == []
    assert list(tmp_path.iterdir()) == []
    assert [each.message for each in found] == ["„XX“ steht bei „bundesland“ nicht zur Wahl."]


def test_three_questions_are_enough() -> None:
    """Name, Gebiet and Bundesland are asked; the sixteen Länder are offered."""
    asked = init_questions()

    assert [each.name for each in asked] == ["name", "gebiet", "bundesland"]
    assert len(asked[2].woerter) == 16
    assert check_init_answer("bundesland", "SH") is None
    assert str(check_init_answer("bundesland", "Schleswig-Holstein")).startswith(
        "„Schleswig-Holstein“ steht bei „bundesland“ nicht zur Wahl. Meinten Sie „SH“?"
    )


@pytest.mark.parametrize("again", [1, 2])
def test_site_files_can_be_laid_beside_imported_records(tmp_path: Path, again: int) -> None:
    """Site and pages can be written by themselves, once."""
    written = [site_files(tmp_path, "Handbuch Flensburg") for _time in range(again)][-1]

    assert bool(written) is (again == 1)
    assert (tmp_path / "mkdocs.yml").is_file()
