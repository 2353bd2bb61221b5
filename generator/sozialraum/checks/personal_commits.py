"""Personal data in commits: their messages, and every version of a file they bring.

What a commit has brought stays in the history, even if the next one removes it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.checks.personal import in_file_names, in_picture, in_text, kind_of_file, own_numbers
from sozialraum.diagnostics import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sozialraum.checks.personal import Suspicion
    from sozialraum.diagnostics import Diagnostic
    from sozialraum.model.ausnahme import Ausnahmen
    from sozialraum.model.handbuch import Handbuch
    from sozialraum.source.commits import Committed

_SIGNATURES = re.compile(r"^[A-Z][a-z]+(?:-[a-z]+)*-by: .*$", re.MULTILINE)
"""Who wrote or read a change: git knows them anyway, and they are no clients."""
_COMMENTS = re.compile(r"^# -+ >8 -+$[\s\S]*|^#.*$", re.MULTILINE)
"""What git itself puts below a message that is being written; below the scissors, the whole change (`commit -v`)."""
_GEOMETRY = ".geojson"


def in_commits(texts: Iterable[Committed], settings: Handbuch, exceptions: Ausnahmen) -> list[Diagnostic]:
    """Return what is suspicious in what commits bring and not allowed."""
    own = own_numbers(settings.textpruefung.aktenzeichen)
    allowed = {(each.regel, each.sha256) for each in exceptions.ausnahmen}
    found: list[Diagnostic] = []
    for each in texts:
        if each.is_message:
            suspicious = [*in_text(each.path, _without_signatures(each.raw), "nachricht", own)]
        else:
            suspicious = [*in_file_names([each.path], own), *_in_file(each, own)]
            found += in_picture(each.path, each.raw)
        found += (one.diagnostic() for one in suspicious if (one.rule.code, one.checksum) not in allowed)
    return in_order(found)


def in_message(path: str, text: str, settings: Handbuch) -> list[Diagnostic]:
    """Return what is suspicious in the message of a commit that is about to be made."""
    own = own_numbers(settings.textpruefung.aktenzeichen)
    return [
        each.diagnostic() for each in in_text(path, _blanked(_COMMENTS, _blanked(_SIGNATURES, text)), "nachricht", own)
    ]


def _in_file(each: Committed, own: tuple[re.Pattern[str], ...]) -> list[Suspicion]:
    if b"\0" in each.raw or each.path.endswith(_GEOMETRY):
        return []
    text = each.raw.decode("utf-8", "replace").replace("\r\n", "\n")
    return [*in_text(each.path, text, kind_of_file(each.path), own)]


def _without_signatures(raw: bytes) -> str:
    return _blanked(_SIGNATURES, raw.decode("utf-8", "replace"))


def _blanked(what: re.Pattern[str], text: str) -> str:
    return what.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
