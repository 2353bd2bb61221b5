"""Every rule that the method lists is carried by a rule of the check, or stands here with the reason why not.

The numbers are those of the list "A consultation record is complete" and of the shorter lists for the other types.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from sozialraum.checks import CHECKS, all_rules
from sozialraum.diagnostics import Severity

LISTED = {
    "KB": (0, 1, 2, 3, *range(10, 16), 20, 21, *range(30, 50), *range(50, 57), 60, 61, 70, 71),
    "TP": range(1, 7),
    "RS": range(1, 7),
    "SP": range(1, 5),
    "BL": range(1, 5),
    "SR": (1,),
    "TM": (1,),
}
"""Kind of rule → its numbers in the method's list."""

NOT_CARRIED = {
    "SP-02": "who consented for a smaller circle is left out of a wider build without a word: that is what was agreed",
    "BL-04": "a Bedarfslage holds no count of cases; what counts cases (the reports) hides small groups itself",
}
"""Number → why no rule carries it."""

LIGHTER = {
    "KB-70": "time alone never turns a change red; the record leaves the build on its day",
    "SP-03": "time alone never turns a change red; the person leaves the build on that day",
}
"""Number listed as Fehler → why the rule is a Warnung."""


WRONG_EXAMPLES = {
    "Nummer der Bedarfsgemeinschaft, Rentenversicherungsnummer": "personenkennung",
    "Name mit Alter und Kindern": "personenname",
    "Beratung ohne Moderation": "rolle_fehlt",
    "Beratung mit drei Phasen": "schritte_fehlen",
    "Dauer fehlt": "dauer_fehlt",
    "Beratung zu einem Vorhaben ohne Vereinbarung": "ueberpruefung_fehlt",
    "PKB ohne Einwilligung": "einwilligung_der_person_fehlt",
    "Schlüsselperson mit Namen, ohne Einwilligung": "einwilligung_fehlt",
    "Einwilligung abgelaufen": "einwilligung_abgelaufen",
    "Ressource mit Zielgruppe": "zielgruppe",
    "Protokoll mit acht Fragen": "frage_fehlt",
    "Sprung von der Idee in die Umsetzung": "status_uebersprungen",
    "Einzelfall nennt einen kleinen Ort": "sozialraum_zu_klein",
}
"""The wrong records of the sample district's plan → the rule whose example folder shows them."""


def carried() -> dict[str, set[Severity]]:
    """Return the numbers that rules carry, with the weights of those rules."""
    found: dict[str, set[Severity]] = {}
    for rule in all_rules():
        for number in rule.regel.split(", ") if rule.regel else ():
            found.setdefault(number, set()).add(rule.severity)
    return found


def listed() -> set[str]:
    """Return every number of the method's list."""
    return {f"{kind}-{number:02}" for kind, numbers in LISTED.items() for number in numbers}


def test_no_number_is_forgotten() -> None:
    """Each number is carried by a rule, or has its reason above."""
    assert listed() - set(carried()) == {*NOT_CARRIED}


def test_no_number_is_made_up() -> None:
    """A rule carries only numbers that the list has."""
    assert set(carried()) <= listed()


@pytest.mark.parametrize("number", sorted(LIGHTER))
def test_time_alone_is_no_fehler(number: str) -> None:
    """What the list calls a Fehler and only time can bring about is a Warnung here, with its reason."""
    assert carried()[number] == {Severity.WARNUNG}


def test_a_number_says_when_it_counts() -> None:
    """Every rule about a consultation or a meeting says for which variants and from which status on it counts."""
    silent = [
        check.__name__
        for check, row in CHECKS.items()
        if row.regel.startswith(("KB-1", "KB-3", "KB-4", "TP")) and not row.gilt
    ]
    assert silent == []


@pytest.mark.parametrize("code", WRONG_EXAMPLES.values())
def test_the_planned_mistakes_are_examples(code: str) -> None:
    """Each mistake that the plan of the sample district names lies in a folder of its own, for one rule."""
    folder = Path(__file__).parent / "records" / "falsch" / code
    assert (folder / "erwartet.txt").is_file()
