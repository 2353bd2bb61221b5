"""`sozialraum vorschau`: what a change does, told to its reviewer, and nothing that must not be told."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from districts import MINIMAL, RESSOURCE, District
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from numbers_of_people import PUBLISHED
from sozialraum.cli import main
from sozialraum.editing.discretion import SILENT, SILENT_FIELDS, SILENT_KINDS, discreet, mentions
from sozialraum.editing.summary import MARK, SECTIONS, code
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import felder, walk
from sozialraum.model.ressource import Ressource
from sozialraum.privacy.detection import find_all
from sozialraum.source.document import split
from sozialraum.source.edit import with_values

REPOSITORY = Path(__file__).parents[1]
PERSON = """\
---
titel: Erika Öztürk
status: aktiv
angelegt_am: 2026-01-15
geprueft_am: 2026-06-01
funktion: Wirtin im Eckcafé
rollen: [tueroeffner]
sozialraeume: [nordhang]
kennt_sich_aus_mit: [begegnung]
verantwortlich: team-nord
ansprache_tipp: Vormittags ist es ruhig.
anzeige: nur_funktion
letzter_kontakt: 2026-06-01
---
"""


def git(base: Path, *arguments: str) -> str:
    """Call git in a folder, as nobody in particular."""
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *who, *arguments], cwd=base, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def kept(district: District, monkeypatch: pytest.MonkeyPatch) -> District:
    """The minimal district, with a person, as the branch `main` of a repository; a change begins on a branch of its own."""
    district.write("schluesselpersonen/erika-oeztuerk.md", PERSON)
    git(district.base, "init", "-q", "-b", "main")
    git(district.base, "add", ".")
    git(district.base, "commit", "-qm", "Anfang")
    git(district.base, "switch", "-qc", "vorschlag")
    monkeypatch.chdir(district.base)
    return district


def vorschau(*arguments: str) -> Result:
    """Call `sozialraum vorschau` on the day the tests live in."""
    call = ["vorschau", "--heute", "2026-06-30", *(arguments or ("--gegen", "main"))]
    return CliRunner().invoke(main, call, catch_exceptions=False)


def told() -> str:
    """Return the summary below its mark."""
    result = vorschau()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.output.startswith(f"{MARK}\n\n## Was sich im Handbuch ändert\n\n")
    return result.output.split("ändert\n\n", 1)[1]


def test_nothing_changed(kept: District) -> None:
    """Where nothing changed, that is said; another order of keys or other quotes change nothing."""
    assert told() == "An den Einträgen ändert sich nichts.\n"
    kept.replace(RESSOURCE, "kosten: kostenfrei", "kosten: 'kostenfrei'")
    assert told() == "An den Einträgen ändert sich nichts.\n"


def test_field_by_field(kept: District) -> None:
    """A changed field is told with its label, old and new, in the words people read; the proof is lost with the facts."""
    kept.replace(RESSOURCE, "kosten: kostenfrei", "kosten: gering\nort: {strasse: Ringweg 2, plz: '24941'}")
    kept.replace(RESSOURCE, "zeiten: Mi 16:00-19:00", "zeiten: Do 16:00-19:00")
    assert told() == (
        "### Die letzte Prüfung gilt so nicht mehr\n\n"
        "Adresse, Kontakt, Zeiten, Zugang oder Kosten sind anders, die Prüfung ist dieselbe geblieben. Wurde nachgefragt, "
        "erneuert `sozialraum geprueft` sie; von Hand genügt bei `geprueft_am` das Datum von heute.\n\n"
        "- Ressource `Offene Fahrradwerkstatt`\n\n"
        "### 1 Eintrag geändert\n\n"
        "- Ressource `Offene Fahrradwerkstatt`\n"
        "    - Zeiten: `Mi 16:00-19:00` → `Do 16:00-19:00`\n"
        "    - Wo: Straße und Hausnummer: (nichts) → `Ringweg 2`\n"
        "    - Wo: Postleitzahl: (nichts) → `24941`\n"
        "    - Kosten: `kostet nichts` → `kostet wenig`\n\n"
        "### Seiten, auf denen man es auch sieht (2)\n\n"
        "- Sozialraum `Nordhang`\n"
        "- Team `Team Nord`\n"
    )


def test_a_proof_that_was_renewed(kept: District) -> None:
    """Facts that change together with the day of the verification are verified; a new title asks for no proof."""
    kept.replace(RESSOURCE, "titel: Offene", "titel: Die offene")
    assert "gilt so nicht mehr" not in told()
    kept.replace(RESSOURCE, "kosten: kostenfrei", "kosten: gering")
    assert "gilt so nicht mehr" in told()
    kept.replace(RESSOURCE, "geprueft_am: 2026-05-12", "geprueft_am: 2026-06-30")
    assert "gilt so nicht mehr" not in told()
    group = "geprueft: {am: 2026-06-30, durch: team-nord, wie: telefon, nachweis: 0123456789ab}"
    kept.replace(RESSOURCE, "geprueft_am: 2026-06-30", group)
    summary = told()
    assert "gilt so nicht mehr" not in summary
    assert "    - Zuletzt geprüft: `2026-05-12` → `2026-06-30, team-nord, telefon`\n" in summary
    assert "0123456789ab" not in summary


def test_come_and_gone(kept: District) -> None:
    """New and removed records are told by type and title, and what that breaks or mends."""
    text = (kept.records / RESSOURCE).read_text("utf-8")
    kept.write("ressourcen/naehcafe.md", text.replace("Offene Fahrradwerkstatt", "Nähcafé"))
    (kept.records / "teams" / "team-nord.md").unlink()
    summary = told()
    assert "### 1 Eintrag neu\n\n- Ressource `Nähcafé`\n" in summary
    assert "### 1 Eintrag entfernt\n\n- Team `Team Nord`\n" in summary
    assert "- **Fehler** `verweis_ins_leere` in `records/ressourcen/fahrradwerkstatt.md:" in summary
    git(kept.base, "add", ".")
    git(kept.base, "commit", "-qm", "Weg")
    back = vorschau("--gegen", "vorschlag")
    assert "nichts" in back.output
    git(kept.base, "switch", "-qc", "zurueck")
    git(kept.base, "checkout", "-q", "main", "--", "records/teams")
    mended = vorschau("--gegen", "vorschlag").output
    assert "### Damit erledigt (" in mended
    assert "`verweis_ins_leere`" in mended


def test_old_findings_are_not_told_again(kept: District) -> None:
    """What was wrong before is not news, also when its line has moved."""
    kept.replace(RESSOURCE, "zeiten: Mi 16:00-19:00\n", "")
    git(kept.base, "commit", "-qam", "Ohne Zeiten")
    git(kept.base, "switch", "-qc", "spaeter")
    kept.replace(RESSOURCE, "kosten: kostenfrei", "kosten: kostenfrei\nzeiten_hinweis: Im Sommer draußen.")
    assert "Funde" not in vorschau("--gegen", "vorschlag").output


def test_only_what_this_branch_did(kept: District) -> None:
    """What others did on main meanwhile is not told as if this branch undid it."""
    git(kept.base, "switch", "-q", "main")
    kept.replace("teams/team-nord.md", "woechentlich", "monatlich")
    git(kept.base, "commit", "-qam", "Anderswo")
    git(kept.base, "switch", "-q", "vorschlag")
    kept.replace(RESSOURCE, "\nWer schrauben", "\nAlle, die schrauben")
    assert "Team" not in told().split("### Seiten")[0]
    assert "    - Der freie Text ist anders.\n" in told()


def test_people_are_never_told(kept: District) -> None:
    """Of a person only the fields are told that changed: no value, no name, no file name."""
    path = "schluesselpersonen/erika-oeztuerk.md"
    kept.replace(path, "ansprache_tipp: Vormittags ist es ruhig.", "ansprache_tipp: Abends, 0171 2345678.")
    kept.replace(path, "letzter_kontakt: 2026-06-01", "letzter_kontakt: 2027-06-01")
    kept.replace(RESSOURCE, "kosten: kostenfrei", "kosten: kostenfrei\nschluesselpersonen: [erika-oeztuerk]")
    kept.replace(RESSOURCE, "titel: Offene", "titel: Neue")
    kept.replace(RESSOURCE, "zugang_tipp: Einfach", "zugang_tipp: Erika Öztürk kennt alle. Einfach")
    summary = vorschau().output
    assert (
        "- Schlüsselperson (der Name steht nur im Eintrag)\n    - So spricht man sie am besten an: geändert" in summary
    )
    assert "    - Wer sich auskennt: geändert (der Inhalt steht nur im Eintrag)\n" in summary
    assert "    - So klappt der Einstieg: geändert (der Inhalt steht nur im Eintrag)\n" in summary
    assert not re.search("erika|öztürk|oeztuerk|0171|Abends|Vormittags|2027", summary, re.IGNORECASE)


def test_pages_are_compared_as_well(kept: District) -> None:
    """What was wrong in a page before is not told again; what a change brings into one is."""
    page = kept.base / "docs/seite.md"
    page.parent.mkdir()
    page.write_text("Konto DE02 1203 0000 0000 2020 51\n", "utf-8")
    assert "`personenkennung` in `docs/seite.md:1:7`" in told()
    git(kept.base, "add", ".")
    git(kept.base, "commit", "-qm", "Seite")
    git(kept.base, "switch", "-qc", "danach")
    git(kept.base, "branch", "-qf", "main", "HEAD")
    assert told() == "An den Einträgen ändert sich nichts.\n"


def test_no_file_name_of_the_contacts_is_told(kept: District) -> None:
    """What is wrong in the Kontaktspeicher is told without the name of the file, which is that of a person."""
    store = kept.base.parent / f"{kept.base.name}-kontakte"
    store.mkdir()
    (store / "fatma-yilmaz.yml").write_text("nmae: Fatma Yilmaz\n", "utf-8")
    kept.write("handbuch.yml", MINIMAL["handbuch.yml"] + f"kontaktspeicher: ../{store.name}\n")
    summary = vorschau().output
    assert "- **Fehler** `kontakt_fehlerhaft` in `kontaktspeicher`\n" in summary
    assert "yilmaz" not in summary.casefold()


def test_nothing_of_the_sample_people(tmp_path: Path) -> None:
    """With the whole sample district new, no value of a person, a consultation, minutes or a contact is in the summary."""
    shutil.copytree(REPOSITORY / "records", tmp_path / "records")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "Leer")
    git(tmp_path, "switch", "-qc", "alles")
    summary = vorschau("--gegen", "main", "--records", str(tmp_path / "records")).output
    assert "### 60 " in summary or "mehr" in summary
    for ordner in SILENT:
        for file in (tmp_path / "records" / ordner).glob("*.md"):
            title = re.search("^titel: (.+)$", file.read_text("utf-8"), re.MULTILINE)
            assert title
            assert title[1] not in summary
            assert file.stem not in re.split(r"[^\w-]", summary)
    assert "@" not in summary


PLACES = ("titel", "kurz", "zugang_tipp", "kosten_hinweis", "zeiten_hinweis")
"""Fields whose values a summary tells."""


def test_personal_data_in_any_told_value(kept: District) -> None:
    """Every kind of personal data, in a title or a sentence, changed or new, is in no summary: neither told nor found."""
    kept.write("handbuch.yml", MINIMAL["handbuch.yml"] + "textpruefung: {aktenzeichen: ['##.#/####']}\n")
    template = split((kept.records / RESSOURCE).read_text("utf-8"), "")[0]
    assert template
    vectors = [each for kind, some in PUBLISHED.items() if kind not in {"ein Alter", "eine Anschrift"} for each in some]
    vectors.append("50.2/1234")
    order = [each.name for each in felder(Ressource)]
    for number, vector in enumerate(vectors):
        name = PLACES[number % len(PLACES)]
        kept.write(f"ressourcen/probe-{number}.md", template.text.replace("Offene", f"Probe {number}"))
        front = with_values(template.front, {name: f"Dort {vector} bekannt"}, order)
        kept.write(f"ressourcen/anders-{number}.md", f"---\n{front}---\n")
    git(kept.base, "add", ".")
    git(kept.base, "commit", "-qm", "Viele")
    new = vorschau("--gegen", "main").output
    for number in range(len(vectors)):
        (kept.records / f"ressourcen/anders-{number}.md").replace(kept.records / f"ressourcen/probe-{number}.md")
    changed = vorschau("--gegen", "vorschlag").output
    for vector in vectors:
        sentence = f"Dort {vector} bekannt"
        hits = [sentence[hit.start : hit.end] for hit in find_all(sentence)] or [vector]
        assert not [hit for hit in hits if hit in new or hit in changed], vector
    assert "Dort [nicht gezeigt] bekannt" in changed


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Frau Öztürk, Steuer-ID 86095742719", "[nicht gezeigt], Steuer-ID [nicht gezeigt]"),
        ("Grundschule Nordhang, Ringweg 2", "Grundschule Nordhang, Ringweg 2"),
        ("a@b.de anrufen", "[Mailadresse] anrufen"),
        ("Tel. 0461 123456 oder +49 461 12-34", "Tel. [Nummer] oder [Nummer]"),
        ("2026-06-30", "2026-06-30"),
        ("Mi 16:00-19:00", "Mi 16:00-19:00"),
        ("24941 Flensburg", "24941 Flensburg"),
    ],
)
def test_discreet(written: str, shown: str) -> None:
    """Numbers and addresses that someone wrote into a sentence are not told; days, hours and postal codes are not."""
    assert discreet(written) == shown


def test_names_are_whole_words() -> None:
    """A name is found whatever stands around it, and not within another word."""
    names = frozenset({"kiosk", "erika öztürk"})
    assert mentions("Frag [[kiosk]]!", names)
    assert mentions("ERIKA  Öztürk.", names)
    assert not mentions("Kioskbesitzer, Erika", names)
    assert not mentions("Kiosk", frozenset())


HOSTILE = [
    "`</code><script>alert(1)</script>`", "@alle", "/assign @chef", "#1 !2 ~bug", "![x](https://x.example/p.png)",
    "[x](javascript:alert(1))", "``", "`", "a\n\n## b\n/close", "| a | b |", "<!-- sozialraum-vorschau -->", "\u202eabc\x1b[2J",
]  # fmt: skip


@given(
    st.one_of(
        st.text(max_size=60), st.sampled_from(HOSTILE), st.text(st.sampled_from("`\n |<>[]()!@#/ a"), max_size=30)
    )
)
def test_a_value_is_nothing_but_its_text(text: str) -> None:
    """Whatever a record says, Markdown sees one code span with just that text."""
    tokens = MarkdownIt("commonmark").parse(f"- Feld: {code(text)} → {code('x')}")
    (inline,) = [token for token in tokens if token.type == "inline"]
    kinds = [child.type for child in inline.children or []]
    assert set(kinds) <= {"text", "code_inline"}
    assert kinds.count("code_inline") == (2 if code(text) != "(nichts)" else 1)
    assert [token.type for token in tokens].count("inline") == 1


def test_hostile_records(kept: District) -> None:
    """A title full of Markdown ends no list, mentions nobody and hides no mark in the summary."""
    kept.replace(
        RESSOURCE, "titel: Offene Fahrradwerkstatt", 'titel: "`</li> @alle <!-- x --> ![a](https://x.example)"'
    )
    html = MarkdownIt("commonmark").render(vorschau().output)
    outside = re.sub(r"<code>.*?</code>", "", html, flags=re.DOTALL)
    assert "<img" not in html
    assert "@alle" not in outside
    assert outside.count("<!--") == 1


def test_the_same_bytes(kept: District, tmp_path: Path) -> None:
    """Twice the same change is twice the same summary, on the screen and in a file."""
    kept.replace(RESSOURCE, "kosten: kostenfrei", "kosten: gering")
    first = vorschau().output
    assert vorschau("--gegen", "main", "--ziel", str(tmp_path / "v.md")).output == ""
    assert (tmp_path / "v.md").read_text("utf-8") == first == vorschau().output


@pytest.mark.parametrize(
    ("revision", "message"),
    [("gibt-es-nicht", "Einen Stand „gibt-es-nicht“ gibt es in diesem git-Projekt nicht."), ("--help", "Einen Stand")],
)
def test_no_such_state(revision: str, message: str, kept: District) -> None:
    """A state that git does not know is said so, also one that looks like an option."""
    result = vorschau(f"--gegen={revision}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_shallow_clone(kept: District, tmp_path: Path) -> None:
    """Where a pipeline fetched only the last commit, the way to the rest is named, and nothing is taken for new."""
    git(kept.base, "commit", "-q", "--allow-empty", "-m", "Zweiter")
    clone = tmp_path / "flach"
    git(kept.base, "clone", "-q", "--depth", "1", f"file://{kept.base}", str(clone))
    result = vorschau("--gegen", "origin/main", "--records", str(clone / "records"))
    assert result.exit_code == 2
    assert "fetch-depth: 0" in result.stderr
    git(clone, "fetch", "-q", "--unshallow", "origin", "main:refs/remotes/origin/main")
    assert vorschau("--gegen", "origin/main", "--records", str(clone / "records")).exit_code == 0


def test_no_repository(district: District) -> None:
    """Without git there is nothing to compare with, and that is said."""
    result = vorschau("--gegen", "main", "--records", str(district.records))
    assert result.exit_code == 2
    assert "kein git-Projekt" in result.stderr


def test_git_has_lost_the_state(kept: District) -> None:
    """Where git cannot hand out the earlier state, not every record is called new."""
    for file in (kept.base / ".git/objects").glob("??/*"):
        if git(kept.base, "cat-file", "-t", file.parent.name + file.name) == "blob\n":
            file.unlink()
    result = vorschau()
    assert (result.exit_code, "nicht herausgegeben" in result.stderr) == (2, True)


def test_a_record_with_errors(kept: District) -> None:
    """A record that can no longer be read is told by its finding, not by a traceback."""
    kept.replace(RESSOURCE, "kosten: kostenfrei", "kosten: umsonst")
    summary = told()
    assert "- **Fehler** `wort_nicht_in_auswahl` in `records/ressourcen/fahrradwerkstatt.md:14:9`" in summary


def test_the_tables_name_what_there_is() -> None:
    """Folders, fields and kinds that the tables name all exist."""
    every = {each.name: each for model in RECORD_TYPES.values() for _path, each in walk(model)}
    assert set(SILENT) <= set(RECORD_TYPES)
    assert set(SILENT_FIELDS) <= set(every)
    assert set(SILENT_KINDS) <= {each.kind.name for each in every.values()}
    assert len({section.__name__ for section in SECTIONS}) == len(SECTIONS)
