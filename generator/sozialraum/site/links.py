"""Addresses inside the handbook and to the place where a record is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from sozialraum.model.handbuch import Plattform

if TYPE_CHECKING:
    from sozialraum.load.entries import Entry
    from sozialraum.model.handbuch import Handbuch

_EDIT = {
    Plattform.gitlab: "{adresse}/-/edit/{zweig}/{pfad}",
    Plattform.github: "{adresse}/edit/{zweig}/{pfad}",
    Plattform.forgejo: "{adresse}/_edit/{zweig}/{pfad}",
    Plattform.gitea: "{adresse}/_edit/{zweig}/{pfad}",
}
"""Where each forge opens a file for editing."""


def page_of(entry: Entry) -> str:
    """Return the page of a record, from the site's root."""
    return f"{entry.ordner}/{entry.id}.html"


def from_section(page: str) -> str:
    """Return the address of a page as seen from any page one folder deep."""
    return f"../{page}"


def edit_link(entry: Entry, settings: Handbuch) -> str:
    """Return where the record itself is changed: the forge's editor, a mail, or "" for neither."""
    ablage = settings.ablage
    name = entry.document.path.split("/", 1)[1]
    if ablage.plattform in _EDIT and ablage.adresse:
        path = quote(f"{ablage.ordner.strip('/')}/{name}")
        return _EDIT[ablage.plattform].format(adresse=ablage.adresse.rstrip("/"), zweig=quote(ablage.zweig), pfad=path)
    if settings.email:
        return f"mailto:{settings.email}?subject={quote(f'Handbuch: {entry.record.titel} ({name})')}"
    return ""
