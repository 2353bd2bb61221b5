"""The forms ask for everything the model has, in its words, and refuse nothing that is right."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from districts import MINIMAL, District
from site_builds import HEUTE, REPOSITORY
from sozialraum import project
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.forms.config import EVERYTHING, configuration, configuration_text, left_out
from sozialraum.model import RECORD_TYPES
from sozialraum.model.beratung import Beratung, Variante
from sozialraum.model.describe import Feld, felder
from sozialraum.site.form_editor import collection_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.project import Project

FORGE = "ablage: {{plattform: {}, adresse: https://git.example.org/gruppe/probe, formular: ja, anwendung: k1}}\n"


def forms(district: District, plattform: str = "gitlab", audience: str = "jobcenter", more: str = "") -> dict[str, Any]:
    """Return the configuration of the small district on a forge."""
    district.write("handbuch.yml", MINIMAL["handbuch.yml"] + FORGE.format(plattform) + more)
    return configuration(district.read(Sichtbarkeit(audience)))


@cache
def sample() -> Project:
    """Return the sample district as its teams know it."""
    return project.read(REPOSITORY / "records", HEUTE, Sichtbarkeit.team)


@cache
def sample_forms() -> dict[str, dict[str, Any]]:
    """Return the collections of the sample district by name."""
    return {each["name"]: each for each in configuration(sample())["collections"]}


def collections_of(ordner: str) -> list[dict[str, Any]]:
    """Return every collection in which records of a type are edited."""
    return [each for each in sample_forms().values() if each["folder"] == f"records/{ordner}" and each["create"]]


def pairs(fields: list[dict[str, Any]], model: Any) -> Iterator[tuple[dict[str, Any], Feld]]:
    """Yield each field of a form with that of the model, also within groups."""
    known = {each.name: each for each in felder(model)}
    for each in fields:
        field = known[each["name"]]
        yield each, field
        if field.part:
            yield from pairs(each["fields"], field.part)


@pytest.mark.parametrize("ordner", RECORD_TYPES)
def test_every_field_of_a_type_is_asked_in_the_order_of_the_model(ordner: str):
    """Nothing of the model is missing in a form, nothing is asked that it does not know, and the text comes last."""
    wanted = [each.name for each in felder(RECORD_TYPES[ordner])]
    collections = collections_of(ordner)
    assert collections
    asked = [[each["name"] for each in collection["fields"]] for collection in collections]
    for names in asked:
        assert names == [*(name for name in wanted if name in names), "body"]
    assert {name for names in asked for name in names} == {*wanted, "body"}


@pytest.mark.parametrize("ordner", RECORD_TYPES)
def test_every_field_has_the_label_and_the_help_of_the_model(ordner: str):
    """Label, help, example and duty are those of the model, also in groups and lists."""
    for collection in collections_of(ordner):
        fields = [each for each in collection["fields"] if each["name"] not in ("body", "variante")]
        for asked, field in pairs(fields, RECORD_TYPES[ordner]):
            assert asked["label"] == field.angabe.label
            if asked["widget"] == "hidden":
                continue
            assert asked["required"] is field.pflicht
            assert asked["hint"].startswith(field.hilfe.replace("`", ""))


def test_help_says_when_a_field_is_needed_and_gives_an_example():
    """Beside the docstring, the help names the status that needs the field, and a right value."""
    fields = {each["name"]: each for each in sample_forms()["vorhaben"]["fields"]}
    assert fields["anlass"]["hint"] == (
        "Was im Sozialraum aufgefallen ist. Nötig ab dem Status eingabereif. "
        "Zum Beispiel: Auf dem Platz gibt es keinen Ort zum Sitzen."
    )
    assert fields["beteiligte"]["hint"] == "Träger, Ämter, Vereine. Aus: Organisationen, Netzwerke."


def test_words_and_choices_are_picked_from_lists():
    """A choice offers its codes with their labels, a vocabulary the district's own words too."""
    fields = {each["name"]: each for each in sample_forms()["ressourcen"]["fields"]}
    assert fields["herkunft"]["options"] == [
        {"label": "aus der Lebenswelt", "value": "lebensweltlich"},
        {"label": "vom Fachdienst", "value": "professionell"},
    ]
    words = sample().district.vokabular.woerter["themen"]
    assert fields["themen"]["multiple"]
    assert [each["value"] for each in fields["themen"]["options"]] == list(words)


