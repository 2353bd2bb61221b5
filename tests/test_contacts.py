"""Names and numbers of key persons lie outside the repository and appear only as far as each has consented."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest
from districts import District
from sozialraum import project
from sozialraum.fields.choice import Sichtbarkeit

if TYPE_CHECKING:
    from pathlib import Path

HEUTE = date(2026, 6, 30)
PERSON = """\
---
titel: Die Wirtin vom Café
status: aktiv
angelegt_am: 2026-01-20
geprueft_am: 2026-05-01
funktion: Wirtin
rollen: [bruecke]
sozialraeume: [nordhang]
kennt_sich_aus_mit: [begegnung]
verantwortlich: team-nord
anzeige: {anzeige}
letzter_kontakt: 2026-05-01
ansprache_tipp: Am besten nachmittags.
einwilligung:
  status: {status}
  am: 2026-01-20
  form: schriftlich
  umfang: [{umfang}]
  kreise: [{kreise}]
  gueltig_bis: {bis}
  informiert_am: 2026-01-20
  nachweis_ort: Ordner 3
---

Kennt alle im Viertel.
"""
KONTAKT = "name: Berta Birnenkuchen\ntelefon: 030 23125 117\nemail: berta@example.org\ntreffpunkt: Dienstags im Café\n"


def with_person(district: District, **changes: str) -> District:
    """Write a person with consent, a store beside the project, and its setting."""
    usual = {
        "anzeige": "name",
        "status": "erteilt",
        "umfang": "name, funktion, telefon, mail",
        "kreise": "jobcenter, kooperation",
        "bis": "2027-01-20",
    }
    settings = (district.records / "handbuch.yml").read_text("utf-8")
    store = district.base.parent / f"{district.base.name}-kontakte"
    store.mkdir()
    (store / "wirtin.yml").write_text(KONTAKT, "utf-8")
    district.write("handbuch.yml", f"{settings}kontaktspeicher: ../{store.name}\n")
    district.write("schluesselpersonen/wirtin.md", PERSON.format(**{**usual, **changes}))
    return district


def contact_for(district: District, audience: str = "jobcenter", today: date = HEUTE) -> str:
    """Return what a build for this audience knows, as name, number, mail and place."""
    entry = project.read(district.records, today, Sichtbarkeit(audience)).graph.entries.get("wirtin")
    contact = entry.kontakt if entry else None
    values = (contact.name, contact.telefon, contact.email, contact.treffpunkt) if contact else ()
    return ", ".join(str(each) for each in values if each)


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, "Berta Birnenkuchen, 030 23125117, berta@example.org"),
        ({"umfang": "name, funktion, karte"}, "Berta Birnenkuchen, Dienstags im Café"),
        ({"umfang": "name, funktion, telefon"}, "Berta Birnenkuchen, 030 23125117"),
        ({"umfang": "name, funktion, mail"}, "Berta Birnenkuchen, berta@example.org"),
        ({"umfang": "name, funktion"}, "Berta Birnenkuchen"),
        ({"anzeige": "nur_funktion"}, ""),
        ({"status": "widerrufen"}, ""),
        ({"bis": "2026-06-29"}, ""),
        ({"kreise": "team"}, ""),
    ],
)
def test_field_by_field(district: District, changes: dict[str, str], shown: str) -> None:
    """What the consent does not cover is not in the build."""
    assert contact_for(with_person(district, **changes)) == shown


@pytest.mark.parametrize(("audience", "there"), [("team", True), ("jobcenter", True), ("kooperation", False)])
def test_circle_by_circle(district: District, audience: str, *, there: bool) -> None:
    """Only the circles that the person has named know more than nothing."""
    with_person(district, kreise="jobcenter")

    assert bool(contact_for(district, audience)) is there


def test_the_team_gets_no_more_than_the_consent(district: District) -> None:
    """A build for the team, which sees every record, also shows only what is covered."""
    assert contact_for(with_person(district, umfang="name, funktion"), "team") == "Berta Birnenkuchen"


def test_without_the_store_the_function_remains(district: District) -> None:
    """On a machine without the store the page shows the function and the team; nothing is wrong."""
    settings = (district.records / "handbuch.yml").read_text("utf-8")
    with_person(district)
    district.write("handbuch.yml", f"{settings}kontaktspeicher: ../gibt-es-hier-nicht\n")

    found = project.read(district.records, HEUTE, Sichtbarkeit.jobcenter)

    assert found.diagnostics == []
    assert found.graph.entries["wirtin"].kontakt is None


def test_a_store_inside_the_project_is_an_error(district: District) -> None:
    """What lies in the project gets into git sooner or later."""
    with_person(district)
    settings = (district.records / "handbuch.yml").read_text("utf-8").replace("../", "./")
    district.write("handbuch.yml", settings)
    inside = district.base / f"{district.base.name}-kontakte"
    inside.mkdir()

    assert [each.code for each in district.check()] == ["kontaktspeicher_im_projekt"]


def test_a_store_elsewhere_in_the_repository_is_an_error(tmp_path: Path) -> None:
    """Where the handbook is a folder of a larger repository, a store beside it is in git as well; the remedy leads out of it."""
    district = with_person(District.minimal(tmp_path / "repository" / "handbuch"))
    assert district.check() == []

    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path / "repository", check=True)

    (found,) = district.check()
    assert found.code == "kontaktspeicher_im_projekt"
    assert found.remedy.endswith("in handbuch.yml eintragen: kontaktspeicher: ../../kontakte")


def test_a_mistake_is_told_without_a_word_of_it(district: District) -> None:
    """Diagnostics end up in logs: place and remedy must do."""
    with_person(district)
    (store,) = district.base.parent.glob(f"{district.base.name}-kontakte")
    (store / "wirtin.yml").write_text("name: Berta\ntelefon: Birnenkuchen\nspitzname: Bertchen\n", "utf-8")

    found = district.check()

    assert [f"{each.span.path}:{each.span.line} {each.code}" for each in found] == [
        "kontaktspeicher/wirtin.yml:2 kontakt_fehlerhaft",
        "kontaktspeicher/wirtin.yml:3 kontakt_fehlerhaft",
    ]
    assert not any(word in str(each) for each in found for word in ("Birnenkuchen", "Bertchen"))


def test_line_ends_of_windows_do_no_harm_in_the_store_either(district: District) -> None:
    """What is only a Hinweis in a record is one here, and says itself what it is about."""
    with_person(district)
    (store,) = district.base.parent.glob(f"{district.base.name}-kontakte")
    (store / "wirtin.yml").write_bytes(b"\xef\xbb\xbf" + KONTAKT.replace("\n", "\r\n").encode())

    assert [f"{each.severity.value} {each.code}" for each in district.check()] == [
        "Hinweis bom",
        "Hinweis windows_zeilenenden",
    ]


def test_a_mistake_in_the_record_deletes_no_contact(district: District) -> None:
    """While the record of a person cannot be read, nobody knows how they are to be shown."""
    with_person(district)
    district.replace("schluesselpersonen/wirtin.md", "funktion: Wirtin", "funktoin: Wirtin")

    assert [each.code for each in district.check()] == ["unbekannter_schluessel"]


def test_a_contact_without_a_person_is_pointed_out(district: District) -> None:
    """Who is no longer shown by name has no file in the store either."""
    with_person(district, anzeige="nur_funktion")

    assert [each.code for each in district.check()] == ["kontakt_ohne_person"]
