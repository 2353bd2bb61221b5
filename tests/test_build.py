"""`sozialraum build`: the same records give the same bytes, and only what changed is written."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from site_builds import HEUTE, Handbook, built, copy_of_sample
from sozialraum import sharing
from sozialraum.project import read
from sozialraum.site.host import _predictable

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ("site_fixtures",)

DORFHAUS = "records/ressourcen/dorfhaus-moorwinkel.md"


def changed(handbook: Handbook, before: dict[str, str]) -> set[str]:
    """Return the files that came, went or changed since `before`."""
    after = handbook.digest()
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_same_records_same_bytes(sample: Handbook, own: Handbook) -> None:
    """The same folder on another computer gives the same site, byte for byte."""
    assert built(own).digest() == sample.digest()


def test_processes_do_not_matter(sample: Handbook, own: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading and rendering in two processes gives the same bytes as in one."""
    monkeypatch.setattr("sozialraum.site.build.WORTH_A_PROCESS", 1)
    monkeypatch.setattr("sozialraum.site.build.CHUNK", 7)
    monkeypatch.setattr("sozialraum.load.entries.WORTH_A_PROCESS", 1)
    monkeypatch.setattr("sozialraum.load.entries.SHARE", 7)
    taken_over: list[object] = []
    pool = sharing.ProcessPoolExecutor
    monkeypatch.setattr(sharing, "ProcessPoolExecutor", lambda *args: taken_over.append(args) or pool(*args))
    built(own, processes=2)
    assert len(taken_over) == 2, "records are read and pages rendered beside this process"
    assert own.digest() == sample.digest()


