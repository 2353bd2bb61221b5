"""Pages of evaluations, agreements and meetings: for whom they are, and what they never say."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from districts import District
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook
from site_builds import HEUTE, REPOSITORY, Handbook, built, copy_of_sample
from sozialraum.editing.changes import compare
from sozialraum.editing.summary import summary_of
from sozialraum.exports.formats import EXPORTS, export
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.model import RECORD_TYPES
from sozialraum.project import check, read
from sozialraum.reports import REPORTS, reports_for
from sozialraum.reports.report import Bild, Tabelle, Verdeckt, Verweis
from sozialraum.reports.vereinbarungen import Schritt
from sozialraum.reports.writing import FORMATS
from sozialraum.site.calendar import _calendar, _events
from sozialraum.site.pictures import drawn
from sozialraum.site.tables import MOST_ROWS, shown_tables

pytest_plugins = ("site_fixtures",)

KUERZEL = re.compile(r"\b(?:FM-\d|K\d|N-\d)\b")


def test_every_evaluation_has_a_page(team_sample: Handbook) -> None:
    """The team finds each evaluation under „Auswertungen“, with its tables and its name on the command line."""
    listed = [link.href for link in team_sample.page("auswertungen/index.html").links]
    for report in REPORTS:
        assert f"{report.name}.html" in listed
        page = team_sample.page(f"auswertungen/{report.name}.html")
        assert page.headings[0].text == report.titel
        assert f"sozialraum report {report.name}" in page.text


def test_a_build_without_casework_says_so(sample: Handbook) -> None:
    """Where an audience has no consultations, their evaluations do not pretend that there are none."""
    assert "gehören nicht zu dieser Ausgabe" in sample.page("auswertungen/moegliche-bedarfslagen.html").text
    assert "gehören nicht zu dieser Ausgabe" in sample.page("vereinbarungen/team-stadt.html").text
    assert "gehören nicht zu dieser Ausgabe" in sample.page("teams/team-stadt--sitzung.html").text
    assert "gehören nicht zu dieser Ausgabe" not in sample.page("auswertungen/luecken.html").text


def test_a_build_without_casework_states_nothing_about_it(sample: Handbook) -> None:
    """„Nichts ist offen.“ nobody could know there: no page and no search says so, no calendar is empty, no minutes begin."""
    assert not [name for name in sample.files() if b"Nichts ist offen." in (sample.site / name).read_bytes()]
    assert not [name for name in sample.files() if name.endswith(".ics")]
    assert "Kalender" not in [each.text for each in sample.page("vereinbarungen/team-stadt.html").headings]
    meeting = sample.page("teams/team-stadt--sitzung.html")
    assert "Protokoll beginnen" not in meeting.text
    assert [each.text for each in meeting.headings if each.level == 2][:3] == [
        "Neu seit der letzten Sitzung",
        "Vorhaben und ihr nächster Schritt",
        "Zu prüfen",
    ]


def test_pictures_are_named_and_have_their_table(team_sample: Handbook) -> None:
    """A picture has a title and a description that name it; the same figures stand in a table below."""
    html = (team_sample.site / "auswertungen/luecken.html").read_text("utf-8")
    svg = html.index('<svg class="sr-bild"')
    found = re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', html[svg:])
    assert found
    assert f'<title id="{found[1]}">Ressourcen</title>' in html
    assert f'<desc id="{found[2]}">' in html
    assert '<table class="sr-zahlen">' in html[html.index("</svg>", svg) :]


def test_a_picture_shows_empty_and_hidden_fields() -> None:
    """Nothing, little, much and hidden are told apart by form and words, not by colour alone."""
    table = Tabelle("Probe", ("Thema", "Hier", "Da", "Dort"), (("Wohnen", 0, 8, Verdeckt("< 5")),), bild=Bild.RASTER)
    picture = drawn(table, "p")
    assert picture
    assert [(field.text, field.art) for field in picture.felder] == [("0", "leer"), ("8", "voll"), ("< 5", "verdeckt")]


def test_a_long_table_is_cut_and_says_so() -> None:
    """A page shows as much of a table as one reads, and says how much is left."""
    rows = tuple((f"Zeile {number}", number) for number in range(MOST_ROWS + 7))
    (shown,) = shown_tables([Tabelle("Probe", ("Was", "Zahl"), rows)], {})
    assert (len(shown.zeilen), shown.weitere) == (MOST_ROWS, 7)


def test_agreements_of_a_team(team_sample: Handbook) -> None:
    """A team's page has what is open and what is done, and the calendar to subscribe to."""
    page = team_sample.page("vereinbarungen/team-stadt.html")
    assert "Schreibt mit der Diakonie auf, was geteilt wird und was nicht" in page.text
    assert "team-stadt.ics" in [link.href for link in page.links]


