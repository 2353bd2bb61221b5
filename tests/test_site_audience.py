"""What is above a build's audience is in none of its files: the canary test."""

from __future__ import annotations

from pathlib import Path

import pytest
from canaries import AUDIENCES, UNIQUE, Canaries, id_of
from districts import District
from site_builds import copy_of_site
from sozialraum.building import BuildRequest, build_site
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.model import RECORD_TYPES


def everything_in(site: Path) -> str:
    """Return the names and contents of all files of a site."""
    files = [file for file in sorted(site.rglob("*")) if file.is_file()]
    names = [file.relative_to(site).as_posix() for file in files]
    return "\n".join(names) + b"\n".join(file.read_bytes() for file in files).decode("utf-8", "replace")


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Canaries]:
    """A district with records of every type for every audience, and what its fields were filled with."""
    district = District.minimal(copy_of_site(tmp_path_factory.mktemp("kanarien")).base)
    canaries = Canaries()
    for ordner in RECORD_TYPES:
        for level in AUDIENCES:
            district.write(f"{ordner}/{id_of(ordner, level)}.md", canaries.record(ordner, level))
    return district.records, canaries


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_of_a_hidden_record_is_built(marked, tmp_path: Path, audience: Sichtbarkeit) -> None:
    """No file of a build holds the value of any field above its audience, be it a word, a day, a number or a name.

    That the search for them means something is seen by what the team may read: it is found, of every kind.
    """
    records, canaries = marked
    said: list[str] = []
    request = BuildRequest(records, tmp_path / "site", audience=audience, despite_errors=True)
    assert build_site(request, said.append) == 0, said
    built = everything_in(tmp_path / "site")
    assert [canary for canary in canaries.all if canary.widest < audience.rank and canary.seen_in(built)] == []
    if audience is Sichtbarkeit.team:
        seen = {canary.kind for canary in canaries.all if canary.seen_in(built)}
        # Places are used for distances, whether or not a page says them.
        assert {*seen, "Koordinaten"} == {*UNIQUE, "Kennung"}
    if audience.rank > Sichtbarkeit.jobcenter.rank:
        assert not (tmp_path / "site" / "beratungen").exists()
        assert not (tmp_path / "site" / "protokolle").exists()
        assert "beratungen/index.html" not in built


def test_fields_for_the_team_stay_there(tmp_path: Path) -> None:
    """A note for the team is in the build for the team and in no other."""
    copy_of_site(tmp_path)
    district = District.minimal(tmp_path)
    record = next((district.records / "ressourcen").glob("*.md"))
    note = "notiz_intern: kanarienotiz\nkontakte:\n  - {datum: 2026-01-15, art: pflege, durch: team-nord, notiz: kanariekontakt}"
    before, after = record.read_text("utf-8").split("\n---\n", 1)
    record.write_text(f"{before}\n{note}\n---\n{after}", "utf-8")
    for audience in AUDIENCES:
        target = tmp_path / f"site-{audience}"
        assert build_site(BuildRequest(district.records, target, audience=audience), lambda _text: None) == 0
        built = b"".join(file.read_bytes() for file in target.rglob("*") if file.is_file())
        assert (b"kanarienotiz" in built) == (b"kanariekontakt" in built) == (audience is Sichtbarkeit.team)
