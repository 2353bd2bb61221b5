"""Pruefung: that somebody looked whether a record still holds, and what the facts were then.

The fingerprint stands for the facts of a record as they were verified. Once one
of them changes it fits no more, and the verification lapses by itself. Spelling
that says the same (quotes, order, line breaks, spaces) changes nothing.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from sozialraum.fields.choice import Choice
from sozialraum.fields.dates import Datum
from sozialraum.fields.kind import angabe
from sozialraum.fields.link import verweis
from sozialraum.fields.text import Zeile
from sozialraum.model.describe import felder
from sozialraum.model.part import Part
from sozialraum.model.protection import PROTECTED_TOPIC, WAY_FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

VERIFICATION = ("geprueft_am", "geprueft")
"""The two forms in which a record says that it was verified; what a list says of it elsewhere is none."""
_DIGEST_BYTES = 6
"""Enough to tell apart what a record said before and after; a secret it is not."""


class Pruefweg(Choice):
    """How somebody made sure."""

    besuch = "besuch", "bei einem Besuch"
    telefon = "telefon", "am Telefon"
    mail = "mail", "per E-Mail"
    gespraech = "gespraech", "im Gespräch"
    internet = "internet", "im Internet"


class Pruefung(Part):
    """Dass jemand nachgesehen hat, und was dabei galt. `sozialraum geprueft` schreibt diese Zeilen."""

    am: Annotated[Datum, angabe("Am")]
    """Der Tag, an dem jemand nachgesehen oder nachgefragt hat."""
    durch: Annotated[str | None, verweis("teams", rueck=""), angabe("Durch")] = None
    """Das Team, nie die einzelne Fachkraft. Die Seite des Teams zählt nicht, wer wie oft geprüft hat."""
    wie: Annotated[Pruefweg | None, angabe("Wie")] = None
    """Ob jemand da war, angerufen oder nur im Internet nachgesehen hat."""
    nachweis: Annotated[Zeile | None, angabe("Nachweis", beispiel="3f9a1c07b2d4")] = None
    """Steht für Adresse, Kontakt, Zeiten, Zugang und Kosten, wie sie geprüft wurden. Nicht von Hand schreiben."""


@cache
def facts(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields that somebody looks at to verify a record: those marked `tatsache`."""
    return tuple(each.name for each in felder(model) if each.angabe.tatsache)


def fingerprint(model: type[BaseModel], values: Mapping[str, Any]) -> str:
    """Return what stands for the facts in a front matter, "" for a type that has none.

    The place of a shelter is left out, so that not even this tells of it.
    """
    names = facts(model)
    if not names:
        return ""
    said = {name: _plain(values[name]) for name in names if values.get(name)}
    if PROTECTED_TOPIC in (values.get("themen") or ()):
        said.pop("ort", None)
        way = said.get("erreichbarkeit")
        if isinstance(way, dict):
            said["erreichbarkeit"] = {name: value for name, value in way.items() if name not in WAY_FIELDS}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()


def _plain(value: Any) -> Any:
    """Return a value without what only concerns its spelling."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items() if each}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return " ".join(unicodedata.normalize("NFC", value).split()) if isinstance(value, str) else value