def test_the_calendar_is_read_back(team_sample: Handbook) -> None:
    """Another program finds each open agreement on its day, and the day it is looked at again."""
    calendar = Calendar.from_ical((team_sample.site / "vereinbarungen/team-land.ics").read_bytes())
    events = [(str(each["summary"]), each["dtstart"].dt.isoformat()) for each in calendar.walk("VEVENT")]
    said = "Bespricht mit der Gemeinde, was die ersten Wochen gezeigt haben"
    assert {(said, "2026-07-15"), (f"Überprüfung: {said}", "2026-07-21")} <= {*events}
    assert len({str(each["uid"]) for each in calendar.walk("VEVENT")}) == len(events)


@given(st.text(), st.text(), st.integers(1, 99))
def test_no_text_breaks_a_calendar(was: str, titel: str, number: int) -> None:
    """Whatever an agreement says, it is one event, and its words come back as they were."""
    from datetime import date

    step = Schritt(date(2026, 7, 1), Verweis("sitzung", titel), number, "team-nord", was, "offen", "", None)
    text = _calendar("Probe", _events([step], "probe", {"sitzung": date(2026, 6, 1)}))
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert event["dtstart"].dt == date(2026, 7, 1)
    assert event["dtstamp"].dt.date() == date(2026, 6, 1)
    assert _calendar("Probe", _events([step], "probe", {"sitzung": date(2026, 6, 1)})) == text


def test_the_meeting_page(team_sample: Handbook) -> None:
    """All a team needs for its meeting is on one page, with the last answers beside the nine questions."""
    page = team_sample.page("teams/team-land--sitzung.html")
    headings = [heading.text for heading in page.headings]
    assert next(text for text in headings if re.match(r"\d\. ", text)).startswith("1. Was ist mir aktuell aufgefallen")
    assert len([text for text in headings if re.match(r"\d\. ", text)]) == 9
    latest = max((team_sample.base / "records/protokolle").glob("team-land-*.md"))
    answers = re.findall(r"^ +- text: (.+)$", latest.read_text("utf-8"), re.MULTILINE)
    assert answers
    assert not [answer for answer in answers if answer.strip("\"'") not in page.text]
    assert "Offene Vereinbarungen" in headings
    begin = next(link.href for link in page.links if link.text == "Protokoll beginnen")
    assert begin == (
        "https://git.example.org/auental/handbuch/-/new/main/records/protokolle?file_name=team-land-2026-06-30.md"
    )
    assert "team-land--sitzung.html" in [link.href for link in team_sample.page("teams/team-land.html").links]


def test_the_meeting_page_goes_on_with_open_minutes(team_sample: Handbook) -> None:
    """Minutes that somebody has begun are gone on with, not begun again; the last meeting is the one that is over."""
    page = team_sample.page("teams/team-stadt--sitzung.html")
    links = {link.text: link.href for link in page.links}
    assert "Zuletzt: Teamsitzung Stadt am 26. Mai 2026 · Angefangen: Teamsitzung Stadt am 30. Juni 2026" in page.text
    assert links["Protokoll weiterschreiben"].endswith("/edit/main/records/protokolle/team-stadt-2026-06-30.md")
    assert "Protokoll beginnen" not in page.text
    assert "Nichts hat sich geändert" not in page.text
    last, now = "Der Gemeinschaftsgarten hat noch drei freie Beete.", "Die Bücherei öffnet im Sommer schon um neun."
    assert f"{last} Für dieses Mal notiert: {now}" in page.text


def test_a_consultation_about_a_person_names_the_month(team_sample: Handbook) -> None:
    """The day of such a consultation stands nowhere on its page; the day of an agreement does."""
    page = team_sample.page("beratungen/beratung-2026-001.html")
    assert "März 2026" in page.text
    assert "17. März 2026" not in page.text
    assert "27. März 2026" in page.text
    news = (team_sample.site / "neu/index.html").read_text("utf-8")
    assert not re.search(r"beratung-2026-001\.html[^\n]*17\. März", news)
    assert "2026-03-17" not in news
    assert "21. April 2026" in team_sample.page("beratungen/beratung-2026-002.html").text


