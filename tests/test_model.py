"""The record types say everything about themselves that pages, forms and messages need."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Annotated

import pytest
import sozialraum.model
from kinds import read
from sozialraum.fields.choice import Choice, Sichtbarkeit
from sozialraum.fields.kind import Angabe
from sozialraum.model import RECORD_TYPES
from sozialraum.model.beratung import Beratung
from sozialraum.model.describe import Feld, Form, feld, felder, links, walk, words
from sozialraum.model.handbuch import Handbuch, Pruefintervalle
from sozialraum.model.protokoll import Protokoll
from sozialraum.model.record import Part, Record
from sozialraum.model.ressource import Ressource
from sozialraum.model.schluesselperson import Schluesselperson
from sozialraum.model.vorhaben import Vorhaben, Vorhabenstatus
from sozialraum.vocabulary import VOCABULARIES, default_vocabulary

FIELDS = [
    pytest.param(path, each, id=f"{model.__name__}.{'.'.join(path)}")
    for model in (*RECORD_TYPES.values(), Handbuch)
    for path, each in walk(model)
]


OWNED = [
    pytest.param(owner, each, id=f"{owner.__name__}.{each.name}")
    for owner in dict.fromkeys(
        [*RECORD_TYPES.values(), Handbuch]
        + [each.part for model in (*RECORD_TYPES.values(), Handbuch) for _path, each in walk(model) if each.part]
    )
    for each in felder(owner)
    if not each.part
]


def model_classes() -> Iterator[type]:
    """Yield every class that a module of `model` defines."""
    for module in pkgutil.iter_modules(sozialraum.model.__path__, "sozialraum.model."):
        for _name, found in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if found.__module__ == module.name:
                yield found


@pytest.mark.parametrize(("path", "field"), FIELDS)
def test_every_field_speaks_for_itself(path: tuple[str, ...], field: Feld) -> None:
    """Every field has an ASCII key, a German label of its own and a help text that is a sentence."""
    assert field.name.isascii()
    assert field.name.isidentifier()
    assert field.name == field.name.lower()
    assert isinstance(field.angabe, Angabe)
    assert field.angabe.label != field.name
    assert field.angabe.label[:1].isupper() or field.angabe.label[:1].isdigit() or len(path) > 1
    assert field.hilfe.endswith((".", "?", "!", "…"))


@pytest.mark.parametrize(("path", "field"), FIELDS)
def test_every_field_leads_somewhere(path: tuple[str, ...], field: Feld) -> None:
    """Links point into folders there are, words come from vocabularies there are, audiences are audiences."""
    assert set(field.ziel.ordner if field.ziel else ()) <= set(RECORD_TYPES)
    assert field.woerter is None or field.woerter.vokabular in VOCABULARIES
    assert not field.angabe.nur_fuer or Sichtbarkeit(field.angabe.nur_fuer)
    assert not field.angabe.pflicht_ab or Vorhabenstatus(field.angabe.pflicht_ab)
    if field.ziel:
        assert field.ziel.rueck or path == ("geprueft", "durch")  # no page lists what a team verified


@pytest.mark.parametrize(("owner", "field"), OWNED)
def test_every_example_is_right(owner: type[Part], field: Feld) -> None:
    """The example of a field, which messages and forms show, is itself a right value of the field."""
    info = owner.model_fields[field.name]
    kind = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    assert read(kind, (field.beispiel,) if field.form is Form.LISTE else field.beispiel)


def test_record_types_are_complete() -> None:
    """Every record type there is stands in the table, under its own folder, once."""
    records = {found for found in model_classes() if issubclass(found, Record) and found is not Record}
    assert set(RECORD_TYPES.values()) == records
    assert all(model.typ.ordner == ordner for ordner, model in RECORD_TYPES.items())


def test_names_of_types() -> None:
    """A type's folder is an ASCII word; its names for one and many are German and no two types share them."""
    assert all(ordner.isascii() and ordner.isalpha() and ordner.islower() for ordner in RECORD_TYPES)
    assert len({model.typ.einzahl for model in RECORD_TYPES.values()}) == len(RECORD_TYPES)
    assert len({model.typ.mehrzahl for model in RECORD_TYPES.values()}) == len(RECORD_TYPES)


def test_every_type_and_group_is_explained() -> None:
    """Every record type and every group of values has a German sentence of its own."""
    for found in model_classes():
        if issubclass(found, Part) and found not in (Part, Record):
            assert found.__doc__
            assert found.__doc__.strip().split("\n")[0].endswith("."), found


def test_words_of_closed_lists() -> None:
    """The codes of closed lists are ASCII, their labels are not empty and tell them apart."""
    for found in model_classes():
        if issubclass(found, Choice) and found is not Choice:
            assert all(option.isascii() for option in found), found
            labels = [option.label for option in found]
            assert all(labels), found
            assert len(set(labels)) == len(labels), found


def test_ended_is_a_status() -> None:
    """The statuses that end a record are statuses its type has."""
    for model in RECORD_TYPES.values():
        status = feld(model, "status")
        assert status
        assert status.choice
        assert model.typ.beendet <= set(status.choice), model


