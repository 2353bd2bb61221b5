"""Evaluations say what the records say, by place and team, and suggest without deciding."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from click.testing import CliRunner, Result
from districts import HEUTE, RESSOURCE, District
from hypothesis import given
from hypothesis import strategies as st
from sozialraum.cli import main
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.reports import REPORTS, reports_for
from sozialraum.reports.quarters import Quartal, closed_quarters
from sozialraum.reports.report import Report, Tabelle
from sozialraum.reports.writing import as_csv

PROTOKOLL = """\
---
titel: Teamsitzung am {tag}
angelegt_am: {tag}
team: team-nord
datum: {tag}
moderation: K1
protokoll: K2
anwesend_anzahl: 6
ausgangslage: [a]
top_einzelfallunspezifisch:
  dauer_minuten: 20
  aergert:
    - text: Im Laden an der Ecke hängt ein Schild, am {tag} schon wieder.
      themen: [umwelt_raum]
{ort}
  nichts_neues: ja
---
"""

BERATUNG = """\
---
titel: Wie kommt man zum Kurs?
status: abgeschlossen
angelegt_am: {tag}
variante: vorhaben
datum: {tag}
team: team-nord
sozialraeume: [nordhang]
themen: [mobilitaet]
dauer_minuten: 40
rollen:
  moderation: K1
  falleinbringend: [K2]
  beratende: [K3, K4]
fragestellung: Wie kommt man zum Kurs?
ressourcen: [fahrradwerkstatt]
naechste_schritte:
  - {{was: Fragt im Verein nach, wer: K2, bis: {bis}}}