def test_a_vorhaben_shows_what_was_agreed(team_sample: Handbook) -> None:
    """What consultations about a Vorhaben agreed on stands on its page."""
    page = team_sample.page("vorhaben/sprechstunde-moorwinkel.html")
    assert "Vereinbart mit der Gemeinde Zimmer, Schlüssel und Zeiten" in page.text


def test_a_vorhaben_follows_its_consultations(own: Handbook) -> None:
    """A build that keeps unchanged pages makes that of a Vorhaben anew when its consultation agrees on something else."""
    built(own, audience="team")
    own.replace("records/beratungen/beratung-2026-002.md", "Vereinbart mit der Gemeinde Zimmer", "Klärt Birnenkuchen")
    built(own, audience="team")
    assert "Klärt Birnenkuchen" in own.page("vorhaben/sprechstunde-moorwinkel.html").text


def test_a_bedarfslage_shows_its_evidence(team_sample: Handbook) -> None:
    """Its page lists by day where it came up and what was said there; a round counts with what came of it."""
    page = team_sample.page("bedarfslagen/bus-moorwinkel-abends.html")
    shown = page.text[page.text.index("Wo es zur Sprache kam") :]
    days = ["10. März 2026: Teamsitzung Land", "21. April 2026: Teamsitzung Land", "12. Mai 2026: Teamsitzung Land"]
    assert sorted(days, key=shown.index) == days
    assert "Unterwegs auf dem Land" in shown


def test_a_bedarfslage_shows_its_course(team_sample: Handbook) -> None:
    """Beside evidence and answers its page says by day how the team went on with it, and what it lacks."""
    page = team_sample.page("bedarfslagen/bus-moorwinkel-abends.html")
    shown = page.text[page.text.index("So ging es weiter") :]
    steps = ["möglich 10. März 2026", "im Team beraten 21. April 2026", "bestätigt 12. Mai 2026"]
    assert sorted(steps, key=shown.index) == steps
    assert "weitergeleitet 13. Mai 2026" in shown
    assert "Bisher keine Antwort vor Ort" in team_sample.page("bedarfslagen/treffpunkt-jung-seebrueck.html").text


