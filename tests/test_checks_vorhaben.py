"""The course of a Vorhaben: the status machine, and what each status needs (domain: gate conditions)."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from districts import District, found
from hypothesis import given
from hypothesis import strategies as st

PATH = "vorhaben/lesebank.md"
HEAD = """\
---
titel: Lesebank auf dem Markt
kurz: Eine Bank, auf der man lesen kann.
angelegt_am: 2025-01-15
sozialraeume: [nordhang]
themen: [begegnung]
verantwortlich: team-nord
"""
"""The beginning of a Vorhaben; what a test adds stands from line 8 on."""

RASTER = {
    "eingebracht_von": "[Fallmanagement]",
    "anlass": "Auf dem Platz gibt es keinen Ort zum Sitzen.",
    "interessen_vor_ort": "Am Markttag sagten mehrere, sie würden gern länger bleiben.",
    "idee": "Eine Bank mit einem Bücherfach.",
    "vorhandene_ressourcen": "Der Leseclub hat Bücher übrig.",
    "bisher_gelungen": "Ein Bücherkorb beim Bäcker.",
    "vorhabentyp": "dauerhaft",
    "aufmerksamkeitsrichtung": "Wer könnte sich um das Fach kümmern?",
}
"""What a Vorhaben answers from `eingabereif` on."""

BERATUNG = """\
---
titel: Beratung zur Lesebank
status: {status}
angelegt_am: 2025-03-10
variante: vorhaben
datum: 2025-07-14
team: team-nord
sozialraeume: [nordhang]
vorhaben: lesebank
{more}---
"""
STEP = "naechste_schritte: [{was: Bank bestellen, wer: AB, bis: 2025-09-01}]\n"

WAY = ["idee", "eingabereif", "in_beratung", "vereinbart", "in_umsetzung", "abgeschlossen"]
"""The regular course; verstetigt may follow in_umsetzung in place of abgeschlossen."""

Step = tuple[str, str]
"""A status, and the reason for it or ""."""


def verlauf(steps: list[Step]) -> str:
    """Return the course of a Vorhaben, one day per step; step n stands on line 8 + n of the record."""
    first = date(2025, 1, 15)
    lines = [
        f"  - {{status: {status}, am: {first + timedelta(days=day)}" + (f", grund: {grund}}}" if grund else "}")
        for day, (status, grund) in enumerate(steps)
    ]
    return "\n".join(["verlauf:", *lines]) + "\n"


def skipped(steps: list[Step]) -> list[int]:
    """Return which steps of a course are said to skip something."""
    with tempfile.TemporaryDirectory() as folder:
        district = District.minimal(Path(folder))
        district.write(PATH, f"{HEAD}{verlauf(steps)}status: {steps[-1][0]}\n---\n")
        return [each.span.line - 9 for each in district.check() if each.code == "status_uebersprungen"]


@st.composite
def allowed_walks(draw: st.DrawFn) -> list[Step]:
    """Walk along the arrows of the status machine (domain.md 3.5)."""
    walk: list[Step] = [("idee", "")]
    here = "idee"
    for _ in range(draw(st.integers(0, 12))):
        ways: list[list[Step]] = []
        position = WAY.index(here)
        if position + 1 < len(WAY):
            ways.append([(WAY[position + 1], "")])
        if here != "abgeschlossen":
            ways.append([("ruht", "Kein Geld"), (here, "")])
            ways += [[(WAY[back], "Es fehlte etwas")] for back in range(position)]
            ways.append([("verworfen", "Niemand wollte es")])
        if here == "in_umsetzung":
            ways.append([("verstetigt", "")])
        if not ways:
            break
        walk += draw(st.sampled_from(ways))
        here = walk[-1][0]
        if here not in WAY:
            break
    return walk


@given(allowed_walks())
def test_no_step_of_an_allowed_walk_is_a_skip(walk: list[Step]) -> None:
    """Any walk along the arrows, with a reason wherever one is needed, skips nothing."""
    assert skipped(walk) == []


@given(st.integers(0, 5), st.integers(0, 5))
def test_every_jump_ahead_is_a_skip(start: int, end: int) -> None:
    """From the regular course one step ahead is allowed; any jump is named where it lands, and nothing else."""
    if end <= start:
        start, end = end, start
    walk = [(status, "") for status in [*WAY[: start + 1], WAY[end]]]
    assert skipped(walk) == ([start + 1] if end - start > 1 else [])


@pytest.mark.parametrize(
    ("walk", "skips"),
    [
        ([("eingabereif", "")], [0]),
        ([("ruht", "Kein Geld"), ("idee", "")], [0]),
        ([("idee", ""), ("verstetigt", "")], [1]),
        ([("idee", ""), ("eingabereif", ""), ("idee", "")], [2]),
        ([("idee", ""), ("eingabereif", ""), ("idee", "Zu früh")], []),
        ([("idee", ""), ("ruht", "")], [1]),
        ([("idee", ""), ("ruht", "Kein Geld"), ("in_beratung", "")], [2]),
        ([("idee", ""), ("verworfen", "")], [1]),
        ([("idee", ""), ("verworfen", "Unnötig"), ("idee", "Doch nötig")], [2]),
        ([*((each, "") for each in WAY), ("in_umsetzung", "")], [6]),
        ([*((each, "") for each in WAY[:5]), ("verstetigt", ""), ("in_umsetzung", "Weiter")], [6]),
        ([("idee", ""), ("vereinbart", ""), ("abgeschlossen", "")], [1, 2]),
    ],
)
def test_wrong_turns(walk: list[Step], skips: list[int]) -> None:
    """Wrong beginnings, steps without their reason and ways out of an end are named, each where it stands."""
    assert skipped(walk) == skips


def test_the_message_names_the_next_step(tmp_path: Path) -> None:
    """Who skips is told what comes next, in words people read."""
    district = District.minimal(tmp_path)
    district.write(PATH, f"{HEAD}{verlauf([('idee', ''), ('in_beratung', '')])}status: in_beratung\n---\n")
    (skip,) = (each for each in district.check() if each.code == "status_uebersprungen")
    assert skip.message == "Nach „Idee“ kommt „bereit für die Eingabe“, nicht „in Beratung“."


def heard(district: District, status: str, answers: dict[str, str], steps: list[Step]) -> list[str]:
    """Return what is missing of the Vorhaben itself, as code and last word of the message."""
    front = "".join(f"{key}: {value}\n" for key, value in answers.items())
    district.write(PATH, f"{HEAD}{verlauf(steps)}status: {status}\n{front}---\n")
    said = [each for each in district.check() if each.span.path == f"records/{PATH}"]
    return [f"{each.code} {each.message.rsplit(' ', 1)[1]}" for each in said]


@pytest.mark.parametrize("missing", RASTER)
def test_the_raster(missing: str, district: District) -> None:
    """From `eingabereif` on each question of the Raster needs its answer; an idea needs none of them."""
    steps = [("idee", ""), ("eingabereif", "")]
    answers = {key: value for key, value in RASTER.items() if key != missing}
    assert heard(district, "eingabereif", RASTER, steps) == []
    assert heard(district, "eingabereif", answers, steps) == [f"angabe_fehlt_fuer_status ({missing})"]
    assert heard(district, "idee", {}, steps[:1]) == []


def test_resources_may_be_links(district: District) -> None:
    """What there is already may be told in words or by links to records."""
    answers = {key: value for key, value in RASTER.items() if key != "vorhandene_ressourcen"}
    answers["ressourcen"] = "[fahrradwerkstatt]"
    assert heard(district, "eingabereif", answers, [("idee", ""), ("eingabereif", "")]) == []


MARKS = {"auswertung": "{woran_merken_wir: Es sitzt jemand da.}"}
RESULTS = {"auswertung": "{woran_merken_wir: Es sitzt jemand da., ergebnis: a, gelungen: b, gelernt: c}"}
BEGIN = {"beginn": "2025-09-01"}
REST = {"wiedervorlage": "2026-09-01", "grund": "Kein Geld"}


@pytest.mark.parametrize(
    ("steps", "answers", "missing"),
    [
        (WAY[:4], {}, ["auswertung.woran_merken_wir"]),
        (WAY[:4], MARKS, []),
        (WAY[:5], MARKS, ["beginn"]),
        (WAY[:5], {**MARKS, **BEGIN}, []),
        (WAY, {**MARKS, **BEGIN}, ["auswertung.ergebnis", "auswertung.gelungen", "auswertung.gelernt"]),
        (WAY, {**RESULTS, **BEGIN}, []),
        ([*WAY[:5], "verstetigt"], {**MARKS, **BEGIN}, ["entstandene_ressource"]),
        ([*WAY[:5], "verstetigt"], {**MARKS, **BEGIN, "entstandene_ressource": "fahrradwerkstatt"}, []),
        ([*WAY[:2], "ruht"], {}, ["wiedervorlage", "grund"]),
        ([*WAY[:2], "ruht"], REST, []),
        ([*WAY[:5], "ruht"], {**MARKS, **REST}, ["beginn"]),
    ],
)
def test_gates(steps: list[str], answers: dict[str, str], missing: list[str], district: District) -> None:
    """Each status needs what the statuses before it needed, and its own; one that rests, those of where it rests."""
    district.write("beratungen/zur-lesebank.md", BERATUNG.format(status="abgeschlossen", more=STEP))
    walk = [(status, "Kein Geld" if status == "ruht" else "") for status in steps]
    assert heard(district, steps[-1], {**RASTER, **answers}, walk) == [
        f"angabe_fehlt_fuer_status ({name})" for name in missing
    ]


def test_a_discarded_one_owes_its_reason_only(district: District) -> None:
    """Who discards a Vorhaben says why, and need not finish the Raster."""
    steps = [("idee", ""), ("eingabereif", ""), ("verworfen", "Niemand wollte es")]
    assert heard(district, "verworfen", {}, steps) == ["angabe_fehlt_fuer_status (grund)"]
    assert heard(district, "verworfen", {"grund": "Niemand wollte es"}, steps) == []


@pytest.mark.parametrize(
    ("status", "beratungen", "missing"),
    [
        ("eingabereif", [], False),
        ("in_beratung", [], True),
        ("in_beratung", [("geplant", "")], False),
        ("vereinbart", [("geplant", "")], True),
        ("vereinbart", [("geplant", STEP)], True),
        ("vereinbart", [("durchgefuehrt", "")], True),
        ("vereinbart", [("durchgefuehrt", STEP)], False),
        ("vereinbart", [("abgeschlossen", STEP)], False),
        ("vereinbart", [("geplant", ""), ("durchgefuehrt", STEP)], False),
    ],
)
def test_consultations(status: str, beratungen: list[tuple[str, str]], *, missing: bool, district: District) -> None:
    """From `in_beratung` on a consultation is planned; from `vereinbart` on it was held and agreed a step."""
    for number, (held, more) in enumerate(beratungen):
        district.write(f"beratungen/lesebank-{number}.md", BERATUNG.format(status=held, more=more))
    walk = [(each, "") for each in WAY[: WAY.index(status) + 1]]
    codes = {each.split()[0] for each in heard(district, status, {**RASTER, **MARKS}, walk)}
    assert codes == ({"beratung_fehlt"} if missing else set())


def test_a_consultation_that_cannot_be_read_is_not_missed(district: District) -> None:
    """Where a consultation has a mistake of its own, its Vorhaben does not say that it has none."""
    district.write("beratungen/lesebank-0.md", BERATUNG.format(status="geplannt", more=""))
    walk = [(each, "") for each in WAY[:3]]
    assert heard(district, "in_beratung", RASTER, walk) == []
    assert [each.code for each in district.check()] == ["wort_nicht_in_auswahl"]


def test_the_course_and_the_status(district: District) -> None:
    """The course ends with today's status, and runs from the oldest change to the newest."""
    course = "verlauf:\n  - {status: idee, am: 2025-02-01}\n  - {status: eingabereif, am: 2025-01-31}\n"
    district.write(PATH, f"{HEAD}{course}status: idee\n---\n")
    assert found(district.check()) == [
        f"records/{PATH}:10:5: verlauf_passt_nicht",
        f"records/{PATH}:10:31: verlauf_passt_nicht",
    ]
