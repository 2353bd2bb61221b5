"""Where the forge begins a new record."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from sozialraum.model.handbuch import Plattform

if TYPE_CHECKING:
    from sozialraum.model.handbuch import Handbuch

_NEW = {
    Plattform.gitlab: "{adresse}/-/new/{zweig}?file_name={pfad}",
    Plattform.github: "{adresse}/new/{zweig}?filename={pfad}&value={text}",
    Plattform.forgejo: "{adresse}/_new/{zweig}?filename={pfad}&value={text}",
    Plattform.gitea: "{adresse}/_new/{zweig}?filename={pfad}&value={text}",
}
"""Where each forge opens a new file; GitLab takes its name, but nothing to put into it."""


def new_link(settings: Handbuch, name: str, text: str) -> str:
    """Return where the forge opens a new record `name`, with `text` in it where that is possible; "" without a forge."""
    ablage = settings.ablage
    if ablage.plattform not in _NEW or not ablage.adresse:
        return ""
    return _NEW[ablage.plattform].format(
        adresse=ablage.adresse.rstrip("/"),
        zweig=quote(ablage.zweig),
        pfad=quote(f"{ablage.ordner.strip('/')}/{name}"),
        text=quote(text, safe=""),
    )
