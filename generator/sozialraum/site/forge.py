"""Where a forge edits a file, begins a new one and takes a report: one row in FORGES each.

What a reader wrote or a record says goes into an address only percent-encoded.
Servers and mail programs refuse long addresses, so what does not fit is left
out: an address without its content still leads to the right place.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from sozialraum.model.handbuch import Plattform

if TYPE_CHECKING:
    from sozialraum.model.handbuch import Ablage

LONGEST_ADDRESS = 7500
"""Characters; nginx, which most forges stand behind, reads a request line of 8,192 bytes."""
LONGEST_MAIL = 1900
"""Characters; Windows hands a mail program an address of at most 2,048."""


class Forge(NamedTuple):
    """How one forge spells its addresses, `{…}` stands for what is filled in; "" for what it cannot take."""

    edit: str
    new: str
    """Without content."""
    content: str
    """Behind `new`, where the forge takes the text of a new file."""
    issue: str
    body: str
    """Behind `issue`, the text of a report."""


_GITEA = Forge(
    edit="{adresse}/_edit/{zweig}/{ordner}/{datei}",
    new="{adresse}/_new/{zweig}/{ordner}?filename={datei}",
    content="&value={inhalt}",
    issue="{adresse}/issues/new?title={titel}",
    body="&body={text}",
)

FORGES: dict[Plattform, Forge] = {
    Plattform.gitlab: Forge(
        edit="{adresse}/-/edit/{zweig}/{ordner}/{datei}",
        new="{adresse}/-/new/{zweig}/{ordner}?file_name={datei}",
        content="",
        issue="{adresse}/-/issues/new?issue%5Btitle%5D={titel}",
        body="&issue%5Bdescription%5D={text}",
    ),
    Plattform.github: Forge(
        edit="{adresse}/edit/{zweig}/{ordner}/{datei}",
        new="{adresse}/new/{zweig}/{ordner}?filename={datei}",
        content="&value={inhalt}",
        issue="{adresse}/issues/new?title={titel}",
        body="&body={text}",
    ),
    Plattform.forgejo: _GITEA,
    Plattform.gitea: _GITEA,
}
"""Every forge that has addresses; `keine` has none."""


@lru_cache
def forge_of(ablage: Ablage) -> Forge | None:
    """Return the forge of a district, its own address and branch filled in; None where it has none."""
    forge = FORGES.get(ablage.plattform)
    if forge is None or not ablage.adresse:
        return None
    root = {"{adresse}": ablage.adresse.rstrip("/"), "{zweig}": quote(ablage.zweig)}
    return Forge(*(_replaced(each, root) for each in forge))


def edit_address(ablage: Ablage, path: str) -> str:
    """Return where a record's file is edited, `path` from the folder of records; "" without a forge."""
    forge = forge_of(ablage)
    return _filled(forge.edit, **_file(ablage, path)) if forge else ""


def new_address(ablage: Ablage, path: str, content: str) -> str:
    """Return where a file is begun, with its content where the forge takes it and it fits; "" without a forge."""
    forge = forge_of(ablage)
    if forge is None:
        return ""
    empty = _filled(forge.new, **_file(ablage, path))
    return fitting(empty, empty + _filled(forge.content, inhalt=content), LONGEST_ADDRESS)


def issue_address(ablage: Ablage, title: str, body: str) -> str:
    """Return where a report is written, its text filled in where it fits; "" without a forge."""
    forge = forge_of(ablage)
    if forge is None:
        return ""
    empty = _filled(forge.issue, titel=title)
    return fitting(empty, empty + _filled(forge.body, text=body), LONGEST_ADDRESS)


def mail_address(email: str, subject: str, body: str) -> str:
    """Return the address of a mail (RFC 6068) with its text where it fits; lines end with CR LF there."""
    empty = f"mailto:{quote(email, safe='@')}?subject={quote(subject, safe='')}"
    text = quote(body.replace("\n", "\r\n"), safe="")
    return fitting(empty, f"{empty}&body={text}", LONGEST_MAIL)


def told(ablage: Ablage, email: str) -> dict[str, Any]:
    """Return what a script needs to make the same addresses (assets/adressen.js)."""
    forge = forge_of(ablage)
    return {
        "schmiede": forge._asdict() if forge else None,
        "ordner": ablage.ordner.strip("/"),
        "email": email,
        "laengste": LONGEST_ADDRESS,
        "laengsteMail": LONGEST_MAIL,
    }


def fitting(empty: str, full: str, most: int) -> str:
    """Return the full address where it is short enough."""
    return full if len(full) <= most else empty


def _file(ablage: Ablage, path: str) -> dict[str, str]:
    folder, _, name = f"{ablage.ordner.strip('/')}/{path}".lstrip("/").rpartition("/")
    return {"ordner": folder, "datei": name}


def _filled(template: str, **values: str) -> str:
    """Return a template with its values, encoded; only folders keep their slashes."""
    encoded = {
        f"{{{name}}}": quote(value) if name == "ordner" else "%0A".join(map(_encoded, value.split("\n")))
        for name, value in values.items()
    }
    return _replaced(template, encoded)


@lru_cache(maxsize=2**10)
def _encoded(line: str) -> str:
    """Return one line of a text; reports of many records have the same ones."""
    return quote(line, safe="")


def _replaced(template: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        template = template.replace(name, value)
    return template
