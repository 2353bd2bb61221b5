"""Contacts for a telephone or a mail program: vCard 3.0 (RFC 2426), which all of them read.

Only what a place says of itself: the functional contact of a Ressource or an
Organisation. Key persons are never exported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import vobject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sozialraum.load.entries import Entry
    from sozialraum.model.contact import Kontakt, Ort
    from sozialraum.project import Project

FOLDERS = ("ressourcen", "organisationen")
"""Types that have a contact of their own."""


def as_vcard(project: Project, entries: Sequence[Entry], *, spoken: bool) -> tuple[bytes, int]:
    """Return one card per record that can be reached or visited."""
    del spoken
    vokabular = project.district.vokabular
    cards = []
    for entry in entries:
        kontakt, ort = getattr(entry.record, "kontakt", None), getattr(entry.record, "ort", None)
        if entry.ordner in FOLDERS and (kontakt or ort):
            words = [vokabular.name("themen", code) for code in getattr(entry.record, "themen", ())]
            cards.append(_card(entry, words, kontakt, ort))
    return "".join(cards).encode(), len(cards)


def _card(entry: Entry, words: Sequence[str], kontakt: Kontakt | None, ort: Ort | None) -> str:
    card = vobject.vCard()
    title = entry.record.titel
    _add(card, "uid", f"{entry.id}@sozialraum-handbuch")
    _add(card, "fn", title)
    _add(card, "n", vobject.vcard.Name(family=title))
    _add(card, "org", [title])
    _add(card, "note", getattr(entry.record, "kurz", None))
    _add(card, "categories", list(words))
    if kontakt:
        _add(card, "title", kontakt.stelle)
        _add(card, "tel", kontakt.telefon and kontakt.telefon.waehlbar, "WORK")
        _add(card, "email", kontakt.email, "INTERNET")
        _add(card, "url", kontakt.web)
    if ort:
        _place(card, ort)
    return str(card.serialize())


def _place(card: Any, ort: Ort) -> None:
    if ort.strasse or ort.ort or ort.plz:
        address = vobject.vcard.Address(street=ort.strasse or "", city=ort.ort or "", code=ort.plz or "")
        _add(card, "adr", address, "WORK")
    if ort.koordinaten:
        _add(card, "geo", f"{ort.koordinaten.lat:.6f};{ort.koordinaten.lon:.6f}")


def _add(card: Any, name: str, value: Any, kind: str = "") -> None:
    if value:
        line = card.add(name)
        line.value = value
        if kind:
            line.type_param = kind