@pytest.mark.parametrize(
    ("ordner", "audience"),
    [
        ("sozialraeume", "kooperation"),
        ("teams", "kooperation"),
        ("organisationen", "kooperation"),
        ("ressourcen", "kooperation"),
        ("schluesselpersonen", "jobcenter"),
        ("netzwerke", "kooperation"),
        ("bedarfslagen", "jobcenter"),
        ("vorhaben", "jobcenter"),
        ("beratungen", "team"),
        ("protokolle", "team"),
    ],
)
def test_default_audiences(ordner: str, audience: str) -> None:
    """Without a word about it, nothing is public, and casework stays in the team."""
    assert RECORD_TYPES[ordner].typ.sichtbarkeit == audience


def test_what_only_the_team_may_see() -> None:
    """Notes, roles, consent, contacts and who brought something in are for the team alone."""
    withheld = {
        (model.typ.ordner, ".".join(path))
        for model in (Ressource, Schluesselperson, Beratung, Protokoll, Vorhaben)
        for path, each in walk(model)
        if each.angabe.nur_fuer == "team"
    }
    assert withheld >= {
        ("ressourcen", "notiz_intern"),
        ("ressourcen", "kontakte"),
        ("schluesselpersonen", "einwilligung"),
        ("schluesselpersonen", "letzter_kontakt"),
        ("beratungen", "rollen"),
        ("beratungen", "fall_kuerzel"),
        ("beratungen", "einwilligung_pkb"),
        ("protokolle", "moderation"),
        ("vorhaben", "eingebracht_von"),
    }


def test_no_field_for_target_groups() -> None:
    """No type has a field for a target group, a score or a diagnosis (constitution of the handbook)."""
    names = {each.name for model in RECORD_TYPES.values() for _path, each in walk(model)}
    assert not names & {"zielgruppe", "zielgruppen", "prognose", "ursache", "score", "diagnose", "defizite"}


def test_the_nine_questions() -> None:
    """Minutes ask the nine questions of the method, in their order."""
    top = feld(Protokoll, "top_einzelfallunspezifisch")
    assert top
    assert top.part
    asked = [each.name for each in felder(top.part)]
    nine = [
        "aufgefallen_neuigkeiten", "gefaellt", "aergert", "schluesselpersonen", "ressourcen", "vernetzungsrunden",
        "vorhaben_laufend", "vorhaben_ideen", "weiteres",
    ]  # fmt: skip
    assert [name for name in asked if name in nine] == nine


def test_review_intervals_are_those_of_types() -> None:
    """Every type that goes stale has its interval in the settings, by the name of its folder."""
    stale = {ordner for ordner, model in RECORD_TYPES.items() if model.typ.wird_geprueft}
    assert {each.name for each in felder(Pruefintervalle)} == stale


def test_articles() -> None:
    """A sentence names one of each type with the article that German gives it."""
    assert [model.typ.mit_artikel for model in RECORD_TYPES.values()] == [
        "ein Sozialraum", "ein Team", "eine Organisation", "eine Ressource", "eine Schlüsselperson", "ein Netzwerk",
        "eine Bedarfslage", "ein Vorhaben", "eine Beratung", "ein Protokoll",
    ]  # fmt: skip


def test_links_and_words_know_their_place() -> None:
    """A record tells where each link and each word of a vocabulary stands, also inside groups and lists."""
    values = {
        "titel": "Sitzung",
        "angelegt_am": "2026-05-12",
        "team": "team-nord",
        "datum": "2026-05-12",
        "moderation": "AB",
        "protokoll": "CD",
        "ausgangslage": ["a"],
        "top_einzelfallunspezifisch": {
            "gefaellt": [{"text": "Der Markt."}, {"text": "Der Bus.", "themen": ["mobilitaet"], "links": ["bus"]}],
            "vernetzungsrunden": {"extern": [{"text": "Neues.", "sozialraum": "nordhang"}]},
        },
    }
    record = Protokoll.model_validate(values)
    top = "top_einzelfallunspezifisch"
    assert [(keys, id_) for keys, _ziel, id_ in links(record)] == [
        (("team",), "team-nord"),
        ((top, "gefaellt", 1, "links", 0), "bus"),
        ((top, "vernetzungsrunden", "extern", 0, "sozialraum"), "nordhang"),
    ]
    assert list(words(Protokoll, values)) == [((top, "gefaellt", 1, "themen", 0), "themen", "mobilitaet")]


@pytest.mark.parametrize(
    "values",
    [
        {"themen": "wohnen"},
        {"themen": {"wohnen": "ja"}},
        {"themen": [["wohnen"], {"wohnen": "ja"}]},
        {"format": ["treffpunkt"]},
        {"format": {"a": "b"}},
        {},
    ],
)
def test_words_in_a_wrong_place_are_no_words(values: dict[str, object]) -> None:
    """What has not the form of its field is another mistake, and is not told of as a word as well."""
    assert list(words(Ressource, values)) == []


def test_records_do_not_change() -> None:
    """A record that was read stays as it is."""
    settings = Handbuch(name="A", gebiet="B", bundesland="SH")
    with pytest.raises(ValueError, match="frozen"):
        settings.name = "C"


def test_examples_of_words_are_words() -> None:
    """The example of a field with words of a vocabulary is a word of that vocabulary."""
    for owner in RECORD_TYPES.values():
        for _path, each in walk(owner):
            if each.woerter:
                assert each.beispiel in default_vocabulary().woerter[each.woerter.vokabular], each.name