def test_processes_read_the_same(own: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project read by two processes equals the one read by one: records, order and findings."""
    one = read(own.base / "records", HEUTE)
    monkeypatch.setattr("sozialraum.load.entries.WORTH_A_PROCESS", 1)
    monkeypatch.setattr("sozialraum.load.entries.SHARE", 7)
    two = read(own.base / "records", HEUTE, processes=2)
    assert two.district.entries == one.district.entries
    assert two.diagnostics == one.diagnostics


def test_unchanged_files_stay(own: Handbook) -> None:
    """A second build leaves every file as it is: same time, same place on the disk."""
    built(own)
    before = {name: (own.site / name).stat() for name in own.files()}
    _code, said = own.build()
    assert "0 Dateien geschrieben" in said
    after = {name: (own.site / name).stat() for name in own.files()}
    assert {name: (stat.st_mtime_ns, stat.st_ino) for name, stat in after.items()} == {
        name: (stat.st_mtime_ns, stat.st_ino) for name, stat in before.items()
    }


def test_a_changed_detail_changes_one_page(own: Handbook) -> None:
    """What only the record's own page shows changes only that page, and what search and Handzettel know of it."""
    before = built(own).digest()
    own.replace(DORFHAUS, "Klingel ganz links", "Klingel ganz rechts")
    built(own)
    assert changed(own, before) == {
        "ressourcen/dorfhaus-moorwinkel.html",
        "assets/sozialraum/daten/kontakte.js",
        "assets/sozialraum/daten/suche-index.js",
    }


def test_a_changed_title_changes_the_pages_that_show_it(own: Handbook) -> None:
    """A new title changes the record's page, the search and the pages that name the record, and no other."""
    before = built(own).digest()
    own.replace(DORFHAUS, "titel: Dorfhaus Moorwinkel", "titel: Dorfhaus am Moor")
    built(own)
    found = changed(own, before)
    assert {
        "ressourcen/dorfhaus-moorwinkel.html",  # the record itself
        "ressourcen/index.html",
        "sozialraeume/moorwinkel.html",  # its place
        "themen/begegnung.html",  # one of its topics
        "vorhaben/sprechstunde-moorwinkel.html",  # uses it
        "schluesselpersonen/buergermeisterin-moorwinkel.html",  # mentions it in the text
        "a-z/d.html",
        "assets/sozialraum/daten/suche-eintraege.js",
        "assets/sozialraum/daten/suche-index.js",
    } <= found
    assert not found & {
        "ressourcen/nachtbus-17n.html",
        "sozialraeume/seebrueck.html",
        "themen/sucht.html",
        "methode/index.html",
        "index.html",
    }


def test_a_removed_record_is_gone(own: Handbook) -> None:
    """When a record is deleted its page goes, and nothing else names it any more."""
    built(own)
    (own.base / "records/ressourcen/pflegerunde-seebrueck.md").unlink()
    own.build(despite_errors=True)
    assert "ressourcen/pflegerunde-seebrueck.html" not in own.files()
    assert [name for name in own.files() if b"pflegerunde-seebrueck" in (own.site / name).read_bytes()] == []


def test_stale_files_go(own: Handbook) -> None:
    """Whatever lies in the site's folder and is no longer part of the site is deleted, empty folders too."""
    built(own)
    own.write("site/alt/vergessen.html", "<p>alt</p>")
    own.write("site/ressourcen/gibt-es-nicht-mehr.html", "<p>alt</p>")
    _code, said = own.build()
    assert "2 entfernt" in said
    assert not (own.site / "alt").exists()
    assert "ressourcen/gibt-es-nicht-mehr.html" not in own.files()


def break_record(handbook: Handbook) -> None:
    handbook.replace(DORFHAUS, "kosten: gering", "kosten: billig")


def name_after_a_person(handbook: Handbook) -> None:
    handbook.write("records/ressourcen/65170839j003.md", "---\ntitel: Garten\n---\n")


def break_link(handbook: Handbook) -> None:
    handbook.write("docs/methode/prinzipien.md", "# Prinzipien\n\n[Weiter](../ressourcen/gibt-es-nicht.html)\n")


def break_anchor(handbook: Handbook) -> None:
    handbook.write("docs/methode/prinzipien.md", "# Prinzipien\n\n[Weiter](begriffe.md#gibt-es-nicht)\n")


def break_settings(handbook: Handbook) -> None:
    handbook.replace("records/handbuch.yml", "bundesland: SH", "bundesland: XX")


def break_mkdocs_yml(handbook: Handbook) -> None:
    handbook.replace("mkdocs.yml", "  name: material", "  name: gibt-es-nicht")


def break_mkdocs_syntax(handbook: Handbook) -> None:
    handbook.replace("mkdocs.yml", "theme:\n", "theme: [\n")


def drop_plugin(handbook: Handbook) -> None:
    handbook.replace("mkdocs.yml", "  - sozialraum\n", "")


def drop_mkdocs_yml(handbook: Handbook) -> None:
    (handbook.base / "mkdocs.yml").unlink()


@pytest.mark.parametrize(
    ("fail", "sentence"),
    [
        (break_record, "„billig“ steht bei „kosten“ nicht zur Wahl."),
        (name_after_a_person, "records/ressourcen/65••••••••03.md: Fehler [personenkennung]"),
        (break_settings, "„XX“ steht bei „bundesland“ nicht zur Wahl."),
        (break_link, "methode/prinzipien.html: Der Verweis auf ressourcen/gibt-es-nicht.html führt ins Leere."),
        (break_anchor, "methode/prinzipien.html: Der Verweis auf methode/begriffe.html#gibt-es-nicht führt ins Leere."),
        (break_mkdocs_yml, "mkdocs.yml"),
        (break_mkdocs_syntax, "mkdocs.yml"),
        (drop_plugin, "In mkdocs.yml fehlt unter plugins der Eintrag „- sozialraum“."),
        (drop_mkdocs_yml, "Neben records/ fehlt mkdocs.yml."),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_failed_build_leaves_the_old_site(own: Handbook, fail, sentence: str) -> None:
    """When something is wrong the build ends with 1, says what in German, and the old site stands as it was."""
    before = built(own).digest()
    fail(own)
    own.replace("records/ressourcen/nachtbus-17n.md", "titel: ", "titel: Neuer ")
    code, said = own.command()
    assert code == 1
    assert sentence in said
    assert "Traceback" not in said
    assert own.digest() == before


def test_despite_errors(own: Handbook) -> None:
    """With --trotz-fehlern a record with an error is left out and everything else is built."""
    built(own)
    break_record(own)
    code, said = own.build(despite_errors=True)
    assert code == 0
    assert "„billig“" in said
    assert "ressourcen/dorfhaus-moorwinkel.html" not in own.files()
    assert "ressourcen/mitfahrbank-moorwinkel.html" in own.files()


def test_despite_a_dead_link(own: Handbook) -> None:
    """With --trotz-fehlern a hand-written page with a dead link is published, and the link named."""
    own.write("docs/ueber/index.md", "# Über\n\nBirnenkuchen, [weiter](../gibt-es-nicht.html)\n")
    code, said = own.build(despite_errors=True)
    assert code == 0
    assert "ueber/index.html: Der Verweis auf gibt-es-nicht.html führt ins Leere." in said
    assert "Birnenkuchen" in own.page("ueber/index.html").text


NOT_KNOWN_FOR_WHOM = (
    "Nicht gebaut: Solange records/handbuch.yml Fehler hat, steht nicht fest, für wen das Handbuch ist. "
    "Der alte Stand bleibt unverändert."
)


@pytest.mark.parametrize("options", [(), ("--trotz-fehlern",), ("--trotz-fehlern", "--fuer", "team")])
@pytest.mark.parametrize("missing", [False, True])
def test_settings_with_an_error_publish_nothing(own: Handbook, missing: bool, options: tuple[str, ...]) -> None:
    """One typo in handbuch.yml, or no handbuch.yml, and nothing is built: not despite errors, not for anyone."""
    if missing:
        (own.base / "records" / "handbuch.yml").unlink()
    else:
        own.write("records/handbuch.yml", "name: A\ngebiet: B\nbundesland: SH\nausgabe: oeffentlich\nbundeslnd: SH\n")
    code, said = own.command(*options)
    assert code == 1
    assert NOT_KNOWN_FOR_WHOM in said
    assert ("Die Angabe „bundeslnd“ gibt es hier nicht." in said) is not missing
    assert ("[handbuch_fehlt]" in said) is missing
    assert not own.site.exists()


def test_link_to_a_left_out_record(own: Handbook) -> None:
    """A record that is left out is not linked to either; its title stays as words where someone wrote them."""
    break_record(own)
    assert own.build(despite_errors=True)[0] == 0
    place = own.page("sozialraeume/moorwinkel.html")
    assert "steht das Dorfhaus mit der grünen Tür" in place.text
    assert [link for link in place.links if "dorfhaus-moorwinkel.html" in link.href] == []


def test_other_files_are_never_replaced(own: Handbook) -> None:
    """A folder with anything but a handbook in it is no place for the site: --ziel records deletes no record."""
    before = sorted(file.name for file in (own.base / "records").rglob("*"))
    code, said = own.build(target=own.base / "records")
    assert code == 1
    assert "In " in said
    assert "liegt etwas anderes als ein Handbuch" in said
    assert sorted(file.name for file in (own.base / "records").rglob("*")) == before


@pytest.mark.parametrize("exists", [True, False])
def test_new_and_empty_folders(own: Handbook, exists: bool) -> None:
    """The site may go to an empty folder and to one that does not exist yet, with its parents."""
    target = own.base / "a" / "b"
    if exists:
        target.mkdir(parents=True)
    assert own.build(target=target)[0] == 0
    assert (target / "index.html").is_file()


def test_target_by_a_symbolic_link(own: Handbook) -> None:
    """Where the site's folder is a symbolic link, the folder behind it is filled, again and again."""
    (own.base / "www").mkdir()
    own.site.symlink_to(own.base / "www")
    assert [own.build()[0], own.build()[0]] == [0, 0]
    assert own.site.is_symlink()
    assert (own.base / "www/index.html").is_file()
    assert sorted(each.name for each in own.base.iterdir() if each.name.startswith(".site")) == []


def test_without_an_exchange_in_one_step(own: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot swap two folders the new site still takes the old one's place."""
    before = built(own).digest()
    monkeypatch.setattr("sozialraum.site.publish._exchange", lambda *_: False)
    own.replace(DORFHAUS, "Klingel ganz links", "Klingel ganz rechts")
    built(own)
    assert changed(own, before) == {
        "ressourcen/dorfhaus-moorwinkel.html",
        "assets/sozialraum/daten/kontakte.js",
        "assets/sozialraum/daten/suche-index.js",
    }
    assert sorted(each.name for each in own.base.iterdir()) == [".cache", "docs", "mkdocs.yml", "records", "site"]


def test_killed_between_two_renames(own: Handbook) -> None:
    """Where a build was killed after the old site stepped aside, the next one puts it back before it begins."""
    before = built(own).digest()
    own.site.rename(own.base / ".site.alt")
    own.replace(DORFHAUS, "kosten: gering", "kosten: kostenfrei")
    shutil.rmtree(own.base / ".cache")
    own.write("docs/methode/prinzipien.md", "# Prinzipien\n\n[Weiter](../gibt-es-nicht.html)\n")
    assert own.build()[0] == 1
    assert own.digest() == before


def host_folder(handbook: Handbook) -> list[str]:
    """Return what is kept of the host's own build; a new name means that it was built anew."""
    return sorted(each.name for each in (handbook.base / ".cache/sozialraum").glob("host*"))


def test_host_is_kept(own: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """When only a record changes, the hand-written pages are not rendered again; MkDocs is not even started."""
    built(own)
    before = host_folder(own)
    own.replace(DORFHAUS, "titel: Dorfhaus Moorwinkel", "titel: Dorfhaus am Moor")
    monkeypatch.setattr("sozialraum.mkdocs_plugin.build_host", lambda *_args, **_more: pytest.fail("MkDocs ran"))
    built(own)
    assert host_folder(own) == before
    assert own.page("ressourcen/dorfhaus-moorwinkel.html").title.startswith("Dorfhaus am Moor")


def test_pages_made_of_other_files_are_made_anew(own: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an extension reads from elsewhere is in the pages as it is now, not as an earlier build found it."""
    monkeypatch.chdir(own.base)
    own.replace("mkdocs.yml", "  - pymdownx.details\n", "  - pymdownx.snippets:\n      base_path: [bausteine]\n")
    own.write("docs/ueber/index.md", '# Über\n\n--8<-- "satz.md"\n')
    own.write("bausteine/satz.md", "Apfelkuchen.\n")
    assert "Apfelkuchen." in built(own).page("ueber/index.html").text
    own.write("bausteine/satz.md", "Birnenkuchen.\n")
    built(own)
    assert "Birnenkuchen." in own.page("ueber/index.html").text


@pytest.mark.parametrize(
    ("lines", "predictable"),
    [
        ("plugins: [sozialraum]\nmarkdown_extensions: [toc, pymdownx.details]", True),
        ("plugins:\n  sozialraum:\n    heute: 2026-06-30\nmarkdown_extensions:\n  toc:\n    permalink: true", True),
        (
            "markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji",
            True,
        ),
        ("plugins: [search, sozialraum]", False),
        ("plugins:\n  - sozialraum\n  - macros:\n      include_yaml: [daten.yml]", False),
        ("markdown_extensions:\n  - pymdownx.snippets", False),
        ("markdown_extensions: [markdown_include.include]", False),
        ("markdown_extensions:\n  - pymdownx.emoji:\n      options: {custom_icons: [bilder/zeichen]}", False),
        ("markdown_extensions:\n  - toc:\n      title: records", False),
        ("INHERIT: base.yml", False),
        ("theme: [", False),
    ],
)
def test_what_the_host_is_made_of(tmp_path: Path, lines: str, predictable: bool) -> None:
    """Only pages of which everything is known that they are made of are kept."""
    (tmp_path / "records").mkdir()
    assert _predictable(tmp_path / "mkdocs.yml", lines) is predictable


@pytest.mark.parametrize(
    ("path", "old", "new", "page"),
    [
        ("docs/ueber/index.md", "\n", "\nBirnenkuchen.\n\n", "ueber/index.html"),
        ("mkdocs.yml", "Fünf Prinzipien:", "Birnenkuchen:", "methode/index.html"),
        (
            "records/handbuch.yml",
            "name: Sozialraum-Handbuch Landkreis Auental",
            "name: Birnenkuchen",
            "methode/index.html",
        ),
        (
            "records/handbuch.yml",
            "name: Sozialraum-Handbuch Landkreis Auental",
            "name: Birnenkuchen",
            "ressourcen/moebellager.html",
        ),
        ("records/handbuch.yml", "bundesland: SH", "bundesland: BY", "ressourcen/moebellager.html"),
    ],
)
def test_host_is_built_anew(own: Handbook, path: str, old: str, new: str, page: str) -> None:
    """A change in docs/, mkdocs.yml or the district's name and Bundesland reaches the pages it concerns."""
    built(own)
    kept, before = host_folder(own), (own.site / page).read_text("utf-8")
    word = "2026-06-04" if "BY" in new else "Birnenkuchen"  # Fronleichnam is a holiday in Bavaria only
    assert word not in before
    text = (own.base / path).read_text("utf-8")
    own.write(path, text.replace(old, new, 1))
    built(own)
    assert word in (own.site / page).read_text("utf-8")
    assert host_folder(own) != kept


def test_nothing_else_is_written(tmp_path: Path) -> None:
    """Beside the site a build writes its own cache and nothing else; records and docs stay untouched."""
    own = copy_of_sample(tmp_path / "handbuch")
    before = {file: file.stat().st_mtime_ns for file in own.base.rglob("*") if file.is_file()}
    built(own)
    assert sorted(each.name for each in own.base.iterdir()) == [".cache", "docs", "mkdocs.yml", "records", "site"]
    assert {file: file.stat().st_mtime_ns for file in before} == before


def test_command(own: Handbook) -> None:
    """`sozialraum build` finds the records from any folder below and says what it did."""
    done = subprocess.run(
        [os.sys.executable, "-m", "sozialraum", "build", "--heute", "2026-06-30", "--fuer", "oeffentlich"],
        cwd=own.base / "docs/methode", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "Handbuch für „alle“ in" in done.stdout
    assert (own.site / "index.html").is_file()
