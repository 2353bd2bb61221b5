"""What a reader may propose on a page, and the address where that is done.

Inside the authority people change records in the forge, or write to the
handbook's own mailbox where there is none. Readers outside only report
mistakes, by mail: the forge is no place they could enter, or should know of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from sozialraum.audience import CASEWORK
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.model.describe import Form, felder
from sozialraum.model.ressource import Ressource, Ressourcenstatus
from sozialraum.site.forge import edit_address, issue_address, mail_address, new_address
from sozialraum.site.form_editor import form_of, has_forms, new_form
from sozialraum.source.write import front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.load.entries import Entry
    from sozialraum.model.handbuch import Handbuch

FIRST_STATUS = Ressourcenstatus.neu_entdeckt
ENTRY_PAGE = "eintragen.html"
NEW_FILE = "ressourcen/name-des-angebots.md"
"""The file of a new record before it has a name."""


class Weg(NamedTuple):
    """One thing a reader can do."""

    name: str
    url: str


class Anliegen(NamedTuple):
    """What a report says: the label of its link, and the text behind „Datei: …“."""

    name: str
    text: str


ARCHIVIEREN = Anliegen(
    "Archivieren", "Seit wann, und macht es Pause oder ist es zu Ende?\n\nWas gibt es stattdessen?\n"
)
FEHLER = Anliegen("Fehler melden", "Was stimmt nicht, und was ist richtig?\n\n")


def ways_for_record(entry: Entry, settings: Handbuch, audience: Sichtbarkeit) -> tuple[Weg, ...]:
    """Return what can be done about one record; nothing where nobody could be reached."""
    if not audience.in_house:
        return _reachable([_mail(FEHLER, entry, settings)])
    return _reachable(_inside(entry, settings, audience))


def way_to_new(settings: Handbuch, audience: Sichtbarkeit, **given: str) -> str:
    """Return where a new Ressource is begun with the words given, from a page one folder deep.

    "" where this audience begins none.
    """
    if has_forms(settings, audience):
        return new_form(Ressource.typ.ordner, **given)
    return f"../{ENTRY_PAGE}?{urlencode({'was': 'neu', **given})}" if audience.in_house else ""


def way_to_change(entry: Entry, settings: Handbuch, audience: Sichtbarkeit) -> str:
    """Return where a record is changed, from a page one folder deep: in a form, in the forge, or by mail; "" for none."""
    form = form_of(entry) if has_forms(settings, audience) else ""
    return form or edit_address(settings.ablage, _path(entry)) or _mail(FEHLER, entry, settings).url


def draft_address(settings: Handbuch) -> str:
    """Return where a new Ressource is begun without the form: in the forge, or by mail; "" for neither."""
    text = draft()
    return new_address(settings.ablage, NEW_FILE, text) or (
        mail_address(settings.email, "Neuer Eintrag", text) if settings.email else ""
    )


def draft() -> str:
    """Return a Ressource with every required field, still blank."""
    blank = {each.name: [] if each.form is Form.LISTE else "" for each in felder(Ressource) if each.pflicht}
    return f"---\n{front_matter({**blank, 'status': FIRST_STATUS})}---\n"


def _inside(entry: Entry, settings: Handbuch, audience: Sichtbarkeit) -> Iterator[Weg]:
    if entry.ordner not in CASEWORK and not entry.record.ist_beendet:
        proof = f"&nachweis={entry.fakten}" if entry.fakten else ""
        yield Weg("Stimmt noch", f"../{ENTRY_PAGE}?was=pruefen&eintrag={entry.ordner}/{entry.id}{proof}")
    yield Weg("Ändern", way_to_change(entry, settings, audience))
    if entry.record.typ.beendet and not entry.record.ist_beendet:
        yield _report(ARCHIVIEREN, entry, settings)
    yield _report(FEHLER, entry, settings)


def _report(what: Anliegen, entry: Entry, settings: Handbuch) -> Weg:
    url = issue_address(settings.ablage, _subject(what, entry), _body(what, entry))
    return Weg(what.name, url) if url else _mail(what, entry, settings)


def _mail(what: Anliegen, entry: Entry, settings: Handbuch) -> Weg:
    if not settings.email:
        return Weg(what.name, "")
    return Weg(what.name, mail_address(settings.email, _subject(what, entry), _body(what, entry)))


def _subject(what: Anliegen, entry: Entry) -> str:
    """Return what a report is called; the title of a consultation does not travel by mail."""
    return f"{what.name}: {entry.id if entry.ordner in CASEWORK else entry.record.titel}"


def _body(what: Anliegen, entry: Entry) -> str:
    return f"Datei: {_path(entry)}\n\n{what.text}"


def _path(entry: Entry) -> str:
    return f"{entry.ordner}/{entry.id}.md"


def _reachable(ways: Iterator[Weg] | list[Weg]) -> tuple[Weg, ...]:
    return tuple(way for way in ways if way.url)
