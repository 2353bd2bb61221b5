"""`check --seit REV`: a district with a past goes on; what a change touches has to be right."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from districts import RESSOURCE, District
from sozialraum.cli import main

OLD = "organisationen/verein.md"
PLACE = "sozialraeume/nordhang.md"
UNFINISHED = """\
---
titel: Stadtteilverein
angelegt_am: 2026-01-15
geprueft_am: 2026-05-12
status: aktiv
---

Lädt ein.
"""


def git(folder: Path, *arguments: str) -> None:
    """Call git in a folder, as somebody."""
    name = ["-c", "user.name=Probe", "-c", "user.email=probe@example.org"]
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def past(district: District, monkeypatch: pytest.MonkeyPatch) -> District:
    """A district in git whose past has one Fehler: the Organisation lacks what it needs."""
    monkeypatch.chdir(district.base)
    district.write(OLD, UNFINISHED)
    district.replace(PLACE, "auf dem man sich trifft", "mit einer [[fahrradwerkstatt]]")
    git(district.base, "init", "--quiet")
    git(district.base, "add", ".")
    git(district.base, "commit", "--quiet", "--message", "Anfang")
    return district


def check(*arguments: str) -> Result:
    """Call `sozialraum check` on the day the tests live in."""
    return CliRunner().invoke(main, ["check", "--heute", "2026-06-30", *arguments], catch_exceptions=False)


def fehler(result: Result) -> list[str]:
    """Return file and code of each Fehler shown."""
    lines = [line.split(" ") for line in result.output.splitlines() if " Fehler [" in line]
    return [f"{line[0].split(':')[0]} {line[2]}" for line in lines]


def test_the_past_is_a_warning(past: District) -> None:
    """What nobody touched weighs less and is counted; without `--seit` it is a Fehler as ever."""
    assert check().exit_code == 1
    result = check("--seit", "HEAD")
    assert (result.exit_code, fehler(result)) == (0, [])
    assert "2 Fehler sind älter als HEAD" in result.output
    assert check("--seit", "HEAD", "--strict").exit_code == 0


def test_only_what_is_new_decides_how_it_ends(past: District) -> None:
    """With `--strict` a new Warnung ends with 1, an old one with 0, though both are shown alike."""
    past.replace(RESSOURCE, "geprueft_am: 2026-05-12", "geprueft_am: 2026-05-12\npruefintervall_monate: 1")
    assert check("--seit", "HEAD", "--strict").exit_code == 1
    assert check("--seit", "HEAD").exit_code == 0
    git(past.base, "commit", "--quiet", "--all", "--message", "Öfter nachsehen")
    result = check("--seit", "HEAD", "--strict")
    assert (result.exit_code, "Warnung [pruefung_faellig]" in result.output) == (0, True)


def test_what_is_set_aside_is_counted_as_warnungen(past: District) -> None:
    """The last lines count each old Fehler once, among the Warnungen and by itself; what was touched counts as ever."""
    assert fehler(check()) == [f"records/{OLD} [pflichtangabe_fehlt]"] * 2
    past.write("organisationen/zweiter.md", UNFINISHED)
    git(past.base, "add", ".")
    git(past.base, "commit", "--quiet", "--message", "Noch einer")
    assert check("--seit", "HEAD").output.endswith(
        "\n5 Datensätze geprüft: 4 Warnungen.\n4 Fehler sind älter als HEAD und zählen hier als Warnungen.\n"
    )
    past.replace("organisationen/zweiter.md", "Lädt ein", "Lädt oft ein")
    assert check("--seit", "HEAD").output.endswith(
        "\n5 Datensätze geprüft: 2 Fehler, 2 Warnungen.\n2 Fehler sind älter als HEAD und zählen hier als Warnungen.\n"
    )


def test_unknown_settings_always_count(past: District) -> None:
    """An old error in handbuch.yml counts as if it were new: without settings hardly anything was checked."""
    past.replace("handbuch.yml", "bundesland", "bundeslnd")
    git(past.base, "commit", "--quiet", "--all", "--message", "Vertippt")
    result = check("--seit", "HEAD")
    assert result.exit_code == 1
    assert set(fehler(result)) == {"records/handbuch.yml [unbekannter_schluessel]"}


@pytest.mark.parametrize("how", ["edited", "staged", "committed", "new"])
def test_what_changed_counts(how: str, past: District) -> None:
    """A changed record has to be right, whether the change is committed, staged, only saved, or a new file."""
    git(past.base, "tag", "vorher")
    path = "ressourcen/neu.md" if how == "new" else RESSOURCE
    text = (past.records / RESSOURCE).read_text("utf-8").replace("herkunft: lebensweltlich\n", "")
    past.write(path, text)
    if how in ("staged", "committed"):
        git(past.base, "add", ".")
    if how == "committed":
        git(past.base, "commit", "--quiet", "--message", "Anders")
    result = check("--seit", "vorher")
    assert (result.exit_code, fehler(result)) == (1, [f"records/{path} [pflichtangabe_fehlt]"])


def test_a_broken_link_counts(past: District) -> None:
    """Who deletes or renames a record answers for the links to it, though they stand in files nobody touched."""
    (past.records / RESSOURCE).rename(past.records / "ressourcen/radwerkstatt.md")
    result = check("--seit", "HEAD")
    assert (result.exit_code, fehler(result)) == (1, [f"records/{PLACE} [textverweis_ins_leere]"])


def test_a_rule_across_records_counts(past: District) -> None:
    """Who shrinks a place answers for the consultations that may no longer name it."""
    past.write("beratungen/beratung-2026-001.md", """\
