"""What a build keeps makes the next one quicker and never different."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from site_builds import Handbook, built
from sozialraum import kept
from sozialraum.load import entries
from sozialraum.model.personenkontakt import Personenkontakt
from sozialraum.project import read
from sozialraum.search import nouns
from sozialraum.site import build, cards
from sozialraum.site.records import RecordPages
from sozialraum.site.search import Searcher
from sozialraum.site.unchanged import outline, shown

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ("site_fixtures",)

DORFHAUS = "records/ressourcen/dorfhaus-moorwinkel.md"
NEU = """\
---
titel: Bootsschuppen
status: aktiv
angelegt_am: 2026-06-01
geprueft_am: 2026-06-01
kurz: Ein Schuppen am Wasser.
sozialraeume: [moorwinkel]
themen: [begegnung]
verantwortlich: team-land
art: [infrastrukturell]
herkunft: lebensweltlich
format: treffpunkt
kosten: kostenfrei
zugang_tipp: Einfach klopfen.
ort:
  name: Schuppen
  koordinaten: 54.2968, 9.4772
---

Neben dem [[dorfhaus-moorwinkel]].
"""

EDITS = {
    "nothing": Handbook.files,
    "a word in a body": lambda own: own.replace(DORFHAUS, "\n---\n\n", "\n---\n\nHeute gibt es Kuchen. "),
    "a title": lambda own: own.replace(DORFHAUS, "titel: Dorfhaus Moorwinkel", "titel: Dorfhaus am Moor"),
    "a new record": lambda own: own.write("records/ressourcen/bootsschuppen.md", NEU),
    "hours": lambda own: own.replace(DORFHAUS, "\nzeiten: ", "\nzeiten: Di 07:15-07:45; "),
    "a place": lambda own: own.replace("records/ressourcen/bootsschuppen.md", "54.2968, 9.4772", "54.2960, 9.4764"),
    "a record gone": lambda own: (own.base / "records/ressourcen/bootsschuppen.md").unlink(),
    "the name of a place": lambda own: own.replace("records/sozialraeume/moorwinkel.md", "titel: ", "titel: Alt-"),
    "the area of a place": lambda own: own.replace(
        "records/sozialraeume/moorwinkel.geojson", "[9.4459, 54.2951]", "[9.44, 54.29]"
    ),
    "a page gone from the site": lambda own: (own.site / "ressourcen/nachtbus-17n.html").unlink(),
    "a page of the site changed": lambda own: own.write("site/ressourcen/nachtbus-17n.html", "kaputt"),
    "a setting": lambda own: own.replace("records/handbuch.yml", "bundesland: SH", "bundesland: BY"),
}
"""Changes one after the other, and how they are made."""


@pytest.fixture
def settled(own: Handbook, monkeypatch: pytest.MonkeyPatch) -> Handbook:
    """A district whose files count as old although they were written just now; what is kept is written at once."""
    monkeypatch.setattr("sozialraum.load.known._TOO_YOUNG", 0)
    monkeypatch.setattr("sozialraum.kept.write_meanwhile", kept.write)
    return own


def forgotten(handbook: Handbook) -> Handbook:
    """Build as if nothing had been kept of records and pages."""
    for file in (handbook.base / ".cache/sozialraum").glob("*.pickle"):
        file.unlink()
    return built(handbook)


def test_kept_or_not_is_the_same(settled: Handbook) -> None:
    """After every kind of change the site is, byte for byte, the one that is built without anything kept."""
    built(settled)
    for name, edit in EDITS.items():
        edit(settled)
        with_what_was_kept = built(settled).digest()
        assert forgotten(settled).digest() == with_what_was_kept, name


def test_however_much_changed(settled: Handbook) -> None:
    """Several changes between two builds are as good as one: places renamed, records new and changed, pages gone."""
    built(settled)
    for name in ("a title", "a new record", "hours", "the name of a place", "a page gone from the site"):
        EDITS[name](settled)
    with_what_was_kept = built(settled).digest()
    assert forgotten(settled).digest() == with_what_was_kept


def test_only_what_changed_is_made_again(settled: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a body changes, only its record is read and only its page is made."""
    built(settled)
    read: list[str] = []
    made: list[str] = []
    read_one, page = entries._read_one, RecordPages.page
    monkeypatch.setattr(
        entries, "_read_one", lambda base, file, words: read.append(file.id) or read_one(base, file, words)
    )
    monkeypatch.setattr(RecordPages, "page", lambda self, entry: made.append(entry.id) or page(self, entry))
    settled.replace(DORFHAUS, "\n---\n\n", "\n---\n\nHeute gibt es Kuchen. ")
    built(settled)
    assert (read, made) == (["dorfhaus-moorwinkel"], ["dorfhaus-moorwinkel"])


