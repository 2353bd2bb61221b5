"""`sozialraum vergessen`: afterwards nothing of the person is left, not even in the history of the repository."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from districts import District
from sozialraum.cli import main
from sozialraum.editing.traces import Traces, traces_of
from sozialraum.project import check
from test_contacts import KONTAKT, with_person

WORDS = ("Birnenkuchen", "23125", "231 25", "berta@example.org", "Die Wirtin vom Café", "Dienstags im Café")
PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def git(district: District, *arguments: str) -> str:
    command = ["git", "-c", "user.name=Team", "-c", "user.email=team@example.org", *arguments]
    done = subprocess.run(
        command, cwd=district.base, capture_output=True, text=True, check=True, env={**os.environ, "PATH": PATH}
    )
    return done.stdout


def commit(district: District, message: str) -> None:
    git(district, "add", "--all")
    git(district, "commit", "--quiet", "--message", message)


@pytest.fixture
def known(district: District) -> District:
    """A repository in whose history the person occurs in every way."""
    git(district, "init", "--quiet", "--initial-branch=main")
    with_person(district)
    record = (district.records / "schluesselpersonen/wirtin.md").read_text("utf-8")
    district.write("schluesselpersonen/wirtin.md", f"{record}\n{KONTAKT}")
    commit(district, "Die Wirtin vom Café kennt alle")
    district.write("schluesselpersonen/wirtin.md", record)
    resource = (district.records / "ressourcen/fahrradwerkstatt.md").read_text("utf-8")
    district.write("ressourcen/fahrradwerkstatt.md", f"{resource}\nFragen Sie Berta Birnenkuchen oder [[wirtin]].\n")
    commit(district, "Zahlen heraus")
    fresh = (district.records / "ressourcen/fahrradwerkstatt.md").read_text("utf-8")
    district.write("ressourcen/fahrradwerkstatt.md", f"{fresh}\nFrau Birnenkuchen: 030/231 25 117.\n")
    commit(district, "Frau Birnenkuchen erreicht man unter (030) 23125-117")
    district.write("ressourcen/fahrradwerkstatt.md", fresh)
    commit(district, "Ohne die Nummer")
    site = district.base / "site" / "schluesselpersonen"
    site.mkdir(parents=True)
    (site / "wirtin.html").write_text("Die Wirtin vom Café", "utf-8")
    (district.base / "site" / "index.html").write_text("Start", "utf-8")
    (district.base / ".gitignore").write_text("/site/\n", "utf-8")
    commit(district, "Ohne das Gebaute")
    return district


def forget(district: District, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["vergessen", "wirtin", *arguments, "--records", str(district.records)])
    return done.exit_code, done.output


def traces(district: District) -> Traces:
    checked, _found = check(district.records)
    return traces_of(checked.graph.entries["wirtin"], checked.district, district.records)


def test_a_history_that_git_cannot_read_is_no_history_without_the_person(known: District) -> None:
    """Where git does not answer, it is said that nobody knows; silence would sound like nothing found."""
    for pack in [*(known.base / ".git/refs/heads").iterdir()]:
        pack.write_text(f"{'1' * 40}\n", "utf-8")

    code, shown = forget(known)

    assert (code, "in git    nicht bekannt" in shown) == (0, True)


def test_it_shows_first_where_the_person_is(known: District) -> None:
    """Every trace is named by its place, none by its words; nothing is touched."""
    code, shown = forget(known)

    assert code == 0
    for line in (
        "löscht    schluesselpersonen/wirtin.md",
        "ändert    ressourcen/fahrradwerkstatt.md",
        "löscht    wirtin.yml im Kontaktspeicher",
        "löscht    site/schluesselpersonen/wirtin.html",
        "von Hand  records/ressourcen/fahrradwerkstatt.md:20:12",
        "in git    4 Stände:",
        "Nichts verändert.",
    ):
        assert line in shown
    assert not any(word in shown for word in WORDS)
    assert git(known, "status", "--porcelain") == ""


def test_nothing_is_left_in_the_history(known: District) -> None:
    """After the command, one sentence rewritten by hand, and the printed commands, `git log -p --all` knows nobody."""
    words = known.base.parent / f"{known.base.name}-woerter.txt"
    code, shown = forget(known, "--ausfuehren", "--ausdruecke", str(words))
    assert code == 0
    resource = known.records / "ressourcen/fahrradwerkstatt.md"
    text = resource.read_text("utf-8")
    assert "[[wirtin]]" not in text
    resource.write_text(
        text.replace("Fragen Sie Berta Birnenkuchen oder Die Wirtin vom Café.", "Fragen Sie im Café."), "utf-8"
    )
    commit(known, "Auf Wunsch entfernt")
    assert any(word in git(known, "log", "-p", "--all") for word in WORDS)

    for line in shown.splitlines():
        if line.startswith("  git "):
            git(known, *shlex.split(line)[1:])

    history = git(known, "log", "-p", "--all", "--format=%H %s %b %an %ae")
    assert not [word for word in WORDS if word in history]
    assert "wirtin" not in history, "not even the id, which may be a name"
    assert "Fragen Sie im Café." in history, "the rest of the history is still there"
    assert not (known.base / "site/schluesselpersonen/wirtin.html").exists()
    assert (known.base / "site/index.html").exists()


def test_an_id_that_is_a_word_of_the_vocabulary_stays_one(known: District) -> None:
    """Where the id is also the code of a role, only links in brackets are looked for: records use the word."""
    assert r"(?<![\w-])wirtin(?![\w-])" in traces(known).patterns
    known.write("vokabular/rollen.yml", "wirtin:\n  name: Wirtin\n")
    assert r"(?<=\[\[)wirtin(?=[\]|])" in traces(known).patterns


def test_the_log_says_that_and_when(known: District) -> None:
    """The entry holds a checksum instead of the id, the day and the reason; what the log says already stays."""
    (known.base / "loeschprotokoll.yml").write_text("# Löschungen\n", "utf-8")
    forget(
        known,
        "--ausfuehren",
        "--ausdruecke",
        str(known.base.parent / f"{known.base.name}-w.txt"),
        "--heute",
        "2026-06-30",
    )

    log = (known.base / "loeschprotokoll.yml").read_text("utf-8")
    assert log == (
        "# Löschungen\n- art: schluesselpersonen\n  pruefsumme: 7466f83a17a2\n  am: 2026-06-30\n  grund: Löschung verlangt oder fällig\n"
    )


def test_the_words_never_lie_in_the_project(known: District) -> None:
    """The list of what is to disappear would be a new trace."""
    code, output = forget(known, "--ausfuehren", "--ausdruecke", str(known.base / "woerter.txt"))

    assert code == 2
    assert "außerhalb des Projekts" in output


STATE = {
    "ressourcen/fahrradwerkstatt.md": {"kurz": "Räder. Auch [[wirtin]] weiß mehr."},
    "schluesselpersonen/wirtin.md": {"kurz": "Schenkt mit sechzig noch aus."},
}
PAGE = "# Menschen\n\nDie Wirtin vom Café hilft, siehe [[wirtin]].\n"


@pytest.fixture
def listed(tmp_path: Path) -> District:
    """A handbook in a folder of a larger repository, as is its store; the person came with a list and is named often."""
    git(District(tmp_path), "init", "--quiet", "--initial-branch=main")
    (tmp_path / "hb unten").mkdir()
    district = with_person(District.minimal(tmp_path / "hb unten"))
    (district.base / "importe").mkdir()
    (district.base / "importe/liste.stand.json").write_text(json.dumps(STATE, ensure_ascii=False, indent=1), "utf-8")
    (district.base / "docs").mkdir()
    (district.base / "docs/menschen.md").write_text(PAGE, "utf-8")
    district.write("organisationen/verein.md", "---\ntitel: [Verein\nansprechpersonen: [wirtin]\n---\n")
    commit(district, "Alles")
    return district


def test_every_file_that_still_knows_the_person_is_named(listed: District) -> None:
    """Pages, records that cannot be read and what imports remember of others are told with their place."""
    code, shown = forget(listed)

    assert code == 0
    for line in (
        "ändert    importe/liste.stand.json: Auch in der Liste selbst löschen",
        "von Hand  docs/menschen.md:3:1",
        "von Hand  importe/liste.stand.json:3:",
        "von Hand  records/organisationen/verein.md:3:20",
    ):
        assert line in shown
    assert not any(word in shown for word in WORDS)


def test_nothing_is_left_where_the_handbook_is_a_folder_of_a_repository(listed: District) -> None:
    """The commands name the whole path, and go through a shell; what imports remembered leaves the history, too."""
    base = listed.base.parent
    words = base.parent / f"{base.name} wörter.txt"
    code, shown = forget(listed, "--ausfuehren", "--ausdruecke", str(words))
    assert code == 0
    assert words.stat().st_mode & 0o777 == 0o600
    state = json.loads((listed.base / "importe/liste.stand.json").read_text("utf-8"))
    assert list(state) == ["ressourcen/fahrradwerkstatt.md"]
    commit(listed, "Auf Wunsch entfernt")

    for line in shown.splitlines():
        if line.startswith("  git "):
            git(District(base), *shlex.split(line)[1:])
        if line.startswith("  rm "):
            assert all(Path(name).exists() for name in shlex.split(line)[1:])

    history = git(listed, "log", "-p", "--all", "--format=%s")
    assert "sechzig" not in history
    assert not [word for word in (*WORDS, "wirtin") if word in history]
    assert "Auch [[[gelöscht]]] weiß mehr." in history, "what is remembered of others stays"


def test_a_record_with_an_error_is_mended_first(listed: District) -> None:
    """A person whose record cannot be read is there, and the command says what to do."""
    listed.replace("schluesselpersonen/wirtin.md", "titel: ", "titel: [")
    code, output = forget(listed)
    assert (code, output) == (2, "schluesselpersonen/wirtin.md enthält Fehler. Zuerst beheben: sozialraum check\n")
    done = CliRunner().invoke(main, ["loeschen", "wirtin", "--records", str(listed.records)])
    assert (done.exit_code, done.output) == (2, output)


def test_the_words_never_overwrite_a_file(listed: District) -> None:
    """A file that is there already keeps what it says, and nothing has been deleted."""
    other = listed.base.parent.parent / f"{listed.base.parent.name}-brief.txt"
    other.write_text("Lieber Verein", "utf-8")
    code, output = forget(listed, "--ausfuehren", "--ausdruecke", str(other))
    assert (code, "gibt es schon" in output, other.read_text("utf-8")) == (2, True, "Lieber Verein")
    assert (listed.records / "schluesselpersonen/wirtin.md").exists()


def test_the_words_never_lie_in_the_repository(listed: District) -> None:
    """Beside a handbook that is a folder of a repository is still inside it."""
    code, output = forget(listed, "--ausdruecke", str(listed.base.parent / "woerter.txt"))
    assert (code, "außerhalb des Projekts" in output) == (2, True)