def test_links_are_searched_among_the_records_they_may_point_to():
    """A link into one folder searches there, one into several in all; places can be `landkreisweit`, so they are listed."""
    fields = {each["name"]: each for each in sample_forms()["netzwerke"]["fields"]}
    shown = {name: (fields[name]["widget"], fields[name].get("collection")) for name in ("mitglieder", "federfuehrung")}
    assert shown == {"mitglieder": ("relation", "organisationen"), "federfuehrung": ("relation", EVERYTHING)}
    assert fields["mitglieder"]["value_field"] == "{{slug}}"
    assert [each["value"] for each in fields["sozialraeume"]["options"]] == [
        "landkreisweit",
        "auenstadt-mitte",
        "auenstadt-nordhang",
        "moorwinkel",
        "seebrueck",
    ]
    assert all(
        asked["collection"] in sample_forms()
        for ordner, model in RECORD_TYPES.items()
        for collection in collections_of(ordner)
        for asked, _field in pairs([each for each in collection["fields"] if each["name"] != "body"], model)
        if asked["widget"] == "relation"
    )


def test_hours_consent_and_steps_keep_the_form_of_the_record():
    """Hours are the one line they are in the record, a consent is a group, steps are a list of groups."""
    hours = {each["name"]: each for each in sample_forms()["ressourcen"]["fields"]}["zeiten"]
    assert hours["widget"] == "string"
    consent = {each["name"]: each for each in sample_forms()["schluesselpersonen"]["fields"]}["einwilligung"]
    assert consent["widget"] == "object"
    assert {each["name"]: each["widget"] for each in consent["fields"]}["umfang"] == "select"
    steps = {each["name"]: each for each in sample_forms()["beratungen-vorhaben"]["fields"]}["naechste_schritte"]
    assert steps["widget"] == "list"
    assert [each["name"] for each in steps["fields"]][:3] == ["was", "wer", "bis"]


def test_coordinates_are_chosen_on_the_handbooks_own_map():
    """They are the text of the record, beside a map of our own; what is no place is refused as everywhere."""
    place = {each["name"]: each for each in sample_forms()["ressourcen"]["fields"]}["ort"]
    point = {each["name"]: each for each in place["fields"]}["koordinaten"]
    assert point["widget"] == "koordinaten"
    pattern = re.compile(point["pattern"][0])
    assert [text for text in ("54.7892, 9.4331", "54,7892 9,4331", "hier") if pattern.search(text)] == [
        "54.7892, 9.4331"
    ]


def test_nobody_writes_a_proof():
    """What stands for the verified facts is handed on, and in no form to be typed."""
    proof = {each["name"]: each for each in sample_forms()["ressourcen"]["fields"]}["geprueft"]
    widgets = {each["name"]: each["widget"] for each in proof["fields"]}
    assert widgets == {"am": "datetime", "durch": "relation", "wie": "select", "nachweis": "hidden"}


@pytest.mark.parametrize(
    ("variante", "missing"),
    [
        ("einzelfall", {"vorhaben", "einwilligung_pkb", "entscheidung_der_person"}),
        (
            "vorhaben",
            {
                *("fall_kuerzel", "wille", "eigenbeitrag", "rueckkopplung", "loeschen_ab"),
                *("einwilligung_pkb", "entscheidung_der_person"),
            },
        ),
        ("pkb", {"vorhaben", "rueckkopplung"}),
    ],
)
def test_each_variant_of_a_consultation_has_a_form_of_its_own(variante: str, missing: set[str]):
    """A form asks only for what belongs to its variant, which it fills in by itself."""
    form = sample_forms()[f"beratungen-{variante}"]
    names = [each["name"] for each in form["fields"]]
    assert {each.name for each in felder(Beratung)} - {*names} == missing
    assert form["slug"] == f"beratung-{{{{fields.datum}}}}-{variante}"  # not that of another variant on the same day
    assert form["filter"] == {"field": "variante", "value": variante}
    fixed = next(each for each in form["fields"] if each["name"] == "variante")
    assert fixed == {"name": "variante", "widget": "hidden", "default": variante}
    roles = next(each for each in form["fields"] if each["name"] == "rollen")
    assert ("lebenswelt" in [each["name"] for each in roles["fields"]]) is (variante == "pkb")


def test_what_a_district_does_not_keep_has_no_form(district: District):
    """Where consultations about single persons stay elsewhere, nobody can begin one here."""
    district.write("handbuch.yml", MINIMAL["handbuch.yml"].split("beratungen:")[0] + FORGE.format("gitlab"))
    names = [each["name"] for each in configuration(district.read())["collections"]]
    assert [name for name in names if name.startswith("beratungen-")] == ["beratungen-vorhaben"]


