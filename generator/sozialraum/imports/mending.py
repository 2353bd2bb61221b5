"""What can be made of a malformed value without guessing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.diagnostics import Diagnostic, Rule, Severity
from sozialraum.fields.contact import PHONE, POST, WEB, first_mail, first_phone
from sozialraum.fields.times import KIND as HOURS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sozialraum.imports.drafts import Draft
    from sozialraum.imports.values import Value

ZEITEN = Rule(
    "import_zeiten_als_text",
    Severity.HINWEIS,
    "Zeiten lassen sich nicht sicher lesen und bleiben, wie sie in der Quelle stehen.\n\nSie stehen als Text neben der "
    "Angabe, damit nichts verloren geht und nichts geraten wird. Wer sie kennt, trägt sie als `zeiten: Mi 15:00-18:30` "
    "nach.",
)
MEHRERE = Rule(
    "import_mehrere_nummern",
    Severity.HINWEIS,
    "In einer Zelle steht mehr als eine Telefonnummer oder Mailadresse.\n\nÜbernommen wird die erste, ohne Zusätze wie "
    "„(AB)“. Ist eine andere die richtige, im Eintrag ändern.",
)

OHNE_PROTOKOLL = Rule(
    "import_web_ergaenzt",
    Severity.HINWEIS,
    "Eine Webadresse steht ohne `https://` da.\n\nSie wird mit `https://` übernommen. Einmal öffnen zeigt, ob sie stimmt.",
)

RULES = (ZEITEN, MEHRERE, OHNE_PROTOKOLL)

_BARE_HOST = re.compile(r"www\.[^\s@,;]+\Z", re.IGNORECASE)


class Mended(NamedTuple):
    """Fields instead of the malformed one, and what is said about it."""

    felder: Mapping[str, Value]
    diagnostic: Diagnostic


def mend(made: Draft, name: str) -> Mended | None:
    """Return what stands instead of a malformed value, None where it has to be left out."""
    value = made.felder[name]
    if not isinstance(value, str):
        return None
    kind = made.fields[name].kind
    if kind is HOURS and f"{name}_hinweis" in made.fields:
        return _hours(made, name, value)
    if kind is WEB:
        return _web(made, name, value)
    several = first_phone(value) if kind is PHONE else first_mail(value) if kind is POST else None
    return _first(made, name, value, several) if several else None


def _web(made: Draft, name: str, value: str) -> Mended | None:
    if not _BARE_HOST.match(value):
        return None
    message = f"{made.origin(name)}„{value[:60]}“ steht ohne https:// da."
    remedy = f"Übernommen ist https://{value[:60]}; einmal öffnen."
    return Mended({name: f"https://{value}"}, made.finding(OHNE_PROTOKOLL, message, remedy))


def _hours(made: Draft, name: str, value: str) -> Mended:
    """Put hours that nobody can read for certain beside the field, where people still read them."""
    before = made.felder.get(f"{name}_hinweis")
    message = f"{made.origin(name)}„{value[:60]}“ lässt sich nicht sicher als Zeiten lesen."
    remedy = f"Steht als Text in {name}_hinweis; später als {name} eintragen."
    words = f"{value} ({before})" if before else value
    return Mended({f"{name}_hinweis": words}, made.finding(ZEITEN, message, remedy))


def _first(made: Draft, name: str, value: str, several: tuple[str, str]) -> Mended:
    first, rest = several
    message = f"{made.origin(name)}„{value[:60]}“ ist mehr als eine Angabe."
    remedy = f"Übernommen ist {first}" + (f"; dazu gehört noch: {rest[:60]}." if rest else ".")
    return Mended({name: first}, made.finding(MEHRERE, message, remedy))