---
"""


PERSON = "variante: einzelfall"
COUNTED, PLANNED, FORGOTTEN = (
    "Für einzelne Menschen genannt, 1. Quartal 2026",
    "In Beratungen zu Vorhaben genannt",
    "Woran bei Vorhaben noch niemand gedacht hat",
)
"""What the evaluation of named resources consists of."""


def sitting(district: District, tag: str, ort: str = "") -> None:
    """Write the minutes of one meeting; a team with one place needs not name it."""
    district.write(f"protokolle/sitzung-{tag}.md", PROTOKOLL.format(tag=tag, ort=f"      {ort}" if ort else ""))


def tables(district: District, name: str, audience: str = "team", today: date = HEUTE) -> dict[str, Tabelle]:
    """Return the tables of one evaluation by title."""
    chosen = next(each for each in REPORTS if each.name == name)
    return {table.titel: table for table in chosen.tables(district.read(Sichtbarkeit(audience), today))}


def run(district: District, *arguments: str) -> Result:
    options = ["--records", str(district.records), "--heute", HEUTE.isoformat()]
    return CliRunner().invoke(main, [*arguments, *options], catch_exceptions=False)


def test_quarters_that_are_over() -> None:
    """On the last day of June the second quarter still runs; on the next it is over."""
    assert closed_quarters(date(2026, 6, 30), 2) == (Quartal(2025, 4), Quartal(2026, 1))
    assert closed_quarters(date(2026, 7, 1), 1) == (Quartal(2026, 2),)
    assert (Quartal(2025, 4).first, Quartal(2025, 4).last) == (date(2025, 10, 1), date(2025, 12, 31))
    assert str(Quartal(2026, 1)) == "1. Quartal 2026"


def test_three_meetings_make_a_suggestion(district: District) -> None:
    """A topic in three different meetings of six months is suggested for its place, with everything that was said."""
    for tag in ("2026-01-20", "2026-03-03"):
        sitting(district, tag)
    assert "Vorschläge" in tables(district, "moegliche-bedarfslagen")
    sitting(district, "2026-05-12", "sozialraum: nordhang")
    found = tables(district, "moegliche-bedarfslagen")["Öffentlicher Raum in Nordhang"]
    assert [row[0] for row in found.zeilen] == [date(2026, 1, 20), date(2026, 3, 3), date(2026, 5, 12)]
    assert found.zeilen[0][2] == "Im Laden an der Ecke hängt ein Schild, am 2026-01-20 schon wieder."
    assert found.weiter[0] == ("Bestätigen", "sozialraum new bedarfslage --aus-vorschlag umwelt_raum/nordhang")


def test_what_is_too_old_counts_no_more(district: District) -> None:
    """Half a year after the first meeting only two are left."""
    for tag in ("2026-01-20", "2026-03-03", "2026-05-12"):
        sitting(district, tag)
    assert "Vorschläge" in tables(district, "moegliche-bedarfslagen", today=date(2026, 7, 20))


def test_twice_in_one_meeting_is_once(district: District) -> None:
    """Meetings are counted, not mentions."""
    for tag in ("2026-03-03", "2026-05-12"):
        sitting(district, tag)
    district.replace(
        "protokolle/sitzung-2026-05-12.md",
        "  nichts_neues: ja",
        "  weiteres: [{text: Noch einmal das Schild., themen: [umwelt_raum]}]\n  nichts_neues: ja",
    )
    assert "Vorschläge" in tables(district, "moegliche-bedarfslagen")


@pytest.mark.parametrize("choice", [(), ("--status", "verworfen", "--grund", "Der Laden ist längst vermietet.")])
def test_a_decision_ends_a_suggestion(district: District, choice: tuple[str, ...]) -> None:
    """Confirmed or set aside with a reason: the suggestion is gone from then on, and the record is right."""
    for tag in ("2026-01-20", "2026-03-03", "2026-05-12"):
        sitting(district, tag)
    done = run(district, "new", "bedarfslage", "--aus-vorschlag", "umwelt_raum/nordhang", *choice)
    assert done.exit_code == 0, done.output
    assert "Vorschläge" in tables(district, "moegliche-bedarfslagen")
    text = (district.records / "bedarfslagen/oeffentlicher-raum-in-nordhang.md").read_text("utf-8")
    assert "belege: [sitzung-2026-01-20, sitzung-2026-03-03, sitzung-2026-05-12]" in text
    assert f"verlauf:\n  - status: {choice[1] if choice else 'bestaetigt'}\n    am: 2026-06-30\n" in text
    found = [each.code for each in district.check() if "/bedarfslagen/" in each.span.path]
    assert {*found} <= {"empfohlenes_fehlt"}


def test_setting_aside_needs_a_reason(district: District) -> None:
    """Without a reason nothing is written."""
    for tag in ("2026-01-20", "2026-03-03", "2026-05-12"):
        sitting(district, tag)
    done = run(district, "new", "bedarfslage", "--aus-vorschlag", "umwelt_raum/nordhang", "--status", "verworfen")
    assert done.exit_code == 2
    assert "--grund" in done.output
    assert not (district.records / "bedarfslagen").exists()


def test_a_suggestion_that_is_none(district: District) -> None:
    """A wrong name is answered with those there are; other types have no suggestions."""
    assert run(district, "new", "bedarfslage", "--aus-vorschlag", "wohnen/nordhang").output.endswith(
        "gibt es keinen.\n"
    )
    assert run(district, "new", "ressource", "--aus-vorschlag", "wohnen/nordhang").exit_code == 2


def test_agreements_by_team_and_day(district: District) -> None:
    """What is overdue comes first, what is done last; who does it is not said."""
    for number, bis in enumerate(("2026-08-01", "2026-06-01", "2026-07-01"), 1):
        district.write(f"beratungen/beratung-{number}.md", BERATUNG.format(tag="2026-05-05", bis=bis))
    district.replace(
        "beratungen/beratung-3.md", "bis: 2026-07-01}", "bis: 2026-07-01, status: erledigt, ergebnis: Ja.}"
    )
    rows = tables(district, "vereinbarungen")["Team Nord"].zeilen
    assert [(row[0], row[1], row[4]) for row in rows] == [
        (date(2026, 6, 1), "überfällig", None),
        (date(2026, 8, 1), "offen", None),
        (date(2026, 7, 1), "erledigt", "Ja."),
    ]
    assert "K2" not in run(district, "report", "vereinbarungen", "--format", "json").output


def test_complete_or_not(district: District) -> None:
    """Without Fehler a consultation is complete; a file nobody can read is not, and only the team hears of it."""
    district.write("beratungen/beratung-1.md", BERATUNG.format(tag="2026-05-05", bis="2026-07-01"))
    district.write("beratungen/beratung-2.md", "---\ntitel: Nur ein Titel\n---\n")
    district.replace("beratungen/beratung-1.md", "status: abgeschlossen", "status: entwurf")
    found = tables(district, "unvollstaendige-beratungen")
    assert [row[0] for row in found["Unvollständig"].zeilen] == ["beratung-2"]
    assert "status" in str(found["Unvollständig"].zeilen[0][2]).lower()
    assert tables(district, "unvollstaendige-beratungen", "jobcenter")["Unvollständig"].zeilen == ()


def test_empty_cells_of_the_gap_matrix_are_there(district: District) -> None:
    """Every topic and every place has a cell, also where nothing is; not every district is a Landkreis."""
    found = tables(district, "luecken")
    assert found["Ressourcen"].spalten[-1] == "Für alle Orte"
    rows = {row[0]: row[1:] for row in found["Ressourcen"].zeilen}
    assert rows["Unterwegs sein"] == (1, 0)
    assert rows["Wohnen"] == (0, 0)
    assert {row[0]: row[1:] for row in found["Anteil aus der Lebenswelt"].zeilen}["Unterwegs sein"] == ("100 %", None)


def test_hours_are_those_of_whole_teams(district: District) -> None:
    """Six people for twenty minutes are two hours; those of a single consultation are nobody's business."""
    sitting(district, "2026-02-03")
    district.write("beratungen/beratung-1.md", BERATUNG.format(tag="2026-02-05", bis="2026-07-01"))
    rows = tables(district, "zeitaufwand")["Stunden im 1. Quartal 2026"].zeilen
    assert [row[1:] for row in rows][2] == ("einzelfallunspezifisch", ("< 5",), 2, None)