def test_editions_do_not_forget_each_other(settled: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two editions built in turn into folders of their own each know what they made, MkDocs' part included."""
    editions = [{"audience": name, "target": settled.base / name} for name in ("team", "jobcenter")]
    for edition in editions:
        built(settled, **edition)
    made: list[str] = []
    page = RecordPages.page
    monkeypatch.setattr(RecordPages, "page", lambda self, entry: made.append(entry.id) or page(self, entry))
    monkeypatch.setattr("sozialraum.mkdocs_plugin.build_host", lambda *_args, **_more: pytest.fail("MkDocs ran"))
    settled.replace(DORFHAUS, "\n---\n\n", "\n---\n\nHeute gibt es Kuchen. ")
    for edition in editions:
        built(settled, **edition)
    assert made == ["dorfhaus-moorwinkel"] * 2


def test_what_nobody_builds_any_more_goes(tmp_path: Path) -> None:
    """Of what is kept for sites that are built in turn the last five stay, files and folders."""
    for number in range(7):
        file, folder = tmp_path / f"seiten-{number}.pickle", tmp_path / f"host-{number}"
        file.touch()
        folder.mkdir()
        for each in (file, folder):
            os.utime(each, (number, number))
    kept.keep_newest(tmp_path, "seiten-*.pickle")
    kept.keep_newest(tmp_path, "host-*")
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        *(f"host-{number}" for number in range(2, 7)),
        *(f"seiten-{number}.pickle" for number in range(2, 7)),
    ]


def test_cards_are_made_of_what_changed(settled: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a record changes, its own card is made; when a place does, every card may name it."""
    built(settled)
    made: list[str] = []
    card = cards._card
    monkeypatch.setattr(cards, "_card", lambda entry, project: made.append(entry.id) or card(entry, project))
    settled.replace(DORFHAUS, "titel: Dorfhaus Moorwinkel", "titel: Dorfhaus am Moor")
    built(settled)
    assert made == ["dorfhaus-moorwinkel"]
    settled.replace("records/sozialraeume/moorwinkel.md", "titel: ", "titel: Alt-")
    built(settled)
    assert len(made) > len(list((settled.base / "records/ressourcen").iterdir()))


def test_lists_and_search_read_what_changed(settled: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a body changes, no list is made and the search reads the records around it; when a title does, lists are."""
    made: list[int] = []
    searched: list[str] = []
    write_list, searched_by = build.Stamper.write_list, Searcher.read
    monkeypatch.setattr(build, "CHUNK", 4)
    monkeypatch.setattr(
        build.Stamper, "write_list", lambda self, number: made.append(number) or write_list(self, number)
    )
    monkeypatch.setattr(
        Searcher,
        "read",
        lambda self, entries, start: (
            searched.extend(entry.id for entry in entries) or searched_by(self, entries, start)
        ),
    )
    built(settled)
    everything = len(made)
    made.clear()
    searched.clear()
    settled.replace(DORFHAUS, "\n---\n\n", "\n---\n\nHeute gibt es Kuchen. ")
    built(settled)
    assert (made, len(searched), "dorfhaus-moorwinkel" in searched) == ([], 4, True)
    settled.replace(DORFHAUS, "titel: Dorfhaus Moorwinkel", "titel: Dorfhaus am Moor")
    built(settled)
    assert len(made) == everything


def test_no_lexicon_is_read_twice(settled: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build in which no new compound stands takes none apart, and the search is the same."""
    first = built(settled).digest()
    monkeypatch.setattr(nouns, "parts", lambda term: pytest.fail(f"{term} is known already"))
    assert built(settled).digest() == first


def test_a_contact_makes_pages_again(own: Handbook) -> None:
    """Who is withdrawn from the Kontaktspeicher is withdrawn from the pages; what is kept names nobody."""
    before = read(own.base / "records")
    first, *others = before.district.entries
    named = replace(first, kontakt=Personenkontakt.model_construct(name="Berta Birnenkuchen"))
    after = replace(before, district=replace(before.district, entries=(named, *others)))
    marks = shown(after, {}).marks
    assert marks[first.id] != shown(before, {}).marks[first.id]
    assert outline(after) != outline(before)
    assert "Berta" not in repr(marks)


@pytest.mark.parametrize(
    "damage", [lambda raw: raw[:-1], lambda raw: raw[:20], lambda raw: raw[:0], lambda raw: raw[:9] + b"x" + raw[10:]]
)
def test_damaged(tmp_path: Path, damage) -> None:
    """A file that is cut short, empty or changed is not used; neither is one that was kept under other facts."""
    file = tmp_path / "eintraege.pickle"
    kept.write(file, ("team",), {"a": 1})
    assert kept.read(file, ("team",)) == {"a": 1}
    assert kept.read(file, ("oeffentlich",)) is None
    file.write_bytes(damage(file.read_bytes()))
    assert kept.read(file, ("team",)) is None
    assert kept.read(tmp_path / "gibt-es-nicht", ("team",)) is None


class Evil:
    """Asks the reader of a pickle to make a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> object:
        import os

        return os.mkdir, (str(self.folder),)


def test_foreign_pickles_run_nothing(tmp_path: Path) -> None:
    """A .cache from elsewhere, rightly sealed, cannot call anything: it is not used, and nothing happens."""
    file = tmp_path / "eintraege.pickle"
    kept.write(file, (), Evil(tmp_path / "boese"))
    assert kept.read(file, ()) is None
    assert not (tmp_path / "boese").exists()
