"""What is above a build's audience is in none of its files: the canary test."""

from __future__ import annotations

import shutil
import tempfile
from itertools import product
from pathlib import Path

import pytest
from canaries import AUDIENCES, UNIQUE, Canaries, Canary, id_of
from districts import HEUTE, District
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from site_builds import copy_of_site
from sozialraum.building import BuildRequest, build_site
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.model import RECORD_TYPES
from sozialraum.project import read
from sozialraum.reports import reports_for
from sozialraum.reports.writing import FORMATS
from test_audience_proofs import exported


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


def said_about(records: Path, audience: Sichtbarkeit) -> dict[str, str]:
    """Return everything the other commands say for an audience: evaluations and exports in every format."""
    project = read(records, HEUTE, audience)
    found = {
        f"report {report.name} {form}": write(report, list(report.tables(project)))
        for report in reports_for(audience)
        for form, write in FORMATS.items()
    }
    for name, raw in exported(project).items():
        found[f"export {name}"] = raw.decode("utf-8", "replace")
    return found


def leaks(canaries: Canaries, audience: Sichtbarkeit, said: dict[str, str]) -> list[tuple[str, Canary]]:
    """Return where something came to light that this audience may not know."""
    hidden = [canary for canary in canaries.all if canary.widest < audience.rank]
    return [(name, canary) for name, text in said.items() for canary in hidden if canary.seen_in(text)]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_of_a_hidden_record_is_built(marked, tmp_path: Path, audience: Sichtbarkeit) -> None:
    """No file of a build holds the value of any field above its audience, be it a word, a day, a number or a name.

    That the search for them means something is seen by what the team may read: it is found, of every kind. Nor is there
    a source map: it would be a copy that nobody looks after.
    """
    records, canaries = marked
    said: list[str] = []
    request = BuildRequest(records, tmp_path / "site", audience=audience, despite_errors=True)
    assert build_site(request, said.append) == 0, said
    built = everything_in(tmp_path / "site")
    assert leaks(canaries, audience, {"site": built}) == []
    assert "sourceMappingURL" not in built
    assert [*(tmp_path / "site").rglob("*.map")] == []
    if audience is Sichtbarkeit.team:
        seen = {canary.kind for canary in canaries.all if canary.seen_in(built)}
        # Places are used for distances, whether or not a page says them.
        assert {*seen, "Koordinaten"} == {*UNIQUE, "Kennung"}
    if audience.rank > Sichtbarkeit.jobcenter.rank:
        assert not (tmp_path / "site" / "beratungen").exists()
        assert not (tmp_path / "site" / "protokolle").exists()
        assert "beratungen/index.html" not in built


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_other_output_tells_more(marked, audience: Sichtbarkeit) -> None:
    """No evaluation and no export in any format holds a value above its audience; the team finds its own in them."""
    records, canaries = marked
    said = said_about(records, audience)
    assert leaks(canaries, audience, said) == []
    if audience is Sichtbarkeit.team:
        whole = "\n".join(said.values())
        assert {"Titel", "Zeile", "Datum", "Telefon", "Kennung"} <= {
            each.kind for each in canaries.all if each.seen_in(whole)
        }


@given(
    st.lists(st.tuples(st.sampled_from([*RECORD_TYPES]), st.sampled_from(AUDIENCES)), max_size=12, unique=True),
    st.sampled_from([each for each in AUDIENCES if each is not Sichtbarkeit.team]),
)
@settings(max_examples=12)
def test_whatever_a_district_holds(chosen: list[tuple[str, Sichtbarkeit]], audience: Sichtbarkeit) -> None:
    """Of any choice of records of any type for any audience, evaluations and exports hold nothing from above theirs."""
    with tempfile.TemporaryDirectory() as folder:
        district, canaries = District.minimal(Path(folder)), Canaries()
        for ordner, level in chosen:
            district.write(f"{ordner}/{id_of(ordner, level)}.md", canaries.record(ordner, level))
        assert leaks(canaries, audience, said_about(district.records, audience)) == []


@given(
    st.lists(st.sampled_from([*product(RECORD_TYPES, AUDIENCES)]), min_size=8, max_size=14, unique=True),
    st.sampled_from([each for each in AUDIENCES if each is not Sichtbarkeit.team]),
)
@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_district_as_a_site(marked, chosen: list[tuple[str, Sichtbarkeit]], audience: Sichtbarkeit) -> None:
    """Of any choice of records of any type for any audience, no file of the site holds anything from above its own."""
    records, _canaries = marked
    with tempfile.TemporaryDirectory() as folder:
        base = copy_of_site(Path(folder)).base
        if (records.parent / ".cache").is_dir():  # the pages that depend on no record are built already
            shutil.copytree(records.parent / ".cache", base / ".cache")
        shutil.rmtree(base / "records", ignore_errors=True)
        district, canaries = District.minimal(base), Canaries()
        for ordner, level in chosen:
            district.write(f"{ordner}/{id_of(ordner, level)}.md", canaries.record(ordner, level))
        request = BuildRequest(district.records, base / "site", audience=audience, despite_errors=True)
        assert build_site(request, lambda _text: None) == 0
        assert leaks(canaries, audience, {"site": everything_in(base / "site")}) == []


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