def consultation(district: District, number: int, tag: str, *changes: tuple[str, str]) -> None:
    """Write one consultation, brought in by a colleague of its own."""
    text = BERATUNG.format(tag=tag, bis="2026-07-01").replace("falleinbringend: [K2]", f"falleinbringend: [K{number}]")
    for old, new in changes:
        text = text.replace(old, new)
    district.write(f"beratungen/beratung-{number}.md", text)


def test_written_down_late_counts_late(district: District) -> None:
    """A consultation of February that is written down in May changes no figure of the first quarter."""
    for number in range(6):
        consultation(district, number, "2026-02-05", ("variante: vorhaben", PERSON))
    before = tables(district, "genannte-ressourcen")[COUNTED]
    assert [row[1] for row in before.zeilen] == [("verdeckt",), ("< 5",), 6]
    late = ("angelegt_am: 2026-02-05", "angelegt_am: 2026-05-05")
    consultation(district, 9, "2026-02-05", ("variante: vorhaben", PERSON), late)
    assert tables(district, "genannte-ressourcen")[COUNTED] == before


@pytest.mark.parametrize("number", range(1, 5))
def test_once_looks_like_never(district: District, number: int) -> None:
    """What fewer than five consultations named for people stands nowhere: not how often, and not whether at all."""
    chosen = next(each for each in REPORTS if each.name == "genannte-ressourcen")
    before = as_csv(chosen, [*chosen.tables(district.read(Sichtbarkeit.team))])
    for each in range(number):
        consultation(district, each, "2026-02-05", ("variante: vorhaben", PERSON))
    assert as_csv(chosen, [*chosen.tables(district.read(Sichtbarkeit.team))]) == before


