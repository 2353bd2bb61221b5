"""What is above an audience is in no output for it: proved by what is left when builds are compared."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from districts import HEUTE, MINIMAL, RESSOURCE, District
from hypothesis import given, settings
from hypothesis import strategies as st
from site_builds import Handbook, built, copy_of_sample, copy_of_site
from sozialraum.building import BuildRequest, build_site
from sozialraum.exports.formats import EXPORTS, export
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.model import RECORD_TYPES
from sozialraum.project import read

AUDIENCES = list(Sichtbarkeit)
CASEWORK = ("beratungen", "protokolle")


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Handbook]:
    """The sample district for colleagues outside the authority: as it is, and without any casework in its records."""
    whole = built(copy_of_sample(tmp_path_factory.mktemp("mit")), audience="kooperation")
    without = copy_of_sample(tmp_path_factory.mktemp("ohne"))
    for folder in CASEWORK:
        for file in (without.base / "records" / folder).glob("*.md"):
            file.unlink()
    return {"mit": whole, "ohne": built(without, audience="kooperation", despite_errors=True)}


def test_casework_leaves_no_trace_outside(builds: dict[str, Handbook]) -> None:
    """For cooperation partners it is the same, byte for byte, whether there are consultations and minutes or not."""
    assert builds["mit"].digest() == builds["ohne"].digest()


def test_two_audiences_differ_only_where_they_may(tmp_path: Path) -> None:
    """Of a district that is public as a whole, partners get the evaluations more, what leads there, and the words for whom.

    So whoever compares the two builds line by line learns nothing about a record.
    """
    district = District.minimal(copy_of_site(tmp_path).base)
    for path in MINIMAL:
        if path.endswith(".md"):
            district.replace(path, "\nstatus:", "\nsichtbarkeit: oeffentlich\nstatus:")
    partners, everyone = (
        {name: (tmp_path / audience / name).read_text("utf-8", "replace") for name in build_for(tmp_path, audience)}
        for audience in ("kooperation", "oeffentlich")
    )
    assert {name.split("/")[0] for name in partners.keys() ^ everyone.keys()} == {"auswertungen"}
    assert everyone.keys() <= partners.keys()
    allowed = re.compile(r"auswertungen/|Auswertungen|mögliche Bedarfslage|Diese Ausgabe ist für|id=\"handzettel\"")
    for name in everyone:
        if not name.startswith("assets/sozialraum/daten/suche-"):
            lines = {*partners[name].split("\n")} ^ {*everyone[name].split("\n")}
            assert [line for line in lines if not allowed.search(line)] == [], name


def build_for(base: Path, audience: str) -> list[str]:
    """Build a handbook for an audience into a folder of its name; return the names of its files."""
    target = base / audience
    request = BuildRequest(base / "records", target, audience=Sichtbarkeit(audience))
    assert build_site(request, lambda _text: None) == 0
    return [file.relative_to(target).as_posix() for file in target.rglob("*") if file.is_file()]


def exported(project) -> dict[str, bytes]:
    """Return every export of a project, a workbook as its unpacked parts."""
    made = {form: export(project, form, *([] if form != "csv" else [["ressourcen"]]))[0] for form in EXPORTS}
    workbook = made.pop("xlsx")
    if not workbook:  # nothing to export
        return made
    with zipfile.ZipFile(io.BytesIO(workbook)) as book:
        return made | {f"xlsx/{name}": book.read(name) for name in book.namelist()}


LEVELS = st.lists(st.sampled_from(AUDIENCES), min_size=1, max_size=4)


@given(LEVELS, st.sampled_from(AUDIENCES))
@settings(max_examples=25)
def test_what_is_hidden_changes_no_export(levels: list[Sichtbarkeit], audience: Sichtbarkeit) -> None:
    """An export for an audience is the same as if the records above it had never been written nor linked."""
    with tempfile.TemporaryDirectory() as folder:
        whole, seen = (District.minimal(Path(folder, name)) for name in ("alles", "sichtbar"))
        for number, level in enumerate(levels):
            following = (number + 1) % len(levels)
            text = MINIMAL[RESSOURCE].replace("titel: Offene", f"sichtbarkeit: {level}\ntitel: Kanarie{number}")
            linked = text.replace("Wer schrauben kann", f"[[kanarie-{following}|Siehe da]], wer schrauben kann")
            plain = text.replace("Wer schrauben kann", "Siehe da, wer schrauben kann")
            whole.write(f"ressourcen/kanarie-{number}.md", linked)
            if level.rank >= audience.rank:
                shown = linked if levels[following].rank >= audience.rank else plain
                seen.write(f"ressourcen/kanarie-{number}.md", shown)
        one, other = (exported(read(each.records, HEUTE, audience)) for each in (whole, seen))
        assert {name for name in one if one[name] != other[name]} == set()
        hidden = [f"kanarie-{number}" for number, level in enumerate(levels) if level.rank < audience.rank]
        assert not [word for word in hidden if word.encode() in b"".join(one.values()).lower()]


def test_each_wider_audience_knows_less(tmp_path: Path) -> None:
    """Every record a wider audience gets, narrower ones get too; casework ends at the authority."""
    sample = copy_of_sample(tmp_path)
    known = [
        {(entry.ordner, entry.id) for entry in read(sample.base / "records", HEUTE, audience).district.entries}
        for audience in sorted(AUDIENCES, key=lambda each: each.rank)
    ]
    for narrower, wider in pairwise(known):
        assert wider <= narrower
    assert {ordner for ordner, _id in known[0]} == set(RECORD_TYPES)
    for outside in known[2:]:
        assert not {ordner for ordner, _id in outside} & set(CASEWORK)
