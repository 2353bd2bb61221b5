"""Rules across records, where a table or a walk says more than one example."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from districts import HEUTE, RESSOURCE, District, found
from hypothesis import given
from hypothesis import strategies as st
from sozialraum.checks import CHECKS
from sozialraum.fields.dates import add_months, months_between

PERSON = """\
---
titel: Die Wirtin vom Markt
angelegt_am: 2024-01-15
geprueft_am: 2026-06-30
funktion: Wirtin am Markt
rollen: [kennt_alle]
sozialraeume: [nordhang]
kennt_sich_aus_mit: [begegnung]
verantwortlich: team-nord
ansprache_tipp: Montags, wenn zu ist.
anzeige: name
"""
"""The beginning of a key person; what a test adds stands from line 12 on."""


def person(more: str) -> str:
    """Return a key person with more front matter."""
    return f"{PERSON}{more}---\n"


def consent(**changed: str) -> str:
    """Return a right consent, some of it changed, what is "" left out; gueltig_bis stands on line 18."""
    told = {
        "status": "erteilt",
        "am": "2026-01-15",
        "form": "schriftlich",
        "umfang": "[name, funktion]",
        "kreise": "[team, jobcenter]",
        "gueltig_bis": "2028-01-14",
        **changed,
    }
    return "einwilligung:\n" + "".join(f"  {key}: {value}\n" for key, value in told.items() if value)


def codes(district: District, today: date = HEUTE) -> list[str]:
    """Return the codes of everything there is to say."""
    return [each.code for each in district.check(today)]


# Months.


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 3, 31), 6, date(2026, 9, 30)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 5, 15), 0, date(2026, 5, 15)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 6, 30), 240, date(2046, 6, 30)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    """The same day some months later, or the last of the month where it has no such day."""
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("first", "second", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 31), date(2026, 3, 1), 1),
        (date(2026, 1, 15), date(2026, 2, 14), 0),
        (date(2026, 1, 15), date(2026, 2, 15), 1),
        (date(2025, 2, 28), date(2026, 6, 30), 16),
        (date(2024, 2, 29), date(2025, 2, 28), 11),
        (date(2025, 12, 31), date(2026, 1, 1), 0),
        (date(2026, 5, 5), date(2026, 5, 5), 0),
    ],
)
def test_months_passed(first: date, second: date, months: int) -> None:
    """A month is over on the same day of the next; from 31 January to 28 February none has passed."""
    assert months_between(first, second) == months


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 240))
def test_any_months(day: date, months: int) -> None:
    """Adding months lands in the right month, never after the day asked for."""
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


# What grows old.


@pytest.mark.parametrize(
    ("line", "settings", "due"),
    [
        ("geprueft_am: 2025-06-29", "", True),
        ("geprueft_am: 2025-06-30", "", False),
        ("geprueft_am: 2025-12-30\npruefintervall_monate: 6", "", False),
        ("geprueft_am: 2025-12-29\npruefintervall_monate: 6", "", True),
        ("geprueft_am: 2026-03-29", "pruefintervalle: {ressourcen: 3}\n", True),
        ("geprueft_am: 2026-03-30", "pruefintervalle: {ressourcen: 3}\n", False),
        ("geprueft_am: 2025-06-29", "pruefintervalle: {ressourcen: 24}\n", False),
        ("geprueft_am: 2025-06-29\npruefintervall_monate: 24", "pruefintervalle: {ressourcen: 3}\n", False),
    ],
)
def test_review(line: str, settings: str, *, due: bool, district: District) -> None:
    """A review is due the day after the interval: the record's own, else the district's, else twelve months."""
    district.replace(RESSOURCE, "angelegt_am: 2026-01-15\ngeprueft_am: 2026-05-12", f"angelegt_am: 2024-01-15\n{line}")
    if settings:
        district.write("handbuch.yml", f"name: A\ngebiet: B\nbundesland: SH\n{settings}")
    expected = [f"records/{RESSOURCE}:5:14: pruefung_faellig"] if due else []
    assert found(district.check()) == expected


def test_a_record_never_reviewed_counts_from_its_beginning(district: District) -> None:
    """Without a review the day of writing down counts; the message says how long ago and what to write."""
    district.replace(RESSOURCE, "angelegt_am: 2026-01-15\ngeprueft_am: 2026-05-12", "angelegt_am: 2025-02-28")
    (diagnostic,) = district.check()
    assert found([diagnostic]) == [f"records/{RESSOURCE}:4:14: pruefung_faellig"]
    assert diagnostic.message == "Seit 16 Monaten nicht geprüft, vorgesehen sind 12."
    assert diagnostic.remedy.endswith("`sozialraum geprueft fahrradwerkstatt` oder geprueft_am: 2026-06-30.")


def test_one_month_is_said_in_words(district: District) -> None:
    """Where one month has passed, or one is the interval, the sentence says so as people do."""
    district.replace(RESSOURCE, "geprueft_am: 2026-05-12", "geprueft_am: 2026-05-12\npruefintervall_monate: 1")
    assert [each.message for each in district.check()] == ["Zuletzt geprüft vor einem Monat, vorgesehen ist einer."]
    rhythm = "kontaktpflege_monate: 1\nletzter_kontakt: 2026-05-20\n"
    district.write("schluesselpersonen/wirtin.md", person(rhythm))
    assert "Letzter Kontakt vor einem Monat, vorgesehen ist einer." in [each.message for each in district.check()]


def test_the_example_of_a_random_sign_tells_nothing(district: District) -> None:
    """Two consultations of different days get the same example: what a check works out could be worked back."""
    for day in ("2026-03-03", "2026-05-05"):
        district.write(
            f"beratungen/beratung-2026-{day[6]}.md",
            f"---\ntitel: Holz\nstatus: durchgefuehrt\nangelegt_am: {day}\nvariante: einzelfall\ndatum: {day}\n"
            "team: team-nord\nsozialraeume: [nordhang]\n---\n",
        )
    remedies = [each.remedy for each in district.check() if each.code == "zufallskuerzel_fehlt"]
    assert remedies == ["Drei eigene Ziffern ausdenken, zum Beispiel: fall_kuerzel: P-2026-314"] * 2


def test_what_is_over_does_not_grow_old(district: District) -> None:
    """A record that is over needs no review, no way there and nothing recommended."""
    district.replace(RESSOURCE, "status: aktiv", "status: beendet")
    district.replace(RESSOURCE, "zugang_tipp: Einfach mittwochs mit dem Rad vorbeikommen.\n", "")
    district.replace(RESSOURCE, "zeiten: Mi 16:00-19:00\n", "")
    assert codes(district, date(2028, 1, 1)) == []


def test_sozialraeume_do_not_grow_old(district: District) -> None:
    """Places and teams have no interval of their own, but may be given one."""
    assert codes(district, date(2027, 1, 1)) == []
    district.add("teams/team-nord.md", "pruefintervall_monate: 6")
    assert codes(district, date(2027, 1, 1)) == ["pruefung_faellig"]


@pytest.mark.parametrize(("today", "due"), [(date(2026, 3, 15), False), (date(2026, 3, 16), True)])
def test_contact(today: date, *, due: bool, district: District) -> None:
    """Contact is due the day after the months named in the record have passed."""
    more = consent(am="2024-01-15") + "letzter_kontakt: 2026-01-15\nkontaktpflege_monate: 2\n"
    district.write(
        "schluesselpersonen/wirtin.md", person(more).replace("geprueft_am: 2026-06-30\n", "geprueft_am: 2026-03-01\n")
    )
    assert ("kontaktpflege_faellig" in codes(district, today)) is due


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("angelegt_am: 2026-06-30\ngeprueft_am: 2026-06-30", []),
        ("angelegt_am: 2026-07-01\ngeprueft_am: 2026-07-01", ["4:14", "5:14"]),
        ("angelegt_am: 2026-05-12\ngeprueft_am: 2026-05-11", ["5:14"]),
        ("angelegt_am: 2026-05-12\ngeprueft_am: 2026-07-01", ["5:14"]),
    ],
)
def test_days_to_come(line: str, places: list[str], district: District) -> None:
    """What has happened happened at the latest today, and nothing was reviewed before it was written down."""
    district.replace(RESSOURCE, "angelegt_am: 2026-01-15\ngeprueft_am: 2026-05-12", line)
    assert found(district.check()) == [f"records/{RESSOURCE}:{place}: datum_passt_nicht" for place in places]


# Consent.


@pytest.mark.parametrize(
    ("until", "code"),
    [
        ("2026-06-29", ["einwilligung_abgelaufen"]),
        ("2026-06-30", ["einwilligung_laeuft_ab"]),
        ("2026-07-01", ["einwilligung_laeuft_ab"]),
        ("2026-08-29", ["einwilligung_laeuft_ab"]),
        ("2026-08-30", []),
        ("2028-01-14", []),
    ],
)
def test_the_end_of_a_consent(until: str, code: list[str], district: District) -> None:
    """On its last day a consent still holds; sixty days before, it is time to ask again."""
    district.write("schluesselpersonen/wirtin.md", person(consent(gueltig_bis=until)))
    assert found(district.check()) == [f"records/schluesselpersonen/wirtin.md:18:16: {each}" for each in code]


@pytest.mark.parametrize(
    "more",
    [
        "",
        consent(status="angefragt"),
        consent(status="nicht_erforderlich"),
        consent(am=""),
        consent(umfang=""),
        consent(umfang="[funktion]"),
        consent(umfang="[name]"),
        consent(kreise=""),
        consent(gueltig_bis=""),
    ],
)
def test_no_name_without_consent(more: str, district: District) -> None:
    """A name needs a consent that was given, covers name and function, names circles and an end, and still holds."""
    district.write("schluesselpersonen/wirtin.md", person(more))
    assert codes(district) == ["einwilligung_fehlt"]


@pytest.mark.parametrize("more", [consent(widerrufen_am="2026-03-01"), consent(status="widerrufen")])
def test_a_withdrawn_consent_is_said_once(more: str, district: District) -> None:
    """Who withdrew is not asked again: the message says how to erase, and not also that a consent is missing."""
    district.write("schluesselpersonen/wirtin.md", person(more))
    assert codes(district) == ["einwilligung_widerrufen"]


def test_a_function_needs_no_consent(district: District) -> None:
    """Who appears only by function has nothing to consent to, and nothing that runs out."""
    text = person(consent(gueltig_bis="2026-01-01", status="widerrufen")).replace(
        "anzeige: name", "anzeige: nur_funktion"
    )
    district.write("schluesselpersonen/wirtin.md", text)
    assert codes(district) == []


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("2026-08-09", "in 40 Tagen ab (am 9.8.2026)."),
        ("2026-07-02", "in 2 Tagen ab (am 2.7.2026)."),
        ("2026-07-01", "morgen ab (am 1.7.2026)."),
        ("2026-06-30", "heute ab (am 30.6.2026)."),
    ],
)
def test_the_days_left_are_said(until: str, said: str, district: District) -> None:
    """The warning says how many days are left and which is the last, as Germans write days."""
    district.write("schluesselpersonen/wirtin.md", person(consent(gueltig_bis=until)))
    assert district.check()[0].message == f"Die Einwilligung läuft {said}"


def test_names_of_checks_are_codes() -> None:
    """A check's name is its code: a German word in ASCII."""
    assert all(check.__name__.isascii() and check.__name__.islower() for check in CHECKS)
