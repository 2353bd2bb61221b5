"""What one build may know: nothing above its audience is left, not a word, not an id."""

from __future__ import annotations

import pytest
from canaries import AUDIENCES, CASEWORK, Canaries, id_of
from districts import RESSOURCE, District
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.model import RECORD_TYPES
from sozialraum.model.bedarfslage import Bedarfslage
from sozialraum.model.beratung import Beratung
from sozialraum.model.ressource import Ressource
from sozialraum.model.schluesselperson import Schluesselperson
from sozialraum.model.team import Team
from test_checks import consent, person

TEAM, JOBCENTER, KOOPERATION, OEFFENTLICH = Sichtbarkeit


@pytest.fixture
def canaries(district: District) -> Canaries:
    """A district full of canaries, all of whose records could be read."""
    found = Canaries()
    for ordner in RECORD_TYPES:
        for level in AUDIENCES:
            district.write(f"{ordner}/{id_of(ordner, level)}.md", found.record(ordner, level))
    assert len(district.read(TEAM).district.entries) == 3 + 4 * len(RECORD_TYPES)
    return found


@pytest.mark.parametrize("audience", AUDIENCES)
def test_canaries(audience: Sichtbarkeit, canaries: Canaries, district: District) -> None:
    """Of every field, body and id an audience finds exactly what is meant for it."""
    project = district.read(audience)
    seen = repr((project.district, project.graph, project.changes))

    assert len(canaries.all) > 2000
    wrong = [canary for canary in canaries.all if canary.seen_in(seen) is not (audience.rank <= canary.widest)]
    assert wrong == []


def test_casework_stays_in_the_authority(canaries: Canaries, district: District) -> None:
    """Consultations and minutes never leave the authority, whatever they say about themselves."""
    folders = {entry.ordner for entry in district.read(KOOPERATION).district.entries}
    assert folders == set(RECORD_TYPES) - CASEWORK
    assert id_of("beratungen", OEFFENTLICH) in district.read(JOBCENTER).graph.entries


# Consent.

WIRTIN = "schluesselpersonen/wirtin.md"


def who_sees(district: District) -> list[Sichtbarkeit]:
    """Return the audiences that see the key person, everything else being public."""
    return [each for each in AUDIENCES if list(district.read(each).district.of_type(Schluesselperson))]


@pytest.mark.parametrize(
    ("changed", "audiences"),
    [
        ({}, [TEAM, JOBCENTER]),
        ({"kreise": "[team]"}, [TEAM]),
        ({"kreise": "[kooperation]"}, [TEAM, JOBCENTER, KOOPERATION]),
        ({"kreise": "[team, oeffentlich]"}, AUDIENCES),
        ({"kreise": ""}, []),
        ({"gueltig_bis": "2026-06-30"}, [TEAM, JOBCENTER]),
        ({"gueltig_bis": "2026-06-29"}, []),
        ({"widerrufen_am": "2026-06-30"}, []),
        ({"status": "widerrufen"}, []),
        ({"status": "angefragt"}, []),
        ({"status": "abgelaufen"}, []),
        ({"umfang": "[name]"}, []),
        ({"umfang": "[funktion, telefon]"}, []),
    ],
)
def test_consent(changed: dict[str, str], audiences: list[Sichtbarkeit], district: District) -> None:
    """A person appears by name for the circles, for the time and in the way the consent allows, else not at all."""
    district.write(WIRTIN, person("sichtbarkeit: oeffentlich\n" + consent(**changed)))
    assert who_sees(district) == audiences


def test_no_consent(district: District) -> None:
    """Without any consent nobody sees a person who is to appear by name, the team neither."""
    district.write(WIRTIN, person("sichtbarkeit: oeffentlich\n"))
    assert who_sees(district) == []


def test_the_record_s_own_audience_still_counts(district: District) -> None:
    """Consent for everyone opens nothing that the record itself keeps for a smaller circle."""
    district.write(WIRTIN, person(consent(kreise="[oeffentlich]")))
    assert who_sees(district) == [TEAM, JOBCENTER]


def test_a_function_needs_no_consent(district: District) -> None:
    """Who appears only by function is seen by everyone the record is for."""
    text = person("sichtbarkeit: oeffentlich\n").replace("anzeige: name", "anzeige: nur_funktion")
    district.write(WIRTIN, text)
    assert who_sees(district) == AUDIENCES