def test_what_was_named_for_a_vorhaben(district: District) -> None:
    """A resource that a consultation about a Vorhaben named stands with it, all others in the list of those to think of."""
    text = (district.records / RESSOURCE).read_text("utf-8").replace("Offene Fahrradwerkstatt", "Leseclub")
    district.write("ressourcen/leseclub.md", text)
    district.write("vorhaben/radtag.md", "---\ntitel: Ein Tag für Räder\nstatus: idee\nangelegt_am: 2026-02-03\n"
                   "sozialraeume: [nordhang]\nthemen: [mobilitaet]\nverantwortlich: team-nord\n---\n")  # fmt: skip
    consultation(district, 1, "2026-02-05", ("variante: vorhaben", "variante: vorhaben\nvorhaben: radtag"))
    found = tables(district, "genannte-ressourcen")
    assert [(str(row[1].titel), row[2]) for row in found[PLANNED].zeilen] == [
        ("Offene Fahrradwerkstatt", "Ein Tag für Räder")
    ]
    assert [str(row[1].titel) for row in found[FORGOTTEN].zeilen] == ["Leseclub"]


def test_casework_stays_inside() -> None:
    """No evaluation of Beratungen or Protokolle exists for anyone outside the Jobcenter."""
    for audience in (Sichtbarkeit.kooperation, Sichtbarkeit.oeffentlich):
        assert not [each.name for each in reports_for(audience) if each.casework]
    assert {each.name for each in reports_for(Sichtbarkeit.oeffentlich)} == {"mitmachen"}


@pytest.mark.parametrize("audience", ["kooperation", "oeffentlich"])
def test_outside_not_even_a_count(district: District, audience: str) -> None:
    """The cooperation's evaluations are the same with and without consultations and minutes."""
    shared = reports_for(Sichtbarkeit(audience))
    before = [[*each.tables(district.read(Sichtbarkeit(audience)))] for each in shared]
    for tag in ("2026-01-20", "2026-02-03", "2026-03-03"):
        sitting(district, tag)
        district.write(f"beratungen/beratung-{tag}.md", BERATUNG.format(tag=tag, bis="2026-07-01"))
    assert [[*each.tables(district.read(Sichtbarkeit(audience)))] for each in shared] == before


def test_the_list_of_evaluations(district: District) -> None:
    """Without a name the command lists what there is, one line each; a wrong name is answered with the same."""
    listed = run(district, "report")
    assert [line.split()[0] for line in listed.output.splitlines()] == [each.name for each in REPORTS]
    wrong = run(district, "report", "kontaktpflege", "--fuer", "kooperation")
    assert wrong.exit_code == 2
    assert "luecken" in wrong.output


def test_as_json(district: District) -> None:
    """JSON has rows by column, with ids where a record is meant."""
    found = json.loads(run(district, "report", "verwaiste-eintraege", "--format", "json").output)
    row = {"Art": "Ressource", "Eintrag": {"id": "fahrradwerkstatt", "titel": "Offene Fahrradwerkstatt"}}
    assert found["tabellen"][0]["zeilen"] == [{**row, "Gepflegt von": "Team Nord"}]


@pytest.mark.parametrize("name", [each.name for each in REPORTS])
@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_every_evaluation_of_an_empty_district(district: District, name: str, form: str) -> None:
    """Nothing to say is said, in every form."""
    done = run(district, "report", name, "--format", form)
    assert done.exit_code == 0
    assert done.output.strip()


def test_no_formula_reaches_a_spreadsheet(district: District) -> None:
    """A title that a spreadsheet would run arrives as text."""
    district.replace(RESSOURCE, "titel: Offene Fahrradwerkstatt", 'titel: "=HYPERLINK(1)"')
    rows = [
        *csv.reader(
            io.StringIO(run(district, "report", "verwaiste-eintraege", "--format", "csv").output), delimiter=";"
        )
    ]
    assert rows[1] == ["Worauf nichts verweist", "Ressource", "'=HYPERLINK(1)", "Team Nord"]


@given(st.text(), st.text())
def test_no_cell_is_a_formula(title: str, text: str) -> None:
    """Whatever stands in a record, no cell of the CSV begins like a formula, and none breaks out of its field."""
    report = Report("probe", "Probe", "", lambda _project: iter(()))
    table = Tabelle(title, ("Eins", "Zwei"), ((text, title),))
    written = as_csv(report, [table]).removeprefix("\ufeff")
    rows = [*csv.reader(io.StringIO(written, newline=""), delimiter=";")]
    assert [len(row) for row in rows] == [3, 3]
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]
