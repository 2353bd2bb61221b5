"""The rules by what they are about, for people who look one up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sozialraum import vocabulary
from sozialraum.checks import (
    CHECKS,
    agreements,
    all_rules,
    completeness,
    consent,
    course,
    days,
    discretion,
    language,
    links,
    meetings,
    needs,
    personal_rules,
    phases,
    places,
    plans,
    renewal,
    roles,
    upkeep,
    vorhaben,
    will,
)
from sozialraum.load import contacts, folder, settings, validate
from sozialraum.source import document, text, yaml_problems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from sozialraum.diagnostics import Rule


class Subject(NamedTuple):
    """What some rules are about, and where they stand."""

    id: str
    titel: str
    modules: tuple[ModuleType, ...]


SUBJECTS = (
    Subject("datei", "Datei und Kopf", (text, document, yaml_problems, folder)),
    Subject("angaben", "Angaben und Wörter", (validate, vocabulary, completeness)),
    Subject("verweise", "Verweise und Orte", (links, places)),
    Subject("pflege", "Prüfen und pflegen", (upkeep, renewal)),
    Subject("menschen", "Schutz von Menschen", (personal_rules,)),
    Subject("wortwahl", "Wortwahl", (language,)),
    Subject("schluesselpersonen", "Schlüsselpersonen", (consent, contacts)),
    Subject("bedarfslagen", "Bedarfslagen", (needs,)),
    Subject("vorhaben", "Vorhaben", (vorhaben, course)),
    Subject("beratungen", "Beratungen", (days, roles, phases, will, agreements, plans, discretion)),
    Subject("teamsitzungen", "Teamsitzungen", (meetings,)),
    Subject("einstellungen", "Einstellungen", (settings,)),
)
"""In the order in which a record comes into being: first the file, then what it says."""


def rules_by_subject() -> Iterator[tuple[Subject, tuple[Rule, ...]]]:
    """Yield every subject with its rules, those of the method's own list first, by their numbers."""
    rules = {rule.code: rule for rule in all_rules()}
    for subject in SUBJECTS:
        files = {module.__name__ for module in subject.modules}
        codes = [rule.code for module in subject.modules for rule in getattr(module, "RULES", ())]
        codes += [check.__name__ for check in CHECKS if check.__module__ in files]
        yield subject, tuple(sorted((rules[code] for code in codes), key=lambda rule: (not rule.regel, rule.regel)))
