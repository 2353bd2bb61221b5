"""Whom the forge asks about a change: CODEOWNERS, made from teams and the places they work in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.fields.link import LANDKREISWEIT, SLUG
from sozialraum.model.handbuch import Plattform
from sozialraum.model.team import Team

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sozialraum.load.entries import District, Entry

NAME = "CODEOWNERS"
"""All three forges look for it in the root of the repository."""

_HEAD = """\
# Erzeugt von `sozialraum codeowners` aus den Teams und ihren Sozialräumen; nicht von Hand ändern.
# Wer bei einer Änderung gefragt wird, steht als forge_gruppe beim Team.
"""
_MEANS_SOMETHING = re.compile(r"([^\w/-])")


def _by_glob(path: str) -> str:
    """Return a path as GitLab and GitHub match it."""
    return "/" + _MEANS_SOMETHING.sub(lambda sign: sign[1] if sign[1] == "." else f"\\{sign[1]}", path)


def _by_expression(path: str) -> str:
    """Return a path as Forgejo and Gitea match it: a regular expression for the whole path."""
    exact = _MEANS_SOMETHING.sub(lambda sign: r"\s" if sign[1] == " " else f"\\{sign[1]}", path)
    return f"{exact}.*" if path.endswith("/") else exact


PATTERNS: Mapping[Plattform, Callable[[str], str]] = {
    Plattform.forgejo: _by_expression,
    Plattform.gitea: _by_expression,
}
"""Forge → how it writes a path; the others write it as git does in .gitignore."""


def codeowners(district: District) -> str:
    """Return the text of CODEOWNERS, "" where no team names its group."""
    ablage = district.settings.ablage
    written = PATTERNS.get(ablage.plattform, _by_glob)
    folder = ablage.ordner.strip("/")
    lines = [f"{written(f'{folder}/{path}')} {' '.join(groups)}" for path, groups in _owned(district)]
    return "\n".join([_HEAD, *lines, ""]) if lines else ""


def _owned(district: District) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield path below the folder of records → groups, the general before the special: the last match counts."""
    groups = {entry.id: team.forge_gruppe for entry, team in district.of_type(Team) if not team.ist_beendet}
    by_place: dict[str, set[str]] = {}
    for entry, team in district.of_type(Team):
        group = groups.get(entry.id)
        for place in team.sozialraeume if group else ():
            by_place.setdefault(place, set()).add(group or "")
    everywhere = tuple(sorted(by_place.get(LANDKREISWEIT, ())))
    if everywhere:
        yield "", everywhere
    for entry in district.entries:
        owners = _owners(entry, groups, by_place)
        if owners and SLUG.match(entry.id):
            yield f"{entry.ordner}/{entry.id}.md", owners


def _owners(entry: Entry, groups: Mapping[str, str | None], by_place: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Return the group of the record's own team, else those of the teams of its places."""
    own = groups.get(entry.record.zustaendig or entry.id)
    if own:
        return (own,)
    places = (entry.id, *getattr(entry.record, "sozialraeume", ()))
    return tuple(sorted({group for place in places for group in by_place.get(place, ())}))
