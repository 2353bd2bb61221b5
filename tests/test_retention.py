"""What is to be erased leaves every build on its day, and its file when somebody says so."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from sozialraum import project
from sozialraum.cli import main
from sozialraum.editing.removal import carry_out, plan_removal
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.load.entries import read_district
from sozialraum.retention import fristen

if TYPE_CHECKING:
    from districts import District

BERATUNG = """\
---
titel: Beratung
status: {status}
angelegt_am: 2026-01-20
variante: {variante}
datum: 2026-01-20
team: team-nord
sozialraeume: [landkreisweit]
{mehr}---
"""
PERSON = """\
---
titel: Wirtin
status: aktiv
angelegt_am: 2026-01-20
funktion: Wirtin
rollen: [bruecke]
sozialraeume: [nordhang]
kennt_sich_aus_mit: [begegnung]
verantwortlich: team-nord
anzeige: {anzeige}
letzter_kontakt: 2026-02-01
einwilligung:
  status: erteilt
  am: 2026-01-20
  umfang: [name, funktion]
  kreise: [jobcenter]
  gueltig_bis: {bis}
---
"""
ENDED = """\
---
titel: Nachtbus
status: beendet
angelegt_am: 2025-01-15
geprueft_am: 2026-03-31
kurz: Fuhr nachts.
sozialraeume: [nordhang]
themen: [mobilitaet]
verantwortlich: team-nord
art: [infrastrukturell]
herkunft: professionell
format: fahrdienst_mobilitaet
kosten: gering
---
"""


def day_of(district: District, id_: str) -> str | None:
    read, _found = read_district(district.records)
    frist = fristen(read).get(id_)
    return frist.ab.isoformat() if frist else None


@pytest.mark.parametrize(
    ("status", "variante", "more", "day"),
    [
        ("durchgefuehrt", "einzelfall", "", "2027-01-20"),
        ("abgeschlossen", "einzelfall", "", "2026-07-20"),
        ("abgeschlossen", "pkb", "rueckkopplung:\n  am: 2026-02-28\n", "2026-08-28"),
        ("abgeschlossen", "einzelfall", "rueckkopplung:\n  am: 2026-12-01\n", "2027-01-20"),
        ("durchgefuehrt", "einzelfall", "loeschen_ab: 2026-05-01\n", "2026-05-01"),
        ("durchgefuehrt", "einzelfall", "loeschen_ab: 2029-05-01\n", "2027-01-20"),
        ("durchgefuehrt", "vorhaben", "", None),
    ],
)
def test_consultations(district: District, status: str, variante: str, more: str, day: str | None) -> None:
    """Six months after the end, twelve at the longest; an earlier day of its own counts, a later one does not."""
    district.write("beratungen/beratung.md", BERATUNG.format(status=status, variante=variante, mehr=more))

    assert day_of(district, "beratung") == day


@pytest.mark.parametrize(
    ("anzeige", "until", "day"),
    [("name", "2026-08-09", "2026-08-10"), ("name", "2028-12-31", "2028-02-01"), ("nur_funktion", "2026-08-09", None)],
)
def test_key_persons(district: District, anzeige: str, until: str, day: str | None) -> None:
    """The day after the consent ends, or 24 months without contact; a mere function is nobody's data."""
    district.write("schluesselpersonen/wirtin.md", PERSON.format(anzeige=anzeige, bis=until))

    assert day_of(district, "wirtin") == day


def test_what_is_over(district: District) -> None:
    """24 months after somebody last saw that it is over; the months can be set."""
    district.write("ressourcen/nachtbus.md", ENDED)
    assert day_of(district, "nachtbus") == "2028-03-31"

    settings = (district.records / "handbuch.yml").read_text("utf-8")
    district.write("handbuch.yml", f"{settings}loeschfristen:\n  ressourcen: 3\n")
    assert day_of(district, "nachtbus") == "2026-06-30"


@pytest.mark.parametrize(("today", "there"), [(date(2028, 3, 30), True), (date(2028, 3, 31), False)])
def test_no_build_shows_it_from_its_day_on(district: District, today: date, *, there: bool) -> None:
    """On the day itself the record is gone from every audience's build, though its file still lies there."""
    district.write("ressourcen/nachtbus.md", ENDED)

    for audience in Sichtbarkeit:
        if audience.rank <= Sichtbarkeit.kooperation.rank:
            assert ("nachtbus" in project.read(district.records, today, audience).graph.entries) is there


