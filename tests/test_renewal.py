"""`check --seit` and `vorschau` say where a change leaves an old day beside new facts, and where it verifies too much."""

from __future__ import annotations

import subprocess

import pytest
from click.testing import CliRunner
from districts import RESSOURCE, District
from sozialraum.checks.renewal import MANY
from sozialraum.cli import main

DAY = "geprueft_am: 2026-05-12"


def git(district: District, *arguments: str) -> None:
    """Call git beside the records, as somebody."""
    name = ["-c", "user.name=Probe", "-c", "user.email=probe@example.org"]
    subprocess.run(["git", *name, *arguments], cwd=district.base, check=True, capture_output=True)


@pytest.fixture
def kept(district: District, monkeypatch: pytest.MonkeyPatch) -> District:
    """The minimal district in git."""
    monkeypatch.chdir(district.base)
    git(district, "init", "--quiet")
    git(district, "add", ".")
    git(district, "commit", "--quiet", "--message", "Anfang")
    return district


def said(*arguments: str) -> str:
    """Return what a command says on the day the tests live in."""
    done = CliRunner().invoke(main, [*arguments, "--heute", "2026-06-30"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_an_old_day_beside_new_facts_is_told_with_the_remedy(kept: District) -> None:
    """File and line are those of the day; only a comparison can know it, so without `--seit` nothing is said."""
    kept.replace(RESSOURCE, "zeiten: Mi 16:00-19:00", "zeiten: Do 16:00-19:00")
    kept.replace(RESSOURCE, "kosten: kostenfrei", "kosten: gering")
    found = said("check", "--seit", "HEAD")
    assert "records/ressourcen/fahrradwerkstatt.md:5:14: Warnung [geaendert_ohne_pruefung]" in found
    assert "Angaben geändert, aber nicht neu geprüft: Zeiten, Kosten. Der Prüftag ist noch der 12.5.2026." in found
    assert "Nachfragen, dann: sozialraum geprueft fahrradwerkstatt" in found
    assert "geaendert_ohne_pruefung" not in said("check")


def test_line_ends_of_windows_hide_no_earlier_state(kept: District) -> None:
    """An earlier state is read as a record is, line ends of Windows and a BOM included."""
    text = (kept.records / RESSOURCE).read_text("utf-8")
    kept.write(RESSOURCE, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    git(kept, "commit", "--quiet", "--all", "--message", "Windows")
    kept.write(RESSOURCE, text.replace("zeiten: Mi 16:00-19:00", "zeiten: Do 16:00-19:00"))
    assert "[geaendert_ohne_pruefung]" in said("check", "--seit", "HEAD")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("titel: Offene", "titel: Die offene"),
        ("zeiten: Mi 16:00-19:00", 'zeiten: "Mi 16:00-19:00"'),
        ("status: aktiv", "status: beendet"),
        (DAY, "geprueft_am: 2026-06-30\nkontakt: {telefon: 030 23125 117}"),
        (DAY, "geprueft: {am: 2026-06-30, durch: team-nord}\nkontakt: {telefon: 030 23125 117}"),
        (f"{DAY}\n", "kontakt: {telefon: 030 23125 117}\n"),
    ],
)
def test_a_day_that_was_renewed_or_taken_away_says_nothing(kept: District, old: str, new: str) -> None:
    """Nor does a typo mended, another spelling of the same, or a record that is over."""
    kept.replace(RESSOURCE, old, new)
    assert "geaendert_ohne_pruefung" not in said("check", "--seit", "HEAD")


def test_a_proof_lapses_by_itself_and_is_told_once(kept: District) -> None:
    """Where the proof says already that it fits no more, the comparison adds nothing."""
    said("geprueft", "fahrradwerkstatt", "--ja")
    git(kept, "commit", "--quiet", "--all", "--message", "Geprüft")
    kept.replace(RESSOURCE, "kosten: kostenfrei", "kosten: gering")
    found = said("check", "--seit", "HEAD")
    assert ("nachweis_verfallen" in found, "geaendert_ohne_pruefung" in found) == (True, False)


@pytest.mark.parametrize(("count", "told"), [(MANY - 1, False), (MANY, True)])
def test_very_many_records_verified_on_one_day_are_told(kept: District, count: int, told: bool) -> None:
    """An imported list that brings a day along was not asked for one by one; check and preview say so once."""
    text = (kept.records / RESSOURCE).read_text("utf-8").replace(DAY, "geprueft_am: 2026-06-29")
    for number in range(count):
        kept.write(f"ressourcen/neu-{number}.md", text.replace("titel: Offene", f"titel: {number}. offene"))
    found = said("check", "--seit", "HEAD")
    assert found.count("viele_am_selben_tag_geprueft") == int(told)
    assert (f"{count} Einträge sind auf einmal am 29.6.2026 geprüft, ohne Nachweis." in found) is told
    summary = said("vorschau", "--gegen", "HEAD")
    assert ("### Sehr viele Einträge auf einmal geprüft\n" in summary) is told
    assert (f"- 29.6.2026: {count} Einträge\n" in summary) is told


def test_days_that_somebody_proved_are_no_lot(kept: District) -> None:
    """`sozialraum geprueft` shows the facts of each record before it writes; those are verified, however many."""
    text = (kept.records / RESSOURCE).read_text("utf-8")
    names = [f"neu-{number}" for number in range(MANY)]
    for name in names:
        kept.write(f"ressourcen/{name}.md", text.replace("titel: Offene", f"titel: {name} offene"))
    git(kept, "add", ".")
    git(kept, "commit", "--quiet", "--message", "Liste")
    said("geprueft", *names, "--ja")
    assert "viele_am_selben_tag_geprueft" not in said("check", "--seit", "HEAD")