# Links.


def ressource(district: District, audience: Sichtbarkeit) -> tuple[Ressource, str]:
    """Return the Ressource and its body as an audience sees them."""
    ((entry, record),) = district.read(audience).district.of_type(Ressource)
    return record, entry.document.body


def test_links_to_hidden_records_vanish(district: District) -> None:
    """A link to a hidden record is gone from fields; in a text its own words stay, the id does not."""
    district.write("schluesselpersonen/wirtin.md", person("sichtbarkeit: team\n" + consent()))
    district.add(RESSOURCE, "schluesselpersonen: [wirtin]")
    district.replace(
        RESSOURCE, "Wer schrauben", "Frag [[wirtin|am Tresen]] oder [[wirtin]], auch `[[wirtin]]` am [[nordhang]]. Wer"
    )

    record, body = ressource(district, TEAM)
    assert record.schluesselpersonen == ("wirtin",)
    assert "[[wirtin|am Tresen]]" in body

    record, body = ressource(district, KOOPERATION)
    assert record.schluesselpersonen == ()
    assert "Frag am Tresen oder , auch `` am [[nordhang]]. Wer" in body


def test_a_hidden_team_is_not_named(district: District) -> None:
    """A link that every record of a type has is empty where its target is hidden."""
    district.add("teams/team-nord.md", "sichtbarkeit: team")
    assert ressource(district, TEAM)[0].verantwortlich == "team-nord"
    assert ressource(district, KOOPERATION)[0].verantwortlich is None
    assert list(district.read(KOOPERATION).district.of_type(Team)) == []


@pytest.mark.parametrize("text", ["", "---\ntitel: [\n---\n", "---\nsichtbarkeit: team\n---\n"])
def test_what_cannot_be_read_is_hidden(text: str, district: District) -> None:
    """Nobody knows for whom a broken record was; its id is not shown to anyone outside the team."""
    district.write("teams/team-nord.md", text)
    project = district.read(KOOPERATION)
    assert "team-nord" not in repr((project.district.entries, project.graph))
    assert project.diagnostics


def test_everywhere_is_no_record(district: District) -> None:
    """`landkreisweit` is no link, and stays for every audience."""
    district.replace(RESSOURCE, "[nordhang]", "[landkreisweit]")
    district.add(RESSOURCE, "sichtbarkeit: oeffentlich")
    assert ressource(district, OEFFENTLICH)[0].sozialraeume == ("landkreisweit",)


def test_evidence_is_for_the_authority(district: District) -> None:
    """A Bedarfslage shown to partners does not say in which meeting it came up."""
    district.write("beratungen/beratung-1.md", """\
---
titel: Beratung
angelegt_am: 2026-01-15
status: geplant
sichtbarkeit: jobcenter
variante: einzelfall
datum: 2026-07-14
team: team-nord
sozialraeume: [nordhang]
---
""")  # fmt: skip
    district.write("bedarfslagen/bank.md", """\
---
titel: Kein Platz zum Sitzen
angelegt_am: 2026-01-15
status: bestaetigt
sichtbarkeit: kooperation
sozialraeume: [nordhang]
themen: [begegnung]
verantwortlich: team-nord
beschreibung: Auf dem Platz kann man nicht sitzen.
belege: [beratung-1]
---
""")  # fmt: skip
    for audience, belege in [(TEAM, ("beratung-1",)), (JOBCENTER, ("beratung-1",)), (KOOPERATION, ())]:
        ((_entry, lage),) = district.read(audience).district.of_type(Bedarfslage)
        assert lage.belege == belege
    assert list(district.read(KOOPERATION).district.of_type(Beratung)) == []


def test_the_source_text_is_gone(district: District) -> None:
    """Where a field may be withheld, the front matter as it was written is not carried along."""
    for audience in AUDIENCES[1:]:
        assert all(entry.document.front == "" for entry in district.read(audience).district.entries)


def test_the_team_sees_what_was_read(district: District) -> None:
    """Where nothing is hidden from the team, it sees the district as it was read, and everything in it."""
    project = district.read(TEAM)
    assert [entry.id for entry in project.district.entries] == ["nordhang", "team-nord", "fahrradwerkstatt"]
    assert set(project.graph.entries) == {"nordhang", "team-nord", "fahrradwerkstatt"}