---
titel: Wieder mit Holz arbeiten
status: entwurf
angelegt_am: 2026-06-16
variante: einzelfall
datum: 2026-06-16
team: team-nord
sozialraeume: [nordhang]
---
""")  # fmt: skip
    git(past.base, "add", ".")
    git(past.base, "commit", "--quiet", "--message", "Beratung")
    past.replace(PLACE, "einwohner_ca: 6200", "einwohner_ca: 620")
    result = check("--seit", "HEAD")
    assert (result.exit_code, fehler(result)) == (1, ["records/beratungen/beratung-2026-001.md [sozialraum_zu_klein]"])


def test_a_word_that_is_gone_counts(past: District) -> None:
    """Who changes the vocabulary answers for the records that use its words."""
    past.write("vokabular/themen.yml", "leihen: {name: Leihen}\n")
    past.replace(RESSOURCE, "themen: [mobilitaet]", "themen: [leihen]")
    git(past.base, "add", ".")
    git(past.base, "commit", "--quiet", "--message", "Wort")
    past.write("vokabular/themen.yml", "ausleihen: {name: Ausleihen}\n")
    assert fehler(check("--seit", "HEAD")) == [f"records/{RESSOURCE} [unbekanntes_wort]"]


def test_what_others_did_meanwhile_is_no_change(past: District) -> None:
    """Against a branch that went on, only the own side of the fork counts."""
    git(past.base, "branch", "haupt")
    past.replace(RESSOURCE, "Offene Fahrradwerkstatt", "Fahrradwerkstatt")
    git(past.base, "commit", "--quiet", "--all", "--message", "Eigenes")
    git(past.base, "checkout", "--quiet", "haupt")
    past.replace(OLD, "titel: Stadtteilverein", "titel: Verein")
    git(past.base, "commit", "--quiet", "--all", "--message", "Anderes")
    git(past.base, "checkout", "--quiet", "-")
    assert check("--seit", "haupt").exit_code == 0


@pytest.mark.parametrize("revision", ["gibt-es-nicht", "--output=x", ""])
def test_no_such_revision(revision: str, past: District) -> None:
    """A revision that git does not know ends with 2 and says what a pipeline usually lacks."""
    result = check(f"--seit={revision}")
    assert result.exit_code == (2 if revision else 1)
    assert ("fetch-depth: 0" in result.output) == bool(revision)


def test_no_git(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a repository the ratchet refuses rather than let everything through."""
    monkeypatch.chdir(district.base)
    result = check("--seit", "HEAD")
    assert (result.exit_code, "gibt hier kein git" in result.output) == (2, True)


def test_a_page_that_changed_counts_as_well(past: District) -> None:
    """What the check finds in pages beside the records is a Fehler where the page is new, a Warnung where it is not."""
    (past.base / "docs").mkdir()
    (past.base / "docs/seite.md").write_text("Konto DE02 1203 0000 0000 2020 51\n", "utf-8")
    result = check("--seit", "HEAD")
    assert (result.exit_code, fehler(result)) == (1, ["docs/seite.md [personenkennung]"])
    git(past.base, "add", ".")
    git(past.base, "commit", "--quiet", "--message", "Seite")
    assert check("--seit", "HEAD").exit_code == 0


def test_git_refuses(past: District) -> None:
    """Where git does not say what changed, the ratchet refuses as well: nothing would count."""
    past.add(RESSOURCE, "kostet: nichts")
    (past.base / ".git/index").write_bytes(b"no index")
    result = check("--seit", "HEAD")
    assert (result.exit_code, "antwortet nicht" in result.output) == (2, True)


def test_git_has_lost_an_earlier_state(past: District) -> None:
    """Where git cannot hand out what the records said before, nobody guesses which verification is new."""
    past.add(RESSOURCE, "kosten_hinweis: Spende")
    for file in (past.base / ".git/objects").glob("??/*"):
        kind = subprocess.run(
            ["git", "cat-file", "-t", file.parent.name + file.name], cwd=past.base, check=True, capture_output=True
        )
        if kind.stdout == b"blob\n":
            file.unlink()
    result = check("--seit", "HEAD")
    assert (result.exit_code, "antwortet nicht" in result.output) == (2, True)


def test_programs_read_only_diagnostics(past: District) -> None:
    """The count stands beside the formats for programs, not in them."""
    result = CliRunner().invoke(main, ["check", "--heute", "2026-06-30", "--seit", "HEAD", "--format", "json"])
    assert result.stdout.startswith("[")
    assert result.stdout.rstrip().endswith("]")
    assert "älter als HEAD" in result.stderr