def test_a_new_record_begins_with_the_day_and_its_first_status():
    """Nobody is asked for what is the same in every new record."""
    fields = {each["name"]: each for each in sample_forms()["ressourcen"]["fields"]}
    assert (fields["angelegt_am"]["default"], fields["status"]["default"]) == ("{{now}}", "neu_entdeckt")
    item = {each["name"]: each for each in sample_forms()["protokolle"]["fields"]}["top_einzelfallunspezifisch"]
    assert item["fields"][0]["default"] == "beginn"


def written(value: Any) -> list[str]:
    """Return the scalars of a value as they stand in the file."""
    return [each for item in value for each in written(item)] if isinstance(value, list) else [value]


def refused(fields: list[dict[str, Any]], values: dict[str, Any]) -> Iterator[str]:
    """Yield what a form would not accept of the values in a file."""
    for field in fields:
        value = values.get(field["name"])
        if value is None:
            if field.get("required"):
                yield f"{field['name']} is missing"
            continue
        if field["widget"] in ("object", "list") and "fields" in field:
            for each in value if isinstance(value, list) else [value]:
                yield from refused(field["fields"], each)
            continue
        rule = field.get("field", field)
        codes = {option["value"] for option in field.get("options", ())}
        pattern = rule.get("pattern", [""])[0]
        yield from (f"{each} is not offered" for each in written(value) if codes and each not in codes)
        yield from (f"{each} does not fit" for each in written(value) if not re.search(pattern, each))


@pytest.mark.parametrize("ordner", RECORD_TYPES)
def test_forms_refuse_nothing_that_is_right(ordner: str):
    """Every record of the sample district fits its form: nothing required is missing, every value may be written."""
    for entry in sample().district.entries:
        if entry.ordner != ordner:
            continue
        form = sample_forms()[collection_of(entry.record)]
        values = entry.document.values()[0] or {}
        assert list(refused([each for each in form["fields"] if each["name"] != "body"], values)) == []


@pytest.mark.parametrize(
    ("plattform", "absent", "identity"),
    [
        ("gitlab", ("options_length", "locale", "date_format", "time_format"), "{{slug}}"),
        ("forgejo", ("dropdown_threshold", "output"), "{{filename}}"),
    ],
)
def test_a_program_hears_only_what_it_knows(district: District, plattform: str, absent: tuple[str, ...], identity: str):
    """Options of the other program are left out, and a link stores the id in the program's own word."""
    text = str(forms(district, plattform))
    assert [name for name in absent if f"'{name}'" in text] == []
    assert f"'value_field': '{identity}'" in text
    hidden = re.search(r"\{'name': 'nachweis'[^}]*\}", text)
    assert hidden
    assert ("'required': False" in hidden[0]) is (plattform == "forgejo")


@pytest.mark.parametrize(("plattform", "insists"), [("gitlab", True), ("forgejo", False)])
def test_a_group_that_nobody_began_is_in_nobodys_way(district: District, plattform: str, insists: bool):
    """Decap asks for what a group needs even where the group is left out, so there the help says it instead."""
    people = next(each for each in forms(district, plattform)["collections"] if each["name"] == "schluesselpersonen")
    consent = next(each for each in people["fields"] if each["name"] == "einwilligung")
    status = consent["fields"][0]
    assert (status["name"], status["required"]) == ("status", insists)
    assert status["hint"].endswith("Nötig, sobald in dieser Gruppe etwas steht.") is not insists


def test_what_the_readers_may_not_know_is_in_no_form(district: District):
    """The page lies in the open beside the handbook: a place of the team alone is not listed in it."""
    district.replace("sozialraeume/nordhang.md", "status: aktiv", "status: aktiv\nsichtbarkeit: team")
    assert "Nordhang" not in str(forms(district, audience="jobcenter"))
    assert "Nordhang" in str(forms(district, audience="team"))


def test_variants_leave_out_whole_groups_and_single_fields():
    """What is left out is named by its path; fields inside lists stay, since any step may have a review."""
    assert "rollen.lebenswelt" in left_out(Variante.einzelfall)
    assert not any(name.startswith("naechste_schritte") for variante in Variante for name in left_out(variante))


def test_the_same_district_gives_the_same_text():
    """The configuration depends on nothing but model, words and settings."""
    assert configuration_text(sample()) == configuration_text(sample())