def test_a_removed_record_leaves_no_mention(district: District) -> None:
    """Its id goes from lists, single values, groups and texts of all others, from code too; every other line stays."""
    district.write("ressourcen/nachtbus.md", ENDED)
    before = PERSON.format(anzeige="nur_funktion", bis="2028-01-01")
    district.write(
        "schluesselpersonen/wirtin.md", f"{before}\nFrüher kam der [[nachtbus]], sagt sie, [[nachtbus|spät]].\n"
    )
    district.write(
        "bedarfslagen/abends.md",
        "---\n# ein Merksatz\ntitel: Abends kein Bus\nstatus: moeglich\nangelegt_am: 2026-01-20\nsozialraeume: [nordhang]\n"
        "themen: [mobilitaet]\nverantwortlich: team-nord\nbeschreibung: Es fährt nichts.\n"
        "vorhandene_ressourcen: [nachtbus, fahrradwerkstatt]\n---\n",
    )
    district.write("netzwerke/runde.md", "kaputt")
    district.replace("ressourcen/fahrradwerkstatt.md", "Wer schrauben", "Wer `[[nachtbus]]` schrauben")

    read, _found = read_district(district.records)
    removal = plan_removal(read, district.records, ["nachtbus"])
    carry_out(removal, district.records)

    assert removal.deleted == ("ressourcen/nachtbus.md",)
    assert not (district.records / "ressourcen/nachtbus.md").exists()
    text = (district.records / "schluesselpersonen/wirtin.md").read_text("utf-8")
    assert text == f"{before}\nFrüher kam der Nachtbus, sagt sie, spät.\n"
    abends = (district.records / "bedarfslagen/abends.md").read_text("utf-8")
    assert "# ein Merksatz\ntitel: Abends kein Bus\n" in abends
    assert abends.endswith("vorhandene_ressourcen: [fahrradwerkstatt]\n---\n")
    assert "Wer `Nachtbus` schrauben" in (district.records / "ressourcen/fahrradwerkstatt.md").read_text("utf-8")
    assert (district.records / "netzwerke/runde.md").read_text("utf-8") == "kaputt"


def run(district: District, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["loeschen", *arguments, "--records", str(district.records)])
    return done.exit_code, done.output


def test_the_command_shows_first(district: District) -> None:
    """Without --ausfuehren nothing happens; with it the file is gone."""
    district.write("ressourcen/nachtbus.md", ENDED)
    day = ("--heute", "2028-04-01")

    code, shown = run(district, "--faellig", *day)
    assert code == 0
    assert "nachtbus (fällig seit 2028-03-31, 24 Monate nach dem Ende)" in shown
    assert "löscht    ressourcen/nachtbus.md" in shown
    assert "Nichts verändert." in shown
    assert (district.records / "ressourcen/nachtbus.md").exists()

    assert run(district, "--faellig", "--ausfuehren", *day)[0] == 0
    assert not (district.records / "ressourcen/nachtbus.md").exists()
    assert run(district, "--faellig", *day) == (0, "Kein Eintrag ist zu löschen.\n")


def test_a_place_to_turn_to_is_taken_out_by_hand(district: District) -> None:
    """Where the words of an emergency name a record that goes, that is said before the next check does."""
    district.write("ressourcen/nachtbus.md", ENDED)
    entry = 'name: Feuer, rat: Raus, nummern: ["112: Feuerwehr"], saetze: [brennt], orte: [nachtbus]'
    district.write("vokabular/notfall.yml", f"feuer: {{{entry}}}\n")

    assert "von Hand  vokabular/notfall.yml:" in run(district, "nachtbus")[1]
    assert "von Hand" not in run(district, "fahrradwerkstatt")[1]


def test_records_with_errors_are_to_be_looked_at(district: District) -> None:
    """A record that cannot be read and names what goes is told, in fields as in its text; one that does not is not."""
    district.write("ressourcen/nachtbus.md", ENDED)
    district.write("netzwerke/runde.md", "---\ntitel: Runde\nmitglieder: [nachtbus\n---\n")
    district.write("netzwerke/kreis.md", "Am Abend hilft der [[nachtbus|Bus]].\n")
    district.write("netzwerke/tisch.md", "Der nachtbus-alt fährt nicht mehr.\n")

    shown = run(district, "nachtbus")[1]
    assert re.findall("nachsehen (.*?):", shown) == ["netzwerke/kreis.md", "netzwerke/runde.md"]


@pytest.mark.parametrize(("arguments", "answer"), [((), "--faellig"), (("gibtsnicht",), "gibt es nicht")])
def test_a_wrong_call_is_refused(district: District, arguments: tuple[str, ...], answer: str) -> None:
    """Nothing to erase is named, or something that is not there."""
    code, output = run(district, *arguments)

    assert code == 2
    assert answer in output


def test_the_evaluation_names_what_is_to_be_erased(district: District) -> None:
    """What has left the build stands in `report loeschfristen` by id and reason, for the team alone; nothing else of it."""
    district.write("ressourcen/nachtbus.md", ENDED)

    said = {audience: _evaluation(district, audience) for audience in ("team", "jobcenter")}

    assert "31.3.2028  nachtbus" in said["team"]
    assert "Nachtbus" not in said["team"]
    assert "nachtbus" not in said["jobcenter"]


def _evaluation(district: District, audience: str) -> str:
    day = ("--heute", "2028-04-01", "--fuer", audience)
    return CliRunner().invoke(main, ["report", "loeschfristen", *day, "--records", str(district.records)]).output