def test_a_bedarfslage_follows_its_evidence(own: Handbook) -> None:
    """A build that keeps unchanged pages makes that of a Bedarfslage anew when its meeting said something else."""
    built(own, audience="team")
    page = own.page("bedarfslagen/bus-moorwinkel-abends.html")
    minutes = (own.base / "records/protokolle/team-land-2026-03-10.md").read_text("utf-8")
    said = next(text for text in re.findall(r"text: (.+)", minutes) if text in page.text)
    own.replace("records/protokolle/team-land-2026-03-10.md", said, "Abends ist Birnenkuchen unterwegs.")
    built(own, audience="team")
    assert "Abends ist Birnenkuchen unterwegs." in own.page("bedarfslagen/bus-moorwinkel-abends.html").text


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The sample district with a word of its own for each Dienstkürzel, so that it is found anywhere."""
    handbook = copy_of_sample(tmp_path_factory.mktemp("kuerzel"))
    for file in (handbook.base / "records").rglob("*.md"):
        text = KUERZEL.sub(lambda found: f"kuerzelx{found[0].replace('-', '').lower()}x", file.read_text("utf-8"))
        file.write_text(text, "utf-8")
    return handbook


RECORDS = re.compile(r"^(?:beratungen|protokolle|vorhaben|teams)/[a-z0-9-]+\.html$")


@pytest.mark.parametrize("audience", list(Sichtbarkeit))
def test_nothing_groups_by_a_person(renamed: Handbook, tmp_path: Path, audience: Sichtbarkeit) -> None:
    """A Dienstkürzel stands on the page of the record that names it, as a word among others, and nowhere else.

    No list, evaluation, calendar, search entry or file name has one; on a
    record's page none is a heading, heads a row or is a place one can link to.
    """
    site = Handbook(tmp_path)
    shutil.copytree(renamed.base, tmp_path, dirs_exist_ok=True)
    built(site, audience=str(audience), despite_errors=True)
    for name in site.files():
        content = (site.site / name).read_bytes().decode("utf-8", "replace")
        assert "kuerzelx" not in name
        if "kuerzelx" not in content:
            continue
        assert RECORDS.match(name), name
        assert not name.endswith("--sitzung.html")
        assert not re.search(r'<(?:h[1-6]|title|caption)[^>]*>[^<]*kuerzelx|<th scope="row">kuerzelx', content), name
        assert not re.search(r'(?:id|href|name)="[^"]*kuerzelx', content), name


@pytest.mark.parametrize("audience", list(Sichtbarkeit))
def test_no_evaluation_names_a_person(renamed: Handbook, audience: Sichtbarkeit) -> None:
    """No evaluation in any form, for any audience, contains a Dienstkürzel."""
    project = read(renamed.base / "records", HEUTE, audience)
    for report in reports_for(audience):
        tables = [*report.tables(project)]
        assert not [form for form in FORMATS.values() if "kuerzelx" in form(report, tables)]


def test_evaluations_fit_a_terminal() -> None:
    """As text no table of up to six columns is wider than 80 characters, only commands are, and no word is lost."""
    project = read(REPOSITORY / "records", HEUTE, Sichtbarkeit.team)
    for report in REPORTS:
        tables = [table for table in report.tables(project) if len(table.spalten) <= 6]
        text = FORMATS["text"](report, tables)
        assert not [line for line in text.splitlines() if len(line) > 80 and ": sozialraum " not in line]
        cells = [cell for table in tables for row in table.zeilen for cell in row if isinstance(cell, str)]
        assert {word for cell in cells for word in re.split(r"\s|(?<=-)", cell)} <= {"", *re.split(r"\s|(?<=-)", text)}


def test_every_evaluation_of_the_sample_has_something_to_say() -> None:
    """In the sample district each evaluation has rows, and those that count consultations have a figure among the hidden."""
    project = read(REPOSITORY / "records", HEUTE, Sichtbarkeit.team)
    for report in REPORTS:
        tables = [*report.tables(project)]
        assert any(table.zeilen for table in tables), report.name
        hiding = [table for table in tables if any(isinstance(cell, Verdeckt) for row in table.zeilen for cell in row)]
        for table in hiding:
            assert any(isinstance(cell, int) for row in table.zeilen for cell in row), table.titel


@pytest.mark.parametrize("audience", list(Sichtbarkeit))
@pytest.mark.parametrize("form", [name for name, each in EXPORTS.items() if not each.binary])
def test_no_export_groups_by_a_person(renamed: Handbook, audience: Sichtbarkeit, form: str) -> None:
    """An export has the records in the order of their files, and a Dienstkürzel at most inside one of the team's own."""
    project = read(renamed.base / "records", HEUTE, audience)
    for ordner in RECORD_TYPES:
        content, count = export(project, form, [ordner])
        text = content.decode("utf-8", "replace")
        if count and "kuerzelx" in text:
            assert audience is Sichtbarkeit.team
            assert ordner in ("beratungen", "protokolle", "vorhaben", "teams")
            assert not re.search(r'^"?kuerzelx|"kuerzelx\w*"\s*:', text, re.MULTILINE)
            ids = [entry.id for entry in project.district.entries if entry.ordner == ordner]
            assert [text.index(id_) for id_ in ids] == sorted(text.index(id_) for id_ in ids)


@pytest.mark.parametrize("audience", list(Sichtbarkeit))
def test_no_workbook_groups_by_a_person(renamed: Handbook, audience: Sichtbarkeit) -> None:
    """In a workbook no sheet, no heading and no first cell of a row is a Dienstkürzel; outside the team there is none."""
    content, count = export(read(renamed.base / "records", HEUTE, audience), "xlsx")
    found = []
    for sheet in load_workbook(BytesIO(content)) if count else ():
        assert "kuerzelx" not in sheet.title
        for row, cells in enumerate(sheet.iter_rows(values_only=True)):
            hits = [column for column, cell in enumerate(cells) if "kuerzelx" in str(cell)]
            assert not hits or (row > 0 and hits[0] > 0)
            found += [sheet.title for _hit in hits]
    assert bool(found) == (audience is Sichtbarkeit.team)


def test_no_preview_names_a_person(renamed: Handbook, district: District) -> None:
    """What a merge request is told about new records, a whole district of them, names no Dienstkürzel."""
    before, after = check(district.records, HEUTE), check(renamed.base / "records", HEUTE)
    assert "kuerzelx" not in summary_of(compare(before, after))


def test_the_sample_has_kuerzel_to_find() -> None:
    """The tests above look for something that is there."""
    assert KUERZEL.search((REPOSITORY / "records/beratungen/beratung-2026-001.md").read_text("utf-8"))
