"""Real data: the day-care centres and quarters of Flensburg become a district without a Fehler."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from sozialraum.diagnostics import Diagnostic, Severity
from sozialraum.imports.plan import Plan, carry_out, plan_import
from sozialraum.load.entries import District, read_district

REPOSITORY = Path(__file__).resolve().parents[1]
DATA = REPOSITORY.parent / "shared" / "data" / "flensburg-kitas"
MAPPING = REPOSITORY / "examples" / "flensburg" / "zuordnung.yml"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason=f"The open data of Flensburg are not part of this repository and not in {DATA}"
)


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, list[Diagnostic], Path]:
    """The plan, what was said about the data, and the folder to write to."""
    root = tmp_path_factory.mktemp("flensburg") / "records"
    plan, found = plan_import(DATA / "kitas_in_flensburg.geojson", MAPPING, root, date(2026, 6, 30))
    return plan, found, root


@pytest.fixture(scope="module")
def district(planned: tuple[Plan, list[Diagnostic], Path]) -> District:
    """The district that the import has written, read back without a Fehler."""
    plan, _found, root = planned
    carry_out(plan, root, lambda _done, _total: None)
    read, found = read_district(root)
    assert [str(each) for each in found] == []
    return read


def test_seventy_day_care_centres_in_thirteen_quarters(district: District) -> None:
    """All centres and all quarters arrive, with their providers and one team."""
    assert Counter(entry.ordner for entry in district.entries) == {
        "sozialraeume": 13,
        "teams": 1,
        "organisationen": 21,
        "ressourcen": 70,
    }
    assert district.settings.name == "Sozialraum-Handbuch Flensburg"


def test_every_centre_has_place_hours_provider_and_quarter(district: District) -> None:
    """Each centre lies in the area of its quarter and belongs to a provider that exists."""
    spaces = {entry.id: entry.flaeche for entry in district.entries if entry.ordner == "sozialraeume"}
    assert all(spaces.values())
    for entry in district.entries:
        if entry.ordner != "ressourcen":
            continue
        record = entry.record
        area = spaces[record.sozialraeume[0]]
        assert area is not None
        assert area.contains(record.ort.koordinaten), entry.id
        assert district.files[record.traeger] == "organisationen"
        assert record.zeiten is not None


def test_every_middle_lies_in_its_quarter(district: District) -> None:
    """The Friesischer Berg is bent, so its centroid lies outside; its Mittelpunkt does not."""
    for entry in district.entries:
        if entry.flaeche:
            assert entry.flaeche.contains(entry.record.mittelpunkt), entry.id


def test_malformed_values_are_listed(planned: tuple[Plan, list[Diagnostic], Path]) -> None:
    """Two numbers that cannot be dialled and one contradiction about the quarter: nothing else, and all said."""
    _plan, found, _root = planned

    unreadable = "hat nicht die Form, die die Zuordnung erwartet."
    contradiction = "district nennt „Westliche Höhe“, der Punkt liegt in „Altstadt“; es gilt der Punkt."
    assert [(each.severity, each.message) for each in found] == [
        (Severity.WARNUNG, f"Objekt 25 („Hofkita Boreasmühle“): phone_number: „0461/1702428972“ {unreadable}"),
        (Severity.WARNUNG, f"Objekt 59 („Ostsee Kinderhaus gUG“): phone_number: „0461/015150731788“ {unreadable}"),
        (Severity.HINWEIS, f"Objekt 18 („Waldkiga“): {contradiction}"),
    ]


def test_no_head_of_a_centre_is_named(planned: tuple[Plan, list[Diagnostic], Path]) -> None:
    """The names of people in the source stay there."""
    features = json.loads((DATA / "kitas_in_flensburg.geojson").read_text("utf-8"))["features"]
    heads = {feature["properties"]["director"] for feature in features}
    plan, _found, _root = planned

    assert len(heads) > 60
    assert not [head for head in heads if any(head in file.text for file in plan.files)]
